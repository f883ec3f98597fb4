"""Runs: whole, resumed, refused."""

import shutil
import signal
import subprocess
import sys
import time

import pytest

from slantwise import api
from slantwise.errors import InputError, RunError
from slantwise.pipeline import AnalyserSettings, batch
from slantwise.records import AnalysedArticle, Problem
from slantwise.records.as_json import to_dict
from slantwise.run import open_run


@pytest.fixture(scope="module")
def some(tmp_path_factory, demo):
    """Eight of the demonstration articles, and one file that is none."""
    folder = tmp_path_factory.mktemp("articles")
    for path in sorted(demo.glob("*/*.txt"))[::8]:
        target = folder / path.parent.name / path.name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(path, target)
    (folder / "empty.txt").write_text("")
    return folder


@pytest.fixture(scope="module")
def whole(some, tmp_path_factory):
    """An undisturbed run, two articles a shard."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "SHARD_SIZE", 2)
        return api.analyze([some], run=tmp_path_factory.mktemp("whole") / "run", workers=1)


def contents(run):
    return [to_dict(o) if isinstance(o, AnalysedArticle) else o for o in run.read()]


def test_every_record_is_in_the_run_once(whole):
    outcomes = list(whole.read())
    assert sum(isinstance(o, AnalysedArticle) for o in outcomes) == 8
    (problem,) = [o for o in outcomes if isinstance(o, Problem)]
    assert "empty.txt" in problem.message
    assert whole.finished


def test_more_workers_give_the_same_run(some, whole, tmp_path, monkeypatch):
    monkeypatch.setattr(batch, "SHARD_SIZE", 2)
    other = api.analyze([some], run=tmp_path / "run", workers=2)
    assert contents(other) == contents(whole)


def test_a_stopped_run_goes_on_with_the_same_result(some, whole, tmp_path, monkeypatch):
    monkeypatch.setattr(batch, "SHARD_SIZE", 2)

    class StoppedError(Exception):
        pass

    def stop(progress):
        if progress.done >= 4:
            raise StoppedError

    with pytest.raises(StoppedError):
        api.analyze([some], run=tmp_path / "run", workers=1, progress=stop)
    half = open_run(tmp_path / "run")
    assert not half.finished
    assert 0 < len(half.parts()) < len(whole.parts())
    with pytest.raises(RunError, match="is not finished"):
        api.compare(half)
    again = api.analyze([some], run=tmp_path / "run", workers=1)
    assert contents(again) == contents(whole)


@pytest.mark.slow
def test_a_killed_process_leaves_a_run_that_goes_on(some, whole, tmp_path):
    code = (
        "import sys; from slantwise import api; from slantwise.pipeline import batch; "
        "batch.SHARD_SIZE = 2; api.analyze([sys.argv[1]], run=sys.argv[2], workers=1)"
    )
    command = [sys.executable, "-c", code, str(some), str(tmp_path / "run")]
    process = subprocess.Popen(command)
    deadline = time.monotonic() + 120
    while not list((tmp_path / "run").glob("parts/*.parquet")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    subprocess.run(command, check=True)
    assert contents(open_run(tmp_path / "run")) == contents(whole)


def test_another_setting_is_refused(some, whole):
    with pytest.raises(RunError, match=r"abstain_below was .* is now '0\.99'"):
        api.analyze([some], run=whole.path, settings=AnalyserSettings(abstain_below=0.99))


def test_a_changed_input_is_refused(some, whole, tmp_path, monkeypatch):
    monkeypatch.setattr(batch, "SHARD_SIZE", 2)
    shutil.copytree(whole.path, tmp_path / "run")
    other = tmp_path / "articles"
    shutil.copytree(some, other)
    with pytest.raises(RunError, match="another input"):
        api.analyze([other], run=tmp_path / "run")


def test_a_run_in_use_is_refused(some, tmp_path):
    from slantwise.run import locked

    with locked(tmp_path / "run"), pytest.raises(RunError, match="in use by another process"):
        api.analyze([some], run=tmp_path / "run")


def test_missing_input_is_said(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        api.analyze([tmp_path / "nowhere"], run=tmp_path / "run")


def test_a_folder_without_an_article_is_said(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_text("")
    with pytest.raises(InputError, match=r"no article could be analysed.*empty\.txt"):
        api.analyze([tmp_path / "in"], run=tmp_path / "run", workers=1)
