"""Weighs what speaks for each mention near a finding: a network of one small layer.

What a reason is worth depends on the others (the subject of a loaded verb, the possessor of a
loaded noun), which one weight a reason cannot say. Fitted by `scripts/fit_hits.py`.
"""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from slantwise.errors import ModelError
from slantwise.framing.reasons import REASONS

SHIPPED = Path(__file__).with_name("choosing.json")
"""The fitted weights."""


@dataclass(frozen=True, slots=True, eq=False)
class Chooser:
    """Weights of the network.

    Attributes:
        into: array [reason, unit], in the order of `REASONS`.
        bias: array [unit].
        out: array [unit].
        digest: SHA-256 of the file that they were read from; of the weights where there is none.
    """

    into: NDArray[np.float64]
    bias: NDArray[np.float64]
    out: NDArray[np.float64]
    digest: str = field(default="")

    def __post_init__(self) -> None:
        """Name weights of no file, so that no signature stands for two sets of them."""
        if not self.digest:
            weights = b"".join(array.tobytes() for array in (self.into, self.bias, self.out))
            object.__setattr__(self, "digest", hashlib.sha256(weights).hexdigest())

    def weigh(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log-odds, but for a constant, that the finding falls on each mention [mention].

        Args:
            values: what speaks for each [mention, reason].
        """
        weighed: NDArray[np.float64] = np.maximum(values @ self.into + self.bias, 0.0) @ self.out
        return weighed


def read_chooser(path: Path) -> Chooser:
    """The weights in a file that `scripts/fit_hits.py` wrote.

    Raises:
        ModelError: the file does not hold one row of weights for each reason.
    """
    content = path.read_bytes()
    data = json.loads(content)
    if tuple(data["reasons"]) != REASONS:
        raise ModelError(
            f"{path}: weights for {len(data['reasons'])} reasons, expected those of "
            f"`slantwise.framing.reasons` ({len(REASONS)}) in order. Run scripts/fit_hits.py."
        )
    return Chooser(
        into=np.array(list(data["reasons"].values()), dtype=np.float64),
        bias=np.array(data["bias"], dtype=np.float64),
        out=np.array(data["out"], dtype=np.float64),
        digest=hashlib.sha256(content).hexdigest(),
    )


@cache
def shipped_chooser() -> Chooser:
    """The weights that slantwise ships; read once."""
    return read_chooser(SHIPPED)
