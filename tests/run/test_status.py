import pytest

from slantwise.errors import RunError
from slantwise.run import Sitting, Tally, locked, run_status


def test_a_stopped_run_says_what_is_left_and_how_long_it_takes(make_run):
    # 3 parts of 2 records, three quarters of the input: 6 / 0.75 = 8 records, 2 of them left.
    # The first part came at 10 s, the last at 18 s: 4 records in 8 s, so 2 records take 4 s.
    status = run_status(make_run(3).path)
    assert (status.state, status.at_work, status.n_parts) == ("stopped", None, 3)
    assert status.done == Tally(n_records=6, n_not_analysed=6)
    assert status.n_left == 2
    assert status.rate.records_per_second == pytest.approx(0.5)
    assert status.seconds_left == pytest.approx(4.0)
    assert status.faults == ()


def test_parts_out_of_order_are_left_to_do(make_run):
    # The last part alone: the whole input is read, 8 records, 2 of them done.
    run = make_run(4, name="other")
    receipt = run.path / "parts.jsonl"
    receipt.write_bytes(receipt.read_bytes().splitlines(keepends=True)[3])
    status = run_status(run.path)
    assert (status.done.n_records, status.n_left) == (2, 6)
    assert status.rate.records_per_second == pytest.approx(2 / 22)  # 10 + 3 * 4 seconds


def test_a_finished_run_has_nothing_left(make_run):
    status = run_status(make_run(4, finished=True).path)
    assert (status.state, status.n_left, status.seconds_left) == ("finished", 0, 0.0)


def test_a_run_at_work_names_its_process(make_run):
    import os

    run = make_run(1)
    with locked(run.path):
        status = run_status(run.path)
    assert (status.state, status.at_work.process) == ("running", os.getpid())
    assert run_status(run.path).state == "stopped"


def test_before_the_first_part_nothing_is_known(make_run):
    status = run_status(make_run(0).path)
    assert (status.n_left, status.rate, status.seconds_left, status.n_sittings) == (
        *(None, None, None),
        0,
    )


def test_the_rate_is_that_of_the_last_sitting(make_run):
    run = make_run(2)
    staged = run.writer().stage(2, list(run.read())[:2])
    run.commit(staged, sitting=Sitting(2, 4.0, None))
    status = run_status(run.path)
    assert status.n_sittings == 2
    assert status.rate.records_per_second == pytest.approx(0.5)  # 2 records in 4 seconds
    assert (status.n_left, status.seconds_left) == (None, None)


def test_a_missing_and_a_cut_part_are_faults(make_run):
    run = make_run(3)
    run.part(0).unlink()
    run.part(2).write_bytes(b"PAR1")
    first, second = run_status(run.path).faults
    assert (first.where, second.where) == (str(run.part(0)), str(run.part(2)))
    assert "it is missing" in first.what
    assert "it has 4 bytes" in second.what
    assert "analyze" in first.todo


def test_what_is_no_run_is_said(tmp_path):
    with pytest.raises(RunError, match="is not a run"):
        run_status(tmp_path)
