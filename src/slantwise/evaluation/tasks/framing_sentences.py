"""Task `framing-sentences`: is the text biased by its wording?

The answer is the `bias` head's; a text of several sentences is as biased as its most biased one.
"""

from collections.abc import Iterable

import numpy as np

from slantwise.evaluation.analyser import Analyser
from slantwise.evaluation.items import GoldSentence
from slantwise.evaluation.metrics import (
    Metric,
    accuracy,
    auc,
    calibration_error,
    f1,
    macro_f1,
    mcc,
)
from slantwise.evaluation.scored import Scored
from slantwise.evaluation.tasks.batches import encoded_sentences
from slantwise.evaluation.texts import sentences_of


def score(items: Iterable[GoldSentence], analyser: Analyser) -> Scored:
    """Figures over the two classes, at the head's own threshold.

    `ece` weighs the probability of "biased" against the share that is biased, so that it does
    not depend on the threshold. The head never abstains.
    """
    gold, sure = [], []
    for item, outputs in encoded_sentences(items, _sentences, analyser):
        gold.append(item.biased)
        sure.append(max(output.bias for output in outputs))
    biased, probability = np.array(gold, dtype=bool), np.array(sure, dtype=np.float64)
    found = probability >= analyser.encoder.model.heads["bias"].threshold
    metrics: dict[str, Metric] = {
        "macro_f1": macro_f1(biased, found, 2),
        "mcc": mcc(biased, found),
        "auc": auc(biased, probability),
        "ece": calibration_error(probability, biased),
        "accuracy": accuracy(biased, found),
        "biased_f1": f1(biased & found, biased, found),
    }
    return Scored(metrics=metrics, n_units=len(gold), answered=len(gold))


def _sentences(item: GoldSentence) -> list[tuple[str, int]]:
    return [(s.span.of(item.text), s.span.start) for s in sentences_of(item.id, item.text)]
