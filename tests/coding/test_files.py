import json

import pytest

from slantwise.coding import (
    SampleSettings,
    draw_sample,
    read_coded,
    read_sample,
    write_coded,
    write_sample,
)
from slantwise.coding.records import Answer, Coded, Coding, Mark
from slantwise.errors import CodingError
from slantwise.records import Kind, Source, Span, Stance

from .conftest import make_run


@pytest.fixture
def folder(sample, tmp_path):
    write_sample(sample, tmp_path / "sample")
    return tmp_path / "sample"


def test_a_sample_is_read_as_it_was_written(sample, stances, folder, tmp_path):
    assert read_sample(folder) == sample
    write_sample(stances, tmp_path / "stances")
    assert read_sample(tmp_path / "stances") == stances


def test_the_units_file_holds_nothing_of_the_model(folder):
    text = (folder / "sample.jsonl").read_text("utf-8")
    assert "stratum" not in text and '"label"' not in text and "Harbour Post" not in text


def test_codings_are_read_as_they_were_written(sample, tmp_path):
    answers = [
        Answer(),
        Answer(unsure=True),
        Answer(marks=(Mark(Kind.LABEL, Span(1, 3)), Mark(Kind.AGENCY))),
        Answer(stance=Stance.FAVOUR),
    ]
    codings = [
        Coding(unit.id, "ann", answer, Source("ann.csv", "line 2"))
        for unit, answer in zip(sample.units, answers, strict=False)
    ]
    coded = Coded(sample, tuple(codings))
    write_coded(coded, tmp_path / "coded.jsonl")
    read = read_coded(tmp_path / "coded.jsonl")
    assert (read.sample, read.codings) == (sample, coded.codings)
    assert [coding.source for coding in read.codings] == [coding.source for coding in codings]
    assert read.digest == coded.digest


def test_a_key_of_another_run_is_refused(folder, tmp_path):
    run = make_run(tmp_path / "other", signature="newer model")
    other = draw_sample(run, SampleSettings(n_units=40, coders=("ann", "bo")))
    write_sample(other, tmp_path / "second")
    (folder / "key.jsonl").write_bytes((tmp_path / "second" / "key.jsonl").read_bytes())
    with pytest.raises(CodingError, match=r"key\.jsonl, line 1: the key is of sample .* another"):
        read_sample(folder)


def test_another_sample_is_not_written_over(run, folder):
    with pytest.raises(CodingError, match=r"sample\.jsonl, line 1: the folder holds another"):
        write_sample(draw_sample(run, SampleSettings(n_units=20)), folder)


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("key.jsonl", lambda lines: [*lines[:3], "{", *lines[4:]], "line 4 is not JSON"),
        ("key.jsonl", lambda lines: [*lines[:3], "[]", *lines[4:]], "line 4: expected an object"),
        ("key.jsonl", lambda lines: [lines[0], *lines[2:]], "line 2: expected the key of unit"),
        ("key.jsonl", lambda lines: lines[:-1], "40 units and 39 keys"),
        ("sample.jsonl", lambda lines: lines[1:], "line 1: expected a slantwise sample"),
        ("sample.jsonl", lambda _: [], "line 1: expected a slantwise sample"),
        (
            "sample.jsonl",
            lambda lines: [lines[0], lines[1].replace('"text"', '"txt"'), *lines[2:]],
            "line 2 has no field 'text'",
        ),
        (
            "sample.jsonl",
            lambda lines: [lines[0].replace('"format": 1', '"format": 9'), *lines[1:]],
            "line 1: format 9, this version reads 1",
        ),
    ],
)
def test_damage_is_named_with_file_and_line(folder, name, change, words):
    path = folder / name
    lines = path.read_text("utf-8").split("\n")[:-1]
    path.write_text("\n".join(change(lines)), encoding="utf-8")
    with pytest.raises(CodingError) as caught:
        read_sample(folder)
    assert words in str(caught.value) and name in str(caught.value)


def test_a_coding_twice_or_of_no_unit_is_refused(sample, tmp_path):
    path = tmp_path / "coded.jsonl"
    coding = Coding(sample.units[0].id, "ann", Answer())
    write_coded(Coded(sample, (coding,)), path)
    whole = path.read_text("utf-8")
    last = json.loads(whole.rstrip().split("\n")[-1])
    path.write_text(whole + json.dumps(last) + "\n", encoding="utf-8")
    with pytest.raises(CodingError, match="line 83: ann has coded unit u00001 twice"):
        read_coded(path)
    path.write_text(whole + json.dumps({**last, "unit": "u9"}) + "\n", encoding="utf-8")
    with pytest.raises(CodingError, match="line 83: unit u9 is not in the sample"):
        read_coded(path)
    path.write_text(whole + json.dumps({**last, "row": "x"}) + "\n", encoding="utf-8")
    with pytest.raises(CodingError, match="line 83: expected a unit, a key or a coding"):
        read_coded(path)


def test_missing_files_are_named(tmp_path):
    with pytest.raises(CodingError, match=r"sample\.jsonl cannot be read"):
        read_sample(tmp_path)
