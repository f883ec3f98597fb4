import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from slantwise.ingest.content import read_head
from slantwise.ingest.dialects import find_dialect, is_table

Put = Callable[..., Path]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_by_names_and_evenness(put: Put, mark: str) -> None:
    rows = [["title", "text", "outlet"], ["A; b", '"One, two."', "X"], ["C|d", "Three", "Y"]]
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    head = read_head(put("a.csv", "\n".join(mark.join(row) for row in quoted)), {})
    assert find_dialect(head).delimiter == mark
    assert list(find_dialect(head).rows(head.text.splitlines())) == rows


def test_marks_escaped_by_a_backslash_are_found(put: Put) -> None:
    path = put("a.csv", 'title,text\nA,"He said \\"no, never\\", twice"\n')
    dialect = find_dialect(read_head(path, {}))
    assert list(dialect.rows(path.read_text().splitlines()))[1] == [
        "A",
        'He said "no, never", twice',
    ]
    assert dialect.form.escapechar == "\\"


def test_nothing_to_go_by_gives_commas(put: Put) -> None:
    dialect = find_dialect(read_head(put("a.csv", ""), {}))
    assert (dialect.delimiter, dialect.form) == (",", csv.excel)


@pytest.mark.parametrize(
    ("name", "content", "table"),
    [
        ("a.txt", "title,text\nA,b\n", True),
        ("a.txt", "headline\tbody\tdate\nA\tb\tc\n", True),
        ("a.txt", "Paris, text and all\n\nA story, with commas, begins here.\n", False),
        ("a.txt", "outlet,date\nX,2020\n", False),
        ("a.csv", "one,two\n1,2\n3,4\n", True),
        ("a.csv", "text\nOne line.\n", True),
        ("a.csv", "A story saved under a wrong name.\n\nIt has, well, sentences.\n", False),
    ],
)
def test_a_table_is_known_by_its_columns(put: Put, name: str, content: str, table: bool) -> None:
    assert is_table(read_head(put(name, content), {})) is table


def test_a_chosen_column_counts_as_usual(put: Put) -> None:
    path = put("a.txt", "kop,tekst\nA,b\n")
    assert not is_table(read_head(path, {}))
    assert is_table(read_head(path, {"title": "kop", "body": "tekst"}))
