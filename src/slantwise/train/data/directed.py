"""Directed sentiment between entities (Park, Pan and Joo, ACL-IJCNLP Findings 2021)."""

import re
from pathlib import Path

from slantwise.errors import GoldError
from slantwise.train.data.files import read_text
from slantwise.train.examples import Example, Extent, Pair

FILES = {"train": "train.txt", "dev": "valid.txt"}
BRACKETED = re.compile(r"\[([^\[\]]*)\]")
AGAINST, NEUTRAL, FAVOUR = 0, 1, 2
# Stance of p toward q and of q toward p, by label of the release.
STANCES = {
    "0": (NEUTRAL, NEUTRAL),
    "1": (FAVOUR, NEUTRAL),
    "2": (NEUTRAL, FAVOUR),
    "3": (AGAINST, NEUTRAL),
    "4": (NEUTRAL, AGAINST),
}


def read(folder: Path, split: str) -> list[Example]:
    """Sentences with all pairs marked in any of their rows; repeated rows count once.

    Rows whose brackets hold no letter or digit are left out: they mark nobody.

    Raises:
        GoldError: a line is not of the release's form.
    """
    path = folder / FILES[split]
    pairs: dict[str, dict[Pair, None]] = {}
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line:
            continue
        text, found = to_pairs(line.removesuffix("\r"), f"{path}, line {number}")
        for pair in found:
            pairs.setdefault(text, {})[pair] = None
    return [
        Example(f"directed-{split}-{number}", text, pairs=tuple(found))
        for number, (text, found) in enumerate(pairs.items())
    ]


def to_pairs(line: str, place: str) -> tuple[str, tuple[Pair, ...]]:
    """The sentence of one row without brackets, and its pairs in both directions.

    Raises:
        GoldError: the row has not four fields, two brackets and a label 0 to 4.
    """
    fields = line.split("\t")
    if len(fields) != 4 or fields[3].strip() not in STANCES:
        raise GoldError(f"{place}: expected sentence, p, q, label 0-4 with tabs, found {line!r}")
    marks = list(BRACKETED.finditer(fields[0]))
    if len(marks) < 2:
        raise GoldError(f"{place}: expected two entities in brackets, found {len(marks)}")
    first, second = marks[0], marks[-1]
    text, extents = without_brackets(fields[0], [first.span(), second.span()])
    p, q = (whole_word(text, extent) for extent in extents)
    if p is None or q is None:
        return text, ()
    of_p, of_q = STANCES[fields[3].strip()]
    return text, (Pair(p, q, of_p), Pair(q, p, of_q))


def without_brackets(text: str, marks: list[Extent]) -> tuple[str, list[Extent]]:
    """The text without the two pairs of brackets, and the extents of what they held."""
    (a, b), (c, d) = marks
    plain = text[:a] + text[a + 1 : b - 1] + text[b:c] + text[c + 1 : d - 1] + text[d:]
    return plain, [(a, b - 2), (c - 2, d - 4)]


def whole_word(text: str, extent: Extent) -> Extent | None:
    """The extent trimmed of marks at its ends, then grown to whole words; None if nothing stays.

    >>> whole_word("Congress passed", (0, 6))
    (0, 8)
    """
    start, end = extent
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    if start == end:
        return None
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end
