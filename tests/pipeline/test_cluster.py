"""The engine of a cluster, on a Ray of this machine with two workers.

Ray is started once for all tests here: that takes seconds. A stand-in takes the analyser's place.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from slantwise import api
from slantwise.errors import MissingExtraError, RunError, SettingsError
from slantwise.ingest import IngestSettings
from slantwise.pipeline import AnalyserSettings, Batch, RayCluster, analyze_files, batch, cluster
from slantwise.pipeline.cluster import absolute, connected
from slantwise.pipeline.stand_in import StandIn
from slantwise.records import Problem
from slantwise.run import open_run

HERE = Path(__file__).resolve().parent
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


@pytest.fixture(scope="module")
def mark(tmp_path_factory):
    return tmp_path_factory.mktemp("mark") / "mark"


@pytest.fixture(scope="module")
def ray_here(mark):
    """A Ray of two cores; ended after the tests. Skips where Ray is not installed."""
    pytest.importorskip("ray", reason="the engine ray needs the extra cluster")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAULTY_MARK", str(mark))
        patch.setenv("PYTHONPATH", f"{HERE.parents[1] / 'src'}{os.pathsep}{HERE}")
        patch.syspath_prepend(str(HERE))
        patch.setattr(batch, "SHARD_SIZE", 2)
        before = signal.getsignal(signal.SIGTERM)
        with connected(RayCluster(), 2):
            assert signal.getsignal(signal.SIGTERM) is before
            yield


def a_batch(articles, run, *, build=StandIn, where=None, workers=2) -> Batch:
    settings = (IngestSettings(), AnalyserSettings())
    return Batch((articles,), run, *settings, workers=workers, build=build, cluster=where)


def assert_same(one, other) -> None:
    """The same parts, byte for byte, sound, and nothing left over."""
    assert one.manifest.result == other.manifest.result
    assert [p.read_bytes() for p in one.parts()] == [p.read_bytes() for p in other.parts()]
    assert api.verify(one.path).faults == ()
    assert list(one.path.rglob("*.tmp")) == []


pytestmark = [pytest.mark.filterwarnings("ignore::ResourceWarning")]


@pytest.mark.slow
def test_parts_are_those_of_the_local_engine_whichever_worker_dies(ray_here, mark, tmp_path):
    """One worker is killed once, one article kills its worker each time, one fails in a stage."""
    from faulty import Faulty

    words = {"n4": "DIE-ONCE", "n1": "DIE-ALWAYS", "n7": "MEMORY"}
    folder = write(tmp_path / "articles", **words)
    there = analyze_files(a_batch(folder, tmp_path / "ray", build=Faulty, where=RayCluster()))
    assert mark.exists()  # a worker was killed in mid-run
    reasons = {p.article_id: p.reason for p in there.read() if isinstance(p, Problem)}
    assert reasons == {"North/01": "worker-died", "North/07": "analysis-failed", "": "empty-file"}
    assert there.manifest.total.n_articles == 7  # 9 but for those two
    assert_same(there, analyze_files(a_batch(folder, tmp_path / "local", build=Faulty)))


@pytest.mark.slow
def test_a_run_stopped_on_a_cluster_with_room_for_few_goes_on_anywhere(ray_here, tmp_path):
    folder = write(tmp_path / "articles")

    def stop(progress):
        if progress.done >= 4:
            raise KeyboardInterrupt

    where = RayCluster(cpus=1.5)  # of two cores: one worker has a place, the other never
    with pytest.raises(KeyboardInterrupt):
        analyze_files(a_batch(folder, tmp_path / "run", where=where), report=stop)
    assert 0 < len(open_run(tmp_path / "run").parts()) < 5
    assert_same(
        analyze_files(a_batch(folder, tmp_path / "run", workers=1)),
        analyze_files(a_batch(folder, tmp_path / "local", workers=1)),
    )


@pytest.mark.slow
def test_the_command_line_starts_a_ray_of_its_own_with_the_shipped_model(
    demo, tmp_path, monkeypatch
):
    pytest.importorskip("ray", reason="the engine ray needs the extra cluster")
    run = tmp_path / "run"
    some = [str(path) for path in sorted(demo.glob("*/*.txt"))[::16]]
    command = [sys.executable, "-m", "slantwise.cli", "analyze", *some, "--run", str(run)]
    command += ["--engine", "ray", "--workers", "1", "--quiet"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    monkeypatch.setattr(batch, "SHARD_SIZE", 32)  # as in the other process, whatever stood here
    assert_same(open_run(run), api.analyze(some, run=tmp_path / "local", workers=1))


def test_amounts_that_no_worker_can_have_are_refused():
    with pytest.raises(SettingsError, match=r"above 0, found cpu=0, licence=-1"):
        RayCluster(cpus=0, resources={"licence": -1})
    with pytest.raises(SettingsError, match=r"above 0, found gpu=-1"):
        RayCluster(gpus=-1)
    with pytest.raises(SettingsError, match=r"above 0, found cpu=nan"):
        RayCluster(cpus=float("nan"))
    with pytest.raises(SettingsError, match=r"address of Ray's client"):
        RayCluster(address="ray://head:10001")


@pytest.mark.parametrize(
    ("where", "total", "expected"),
    [
        (RayCluster(), {"CPU": 2.0}, 2),  # 2 / 1
        (RayCluster(cpus=3.9), {"CPU": 30.0}, 7),  # 30 / 4 = 7.5
        (RayCluster(gpus=1), {"CPU": 30.0}, 1),  # no GPU yet: one waits for it
        (RayCluster(resources={"quiet": 0.25}), {"CPU": 30.0, "quiet": 2.0}, 8),  # 2 / 0.25
    ],
)
def test_as_many_workers_as_there_is_room_for(where, total, expected):
    assert where.n_workers(total) == expected


def test_paths_are_made_whole_and_names_stay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "settings.json").write_text("{}")
    given = AnalyserSettings(model="own", actors=(Path("a.yaml"),), codebook=Path("c.toml"))
    made = absolute(given)
    assert made.model == str(tmp_path / "own")
    assert (made.actors, made.codebook) == ((tmp_path / "a.yaml",), tmp_path / "c.toml")
    assert absolute(AnalyserSettings()) == AnalyserSettings()


def test_a_missing_ray_names_what_to_install(tmp_path, monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(cluster.importlib, "import_module", missing)
    folder = write(tmp_path / "articles", 1)
    with pytest.raises(MissingExtraError, match=r"pip install 'slantwise\[cluster\]'"):
        analyze_files(a_batch(folder, tmp_path / "run", where=RayCluster()))


class NoRay:
    """A Ray that cannot be had."""

    def __init__(self, error):
        self.error = error
        self.n_asked = 0

    def is_initialized(self):
        return False

    def init(self, **named):
        self.n_asked += 1
        raise self.error

    def shutdown(self):
        pass


@pytest.mark.parametrize(
    ("where", "n_asked", "said"),
    [
        (RayCluster(), 3, r"\(on this machine\): the node timed out\. See"),
        (RayCluster(address="head:6379"), 1, r"\(head:6379\): the node timed out\. See"),
    ],
)
def test_a_ray_that_cannot_be_had_is_said(monkeypatch, where, n_asked, said):
    ray = NoRay(Exception("the node timed out"))
    monkeypatch.setattr(cluster, "_ray", lambda: ray)
    with pytest.raises(RunError, match=said), connected(where, 2):
        pass
    assert ray.n_asked == n_asked


def test_a_ray_of_our_own_has_room_for_the_workers(monkeypatch):
    asked = {}

    class Ray(NoRay):
        def init(self, **named):
            asked.update(named)

    monkeypatch.setattr(cluster, "_ray", lambda: Ray(None))
    # Three workers of four threads need 12 cores, and half a licence for each core at most.
    with connected(RayCluster(cpus=3.9, resources={"licence": 0.5}), 3):
        assert (asked["address"], asked["num_cpus"]) == ("local", 12)
        assert asked["resources"] == {"licence": 6.0}
    assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"
