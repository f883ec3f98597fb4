"""An invented run for the report: three outlets, six events, hostile names and titles.

Everything is made up. Counts come from the articles themselves; intervals, p and q are chosen.
"""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any

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
    Kind,
    Mention,
    MentionStance,
    OffsetRun,
    Sentence,
    Source,
    Span,
    Stance,
    StanceJudgement,
    State,
    Voice,
    WordCounts,
)
from slantwise.records.comparison import (
    ActorRow,
    Comparison,
    EventRow,
    GapRow,
    Interval,
    Measure,
    OutletRow,
    RateRow,
    StanceCell,
    Verdict,
)
from slantwise.report import ReportFiles, ReportSettings, write

INVENTED = tomllib.loads(Path(__file__).with_name("invented.toml").read_text(encoding="utf-8"))
RECORD, FORMULA, BELL = (style["outlet"] for style in INVENTED["style"])
CALM = {FORMULA: "Northern Herald", BELL: "The Daily Bell"}
EVENTS = range(len(INVENTED["event"]))
SCRIPT_TITLE = "<script>alert(1)</script> & “port” talks"

ACTORS = {
    "varenia": Actor("varenia", "Varenia", ActorKind.STATE, None, ("Varenia", "Varenian")),
    "port-authority": Actor(
        "port-authority", "Port <b>Authority</b>", ActorKind.ORGANISATION, "varenia", ("authority",)
    ),
    "dockers": Actor("dockers", "Dockers’ Union", ActorKind.ORGANISATION, None, ("union",)),
    "vel": Actor("vel", "Minister Ana Vel", ActorKind.PERSON, "varenia", ("Vel",)),
}
CLEAR = {
    Stance.AGAINST: (0.8, 0.15, 0.05),
    Stance.NEUTRAL: (0.1, 0.8, 0.1),
    Stance.FAVOUR: (0.05, 0.15, 0.8),
}


Style = dict[str, Any]
Quotes = list[tuple[Voice, Span, str | None]]


def articles(names: dict[str, str]) -> list[AnalysedArticle]:
    """Eighteen articles: each event worded soberly, against the authority, against the union."""
    return [
        _analysed({**style, "outlet": names.get(style["outlet"], style["outlet"])}, number, event)
        for number, event in enumerate(INVENTED["event"])
        for style in INVENTED["style"]
    ]


def _analysed(style: Style, number: int, event: dict[str, str]) -> AnalysedArticle:
    article = _cleaned(style, number, event)
    text, sentences = article.text, _sentences(article.text)
    quotes = [(Voice(voice), _find(text, words), who) for voice, words, who in style["quotes"]]
    mentions, stances = _mentions(style, text, sentences, quotes)
    findings = [_finding(found, text, sentences, quotes) for found in style["findings"]]
    return AnalysedArticle(
        article=article,
        sentences=sentences,
        biases=tuple(0.5 for _ in sentences),
        attributions=tuple(Attribution(v, (span,), speaker=s or None) for v, span, s in quotes),
        actors=tuple(ACTORS.values()),
        mentions=mentions,
        findings=tuple(sorted(findings, key=lambda finding: finding.span)),
        mention_stances=stances,
        stances=_rolled_up(stances),
        decisions=(),
        words=_word_counts(text, quotes),
    )


def _cleaned(style: Style, number: int, event: dict[str, str]) -> CleanedArticle:
    hostile = number == 0 and style["slug"] == "record"
    title = SCRIPT_TITLE if hostile else style["title"].format(**event)
    paragraphs = [paragraph.format(**event) for paragraph in style["paragraphs"]]
    text = "\n\n".join([title, *paragraphs])
    spans = tuple(_find(text, paragraph) for paragraph in paragraphs)
    article = Article(
        id=f"{style['slug']}/{number}",
        outlet=style["outlet"],
        raw=text,
        title=Span(0, len(title)),
        body=spans,
        source=Source(f"{style['slug']}/{number}.txt"),
        published=datetime(2026, 3 + number, 3 + number),
    )
    whole = (OffsetRun(Span(0, len(text)), Span(0, len(text))),)
    return CleanedArticle(article, text, Span(0, len(title)), spans, whole, (), "en")


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _sentences(text: str) -> tuple[Sentence, ...]:
    made: list[Sentence] = []
    start = 0
    for paragraph, block in enumerate(text.split("\n\n")):
        at = start
        for part in block.replace(". ", ".\0 ").split("\0"):
            lead = len(part) - len(part.lstrip())
            made.append(Sentence(len(made), Span(at + lead, at + len(part)), paragraph - 1))
            at += len(part)
        start += len(block) + 2
    return tuple(made)


def _at(sentences: tuple[Sentence, ...], span: Span) -> int:
    return next(s.index for s in sentences if s.span.contains(span))


def _voice(quotes: Quotes, span: Span) -> tuple[Voice, str | None]:
    inside = [(voice, who or None) for voice, content, who in quotes if content.contains(span)]
    return inside[0] if inside else (Voice.OUTLET, None)


def _finding(
    found: list[str], text: str, sentences: tuple[Sentence, ...], quotes: Quotes
) -> Finding:
    words, kind, actor, direction = found
    span = _find(text, words)
    who = (*_voice(quotes, span), (actor,) if actor else (), Stance(direction))
    evidence = f"term list: {words.casefold()}"
    return Finding(span, _at(sentences, span), (Kind(kind),), *who, 0.87, evidence)


def _judgement(stance: Stance | None) -> StanceJudgement:
    if stance is None:
        return StanceJudgement(State.ABSTAINED, None, 0.3, 0.4, 0.3)
    return StanceJudgement(State.LABELLED, stance, *CLEAR[stance])


def _mentions(
    style: Style, text: str, sentences: tuple[Sentence, ...], quotes: Quotes
) -> tuple[tuple[Mention, ...], tuple[MentionStance, ...]]:
    mentions, stances = [], []
    for number, (words, actor, stance) in enumerate(style["mentions"]):
        span = _find(text, words)
        # In the hostile article the judgement of the minister abstains.
        abstains = text.startswith(SCRIPT_TITLE) and actor == "vel"
        judgement = _judgement(None if abstains else Stance(stance))
        mentions.append(Mention(span, _at(sentences, span), actor, "name"))
        stances.append(MentionStance(number, actor, *_voice(quotes, span), judgement))
    return tuple(mentions), tuple(stances)


def _rolled_up(stances: tuple[MentionStance, ...]) -> tuple[ArticleStance, ...]:
    """The last mention decides; a parent counts its members."""
    rows: dict[tuple[str, Voice], list[MentionStance]] = {}
    for stance in stances:
        parent = ACTORS[stance.actor].parent
        for actor in filter(None, (stance.actor, parent)):
            rows.setdefault((actor, stance.voice), []).append(stance)
    return tuple(
        ArticleStance(actor, voice, None, group[-1].judgement, len(group), 0, 0)
        for (actor, voice), group in rows.items()
    )


def _word_counts(text: str, quotes: Quotes) -> WordCounts:
    inside = dict.fromkeys(Voice, 0)
    for voice, span, _ in quotes:
        inside[voice] += len(span.of(text).split())
    own = len(text.split()) - sum(inside.values())
    return WordCounts(own, inside[Voice.DIRECT], inside[Voice.REPORTED], inside[Voice.SCARE])


@dataclass(frozen=True)
class Run:
    """A comparison and the articles that it counts."""

    comparison: Comparison
    articles: tuple[AnalysedArticle, ...]


def make_run(names: dict[str, str] | None = None) -> Run:
    """The invented run; `names` puts calm outlet names in place of the hostile ones."""
    made = articles(names or {})
    return Run(compare(made), tuple(made))


def compare(articles: list[AnalysedArticle]) -> Comparison:
    """Counts from the articles, with chosen intervals; the last event is a wire copy pair."""
    outlets = list(dict.fromkeys(a.article.article.outlet for a in articles))
    copied = (articles[-3].id, articles[-2].id)
    counted = [a for a in articles if a.id != copied[1]]
    gaps = tuple(_gaps(outlets, counted))
    return Comparison(
        run="demo & <run>",
        unit="event",
        n_articles=len(articles),
        n_problems=3,
        n_not_analysed=2,
        minimum_units=4,
        outlets=tuple(_outlet_row(name, articles, counted) for name in outlets),
        events=tuple(_event_row(n, articles, copied) for n in EVENTS),
        actors=tuple(_actor_row(actor) for actor in ACTORS.values()),
        rates=tuple(_rates(outlets, counted)),
        stances=tuple(_stances(outlets, counted)),
        gaps=gaps,
        family_size=sum(gap.verdict is Verdict.COMPARED for gap in gaps),
        signature={
            "slantwise": "0.1.0",
            "model": "base",
            "model_sha256": "53aa5117" * 8,
            "stance_threshold": "0.55",
            "finding_threshold": "0.50",
            "kinds_version": "1",
            "seed": "7",
        },
    )


def _of(name: str, articles: list[AnalysedArticle]) -> list[AnalysedArticle]:
    return [a for a in articles if a.article.article.outlet == name]


def _outlet_row(
    name: str, articles: list[AnalysedArticle], counted: list[AnalysedArticle]
) -> OutletRow:
    mine = _of(name, counted)
    return OutletRow(
        outlet=name,
        n_articles=len(_of(name, articles)),
        n_wire=len(_of(name, articles)) - len(mine),
        n_events=len(mine),
        words={voice: sum(a.words.of(voice) for a in mine) for voice in Voice},
        findings={
            voice: sum(f.voice is voice for a in mine for f in a.findings) for voice in Voice
        },
    )


def _event_row(number: int, articles: list[AnalysedArticle], copied: tuple[str, str]) -> EventRow:
    mine = [a for a in articles if a.id.endswith(f"/{number}")]
    title = mine[0].article.title
    assert title is not None and mine[0].article.article.published is not None
    day = mine[0].article.article.published.date()
    return EventRow(
        id=f"event-{number}",
        title=title.of(mine[0].text),
        first=day,
        last=day,
        articles=tuple((a.article.article.outlet, a.id) for a in mine),
        wire=(copied,) if copied[0] in {a.id for a in mine} else (),
        given=number == 0,
    )


def _actor_row(actor: Actor) -> ActorRow:
    return ActorRow(actor.id, actor.name, actor.kind, actor.parent, 18, 3, actor.aliases_seen)


def _rates(outlets: list[str], counted: list[AnalysedArticle]) -> list[RateRow]:
    rows = []
    for voice in Voice:
        for kind in (None, *Kind):
            rows += [_rate(name, voice, kind, _of(name, counted)) for name in outlets]
    return rows


def _rate(name: str, voice: Voice, kind: Kind | None, mine: list[AnalysedArticle]) -> RateRow:
    words = sum(a.words.of(voice) for a in mine)
    found = sum(
        f.voice is voice and (kind is None or f.kinds[0] is kind) for a in mine for f in a.findings
    )
    value = 1000 * found / words if words else 0.0
    interval = Interval(value, 0.6 * value, 1.5 * value) if words else None
    few = Verdict.COMPARED if words else Verdict.TOO_FEW
    return RateRow(name, voice, kind, found, words, interval, len(mine), len(mine), few)


def _stances(outlets: list[str], counted: list[AnalysedArticle]) -> list[StanceCell]:
    return [
        _stance_cell(name, actor, voice, _of(name, counted))
        for voice in (Voice.OUTLET, Voice.DIRECT, Voice.REPORTED)
        for actor in ACTORS
        for name in outlets
    ]


def _stance_cell(name: str, actor: str, voice: Voice, mine: list[AnalysedArticle]) -> StanceCell:
    found = [s.judgement for a in mine for s in a.stances if s.actor == actor and s.voice is voice]
    labels = [judgement.label for judgement in found]
    scores = [judgement.score for judgement in found]
    enough = len(found) >= 4
    mean = sum(scores) / len(scores) if scores else 0.0
    return StanceCell(
        outlet=name,
        actor=actor,
        voice=voice,
        n_articles=len(found),
        against=labels.count(Stance.AGAINST),
        neutral=labels.count(Stance.NEUTRAL),
        favour=labels.count(Stance.FAVOUR),
        abstained=labels.count(None),
        failed=0,
        mean=Interval(mean, max(-1.0, mean - 0.12), min(1.0, mean + 0.15)) if enough else None,
        verdict=Verdict.COMPARED if enough else Verdict.TOO_FEW,
    )


def _gaps(outlets: list[str], counted: list[AnalysedArticle]) -> list[GapRow]:
    rows: list[GapRow] = []
    for a, b in combinations(outlets, 2):
        for kind in (None, *Kind):
            first, second = (_rate(n, Voice.OUTLET, kind, _of(n, counted)) for n in (a, b))
            values = (first.per_1k_words, second.per_1k_words)
            rows.append(_gap(a, b, values, kind=kind, actor=None))
        for actor in ACTORS:
            cells = (_stance_cell(n, actor, Voice.OUTLET, _of(n, counted)) for n in (a, b))
            rows.append(_gap(a, b, tuple(c.mean for c in cells), kind=None, actor=actor))
    return rows


def _gap(
    a: str,
    b: str,
    values: tuple[Interval | None, ...],
    *,
    kind: Kind | None,
    actor: str | None,
) -> GapRow:
    measure = Measure.RATE if actor is None else Measure.STANCE
    one, two = values
    if one is None or two is None:
        few = Verdict.TOO_FEW
        return GapRow(measure, a, b, kind, actor, None, None, None, None, None, None, 2, few)
    wide = 4.0 if actor is None else 0.3
    value = one.value - two.value
    return GapRow(
        measure=measure,
        outlet_a=a,
        outlet_b=b,
        kind=kind,
        actor=actor,
        a=one.value,
        b=two.value,
        difference=Interval(value, value - wide, value + wide),
        effect=value / wide,
        p=0.008 if abs(value) > 2 * wide else 0.2,
        q=0.031 if abs(value) > 2 * wide else 0.24,
        n_units=5,
        verdict=Verdict.COMPARED,
    )


@pytest.fixture(scope="session")
def run() -> Run:
    """The invented run with hostile names."""
    return make_run()


@pytest.fixture(scope="session")
def written(run: Run, tmp_path_factory: pytest.TempPathFactory) -> ReportFiles:
    """The files of its report."""
    out = tmp_path_factory.mktemp("report")
    return write(run.comparison, run.articles, out, settings=ReportSettings())
