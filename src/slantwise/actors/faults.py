"""What is wrong in identity table files: a record each, so that all of them can be told at once.

Noted by `actors.entries`, `actors.reading` and `actors.checks`; a table is made only where there
are none.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from slantwise.errors import SettingsError


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of an identity table.

    Attributes:
        path: the file.
        line: the line, from 1; 0 for the file as a whole.
        message: what is wrong, what was expected and what to try.
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """The fault with its place.

        >>> str(Fault("mine.yaml", 3, "an entry lacks its 'id'."))
        "identity table mine.yaml, line 3: an entry lacks its 'id'."
        """
        line = f", line {self.line}" if self.line else ""
        return f"identity table {self.path}{line}: {self.message}"


def refuse(faults: Iterable[Fault]) -> None:
    """Nothing where there are no faults.

    Raises:
        SettingsError: the first fault by file and line, and how many more there are.
    """
    ordered = sorted(set(faults))
    if not ordered:
        return
    others = len(ordered) - 1
    more = f" {others} more: slantwise actors check lists them." if others else ""
    raise SettingsError(f"{ordered[0]}{more}")
