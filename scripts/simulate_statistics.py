"""Coverage and power of the comparison's statistics, by simulation.

    python scripts/simulate_statistics.py [--runs 2000] [--plot docs/statistics.svg]

Draws pairs of outlets on invented events and puts them through the package's own functions.
Words vary from article to article, and so do rates: by a gamma factor of the event that both
outlets share, and by one of each article's own. Prints, for each number of events, how often
the 95 % interval covers the truth, beside the percentile interval of the same bootstrap, how
often p is at most 0.05 where there is no difference, and how often where there is one.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulations.curves import SIZES, Curves, plot
from slantwise.comparison.draws import bootstrap_weights
from slantwise.comparison.intervals import rate_interval, standard_errors
from slantwise.comparison.matched import Differences, differences
from slantwise.comparison.totals import Totals

N_RESAMPLES = 2000
SEED = 1
WORDS = 450
SHARED, OWN = 4.0, 4.0
"""Shapes of the gamma factors of an event and of an article; their coefficient of variation is a
half each."""

Floats = NDArray[np.float64]
Pairs = list[tuple[Totals, Totals]]


@dataclass(frozen=True)
class Scene:
    """Two outlets.

    Attributes:
        name: what is varied.
        rates: findings per 1,000 words of each outlet; mean scores where `stance`.
        length: how much longer the first outlet's articles are.
        stance: whether scores of articles are compared in place of rates.
    """

    name: str
    rates: tuple[float, float]
    length: float = 1.0
    stance: bool = False

    @property
    def truth(self) -> float:
        """The difference that the interval should cover."""
        return self.rates[0] - self.rates[1]


NULLS = (
    Scene("common findings, 8 per 1,000 words", (8, 8)),
    Scene("common, first outlet three times as long", (8, 8), length=3),
    Scene("rare kind, 1 per 1,000 words", (1, 1)),
    Scene("stance", (-0.2, -0.2), stance=True),
)
EFFECTS = (
    Scene("12 against 8 per 1,000 words", (12, 8)),
    Scene("16 against 8", (16, 8)),
    Scene("2 against 1", (2, 1)),
    Scene("stance -0.3 against -0.1", (-0.3, -0.1), stance=True),
)


def draw(scene: Scene, n_events: int, n_runs: int) -> Pairs:
    """Totals of both outlets, `n_runs` times over."""
    random = np.random.default_rng([SEED, n_events])
    shape = (n_events, n_runs)
    if scene.stance:
        event = random.normal(0, 0.2, shape)
        outlets = [_scores(random, rate + event) for rate in scene.rates]
    else:
        factor = random.gamma(SHARED, 1 / SHARED, shape)
        lengths = (scene.length, 1.0)
        outlets = [
            _counts(random, rate * factor, WORDS * length)
            for rate, length in zip(scene.rates, lengths, strict=True)
        ]
    units = np.arange(n_events)
    return [
        tuple(Totals(units, x[:, run, None], u[:, run]) for x, u in outlets)  # type: ignore[misc]
        for run in range(n_runs)
    ]


def _counts(random: np.random.Generator, rates: Floats, words: float) -> tuple[Floats, Floats]:
    drawn = random.lognormal(np.log(words), 0.5, rates.shape)
    length: Floats = np.maximum(50, drawn.round())
    own = random.gamma(OWN, 1 / OWN, rates.shape)
    found = random.poisson(rates / 1000 * length * own).astype(np.float64)
    return 1000 * found, length


def _scores(random: np.random.Generator, means: Floats) -> tuple[Floats, Floats]:
    """Sums of the scores of one to three articles an event, and how many they are."""
    n_articles = random.integers(1, 4, means.shape).astype(np.float64)
    noise = random.normal(0, 0.4, means.shape) / np.sqrt(n_articles)
    return np.clip(means + noise, -1, 1) * n_articles, n_articles


def percentile_covers(pairs: Pairs, truth: float) -> float:
    """Share of percentile intervals of the difference that cover the truth."""
    x, y = (np.stack([p[k].numerators[:, 0] for p in pairs], axis=1) for k in (0, 1))
    u, v = (np.stack([p[k].denominators for p in pairs], axis=1) for k in (0, 1))
    drawn = np.concatenate(
        [(w @ x) / (w @ u) - (w @ y) / (w @ v) for w in _weights(len(x))], axis=0
    )
    low, high = np.quantile(drawn, (0.025, 0.975), axis=0)
    return float(((low <= truth) & (truth <= high)).mean())


def rate_covers(pairs: Pairs, truth: float) -> tuple[float, float]:
    """Share of intervals of the first outlet's rate that cover it: the percentile's, and ours."""
    ours = simple = 0
    weights = np.concatenate(list(_weights(len(pairs[0][0]))))
    for totals, _ in pairs:
        drawn = weights @ totals.numerators[:, 0] / (weights @ totals.denominators)
        low, high = np.quantile(drawn, (0.025, 0.975))
        simple += int(low <= truth <= high)
        value = float(totals.ratios[0])
        (error,) = standard_errors(totals, n_resamples=N_RESAMPLES, seed=SEED)
        bound = 3690 / float(totals.denominators.sum())
        interval = rate_interval(value, float(error), n_units=len(totals), none_seen=bound)
        ours += int(interval.low <= truth <= interval.high)
    return simple / len(pairs), ours / len(pairs)


def _weights(n_units: int) -> Sequence[Floats]:
    return list(bootstrap_weights(n_units, N_RESAMPLES, seed=SEED))


def covers(found: Differences, truth: float) -> float:
    """Share of our intervals of the difference that cover the truth."""
    return float((np.abs(found.a - found.b - truth) <= found.reach).mean())


def rejects(found: Differences) -> float:
    """Share of p at most 0.05."""
    return float((found.p <= 0.05).mean())


def simulate(n_runs: int) -> tuple[Curves, Curves]:
    """Print every figure; gives coverage and power by scene, a value a size."""
    coverage: Curves = {}
    power: Curves = {}
    print("No difference: coverage of zero (percentile | slantwise), and share of p <= 0.05")
    for scene in NULLS:
        for n_events in SIZES:
            pairs = draw(scene, n_events, n_runs)
            found = differences(pairs, n_resamples=N_RESAMPLES, seed=SEED)
            simple, ours = percentile_covers(pairs, 0.0), covers(found, 0.0)
            coverage.setdefault(f"{scene.name}, percentile", []).append(simple)
            coverage.setdefault(scene.name, []).append(ours)
            print(_line(scene, n_events, simple, ours, rejects(found)))
    print("\nA difference: coverage of it (percentile | slantwise), and share of p <= 0.05")
    for scene in EFFECTS:
        for n_events in SIZES:
            pairs = draw(scene, n_events, n_runs)
            found = differences(pairs, n_resamples=N_RESAMPLES, seed=SEED)
            simple, ours = percentile_covers(pairs, scene.truth), covers(found, scene.truth)
            power.setdefault(scene.name, []).append(rejects(found))
            print(_line(scene, n_events, simple, ours, rejects(found)))
    print("\nOne outlet's rate: coverage (percentile | slantwise)")
    for scene in (NULLS[0], NULLS[2]):
        for n_events in SIZES:
            simple, ours = rate_covers(draw(scene, n_events, n_runs // 2), scene.rates[0])
            print(_line(scene, n_events, simple, ours))
    return coverage, power


def _line(scene: Scene, n_events: int, *figures: float) -> str:
    return f"{scene.name:<42}{n_events:>4} events" + "".join(f"{100 * f:>8.1f}" for f in figures)


def main() -> None:
    """Simulate, print, and plot where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--plot", type=Path)
    arguments = parser.parse_args()
    coverage, power = simulate(arguments.runs)
    if arguments.plot:
        plot(coverage, power, arguments.plot)


if __name__ == "__main__":
    main()
