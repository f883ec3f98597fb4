"""The judgements on invented articles, as the columns of one part."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from generated.columns import lists, named, some, struct
from generated.invention import (
    FIRST,
    MODIFIER,
    N_MAIN,
    NOUN,
    OTHER_VERB,
    QUOTED,
    SECOND,
    SENTENCES,
    VERB,
    Invented,
    Numbers,
    Size,
    id_of,
    name_of,
)
from slantwise.records import HarmForm, Kind, Stance, Voice
from slantwise.run.schema import PART


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
            columns[name] = lists(name, np.zeros(self.n, np.int64), {})
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
        return struct(PART.field("article").type, self.n, given)

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
        return lists("sentences", np.full(self.n, SENTENCES + 1), given)

    def _attributions(self) -> pa.Array:
        chosen = range(0, SENTENCES, 2)
        size = self.n * len(chosen)
        content = [
            [{"start": int(s[n, QUOTED.start]), "end": int(e[n, QUOTED.stop - 1])}]
            for s, e in zip(self.starts, self.ends, strict=True)
            for n in chosen
        ]
        given: dict[str, Any] = {
            "voice": named(Voice, self.chance.integers(1, 3, size)),
            "content": content,
            "cue": self._spans(chosen, OTHER_VERB, missing=0.2),
            "source": self._spans(chosen, FIRST),
            "speaker": some([i[n][0] for i in self.ids for n in chosen], 0.2, self.chance),
            "n_words": np.full(size, QUOTED.stop - QUOTED.start),
            "evidence": ["invented"] * size,
        }
        return lists("attributions", np.full(self.n, len(chosen)), given)

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
        return lists("actors", np.array([len(actors) for actors in held]), given)

    def _mentions(self) -> pa.Array:
        given = {**self._named(), "how": ["name"] * (self.n * SENTENCES * 2)}
        return lists("mentions", np.full(self.n, SENTENCES * 2), {**given, **self._judged(given)})

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
            "voice": named(Voice, self.chance.integers(0, 3, len(starts))),
        }

    def _judged(self, rows: Mapping[str, Any]) -> dict[str, Any]:
        size = len(rows["actor"])
        against, favour = self.chance.random((2, size)) / 2
        return {
            "state": ["labelled"] * size,
            "stance": named(Stance, self.chance.integers(3, size=size)),
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
            "voice": named(Voice, voice),
            "actors": [
                [self.ids[a][s][0]]
                for a, s in zip(article.tolist(), sentence.tolist(), strict=True)
            ],
            "direction": named(Stance, self.chance.integers(3, size=len(article))),
            "confidence": (0.55 + 0.4 * self.chance.random(len(article))).round(4),
            "evidence": [f"model: loaded {n / 100:.2f}" for n in chosen],
        }
        return lists("findings", counts, given)

    def _weak(self) -> pa.Array:
        counts = self.chance.poisson(2, self.n)
        article, sentence, place = self._places(counts, 11, 20)
        given = {
            **self._span_at(article, sentence, place, text=False),
            "kind": named(Kind, self.chance.integers(len(Kind), size=len(article))),
            "voice": named(Voice, self.chance.integers(3, size=len(article))),
            "confidence": np.full(len(article), 0.5),
        }
        return lists("weak_findings", counts, given)

    def _harms(self) -> pa.Array:
        counts = self.chance.poisson(2, self.n)
        article, sentence, place = self._places(counts, OTHER_VERB, OTHER_VERB + 1)
        given = {
            **self._span_at(article, sentence, place),
            "sentence": sentence + 1,
            "form": named(HarmForm, self.chance.integers(len(HarmForm), size=len(article))),
            "voice": named(Voice, self.chance.integers(3, size=len(article))),
            "doer": [
                self.ids[a][s][0] for a, s in zip(article.tolist(), sentence.tolist(), strict=True)
            ],
        }
        return lists("harms", counts, given)

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
        return lists("stances", np.array(counts), {**given, **self._judged(given)})

    def _words(self) -> pa.Array:
        shares = dict(zip(Voice, (320, 100, 60, 4), strict=True))
        given = {voice.value: np.full(self.n, n) for voice, n in shares.items()}
        return struct(PART.field("words").type, self.n, given)

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
        return lists("references", np.full(self.n, SENTENCES * 2), {**given, **more})

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
            "voice": named(Voice, self.chance.choice(3, size, p=[0.6, 0.25, 0.15])),
        }
        return lists("predicates", np.full(self.n, SENTENCES * 2), given)

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
