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

from simulations.worlds import Floats, Scene, World, world
from slantwise.coding.allocation import allocate
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

START, END = "<!-- simulation -->\n", "<!-- end of simulation -->"
ESTIMATES = ("naive", "supervised", "powered")

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
