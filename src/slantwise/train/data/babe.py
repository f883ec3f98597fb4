"""BABE: sentences biased by word choice, with the words experts found loaded (Spinde et al. 2021).

The labels are those of the second version (Horych et al., NAACL Findings 2025).
"""

import ast
import re
from pathlib import Path

from slantwise.errors import GoldError
from slantwise.train.data.files import read_csv
from slantwise.train.examples import Example, Extent

FILES = {"train": "babe_v2_train.csv"}
COLUMNS = ("text", "label", "biased_words")
# Two rounds of annotation spell some outlets and topics in two ways.
SAME = {
    "blm": "black lives matter",
    "vaccine": "vaccines",
}


def read(folder: Path, split: str) -> list[Example]:
    """The sentences in the file's order; `loaded` is None where no expert row stands behind it.

    Raises:
        GoldError: a row is not of the release's form.
    """
    path = folder / FILES[split]
    examples = []
    for number, (place, row) in enumerate(read_csv(path, COLUMNS)):
        if row["label"] not in {"0", "1"}:
            raise GoldError(f"{place}: expected label 0 or 1, found {row['label']!r}")
        words = to_words(row["biased_words"], place)
        loaded = None if words is None else find_words(row["text"], words)
        examples.append(
            Example(
                f"babe-{split}-{number}", row["text"], biased=row["label"] == "1", loaded=loaded
            )
        )
    return examples


def read_groups(folder: Path, split: str, column: str) -> dict[str, str]:
    """The group of each sentence by example id: its "outlet" or its "topic", one spelling each.

    Raises:
        GoldError: the column is missing, or empty for a sentence.
    """
    groups = {}
    for number, (place, row) in enumerate(read_csv(folder / FILES[split], (column,))):
        if not row[column].strip():
            raise GoldError(f"{place}: expected a name in column {column}, found nothing")
        groups[f"babe-{split}-{number}"] = group_name(row[column])
    return groups


def group_name(given: str) -> str:
    """One name for the spellings of an outlet or topic.

    >>> group_name("The Federalist"), group_name("gun-control"), group_name("blm")
    ('federalist', 'gun control', 'black lives matter')
    """
    plain = " ".join(given.casefold().replace("-", " ").split()).removeprefix("the ")
    return SAME.get(plain, plain)


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
