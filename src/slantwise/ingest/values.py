"""Values of tables and JSON records as text."""

import math
from collections.abc import Mapping
from datetime import date

from slantwise.ingest.encodings import without_lone_surrogates

_EMPTY = frozenset({"none", "null", "nan", "nat", "n/a", "<na>"})
_LONGEST_EMPTY = 10
_NAMES = ("name", "title", "text", "value", "id")


def text_of(value: object, separator: str = ", ") -> str:
    r"""The value as text; empty for none, also where "None" or "NaN" is written for it.

    A list becomes its parts joined by the separator, an object the name it holds
    ({"name": "The Example"}), a date its ISO form. Halves of characters become U+FFFD.

    >>> text_of(["One.", None, "Two."], "\n\n"), text_of("NaN"), text_of({"name": "X"})
    ('One.\n\nTwo.', '', 'X')
    """
    if isinstance(value, str):
        empty = len(value) < _LONGEST_EMPTY and value.strip().casefold() in _EMPTY
        return "" if empty else _whole(value)
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, list | tuple):
        return separator.join(filter(None, (text_of(part, separator) for part in value)))
    if isinstance(value, Mapping):
        return next(filter(None, (text_of(value.get(name)) for name in _NAMES)), "")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _whole(text: str) -> str:
    return text if text.isascii() else without_lone_surrogates(text)
