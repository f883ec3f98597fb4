"""The shipped model and all stages on invented text."""

from pathlib import Path

import pytest

from slantwise.ingest import IngestSettings, read
from slantwise.pipeline import from_text
from slantwise.records import Article, Kind, State, Voice
from slantwise.records.as_json import from_dict, to_dict

TEXT = (
    "The northern valley has been illegally occupied by the Israeli army since March.\n\n"
    "“They must end their criminally reckless stance,” said Hakan Fidan, the Turkish foreign "
    "minister. Turkiye and Türkiye's ‘partners’ met in Ankara."
)


@pytest.fixture(scope="module")
def articles(demo: Path) -> list[Article]:
    records = read([demo], IngestSettings())
    return [record for record in records if isinstance(record, Article)]


def test_spans_slice_back_to_the_cleaned_and_the_raw_text(analyser, articles):
    for article in articles[:6]:
        analysed = analyser.read(article)
        for finding in analysed.findings:
            words = finding.span.of(analysed.text)
            assert words == words.strip()
            raw = analysed.article.to_raw(finding.span).of(article.raw)
            assert " ".join(raw.split()) == " ".join(words.split())


def test_an_outlet_is_not_charged_with_words_it_quotes(analyser):
    analysed = analyser.read(TEXT)
    voices = {f.span.of(analysed.text): f.voice for f in analysed.findings}
    assert voices["illegally occupied"] is Voice.OUTLET
    quoted = [f for f in analysed.findings if "reckless" in f.span.of(analysed.text)]
    assert [f.voice for f in quoted] == [Voice.DIRECT]
    assert quoted[0].speaker == "hakan-fidan"


def test_names_of_one_actor_are_merged(analyser):
    analysed = analyser.read(TEXT)
    turkiye = next(actor for actor in analysed.actors if actor.id == "turkiye")
    assert {"Turkiye", "Türkiye"} <= set(turkiye.aliases_seen)
    fidan = next(actor for actor in analysed.actors if actor.id == "hakan-fidan")
    assert fidan.parent == "turkiye"


def test_scare_quotes_and_their_voice_go_together(analyser, articles):
    for article in articles[:8]:
        for finding in analyser.read(article).findings:
            assert (finding.voice is Voice.SCARE) == (Kind.SCARE_QUOTES in finding.kinds)


def test_every_word_has_one_voice(analyser):
    words = analyser.read(TEXT).words
    assert words.total == words.outlet + words.direct + words.reported + words.scare
    assert words.direct > 0
    assert words.scare == 1


def test_what_an_article_is_batched_with_changes_nothing(analyser, articles):
    alone = [to_dict(next(analyser.read_many([article]))) for article in articles[:8]]
    together = [to_dict(analysed) for analysed in analyser.read_many(articles[:8])]
    many = [to_dict(analysed) for analysed in analyser.read_many((articles * 2)[:64])]
    assert alone == together
    assert alone == many[:8]


def test_plain_data_and_back_is_the_same(analyser, articles):
    analysed = analyser.read(articles[0])
    assert from_dict(to_dict(analysed)) == analysed


def test_order_is_kept_and_nothing_gives_nothing(analyser, articles):
    assert [a.id for a in analyser.read_many(articles[:5])] == [a.id for a in articles[:5]]
    assert list(analyser.read_many([])) == []


def test_stance_of_one_mention(analyser):
    text = "The minister lied again and again, and Merania paid for it."
    judgement = analyser.stance(text, 0, 12)
    assert judgement.state in (State.LABELLED, State.ABSTAINED)
    assert judgement.against + judgement.neutral + judgement.favour == pytest.approx(1.0)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (0, 1000)])
def test_a_mention_outside_the_text_is_refused(analyser, start, end):
    with pytest.raises(ValueError, match="a mention runs from"):
        analyser.stance("Too short.", start, end)


def test_a_bare_text_keeps_its_paragraphs():
    article = from_text("One line\nwrapped.\n\n\nTwo.")
    assert [span.of(article.raw) for span in article.body] == ["One line\nwrapped.", "Two."]
