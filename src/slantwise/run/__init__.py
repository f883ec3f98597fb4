"""The run folder: the record of an analysis on disk."""

from slantwise.run.folder import (
    Manifest,
    Outcome,
    RunFolder,
    counts,
    is_run,
    locked,
    open_run,
    start_run,
)
from slantwise.run.store import FileCounts, LeftOut, Store, is_ingested, write_left_out

__all__ = [
    "FileCounts",
    "LeftOut",
    "Manifest",
    "Outcome",
    "RunFolder",
    "Store",
    "counts",
    "is_ingested",
    "is_run",
    "locked",
    "open_run",
    "start_run",
    "write_left_out",
]
