"""Temperatures and thresholds of the heads, chosen on the first half of each dev set."""

from collections.abc import Callable, Mapping

from slantwise.train import calibrate
from slantwise.train.dev_sets import (
    DevSet,
    bias_of,
    content_of,
    directed_of,
    kind_of,
    loaded_of,
    outputs_of_graph,
    stance_of,
    technique_of,
)
from slantwise.train.items import Items
from slantwise.train.labels import OUTPUTS
from slantwise.train.scores import sigmoid, softmax
from slantwise.train.shipped import HeadSettings

Heads = Mapping[str, HeadSettings]


def choose_stance(items: Items) -> HeadSettings:
    """Temperature and abstention line for a task whose classes exclude one another."""
    t = calibrate.softmax_temperature(items.logits, items.gold)
    p = softmax(items.logits / t)
    line = calibrate.abstention_line(p.max(1), p.argmax(1) == items.gold)
    return HeadSettings(temperature=t, threshold=0.0, abstain_below=line)


def choose_sigmoid(items: Items) -> HeadSettings:
    """Temperature and the threshold of the best F1 for a yes-or-no task."""
    gold = items.gold.astype(bool)
    t = calibrate.sigmoid_temperature(items.logits, gold)
    return HeadSettings(t, calibrate.best_threshold(sigmoid(items.logits / t), gold))


def choose_bias(items: Items) -> HeadSettings:
    """Temperature and the threshold of the best macro-F1 for sentence bias."""
    gold = items.gold.astype(bool)
    t = calibrate.sigmoid_temperature(items.logits, gold)
    return HeadSettings(t, calibrate.best_macro_threshold(sigmoid(items.logits / t), gold))


def choose(dev: Mapping[str, DevSet], settled: Heads) -> dict[str, HeadSettings]:
    """Settings of every head that the network was taught, chosen on the first half of dev sets.

    `settled` holds those chosen elsewhere (sentence bias and loaded words by cross-validation); a
    head that was taught and has no dev data keeps temperature 1 and threshold 0.5.
    """
    heads, outputs = {}, outputs_of_graph(dev)
    for head, (items_of, chosen_by) in CHOICES.items():
        if OUTPUTS.get(head, (head,))[0] not in outputs:
            continue
        items = items_of(dev)
        if head in settled:
            heads[head] = settled[head]
        else:
            heads[head] = HeadSettings() if items is None else chosen_by(items.half(chosen=True))
    return heads


def choose_directed(items: Items) -> HeadSettings:
    """Temperature for directed stance, which never abstains."""
    return HeadSettings(calibrate.softmax_temperature(items.logits, items.gold), threshold=0.0)


Chosen = tuple[Callable[[Mapping[str, DevSet]], Items | None], Callable[[Items], HeadSettings]]
CHOICES: Mapping[str, Chosen] = {
    "bias": (bias_of, choose_bias),
    "loaded": (loaded_of, choose_sigmoid),
    "kind": (kind_of, choose_sigmoid),
    "technique": (technique_of, choose_sigmoid),
    "stance": (stance_of, choose_stance),
    "directed": (directed_of, choose_directed),
    "attributed": (content_of, choose_sigmoid),
}
"""For each head, the dev items on which its settings are chosen, and how."""
