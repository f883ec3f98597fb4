"""Task `stance-directed`: what stance does one mentioned actor hold toward another?

The answer comes from the encoder's two directed heads, which give each token a factor as holder
and one as target.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from slantwise.errors import ModelError
from slantwise.evaluation.analyser import Analyser
from slantwise.evaluation.items import GoldPair
from slantwise.evaluation.scored import Scored
from slantwise.evaluation.tasks.batches import encoded
from slantwise.evaluation.tasks.stances import StanceAnswer, compare
from slantwise.records import SentenceOutputs, Span, StanceJudgement
from slantwise.stance import failed, from_logits

if TYPE_CHECKING:
    from slantwise.encode import Head


def score(items: Iterable[GoldPair], analyser: Analyser) -> Scored:
    """Figures over the three classes, with the head's own temperature and abstention line.

    Raises:
        ModelError: the model was not taught directed stance.
    """
    model = analyser.encoder.model
    if "directed" not in model.heads:
        raise ModelError(
            f"model {model.name} was not taught directed stance; expected one with that head, "
            "such as base"
        )
    head = model.heads["directed"]
    return compare(
        [
            StanceAnswer(item.stance, judge_pair(outputs, item, head))
            for item, outputs in encoded(items, lambda item: item.text, analyser)
        ]
    )


def judge_pair(outputs: SentenceOutputs, item: GoldPair, head: "Head") -> StanceJudgement:
    """The stance of the holder toward the target.

    The factors of each mention are the mean over its tokens; the logit of a class is the sum,
    along the rank, of the product of the two. Failed where the encoder has no token at one of
    the mentions.
    """
    holder, target = _tokens(outputs, item.holder), _tokens(outputs, item.target)
    for name, tokens in (("holder", holder), ("target", target)):
        if not tokens.any():
            return failed(f"the encoder has no token at the {name}")
    left = outputs.holder[holder].mean(axis=0)
    right = outputs.target[target].mean(axis=0)
    return from_logits((left * right).sum(axis=-1) / head.temperature, head.abstain_below)


def _tokens(outputs: SentenceOutputs, mention: Span) -> np.ndarray:
    starts, ends = outputs.tokens[:, 0], outputs.tokens[:, 1]
    inside: np.ndarray = (starts < mention.end) & (ends > mention.start)
    return inside
