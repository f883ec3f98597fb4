"""Coverage and power of the comparison of shares, by simulation.

    python scripts/simulate_shares.py [--runs 2000]

Draws pairs of outlets on invented events for each measure that is a share: words given to one
actor, loaded introductions, harms that name their doer, events that mention an actor. Shares
vary by event, in the same way for both outlets, and by article. As in a comparison, a pair is
compared only where five events hold something in the numerator of either outlet, and five
something outside it. Prints how often that is so, how often the 95 % interval covers the truth
where it is, and how often p is at most 0.05; then the same for one outlet's own share.
"""

import argparse
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from slantwise.comparison.intervals import linear_errors, share_interval
from slantwise.comparison.matched import differences
from slantwise.comparison.totals import Totals

SIZES = (5, 10, 20, 40, 80)
N_RESAMPLES = 2000
SEED = 1
MINIMUM = 5
SPREAD = 4.0
"""Weight of the mean in the beta distribution of an event's share: its standard deviation is
0.45 times that of a yes or no."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Scene:
    """Two outlets and one measure.

    Attributes:
        name: the measure.
        shares: of each outlet, on average over events.
        below: what a denominator is: quoted words, one to five cases, or one event.
    """

    name: str
    shares: tuple[float, float]
    below: Literal["words", "cases", "event"]


NULLS = (
    Scene("words given to an actor, 20 %", (0.2, 0.2), "words"),
    Scene("words given to an actor, 5 %", (0.05, 0.05), "words"),
    Scene("loaded introductions, 10 %", (0.1, 0.1), "cases"),
    Scene("harms that name their doer, 60 %", (0.6, 0.6), "cases"),
    Scene("events that mention an actor, 50 %", (0.5, 0.5), "event"),
    Scene("events that mention an actor, 90 %", (0.9, 0.9), "event"),
)
EFFECTS = (
    Scene("words given to an actor, 30 % against 15 %", (0.3, 0.15), "words"),
    Scene("loaded introductions, 25 % against 10 %", (0.25, 0.1), "cases"),
    Scene("harms that name their doer, 80 % against 50 %", (0.8, 0.5), "cases"),
    Scene("events that mention an actor, 90 % against 60 %", (0.9, 0.6), "event"),
)


def draw(scene: Scene, n_events: int, n_runs: int) -> list[tuple[Totals, Totals]]:
    """Totals of both outlets, `n_runs` times over, on the events where both have anything."""
    random = np.random.default_rng([SEED, n_events])
    level = random.beta(SPREAD / 2, SPREAD / 2, (n_events, n_runs))
    sides = [_outlet(random, scene, share, level) for share in scene.shares]
    units = np.arange(n_events)
    pairs = []
    for run in range(n_runs):
        both = (sides[0][1][:, run] > 0) & (sides[1][1][:, run] > 0)
        pairs.append(tuple(Totals(units[both], x[both, run, None], u[both, run]) for x, u in sides))
    return pairs  # type: ignore[return-value]


def _outlet(
    random: np.random.Generator, scene: Scene, share: float, level: Floats
) -> tuple[Floats, Floats]:
    """Numerators and denominators [event, run]; `level` is what both outlets share."""
    # The event's own share: a mean of `share` whatever the level, which lifts some events.
    of_event = np.clip(share * 2 * level if share < 0.5 else 1 - (1 - share) * 2 * level, 0, 1)
    if scene.below == "event":
        hit = random.random(level.shape) < of_event
        return hit.astype(np.float64), np.ones(level.shape)
    if scene.below == "cases":
        n_cases = random.integers(1, 6, level.shape)
        return random.binomial(n_cases, of_event).astype(np.float64), n_cases.astype(np.float64)
    words = np.maximum(5, random.lognormal(np.log(80), 0.7, level.shape).round())
    own = random.beta(2 * of_event + 1e-9, 2 * (1 - of_event) + 1e-9)
    return (own * words).round(), words


def told(pair: tuple[Totals, Totals]) -> bool:
    """Whether a comparison would compare the two."""
    x, y = (each.numerators[:, 0] for each in pair)
    rest_x, rest_y = (each.denominators - each.numerators[:, 0] for each in pair)
    hits, rests = ((x > 0) | (y > 0)).sum(), ((rest_x > 0) | (rest_y > 0)).sum()
    return bool(min(hits, rests) >= MINIMUM)


def _told(totals: Totals) -> int:
    rest = totals.denominators - totals.numerators[:, 0]
    return int(min((totals.numerators[:, 0] > 0).sum(), (rest > 0).sum()))


def differ(scene: Scene, n_events: int, n_runs: int) -> tuple[float, float, float]:
    """Share of pairs compared, coverage of the truth among them, and share of p <= 0.05."""
    pairs = [pair for pair in draw(scene, n_events, n_runs) if told(pair)]
    if not pairs:
        return 0.0, float("nan"), float("nan")
    truth = _truth(scene)
    found = differences(pairs, n_resamples=N_RESAMPLES, seed=SEED)
    covers = (np.abs(found.a - found.b - truth) <= found.reach).mean()
    return len(pairs) / n_runs, float(covers), float((found.p <= 0.05).mean())


def _truth(scene: Scene) -> float:
    return scene.shares[0] - scene.shares[1]


def alone(scene: Scene, n_events: int, n_runs: int) -> float:
    """Coverage of the first outlet's own share."""
    totals = [first for first, _ in draw(scene, n_events, n_runs)]
    covered = 0
    for each in totals:
        (error,) = linear_errors(each)
        value, n_told = float(each.ratios[0]), _told(each)
        interval = share_interval(value, float(error), n_units=len(each), n_informative=n_told)
        covered += interval.low <= scene.shares[0] <= interval.high
    return covered / n_runs


def main() -> None:
    """Simulate and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    n_runs = parser.parse_args().runs
    for title, scenes in (("No difference", NULLS), ("A difference", EFFECTS)):
        print(f"{title}: % compared, % of intervals that cover it, % of p <= 0.05")
        for scene in scenes:
            for n_events in SIZES:
                print(_line(scene, n_events, *differ(scene, n_events, n_runs)))
    print("One outlet's share: % of intervals that cover it")
    for scene in NULLS:
        for n_events in SIZES:
            print(_line(scene, n_events, alone(scene, n_events, n_runs // 2)))


def _line(scene: Scene, n_events: int, *figures: float) -> str:
    return f"{scene.name:<50}{n_events:>4} events" + "".join(f"{100 * f:>8.1f}" for f in figures)


if __name__ == "__main__":
    main()
