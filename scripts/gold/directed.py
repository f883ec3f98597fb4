"""Directed sentiment (DSE) valid as `stance-directed` (Park, Pan and Joo, ACL Findings 2021)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from gold.sets import GoldSet, Line, counted
from slantwise.records import Stance
from slantwise.train.data.directed import to_pairs
from slantwise.train.data.files import read_text
from slantwise.train.examples import Extent
from slantwise.train.folds import duplicate_links

STANCES = tuple(stance.value for stance in Stance)


def convert(folder: Path) -> Iterator[GoldSet]:
    """Both directions of each row: that of the label, and the other, which is then neutral.

    Rows whose sentence train holds too, wholly or nearly, are left out: a model that learned from
    train has seen them.
    """
    lines: list[Line] = []
    unmarked = 0
    path = folder / "valid.txt"
    given = rows(path)
    leaked = leaks(given, rows(folder / "train.txt"))
    for number, row in enumerate(given, start=1):
        if number in leaked:
            continue
        text, pairs = to_pairs(row, f"{path}, line {number}")
        unmarked += not pairs
        for name, pair in zip(("pq", "qp"), pairs, strict=False):
            lines.append(
                {
                    "id": f"dse-valid-{number}-{name}",
                    "text": text,
                    "holder": extent(pair.holder),
                    "target": extent(pair.target),
                    "stance": STANCES[pair.stance],
                }
            )
    notes = (
        *counted(
            len(leaked),
            f"rows, of {len(given)}, that leak: train holds the sentence or one that shares half "
            "of the shorter one's five-word runs",
        ),
        *counted(unmarked, "rows whose brackets hold no letter"),
        "each row gives two lines, p toward q and q toward p",
    )
    yield GoldSet("dse-valid", "stance-directed", tuple(lines), notes)


def leaks(given: Sequence[str], train: Sequence[str]) -> set[int]:
    """Numbers, from 1, of the rows whose sentence stands in train, wholly or nearly.

    >>> leaks(["[Rulo] met [Mira].", "[Osk] left [Mira]."], ["[Rulo] met [Mira].", "Osk met Rulo."])
    {1}
    """
    seen = list(dict.fromkeys(map(plain, train)))
    links = duplicate_links([*seen, *map(plain, given)])
    return {row - len(seen) + 1 for one, row in links if one < len(seen) <= row}


def rows(path: Path) -> list[str]:
    """The rows of a file that are not blank."""
    lines = (line.removesuffix("\r") for line in read_text(path).split("\n"))
    return [line for line in lines if line.strip()]


def plain(row: str) -> str:
    r"""A row's sentence without brackets, blanks alike, to be compared.

    >>> plain("[Rulo]  met [Mira].\tRulo\tMira\t0")
    'Rulo met Mira.'
    """
    return " ".join(row.split("\t", maxsplit=1)[0].replace("[", "").replace("]", "").split())


def extent(stretch: Extent) -> Line:
    """A stretch as GOLD lines write it."""
    return {"start": stretch[0], "end": stretch[1]}
