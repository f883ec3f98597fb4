"""A finished run of invented articles, of any size, for benchmarks.

    python scripts/generated_run.py RUN [--articles 100000] [--outlets 50]

Every event has words and persons of its own, is reported by about five outlets within two days,
and one article in twenty is a wire copy. Numbers of sentences, mentions, findings, stances,
references and predicates are about those that BASIL articles of 500 words have.
Each article is drawn from a seed of its own, so that parts can be made side by side.
"""

import argparse
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, partial
from itertools import accumulate, product
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from slantwise.records import HarmForm, Kind, Stance, Voice
from slantwise.run import Inputs, Manifest, RunFolder, start_run
from slantwise.run.disk import stage
from slantwise.run.manifest import Tally
from slantwise.run.parts import Staged, part_path
from slantwise.run.schema import PART

SHARD = 64
SENTENCES, TOKENS = 22, 22
"""Sentences of an article, and words of a sentence."""
FIRST, VERB, MODIFIER, SECOND, OTHER_VERB, NOUN = 0, 1, 2, 3, 8, 10
"""Where a sentence holds its two actors, its two verbs, and what stands beside them."""
QUOTED = slice(11, 21)
N_COMMON, N_MAIN = 20_000, 60
OWN_WORDS, OWN_PERSONS, OWN_SHARE = 40, 5, 0.2
COPIES = 0.05
START = datetime(2024, 1, 1)
VERBS = (
    "kill arrest attack block occupy clear pass reject demand offer visit back repair raise cut "
    "announce accept win allow meet find expel refuse open end lead send claim close change"
).split()

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Size:
    """How much is invented.

    Attributes:
        articles: of the whole run.
        outlets: that they are dealt to.
    """

    articles: int
    outlets: int

    @property
    def events(self) -> int:
        """About five articles each."""
        return max(1, self.articles // 5)


@dataclass(frozen=True)
class Invented:
    """One article.

    Attributes:
        number: among all.
        outlet: its outlet.
        published: when.
        title: its headline.
        text: headline and body.
        starts: array [sentence, token], where each word of the body begins.
        ends: the same for its end.
        words: list [sentence][token] of the words.
        actors: array [sentence, 2], numbers of the actors named: below `N_MAIN` a main one.
        chance: its generator, for all that is judged.
    """

    number: int
    outlet: str
    published: datetime
    title: str
    text: str
    starts: Numbers
    ends: Numbers
    words: list[list[str]]
    actors: Numbers
    chance: np.random.Generator


def invent(number: int, size: Size) -> Invented:
    """The article of that number; the first of its event and its copies have one text."""
    event = number % size.events
    chance = np.random.default_rng([1, number])
    copied = number < size.events or chance.random() < COPIES
    told = np.random.default_rng([2, event]) if copied else chance
    words, actors = _told(event, told)
    title = " ".join(_told(event, chance)[0][0][:9]) + f" {own_words(event)[1]}"
    body, starts, ends = _laid_out(words, len(title) + 2)
    return Invented(
        number=number,
        outlet=f"Outlet {chance.integers(size.outlets):02}",
        published=START + timedelta(days=event % 365, hours=int(chance.integers(36))),
        title=title,
        text=f"{title}\n\n{body}",
        starts=starts,
        ends=ends,
        words=words,
        actors=actors,
        chance=chance,
    )


def _told(event: int, chance: np.random.Generator) -> tuple[list[list[str]], Numbers]:
    """Words by sentence, and the numbers of the two actors of each sentence."""
    shape = (SENTENCES, TOKENS)
    common = np.searchsorted(_heights(), chance.random(shape))
    own = own_words(event)
    tokens = _pool()[common]
    tokens[chance.random(shape) < OWN_SHARE] = ""
    words = tokens.tolist()
    fill = iter(chance.integers(OWN_WORDS, size=shape[0] * shape[1]).tolist())
    actors = _cast(event)[chance.integers(8 + OWN_PERSONS, size=(SENTENCES, 2))]
    verbs = chance.integers(len(VERBS), size=(SENTENCES, 2)).tolist()
    for sentence, (row, (first, second)) in enumerate(zip(words, actors.tolist(), strict=True)):
        row[:] = [word or own[next(fill)] for word in row]
        row[FIRST], row[SECOND] = name_of(event, first), name_of(event, second)
        row[VERB], row[OTHER_VERB] = (f"{VERBS[verb]}ed" for verb in verbs[sentence])
    return words, actors


def _laid_out(words: Sequence[Sequence[str]], start: int) -> tuple[str, Numbers, Numbers]:
    """The body, and where each word begins and ends; two sentences make a paragraph."""
    pieces: list[str] = []
    for number, sentence in enumerate(words):
        pieces += [f"{word} " for word in sentence[:-1]]
        pieces.append(sentence[-1] + (". " if number % 2 == 0 else ".\n\n"))
    lengths = np.array([len(piece) for piece in pieces])
    starts = (start + np.concatenate([[0], np.cumsum(lengths)[:-1]])).reshape(len(words), -1)
    widths = np.array([len(word) for sentence in words for word in sentence])
    body = "".join(pieces).rstrip()
    return body, starts, starts + widths.reshape(starts.shape)


@cache
def _pool() -> NDArray[np.object_]:
    syllables = [a + b for a, b in product("bdfgklmnprstvz", "aeiou")]
    made = [a + b + c for a, b, c in product(syllables, repeat=3)][:: 343_000 // N_COMMON]
    return np.array(made[:N_COMMON], dtype=object)


@cache
def _heights() -> NDArray[np.float64]:
    chances = 1 / np.arange(1, N_COMMON + 1)
    heights: NDArray[np.float64] = np.cumsum(chances / chances.sum())
    return heights


@cache
def own_words(event: int) -> tuple[str, ...]:
    """Words that only this event's articles hold."""
    mark = np.base_repr(event, 26).lower().translate(str.maketrans("0123456789", "qrstuvwxyz"))
    return tuple(f"{mark}{chr(97 + n // 20)}{chr(98 + n % 20)}o" for n in range(OWN_WORDS))


def _cast(event: int) -> Numbers:
    """Numbers of the event's actors: eight main ones, and persons of its own."""
    main = np.random.default_rng([3, event]).zipf(1.3, 8) % N_MAIN
    return np.concatenate([main, np.arange(N_MAIN, N_MAIN + OWN_PERSONS)])


def name_of(event: int, actor: int) -> str:
    """Name of an actor."""
    if actor < N_MAIN:
        return str(_pool()[actor * 7 + 11]).capitalize() + "ia"
    return f"{own_words(event)[actor - N_MAIN].capitalize()}son"


def id_of(event: int, actor: int) -> str:
    """Id of an actor."""
    return f"main-{actor:02}" if actor < N_MAIN else f"unlisted:{event}-{actor - N_MAIN}"


class Part:
    """Columns of one part, each nested list as flat arrays and how many an article has."""

    def __init__(self, articles: Sequence[Invented], size: Size) -> None:
        """Draw every judgement on the articles."""
        self.articles, self.size = articles, size
        self.chance = np.random.default_rng([4, articles[0].number])
        self.n = len(articles)
        self.starts = np.stack([article.starts for article in articles])
        self.ends = np.stack([article.ends for article in articles])
        self.ids = [
            [[id_of(a.number % size.events, n) for n in row] for row in a.actors.tolist()]
            for a in articles
        ]

    def table(self) -> pa.Table:
        """The part in the form of `run.schema.PART`."""
        columns = {
            "article": self._articles(),
            "sentences": self._sentences(),
            "attributions": self._attributions(),
            "actors": self._actors(),
            "mentions": self._mentions(),
            "findings": self._findings(),
            "weak_findings": self._weak(),
            "harms": self._harms(),
            "stances": self._stances(),
            "words": self._words(),
            "references": self._references(),
            "predicates": self._predicates(),
        }
        for name in ("decisions", "problems", "codes"):
            columns[name] = _lists(name, np.zeros(self.n, np.int64), {})
        return pa.Table.from_arrays([columns[name] for name in PART.names], schema=PART)

    def _articles(self) -> pa.Array:
        articles = self.articles
        titles = [{"start": 0, "end": len(a.title)} for a in articles]
        paragraphs = [
            [
                {"start": int(a.starts[n, 0]), "end": int(a.ends[n + 1, -1]) + 1}
                for n in range(0, SENTENCES, 2)
            ]
            for a in articles
        ]
        given: dict[str, Any] = {
            "id": [f"article-{a.number}" for a in articles],
            "outlet": [a.outlet for a in articles],
            "title": [a.title for a in articles],
            "published": [a.published.isoformat() for a in articles],
            "precision": ["hour"] * self.n,
            "language": ["en"] * self.n,
            "path": [f"articles/{a.number}.txt" for a in articles],
            "text": [a.text for a in articles],
            "raw": [a.text for a in articles],
            "title_span": titles,
            "raw_title": titles,
            "paragraphs": paragraphs,
            "raw_body": paragraphs,
        }
        return _struct(PART.field("article").type, self.n, given)

    def _sentences(self) -> pa.Array:
        starts = np.concatenate([np.zeros((self.n, 1), np.int64), self.starts[:, :, 0]], axis=1)
        titles = np.array([[len(a.title)] for a in self.articles])
        ends = np.concatenate([titles, self.ends[:, :, -1] + 1], axis=1)
        paragraph = np.tile(np.concatenate([[-1], np.arange(SENTENCES) // 2]), self.n)
        given = {
            "start": starts.ravel(),
            "end": ends.ravel(),
            "paragraph": paragraph,
            "bias": self.chance.random(starts.size).round(4),
        }
        return _lists("sentences", np.full(self.n, SENTENCES + 1), given)

    def _attributions(self) -> pa.Array:
        chosen = range(0, SENTENCES, 2)
        size = self.n * len(chosen)
        content = [
            [{"start": int(s[n, QUOTED.start]), "end": int(e[n, QUOTED.stop - 1])}]
            for s, e in zip(self.starts, self.ends, strict=True)
            for n in chosen
        ]
        given: dict[str, Any] = {
            "voice": _named(Voice, self.chance.integers(1, 3, size)),
            "content": content,
            "cue": self._spans(chosen, OTHER_VERB, missing=0.2),
            "source": self._spans(chosen, FIRST),
            "speaker": _some([i[n][0] for i in self.ids for n in chosen], 0.2, self.chance),
            "n_words": np.full(size, QUOTED.stop - QUOTED.start),
            "evidence": ["invented"] * size,
        }
        return _lists("attributions", np.full(self.n, len(chosen)), given)

    def _actors(self) -> pa.Array:
        held = [
            dict.fromkeys(
                (a.number % self.size.events, n) for row in a.actors.tolist() for n in row
            )
            for a in self.articles
        ]
        every = [who for actors in held for who in actors]
        names = [name_of(*who) for who in every]
        given = {
            "id": [id_of(*who) for who in every],
            "name": names,
            "kind": ["state" if n < N_MAIN else "person" for _, n in every],
            "aliases_seen": [[name] for name in names],
        }
        return _lists("actors", np.array([len(actors) for actors in held]), given)

    def _mentions(self) -> pa.Array:
        given = {**self._named(), "how": ["name"] * (self.n * SENTENCES * 2)}
        return _lists("mentions", np.full(self.n, SENTENCES * 2), {**given, **self._judged(given)})

    def _named(self) -> dict[str, Any]:
        """The two places of every sentence that name an actor."""
        places = [FIRST, SECOND]
        starts, ends = self.starts[:, :, places].ravel(), self.ends[:, :, places].ravel()
        words = [row[place] for a in self.articles for row in a.words for place in places]
        return {
            "start": starts,
            "end": ends,
            "text": words,
            "sentence": np.tile(np.repeat(np.arange(1, SENTENCES + 1), 2), self.n),
            "actor": [who for ids in self.ids for row in ids for who in row],
            "voice": _named(Voice, self.chance.integers(0, 3, len(starts))),
        }

    def _judged(self, rows: Mapping[str, Any]) -> dict[str, Any]:
        size = len(rows["actor"])
        against, favour = self.chance.random((2, size)) / 2
        return {
            "state": ["labelled"] * size,
            "stance": _named(Stance, self.chance.integers(3, size=size)),
            "against": against,
            "neutral": 1 - against - favour,
            "favour": favour,
        }

    def _findings(self) -> pa.Array:
        counts = self.chance.poisson(7, self.n)
        article, sentence, place = self._places(counts, 11, 20)
        voice = self.chance.integers(3, size=len(article))
        kinds = [kind for kind in Kind if kind is not Kind.SCARE_QUOTES]
        chosen = self.chance.integers(len(kinds), size=len(article)).tolist()
        given: dict[str, Any] = {
            **self._span_at(article, sentence, place),
            "sentence": sentence + 1,
            "kinds": [[kinds[kind].value] for kind in chosen],
            "voice": _named(Voice, voice),
            "actors": [
                [self.ids[a][s][0]]
                for a, s in zip(article.tolist(), sentence.tolist(), strict=True)
            ],
            "direction": _named(Stance, self.chance.integers(3, size=len(article))),
            "confidence": (0.55 + 0.4 * self.chance.random(len(article))).round(4),
            "evidence": [f"model: loaded {n / 100:.2f}" for n in chosen],
        }
        return _lists("findings", counts, given)

    def _weak(self) -> pa.Array:
        counts = self.chance.poisson(2, self.n)
        article, sentence, place = self._places(counts, 11, 20)
        given = {
            **self._span_at(article, sentence, place, text=False),
            "kind": _named(Kind, self.chance.integers(len(Kind), size=len(article))),
            "voice": _named(Voice, self.chance.integers(3, size=len(article))),
            "confidence": np.full(len(article), 0.5),
        }
        return _lists("weak_findings", counts, given)

    def _harms(self) -> pa.Array:
        counts = self.chance.poisson(2, self.n)
        article, sentence, place = self._places(counts, OTHER_VERB, OTHER_VERB + 1)
        given = {
            **self._span_at(article, sentence, place),
            "sentence": sentence + 1,
            "form": _named(HarmForm, self.chance.integers(len(HarmForm), size=len(article))),
            "voice": _named(Voice, self.chance.integers(3, size=len(article))),
            "doer": [
                self.ids[a][s][0] for a, s in zip(article.tolist(), sentence.tolist(), strict=True)
            ],
        }
        return _lists("harms", counts, given)

    def _stances(self) -> pa.Array:
        """Each actor once in each of two voices, and what one speaker says of another."""
        rows: list[tuple[str, str, str | None]] = []
        counts = []
        for ids in self.ids:
            before = len(rows)
            actors = list(dict.fromkeys(who for row in ids for who in row))
            for voice in ("outlet", "reported"):
                rows += [(who, voice, None) for who in actors]
            said = dict.fromkeys((second, first) for first, second in ids[::3])
            rows += [(of, "direct", by) for of, by in said]
            counts.append(len(rows) - before)
        given: dict[str, Any] = {
            "actor": [row[0] for row in rows],
            "voice": [row[1] for row in rows],
            "speaker": [row[2] for row in rows],
            "n_mentions": np.full(len(rows), 2),
            "n_abstained": np.zeros(len(rows), np.int64),
            "n_failed": np.zeros(len(rows), np.int64),
        }
        return _lists("stances", np.array(counts), {**given, **self._judged(given)})

    def _words(self) -> pa.Array:
        shares = dict(zip(Voice, (320, 100, 60, 4), strict=True))
        given = {voice.value: np.full(self.n, n) for voice, n in shares.items()}
        return _struct(PART.field("words").type, self.n, given)

    def _references(self) -> pa.Array:
        given = self._named()
        size = len(given["start"])
        # The second actor of a sentence is worded with the modifier before it.
        second = np.tile([False, True], size // 2)
        given["start"] = np.where(
            second, self.starts[:, :, [FIRST, MODIFIER]].ravel(), given["start"]
        )
        modifiers = [row[MODIFIER] for a in self.articles for row in a.words]
        given["text"] = [
            f"{modifiers[n // 2]} {name}" if n % 2 else name for n, name in enumerate(given["text"])
        ]
        more = {"form": ["phrase"] * size, "how": ["name"] * size, "plain": ~second}
        return _lists("references", np.full(self.n, SENTENCES * 2), {**given, **more})

    def _predicates(self) -> pa.Array:
        places = [VERB, OTHER_VERB]
        size = self.n * SENTENCES * 2
        words = [row[place] for a in self.articles for row in a.words for place in places]
        agents, patients = [], []
        for a, ids in zip(self.articles, self.ids, strict=True):
            for row, starts, ends, who in zip(
                a.words, a.starts.tolist(), a.ends.tolist(), ids, strict=True
            ):
                spans = [{"start": s, "end": e} for s, e in zip(starts, ends, strict=True)]
                first = {**spans[FIRST], "head": row[FIRST].lower(), "actor": who[0]}
                second = {**spans[SECOND], "head": row[SECOND].lower(), "actor": who[1]}
                agents += [first, second]
                patients += [second, {**spans[NOUN], "head": row[NOUN], "actor": None}]
        given = {
            "start": self.starts[:, :, places].ravel(),
            "end": self.ends[:, :, places].ravel(),
            "text": words,
            "sentence": np.tile(np.repeat(np.arange(1, SENTENCES + 1), 2), self.n),
            "lemma": [word.removesuffix("ed") for word in words],
            "form": ["active"] * size,
            "agent": agents,
            "patient": patients,
            "speech": self.chance.random(size) < 0.15,
            "negated": np.zeros(size, np.bool_),
            "voice": _named(Voice, self.chance.choice(3, size, p=[0.6, 0.25, 0.15])),
        }
        return _lists("predicates", np.full(self.n, SENTENCES * 2), given)

    def _places(self, counts: Numbers, low: int, high: int) -> tuple[Numbers, Numbers, Numbers]:
        """Article, sentence and token of so many places an article, in the order of the text."""
        article = np.repeat(np.arange(self.n), counts)
        sentence = self.chance.integers(SENTENCES, size=len(article))
        place = self.chance.integers(low, high, size=len(article))
        order = np.lexsort((place, sentence, article))
        return article, sentence[order], place[order]

    def _span_at(
        self, article: Numbers, sentence: Numbers, place: Numbers, *, text: bool = True
    ) -> dict[str, Any]:
        at = (article, sentence, place)
        spans: dict[str, Any] = {"start": self.starts[at], "end": self.ends[at]}
        if text:
            rows = zip(*(each.tolist() for each in at), strict=True)
            spans["text"] = [self.articles[a].words[s][t] for a, s, t in rows]
        return spans

    def _spans(self, chosen: Sequence[int], place: int, missing: float = 0.0) -> list[Any]:
        gone = self.chance.random(self.n * len(chosen)) < missing
        spans = [
            {"start": int(s[n, place]), "end": int(e[n, place])}
            for s, e in zip(self.starts, self.ends, strict=True)
            for n in chosen
        ]
        return [None if none else span for none, span in zip(gone.tolist(), spans, strict=True)]


def _named(names: Any, numbers: Numbers) -> pa.Array:
    return pa.array([each.value for each in names]).take(pa.array(numbers))


def _some(values: Sequence[str], missing: float, chance: np.random.Generator) -> list[str | None]:
    gone = (chance.random(len(values)) < missing).tolist()
    return [None if none else value for none, value in zip(gone, values, strict=True)]


def _lists(name: str, counts: Numbers, given: Mapping[str, Any]) -> pa.Array:
    """A list column; what is not given is empty or missing."""
    kind = PART.field(name).type
    offsets = pa.array([0, *accumulate(counts.tolist())], pa.int32())
    rows = _struct(kind.value_type, int(counts.sum()), given)
    return pa.ListArray.from_arrays(offsets, rows).cast(kind)


NULLABLE = {"speaker", "cited_by", "parent", "doer", "cue", "source", "title_span", "raw_title"}


def _struct(kind: pa.StructType, size: int, given: Mapping[str, Any]) -> pa.Array:
    arrays = []
    for field in kind:
        values = given.get(field.name)
        if values is not None:
            made = values if isinstance(values, pa.Array) else pa.array(values, field.type)
            arrays.append(made.cast(field.type))
        elif field.name in NULLABLE or pa.types.is_struct(field.type):
            arrays.append(pa.nulls(size, field.type))
        else:
            arrays.append(pa.array([_empty(field.type)] * size, field.type))
    return pa.StructArray.from_arrays(arrays, fields=list(kind))


def _empty(kind: pa.DataType) -> Any:
    if pa.types.is_string(kind):
        return ""
    return [] if pa.types.is_list(kind) else 0


def stage_part(index: int, *, path: Path, size: Size, made_by: str) -> Staged:
    """One part on disk under a temporary name."""
    numbers = range(index * SHARD, min((index + 1) * SHARD, size.articles))
    table = Part([invent(number, size) for number in numbers], size).table()
    sink = pa.BufferOutputStream()
    made = {"slantwise.part": str(index), "slantwise.manifest": made_by}
    pq.write_table(table.replace_schema_metadata(made), sink, compression="zstd")
    content = sink.getvalue().to_pybytes()
    n = len(numbers)
    tally = Tally(n_records=n, n_articles=n, n_words=484 * n)
    digest = hashlib.sha256(content).hexdigest()
    return Staged(index, stage(part_path(path, index), [content]), digest, len(content), tally)


def make_run(path: Path, size: Size, *, workers: int = 2) -> RunFolder:
    """A finished run in `path`."""
    run = start_run(path, Manifest({"slantwise": "benchmark", "model": "none"}, Inputs(), SHARD))
    n_parts = -(-size.articles // SHARD)
    job = partial(stage_part, path=path, size=size, made_by=run.manifest.digest)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for staged in _in_turn(pool, job, n_parts):
            run.commit(staged)
    return run.finish(n_parts)


def _in_turn(pool: ProcessPoolExecutor, job: Any, n: int) -> Iterator[Staged]:
    yield from pool.map(job, range(n), chunksize=8)


def main() -> None:
    """Make a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--outlets", type=int, default=50)
    arguments = parser.parse_args()
    run = make_run(arguments.run, Size(arguments.articles, arguments.outlets))
    print(f"{run.path}: {run.manifest.total}")


if __name__ == "__main__":
    main()
