"""Which of the encoder's tokens a span of text meets."""

import numpy as np
from numpy.typing import NDArray

from slantwise.records import SentenceOutputs, Span


def tokens_in(outputs: SentenceOutputs, span: Span) -> NDArray[np.bool_]:
    """Whether each token of a sentence meets the span [token]."""
    met: NDArray[np.bool_] = (outputs.tokens[:, 0] < span.end) & (outputs.tokens[:, 1] > span.start)
    return met
