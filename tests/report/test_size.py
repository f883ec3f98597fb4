"""A report of 200 articles of 700 words stays under 2 MB, with findings as thick as they come."""

import random
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

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
    Quoted,
    RateRow,
    SpeechRow,
    StanceCell,
    Verdict,
)
from slantwise.report import ReportSettings, write

OUTLETS = ("Courier", "Herald", "Post", "Observer", "Examiner")
ACTORS = tuple(
    Actor(f"actor-{n}", f"Body number {n}", ActorKind.ORGANISATION, None, ("body",))
    for n in range(20)
)
KINDS = [kind for kind in Kind if kind is not Kind.SCARE_QUOTES]
LETTERS = "etaoinshrdlucmfwygpbvk"
N_EVENTS, N_WORDS, WORDS_A_SENTENCE = 40, 700, 20


def _text(chance: random.Random) -> str:
    """Invented words of 2 to 8 letters, 5 on average with the space 6, as English has them."""
    words = ["".join(chance.choices(LETTERS, k=chance.randint(2, 8))) for _ in range(N_WORDS)]
    sentences = [
        " ".join(words[at : at + WORDS_A_SENTENCE]) + "."
        for at in range(0, N_WORDS, WORDS_A_SENTENCE)
    ]
    blocks = [" ".join(sentences[at : at + 3]) for at in range(1, len(sentences), 3)]
    return "\n\n".join([sentences[0], *blocks])


def _article(chance: random.Random, event: int, outlet: str) -> AnalysedArticle:
    text = _text(chance)
    blocks, at = [], 0
    for block in text.split("\n\n"):
        blocks.append(Span(at, at + len(block)))
        at += len(block) + 2
    sentences, at = [], 0
    for part in text.replace("\n\n", ". ").split(". "):
        sentences.append(Sentence(len(sentences), Span(at, min(at + len(part) + 1, len(text))), 0))
        at += len(part) + 2
    published = datetime(2026, 1 + event % 12, 1 + event % 28)
    source = Source(f"{outlet}/{event}.txt")
    article = Article(
        f"{outlet}/{event}", outlet, text, blocks[0], tuple(blocks[1:]), source, published
    )
    cleaned = CleanedArticle(article, text, blocks[0], tuple(blocks[1:]), (), (), "en")
    spans = [Span(s.span.start + 3, s.span.start + 12) for s in sentences]
    findings = tuple(_finding(chance, spans[n], n) for n in range(0, len(spans), 2))
    mentions = tuple(
        Mention(spans[n].shift(off), n, chance.choice(ACTORS).id, "alias")
        for n in range(len(spans))
        for off in (0, 14)
    )
    stances = tuple(
        MentionStance(number, mention.actor, Voice.OUTLET, None, _judgement(chance))
        for number, mention in enumerate(mentions)
    )
    return AnalysedArticle(
        article=cleaned,
        sentences=tuple(sentences),
        biases=tuple(0.2 for _ in sentences),
        attributions=tuple(
            Attribution(Voice.DIRECT, (sentences[n].span,), speaker=chance.choice(ACTORS).id)
            for n in range(0, len(sentences), 5)
        ),
        actors=ACTORS,
        mentions=mentions,
        findings=findings,
        mention_stances=stances,
        stances=tuple(
            ArticleStance(actor.id, Voice.OUTLET, None, _judgement(chance), 3, 0, 0)
            for actor in ACTORS
        ),
        decisions=(),
        words=WordCounts(N_WORDS - 140, 140, 0, 0),
    )


def _finding(chance: random.Random, span: Span, sentence: int) -> Finding:
    evidence = f"loaded-token head, {chance.randint(1, 60)}"
    actors = (chance.choice(ACTORS).id,)
    kinds = (chance.choice(KINDS),)
    direction = chance.choice(list(Stance))
    return Finding(span, sentence, kinds, Voice.OUTLET, None, actors, direction, 0.71, evidence)


def _judgement(chance: random.Random) -> StanceJudgement:
    return StanceJudgement(State.LABELLED, chance.choice(list(Stance)), 0.2, 0.5, 0.3)


def large_run(
    outlets: tuple[str, ...] = OUTLETS, n_events: int = N_EVENTS
) -> tuple[Comparison, list[AnalysedArticle]]:
    """40 events, 5 outlets, 200 articles of 700 words, 20 actors, every figure compared."""
    chance = random.Random(5)
    articles = [_article(chance, event, outlet) for event in range(n_events) for outlet in outlets]

    def around(value: float, width: float) -> Interval:
        return Interval(value, value - width, value + width)

    def gap(kind: Kind | None, actor: str | None, first: str, second: str) -> GapRow:
        measure = Measure.STANCE if actor else Measure.RATE
        value = chance.gauss(0, 0.3)
        figures = (0.4 + value, 0.4, around(value, 0.4), value, 0.04, 0.2, n_events)
        return GapRow(measure, first, second, kind, actor, *figures, Verdict.COMPARED)

    def rate(outlet: str, voice: Voice, kind: Kind | None) -> RateRow:
        mine = [a for a in articles if a.article.article.outlet == outlet]
        found = [f for a in mine for f in a.findings if f.voice is voice]
        n = sum(kind in (None, f.kinds[0]) for f in found)
        words = sum(a.words.of(voice) for a in mine)
        value = 1000 * n / words if words else 0.0
        interval = Interval(value, 0.8 * value, 1.2 * value)
        units = (n_events, n_events, Verdict.COMPARED)
        return RateRow(outlet, voice, kind, n, words, interval, *units)

    def cell(outlet: str, actor: Actor, voice: Voice) -> StanceCell:
        value = chance.uniform(-0.7, 0.7)
        counts = (n_events, 12, 16, 8, 3, 1)
        return StanceCell(outlet, actor.id, voice, *counts, around(value, 0.15), Verdict.COMPARED)

    pairs = [(a, b) for a in outlets for b in outlets if a < b]
    words = {Voice.OUTLET: 22400, Voice.DIRECT: 5600}
    comparison = Comparison(
        run="large",
        unit="event",
        n_articles=len(articles),
        n_problems=0,
        n_not_analysed=0,
        minimum_units=5,
        outlets=tuple(OutletRow(o, n_events, 0, n_events, words, {}) for o in outlets),
        events=tuple(
            EventRow(
                id=f"event-{event}",
                title=f"What happened on day {event}",
                first=date(2026, 1 + event % 12, 1 + event % 28),
                last=date(2026, 1 + event % 12, 1 + event % 28),
                articles=tuple((outlet, f"{outlet}/{event}") for outlet in outlets),
                wire=(),
                given=False,
            )
            for event in range(n_events)
        ),
        actors=tuple(ActorRow(a.id, a.name, a.kind, None, 200, 5, ("body",)) for a in ACTORS),
        rates=tuple(rate(o, v, k) for v in Voice for k in (None, *Kind) for o in outlets),
        stances=tuple(
            cell(o, a, v)
            for v in (Voice.OUTLET, Voice.DIRECT, Voice.REPORTED)
            for a in ACTORS
            for o in outlets
        ),
        gaps=tuple(
            [gap(k, None, *pair) for k in (None, *Kind) for pair in pairs]
            + [gap(None, a.id, *pair) for a in ACTORS for pair in pairs]
        ),
        family_size=340,
        signature={"model": "base"},
        speech=tuple(
            SpeechRow(o, a.id, quoted, 1_200, 5_600, 40, 12, around(0.2, 0.1), 12, Verdict.COMPARED)
            for quoted in Quoted
            for a in ACTORS
            for o in outlets
        ),
    )
    return comparison, articles


def test_two_hundred_articles_make_a_page_under_two_megabytes(tmp_path: Path) -> None:
    comparison, articles = large_run()
    words = [len(article.text.split()) for article in articles]
    assert min(words) == N_WORDS
    mean_characters = sum(len(article.text) for article in articles) / len(articles)
    assert 4000 < mean_characters < 4500  # 700 words of 5 letters and a space: 4,200
    files = write(comparison, articles, tmp_path, settings=ReportSettings())
    assert files.html.stat().st_size < 2_000_000


def test_a_page_grows_with_its_articles_only_by_their_text_and_rows(tmp_path: Path) -> None:
    comparison, articles = large_run()
    files = write(comparison, articles, tmp_path / "all", settings=ReportSettings())
    bare = [
        replace(article, findings=(), mentions=(), mention_stances=(), attributions=(), stances=())
        for article in articles
    ]
    without = write(comparison, bare, tmp_path / "bare", settings=ReportSettings())
    rows = files.html.stat().st_size - without.html.stat().st_size
    n_rows = sum(len(a.findings) + len(a.mentions) + len(a.stances) for a in articles)
    assert rows / n_rows < 32  # a row of eight to ten small numbers, with commas


def test_fifty_outlets_make_a_page_under_two_megabytes_that_names_them_all(tmp_path: Path) -> None:
    outlets = tuple(f"Outlet {number:02}" for number in range(50))
    comparison, articles = large_run(outlets, n_events=4)
    files = write(comparison, articles, tmp_path, settings=ReportSettings())
    shown = files.html.read_text(encoding="utf-8")
    assert files.html.stat().st_size < 2_000_000
    tables = re.findall(r'<table class="matrix".*?</table>', shown, re.DOTALL)
    assert len(tables) >= 5  # stance and kinds, both quoted voices, two shares
    assert all(table.count("<tr>") == 1 + len(outlets) for table in tables)
    words = files.markdown.read_text(encoding="utf-8")
    assert len(re.findall(r"^\| Outlet 49 \|", words, re.MULTILINE)) >= 3
    assert files.markdown.stat().st_size < 1_000_000


def test_outlets_beyond_those_shown_are_said_and_stand_in_the_tables(tmp_path: Path) -> None:
    outlets = tuple(f"Outlet {number:02}" for number in range(12))
    comparison, articles = large_run(outlets, n_events=2)
    files = write(comparison, articles, tmp_path, settings=ReportSettings(max_outlets=10))
    shown = files.html.read_text(encoding="utf-8")
    assert "show the 10 outlets with most articles; the other 2 stand in the CSV" in shown
    stances = next(table for table in files.tables if table.name == "stances.csv")
    assert "Outlet 11" in stances.read_text(encoding="utf-8")
