"""Receipts: one line for each finished part, with its digest, what it holds and how it came.

A part counts as finished only with its receipt. `parts.jsonl` only ever grows; the last line of
a part holds, and a line that a kill cut short holds nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from slantwise.errors import RunError
from slantwise.run.disk import append_line, write_whole
from slantwise.run.manifest import Tally

RECEIPTS = "parts.jsonl"


@dataclass(frozen=True, slots=True)
class Sitting:
    """Where in the work on a run a part was finished; never part of a result.

    Attributes:
        number: how many times the run was started or gone on with, from 1.
        seconds: from the start of the sitting, by a clock that never goes back.
        share_read: share of the input that was read up to the part's end, 0 to 1; None where it
            cannot be known.
    """

    number: int = 1
    seconds: float = 0.0
    share_read: float | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """A finished part.

    Attributes:
        part: its index.
        sha256: digest of its file.
        n_bytes: size of its file.
        read: digest of the records it was made of.
        tally: what it holds.
        sitting: where in the work it was finished.
    """

    part: int
    sha256: str
    n_bytes: int
    read: str
    tally: Tally
    sitting: Sitting


def read_receipts(path: Path) -> dict[int, Receipt]:
    """Receipts of the run in `path`, by part; empty where no part is finished.

    Raises:
        RunError: the file cannot be read.
    """
    file = path / RECEIPTS
    try:
        lines = file.read_bytes().split(b"\n")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise RunError(f"{file} cannot be read: {error.strerror}. See who may read it.") from error
    receipts = (_receipt(line) for line in lines)
    found = {receipt.part: receipt for receipt in receipts if receipt}
    return dict(sorted(found.items()))


def add_receipt(path: Path, receipt: Receipt) -> None:
    """Write down that a part is finished.

    Raises:
        RunError: it cannot be written.
    """
    append_line(path / RECEIPTS, json.dumps(asdict(receipt)))


def mend_receipts(path: Path) -> None:
    """Take out what is no receipt, so that the next line begins on a line of its own.

    Raises:
        RunError: it cannot be written.
    """
    file = path / RECEIPTS
    if not file.is_file():
        return
    content = file.read_bytes()
    whole = [line for line in content.split(b"\n") if _receipt(line)]
    mended = b"".join(line + b"\n" for line in whole)
    if mended != content:
        write_whole(file, mended)


def _receipt(line: bytes) -> Receipt | None:
    try:
        data = json.loads(line)
        tally: Mapping[str, Any] = data["tally"]
        return Receipt(
            part=int(data["part"]),
            sha256=str(data["sha256"]),
            n_bytes=int(data["n_bytes"]),
            read=str(data["read"]),
            tally=Tally(**{f.name: int(tally[f.name]) for f in fields(Tally)}),
            sitting=Sitting(**data["sitting"]),
        )
    except (ValueError, KeyError, TypeError):
        return None  # cut short by a kill: its part is done again
