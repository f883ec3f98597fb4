"""How far a run has come, read from its folder while it is at work or afterwards.

Rates are of clocks that never go back: each receipt says how many seconds of its sitting had
gone by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from slantwise.run.folder import RunFolder, open_run
from slantwise.run.lock import Holder, holder
from slantwise.run.manifest import Tally
from slantwise.run.receipts import Receipt

State = Literal["running", "stopped", "finished"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a run folder.

    Attributes:
        where: the file.
        what: what is wrong with it.
        todo: what to do about it.
    """

    where: str
    what: str
    todo: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.todo}"


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast the last sitting went.

    Attributes:
        records_per_second: records finished a second.
        words_per_second: words of analysed articles a second.
    """

    records_per_second: float
    words_per_second: float


@dataclass(frozen=True, slots=True)
class RunStatus:
    """How far a run has come.

    Attributes:
        path: the run folder.
        state: at work in some process, stopped before its end, or finished.
        at_work: the process at work; None where none is.
        done: what the finished parts hold.
        n_parts: finished parts.
        n_left: records still to be done, estimated from the share of the input read so far; 0
            where the run is finished, None where nothing tells.
        rate: speed of the last sitting; None before its first part.
        n_sittings: how many times the run was started or gone on with, as far as parts came of it.
        faults: parts that are missing or of another size; `verify` looks closer.
    """

    path: Path
    state: State
    at_work: Holder | None
    done: Tally
    n_parts: int
    n_left: int | None
    rate: Rate | None
    n_sittings: int
    faults: tuple[Fault, ...] = ()

    @property
    def seconds_left(self) -> float | None:
        """Seconds of work still to be done at the rate of the last sitting; None if not known."""
        if self.n_left is None:
            return None
        if self.n_left == 0:
            return 0.0
        return self.n_left / self.rate.records_per_second if self.rate else None


def run_status(path: Path) -> RunStatus:
    """How far the run in `path` has come.

    Reads the manifest and the receipts, and looks whether the parts are there; never waits for
    a process at work, and never hinders one.

    Raises:
        RunError: there is no run, or its manifest is damaged.
    """
    # The holder comes first: a run that ends in between is then finished, and not "stopped".
    at_work = holder(path)
    run = open_run(path)
    receipts = list(run.receipts().values())
    done = sum((receipt.tally for receipt in receipts), Tally())
    state: State = "running" if at_work else "stopped"
    return RunStatus(
        path=path,
        state="finished" if run.finished else state,
        at_work=at_work,
        done=done,
        n_parts=len(receipts),
        n_left=0 if run.finished else _left(run, receipts, done),
        rate=_rate(receipts),
        n_sittings=max((receipt.sitting.number for receipt in receipts), default=0),
        faults=tuple(_faults(run, receipts)),
    )


def _left(run: RunFolder, receipts: Sequence[Receipt], done: Tally) -> int | None:
    """Records left, if the rest of the input holds as many to the byte as what was read."""
    if not receipts or not receipts[-1].sitting.share_read:
        return None
    last = receipts[-1]
    n_read = last.part * run.manifest.shard_size + last.tally.n_records
    expected = round(n_read / (last.sitting.share_read or 1.0))
    return max(expected, n_read) - done.n_records


def _rate(receipts: Sequence[Receipt]) -> Rate | None:
    """Speed of the last sitting, its start left out where there are parts enough to do so."""
    number = max((receipt.sitting.number for receipt in receipts), default=0)
    sitting = sorted(
        (receipt for receipt in receipts if receipt.sitting.number == number),
        key=lambda receipt: receipt.sitting.seconds,
    )
    if not sitting:
        return None
    begun, counted = 0.0, sitting
    if len(sitting) > 1:
        begun, counted = sitting[0].sitting.seconds, sitting[1:]
    seconds = sitting[-1].sitting.seconds - begun
    if seconds <= 0:
        return None
    total = sum((receipt.tally for receipt in counted), Tally())
    return Rate(total.n_records / seconds, total.n_words / seconds)


def _faults(run: RunFolder, receipts: Sequence[Receipt]) -> list[Fault]:
    faults = []
    for receipt in receipts:
        path = run.part(receipt.part)
        size = path.stat().st_size if path.is_file() else None
        if size != receipt.n_bytes:
            what = "it is missing" if size is None else f"it has {size} bytes"
            faults.append(Fault(str(path), f"{what}, expected {receipt.n_bytes} bytes", DO_AGAIN))
    return faults


DO_AGAIN = "Give the slantwise analyze command that made the run again: it does this part again."
