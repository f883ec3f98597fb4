"""Invented runs: articles with chosen counts, in a run folder as an analysis writes it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

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
    Problem,
    Source,
    Span,
    Stance,
    StanceJudgement,
    State,
    Voice,
    WordCounts,
)
from slantwise.run import Inputs, Manifest, RunFolder, start_run

TITLE = "Headline"

Found = tuple[Voice, Kind, float]
Judged = tuple[str, Voice, float | None]


def judgement(score: float | None) -> StanceJudgement:
    """Labelled by the sign of the score, abstained within ±0.1, failed for None."""
    if score is None:
        return StanceJudgement(State.FAILED, None, 0, 0, 0, "no token")
    shares = (max(0.0, -score), 1 - abs(score), max(0.0, score))
    if abs(score) < 0.1:
        return StanceJudgement(State.ABSTAINED, None, *shares)
    label = Stance.FAVOUR if score > 0 else Stance.AGAINST
    return StanceJudgement(State.LABELLED, label, *shares)


def finding(voice: Voice, kind: Kind, confidence: float = 0.9) -> Finding:
    """A finding on the first letter."""
    kinds = (Kind.SCARE_QUOTES,) if voice is Voice.SCARE else (kind,)
    return Finding(Span(0, 1), 0, kinds, voice, None, (), Stance.NEUTRAL, confidence, "invented")


class Invention:
    """Makes articles; actors are known by id, a member as "member<parent"."""

    def article(
        self,
        id_: str,
        outlet: str,
        *,
        event: str = "",
        day: str | None = "2026-03-02",
        body: str = "",
        words: tuple[int, int, int, int] = (100, 0, 0, 0),
        found: Sequence[Found | Finding] | int = 0,
        judged: Sequence[Judged] = (),
        said: Sequence[Attribution] = (),
        told: Sequence[Harm] = (),
        spoken: Sequence[ArticleStance] = (),
    ) -> AnalysedArticle:
        """An article; `found` as a number is so many evaluative findings in its own voice.

        `said` are attributions and `told` harms, whose actors are named as in `judged`.
        """
        if isinstance(found, int):
            found = [(Voice.OUTLET, Kind.EVALUATIVE, 0.9)] * found
        text = f"{TITLE}\n\n{body or id_}"
        published = datetime.fromisoformat(day) if day else None
        source = Source("articles.csv", id_)
        raw = Article(id_, outlet, text, Span(0, 8), (), source, published, event=event)
        names = dict.fromkeys(name for name, _, _ in judged)
        names.update(dict.fromkeys(each.speaker for each in said if each.speaker))
        names.update(dict.fromkeys(each.doer for each in told if each.doer))
        return AnalysedArticle(
            article=CleanedArticle(raw, text, Span(0, len(TITLE)), (), ()),
            sentences=(),
            biases=(),
            attributions=tuple(replace(each, speaker=_id(each.speaker)) for each in said),
            actors=self._actors(names),
            mentions=(),
            findings=tuple(each if isinstance(each, Finding) else finding(*each) for each in found),
            mention_stances=(),
            stances=(*_stances(judged), *spoken),
            decisions=(),
            words=WordCounts(*words),
            harms=tuple(replace(each, doer=_id(each.doer)) for each in told),
        )

    def _actors(self, names: Sequence[str]) -> tuple[Actor, ...]:
        actors = {}
        for name in names:
            id_, _, parent = name.partition("<")
            actors[id_] = Actor(id_, id_.title(), ActorKind.MINISTRY, parent or None, (id_, name))
            if parent:
                actors[parent] = Actor(parent, parent.title(), ActorKind.STATE, None, ())
        return tuple(actors.values())

    def problem(self, record: str) -> Problem:
        """A record that gave no article."""
        return Problem("ingest", "no-text", "no text", Source("articles.csv", record))


def _id(name: str | None) -> str | None:
    return None if name is None else name.partition("<")[0]


def _stances(judged: Sequence[Judged]) -> list[ArticleStance]:
    rows = []
    for name, voice, score in judged:
        id_, _, parent = name.partition("<")
        for actor in filter(None, (id_, parent)):
            rows.append(ArticleStance(actor, voice, None, judgement(score), 1, 0, 0))
    return rows


@pytest.fixture
def invent() -> Invention:
    """Makes articles with chosen counts."""
    return Invention()


@pytest.fixture
def write_run(tmp_path: Path) -> Callable[..., RunFolder]:
    """Writes a finished run of the given outcomes, three to a part."""

    def write(
        outcomes: Sequence[AnalysedArticle | Problem], *, name: str = "run", finished: bool = True
    ) -> RunFolder:
        run = start_run(tmp_path / name, Manifest({"model": "none"}, Inputs(), 3))
        starts = range(0, len(outcomes), 3)
        for index, start in enumerate(starts):
            run.write(index, outcomes[start : start + 3])
        return run.finish(len(starts)) if finished else run

    return write
