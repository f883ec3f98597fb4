"""Floors of the actors stage on the development part of its gold.

Measured without voice and encoder, so a little under what `slantwise evaluate actors` prints. To
lower one is a change to be argued for; the test part is for reporting alone.
"""

import re
from datetime import datetime
from pathlib import Path

import pytest

from slantwise.actors import link, read_tables
from slantwise.encode import OnnxEncoder, encode
from slantwise.evaluation.gold import read_gold
from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.actors import counts, metrics_of
from slantwise.records import (
    AnalysedArticle,
    Article,
    CleanedArticle,
    OffsetRun,
    Source,
    Span,
    WordCounts,
)

FLOORS = {
    "linking_f1": 0.95,
    "mention_f1": 0.96,
    "rollup_accuracy": 0.98,
    "linking_recall_group": 0.95,
    "linking_recall_definite": 0.80,
}


@pytest.fixture(scope="module")
def figures(corpora: Path, encoder: OnnxEncoder) -> dict[str, float]:
    table = read_tables([corpora / "actors"])
    rows = [
        counts(item, analysed(item.text, item.published, encoder, table))
        for item in read_gold("actors", corpora / "actors_gold" / "dev.jsonl")
    ]
    return {name: value_of(metric, len(rows)) for name, metric in metrics_of(rows).items()}


def analysed(text: str, published: datetime | None, encoder, table) -> AnalysedArticle:
    from slantwise.segment import segment

    whole = Span(0, len(text))
    article = Article("a", "", text, None, (whole,), Source("a"), published=published)
    cleaned = CleanedArticle(article, text, None, (whole,), (OffsetRun(whole, whole),))
    (encoded,) = encode([(cleaned, *segment(cleaned))], encoder)
    linking = link(encoded, (), table)
    return AnalysedArticle(
        cleaned, encoded.sentences, (), (), linking.actors, linking.mentions, (), (), (),
        linking.decisions, WordCounts(0, 0, 0, 0),
    )  # fmt: skip


@pytest.mark.parametrize("name", FLOORS)
def test_the_development_figures_do_not_fall(figures, name):
    assert figures[name] >= FLOORS[name]


def test_gold_has_no_word_left_of_its_marking(corpora):
    for part in ("dev", "test"):
        text = (corpora / "actors_gold" / f"{part}.jsonl").read_text(encoding="utf-8")
        assert not re.search(r">[a-z]+[:/-]", text)
