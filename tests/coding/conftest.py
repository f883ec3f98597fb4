"""An invented run of two outlets on eight events, with text that other tools stumble on."""

from pathlib import Path

import pytest

from slantwise.coding import Sample, SampleSettings, Task, draw_sample
from slantwise.records import (
    Actor,
    ActorKind,
    AnalysedArticle,
    Article,
    CleanedArticle,
    Finding,
    Kind,
    Mention,
    MentionStance,
    Sentence,
    Source,
    Span,
    Stance,
    StanceJudgement,
    State,
    Voice,
    WordCounts,
)
from slantwise.run import Inputs, Manifest, RunFolder, start_run

SENTENCES = (
    "Port 🚢 talks on day {n}.",
    "The union thugs stormed the gate 🙂 of pier {n}.",
    "=SUM(A1) is what sign {n}\r\nsaid, 𝒸alm as ever.",
    "A cafe\u0301 on quay {n} stayed open, and the mayor spoke to the union.",
    "“Nothing,” the clerk wrote | twice: pier {n}.",
)
OUTLETS = ("Harbour Post", "Quay Gazette")
CLEAR = {
    Stance.AGAINST: (0.8, 0.15, 0.05),
    Stance.NEUTRAL: (0.1, 0.8, 0.1),
    Stance.FAVOUR: (0.05, 0.15, 0.8),
}
UNION = Actor("union", "Dockers’ Union", ActorKind.ORGANISATION, "labour", ("union",))
LABOUR = Actor("labour", "Labour movement", ActorKind.ORGANISATION, None, ())


def article(outlet: str, event: int) -> AnalysedArticle:
    """Five sentences: the second holds a finding in the first outlet, the third scare quotes."""
    parts = [sentence.format(n=event) for sentence in SENTENCES]
    text, spans = "", []
    for part in parts:
        spans.append(Span(len(text), len(text) + len(part)))
        text += part + " "
    text = text.rstrip()
    raw = Article(f"{outlet[0]}{event}", outlet, text, None, (), Source("a.csv"), event=f"e{event}")
    mentions = tuple(
        Mention(_span(text, "union", after=spans[n].start), n, "union", "alias") for n in (1, 3)
    )
    findings = []
    if outlet == OUTLETS[0] or event % 2:
        findings.append(_finding(text, "thugs", Kind.LABEL, Voice.OUTLET, 1))
    findings.append(_finding(text, "calm", Kind.SCARE_QUOTES, Voice.SCARE, 2))
    return AnalysedArticle(
        article=CleanedArticle(raw, text, None, (), ()),
        sentences=tuple(Sentence(n, span, 0) for n, span in enumerate(spans)),
        biases=(0.1, 0.9, 0.6, 0.2, 0.1),
        attributions=(),
        actors=(UNION, LABOUR),
        mentions=mentions,
        findings=tuple(findings),
        mention_stances=(
            MentionStance(0, "union", Voice.OUTLET, None, judgement(Stance.AGAINST)),
            MentionStance(1, "union", Voice.OUTLET, None, judgement(_other(event))),
        ),
        stances=(),
        decisions=(),
        words=WordCounts(40, 0, 0, 1),
    )


def _other(event: int) -> Stance | None:
    return None if event == 0 else Stance.FAVOUR


def judgement(stance: Stance | None) -> StanceJudgement:
    """Labelled with that stance; failed for None."""
    if stance is None:
        return StanceJudgement(State.FAILED, None, 0, 0, 0, "no token")
    return StanceJudgement(State.LABELLED, stance, *CLEAR[stance])


def _finding(text: str, words: str, kind: Kind, voice: Voice, sentence: int) -> Finding:
    words = "alm" if words == "calm" else words
    span = _span(text, words)
    return Finding(span, sentence, (kind,), voice, None, (), Stance.NEUTRAL, 0.8, "invented")


def _span(text: str, words: str, *, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def make_run(folder: Path, *, signature: str = "none", n_events: int = 8) -> RunFolder:
    """A finished run in three parts."""
    run = start_run(folder, Manifest({"model": signature}, Inputs(), 6))
    articles = [article(outlet, event) for event in range(n_events) for outlet in OUTLETS]
    starts = range(0, len(articles), 6)
    for index, start in enumerate(starts):
        run.write(index, articles[start : start + 6])
    return run.finish(len(starts))


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    """The invented run: 16 articles, 80 sentences, 30 judged mentions."""
    return make_run(tmp_path / "run")


@pytest.fixture
def sample(run: RunFolder) -> Sample:
    """Forty sentences for two coders."""
    return draw_sample(run, SampleSettings(n_units=40, coders=("ann", "bo")))


@pytest.fixture
def stances(run: RunFolder) -> Sample:
    """Twenty mentions for two coders, all of them coded by both."""
    chosen = SampleSettings(task=Task.STANCE, n_units=20, coders=("ann", "bo"), overlap=1.0)
    return draw_sample(run, chosen)
