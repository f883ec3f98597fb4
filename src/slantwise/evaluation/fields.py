"""One object of a gold file, taken apart key by key; nothing is guessed or passed over.

Every complaint names file, line, what was found and what was expected.
"""

import json
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from slantwise.errors import GoldError
from slantwise.records import Span

Label = TypeVar("Label", bound=StrEnum)
Part = TypeVar("Part")

_NAMES = {
    str: "a string",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}
_LONGEST_SHOWN = 60


class Fields:
    """Checked access to the keys of one object.

    >>> fields = Fields({"id": "s1"}, "gold.jsonl, line 1", required=("id",))
    >>> fields.string("id")
    's1'
    """

    def __init__(
        self,
        value: object,
        place: str,
        *,
        required: Sequence[str],
        optional: Sequence[str] = (),
    ) -> None:
        """Take the object at `place`, whose keys are exactly those named.

        Raises:
            GoldError: it is no object, a required key is missing, or a key is unknown.
        """
        self.place = place
        if not isinstance(value, dict):
            self.refuse(f"found {shown(value)}", f"an object with the keys {listed(required)}")
        self._values: dict[str, Any] = value
        expected = f"the keys {listed(required)}" + (
            f" and, where known, {listed(optional)}" if optional else ""
        )
        missing = [key for key in required if key not in value]
        if missing:
            self.refuse(f"the key {missing[0]!r} is missing", expected)
        unknown = [key for key in value if key not in required and key not in optional]
        if unknown:
            self.refuse(f"the key {unknown[0]!r} is not known", expected)

    def refuse(self, found: str, expected: str) -> NoReturn:
        """Stop with what was found and what was expected at this place.

        Raises:
            GoldError: always.
        """
        raise GoldError(f"{self.place}: {found}; expected {expected}")

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def string(self, key: str, *, default: str = "") -> str:
        """The string under a key; `default` where an optional key is absent.

        Raises:
            GoldError: something else stands there, or what is not valid Unicode.
        """
        if key not in self._values:
            return default
        value = self._values[key]
        if not isinstance(value, str):
            self._refuse_value(key, value, "a string (leave the key out where it is not known)")
        if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
            self.refuse(f"{key!r} holds half of a surrogate pair", "valid Unicode text")
        return value

    def visible(self, key: str) -> str:
        """The string under a key, which is more than blanks.

        Raises:
            GoldError: it is blank, or no string.
        """
        value = self.string(key)
        if not value.strip():
            self.refuse(f"{key!r} is blank", f"a string with visible characters under {key!r}")
        return value

    def flag(self, key: str) -> bool:
        """True or false.

        Raises:
            GoldError: something else stands there (1 and 0 count as numbers).
        """
        value = self._values[key]
        if not isinstance(value, bool):
            self._refuse_value(key, value, "true or false")
        return value

    def label(self, key: str, labels: type[Label]) -> Label:
        """One of a label set.

        Raises:
            GoldError: something else stands there.
        """
        value = self._values[key]
        if not isinstance(value, str) or value not in list(labels):
            self._refuse_value(key, value, f"one of {listed([label.value for label in labels])}")
        return labels(value)

    def number(self, key: str) -> int:
        """A whole number.

        Raises:
            GoldError: something else stands there.
        """
        value = self._values[key]
        if not isinstance(value, int) or isinstance(value, bool):
            self._refuse_value(key, value, "a whole number")
        return value

    def several(self, key: str, read: Callable[[object, str], Part]) -> tuple[Part, ...]:
        """What `read` makes of each part of a list, given the part and its place.

        Raises:
            GoldError: no list stands there, or `read` refuses a part.
        """
        value = self._values[key]
        if not isinstance(value, list):
            self._refuse_value(key, value, "a list")
        return tuple(
            read(part, f"{self.place}, {key} {number}") for number, part in enumerate(value, 1)
        )

    def raw(self, key: str) -> object:
        """What stands under a key, unchecked."""
        return self._values[key]

    def _refuse_value(self, key: str, value: object, expected: str) -> NoReturn:
        self.refuse(f"{key!r} is {shown(value)}", expected)


def whole_object(value: object, place: str, text: str) -> Span:
    """The span of an object that holds `start` and `end` and nothing else.

    Raises:
        GoldError: it has another form, is empty, or does not lie inside `text`.
    """
    return inside(Fields(value, place, required=("start", "end")), text)


def inside(fields: Fields, text: str) -> Span:
    """The span under the keys `start` and `end`.

    Raises:
        GoldError: it is empty or does not lie inside `text`.
    """
    return checked(fields.number("start"), fields.number("end"), fields.place, text)


def pair(value: object, place: str, text: str) -> Span:
    """The span of a list [start, end].

    Raises:
        GoldError: it has another form, is empty, or does not lie inside `text`.
    """
    whole = isinstance(value, list) and all(type(part) is int for part in value)
    if not isinstance(value, list) or not whole or len(value) != 2:
        raise GoldError(f"{place}: found {shown(value)}; expected [start, end], two whole numbers")
    return checked(value[0], value[1], place, text)


def checked(start: int, end: int, place: str, text: str) -> Span:
    """The span from `start` to `end`.

    Raises:
        GoldError: it is empty or does not lie inside `text`.
    """
    if not 0 <= start < end <= len(text):
        raise GoldError(
            f"{place}: found the span {start}..{end}; expected 0 <= start < end <= {len(text)}, "
            "in characters of the text"
        )
    return Span(start, end)


def shown(value: object) -> str:
    """A value as it stands in the file, cut short, with its type in words."""
    written = json.dumps(value, ensure_ascii=False)
    # A message with half a surrogate pair could not be printed.
    written = written.encode("utf-8", "backslashreplace").decode("utf-8")
    if len(written) > _LONGEST_SHOWN:
        written = written[:_LONGEST_SHOWN] + "…"
    return f"{written} ({_NAMES.get(type(value), type(value).__name__)})"


def listed(names: Sequence[str]) -> str:
    """Names in words.

    >>> listed(["id", "text", "biased"])
    'id, text and biased'
    """
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
