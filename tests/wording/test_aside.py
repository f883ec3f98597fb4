"""Typical terms from a process of their own: the same terms, the same errors, no process left."""

import multiprocessing
import os
from dataclasses import replace
from hashlib import sha256

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from slantwise import processes
from slantwise.errors import RunError
from slantwise.run import Inputs, Manifest, start_run
from slantwise.run.manifest import Tally
from slantwise.run.parts import Staged
from slantwise.wording import WordingSettings, aside
from slantwise.wording.tables import Placing
from slantwise.wording.typical import typical_terms

OWN = {"Courier": "A rugged compromise came.", "Lantern": "A brittle compromise came."}
PLACINGS = [Placing(f"{outlet}{e}", outlet, f"event{e}") for e in range(4) for outlet in OWN]
SETTINGS = WordingSettings(minimum_articles=1, minimum_events=1, prior_size=1.0)


@pytest.fixture
def run(tmp_path):
    """Two outlets on four events, each with one adjective of its own."""
    run = start_run(tmp_path / "run", Manifest({}, Inputs(), 1))
    articles = [
        {"id": each.article, "outlet": each.outlet, "byline": "", "text": OWN[each.outlet]}
        for each in PLACINGS
    ]
    span = pa.struct([("start", pa.int32()), ("end", pa.int32())])
    attribution = pa.struct([("voice", pa.string()), ("content", pa.list_(span))])
    columns = {
        "article": pa.array(articles),
        "attributions": pa.array([[] for _ in articles], pa.list_(attribution)),
    }
    pq.write_table(pa.table(columns), tmp_path / "part")
    tally = Tally(n_records=len(articles), n_articles=len(articles))
    digest = sha256((tmp_path / "part").read_bytes()).hexdigest()
    n_bytes = (tmp_path / "part").stat().st_size
    run.commit(Staged(0, tmp_path / "part", digest, n_bytes, tally))
    return run.finish(1)


@pytest.fixture
def in_process(monkeypatch):
    monkeypatch.setattr(processes, "LARGE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def test_process_gives_what_this_one_would(run, in_process):
    with aside.counted_aside(run, PLACINGS, SETTINGS) as terms:
        assert len(multiprocessing.active_children()) == 1
        found = terms()
    assert {(t.outlet, t.term) for t in found} >= {("Courier", "rugged"), ("Lantern", "brittle")}
    assert found == typical_terms(run, PLACINGS, SETTINGS)
    assert multiprocessing.active_children() == []


def test_small_run_starts_no_process(run):
    with aside.counted_aside(run, PLACINGS, SETTINGS) as terms:
        assert multiprocessing.active_children() == []
        assert terms() == typical_terms(run, PLACINGS, SETTINGS)


def test_error_of_the_process_is_raised_here(run, in_process):
    lacking = replace(run, manifest=replace(run.manifest, n_parts=2))
    with (
        aside.counted_aside(lacking, PLACINGS, SETTINGS) as terms,
        pytest.raises(RunError, match="names 2 parts, its receipts 1"),
    ):
        terms()


def test_process_that_dies_is_reported(run, in_process):
    with aside.counted_aside(run, PLACINGS, SETTINGS) as terms:
        (child,) = multiprocessing.active_children()
        child.kill()
        child.join()
        with pytest.raises(RunError, match="ended before its time"):
            terms()


def test_process_ends_with_the_block(run, in_process):
    with pytest.raises(KeyError), aside.counted_aside(run, PLACINGS, SETTINGS):
        raise KeyError("x")
    assert multiprocessing.active_children() == []
