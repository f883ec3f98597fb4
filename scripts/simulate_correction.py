"""Coverage of naive and corrected gaps, by simulation with a classifier that errs by outlet.

    python scripts/simulate_correction.py [--runs 1000] [--write docs/correction.md]

Invents pairs of outlets whose true loaded stretches (or stances) are known, a model that misses
and invents them more in one outlet than in the other, and a coded sample drawn as `slantwise code
sample` draws it; then estimates the gap with the package's own functions. Prints a table in
Markdown: how often the package would give a corrected gap at all (its rule on how many coded units
hold what is compared), and of those how often each 95 % interval covers the true gap, and how wide
it is on average. With --write, the table replaces what stands between the marks in the page.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from slantwise.coding.allocation import allocate
from slantwise.coding.frame import ABSTAINED, FINDING, LIKELY, NONE, SURE, Frame
from slantwise.coding.records import Task
from slantwise.comparison.corrected import MINIMUM_HITS
from slantwise.comparison.matched import differences
from slantwise.comparison.pseudo_outcomes import CodedUnits, powered, supervised
from slantwise.comparison.totals import Totals, add_up

EVENTS = (20, 60)
CODED = {Task.FRAMING: (200, 400, 800), Task.STANCE: (100, 200, 400, 800)}
"""Units coded, of both outlets together; the least is what `compare` asks for."""
N_RESAMPLES = 1000
SEED = 3
BATCH = 100
SENTENCES, WORDS = 18, 22
"""Mean sentences an article, and own-voice words a sentence."""

START, END = "<!-- simulation -->\n", "<!-- end of simulation -->"
ESTIMATES = ("naive", "supervised", "powered")

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Scene:
    """Two outlets and a model.

    Attributes:
        name: what is varied.
        truth: findings per 1,000 words of each outlet; for stance, the mean of each.
        recall: share of true stretches that the model finds, by outlet.
        invented: stretches that the model invents per 1,000 words, by outlet; for stance, how
            far the model's score is moved.
        stance: whether stance is compared.
    """

    name: str
    truth: tuple[float, float]
    recall: tuple[float, float] = (0.7, 0.7)
    invented: tuple[float, float] = (2.0, 2.0)
    stance: bool = False

    @property
    def gap(self) -> float:
        """The difference that the interval should cover."""
        return self.truth[0] - self.truth[1]


SCENES = (
    Scene("no gap, model errs alike", (8, 8)),
    Scene("no gap, model finds 85 % in one outlet and 50 % in the other", (8, 8), (0.85, 0.5)),
    Scene("gap of 3, hidden by the model", (8, 5), (0.5, 0.75), (1.0, 3.5)),
    Scene("no gap, rare (1 per 1,000 words)", (1, 1), (0.8, 0.4), (0.5, 0.2)),
    Scene(
        "stance, no gap, model leans by outlet", (-0.1, -0.1), invented=(-0.15, 0.1), stance=True
    ),
    Scene(
        "stance, gap of 0.2, model leans against it", (-0.2, 0.0), invented=(0.1, -0.1), stance=True
    ),
)


@dataclass(frozen=True, eq=False)
class World:
    """One invented run: its frame, the true values, and the denominators by article."""

    frame: Frame
    values: Floats
    words: Floats
    event: Ints


def world(scene: Scene, n_events: int, random: np.random.Generator) -> World:
    """Two outlets with one article each on every event."""
    factor = (
        random.gamma(4, 1 / 4, n_events) if not scene.stance else random.normal(0, 0.2, n_events)
    )
    outlet = np.repeat([0, 1], n_events)
    event = np.tile(np.arange(n_events), 2)
    mean = 6 if scene.stance else SENTENCES
    n_units = np.maximum(2, random.poisson(mean, 2 * n_events))
    article = np.repeat(np.arange(2 * n_events), n_units)
    make = _stances if scene.stance else _sentences
    values, predicted, label, probability, band = make(
        scene, outlet, factor[event], article, random
    )
    frame = Frame(
        task=Task.STANCE if scene.stance else Task.FRAMING,
        ids=tuple(map(str, range(2 * n_events))),
        outlets=("first", "second"),
        outlet=outlet,
        article=article,
        place=np.arange(len(article)),
        label=label,
        probability=probability,
        predicted=predicted[:, None],
        band=band,
        actors=(),
        actor=np.zeros(len(article), np.int64),
    )
    words = np.ones(2 * n_events) if scene.stance else WORDS * n_units.astype(np.float64)
    return World(frame, values, words, event)


Made = tuple[Floats, Floats, Ints, Floats, Ints]


def _sentences(
    scene: Scene, outlet: Ints, factor: Floats, article: Ints, random: np.random.Generator
) -> Made:
    """True and found stretches of every sentence, with the model's band."""
    mine = outlet[article]
    own = random.gamma(4, 1 / 4, len(outlet))
    rate = np.array(scene.truth)[mine] / 1000 * WORDS * (factor * own)[article]
    true = random.poisson(rate)
    found = random.binomial(true, np.array(scene.recall)[mine])
    found += random.poisson(np.array(scene.invented)[mine] / 1000 * WORDS)
    confidence = np.clip(random.normal(0.65 + 0.15 * (true > 0), 0.15), 0.4, 1)
    biased = np.clip(random.normal(0.25 + 0.25 * (true > 0), 0.15), 0, 1)
    hit = found > 0
    band = np.where(hit, 2 + (confidence >= SURE), (biased >= LIKELY).astype(np.int64))
    probability = np.where(hit, confidence, biased)
    label = np.where(hit, FINDING, NONE)
    return true.astype(float), found.astype(float), label, probability, band.astype(np.int64)


def _stances(
    scene: Scene, outlet: Ints, factor: Floats, article: Ints, random: np.random.Generator
) -> Made:
    """True and expected stance of every mention, with the model's band."""
    mine = outlet[article]
    mean = np.clip(np.array(scene.truth)[mine] + np.clip(factor[article], -0.5, 0.5), -0.8, 0.8)
    loaded = random.random(len(mine)) < np.maximum(np.abs(mean), 0.5)
    sign = np.where(
        random.random(len(mine)) < (1 + mean / np.maximum(np.abs(mean), 0.5)) / 2, 1, -1
    )
    true = np.where(loaded, sign, 0)
    score = np.clip(
        0.6 * true + np.array(scene.invented)[mine] + random.normal(0, 0.35, len(mine)), -1, 1
    )
    probability = np.clip(0.4 + np.abs(score) * 0.6, 0, 1)
    label = np.where(score < -0.25, 0, np.where(score > 0.25, 2, 1))
    label = np.where(probability < 0.45, ABSTAINED, label)
    band = np.where(label == ABSTAINED, 6, label + 3 * (probability >= SURE))
    return true.astype(float), score, label, probability, band


def sampled(made: World, n_coded: int, random: np.random.Generator) -> CodedUnits:
    """A stratified sample, as `slantwise code sample` allots it."""
    stratum = made.frame.stratum
    sizes = allocate(made.frame, n_coded, minimum=5)
    held = np.bincount(stratum, minlength=len(sizes))
    drawn = np.concatenate(
        [
            random.choice(np.flatnonzero(stratum == number), size, replace=False)
            for number, size in enumerate(sizes.tolist())
            if size
        ]
    )
    return CodedUnits(
        drawn, made.values[drawn, None], (sizes / np.maximum(held, 1))[stratum[drawn]]
    )


def totals(made: World, coded: CodedUnits, outlet: int) -> Totals:
    """One outlet's totals by event: the model's values, supervised, powered."""
    frame = made.frame
    mine = frame.outlet[frame.article] == outlet
    place = np.cumsum(mine) - 1
    own = coded.at(mine[coded.unit])
    own = CodedUnits(place[own.unit], own.values, own.probability)
    predicted = frame.predicted[mine]
    tuned, _ = powered(predicted, own, made.event[frame.article[mine]])
    estimates = np.concatenate([predicted, supervised(predicted, own), tuned], axis=1)
    sums = np.zeros((len(frame.ids), len(ESTIMATES)))
    np.add.at(sums, frame.article[mine], estimates)
    if frame.task is Task.STANCE:
        sums /= np.maximum(np.bincount(frame.article, minlength=len(frame.ids)), 1)[:, None]
    else:
        sums *= 1000
    chosen = np.flatnonzero(frame.outlet == outlet)
    return add_up(made.event[chosen], sums[chosen], made.words[chosen])


@dataclass(frozen=True, eq=False)
class Outcome:
    """What many runs of one setting gave.

    Attributes:
        given: share of runs in which the package would give a corrected gap.
        covered: array [estimate], share of their intervals that cover the true gap.
        width: array [estimate], mean half-width of their intervals.
    """

    given: float
    covered: Floats
    width: Floats


def simulate(scene: Scene, n_events: int, n_coded: int, n_runs: int) -> Outcome:
    """Many runs of one setting."""
    random = np.random.default_rng([SEED, n_events, n_coded, SCENES.index(scene)])
    covered, width, n_given = np.zeros(len(ESTIMATES)), np.zeros(len(ESTIMATES)), 0
    for batch in _batches(n_runs):
        pairs, given = [], []
        for _ in range(batch):
            made = world(scene, n_events, random)
            coded = sampled(made, n_coded, random)
            given.append((coded.values != 0).sum() >= MINIMUM_HITS)
            pairs.append((totals(made, coded, 0), totals(made, coded, 1)))
        found = differences(pairs, n_resamples=N_RESAMPLES, seed=SEED)
        hit = np.abs(found.a - found.b - scene.gap) <= found.reach
        covered += hit[given].sum(axis=0)
        width += found.reach[given].sum(axis=0)
        n_given += sum(given)
    return Outcome(n_given / n_runs, covered / max(n_given, 1), width / max(n_given, 1))


def _batches(n_runs: int) -> Iterator[int]:
    for start in range(0, n_runs, BATCH):
        yield min(BATCH, n_runs - start)


def table(n_runs: int) -> Iterator[str]:
    """The table's lines in Markdown."""
    widths = (f"± {name}" for name in ESTIMATES)
    yield f"| {' | '.join(('scene', 'events', 'coded', 'given', *ESTIMATES, *widths))} |"
    yield "|---" * (4 + 2 * len(ESTIMATES)) + "|"
    for scene in SCENES:
        name = scene.name
        for n_events in EVENTS:
            for n_coded in CODED[Task.STANCE if scene.stance else Task.FRAMING]:
                found = simulate(scene, n_events, n_coded, n_runs)
                digits = 3 if scene.stance else 2
                cells = [f"{100 * found.given:.0f}"]
                cells += [f"{100 * share:.1f}" for share in found.covered]
                cells += [f"{half:.{digits}f}" for half in found.width]
                yield f"| {name} | {n_events} | {n_coded} | {' | '.join(cells)} |"
                name = ""


def put(page: Path, lines: Sequence[str]) -> None:
    """Replace what stands between the marks of the page."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    page.write_text(before + START + "\n".join(lines) + "\n" + END + after, encoding="utf-8")


def main() -> None:
    """Simulate, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    lines = []
    for line in table(arguments.runs):
        print(line, flush=True)
        lines.append(line)
    if arguments.write:
        put(arguments.write, lines)


if __name__ == "__main__":
    main()
