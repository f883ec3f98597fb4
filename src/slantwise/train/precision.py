"""Whether a step of training is quicker in bfloat16 than in fp32 on this machine.

Some processors multiply bfloat16 in half the time of fp32, others in twice. Asked by `stage`.
"""

import logging
import time
from functools import cache

import torch
from torch import Tensor

LOG = logging.getLogger(__name__)
# Tokens of a batch by the width of MiniLM's inner layers, where a step spends most of its time.
SHAPE = (1024, 384, 1536)
TRIES = 20


@cache
def rounding_pays(device: str) -> bool:
    """Whether matrices multiply faster in bfloat16 on a device of this type ("cpu", "cuda")."""
    if device != "cpu":
        return True
    rows, inner, columns = SHAPE
    seconds = {
        dtype: best_seconds(
            torch.ones(rows, inner, dtype=dtype), torch.ones(inner, columns, dtype=dtype)
        )
        for dtype in (torch.float32, torch.bfloat16)
    }
    pays = seconds[torch.bfloat16] < seconds[torch.float32]
    LOG.info("training in %s", "bfloat16" if pays else "fp32: bfloat16 is slower here")
    return pays


def best_seconds(a: Tensor, b: Tensor) -> float:
    """Seconds of the quickest of some products of two matrices."""
    found = []
    for _ in range(TRIES):
        began = time.perf_counter()
        torch.matmul(a, b)
        found.append(time.perf_counter() - began)
    return min(found)
