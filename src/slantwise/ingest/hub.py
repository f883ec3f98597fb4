"""Data sets by their name on a hub, read row by row with the library `datasets`."""

from collections.abc import Iterator
from typing import Any

from slantwise.errors import MissingExtraError
from slantwise.ingest.drafts import Draft
from slantwise.ingest.files import InputFile
from slantwise.ingest.hub_names import HUB
from slantwise.ingest.problems import problem
from slantwise.ingest.rows import Row, drafts_from_rows
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem


def read_hub(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the data set, in order of splits and rows.

    The name is `hub:OWNER/NAME`, with `@SPLIT` behind it for one split. Rows come one by one
    over the network; nothing is stored. A data set that runs code of its own is refused.

    Raises:
        MissingExtraError: the library is not installed.
    """
    name, _, split = str(file.path).removeprefix(HUB).partition("@")
    try:
        import datasets
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            f"reading {file.path} needs the package 'datasets': pip install 'slantwise[train]', or "
            "save the data set to disk and name its folder"
        ) from error
    failures = (OSError, ValueError, datasets.exceptions.DatasetsError)
    try:
        loaded = datasets.load_dataset(name, split=split or None, streaming=True)
    except failures as error:
        message = (
            f"the data set {name!r} cannot be loaded ({type(error).__name__}: {error}). Check its "
            "name and the network, or save it to disk and name its folder."
        )
        yield problem(file.source(), "unreadable-data-set", message)
        return
    splits = dict(loaded) if isinstance(loaded, dict) else {split: loaded}
    try:
        yield from drafts_from_rows(_rows(splits), file, settings)
    except failures as error:
        message = (
            f"the data set cannot be read on ({type(error).__name__}: {error}); the rows before "
            "are kept."
        )
        yield problem(file.source(), "unreadable-data-set", message)


def _rows(splits: dict[str, Any]) -> Iterator[Row]:
    number = 0
    for split, rows in splits.items():
        for place, values in enumerate(rows, start=1):
            number += 1
            yield Row(number, f"{split} row {place}", values)
