"""Characters repaired, one line at a time, so that each can be traced to the raw text.

Mojibake, HTML entities, ligatures and width by ftfy; quotation marks stay as they are, since
they are evidence. Soft hyphens, zero-width and control characters go; blanks of all kinds
become single plain ones.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from slantwise.clean.alignment import realigned
from slantwise.clean.mapped import Mapped, joined, stripped, substituted, unchanged
from slantwise.records import Span

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

_SOUND = re.compile(r"[!-%'-~]+(?: [!-%'-~]+)*")
"""Plain ASCII in which nothing can want repair: no entity, no double blank."""

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffc\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
    "|(?<=[^\\W\\d_])\u200d|\u200d(?=[^\\W\\d_])"
)
"""Characters without a shape of their own. A joiner between emoji stays."""

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]")
_ODD = "\t\x0b\x0c\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\r\n"
_BLANKS = re.compile(f"[ {_ODD}]{{2,}}|[{_ODD}]")
_CHUNK = re.compile(r".{1,4000}(?: |$)|.{1,4000}", re.DOTALL)
"""ftfy and the alignment see no more than this at once, so that time grows with length alone."""


def repaired_line(raw: str, line: Span) -> Mapped:
    """The line repaired, without blanks at its ends; empty where nothing visible is left."""
    text = unchanged(raw, line)
    if _SOUND.fullmatch(text.text):
        return text
    # Gone before ftfy takes them out itself, so that no repaired character is laid on one.
    text = substituted(text, _CONTROLS, "")
    text = joined(_fixed(chunk) for chunk in _chunks(text))
    text = substituted(text, _INVISIBLE, "")
    return stripped(substituted(text, _BLANKS, " "))


def _chunks(text: Mapped) -> Iterator[Mapped]:
    for match in _CHUNK.finditer(text.text):
        yield text.slice(*match.span())


def _fixed(text: Mapped) -> Mapped:
    import ftfy

    repaired = ftfy.fix_text(text.text, _config())
    return text if repaired == text.text else realigned(text, repaired)


@cache
def _config() -> "TextFixerConfig":
    from ftfy import TextFixerConfig

    return TextFixerConfig(uncurl_quotes=False, explain=False)
