"""The figures that stand in metrics.json, on all of each dev set and on its other half."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from slantwise.train.choosing import Heads
from slantwise.train.dev_sets import (
    ANY,
    BIAS_SETS,
    CONTENT,
    DevSet,
    both,
    directed_of,
    kind_of,
    loaded_of,
    taught,
)
from slantwise.train.items import Items, bias_items, stance_items, technique_spans, token_items
from slantwise.train.labels import ATTRIBUTED, STANCES
from slantwise.train.scores import Floats, Ints, calibration_error, f1, macro_f1, sigmoid, softmax
from slantwise.train.shipped import HeadSettings

Bools = npt.NDArray[np.bool_]
Figures = dict[str, float | int]


def figures(dev: Mapping[str, DevSet], heads: Heads) -> dict[str, dict[str, Figures]]:
    """Figures by task and data set, on all items and on the half that no choice was made on.

    A task that the network was not taught has none.
    """
    found: dict[str, dict[str, Figures]] = {"stance": {}}
    for split in ("rw-dev", "mt-dev"):
        items = stance_items(*both(dev[f"newsmtsc {split}"]))
        found["stance"][f"newsmtsc {split}"] = class_figures(items, heads["stance"])
    if (directed := directed_of(dev)) is not None:
        found["directed"] = {"directed dev": class_figures(directed, heads["directed"])}
    if part := taught(dev, "ptc dev", "technique"):
        found["technique"] = {"ptc dev": technique_figures(part, heads["technique"])}
    if part := taught(dev, "polnear dev", "attributed"):
        found["attributed"] = {"polnear dev": attributed_figures(part, heads)}
    for name in BIAS_SETS:
        if part := taught(dev, name, "bias"):
            found.setdefault("bias", {})[name] = bias_figures(part, heads["bias"])
    for head, items_of in (("loaded", loaded_of), ("kind", kind_of)):
        if (own := items_of(dev)) is not None:
            found[head] = {"framing dev": yes_figures(own, heads[head])}
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
    result: Figures = {"n": len(items.gold)}
    for suffix, half in (("", items), ("_other_half", items.half(chosen=False))):
        p = sigmoid(half.logits / head.temperature)
        found = (p >= head.threshold).astype(int)
        result |= {
            f"macro_f1{suffix}": macro_f1(half.gold, found, 2),
            f"ece{suffix}": yes_ece(p, half.gold),
        }
    return result


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
