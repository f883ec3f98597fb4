from collections.abc import Callable
from pathlib import Path

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
