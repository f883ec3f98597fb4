"""The stage on real prose, with the shipped encoder's words."""

import re
from dataclasses import replace

import pytest

from slantwise.encode import encode
from slantwise.records import (
    Article,
    CleanedArticle,
    OffsetRun,
    Source,
    Span,
    Voice,
)
from slantwise.segment import segment
from slantwise.voice import attribute


@pytest.fixture(scope="module")
def seed(shared, encoder):
    text = (shared / "data/seed/article.txt").read_text(encoding="utf-8")
    text = text[text.index("Turkish, Israeli") : text.index("No comments:")].rstrip()
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    raw = Article("seed", "o", text, spans[0], tuple(spans[1:]), Source("seed"))
    whole = Span(0, len(text))
    runs = (OffsetRun(whole, whole),)
    article = CleanedArticle(raw, text, spans[0], tuple(spans[1:]), runs)
    (encoded,) = encode([(article, *segment(article))], encoder)
    return replace(encoded, outputs=())


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("unwanted incidents", "the Turkish Defense Ministry"),
        ("provocative attacks", "the Turkish Defense Ministry"),
        ("expansionist, occupying stance", "the ministry"),
        ("meetings with Israel will continue", "Turkish Defense Ministry sources"),
        ("false accusations", "they"),
        ("technical contacts in place", "Turkish Foreign Minister Hakan Fidan"),
        ("civilian deaths and destruction", "he"),
        ("made it unequivocally clear", "Israeli representatives"),
        ("Any activity that endangers Israel", "it"),
        ("once Turkiye moved in", "Israeli Prime Minister Benjamin Netanyahu"),
        ("message", "The Israeli Army Radio"),
        ("Netanyahu believes progress", "the sources"),
    ],
)
def test_quotations_of_the_seed_article_have_their_speakers(seed, cues, words, source):
    found = [
        attribution
        for attribution in attribute(seed, cues)
        if attribution.voice is Voice.DIRECT
        and any(words in span.of(seed.text) for span in attribution.content)
    ]
    assert [attribution.source.of(seed.text).replace("\xa0", " ") for attribution in found] == [
        source
    ]


def test_scare_quotation_of_the_seed_article(seed, cues):
    scare = [a for a in attribute(seed, cues) if a.voice is Voice.SCARE]
    assert [a.content[0].of(seed.text) for a in scare] == ["‘deconfliction’"]
