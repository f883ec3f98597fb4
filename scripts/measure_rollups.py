"""Ways to roll mention stances up to an article, measured against readers' labels.

    python scripts/measure_rollups.py GOLD.jsonl [--model base]

GOLD is a `stance-articles` file (docs/gold.md). For each roll-up prints, over articles whose own
voice mentions the actor: Spearman's rank correlation with the label, and d, the mean difference
between articles labelled favour and against in standard deviations of the roll-up: what a
comparison of outlets has to work with. Intervals are 95 % percentile bootstraps over articles,
of each figure and of its difference from the first roll-up on the same draws.
"""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from slantwise import load
from slantwise.evaluation.analyser import read_beside
from slantwise.evaluation.gold import read_gold
from slantwise.evaluation.items import GoldStance
from slantwise.evaluation.names import meant
from slantwise.evaluation.texts import to_article
from slantwise.records import AnalysedArticle, Stance, State, Voice

Floats = NDArray[np.float64]
SCORES = {Stance.AGAINST: -1.0, Stance.NEUTRAL: 0.0, Stance.FAVOUR: 1.0}
SEED = 1


def mean_score(p: Floats) -> float:
    """The mean expected stance over mentions: as the comparison has it."""
    return float((p[:, 2] - p[:, 0]).mean())


def balance(p: Floats) -> float:
    """Expected favour less expected against, over what is expected not to be neutral."""
    polar = p[:, 2].sum() + p[:, 0].sum()
    return float((p[:, 2].sum() - p[:, 0].sum()) / polar)


def smoothed_balance(p: Floats) -> float:
    """The same with one neutral mention's worth added below: few mentions count for less."""
    polar = p[:, 2].sum() + p[:, 0].sum()
    return float((p[:, 2].sum() - p[:, 0].sum()) / (polar + 1))


def strongest(p: Floats) -> float:
    """The score of the mention furthest from neutral."""
    scores = p[:, 2] - p[:, 0]
    return float(scores[np.abs(scores).argmax()])


def weighted(p: Floats) -> float:
    """The mean score with each mention weighted by how little it is neutral."""
    weight = 1 - p[:, 1] + 1e-9
    return float((weight * (p[:, 2] - p[:, 0])).sum() / weight.sum())


def root(p: Floats) -> float:
    """The sum of scores over the root of their number: ten like mentions say more than one."""
    return float((p[:, 2] - p[:, 0]).sum() / np.sqrt(len(p)))


def net_labels(p: Floats) -> float:
    """Mentions labelled favour less those labelled against, over all."""
    best = p.argmax(axis=1)
    return float(((best == 2).sum() - (best == 0).sum()) / len(p))


ROLL_UPS: tuple[tuple[str, Callable[[Floats], float]], ...] = (
    ("mean expected stance", mean_score),
    ("balance of what is not neutral", balance),
    ("balance, smoothed", smoothed_balance),
    ("weighted by polarity", weighted),
    ("strongest mention", strongest),
    ("sum over root of number", root),
    ("net labels", net_labels),
)


def probabilities(item: GoldStance, analysed: AnalysedArticle) -> Floats:
    """Array [mention, 3] of the own voice's mentions of the actor meant; may be empty."""
    ids = meant((item.actor, *item.aliases), analysed)
    chosen = [
        (each.judgement.against, each.judgement.neutral, each.judgement.favour)
        for each in analysed.mention_stances
        if each.actor in ids
        and each.voice is Voice.OUTLET
        and each.judgement.state is not State.FAILED
    ]
    return np.array(chosen, np.float64).reshape(len(chosen), 3)


def told(scores: Floats, labels: Floats) -> tuple[float, float]:
    """Spearman's correlation, and d between favour and against."""
    favour, against = scores[labels > 0], scores[labels < 0]
    spread = np.sqrt((favour.var(ddof=1) + against.var(ddof=1)) / 2)
    return float(spearmanr(scores, labels).statistic), float(
        (favour.mean() - against.mean()) / spread
    )


def _measured(mentions: Iterable[Floats], labels: Floats) -> None:
    held = list(mentions)
    random = np.random.default_rng(SEED)
    draws = [random.integers(0, len(held), len(held)) for _ in range(1000)]
    usual = None
    for name, roll_up in ROLL_UPS:
        scores = np.array([roll_up(p) for p in held])
        figures = np.array([told(scores[draw], labels[draw]) for draw in draws])
        usual = figures if usual is None else usual
        rho, d = told(scores, labels)
        low, high = np.quantile(figures, (0.025, 0.975), axis=0)
        worse, better = np.quantile(figures - usual, (0.025, 0.975), axis=0)
        print(
            f"{name:<32} rho {rho:.3f} ({low[0]:.3f} to {high[0]:.3f}; against the first "
            f"{worse[0]:+.3f} to {better[0]:+.3f})   d {d:.2f} ({low[1]:.2f} to {high[1]:.2f}; "
            f"{worse[1]:+.2f} to {better[1]:+.2f})"
        )


def main() -> None:
    """Analyse, roll up, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", default="base")
    arguments = parser.parse_args()
    items = list(read_gold("stance-articles", arguments.gold))
    groups = [[item] for item in items]
    analyser = load(arguments.model)
    mentions, labels = [], []
    read = read_beside(
        iter(groups), lambda g: to_article(g[0].id, g[0].body, title=g[0].title), analyser
    )
    for (item,), analysed in read:
        found = probabilities(item, analysed)
        if len(found):
            mentions.append(found)
            labels.append(SCORES[item.stance])
    print(f"{len(labels)} of {len(items)} articles mention the actor in their own voice")
    _measured(mentions, np.array(labels))


if __name__ == "__main__":
    main()
