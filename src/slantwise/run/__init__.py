"""The run folder: the record of an analysis on disk."""

from slantwise.run.disk import sweep
from slantwise.run.folder import (
    RunFolder,
    counts,
    is_run,
    open_run,
    start_run,
)
from slantwise.run.lock import Holder, locked
from slantwise.run.manifest import Manifest, Tally
from slantwise.run.parts import MadePart, Outcome, PartWriter, Staged
from slantwise.run.receipts import Receipt, Sitting, read_receipts
from slantwise.run.status import Fault, Rate, RunStatus, run_status
from slantwise.run.store import FileCounts, LeftOut, Store, is_ingested, write_left_out
from slantwise.run.verification import Verification, verify_run

__all__ = [
    "Fault",
    "FileCounts",
    "Holder",
    "LeftOut",
    "MadePart",
    "Manifest",
    "Outcome",
    "PartWriter",
    "Rate",
    "Receipt",
    "RunFolder",
    "RunStatus",
    "Sitting",
    "Staged",
    "Store",
    "Tally",
    "Verification",
    "counts",
    "is_ingested",
    "is_run",
    "locked",
    "open_run",
    "read_receipts",
    "run_status",
    "start_run",
    "sweep",
    "verify_run",
    "write_left_out",
]
