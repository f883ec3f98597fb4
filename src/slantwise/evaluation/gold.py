"""Strict readers of gold files: JSON Lines in the nine forms of the evaluator, plain or gzipped.

The first step of an evaluation. Lines are read one by one; memory does not grow with the file.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from slantwise.errors import GoldError
from slantwise.evaluation import forms, harm_lines
from slantwise.evaluation.fields import listed
from slantwise.evaluation.items import GoldArticle

FORMS: Final[Mapping[str, Callable[[object, str], Any]]] = {
    "framing-sentences": forms.sentence,
    "framing-spans": forms.passage,
    "stance-mentions": forms.mention,
    "stance-directed": forms.directed,
    "stance-articles": forms.article_stance,
    "voice": forms.voices,
    "actors": forms.cast,
    "agency": harm_lines.harms,
    "articles": forms.article,
}
"""What reads one line of each task, given its JSON value and its place."""


def read_gold(task: str, path: Path) -> Iterator[Any]:
    """The items of a gold file in its order, one a line, in the form of `task`.

    Yields:
        Records of `items`: `GoldSentence` for framing-sentences, and so on.

    Raises:
        GoldError: the task is unknown; the file cannot be read or is empty; a line is not of
            the task's form (the message names file, line, what was found and expected); two
            articles of one file share an id.
    """
    if task not in FORMS:
        raise GoldError(f"there is no gold form {task!r}; expected {listed(tuple(FORMS))}")
    empty, ids = True, set[str]()
    for place, value in read_objects(path):
        empty, item = False, FORMS[task](value, place)
        if isinstance(item, GoldArticle):
            if item.id in ids:
                raise GoldError(f"{place}: the id {item.id!r} was used before; expected a new one")
            ids.add(item.id)
        yield item
    if empty:
        raise GoldError(f"{path}: the file is empty; expected one JSON object a line")


def digest_of(path: Path) -> str:
    """The SHA-256 of the file as it lies on the disk, in hexadecimal.

    Raises:
        GoldError: the file cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise _unreadable(path, error) from error
    return digest.hexdigest()


def read_objects(path: Path) -> Iterator[tuple[str, object]]:
    """The place ("file, line n") and the JSON value of each line; none of an empty file.

    Raises:
        GoldError: the file cannot be read, or a line is blank, not UTF-8 or not JSON.
    """
    for number, line in enumerate(_lines(path), start=1):
        place = f"{path}, line {number}"
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise GoldError(f"{place}: byte {error.start} is not UTF-8; expected UTF-8") from error
        if not text.strip():
            raise GoldError(f"{place}: the line is blank; expected a JSON object")
        try:
            yield place, json.loads(text)
        # ValueError covers broken JSON and numbers of more digits than Python reads.
        except (ValueError, RecursionError) as error:
            raise GoldError(f"{place}: found {error}; expected one JSON object") from error


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            yield from file
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> GoldError:
    return GoldError(
        f"{path} cannot be read ({error}); expected a JSON Lines file, plain or ending in .gz"
    )
