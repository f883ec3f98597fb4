from collections.abc import Callable
from pathlib import Path

import pytest

from slantwise.ingest.layouts import passed_over_by_layout

Put = Callable[..., Path]


def test_basil_keeps_its_labels_beside_its_articles(put: Put) -> None:
    put("b/articles/2010/x_1.json", "{}")
    put("b/annotations/2010/x_1_ann.json", "{}")
    folder = put("b/README.md", "").parent
    assert passed_over_by_layout(folder) == {"annotations"}


def test_folders_of_the_same_names_are_not_basil_by_that_alone(put: Put) -> None:
    put("b/articles/x.txt", "text")
    put("b/annotations/y_ann.json", "{}")
    folder = put("b/README.md", "").parent
    assert passed_over_by_layout(folder) == frozenset()
    assert passed_over_by_layout(folder / "articles") == frozenset()


REPORT = '{"format": 1, "signature": {}, "files": {"report.html": {}}}'
RUN = '{"format": 4, "signature": {}, "inputs": "inputs.jsonl", "n_parts": null}'


@pytest.mark.parametrize("manifest", [REPORT, RUN], ids=["report", "run"])
def test_what_slantwise_wrote_holds_no_articles(put: Put, manifest: str) -> None:
    folder = put("r/manifest.json", manifest).parent
    put("r/tables/findings.csv", "outlet,text\nThe Herald,Rain fell.\n")
    assert passed_over_by_layout(folder) == {"manifest.json", "tables"}


@pytest.mark.parametrize("manifest", ['{"files": []}', "[1]", "no JSON", '{"signature": {}}'])
def test_another_manifest_says_nothing(put: Put, manifest: str) -> None:
    folder = put("r/manifest.json", manifest).parent
    assert passed_over_by_layout(folder) == frozenset()
