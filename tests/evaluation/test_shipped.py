"""The shipped analyser through the evaluator: wiring, not figures."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import slantwise
from slantwise.evaluation import evaluate
from slantwise.evaluation.items import GoldMention
from slantwise.evaluation.tasks import stance_mentions, stances
from slantwise.evaluation.texts import in_gold, to_article
from slantwise.pipeline import Analyser
from slantwise.records import Stance

Write = Callable[..., Path]

TEXTS = (
    "The brutal regime of Rulo Vane jailed the brave Mira Osk.",
    "Rulo Vane met Mira Osk on Monday.",
)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return slantwise.load(threads=1)


def test_mentions_are_judged_as_the_analyser_judges_them(
    analyser: Analyser, stub: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [
        GoldMention(name, text, stub.span_of(text, name), Stance.NEUTRAL)
        for text in TEXTS
        for name in ("Rulo Vane", "Mira Osk")
    ]
    found: list[stances.StanceAnswer] = []
    monkeypatch.setattr(stance_mentions, "compare", found.extend)
    stance_mentions.score(items, analyser)
    assert [answer.judgement for answer in found] == [
        analyser.stance(item.text, item.mention.start, item.mention.end) for item in items
    ]


def test_spans_come_back_in_the_offsets_of_the_gold_text(analyser: Analyser) -> None:
    # Blanks and a soft hyphen, which cleaning takes away, must not move a span.
    text = f"  Plain start.\n\n \n\nIt was\u00ad calm.   {TEXTS[0]}\n"
    analysed = next(analyser.read_many([to_article("1", text)]))
    assert analysed.text != text
    for mention in analysed.mentions:
        assert in_gold(mention.span, analysed).of(text) == mention.span.of(analysed.text)
    assert {m.span.of(analysed.text) for m in analysed.mentions} >= {"Rulo Vane", "Mira Osk"}


def test_one_call_from_gold_file_to_metrics_file(analyser: Analyser, gold_file: Write) -> None:
    start = TEXTS[0].index("brutal")
    spans = [{"start": start, "end": start + len("brutal"), "actor": "Rulo Vane"}]
    path = gold_file({"id": "1", "text": TEXTS[0], "spans": spans})
    data = json.loads(json.dumps(evaluate("framing-spans", path, analyser).to_dict()))
    assert data["signature"]["model"] == "base"
    assert {"token_recall", "span_f1", "loaded_token_recall"} <= set(data["metrics"])
