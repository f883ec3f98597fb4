"""What may befall a run: after each fault it ends with the same parts, byte for byte.

A stand-in takes the analyser's place, so that a run takes a fraction of a second.
"""

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from slantwise import api
from slantwise.errors import InputError, RunError
from slantwise.ingest import IngestSettings
from slantwise.pipeline import AnalyserSettings, Batch, analyze_articles, analyze_files, batch
from slantwise.pipeline.stand_in import StandIn
from slantwise.records import AnalysedArticle
from slantwise.run import disk, open_run

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "The council put off its vote on the bridge, and the mayor said nothing about it. "


def write(folder: Path, n_articles: int = 9, **words: str) -> Path:
    """Short articles named 00.txt and so on, some with words of their own, and an empty file."""
    (folder / "North").mkdir(parents=True)
    for number in range(n_articles):
        own = words.get(f"n{number}", "")
        text = f"Headline {number}\n\nOn day {number}. {SENTENCE * 4}{own}\n"
        (folder / "North" / f"{number:02}.txt").write_text(text, "utf-8")
    (folder / "empty.txt").write_text("")
    return folder


once = cache(batch.shipped_outlets)  # read for every run, which here would take most of the time


@pytest.fixture(autouse=True)
def small_shards(monkeypatch):
    monkeypatch.setattr(batch, "shipped_outlets", once)
    monkeypatch.setattr(batch, "SHARD_SIZE", 2)
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    return write(tmp_path_factory.mktemp("in") / "articles")


def a_batch(articles: Path, run: Path, *, workers: int = 1, build: Callable = StandIn) -> Batch:
    settings = (IngestSettings(), AnalyserSettings())
    return Batch((articles,), run, *settings, workers=workers, build=build)


@pytest.fixture(scope="module")
def whole(articles, tmp_path_factory):
    """An undisturbed run: 10 records in 5 parts of 2."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "SHARD_SIZE", 2)
        patch.setattr(batch, "shipped_outlets", once)
        return analyze_files(a_batch(articles, tmp_path_factory.mktemp("whole") / "run"))


def assert_like(run, whole) -> None:
    """The same parts, byte for byte, sound, and nothing left over."""
    assert run.finished
    assert run.manifest.result == whole.manifest.result
    assert [p.read_bytes() for p in run.parts()] == [p.read_bytes() for p in whole.parts()]
    assert api.verify(run.path).faults == ()
    assert list(run.path.rglob("*.tmp")) == []


def test_an_undisturbed_run_is_sound(whole):
    found = api.verify(whole.path)
    assert (found.faults, found.remarks, found.n_parts) == ((), (), 5)
    assert (found.counted.n_records, found.counted.n_articles) == (10, 9)
    assert found.counted == whole.manifest.total
    assert_like(whole, whole)


@pytest.mark.slow
def test_kills_at_random_instants_change_nothing():
    command = [sys.executable, "scripts/torture_run.py", "--kills", "4"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert (report["kills"], report["wrong"]) == (4, [])


def test_the_disk_may_be_full_at_each_write_in_turn(articles, whole, tmp_path, monkeypatch):
    """The n-th write fails, for n from 1 until none does; each time the next command goes on."""
    real, failures = disk._write, 0
    for n in range(1, 100):
        written = 0

        def failing(file, content, n=n):
            nonlocal written
            written += 1
            if written == n:
                os.write(file, bytes(content)[: len(content) // 2])  # a full disk takes a part
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            real(file, content)

        run = tmp_path / f"run{n}"
        monkeypatch.setattr(disk, "_write", failing)
        try:
            analyze_files(a_batch(articles, run))
        except RunError as error:
            assert "No space left on device. Make room" in str(error)
            failures += 1
        else:
            break
        finally:
            monkeypatch.setattr(disk, "_write", real)
        assert list(run.rglob("*.tmp")) == []
        assert_like(analyze_files(a_batch(articles, run)), whole)
    # The lock, the list of inputs, the manifest twice; for each of 5 parts the part and its
    # receipt: 4 + 5 * 2.
    assert failures == 14


@pytest.mark.slow
def test_a_disk_that_takes_no_more_bytes_stops_the_run_and_room_lets_it_go_on(
    articles, whole, tmp_path
):
    """The system refuses in truth: no file may grow over 6,000 bytes (a part has more)."""
    limited = (
        "import pathlib, resource, sys; sys.path.insert(0, sys.argv[3])\n"
        "import test_faults as t; from slantwise.errors import RunError\n"
        "t.batch.SHARD_SIZE = 2\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))\n"
        "try: t.analyze_files(t.a_batch(*map(pathlib.Path, sys.argv[1:3])))\n"
        "except RunError as error: print(error)"
    )
    run = tmp_path / "run"
    command = [sys.executable, "-c", limited, articles, run, Path(__file__).parent]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "File too large. Make room on the disk" in done.stdout, done.stderr
    assert list(run.rglob("*.tmp")) == []
    assert (run / "manifest.json").is_file()
    assert whole.part(0).stat().st_size > 6000
    assert_like(analyze_files(a_batch(articles, run)), whole)


@pytest.mark.slow
def test_of_two_processes_begun_at_once_one_does_the_run(articles, whole, tmp_path):
    run = tmp_path / "run"
    command = [sys.executable, str(Path(__file__).parent / "slow_run.py"), "analyze"]
    command += [str(articles), "--run", str(run), "--workers", "1", "--quiet"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    assert sorted(process.returncode for process in both) == [0, 2], said
    refused = both[0].pid if both[1].returncode else both[1].pid
    assert f"in use by another process (process {refused} on" in "".join(said)
    assert_like(open_run(run), whole)


def test_a_read_only_disk_is_said_and_nothing_is_left(articles, tmp_path, monkeypatch):
    def failing(file, content):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(disk, "_write", failing)
    with pytest.raises(RunError, match="Read-only file system"):
        analyze_files(a_batch(articles, tmp_path / "run"))
    assert list((tmp_path / "run").rglob("*.tmp")) == []


def test_a_folder_that_may_not_be_written_is_said(articles, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(RunError, match="cannot be written: Not a directory"):
        analyze_files(a_batch(articles, tmp_path / "file" / "run"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_is_said(articles, tmp_path):
    (tmp_path / "run").mkdir(mode=0o500)
    with pytest.raises(RunError, match="cannot be written: Permission denied"):
        analyze_files(a_batch(articles, tmp_path / "run"))


def test_a_second_process_is_refused_and_a_dead_ones_lock_taken_over(articles, whole, tmp_path):
    run = tmp_path / "run"
    hold = (
        "import sys, time, pathlib; from slantwise.run import locked\n"
        "with locked(pathlib.Path(sys.argv[1])):\n print('held', flush=True); time.sleep(600)"
    )
    other = subprocess.Popen([sys.executable, "-c", hold, run], stdout=subprocess.PIPE, text=True)
    assert other.stdout.readline() == "held\n"
    with pytest.raises(RunError, match=rf"in use by another process.*process {other.pid} on"):
        analyze_files(a_batch(articles, run))
    other.kill()
    other.communicate()
    assert json.loads((run / "lock").read_text())["process"] == other.pid  # left behind
    assert_like(analyze_files(a_batch(articles, run)), whole)


def test_who_asks_for_the_status_does_not_keep_a_run_from_starting(articles, whole, tmp_path):
    run = tmp_path / "run"
    run.mkdir()
    with (run / "lock").open("w+") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        pid = os.fork()
        if pid == 0:  # a child shares the lock, and lets it go after a moment
            time.sleep(0.2)
            fcntl.flock(file, fcntl.LOCK_UN)
            os._exit(0)
        assert_like(analyze_files(a_batch(articles, run)), whole)
        os.waitpid(pid, 0)


@pytest.mark.slow
def test_workers_that_die_are_replaced_and_the_article_at_fault_is_found(
    tmp_path, monkeypatch, whole
):
    from faulty import Faulty

    monkeypatch.setenv("FAULTY_MARK", str(tmp_path / "mark"))
    words = {"n3": "DIE-ALWAYS", "n4": "DIE-ONCE", "n7": "MEMORY"}
    folder = write(tmp_path / "articles", **words)
    run = analyze_files(a_batch(folder, tmp_path / "run", workers=2, build=Faulty))
    outcomes = list(run.read())
    kept = [o.id for o in outcomes if isinstance(o, AnalysedArticle)]
    assert kept == [f"North/{n:02}" for n in range(9) if n not in (3, 7)]
    reasons = {o.article_id: o.reason for o in outcomes if not isinstance(o, AnalysedArticle)}
    assert reasons == {"North/03": "worker-died", "North/07": "analysis-failed", "": "empty-file"}
    died = next(o for o in outcomes if getattr(o, "reason", "") == "worker-died")
    assert "signal 9" in died.message
    assert api.verify(run.path).faults == ()
    assert list(run.path.rglob("*.tmp")) == []
    # What the others gave is what they give without the deaths.
    for name, own in words.items():
        path = folder / "North" / f"0{name[1]}.txt"
        path.write_text(path.read_text().replace(own, own.lower()))
    calm = analyze_files(a_batch(folder, tmp_path / "calm"))
    undisturbed = {o.id: o for o in calm.articles()}
    assert all(undisturbed[o.id] == o for o in run.articles() if o.id != "North/04")


@pytest.mark.slow
def test_a_worker_whose_memory_runs_out_costs_one_article(tmp_path):
    """The limit of the system is met in truth (RLIMIT_AS), among four articles of two shards."""
    from faulty import Faulty

    folder = write(tmp_path / "articles", 4, n1="HUNGRY")
    run = analyze_files(a_batch(folder, tmp_path / "run", workers=2, build=Faulty))
    outcomes = {getattr(o, "id", "") or o.article_id: o for o in run.read()}
    assert [o.id for o in run.articles()] == ["North/00", "North/02", "North/03"]
    assert outcomes["North/01"].reason == "analysis-failed"
    assert "MemoryError" in outcomes["North/01"].message
    assert api.verify(run.path).faults == ()


@pytest.mark.slow
def test_a_worker_that_hangs_is_ended(tmp_path, monkeypatch):
    from faulty import Faulty

    from slantwise.pipeline import worker

    folder = write(tmp_path / "articles", 1, n0="SLOW")
    monkeypatch.setattr(worker, "_ALLOWED_SECONDS", 0.2)
    monkeypatch.setattr(worker, "_SLOWEST_CHARS_PER_SECOND", 10**9)
    with pytest.raises(InputError, match=r"no article could be analysed.*gave no answer in 0"):
        analyze_files(a_batch(folder, tmp_path / "run", workers=2, build=Faulty))


@pytest.mark.slow
def test_workers_that_cannot_start_stop_the_run(articles, tmp_path, monkeypatch):
    from faulty import Stillborn

    monkeypatch.setenv("FAULTY_PARENT", str(os.getpid()))
    with pytest.raises(RunError, match=r"a worker process cannot be started.*signal 9"):
        analyze_files(a_batch(articles, tmp_path / "run", workers=2, build=Stillborn))


def test_a_clock_that_goes_backwards_changes_nothing(articles, whole, tmp_path, monkeypatch):
    now = [2_000_000_000.0]

    def backwards():
        now[0] -= 3600
        return now[0]

    monkeypatch.setattr(time, "time", backwards)
    monkeypatch.setattr(time, "time_ns", lambda: int(backwards() * 10**9))
    seen = []
    run = analyze_files(
        a_batch(articles, tmp_path / "run"),
        report=lambda _: seen.append(api.status(tmp_path / "run")),
    )
    assert_like(run, whole)
    assert all(status.rate.records_per_second > 0 for status in seen if status.rate)
    left = [status.seconds_left for status in seen if status.seconds_left is not None]
    assert left
    assert min(left) >= 0


@pytest.mark.parametrize("damage", ["flipped", "cut", "gone"])
def test_a_corrupt_part_is_found_and_done_again(articles, whole, tmp_path, damage):
    run = analyze_files(a_batch(articles, tmp_path / "run"))
    part = run.part(2)
    content = part.read_bytes()
    if damage == "flipped":
        middle = len(content) // 2
        flipped = bytes([content[middle] ^ 1])
        part.write_bytes(content[:middle] + flipped + content[middle + 1 :])
    elif damage == "cut":
        part.write_bytes(content[:100])
    else:
        part.unlink()
    (fault,) = api.verify(run.path).faults
    assert fault.where == str(part)
    assert "does this part again" in fault.todo
    if damage != "flipped":
        assert [f.where for f in api.status(run.path).faults] == [str(part)]
        with pytest.raises(RunError, match="missing or damaged"):
            list(run.read())
    kept = [path.stat().st_mtime_ns for path in run.parts() if path != part]
    again = analyze_files(a_batch(articles, tmp_path / "run"))
    assert [path.stat().st_mtime_ns for path in again.parts() if path != part] == kept
    assert_like(again, whole)


@pytest.mark.parametrize("receipts", [b"", b'{"part": 0, "sha', b"\xff\xfe\n{}\n[]\n"])
def test_lost_or_garbled_receipts_cost_work_and_no_result(articles, whole, tmp_path, receipts):
    run = analyze_files(a_batch(articles, tmp_path / "run"))
    file = run.path / "parts.jsonl"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:2]) + receipts)
    assert len(api.verify(run.path).faults) == 3  # parts 2, 3 and 4 have none
    assert_like(analyze_files(a_batch(articles, tmp_path / "run")), whole)


def test_parts_of_unknown_settings_are_never_taken_up(articles, tmp_path):
    run = analyze_files(a_batch(articles, tmp_path / "run"))
    (run.path / "manifest.json").unlink()
    with pytest.raises(RunError, match="holds finished parts but no manifest"):
        analyze_files(a_batch(articles, tmp_path / "run"))


def test_other_articles_than_before_are_refused(tmp_path, articles):
    from slantwise.ingest import read
    from slantwise.records import Article

    held = [record for record in read([articles]) if isinstance(record, Article)]

    def stop(progress):
        if progress.n_parts == 2:
            raise KeyboardInterrupt

    job = a_batch(articles, tmp_path / "run")
    with pytest.raises(KeyboardInterrupt):
        analyze_articles(held, job, report=stop)
    with pytest.raises(RunError, match=r"made of another input.*not what was read before"):
        analyze_articles(held[::-1], job)
    with pytest.raises(RunError, match=r"made of another input.*fewer records"):
        analyze_articles(held[:2], job)
    assert analyze_articles(held, job).manifest.total.n_articles == 9


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_stops_cleanly_and_says_how_to_go_on(articles, whole, tmp_path, number, status):
    run = tmp_path / "run"
    command = [sys.executable, str(Path(__file__).parent / "slow_run.py"), "analyze"]
    command += [str(articles), "--run", str(run), "--workers", "1"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 300
    while not (run / "parts.jsonl").is_file() and time.monotonic() < deadline:
        time.sleep(0.02)
    live = api.status(run)
    assert (live.state, live.at_work.process) == ("running", process.pid)
    process.send_signal(number)
    _, said = process.communicate()
    assert process.returncode == status, said
    assert "The same command goes on from there" in said
    assert f"slantwise analyze {articles} --run {run}" in said
    assert "Traceback" not in said
    stopped = api.status(run)
    assert (stopped.state, stopped.at_work) == ("stopped", None)
    assert list(run.rglob("*.tmp")) == []
    assert_like(analyze_files(a_batch(articles, run)), whole)
