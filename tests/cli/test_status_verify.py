"""`slantwise status` and `slantwise verify`: what they print and the status they leave with."""

import json

import pytest
from typer.testing import CliRunner

from slantwise.cli.app import app
from slantwise.records import Problem, Source
from slantwise.run import Inputs, Manifest, Sitting, start_run


@pytest.fixture
def run(tmp_path):
    """Half the input read: 2 of about 4 records."""
    run = start_run(tmp_path / "run", Manifest({"model": "a"}, Inputs(), 2))
    problems = [Problem("ingest", "empty-file", "it is empty", Source(f"{n}.txt")) for n in (1, 2)]
    run.commit(run.writer().stage(0, problems), sitting=Sitting(1, 4.0, 0.5))
    return run


def call(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_status_in_words_and_as_data(run):
    # 2 records in 4 seconds; the other 2 take 4 seconds more.
    said = call("status", run.path)
    assert said.exit_code == 0
    assert "about 2 records" in said.stdout
    assert "about 0:00:04" in said.stdout
    data = json.loads(call("status", run.path, "--json").stdout)
    assert (data["state"], data["n_left_estimated"], data["seconds_left_estimated"]) == (
        *("stopped", 2),
        4,
    )
    assert data["done"]["n_records"] == 2


def test_status_of_a_finished_run_asks_for_nothing(run):
    run.finish(1)
    said = call("status", run.path).stdout
    assert "finished" in said
    assert "left" not in said
    assert "go on" not in said


def test_verify_in_words_and_as_data(run):
    run.finish(1)
    said = call("verify", run.path)
    assert said.exit_code == 0
    assert "no fault; 1 parts, 2 records" in said.stdout
    assert call("verify", run.path, "--quiet").output == ""
    data = json.loads(call("verify", run.path, "--json").stdout)
    assert (data["sound"], data["finished"], data["faults"]) == (True, True, [])


@pytest.mark.parametrize("command", ["status", "verify"])
def test_damage_is_exit_status_1_with_what_where_and_what_to_do(run, command):
    run.part(0).unlink()
    said = call(command, run.path)
    assert said.exit_code == 1
    assert str(run.part(0)) in said.stdout
    assert "it is missing" in said.stdout
    assert "slantwise analyze" in said.stdout
    assert json.loads(call(command, run.path, "--json").stdout)["faults"]


@pytest.mark.parametrize("command", ["status", "verify"])
def test_no_run_is_exit_status_2(tmp_path, command):
    said = call(command, tmp_path)
    assert said.exit_code == 2
    assert "is not a run" in said.output.replace("\n", "")
