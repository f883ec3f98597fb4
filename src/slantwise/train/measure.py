"""Temperatures and thresholds chosen on dev data, and the figures that stand in metrics.json."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from slantwise.encode.tokens import SentenceTokenizer
from slantwise.train import calibrate
from slantwise.train.examples import Example
from slantwise.train.items import (
    Items,
    bias_items,
    directed_items,
    loaded_words,
    stance_items,
    technique_spans,
    token_items,
)
from slantwise.train.labels import ANY_TECHNIQUE, ATTRIBUTED, KINDS, STANCES, TECHNIQUES
from slantwise.train.reading import Forward, Reading, read_all
from slantwise.train.scores import Floats, Ints, calibration_error, f1, macro_f1, sigmoid, softmax
from slantwise.train.shipped import HeadSettings
from slantwise.train.sources import DataFolders

Heads = Mapping[str, HeadSettings]
Bools = npt.NDArray[np.bool_]
Figures = dict[str, float | int]

DEV_SETS = (
    ("newsmtsc", "rw-dev"),
    ("newsmtsc", "mt-dev"),
    ("directed", "dev"),
    ("ptc", "dev"),
    ("polnear", "dev"),
    ("newssd", "dev"),
    ("framing", "dev"),
)
ANY = TECHNIQUES.index(ANY_TECHNIQUE)
CONTENT = ATTRIBUTED.index("content")


@dataclass(frozen=True, slots=True)
class DevSet:
    """A dev set with the model's outputs.

    Attributes:
        examples: its sentences.
        readings: outputs, one a sentence.
    """

    examples: tuple[Example, ...]
    readings: tuple[Reading, ...]


def read_dev(
    folders: DataFolders, tokenizer: SentenceTokenizer, forward: Forward
) -> dict[str, DevSet]:
    """Every dev set that is there and not empty, by "data split"."""
    found = {}
    for name, split in DEV_SETS:
        examples = folders.read(name, split)
        if examples:
            readings = read_all(examples, tokenizer, forward)
            found[f"{name} {split}"] = DevSet(tuple(examples), tuple(readings))
    return found


def joined(parts: Sequence[Items]) -> Items:
    """All items of several sets."""
    return Items(
        np.concatenate([part.logits for part in parts]),
        np.concatenate([part.gold for part in parts]),
        np.concatenate([part.chosen for part in parts]),
    )


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


def choose(dev: Mapping[str, DevSet], settled: Heads) -> dict[str, HeadSettings]:
    """Settings of every head, chosen on the first half of each dev set.

    `settled` holds those chosen elsewhere (sentence bias and loaded words by cross-validation);
    a head with no dev data keeps temperature 1 and threshold 0.5.
    """
    heads = {name: HeadSettings() for name in ("bias", "loaded", "kind", "technique")}
    heads["stance"] = choose_stance(stance_of(dev).half(chosen=True))
    directed = directed_items(*both(dev["directed dev"])).half(chosen=True)
    t = calibrate.softmax_temperature(directed.logits, directed.gold)
    heads["directed"] = HeadSettings(temperature=t, threshold=0.0)
    technique = token_items(*both(dev["ptc dev"]), "technique", ANY).half(chosen=True)
    heads["technique"] = choose_sigmoid(technique)
    content = token_items(*both(dev["polnear dev"]), "attributed", CONTENT).half(chosen=True)
    heads["attributed"] = choose_sigmoid(content)
    if "framing dev" in dev:
        heads["kind"] = choose_sigmoid(kind_items(dev["framing dev"]).half(chosen=True))
    return heads | dict(settled)


def stance_of(dev: Mapping[str, DevSet]) -> Items:
    """Mentions of both NewsMTSC dev sets."""
    return joined([stance_items(*both(dev[f"newsmtsc {s}"])) for s in ("rw-dev", "mt-dev")])


def both(part: DevSet) -> tuple[tuple[Example, ...], tuple[Reading, ...]]:
    """Examples and readings, as the item functions take them."""
    return part.examples, part.readings


def kind_items(part: DevSet) -> Items:
    """Tokens of all thirteen kinds, one item a token and kind."""
    return joined([token_items(*both(part), "kind", column) for column in range(len(KINDS))])


def figures(dev: Mapping[str, DevSet], heads: Heads) -> dict[str, dict[str, Figures]]:
    """Figures by task and data set, on all items and on the half that no choice was made on."""
    found: dict[str, dict[str, Figures]] = {"stance": {}, "directed": {}}
    for split in ("rw-dev", "mt-dev"):
        items = stance_items(*both(dev[f"newsmtsc {split}"]))
        found["stance"][f"newsmtsc {split}"] = class_figures(items, heads["stance"])
    directed = directed_items(*both(dev["directed dev"]))
    found["directed"]["directed dev"] = class_figures(directed, heads["directed"])
    found["technique"] = {"ptc dev": technique_figures(dev["ptc dev"], heads["technique"])}
    found["attributed"] = {"polnear dev": attributed_figures(dev["polnear dev"], heads)}
    for name in ("newssd dev", "framing dev"):
        if name in dev:
            found.setdefault("bias", {})[name] = bias_figures(dev[name], heads["bias"])
    if "framing dev" in dev:
        framing = dev["framing dev"]
        found["loaded"] = {
            "framing dev": yes_figures(loaded_words(*both(framing)), heads["loaded"])
        }
        found["kind"] = {"framing dev": yes_figures(kind_items(framing), heads["kind"])}
    return found


def class_figures(items: Items, head: HeadSettings) -> Figures:
    """Macro-F1, accuracy and calibration error; an abstention counts as a wrong answer."""
    result: Figures = {"n": len(items.gold)}
    for suffix, part in (("", items), ("_other_half", items.half(chosen=False))):
        p = softmax(part.logits / head.temperature)
        answered = p.max(1) >= head.abstain_below
        found = np.where(answered, p.argmax(1), -1)
        right = p.argmax(1) == part.gold
        result |= {
            f"macro_f1{suffix}": macro_f1(part.gold, found, len(STANCES)),
            f"accuracy{suffix}": float((found == part.gold).mean()),
            f"macro_f1_without_abstention{suffix}": macro_f1(part.gold, p.argmax(1), len(STANCES)),
            f"answered{suffix}": float(answered.mean()),
            f"ece{suffix}": calibration_error(p.max(1), right),
        }
    return result


def yes_figures(items: Items, head: HeadSettings) -> Figures:
    """F1, precision, recall and calibration error of a yes-or-no task."""
    result: Figures = {"n": len(items.gold)}
    for suffix, part in (("", items), ("_other_half", items.half(chosen=False))):
        p = sigmoid(part.logits / head.temperature)
        gold, found = part.gold.astype(bool), p >= head.threshold
        result |= {
            f"f1{suffix}": f1(gold, found),
            f"precision{suffix}": share(gold & found, found),
            f"recall{suffix}": share(gold & found, gold),
            f"ece{suffix}": yes_ece(p, gold),
        }
    return result


def share(part: Bools, whole: Bools) -> float:
    """Size of `part` over size of `whole`; 0 where the whole is empty."""
    return float(part.sum() / whole.sum()) if whole.sum() else 0.0


def yes_ece(p: Floats, gold: Ints | Bools) -> float:
    """Calibration error of the answer given: the likelier of yes and no."""
    return calibration_error(np.maximum(p, 1 - p), (p >= 0.5) == gold.astype(bool))


def bias_figures(part: DevSet, head: HeadSettings) -> Figures:
    """Macro-F1 and calibration error of sentence bias."""
    items = bias_items(*both(part))
    p = sigmoid(items.logits / head.temperature)
    found = (p >= head.threshold).astype(int)
    return {
        "n": len(items.gold),
        "macro_f1": macro_f1(items.gold, found, 2),
        "ece": yes_ece(p, items.gold),
    }


def technique_figures(part: DevSet, head: HeadSettings) -> Figures:
    """Token figures and span F1 of "any technique" (task SI)."""
    result = yes_figures(token_items(*both(part), "technique", ANY), head)
    cut = (head.temperature, head.threshold)
    return result | {"span_f1": technique_spans(*both(part), ANY, cut).f1}


def attributed_figures(part: DevSet, heads: Heads) -> Figures:
    """Token figures of attributed content, and F1 of cue and source."""
    head = heads["attributed"]
    result = yes_figures(token_items(*both(part), "attributed", CONTENT), head)
    for name in ("cue", "source"):
        items = token_items(*both(part), "attributed", ATTRIBUTED.index(name))
        result[f"{name}_f1"] = yes_figures(items, head)["f1"]
    return result
