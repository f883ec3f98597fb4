"""How much packed files may unfold to, and a stream that stops where they pass it."""

from __future__ import annotations

import gzip
import io
from dataclasses import dataclass, fields
from typing import Any

from slantwise.errors import SettingsError

_SPARED_BYTES = 10_000_000
"""Bytes unpacked before the ratio counts: no danger yet, and short repetitive files pack well."""


@dataclass(frozen=True, slots=True)
class Unpacking:
    """Limits on packed files (.gz, .zip): what passes them is a problem, not read on.

    Attributes:
        max_ratio: most bytes unpacked for one byte packed, once 10 MB are unpacked. News as JSON
            or HTML packs to a fifth or a tenth; a file made to fill a disk to a thousandth.
        max_member_bytes: most bytes that one file in an archive unpacks to.
        max_total_bytes: most bytes that an archive unpacks to, archives inside it included.
        max_members: most files in an archive.
        max_depth: most archives inside one another.

    Raises:
        SettingsError: a limit below 1.
    """

    max_ratio: int = 200
    max_member_bytes: int = 20_000_000_000
    max_total_bytes: int = 100_000_000_000
    max_members: int = 1_000_000
    max_depth: int = 3

    def __post_init__(self) -> None:
        for limit in fields(self):
            if getattr(self, limit.name) < 1:
                raise SettingsError(f"{limit.name} is {getattr(self, limit.name)}; expected >= 1")

    def is_bomb(self, n_packed: int, n_unpacked: int) -> bool:
        """Whether so many bytes out of so many are more than any honest file gives.

        >>> Unpacking().is_bomb(20_000, 20_000_000), Unpacking().is_bomb(20, 20_000)
        (True, False)
        """
        return n_unpacked > _SPARED_BYTES and n_unpacked > self.max_ratio * n_packed


class UnpackingError(OSError):
    """A packed file unfolds to more than the limits allow."""


class Metered(io.RawIOBase):
    """An unpacked stream, read up to the limit on its ratio.

    Raises:
        UnpackingError: on reading, where the limit is passed.
    """

    def __init__(
        self, unpacked: gzip.GzipFile, packed: io.BufferedReader[Any], limits: Unpacking
    ) -> None:
        """Watch `unpacked`, which is made out of what stands in `packed` up to its position."""
        self._unpacked = unpacked
        self._packed = packed
        self._limits = limits
        self._n_read = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill the buffer; how many bytes were read."""
        # Not `read`, which fails at once where a file breaks off, and loses what stood before.
        content = self._unpacked.read1(len(buffer))
        buffer[: len(content)] = content
        self._n_read += len(content)
        if self._limits.is_bomb(self._packed.tell(), self._n_read):
            raise UnpackingError(
                f"{self._packed.tell()} bytes unfold to {self._n_read} and more, over "
                f"{self._limits.max_ratio} times as many, as files made to fill a disk do. "
                "Unpack it yourself if you trust it"
            )
        return len(content)
