"""A stub analyser whose answers a test writes down, and gold files of a few lines."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from slantwise.encode import Head, Model
from slantwise.records import (
    Actor,
    ActorKind,
    AnalysedArticle,
    Article,
    ArticleStance,
    Attribution,
    CleanedArticle,
    Finding,
    Harm,
    Kind,
    Mention,
    OffsetRun,
    Sentence,
    SentenceOutputs,
    Span,
    Stance,
    StanceJudgement,
    Voice,
    WordCounts,
)
from slantwise.stance.mentions import from_probabilities

RANK = 2
HEADS = {
    "bias": Head(threshold=0.6),
    "loaded": Head(threshold=0.5),
    "technique": Head(threshold=0.3),
    "stance": Head(abstain_below=0.5),
    "directed": Head(temperature=2.0, abstain_below=0.4),
}
DEFAULTS: dict[str, Any] = {
    "loaded": 0.0,
    "kind": np.zeros(13),
    "technique": np.zeros(2),
    "stance": np.zeros(3),
    "holder": np.zeros((3, RANK)),
    "target": np.zeros((3, RANK)),
    "attributed": np.zeros(3),
}


class StubEncoder:
    """One token a run of word characters; what a head says of it is looked up by the word.

    The bias of a sentence is that of the first key of `said["bias"]` which stands in it.
    """

    def __init__(self, said: Mapping[str, Mapping[str, Any]]) -> None:
        self.said = said
        self.asked: list[list[str]] = []
        self.model = Model("stub", Path(), 16, (16,), ("Doubt", "any"), HEADS, "0" * 64)

    def encode(
        self, texts: Sequence[str], starts: Sequence[int] | None = None
    ) -> list[SentenceOutputs]:
        self.asked.append(list(texts))
        begins = starts or [0] * len(texts)
        return [self._outputs(text, start) for text, start in zip(texts, begins, strict=True)]

    def _outputs(self, text: str, start: int) -> SentenceOutputs:
        found = list(re.finditer(r"\w+", text))
        heads = {}
        for head, default in DEFAULTS.items():
            values = [self.said.get(head, {}).get(match.group(), default) for match in found]
            heads[head] = np.array(values, dtype=np.float32).reshape(-1, *np.shape(default))
        return SentenceOutputs(
            bias=next((p for part, p in self.said.get("bias", {}).items() if part in text), 0.0),
            tokens=np.array([match.span() for match in found], dtype=np.int64).reshape(-1, 2)
            + start,
            **heads,
        )


@dataclass(frozen=True)
class Reading:
    """What the stub says of one article; spans count in its raw text without `removed`."""

    findings: tuple[Finding, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    stances: tuple[ArticleStance, ...] = ()
    harms: tuple[Harm, ...] = ()
    removed: str = ""


@dataclass
class StubAnalyser:
    """Says of each article what was written down for its raw text, and nothing of others."""

    readings: Mapping[str, Reading] = field(default_factory=dict)
    said: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    abstain_below: float = 0.5

    def __post_init__(self) -> None:
        self.encoder = StubEncoder(self.said)
        self.read: list[Article] = []

    def read_many(self, articles: Iterable[Article]) -> Iterator[AnalysedArticle]:
        # Reads all ahead, as far as a real analyser ever may.
        listed = list(articles)
        self.read.extend(listed)
        for article in listed:
            yield analysed(article, self.readings.get(article.raw, Reading()))

    def signature(self) -> dict[str, str]:
        return {"model": "stub", "model_digest": "0" * 64}


def analysed(article: Article, reading: Reading) -> AnalysedArticle:
    start = len(reading.removed)
    assert article.raw.startswith(reading.removed)
    text = article.raw[start:]
    whole = Span(0, len(text))
    offsets = (OffsetRun(whole, whole.shift(start)),)
    return AnalysedArticle(
        article=CleanedArticle(article, text, None, (whole,), offsets),
        sentences=(Sentence(0, whole, 0),),
        biases=(0.0,),
        attributions=reading.attributions,
        actors=reading.actors,
        mentions=reading.mentions,
        findings=reading.findings,
        mention_stances=(),
        stances=reading.stances,
        decisions=(),
        words=WordCounts(0, 0, 0, 0),
        harms=reading.harms,
    )


def actor(name: str, *aliases: str) -> Actor:
    """An actor whose id is "id:" and its name."""
    return Actor(f"id:{name}", name, ActorKind.PERSON, None, aliases)


def finding(span: Span, kind: Kind, *actors: str, voice: Voice = Voice.OUTLET) -> Finding:
    return Finding(span, 0, (kind,), voice, None, actors, Stance.NEUTRAL, 0.9, "a stub")


def judged(against: float, neutral: float, favour: float) -> StanceJudgement:
    return from_probabilities((against, neutral, favour), abstain_below=0.5)


def row(
    name: str, judgement: StanceJudgement, n: int, voice: Voice = Voice.OUTLET
) -> ArticleStance:
    return ArticleStance(f"id:{name}", voice, None, judgement, n, 0, 0)


def span_of(text: str, part: str) -> Span:
    """Where the part stands first."""
    return Span(text.index(part), text.index(part) + len(part))


@pytest.fixture(scope="session")
def stub() -> SimpleNamespace:
    """What tests build analysers and answers from."""
    return SimpleNamespace(
        Analyser=StubAnalyser,
        Reading=Reading,
        analysed=analysed,
        actor=actor,
        finding=finding,
        judged=judged,
        row=row,
        span_of=span_of,
    )


@pytest.fixture
def gold_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a gold file of the objects given, one a line, and gives its path."""

    def write(*lines: object, name: str = "gold.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return path

    return write
