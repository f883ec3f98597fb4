"""The objects of a JSON text, one at a time, without holding more than one.

Braces are matched outside strings, so that an object that is no valid JSON costs itself alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|["{}]', re.DOTALL)
_NEXT = re.compile(r"\}\s*,?\s*(?=\{)")
_CHUNK = 1_048_576
_MOST_FAILURES = 100


@dataclass(frozen=True, slots=True)
class Found:
    """One outermost object of the text.

    Attributes:
        text: from brace to brace; empty where it could not be told.
        line: number of the line it begins on.
        failure: "cut-off" where the text ends inside it, "too-long" where it passes the limit,
            "given-up" where so many before it failed that nothing from here on was read.
    """

    text: str
    line: int
    failure: str = ""


def json_objects(stream: TextIO, max_chars: int) -> Iterator[Found]:
    """The outermost objects in order, those inside an outermost array too.

    An object that is never closed, or longer than the limit, is given as a failure, and reading
    goes on at the next place where one object ends and another begins; after a hundred failures
    it ends, since each may take reading up to the limit.
    """
    scan = _Scan(stream, max_chars)
    n_failures = 0
    while scan.to_object():
        if n_failures == _MOST_FAILURES:
            yield Found("", scan.line, "given-up")
            return
        found = scan.object()
        n_failures += bool(found.failure)
        yield found


class _Scan:
    """A window on the text, the place reached in it, and the number of its line."""

    def __init__(self, stream: TextIO, max_chars: int) -> None:
        self._stream = stream
        self._max_chars = max_chars
        self._text = ""
        self._start = 0
        self.line = 1

    def to_object(self) -> bool:
        """Go to the next opening brace; whether there is one."""
        while (start := self._text.find("{", self._start)) < 0:
            self._go(len(self._text))
            if not self._more():
                return False
        self._go(start)
        return True

    def object(self) -> Found:
        """The object that begins here; the place moves behind it."""
        line, length, depth = self.line, 0, 0
        while True:
            token = _TOKEN.search(self._text, self._start + length)
            if token is None or token.group() == '"':
                end = len(self._text) if token is None else token.start()
                length = end - self._start
                failure = self._stuck()
                if failure:
                    self._to_next()
                    return Found("", line, failure)
                continue
            length = token.end() - self._start
            depth += {"{": 1, "}": -1}.get(token.group(), 0)
            if not depth:
                text = self._text[self._start : self._start + length]
                self._go(self._start + length)
                return Found(text, line)

    def _stuck(self) -> str:
        if len(self._text) - self._start > self._max_chars:
            return "too-long"
        return "" if self._more() else "cut-off"

    def _to_next(self) -> None:
        following = _NEXT.search(self._text, self._start + 1)
        self._go(following.end() if following else len(self._text))

    def _more(self) -> bool:
        chunk = self._stream.read(_CHUNK)
        self._text = self._text[self._start :] + chunk
        self._start = 0
        return bool(chunk)

    def _go(self, to: int) -> None:
        self.line += self._text.count("\n", self._start, to)
        self._start = to
