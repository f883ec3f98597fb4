import json
import shutil

import pyarrow.parquet as pq
import pytest

from slantwise.errors import RunError
from slantwise.records import (
    AnalysedArticle,
    Article,
    CleanedArticle,
    Problem,
    Source,
    Span,
    WordCounts,
)
from slantwise.run import Inputs, Manifest, open_run, start_run, verify_run


def change(path, **changes):
    data = json.loads(path.read_text())
    path.write_text(json.dumps({**data, **changes}))


def test_a_sound_run(make_run):
    run = make_run(3, finished=True)
    found = verify_run(run.path)
    assert (found.faults, found.remarks) == ((), ())
    assert (found.finished, found.n_parts, found.counted.n_records) == (True, 3, 6)
    assert found.result == run.manifest.result
    assert len(found.result) == 64


def test_an_unfinished_run_is_sound_as_far_as_it_goes(make_run):
    run = make_run(2)
    (run.path / "parts" / "000007.parquet.ab.tmp").write_bytes(b"half")
    shutil.copy(run.part(0), run.part(5))
    found = verify_run(run.path)
    assert found.faults == ()
    remarks = [remark.what for remark in found.remarks]
    assert [r.split(";")[0] for r in remarks] == [
        "the run is not finished",
        "it has no receipt and is not counted",
        "a dead process left it behind",
    ]
    assert len(list(open_run(run.path).read())) == 4  # the part without receipt is not read


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"n_parts": 4}, "part 3 of 4 has no receipt"),
        ({"n_parts": 2}, "part 2 is beyond the 2"),
        ({"result": "0" * 64}, "its digest of the result"),
        ({"total": None}, "it says nothing, the parts hold 6 records"),
        ({"signature": {"model": "b"}}, "its settings or inputs were changed"),
        ({"shard_size": 3}, "its settings or inputs were changed"),
    ],
)
def test_a_manifest_that_does_not_fit_is_a_fault(make_run, changes, says):
    run = make_run(3, finished=True)
    change(run.path / "manifest.json", **changes)
    faults = verify_run(run.path).faults
    assert any(says in str(fault) for fault in faults), faults


def test_a_part_of_another_run_or_place_is_a_fault(make_run, tmp_path):
    run = make_run(3, finished=True)
    other = start_run(tmp_path / "other", Manifest({"model": "b"}, Inputs(), 2))
    staged = other.writer().stage(2, list(run.read())[:2])
    receipt = other.commit(staged)
    shutil.copy(other.part(2), run.part(1))
    lines = (run.path / "parts.jsonl").read_text().splitlines()
    data = json.loads(lines[1])
    data |= {"sha256": receipt.sha256, "n_bytes": receipt.n_bytes}
    (run.path / "parts.jsonl").write_text("\n".join([lines[0], json.dumps(data), lines[2]]) + "\n")
    said = [fault.what for fault in verify_run(run.path).faults]
    assert said == ["it was made with other settings or inputs", "it was made as part 2"]


def test_a_receipt_that_counts_wrong_is_a_fault(make_run):
    run = make_run(3, finished=True)
    file = run.path / "parts.jsonl"
    file.write_text(file.read_text().replace('"n_not_analysed": 2', '"n_not_analysed": 1', 1))
    (fault,) = verify_run(run.path).faults
    assert "2 not analysed, 0 remarks, 0 words), its receipt says 2 records" in fault.what


def test_an_article_that_is_there_twice_is_named(make_run):
    run = make_run(0)
    article = Article("north/1", "North", "Hi", None, (Span(0, 2),), Source("p"))
    cleaned = CleanedArticle(article, "Hi", None, (Span(0, 2),), ())
    analysed = AnalysedArticle(cleaned, *[()] * 9, WordCounts(1, 0, 0, 0))
    for index in range(2):
        problem = Problem("clean", "empty", "Nothing is left.", Source(f"{index}"))
        run.commit(run.writer().stage(index, [analysed, problem]))
    (fault,) = verify_run(run.finish(2).path).faults
    assert "article 'north/1' is there 2 times (000000.parquet, 000001.parquet)" in fault.what


def test_no_run_is_an_error_and_a_garbled_manifest_a_fault(make_run, tmp_path):
    with pytest.raises(RunError, match="is not a run"):
        verify_run(tmp_path)
    run = make_run(1)
    (run.path / "manifest.json").write_text("{")
    (fault,) = verify_run(run.path).faults
    assert "is damaged" in fault.what


def test_a_part_tells_its_place_and_its_manifest(make_run):
    run = make_run(2)
    metadata = pq.read_schema(run.part(1)).metadata
    assert metadata[b"slantwise.part"] == b"1"
    assert metadata[b"slantwise.manifest"].decode() == run.manifest.digest
