import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from slantwise.errors import MissingExtraError
from slantwise.ingest import digests, exists, read
from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


@pytest.fixture
def offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasets = pytest.importorskip("datasets")
    monkeypatch.setattr(datasets.config, "HF_HUB_OFFLINE", True)
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "cache")


@pytest.mark.usefixtures("offline")
def test_splits_and_rows_in_order(put: Put, reading: Reading) -> None:
    # The library takes a folder for a name, so that no network is needed.
    for split, text in (("train", "One."), ("test", "Two.")):
        path = put(f"set/{split}.jsonl", json.dumps({"text": text, "outlet": "X"}) + "\n")
    name = Path(f"hub:{path.parent}")
    articles, problems = reading(name)
    assert [(a.raw, a.source.record) for a in articles] == [
        ("One.", "train row 1"),
        ("Two.", "test row 1"),
    ]
    assert problems == []
    (one,), _ = reading(Path(f"{name}@test"))
    assert one.raw == "Two."


@pytest.mark.usefixtures("offline")
def test_a_set_that_cannot_be_loaded_is_a_problem(put: Put, reading: Reading) -> None:
    good = put("a.jsonl", '{"text": "One.", "outlet": "X"}\n')
    articles, problems = reading(Path("hub:/no/such/set"), good)
    assert (len(articles), [p.reason for p in problems]) == (1, ["unreadable-data-set"])


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(MissingExtraError, match=r"slantwise\[train\]"):
        list(read([Path("hub:owner/name")]))


def test_a_name_counts_as_existing_and_has_no_digest(tmp_path: Path) -> None:
    assert exists(Path("hub:owner/name"))
    assert not exists(tmp_path / "no")
    assert list(digests([Path("hub:owner/name")])) == []
