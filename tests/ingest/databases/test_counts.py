from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from slantwise.ingest.databases.counts import with_numbers_checked, with_total_checked
from slantwise.ingest.databases.documents import Document
from slantwise.ingest.files import InputFile
from slantwise.records import Problem

FILE = InputFile(Path("a.txt"), "a", named=True)


def _checked(check: Callable[..., Iterator[Any]], *numbers: tuple[int, int]) -> list[object]:
    """Numbers of the documents given on, and for each problem its reason, record and weight."""
    documents = (Document((), number, total) for number, total in numbers)
    return [
        (found.reason, found.source.record, found.fatal)
        if isinstance(found, Problem)
        else found.number
        for found in check(documents, FILE)
    ]


def test_as_many_as_the_file_says() -> None:
    assert _checked(with_total_checked, (1, 2), (2, 2)) == [1, 2]
    assert _checked(with_total_checked, (1, 0), (2, 0)) == [1, 2]
    assert _checked(with_total_checked) == []


def test_fewer_or_more_than_the_file_says() -> None:
    mismatch = ("count-mismatch", "", True)
    assert _checked(with_total_checked, (1, 3), (2, 3)) == [1, 2, mismatch]
    assert _checked(with_total_checked, (1, 1), (2, 1)) == [1, 2, mismatch]


def test_numbers_without_a_gap() -> None:
    assert _checked(with_numbers_checked, (1, 2), (2, 2)) == [1, 2]
    assert _checked(with_numbers_checked) == []


def test_a_gap_is_said_where_it_is() -> None:
    found = _checked(with_numbers_checked, (1, 4), (4, 4))
    assert found == [1, ("articles-missing", "article 4 of 4", True), 4]


def test_a_part_of_a_longer_list_is_said_and_drops_nothing() -> None:
    assert _checked(with_numbers_checked, (201, 300), (202, 300)) == [
        ("part-of-list", "article 201 of 300", False),
        201,
        202,
        ("part-of-list", "article 202 of 300", False),
    ]


def test_lists_one_behind_another() -> None:
    assert _checked(with_numbers_checked, (1, 1), (1, 2), (2, 2)) == [1, 1, 2]
    assert _checked(with_numbers_checked, (1, 2), (1, 1)) == [
        1,
        ("part-of-list", "article 1 of 2", False),
        1,
    ]


def test_an_article_of_another_total_is_said() -> None:
    assert _checked(with_numbers_checked, (1, 3), (2, 9), (3, 3)) == [
        1,
        ("count-mismatch", "article 2 of 9", False),
        2,
        3,
    ]
