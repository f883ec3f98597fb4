"""How often two wordings that a run lays side by side are of one act.

    python scripts/alignment_precision.py draw RUN --out PAIRS.csv [--n 60] [--seed 7]
    python scripts/alignment_precision.py score PAIRS.csv

`draw` takes a seeded sample of the run's aligned acts and, of each, two wordings of two outlets, so
that every act counts once however many outlets tell it. A reader writes `same`, `different` or
`unsure` into the column judgement; `score` gives the precision with its 95 % Wilson interval.

`--labels corpora/wording/predicates.jsonl` fills the column for the articles of corpora/demo;
`--judged FILE` takes over judgements of an earlier file where the same pairs come up.
`--without-text` leaves the sentences out, for a file of judgements on articles of others.
"""

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from scipy.stats import binomtest

from slantwise.comparison import compare_run
from slantwise.errors import CodingError, SlantwiseError
from slantwise.records.contrasts import ActWording, AlignedAct
from slantwise.run import RunFolder, open_run
from slantwise.spreadsheets import as_typed, table
from slantwise.wording import WordingSettings
from slantwise.wording.contrasts import contrast_run

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"
JUDGEMENTS = (SAME, DIFFERENT, UNSURE, "")
JUDGED = ("place_a", "place_b", "alike", "probability", "judgement")
COLUMNS = (
    *JUDGED,
    *("note", "outlet_a", "words_a", "sentence_a", "outlet_b", "words_b", "sentence_b"),
)
ALL_ACTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings of an aligned act, to be judged.

    Attributes:
        first: one outlet's.
        second: another's.
        alike: whether all wordings of the act are alike: no contrast, and easier to align.
        probability: mean chance of the act's links.
    """

    first: ActWording
    second: ActWording
    alike: bool
    probability: float

    @property
    def places(self) -> tuple[str, str]:
        """What names the pair without its text."""
        return place_of(self.first), place_of(self.second)


@dataclass(frozen=True, slots=True)
class Precision:
    """What judgements come to.

    Attributes:
        same: pairs judged to word one act.
        different: pairs judged not to.
        unsure: pairs that the reader could not judge; they count on neither side.
        open: pairs without a judgement.
    """

    same: int
    different: int
    unsure: int
    open: int

    def __str__(self) -> str:
        """The share of one act among the pairs judged, with its interval, in words."""
        judged = self.same + self.different
        rest = f"{self.unsure} unsure, {self.open} not judged"
        if not judged:
            return f"no pair is judged; {rest}"
        found = binomtest(self.same, judged).proportion_ci(method="wilson")
        share = f"{self.same}/{judged} = {self.same / judged:.3f}"
        return f"{share} (95 % Wilson {found.low:.3f} to {found.high:.3f}); {rest}"


def place_of(wording: ActWording) -> str:
    """Article, digest of the sentence and offset in it: stays the same from run to run."""
    digest = sha256(wording.sentence.text.encode()).hexdigest()[:12]
    return f"{wording.sentence.article}#{digest}:{wording.sentence.span.start}"


def acts_of(run: RunFolder) -> tuple[AlignedAct, ...]:
    """Every aligned act of a run, also those that a report leaves out for length."""
    settings = replace(WordingSettings(), max_acts=ALL_ACTS)
    return contrast_run(run, compare_run(run), settings).acts


def draw(acts: Sequence[AlignedAct], n: int, seed: int) -> list[Pair]:
    """A simple random sample of acts, in random order, each with a random pair of two outlets.

    All acts where there are no more than `n`.
    """
    chance = random.Random(seed)  # noqa: S311 - a sample, not secrets
    drawn = []
    for act in chance.sample(list(acts), min(n, len(acts))):
        pairs = [(a, b) for a, b in combinations(act.wordings, 2) if a.outlet != b.outlet]
        drawn.append(Pair(*chance.choice(pairs), act.alike, act.probability))
    return drawn


def labelled(pairs: Iterable[Pair], labels: Path, run: RunFolder) -> dict[tuple[str, str], str]:
    """Judgements of the pairs whose predicates are both labelled, by places.

    Two predicates are of one act where their labels share one.
    """
    acts: dict[tuple[str, int], frozenset[str]] = {}
    for line in labels.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        acts[row["article"], row["start"]] = frozenset(row["acts"])
    texts = {one.article.article.id: one for one in run.articles()}

    def told(wording: ActWording) -> frozenset[str] | None:
        article = texts[wording.sentence.article]
        path = Path(article.article.article.source.path)
        start = article.text.index(wording.sentence.text) + wording.sentence.span.start
        return acts.get((f"{path.parent.name}/{path.stem}", start))

    found = {}
    for pair in pairs:
        one, other = told(pair.first), told(pair.second)
        if one is not None and other is not None:
            found[pair.places] = SAME if one & other else DIFFERENT
    return found


def write(
    pairs: Sequence[Pair], path: Path, judged: Mapping[tuple[str, str], str], *, text: bool = True
) -> None:
    """The pairs as a CSV file; without `text`, places and judgements alone."""
    columns = COLUMNS if text else JUDGED
    rows = [[cells(pair, judged)[column] for column in columns] for pair in pairs]
    path.write_text(table([columns, *rows]), encoding="utf-8", newline="")


def cells(pair: Pair, judged: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """The cells of a pair by column; a predicate stands in [brackets] in its sentence."""
    place_a, place_b = pair.places
    row = {
        "place_a": place_a,
        "place_b": place_b,
        "alike": "yes" if pair.alike else "no",
        "probability": f"{pair.probability:.3f}",
        "judgement": judged.get(pair.places, ""),
        "note": "",
    }
    for side, wording in (("a", pair.first), ("b", pair.second)):
        row[f"outlet_{side}"], row[f"words_{side}"] = wording.outlet, wording.words
        row[f"sentence_{side}"] = marked(wording)
    return row


def marked(wording: ActWording) -> str:
    """The sentence with the predicate in brackets."""
    text, span = wording.sentence.text, wording.sentence.span
    return f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a file of pairs.

    Raises:
        CodingError: a column is missing, or a judgement is another word.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = set(JUDGED) - set(reader.fieldnames or ())
        if missing:
            raise CodingError(f"{path}: columns {sorted(missing)} are missing; use a drawn file")
        rows = [{name: as_typed(row[name] or "") for name in JUDGED} for row in reader]
    for number, row in enumerate(rows, start=2):
        row["judgement"] = row["judgement"].strip().lower()
        if row["judgement"] not in JUDGEMENTS:
            raise CodingError(
                f"{path}, row {number}: found the judgement {row['judgement']!r}; expected "
                f"{SAME}, {DIFFERENT}, {UNSURE} or nothing"
            )
    return rows


def precision(rows: Iterable[Mapping[str, str]]) -> Precision:
    """The count of each judgement."""
    given = [row["judgement"] for row in rows]
    return Precision(*(given.count(one) for one in JUDGEMENTS))


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 where it was done, 2 where something was refused."""
    given = _parser().parse_args(arguments)
    try:
        (_draw if given.command == "draw" else _score)(given)
    except (SlantwiseError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _draw(given: argparse.Namespace) -> None:
    run = open_run(given.run)
    acts = acts_of(run)
    pairs = draw(acts, given.n, given.seed)
    judged: dict[tuple[str, str], str] = {}
    if given.labels:
        judged |= labelled(pairs, given.labels, run)
    for path in given.judged:
        judged |= {(row["place_a"], row["place_b"]): row["judgement"] for row in read(path)}
    write(pairs, given.out, judged, text=not given.without_text)
    n_judged = sum(bool(judged.get(pair.places)) for pair in pairs)
    print(f"{given.out}: {len(pairs)} of {len(acts)} aligned acts, {n_judged} judged already")


def _score(given: argparse.Namespace) -> None:
    rows = read(given.pairs)
    print(f"all: {precision(rows)}")
    print(f"worded differently: {precision(row for row in rows if row['alike'] == 'no')}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="a sample of a finished run's aligned acts")
    drawing.add_argument("run", type=Path, help="run folder")
    drawing.add_argument("--out", type=Path, required=True, help="CSV file to write")
    drawing.add_argument("--n", type=int, default=60, help="acts drawn")
    drawing.add_argument("--seed", type=int, default=7, help="of the sample")
    drawing.add_argument("--labels", type=Path, help="labelled predicates of corpora/wording")
    drawing.add_argument("--judged", type=Path, action="append", default=[], help="earlier file")
    drawing.add_argument("--without-text", action="store_true", help="leave the sentences out")
    scoring = commands.add_parser("score", help="precision of a judged file")
    scoring.add_argument("pairs", type=Path, help="CSV file with judgements")
    return parser


if __name__ == "__main__":
    sys.exit(main())
