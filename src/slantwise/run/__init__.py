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

__all__ = [
    "Manifest",
    "Outcome",
    "RunFolder",
    "counts",
    "is_run",
    "locked",
    "open_run",
    "start_run",
]
