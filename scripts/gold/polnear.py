"""PolNeAR dev as `voice` (Newell, Margolin and Ruths, LREC 2018)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from gold.sets import GoldSet, Line, counted
from slantwise.errors import GoldError
from slantwise.train.data.files import read_text, whole_number

Pieces = list[list[int]]
_BOUND = re.compile(r"T\d+\t")
_RELATION = re.compile(r"E\d+\t")
_SPLIT = "dev"


def convert(folder: Path) -> Iterator[GoldSet]:
    """Whole articles with the attributions of one annotator, the first by name."""
    base = folder / "data" / _SPLIT
    annotations: dict[str, Path] = {}
    for path in sorted((base / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    lines, left_out = [], Counter[str]()
    for path in sorted((base / "text").glob("*.txt")):
        if path.stem not in annotations:
            left_out["articles without annotation"] += 1
            continue
        found = attributions(annotations[path.stem])
        left_out["attributions without content"] += sum(not one["content"] for one in found)
        kept = [one for one in found if one["content"]]
        lines.append({"id": path.stem, "text": read_text(path), "attributions": kept})
    if not lines:
        raise GoldError(f"{base} holds no annotated article; check the folder")
    notes = [note for reason, n in sorted(left_out.items()) for note in counted(n, reason)]
    wide = "plans and expectations count as attribution, which is wider than quotation"
    yield GoldSet("polnear-dev", "voice", tuple(lines), (*notes, wide))


def attributions(path: Path) -> list[Line]:
    """The attributions of a brat file, in its order; a span in pieces stays in pieces.

    Raises:
        GoldError: a line has another form, or an attribution names a span that is not there.
    """
    spans: dict[str, Pieces] = {}
    relations: list[tuple[str, str]] = []
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        place, fields = f"{path}, line {number}", line.split("\t")
        # Words that run over a line end leave lines without an identifier.
        if _BOUND.match(line):
            spans[fields[0]] = pieces(fields[1], place)
        elif _RELATION.match(line):
            relations.append((place, fields[1]))
    return [attribution(roles, spans, place) for place, roles in relations]


def attribution(roles: str, spans: Mapping[str, Pieces], place: str) -> Line:
    """Content, source and cue of one relation ("Attribution:T4 Content:T3 Cue:T2 Source:T1")."""
    found: dict[str, Pieces] = {"Content": [], "Source": [], "Cue": []}
    for role in roles.split():
        name, _, span = role.partition(":")
        if span not in spans:
            raise GoldError(f"{place}: {role!r} names no span of the file; expected one of its T")
        # A second content or source is written Content2, Source2.
        kind = name.rstrip("0123456789")
        if kind in found:
            found[kind] += spans[span]
    return {"content": found["Content"], "source": found["Source"], "cue": found["Cue"]}


def pieces(field: str, place: str) -> Pieces:
    """Offsets of "Content 22 30;35 51"."""
    _, _, extents = field.partition(" ")
    return [
        [whole_number(offset, place, "an offset") for offset in extent.split(" ")]
        for extent in extents.split(";")
    ]
