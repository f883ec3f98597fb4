import json

import pyarrow.parquet as pq
import pytest

from slantwise.errors import RunError
from slantwise.records import (
    AnalysedArticle,
    Article,
    CleanedArticle,
    FileDigest,
    Problem,
    Sentence,
    Source,
    Span,
    Voice,
    WordCounts,
)
from slantwise.records.wordings import Reference, ReferenceForm
from slantwise.run import (
    Inputs,
    Manifest,
    counts,
    is_run,
    listed,
    open_run,
    start_run,
    verify_run,
)

MANIFEST = Manifest({"model": "a"}, Inputs(), 2)


def problem(n: int, *, fatal: bool = True) -> Problem:
    return Problem("ingest", "empty-file", f"file {n} is empty", Source(f"{n}.txt"), fatal=fatal)


def test_problems_come_back_as_written_in_order(tmp_path):
    run = start_run(tmp_path / "run", MANIFEST)
    run.write(1, [problem(3)])
    run.write(0, [problem(1), problem(2, fatal=False)])
    assert list(run.read()) == [problem(1), problem(2, fatal=False), problem(3)]
    assert list(run.articles()) == []
    assert counts(run) == {"articles": 0, "not_analysed": 2, "remarks": 1}


def test_an_empty_run_counts_nothing(tmp_path):
    run = start_run(tmp_path / "run", MANIFEST)
    assert counts(run) == {"articles": 0, "not_analysed": 0, "remarks": 0}
    assert list(run.read()) == []


def test_the_same_manifest_goes_on_and_sweeps_what_a_kill_left(tmp_path):
    run = start_run(tmp_path / "run", MANIFEST)
    run.write(0, [problem(1)])
    (run.path / "parts" / "000001.999.tmp").write_bytes(b"half")
    again = start_run(tmp_path / "run", MANIFEST)
    assert [path.name for path in again.parts()] == ["000000.parquet"]
    assert not list(run.path.rglob("*.tmp"))


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (Manifest({"model": "b"}, Inputs(), 2), "model was 'a' and is now 'b'"),
        (Manifest({"model": "a"}, Inputs(), 3), "shard_size was 2"),
    ],
)
def test_a_run_made_otherwise_is_refused(tmp_path, other, says):
    start_run(tmp_path / "run", MANIFEST)
    with pytest.raises(RunError, match=says):
        start_run(tmp_path / "run", other)


def files(*digests: str) -> list[FileDigest]:
    return [FileDigest(f"{n}.txt", 32 * digest, 1) for n, digest in enumerate(digests)]


@pytest.mark.parametrize(
    ("now", "says"),
    [
        (files("aa", "cc"), "another input: 1.txt was bbbbbbbbbbbb… and is now c+…"),
        (files("aa"), "another input: 1.txt is gone"),
        (files("aa", "bb", "dd"), "another input: 2.txt is new"),
        (files("aa", "bb")[::-1], "another input: 0.txt was read where 1.txt now stands"),
        ([], "another input: 0.txt is gone"),
    ],
)
def test_other_inputs_are_refused_and_the_first_difference_named(tmp_path, now, says):
    path = tmp_path / "run"
    begin(path, files("aa", "bb"))
    assert list(begin(path, files("aa", "bb")).inputs()) == files("aa", "bb")
    with pytest.raises(RunError, match=says):
        begin(path, now)
    assert not list(path.glob("*.tmp"))


def test_other_inputs_are_refused_though_their_list_is_lost_and_the_same_write_it_again(tmp_path):
    path = tmp_path / "run"
    begin(path, files("aa", "bb"))
    (path / "inputs.jsonl").unlink()
    (fault,) = verify_run(path).faults
    assert (fault.where, fault.what) == (str(path / "inputs.jsonl"), "it is missing")
    with pytest.raises(RunError, match="another input: "):
        begin(path, files("aa", "cc"))
    begin(path, files("aa", "bb"))
    assert verify_run(path).faults == ()
    (path / "inputs.jsonl").write_bytes(b"{}")
    (fault,) = verify_run(path).faults
    assert "the manifest says" in fault.what
    with pytest.raises(RunError, match=r"inputs\.jsonl is damaged"):
        list(open_run(path).inputs())


def begin(path, inputs):
    path.mkdir(exist_ok=True)
    with listed(path, inputs) as listing:
        return start_run(path, Manifest({"model": "a"}, listing.inputs, 2), listing)


def test_a_run_of_an_older_format_is_refused(tmp_path):
    run = start_run(tmp_path / "run", MANIFEST)
    file = run.path / "manifest.json"
    file.write_text(file.read_text().replace('"format": 4', '"format": 3'))
    with pytest.raises(RunError, match=r"format 3, this version reads 4\. Analyse again"):
        open_run(run.path)


def test_finished_is_written_down(tmp_path):
    run = start_run(tmp_path / "run", MANIFEST)
    assert not run.finished
    run.finish(0)
    assert open_run(tmp_path / "run").finished


def test_no_run_and_a_damaged_run_are_said(tmp_path):
    assert not is_run(tmp_path)
    with pytest.raises(RunError, match="is not a run"):
        open_run(tmp_path)
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(RunError, match="is damaged"):
        open_run(tmp_path)
    (tmp_path / "manifest.json").write_text(json.dumps({"format": 99}))
    with pytest.raises(RunError, match="format 99"):
        open_run(tmp_path)


def test_a_part_has_the_stated_schema(tmp_path):
    from slantwise.run.schema import PART

    run = start_run(tmp_path / "run", MANIFEST)
    run.write(0, [problem(1)])
    assert pq.read_schema(run.part(0)).equals(PART)


def analysed(*references: Reference) -> AnalysedArticle:
    source = Article("a", "Lantern", raw="Rain fell.", title=None, body=(), source=Source("a.txt"))
    cleaned = CleanedArticle(
        source, text="Rain fell.", title=None, paragraphs=(Span(0, 10),), offsets=()
    )
    nothing = dict.fromkeys(
        ("attributions", "actors", "mentions", "findings", "mention_stances", "decisions"), ()
    )
    return AnalysedArticle(
        article=cleaned,
        sentences=(Sentence(0, Span(0, 10), 0),),
        biases=(0.5,),
        stances=(),
        words=WordCounts(2, 0, 0, 0),
        references=references,
        **nothing,
    )


def test_columns_not_wanted_are_not_read(tmp_path):
    named = Reference(Span(0, 4), 0, "rain", ReferenceForm.PHRASE, "name", True, Voice.OUTLET, None)
    run = start_run(tmp_path / "run", MANIFEST)
    run.write(0, [analysed(named), problem(1)])
    assert list(run.read()) == [analysed(named), problem(1)]
    assert list(run.read(without=("references", "predicates"))) == [analysed(), problem(1)]
    assert list(run.articles(without=("references",))) == [analysed()]
