"""What may befall an ingest: after each fault it ends with the same store, byte for byte."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from slantwise import api
from slantwise.errors import RunError
from slantwise.pipeline import AnalyserSettings, ingesting
from slantwise.run import Store, disk

SENTENCE = "The council put off its vote on the bridge, and the mayor said nothing about it. "


@pytest.fixture(autouse=True)
def small_shards(monkeypatch):
    monkeypatch.setattr(ingesting, "SHARD_SIZE", 2)
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    """Seven articles, two of them alike, and an empty file: 8 records, 4 shards of 2."""
    folder = tmp_path_factory.mktemp("in") / "articles"
    for number in range(7):
        path = folder / "North" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        own = f"On day {number % 6} the bridge stood as it did before. " * (3 + number % 6)
        path.write_text(f"Headline {number}\n\n{SENTENCE * 3}{own}\n", "utf-8")
    (folder / "empty.txt").write_text("")
    return folder


@pytest.fixture(scope="module")
def whole(articles, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingesting, "SHARD_SIZE", 2)
        return api.ingest([articles], run=tmp_path_factory.mktemp("whole") / "run", workers=1)


def held(run: Path) -> dict[str, bytes]:
    """All that a store holds."""
    folder = Store(run).folder
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_the_disk_may_be_full_at_each_write_in_turn(articles, whole, tmp_path, monkeypatch):
    real, failures = disk._write, 0
    for n in range(1, 100):
        written = 0

        def failing(file, content, n=n):
            nonlocal written
            written += 1
            if written == n:
                os.write(file, bytes(content)[: len(content) // 2])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            real(file, content)

        run = tmp_path / f"run{n}"
        monkeypatch.setattr(disk, "_write", failing)
        try:
            api.ingest([articles], run=run, workers=1)
        except RunError as error:
            assert "No space left on device. Make room" in str(error)
            failures += 1
        else:
            break
        finally:
            monkeypatch.setattr(disk, "_write", real)
        assert list(run.rglob("*.tmp")) == []
        assert api.ingest([articles], run=run, workers=1).files == whole.files
        assert held(run) == held(whole.path)
    # The lock, the list of inputs, what began it; for each of 4 shards three tables and a
    # receipt, less the two tables of a shard without articles (there is none here); then the
    # articles left out, the lines that repeat, and the manifest: 3 + 4 * 4 + 3.
    assert failures == 22


def test_every_file_of_a_run_is_written_in_one_place(articles, tmp_path, monkeypatch):
    """Files are opened for writing by run/disk.py alone, whatever made their bytes."""
    written, real = set(), disk._write

    def noted(file, content):
        written.add(os.fstat(file).st_ino)  # a file keeps its number when it gets its name
        real(file, content)

    monkeypatch.setattr(disk, "_write", noted)
    run = tmp_path / "run"
    api.ingest([articles], run=run, workers=1)
    (tmp_path / "codebook.toml").write_text(CODEBOOK, "utf-8")
    codebook = AnalyserSettings(codebook=tmp_path / "codebook.toml")
    api.analyze(run, run=run, workers=1, settings=codebook)
    found = {path: path.stat().st_ino for path in run.rglob("*") if path.is_file()}
    assert run / "codebook.json" in found
    assert [path for path, number in found.items() if number not in written] == []


CODEBOOK = """
[[kind]]
id = "delay"
definition = "A decision is put off."
examples = ["The vote was put off."]
terms = ["put off"]
"""


class StoppedError(Exception):
    pass


def stopped_after(n_records: int, articles: Path, run: Path) -> Path:
    """An ingest that was stopped; gives the store's folder."""

    def stop(done):
        if done == n_records:
            raise StoppedError

    with pytest.raises(StoppedError):
        api.ingest([articles], run=run, workers=1, progress=stop)
    return Store(run).folder


@pytest.fixture
def cleaned(monkeypatch):
    """Ids of the articles that were cleaned, in order."""
    ids, real = [], ingesting.clean
    monkeypatch.setattr(ingesting, "clean", lambda one: ids.append(one.id) or real(one))
    return ids


def test_a_killed_ingest_goes_on_and_cleans_nothing_twice(articles, whole, tmp_path, cleaned):
    folder = stopped_after(4, articles, tmp_path / "run")
    receipts = (folder / "shards.jsonl").read_text().splitlines()
    assert [json.loads(line)["index"] for line in receipts] == [0, 1]
    # A kill may cut a receipt short: its shard is done again.
    (folder / "shards.jsonl").write_text(f"{receipts[0]}\n{receipts[1][:40]}")
    cleaned.clear()
    assert api.ingest([articles], run=tmp_path / "run", workers=1).files == whole.files
    assert cleaned == [f"North/{n}" for n in range(2, 7)]
    assert held(tmp_path / "run") == held(whole.path)


def test_damaged_and_lost_tables_of_a_killed_ingest_are_made_again(
    articles, whole, tmp_path, cleaned
):
    folder = stopped_after(6, articles, tmp_path / "run")
    (folder / "articles" / "000001.parquet").write_bytes(b"PAR1")
    (folder / "tables" / "lines" / "000002.parquet").unlink()
    cleaned.clear()
    assert api.ingest([articles], run=tmp_path / "run", workers=1).files == whole.files
    assert cleaned == [f"North/{n}" for n in range(2, 7)]  # the first shard lies as it was
    assert held(tmp_path / "run") == held(whole.path)


def test_a_kill_just_before_the_end_costs_no_cleaning(
    articles, whole, tmp_path, cleaned, monkeypatch
):
    def die(self, manifest):
        raise StoppedError

    with monkeypatch.context() as patch:
        patch.setattr(Store, "finish", die)
        with pytest.raises(StoppedError):
            api.ingest([articles], run=tmp_path / "run", workers=1)
    cleaned.clear()
    assert api.ingest([articles], run=tmp_path / "run", workers=1).files == whole.files
    assert cleaned == []
    assert held(tmp_path / "run") == held(whole.path)


def test_an_unfinished_ingest_of_other_settings_is_begun_anew(articles, whole, tmp_path):
    from slantwise.duplicates import DuplicateSettings

    run, seen = tmp_path / "run", []

    def stop(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        other = DuplicateSettings(window_days=1)
        api.ingest([articles], run=run, workers=1, duplicates=other, progress=stop)
    api.ingest([articles], run=run, workers=1, progress=seen.append)
    assert seen == [2, 4, 6, 8]
    assert held(run) == held(whole.path)


@pytest.mark.slow
def test_a_worker_that_dies_stops_the_ingest_and_says_so(articles, whole, tmp_path, monkeypatch):
    from odd_workers import die

    with monkeypatch.context() as patch:
        patch.setattr(ingesting, "_store_shard", die)
        with pytest.raises(RunError, match="a worker process ended before its time"):
            api.ingest([articles], run=tmp_path / "run", workers=2)
    api.ingest([articles], run=tmp_path / "run", workers=1)
    assert held(tmp_path / "run") == held(whole.path)


def living(session: int) -> list[int]:
    """Processes of a session that have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, owner = path.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue  # ended between the listing and the reading
        if int(owner) == session and state != "Z":
            found.append(int(path.parent.name))
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_stopped_or_killed_ingest_leaves_no_process_and_goes_on(
    articles, whole, tmp_path, number, status
):
    run = tmp_path / "run"
    command = [sys.executable, str(Path(__file__).parent / "odd_workers.py"), "ingest"]
    command += [str(articles), "--run", str(run), "--workers", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    deadline = time.monotonic() + 300
    while not (Store(run).folder / "shards.jsonl").is_file() and time.monotonic() < deadline:
        time.sleep(0.02)
    if number == signal.SIGINT:
        os.killpg(process.pid, number)  # Ctrl-C reaches the workers too
    else:
        process.kill()
    _, said = process.communicate()  # ends when no worker holds the other end either
    assert process.returncode == status, said
    assert "Traceback" not in said
    if number == signal.SIGINT:
        assert f"records are done and kept in {run}. The same command goes on" in said
    while living(process.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert living(process.pid) == []
    assert not Store(run).finished
    assert api.ingest([articles], run=run, workers=1).files == whole.files
    assert held(run) == held(whole.path)
