"""How a run stands."""

from pathlib import Path
from typing import TYPE_CHECKING

from slantwise.run import (
    RunStatus,
    Verification,
    run_status,
    verify_run,
)

if TYPE_CHECKING:
    pass


def status(run: str | Path) -> RunStatus:
    """How far a run has come, while another process works on it or afterwards.

    Args:
        run: the run folder.

    Raises:
        RunError: there is no run, or its manifest is damaged.
    """
    return run_status(Path(run))


def verify(run: str | Path) -> Verification:
    """Look a run over: digests, counts, no article missing or twice, parts against the manifest.

    Args:
        run: the run folder; of one at work or stopped, the finished parts are looked over.

    Raises:
        RunError: there is no run.
    """
    return verify_run(Path(run))
