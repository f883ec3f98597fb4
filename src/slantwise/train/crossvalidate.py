"""Cross-validation of the last stage on BABE: sentence bias and loaded words.

The stages before have not seen BABE, so only the last one is repeated for each fold.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import matthews_corrcoef, roc_auc_score

from slantwise.train import calibrate
from slantwise.train.drawing import Pool
from slantwise.train.examples import Example
from slantwise.train.folds import folds
from slantwise.train.graphs import Graphs, make_graphs
from slantwise.train.items import Items, bias_items, loaded_tokens, loaded_words
from slantwise.train.measure import choose_sigmoid, yes_ece, yes_figures
from slantwise.train.pipeline import Training, after_stage, run_stage, stage_pools
from slantwise.train.reading import Reading, graph_forward, read_all
from slantwise.train.scores import f1, macro_f1, sigmoid
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
    """

    bias: Items
    loaded: Items
    tokens: Items


def fold_items(training: Training, n_folds: int) -> list[FoldItems]:
    """Items of each fold, from the int8 graph of the network trained on the other folds."""
    index = len(training.recipe.stage) - 1
    stage = training.recipe.stage[index]
    pools = stage_pools(training, stage, aside_texts(training.folders))
    babe = next(pool for pool in pools if pool.settings.data == "babe")
    others = [pool for pool in pools if pool is not babe]
    fold_of = folds([e.text for e in babe.examples], n_folds, training.recipe.seed)
    found = []
    for fold in range(n_folds):
        seen = [e for e, f in zip(babe.examples, fold_of, strict=True) if f != fold]
        unseen = [e for e, f in zip(babe.examples, fold_of, strict=True) if f == fold]
        part = training.fold(fold)
        network = after_stage(training, index - 1)
        run_stage(part, index, network, [Pool(babe.settings, tuple(seen)), *others])
        readings = read_fold(make_graphs(part, network), unseen)
        found.append(
            FoldItems(
                bias_items(unseen, readings),
                loaded_words(unseen, readings),
                loaded_tokens(unseen, readings),
            )
        )
        words = found[-1].loaded
        best = yes_figures(words, choose_sigmoid(words))["f1"]
        macro = plain_macro(found[-1].bias)
        LOG.info("fold %d: bias macro-F1 %.3f at 0.5, loaded F1 %.3f at best", fold, macro, best)
    return found


def read_fold(graphs: Graphs, unseen: Sequence[Example]) -> list[Reading]:
    """Readings of the sentences of a fold by its int8 graph."""
    return read_all(unseen, graphs.tokenizer, graph_forward(graphs.int8))


def plain_macro(items: Items) -> float:
    """Macro-F1 at probability one half."""
    return macro_f1(items.gold, (items.logits > 0).astype(int), 2)


def all_items(parts: Sequence[Items]) -> Items:
    """Items of several folds in one."""
    return Items(
        np.concatenate([p.logits for p in parts]),
        np.concatenate([p.gold for p in parts]),
        np.concatenate([p.chosen for p in parts]),
    )


def choose_bias(items: Items) -> HeadSettings:
    """Temperature and the threshold of the best macro-F1 for sentence bias."""
    gold = items.gold.astype(bool)
    t = calibrate.sigmoid_temperature(items.logits, gold)
    return HeadSettings(t, calibrate.best_macro_threshold(sigmoid(items.logits / t), gold))


def chosen_heads(parts: Sequence[FoldItems]) -> dict[str, HeadSettings]:
    """Settings of the two heads, chosen on all folds: what the shipped model uses."""
    return {
        "bias": choose_bias(all_items([p.bias for p in parts])),
        "loaded": choose_sigmoid(all_items([p.loaded for p in parts])),
    }


def crossvalidated(parts: Sequence[FoldItems]) -> dict[str, Figures]:
    """Figures over all folds; each fold's temperature and threshold come from the other folds."""
    others = [[*parts[:k], *parts[k + 1 :]] for k in range(len(parts))]
    heads = [chosen_heads(rest) for rest in others]
    tokens = [choose_sigmoid(all_items([p.tokens for p in rest])) for rest in others]
    return {
        "bias": bias_figures([p.bias for p in parts], [h["bias"] for h in heads]),
        "loaded": loaded_figures([p.loaded for p in parts], [h["loaded"] for h in heads]),
        "loaded_tokens": loaded_figures([p.tokens for p in parts], tokens),
    }


def bias_figures(parts: Sequence[Items], heads: Sequence[HeadSettings]) -> Figures:
    """Figures of sentence bias, all folds' sentences together."""
    p = np.concatenate(
        [sigmoid(i.logits / h.temperature) for i, h in zip(parts, heads, strict=True)]
    )
    cut = np.concatenate(
        [np.full(len(i.gold), h.threshold) for i, h in zip(parts, heads, strict=True)]
    )
    gold = np.concatenate([i.gold for i in parts])
    each = [plain_macro(i) for i in parts]
    return {
        "n": len(gold),
        "macro_f1": macro_f1(gold, (p >= cut).astype(int), 2),
        "macro_f1_at_half": macro_f1(gold, (p >= 0.5).astype(int), 2),
        "macro_f1_at_half_lowest_fold": min(each),
        "macro_f1_at_half_highest_fold": max(each),
        "mcc": float(matthews_corrcoef(gold, (p >= cut).astype(int))),
        "auc": float(roc_auc_score(gold, p)),
        "ece": yes_ece(p, gold),
    }


def loaded_figures(parts: Sequence[Items], heads: Sequence[HeadSettings]) -> Figures:
    """Figures of loaded words or tokens, those of all folds together."""
    each = [yes_figures(i, h)["f1"] for i, h in zip(parts, heads, strict=True)]
    pairs = [
        (i.gold.astype(bool), sigmoid(i.logits / h.temperature) >= h.threshold)
        for i, h in zip(parts, heads, strict=True)
    ]
    gold = np.concatenate([g for g, _ in pairs])
    found = np.concatenate([w for _, w in pairs])
    return {
        "n": len(gold),
        "f1": f1(gold, found),
        "precision": float((gold & found).sum() / max(1, found.sum())),
        "recall": float((gold & found).sum() / max(1, gold.sum())),
        "f1_lowest_fold": min(each),
        "f1_highest_fold": max(each),
    }
