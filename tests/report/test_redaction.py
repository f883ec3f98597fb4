"""A redacted report holds no sentence, headline or body of any article."""

from pathlib import Path

import pytest

from slantwise.records import Span, Voice
from slantwise.records.contrasts import (
    ActorWording,
    ActWording,
    AlignedAct,
    Expression,
    Role,
    Sentence,
    WordingContrasts,
)
from slantwise.report import Extras, ReportFiles, ReportSettings, write
from slantwise.report.redaction import MASK, redacted_article, redacted_evidence


def _wording(run) -> WordingContrasts:
    """One act and one name, each with a whole sentence of the first article behind it."""
    article = run.articles[0]
    text = article.sentences[1].span.of(article.text)
    said = Sentence(article.id, "event-0", text, Span(4, 15), Voice.OUTLET, None)
    outlet = article.article.article.outlet
    named = Expression(outlet, text, "", "phrase", False, 1, {Voice.OUTLET: 1}, 0, None, (said,))
    told = ActWording(outlet, "rammed through", "active", text, "plan", said)
    return WordingContrasts(
        actors=(ActorWording("vel", "Vel", Role.NAMED, {outlet: 1}, (named,), 0),),
        acts=(AlignedAct("event-0", run.comparison.events[0].title, 0.9, False, (told,)),),
        typical=(),
        n_events=1,
        n_unaligned=0,
        signature={},
    )


@pytest.fixture
def redacted(run, tmp_path: Path) -> ReportFiles:
    settings = ReportSettings(redact=True)
    extras = Extras(wording=_wording(run))
    return write(run.comparison, run.articles, tmp_path, settings=settings, extras=extras)


def test_no_sentence_of_any_article_stands_in_any_file(run, redacted: ReportFiles) -> None:
    folder = redacted.html.parent
    texts = {p: p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}
    sentences = {
        sentence.span.of(article.text)
        for article in run.articles
        for sentence in article.sentences
        if len(sentence.span) > 20
    }
    assert len(sentences) > 20
    found = [
        (path.name, sentence)
        for path, text in texts.items()
        for sentence in sentences
        if sentence in text or sentence.replace("&", "&amp;").replace("<", "&lt;") in text
    ]
    assert found == []


def test_figures_ids_and_spans_stay(run, redacted: ReportFiles) -> None:
    (findings,) = (path for path in redacted.tables if path.stem == "findings")
    rows = findings.read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + sum(len(article.findings) for article in run.articles)
    page = redacted.html.read_text(encoding="utf-8")
    assert run.articles[0].id in page
    assert "Redacted." in page
    assert 'id="kwic"' not in page


def test_the_unredacted_report_does_hold_them(run, written: ReportFiles) -> None:
    sentence = "The heavy-handed port authority rammed through its plan for the night train."
    assert sentence in written.html.read_text(encoding="utf-8")


def test_masked_text_keeps_its_places_and_the_article_stays(run) -> None:
    article = run.articles[0]
    before = article.text
    masked = redacted_article(article)
    assert len(masked.text) == len(before) == len(article.text)
    assert set(masked.text) <= {MASK, " ", "\n"}
    assert article.text == before


@pytest.mark.parametrize(
    ("evidence", "kept"),
    [
        ("marked 0.71; word list: 'rams through'", "marked 0.71; word list"),
        ('word list: "don\'t; ever"', "word list"),
        ("term 'army of'; classifier 0.61", "term; classifier 0.61"),
        ("", ""),
    ],
)
def test_what_decided_keeps_no_words(evidence: str, kept: str) -> None:
    assert redacted_evidence(evidence) == kept
