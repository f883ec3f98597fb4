"""What counts as a change, and how often it comes."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from slantwise.evaluation.audit.answers import answers
from slantwise.evaluation.audit.changes import Change, changes, rates, worst
from slantwise.evaluation.audit.reading import read_pairs
from slantwise.evaluation.metrics import Bootstrap
from slantwise.records import Kind, Span

Write = Callable[..., Path]
Line = Callable[..., dict[str, Any]]
Views = Callable[..., Any]
QUICK = Bootstrap(resamples=200)


def compared(path: Path, analyser: Any) -> list[Change]:
    given = answers(read_pairs(path), analyser)
    return [change for sentence, several in given for change in changes(sentence, several)]


def test_each_change_of_stance_is_told_from_the_others(
    gold_file: Write, line: Line, views: Views, logits: SimpleNamespace
) -> None:
    analyser = views(
        Vane=logits.against, Osk=logits.favour, Rulo=logits.neutral, Mira=logits.unsure
    )
    path = gold_file(line("1", "Vane", "Osk", "Rulo", "Mira"))
    found = compared(path, analyser)
    said = [(c.stance_changed, c.stance_relabelled, c.stance_reversed) for c in found]
    assert said == [(True, True, True), (True, True, False), (True, False, False)]
    # favour - against: Vane 0.1 - 0.8 = -0.7, Osk +0.7, Rulo 0, Mira 0.3 - 0.4 = -0.1.
    assert [c.shift for c in found] == pytest.approx([1.4, 0.7, 0.6])


def test_a_mention_without_a_token_is_not_judged_and_not_changed(
    gold_file: Write, line: Line, views: Views, logits: SimpleNamespace
) -> None:
    # The stub has no token at a name of dashes.
    path = gold_file(line("1", "Vane", "---"), line("2", "Vane", "Osk"))
    found = compared(path, views(Vane=logits.against, Osk=logits.against))
    assert [change.judged for change in found] == [False, True]
    assert not any(change.stance_changed for change in found)


def test_findings_are_compared_at_the_same_place(
    gold_file: Write, line: Line, views: Views, stub: SimpleNamespace
) -> None:
    rest = "lied and boasted."
    texts = {name: f"{name} {rest}" for name in ("Vane", "Merania", "Osk")}

    def reading(name: str, *words: str) -> Any:
        spans = [stub.span_of(texts[name], word) for word in words]
        return stub.Reading(findings=tuple(stub.finding(s, Kind.EVALUATIVE) for s in spans))

    readings = {
        texts["Vane"]: reading("Vane", "lied"),
        texts["Merania"]: reading("Merania", "lied"),
        texts["Osk"]: reading("Osk", "boasted"),
    }
    same, other = compared(
        gold_file(line("1", "Vane", "Merania", "Osk", rest=rest)), views(readings)
    )
    assert (same.findings_changed, same.after.findings) == (False, (Span(8, 12),))
    assert (other.lost, other.gained) == (("lied",), ("boasted",))


def test_bias_is_compared_at_the_heads_threshold(
    gold_file: Write, line: Line, stub: SimpleNamespace
) -> None:
    analyser = stub.Analyser()
    read_many = analyser.read_many

    def biased(articles: Any) -> Any:
        from dataclasses import replace

        # The stub's threshold is 0.6.
        for analysed in read_many(articles):
            yield replace(analysed, biases=(0.6 if "Osk" in analysed.text else 0.59,))

    analyser.read_many = biased
    one, two = compared(gold_file(line("1", "Vane", "Osk", "Rulo")), analyser)
    assert (one.bias_changed, two.bias_changed) == (True, False)


def test_rates_count_pairs_and_draw_sentences(
    gold_file: Write, line: Line, views: Views, logits: SimpleNamespace
) -> None:
    analyser = views(Vane=logits.against, Osk=logits.favour, Rulo=logits.against)
    path = gold_file(
        line("1", "Vane", "Osk", "Rulo"), line("2", "Vane", "Rulo"), line("3", "Vane", "---")
    )
    found = rates(compared(path, analyser), QUICK)
    # 1 of the 3 judged pairs; the fourth pair counts for findings and bias alone.
    assert found["stance_changed"].value == pytest.approx(1 / 3)
    assert 0 <= found["stance_changed"].low < 1 / 3 < found["stance_changed"].high
    # Shifts 1.4, 0 and 0.
    assert found["mean_absolute_shift"].value == pytest.approx(1.4 / 3)
    # None of 3 sentences: Clopper-Pearson's upper end is 1 - 0.025^(1/3) = 0.7076.
    assert found["findings_changed"].high == pytest.approx(0.7076, abs=1e-4)
    assert found["findings_changed"].value == 0.0


def test_rates_of_nothing_are_none() -> None:
    assert rates([], QUICK) == {}


def test_the_worst_come_first_and_the_unchanged_never(
    gold_file: Write, line: Line, views: Views, logits: SimpleNamespace
) -> None:
    analyser = views(
        Vane=logits.against,
        Osk=logits.favour,
        Rulo=logits.neutral,
        Mira=logits.unsure,
        Beno=logits.against,
    )
    found = compared(gold_file(line("1", "Vane", "Mira", "Beno", "Rulo", "Osk")), analyser)
    assert [change.after.version.actor for change in worst(found, 9)] == ["Osk", "Rulo", "Mira"]
    assert [change.after.version.actor for change in worst(found, 1)] == ["Osk"]
