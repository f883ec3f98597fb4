"""BABE: sentences biased by word choice, with the words experts found loaded (Spinde et al. 2021).

The labels are those of the second version (Horych et al., NAACL Findings 2025).
"""

import ast
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from slantwise.errors import GoldError
from slantwise.train.data.files import existing, read_csv
from slantwise.train.examples import Example, Extent, Marked

FILES = {"train": "babe_v2_train.csv"}
CODINGS = ("raw_labels_SG1.csv", "raw_labels_SG2.csv")
# Its phrases stand one sentence further on, as the release's README says.
SHIFTED = ("raw_labels_SG2.csv", "11")
WORD = re.compile(r"\w+(?:['’-]\w+)*")
COLUMNS = ("text", "label", "biased_words")


def read(folder: Path, split: str) -> list[Example]:
    """The sentences in the file's order; `loaded` is None where no expert row stands behind it.

    Raises:
        GoldError: a row is not of the release's form.
    """
    path = folder / FILES[split]
    codings = read_codings(folder)
    examples = []
    for number, (place, row) in enumerate(read_csv(path, COLUMNS)):
        if row["label"] not in {"0", "1"}:
            raise GoldError(f"{place}: expected label 0 or 1, found {row['label']!r}")
        words = to_words(row["biased_words"], place)
        loaded = None if words is None else find_words(row["text"], words)
        marked = None if loaded is None else marked_words(row["text"], codings.get(row["text"], []))
        examples.append(
            Example(
                f"babe-{split}-{number}",
                row["text"],
                biased=row["label"] == "1",
                loaded=loaded,
                marked=marked,
            )
        )
    return examples


def read_codings(folder: Path) -> dict[str, list[list[str]]]:
    """By sentence, the phrases of each expert who coded it; empty where the files are not given."""
    codings: dict[str, list[list[str]]] = defaultdict(list)
    for name in CODINGS:
        if not existing(folder / name).exists():
            continue
        columns = ("text", "biased_words", "annotator_id")
        for _, row in read_csv(folder / name, columns):
            if (name, row["annotator_id"]) != SHIFTED:
                codings[row["text"]].append(row["biased_words"].split(","))
    return codings


def marked_words(text: str, codings: Sequence[list[str]]) -> tuple[Marked, ...] | None:
    """Words of `text` with the share of coders who marked them; None where no coding is known.

    >>> marked_words("A vile hoax.", [["vile hoax"], ["hoax", ""]])
    (Marked(extent=(2, 6), share=0.5), Marked(extent=(7, 11), share=1.0))
    """
    if not codings:
        return None
    found = [find_words(text, words) for words in codings]
    marked = []
    for match in WORD.finditer(text):
        start, end = match.span()
        n = sum(any(low < end and start < high for low, high in spans) for spans in found)
        if n:
            marked.append(Marked((start, end), n / len(codings)))
    return tuple(marked)


def to_words(cell: str, place: str) -> list[str] | None:
    """The words of a cell that holds a Python list; None for an empty cell.

    Raises:
        GoldError: the cell holds something else.
    """
    if not cell.strip():
        return None
    try:
        words = ast.literal_eval(cell)
    except (SyntaxError, ValueError) as error:
        raise GoldError(f"{place}: expected a list of words, found {cell!r}") from error
    if not isinstance(words, list):
        raise GoldError(f"{place}: expected a list of words, found {cell!r}")
    return [str(word) for word in words]


def find_words(text: str, words: list[str]) -> tuple[Extent, ...]:
    """Extents of each word's first match as a whole word, letter case ignored, sorted.

    A word that does not occur is passed over: experts misspelt a few.

    >>> find_words("A hoax, they said.", ["Hoax", "liar"])
    ((2, 6),)
    """
    found = set()
    for word in words:
        pattern = rf"(?<!\w){re.escape(word.strip())}(?!\w)"
        match = re.search(pattern, text, re.IGNORECASE) if word.strip() else None
        if match:
            found.add(match.span())
    return tuple(sorted(found))
