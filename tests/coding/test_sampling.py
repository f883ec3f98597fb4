from collections import Counter
from dataclasses import replace

import pytest

from slantwise.coding import SampleSettings, Task, draw_sample
from slantwise.coding.population import frame_of
from slantwise.errors import CodingError, RunError, SettingsError
from slantwise.records import Kind
from slantwise.run import Inputs, Manifest, start_run


def test_every_sentence_can_be_drawn_and_is_at_its_place(run, sample):
    texts = {article.id: article.text for article in run.articles()}
    assert sum(stratum.n_units for stratum in sample.strata) == 16 * 5
    for unit, entry in zip(sample.units, sample.key, strict=True):
        assert unit.span.of(texts[unit.article]) == unit.text
        assert texts[unit.article][: unit.span.start].endswith(unit.left)
        assert texts[unit.article][unit.span.end :].startswith(unit.right)
        assert max(len(unit.left), len(unit.right)) <= 32
        assert entry.unit == unit.id


def test_probabilities_are_those_of_the_strata(sample):
    drawn = Counter(entry.stratum for entry in sample.key)
    assert [drawn[n] for n in range(len(sample.strata))] == [s.n_sampled for s in sample.strata]
    # Harbour Post has a finding in each of 8 second sentences, Quay Gazette in those of 4
    sizes = {(s.outlet, s.band): s.n_units for s in sample.strata}
    assert sizes["Harbour Post", "finding, confidence 0.7 or more"] == 8
    assert sizes["Quay Gazette", "finding, confidence 0.7 or more"] == 4
    # the other 4 second sentences and all 8 third ones lie at 0.5 or more
    assert sizes["Quay Gazette", "no finding, biased wording 0.5 or more"] == 12


def test_outlets_get_equal_numbers(sample):
    outlets = Counter(sample.strata[entry.stratum].outlet for entry in sample.key)
    assert outlets == {"Harbour Post": 20, "Quay Gazette": 20}


def test_the_same_seed_draws_the_same_and_another_does_not(run, sample):
    again = draw_sample(run, SampleSettings(n_units=40, coders=("ann", "bo")))
    assert again == sample
    other = draw_sample(run, SampleSettings(n_units=40, coders=("ann", "bo"), seed=1))
    assert other.id != sample.id
    assert {(u.article, u.span) for u in other.units} != {(u.article, u.span) for u in sample.units}


def test_every_unit_has_a_coder_and_the_overlap_two(sample):
    assert Counter(len(unit.coders) for unit in sample.units) == {1: 32, 2: 8}
    assert Counter(c for u in sample.units for c in u.coders) == {"ann": 24, "bo": 24}


def test_the_key_holds_the_models_answer(sample):
    entries = dict(zip(sample.units, sample.key, strict=True))
    for unit, entry in entries.items():
        if "thugs" in unit.text and unit.article.startswith("H"):
            assert (entry.label, entry.kinds) == ("finding", (Kind.LABEL,))
        if "SUM" in unit.text:  # scare quotation marks are not the outlet's own voice
            assert (entry.label, entry.kinds) == ("none", (Kind.SCARE_QUOTES,))


def test_failed_mentions_are_no_part_of_the_frame(run, stances):
    frame = frame_of(run, SampleSettings(task=Task.STANCE))
    assert len(frame) == 16 * 2 - 2
    assert frame.toward("labour").all()
    assert len(stances.units) == 20
    assert all("‹union›" in unit.marked for unit in stances.units)
    assert {entry.label for entry in stances.key} == {"against", "favour"}


def test_mentions_of_chosen_actors_alone_are_drawn(run):
    chosen = SampleSettings(task=Task.STANCE, n_units=5, actors=("labour",))
    assert len(draw_sample(run, chosen).units) >= 5
    with pytest.raises(CodingError, match="holds no judged mention in an outlet's voice of mayor"):
        draw_sample(run, replace(chosen, actors=("mayor",)))


def test_no_more_than_there_is_can_be_drawn(run):
    sample = draw_sample(run, SampleSettings(n_units=1000))
    assert len(sample.units) == 80
    assert all(stratum.n_sampled == stratum.n_units for stratum in sample.strata)


def test_a_run_without_articles_or_end_is_refused(tmp_path):
    run = start_run(tmp_path / "empty", Manifest({}, Inputs(), 1))
    with pytest.raises(RunError, match="not finished"):
        draw_sample(run)
    with pytest.raises(CodingError, match="nothing to draw from"):
        draw_sample(run.finish(0))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("n_units", 0),
        ("overlap", 1.5),
        ("coders", ()),
        ("coders", ("ann", "ann")),
        ("coders", ("../ann",)),
        ("actors", ("union",)),
        ("minimum", 1),
        ("seed", -1),
        ("min_confidence", 2.0),
    ],
)
def test_settings_out_of_range_are_refused(name, value):
    with pytest.raises(SettingsError, match=f"sample setting {name}"):
        SampleSettings(**{name: value})
