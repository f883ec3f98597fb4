from dataclasses import replace

from slantwise.records import Kind, Voice
from slantwise.records.comparison import Verdict
from slantwise.report.numbering import number
from slantwise.report.views.rates import forest


def _forest(comparison, voice=Voice.OUTLET):
    return forest(comparison, number(comparison), voice=voice)


def test_kinds_without_a_finding_are_listed_apart(run) -> None:
    made = _forest(run.comparison)
    heard = [group.entry.kind for group in made.kinds]
    assert Kind.CHARGED_VERB in heard
    assert Kind.EUPHEMISM not in heard
    assert [entry.kind for entry in made.silent] + heard != []
    assert {entry.kind for entry in made.silent} | set(heard) == set(Kind)


def test_a_line_has_rate_interval_numerator_and_denominator(run) -> None:
    made = _forest(run.comparison)
    (charged,) = (g for g in made.kinds if g.entry.kind is Kind.CHARGED_VERB)
    line = charged.lines[2]
    # Two charged verbs in each of six articles; the intervals are chosen as 0.6 and 1.5 times.
    rate = 1000 * 12 / int(line.n_words.text)
    assert line.n_findings.text == "12"
    assert line.value.text == f"{rate:.1f}"
    assert line.interval == f"{0.6 * rate:.1f} to {1.5 * rate:.1f}"
    assert line.n_findings.query.code() == "f o2 k3 v0 n12"
    assert line.n_words.query.code() == "a o2"


def test_all_kinds_share_an_axis_that_reaches_every_interval(run) -> None:
    made = _forest(run.comparison)
    assert len({group.scale for group in made.kinds}) == 1
    highs = [line.rate.high for group in made.kinds for line in group.lines]
    assert max(highs) <= made.kinds[0].scale.high


def test_too_few_to_compare_shows_counts_and_no_rate(run) -> None:
    rates = tuple(replace(row, verdict=Verdict.TOO_FEW) for row in run.comparison.rates)
    line = _forest(replace(run.comparison, rates=rates)).total.lines[1]
    assert (line.rate, line.value, line.interval) == (None, None, "")
    assert line.n_findings.text == "30"


def test_a_voice_without_rows_is_empty(run) -> None:
    made = _forest(replace(run.comparison, rates=()), voice=Voice.DIRECT)
    assert (made.total, made.kinds, made.silent) == (None, (), ())
