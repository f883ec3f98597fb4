"""Swap sentences of a few words, and a stub analyser that has a view of names."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

LOGITS = SimpleNamespace(
    against=np.log([0.8, 0.1, 0.1]),
    neutral=np.log([0.1, 0.8, 0.1]),
    favour=np.log([0.1, 0.1, 0.8]),
    unsure=np.log([0.4, 0.3, 0.3]),
)
"""Of the probabilities against, neutral, favour; the stub names no stance below 0.5."""


@pytest.fixture
def logits() -> SimpleNamespace:
    """Logits by the stance they lead to."""
    return LOGITS


@pytest.fixture
def line() -> Callable[..., dict[str, Any]]:
    """One line of a pairs file: `first` verb the rest, with a counterpart a name."""

    def make(name: str, first: str, *others: str, rest: str = "met the press.", **keys: Any) -> Any:
        edits = {other: [{"start": 0, "end": len(first), "text": other}] for other in others}
        return {
            "id": name,
            "text": f"{first} {rest}",
            "start": 0,
            "end": len(first),
            "actor": first,
            "swaps": [{"actor": other, "edits": edits[other]} for other in others],
        } | keys

    return make


@pytest.fixture
def views(stub: SimpleNamespace) -> Callable[..., Any]:
    """A stub analyser that holds the given logits of stance toward each name."""

    def make(readings: dict[str, Any] | None = None, **names: np.ndarray) -> Any:
        return stub.Analyser(readings or {}, {"stance": names})

    return make
