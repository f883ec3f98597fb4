"""The `stance` stage, first half: the stance toward one mention.

Takes head outputs; gives a judgement in one of three states. Stance toward an actor means how
the words present that actor, not what the writer privately thinks.
"""

import numpy as np

from slantwise.records import (
    SentenceOutputs,
    Span,
    Stance,
    StanceJudgement,
    State,
    mean_row,
)

STANCES = tuple(Stance)


def failed(reason: str) -> StanceJudgement:
    """A judgement that could not be made, and why."""
    return StanceJudgement(State.FAILED, None, 0.0, 0.0, 0.0, reason)


def judge(outputs: SentenceOutputs, mention: Span, *, abstain_below: float) -> StanceJudgement:
    """The stance toward a mention: softmax of the mean logits over its tokens.

    Args:
        outputs: those of the mention's sentence.
        mention: its span in the article's text.
        abstain_below: probability of the likeliest class below which none is named.

    Returns:
        Labelled or abstained; failed where no token of the sentence overlaps the mention.
    """
    logits = outputs.stance[outputs.tokens_in(mention)]
    if not len(logits):
        return failed("the encoder has no token at the mention")
    return from_logits(mean_row(logits), abstain_below)


def from_logits(logits: np.ndarray, abstain_below: float) -> StanceJudgement:
    """A judgement from three calibrated logits: against, neutral, favour.

    >>> from_logits(np.array([2.0, 0.0, 0.0]), abstain_below=0.5).label.value
    'against'
    """
    weights = np.exp(logits - logits.max())
    against, neutral, favour = (float(value) for value in weights / weights.sum())
    return from_probabilities((against, neutral, favour), abstain_below)


def from_probabilities(
    probabilities: tuple[float, float, float], abstain_below: float
) -> StanceJudgement:
    """A judgement from the three probabilities; the first of equals wins a tie."""
    best = max(range(3), key=lambda at: probabilities[at])
    if probabilities[best] < abstain_below:
        return StanceJudgement(State.ABSTAINED, None, *probabilities)
    return StanceJudgement(State.LABELLED, STANCES[best], *probabilities)
