"""Gold sets: the lines of one gold file with what a reader must know, and writing them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slantwise.errors import GoldError
from slantwise.evaluation import read_gold
from slantwise.train.data.files import read_text

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One gold file to be written.

    Attributes:
        name: release and split ("newsmtsc-rw-dev").
        task: the task whose form its lines have.
        lines: in the release's order.
        notes: what was left out and why, and what the figures do not show.
    """

    name: str
    task: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """Name of its file."""
        return f"{self.name}.{self.task}.jsonl"


def write(gold: GoldSet, folder: Path) -> Path:
    """The file of the set, written whole or not at all, and read back once.

    Raises:
        GoldError: a line is not of its task's form; the file is not kept.
    """
    path = folder / gold.file_name
    draft = path.with_name(f"draft-{path.name}")
    with draft.open("w", encoding="utf-8") as file:
        for line in gold.lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    try:
        for _ in read_gold(gold.task, draft):
            pass
    except GoldError:
        draft.unlink()
        raise
    return draft.replace(path)


def read_objects(path: Path) -> Iterator[tuple[str, Line]]:
    """Each line's place ("file, line n") and object; blank lines are passed over.

    Lines end at line feeds only: texts hold other characters that end lines elsewhere.

    Raises:
        GoldError: a line is not a JSON object.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            place = f"{path}, line {number}"
            yield place, _object(line, place)


def read_object(path: Path) -> Line:
    """The object of a JSON file.

    Raises:
        GoldError: the file is missing or holds something else.
    """
    return _object(read_text(path), str(path))


def _object(text: str, place: str) -> Line:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise GoldError(f"{place}: found {error}; expected a JSON object") from error
    if not isinstance(value, dict):
        raise GoldError(f"{place}: found a {type(value).__name__}; expected a JSON object")
    return value


def value_at(row: Line, key: str, place: str) -> Any:
    """The value of a key that the release always gives.

    Raises:
        GoldError: the key is missing.
    """
    if key not in row:
        raise GoldError(f"{place}: the key {key!r} is missing; found {', '.join(sorted(row))}")
    return row[key]


def known(labels: dict[Any, Any], label: Any, place: str) -> Any:
    """What a label of the release means.

    Raises:
        GoldError: the label is not one of the release's.
    """
    if label not in labels:
        expected = ", ".join(map(repr, labels))
        raise GoldError(f"{place}: found the label {label!r}; expected one of {expected}")
    return labels[label]


def counted(number: int, what: str) -> tuple[str, ...]:
    """A note of something left out; none where there was none.

    >>> counted(2, "without text"), counted(0, "without text")
    (('2 left out: without text',), ())
    """
    return (f"{number} left out: {what}",) if number else ()
