from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from slantwise.records import Article, Problem

Reading = Callable[..., tuple[list[Article], list[Problem]]]


def write(path: Path, columns: dict[str, object]) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_rows_of_all_batches_come_in_order(tmp_path: Path, reading: Reading) -> None:
    count = 600  # 256 + 256 + 88: three batches
    path = write(
        tmp_path / "table",
        {
            "text": [f"Body {number}." for number in range(count)],
            "source": ["X"] * count,
            "date": pa.array([datetime(2020, 1, 2)] * count, pa.timestamp("ns")),
            "embedding": [[0.5]] * count,
        },
    )
    articles, problems = reading(path)
    assert problems == []
    assert [article.raw for article in articles] == [f"Body {n}." for n in range(count)]
    assert articles[-1].source.record == "row 600"
    assert articles[0].published == datetime(2020, 1, 2)


def test_empty_text_is_a_problem_of_its_row(tmp_path: Path, reading: Reading) -> None:
    path = write(tmp_path / "t.parquet", {"text": ["One.", None, ""], "outlet": ["X"] * 3})
    articles, problems = reading(path)
    assert len(articles) == 1
    assert [(p.reason, p.source.record) for p in problems] == [
        ("no-text", "row 2"),
        ("no-text", "row 3"),
    ]


def test_lists_are_paragraphs(tmp_path: Path, reading: Reading) -> None:
    path = write(tmp_path / "t.parquet", {"text": [["One.", "Two."]], "outlet": ["X"]})
    (article,), _ = reading(path)
    assert [span.of(article.raw) for span in article.body] == ["One.", "Two."]


def test_bytes_that_are_no_utf_8_are_a_problem_of_their_row(
    tmp_path: Path, reading: Reading
) -> None:
    bad = pa.array([b"One.", b"caf\xe9", b"Two."]).view(pa.utf8())
    path = write(tmp_path / "t.parquet", {"text": bad, "outlet": ["X"] * 3})
    articles, problems = reading(path)
    assert [article.raw for article in articles] == ["One.", "Two."]
    assert [(p.reason, p.source.record) for p in problems] == [("bad-row", "row 2")]


def test_a_table_without_text_is_one_problem(tmp_path: Path, reading: Reading) -> None:
    _, problems = reading(write(tmp_path / "t.parquet", {"title": ["A"], "url": ["u"]}))
    assert [p.reason for p in problems] == ["missing-column"]


def test_a_name_of_a_column_that_is_no_text_is_a_problem(tmp_path: Path, reading: Reading) -> None:
    path = write(tmp_path / "t.parquet", {"text": ["One."], "outlet": ["X"]})
    path.write_bytes(path.read_bytes().replace(b"outlet", b"outle\x9e"))
    assert [p.reason for p in reading(path)[1]] == ["damaged-file"]


def test_a_cut_off_file_is_a_problem(tmp_path: Path, reading: Reading) -> None:
    path = write(tmp_path / "t.parquet", {"text": ["One."] * 100, "outlet": ["X"] * 100})
    path.write_bytes(path.read_bytes()[:-20])
    articles, problems = reading(path)
    assert (articles, [p.reason for p in problems]) == ([], ["damaged-file"])
