"""Layouts of whole folders, in which some parts are no articles.

A further layout is one more function and one more entry in `LAYOUTS`.
"""

import json
from collections.abc import Callable
from pathlib import Path

_MANIFEST = "manifest.json"
_OF_RESULTS = ({"signature", "files"}, {"signature", "n_parts"})
"""Keys of the manifest of a report, and of that of a run."""


def _basil(folder: Path) -> frozenset[str]:
    """BASIL: `articles/<year>/*.json` beside `annotations/<year>/*_ann.json`."""
    articles, annotations = folder / "articles", folder / "annotations"
    if not (articles.is_dir() and annotations.is_dir()):
        return frozenset()
    labels = next(annotations.rglob("*_ann.json"), None)
    if labels is None:
        return frozenset()
    article = labels.name.removesuffix("_ann.json") + ".json"
    held = (articles / labels.parent.name / article).is_file()
    return frozenset({"annotations"}) if held else frozenset()


def _saved_data_set(folder: Path) -> frozenset[str]:
    """What the library `datasets` saves beside a data set's Arrow files, or above its splits."""
    if (folder / "dataset_dict.json").is_file():
        return frozenset({"dataset_dict.json"})
    own = frozenset({"dataset_info.json", "state.json"})
    if not all((folder / name).is_file() for name in own):
        return frozenset()
    return own | {path.name for path in folder.glob("cache-*.arrow")}


def _results(folder: Path) -> frozenset[str]:
    """A report or a run of ours: what is in it was made from articles and is none."""
    return _names_in(folder) if are_results(folder) else frozenset()


LAYOUTS: tuple[Callable[[Path], frozenset[str]], ...] = (_basil, _saved_data_set, _results)
"""Each takes a folder and gives the names in it that are no articles; none where the folder is
not of its layout."""


def passed_over_by_layout(folder: Path) -> frozenset[str]:
    """Names in the folder that its layout says are no articles; none for a plain folder."""
    return frozenset().union(*(layout(folder) for layout in LAYOUTS))


def are_results(folder: Path) -> bool:
    """Whether slantwise wrote the folder: it has the manifest of a report or of a run."""
    try:
        manifest = json.loads((folder / _MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return isinstance(manifest, dict) and any(keys <= manifest.keys() for keys in _OF_RESULTS)


def _names_in(folder: Path) -> frozenset[str]:
    return frozenset(path.name for path in folder.iterdir())
