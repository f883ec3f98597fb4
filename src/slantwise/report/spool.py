"""Texts that a report is written from, kept on disk once they are many."""

from collections.abc import Iterator
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO

from slantwise.report.files import as_bytes

_IN_MEMORY = 2**24
"""Bytes up to which nothing goes to disk."""


class Spool:
    """Texts in the order in which they were added, to be read back by number. Close it after use.

    Attributes:
        sizes: characters of each text.
    """

    def __init__(self) -> None:
        """Start with no text."""
        self.sizes: list[int] = []
        self._ends = [0]
        self._file: IO[bytes] = BytesIO()

    def add(self, text: str) -> None:
        """Add a text at the end."""
        content = as_bytes(text)
        self._file.seek(self._ends[-1])
        self._file.write(content)
        self._ends.append(self._ends[-1] + len(content))
        self.sizes.append(len(text))
        if isinstance(self._file, BytesIO) and self._ends[-1] > _IN_MEMORY:
            self._file = _on_disk(self._file)

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.sizes)

    def __getitem__(self, number: int) -> bytes:
        """The text of that number as `files.as_bytes` gives it."""
        self._file.seek(self._ends[number])
        return self._file.read(self._ends[number + 1] - self._ends[number])

    def __iter__(self) -> Iterator[bytes]:
        """All texts in order."""
        return (self[number] for number in range(len(self)))

    def close(self) -> None:
        """Give the disk back; no text can be read after that."""
        self._file.close()


def _on_disk(held: BytesIO) -> IO[bytes]:
    file = TemporaryFile()  # noqa: SIM115  (closed with the spool)
    file.write(held.getbuffer())
    return file
