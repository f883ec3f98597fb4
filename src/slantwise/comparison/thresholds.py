"""From which confidence a finding counts: as compared, and a tenth to either side of it."""

from collections.abc import Mapping
from dataclasses import dataclass

STEP = 0.1
"""How far the threshold is moved to see whether a difference depends on it."""

_SLACK = 1e-6
"""Confidences are stored with four digits; sums of tenths are not exact."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Three thresholds on confidence.

    Attributes:
        base: of the comparison; 0 counts every finding of the run.
        laxer: `STEP` below; None where the run keeps nothing so far down, or does not say.
        stricter: `STEP` above; None where the run does not say what its own threshold was.
    """

    base: float = 0.0
    laxer: float | None = None
    stricter: float | None = None


def thresholds_of(signature: Mapping[str, str], min_confidence: float | None) -> Thresholds:
    """The thresholds of a run compared at `min_confidence` (None for the run's own).

    >>> signature = {"framing_threshold": "0.5", "framing_kept_below": "0.1"}
    >>> thresholds_of(signature, None)
    Thresholds(base=0.0, laxer=0.4, stricter=0.6)
    >>> thresholds_of({}, 0.7)
    Thresholds(base=0.7, laxer=None, stricter=0.7999999999999999)
    """
    asked = min_confidence or 0.0
    if "framing_threshold" not in signature:
        return Thresholds(asked, None, asked + STEP if asked else None)
    own = float(signature["framing_threshold"])
    kept_from = own - float(signature.get("framing_kept_below", "0"))
    stands = max(own, asked)
    laxer = stands - STEP
    reachable = laxer >= kept_from - _SLACK
    return Thresholds(asked, laxer if reachable else None, stands + STEP)
