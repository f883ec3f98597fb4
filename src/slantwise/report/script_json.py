"""JSON inside a page: nothing in it that markup or an old script would read."""

import json
from typing import Any

_UNSAFE = {character: f"\\u{ord(character):04x}" for character in "<>&\N{LINE SEPARATOR}\u2029\x7f"}


def as_script(payload: dict[str, Any] | list[Any]) -> str:
    r"""JSON that may stand inside a script element: no <, >, & and no line separators.

    >>> as_script({"x": "</script>"})
    '{"x":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in _UNSAFE.items():
        text = text.replace(character, escape)
    return text
