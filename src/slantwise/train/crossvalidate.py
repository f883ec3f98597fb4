"""Cross-validation of the last stage on BABE: sentence bias and loaded words.

The stages before have not seen BABE, so only the last one is repeated for each fold.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import matthews_corrcoef, roc_auc_score

from slantwise.errors import SettingsError
from slantwise.train.choosing import choose_bias, choose_sigmoid
from slantwise.train.data import babe
from slantwise.train.dev_sets import joined
from slantwise.train.drawing import Pool
from slantwise.train.examples import Example
from slantwise.train.folds import FoldsBy, folds
from slantwise.train.graphs import Graphs, make_graphs
from slantwise.train.items import Items, bias_items, loaded_tokens, loaded_words
from slantwise.train.measure import Bools, yes_ece, yes_figures
from slantwise.train.pipeline import Training, after_stage, run_stage, stage_pools
from slantwise.train.reading import Reading, graph_forward, read_all
from slantwise.train.scores import Floats, Ints, f1, macro_f1, sigmoid
from slantwise.train.shipped import HeadSettings
from slantwise.train.sources import aside_texts

LOG = logging.getLogger(__name__)
Figures = dict[str, float | int]


@dataclass(frozen=True, slots=True)
class FoldItems:
    """Items of one fold, read by the network that has not seen it.

    Attributes:
        bias: one item a sentence.
        loaded: one item a word.
        tokens: one item a token of the encoder, as token classifiers are usually scored.
        n_words: array [sentence], words of each sentence: how many of `loaded` are its own.
        groups: the outlets or topics of the fold, sorted; none where folds are of sentences.
    """

    bias: Items
    loaded: Items
    tokens: Items
    n_words: Ints
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fold:
    """Which sentences a fold's network learns from, and which it reads.

    Attributes:
        seen: those of the other folds.
        unseen: its own.
        groups: the outlets or topics of `unseen`, sorted; none where folds are of sentences.
    """

    seen: tuple[Example, ...]
    unseen: tuple[Example, ...]
    groups: tuple[str, ...]


def fold_items(training: Training, n_folds: int, by: FoldsBy = FoldsBy.RANDOM) -> list[FoldItems]:
    """Items of each fold, from the int8 graph of the network trained on the other folds.

    Raises:
        SettingsError: the last stage does not learn from BABE, or groups are too few.
        GoldError: a sentence names no outlet or topic to be folded by.
    """
    index = len(training.recipe.stage) - 1
    stage = training.recipe.stage[index]
    pools = stage_pools(training, stage, aside_texts(training.folders))
    learned = next((pool for pool in pools if pool.settings.data == "babe"), None)
    if learned is None:
        raise SettingsError(
            f"recipe {training.recipe.name}: its last stage learns nothing from babe, so there is "
            "nothing to cross-validate; score BABE as a set that the model has not seen"
        )
    others = [pool for pool in pools if pool is not learned]
    found = []
    for number, fold in enumerate(make_folds(training, learned.examples, n_folds, by)):
        part = training.fold(number, by)
        network = after_stage(training, index - 1)
        run_stage(part, index, network, [Pool(learned.settings, fold.seen), *others])
        readings = read_fold(make_graphs(part, network), fold.unseen)
        found.append(items_of(fold, readings))
        words = found[-1].loaded
        best = yes_figures(words, choose_sigmoid(words))["f1"]
        macro = plain_macro(found[-1].bias)
        LOG.info("fold %d: bias macro-F1 %.3f at 0.5, loaded F1 %.3f at best", number, macro, best)
    return found


def items_of(fold: Fold, readings: Sequence[Reading]) -> FoldItems:
    """The items of a fold's own sentences, given their readings."""
    pairs = zip(fold.unseen, readings, strict=True)
    return FoldItems(
        bias_items(fold.unseen, readings),
        loaded_words(fold.unseen, readings),
        loaded_tokens(fold.unseen, readings),
        np.array([len(loaded_words([e], [r]).gold) for e, r in pairs], dtype=np.int64),
        fold.groups,
    )


def make_folds(
    training: Training, examples: Sequence[Example], n_folds: int, by: FoldsBy
) -> list[Fold]:
    """The folds of BABE's sentences; near-duplicates share one, whatever folds are made of."""
    names = group_names(training, examples, by)
    fold_of = folds([e.text for e in examples], n_folds, training.recipe.seed, together=names)
    return [
        Fold(
            seen=tuple(e for e, f in zip(examples, fold_of, strict=True) if f != number),
            unseen=tuple(e for e, f in zip(examples, fold_of, strict=True) if f == number),
            groups=tuple(
                sorted({n for n, f in zip(names or (), fold_of, strict=False) if f == number})
            ),
        )
        for number in range(n_folds)
    ]


def group_names(training: Training, examples: Sequence[Example], by: FoldsBy) -> list[str] | None:
    """The outlet or topic of each example; None where folds are of sentences."""
    if by is FoldsBy.RANDOM:
        return None
    groups = babe.read_groups(training.folders.of("babe"), "train", by.value)
    return [groups[example.id] for example in examples]


def read_fold(graphs: Graphs, unseen: Sequence[Example]) -> list[Reading]:
    """Readings of the sentences of a fold by its int8 graph."""
    return read_all(unseen, graphs.tokenizer, graph_forward(graphs.int8))


def plain_macro(items: Items) -> float:
    """Macro-F1 at probability one half."""
    return macro_f1(items.gold, (items.logits > 0).astype(int), 2)


def chosen_heads(parts: Sequence[FoldItems]) -> dict[str, HeadSettings]:
    """Settings of the two heads, chosen on all folds: what the shipped model uses."""
    return {
        "bias": choose_bias(joined([p.bias for p in parts])),
        "loaded": choose_sigmoid(joined([p.loaded for p in parts])),
    }


def settings_of_others(parts: Sequence[FoldItems]) -> dict[str, list[HeadSettings]]:
    """For each head and fold, the temperature and threshold that the other folds choose."""
    others = [[*parts[:k], *parts[k + 1 :]] for k in range(len(parts))]
    heads = [chosen_heads(rest) for rest in others]
    return {
        "bias": [each["bias"] for each in heads],
        "loaded": [each["loaded"] for each in heads],
        "loaded_tokens": [choose_sigmoid(joined([p.tokens for p in r])) for r in others],
    }


def items_by_head(parts: Sequence[FoldItems]) -> dict[str, list[Items]]:
    """For each head, the items of each fold."""
    return {
        "bias": [part.bias for part in parts],
        "loaded": [part.loaded for part in parts],
        "loaded_tokens": [part.tokens for part in parts],
    }


def crossvalidated(parts: Sequence[FoldItems]) -> dict[str, Figures]:
    """Figures over all folds; each fold's temperature and threshold come from the other folds."""
    items, heads = items_by_head(parts), settings_of_others(parts)
    return {
        "bias": bias_figures(items["bias"], heads["bias"]),
        "loaded": loaded_figures(items["loaded"], heads["loaded"]),
        "loaded_tokens": loaded_figures(items["loaded_tokens"], heads["loaded_tokens"]),
    }


def pooled_by_head(parts: Sequence[FoldItems]) -> dict[str, "Pooled"]:
    """For each head, the items of all folds, judged as in `crossvalidated`."""
    items, heads = items_by_head(parts), settings_of_others(parts)
    return {head: pooled(items[head], heads[head]) for head in items}


@dataclass(frozen=True, slots=True)
class Pooled:
    """Items of all folds, each judged by settings that its own fold did not choose.

    Attributes:
        probability: array [item], after temperature.
        found: array [item], whether the answer is yes.
        gold: array [item], whether yes is right.
    """

    probability: Floats
    found: Bools
    gold: Bools


def pooled(parts: Sequence[Items], heads: Sequence[HeadSettings]) -> Pooled:
    """The items of all folds in order, each fold's by the settings beside it."""
    pairs = list(zip(parts, heads, strict=True))
    each = [sigmoid(items.logits / head.temperature) for items, head in pairs]
    return Pooled(
        np.concatenate(each),
        np.concatenate([p >= head.threshold for p, (_, head) in zip(each, pairs, strict=True)]),
        np.concatenate([items.gold for items in parts]).astype(bool),
    )


def bias_figures(parts: Sequence[Items], heads: Sequence[HeadSettings]) -> Figures:
    """Figures of sentence bias, all folds' sentences together."""
    all_folds = pooled(parts, heads)
    p, gold, found = all_folds.probability, all_folds.gold, all_folds.found
    each = [plain_macro(i) for i in parts]
    return {
        "n": len(gold),
        "macro_f1": macro_f1(gold.astype(int), found.astype(int), 2),
        "macro_f1_at_half": macro_f1(gold.astype(int), (p >= 0.5).astype(int), 2),
        "macro_f1_at_half_lowest_fold": min(each),
        "macro_f1_at_half_highest_fold": max(each),
        "mcc": float(matthews_corrcoef(gold, found)),
        "auc": float(roc_auc_score(gold, p)),
        "ece": yes_ece(p, gold),
    }


def loaded_figures(parts: Sequence[Items], heads: Sequence[HeadSettings]) -> Figures:
    """Figures of loaded words or tokens, those of all folds together."""
    each = [yes_figures(i, h)["f1"] for i, h in zip(parts, heads, strict=True)]
    all_folds = pooled(parts, heads)
    gold, found = all_folds.gold, all_folds.found
    return {
        "n": len(gold),
        "f1": f1(gold, found),
        "precision": float((gold & found).sum() / max(1, found.sum())),
        "recall": float((gold & found).sum() / max(1, gold.sum())),
        "f1_lowest_fold": min(each),
        "f1_highest_fold": max(each),
    }
