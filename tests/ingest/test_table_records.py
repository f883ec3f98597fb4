from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from slantwise.ingest.dialects import Dialect
from slantwise.ingest.lines import Line
from slantwise.ingest.table_records import Record, table_records


def lines(text: str) -> Iterator[Line]:
    return (Line(number, part) for number, part in enumerate(text.splitlines(keepends=True), 1))


def records(text: str, limit: int = 10_000) -> list[Record]:
    return list(table_records(lines(text), Dialect(), limit))


def test_records_know_their_lines_and_blank_lines_give_none() -> None:
    assert records('a,b\n\n1,"x\n\ny"\n2,z\n') == [
        Record(["a", "b"], 1, 1),
        Record(["1", "x\n\ny"], 3, 5),
        Record(["2", "z"], 6, 6),
    ]


def test_an_unclosed_mark_costs_its_line_alone_where_the_others_are_whole() -> None:
    plain = records('a,b\n1,"open\n2,two\n3,three\n')
    assert [(list(r.cells), r.first_line, bool(r.failure)) for r in plain] == [
        (["a", "b"], 1, False),
        ([], 2, True),
        (["2", "two"], 3, False),
        (["3", "three"], 4, False),
    ]


def test_a_cut_off_record_is_one_failure_with_its_lines() -> None:
    found = records('a,b,c\n1,x,"First.\n\nSecond, and\nthird')
    assert len(found) == 2
    assert found[1].where == "lines 2 to 5"
    assert "never closed" in found[1].failure


def test_a_mark_left_open_does_not_run_into_the_next_record() -> None:
    # Without care "two,B\n3," would be one cell, and the record as wide as the others.
    found = records('a,b,c\n1,"one,A\n3,"three\n\nthree",C\n4,four,D\n')
    assert [(list(r.cells), r.first_line, bool(r.failure)) for r in found] == [
        (["a", "b", "c"], 1, False),
        ([], 2, True),
        (["3", "three\n\nthree", "C"], 3, False),
        (["4", "four", "D"], 6, False),
    ]


def test_marks_inside_a_cell_that_are_not_doubled_are_told() -> None:
    found = records('a,b,c\n1,"One.\nHe said "two" twice.\nThree.",C\n4,four,D\n')
    assert [(list(r.cells), r.where) for r in found if not r.failure][-1] == (
        ["4", "four", "D"],
        "line 5",
    )
    assert found[1].where == "lines 2 to 3"
    assert "not doubled" in found[1].failure


def test_a_loose_mark_on_one_line_is_read_as_it_stands() -> None:
    assert records('a,b\n"one" ,two\n5" nails,three\n')[1:] == [
        Record(["one ", "two"], 2, 2),
        Record(['5" nails', "three"], 3, 3),
    ]


def test_a_mark_left_open_never_holds_more_than_the_limit() -> None:
    rows = "".join(f"{number},row {number}\n" for number in range(1000))
    found = records('a,b\nx,"open\n' + rows, limit=200)
    assert [list(record.cells) for record in found if not record.failure] == [
        ["a", "b"],
        *([f"{number}", f"row {number}"] for number in range(1000)),
    ]
    assert [record.first_line for record in found if record.failure] == [2]


def test_a_line_over_the_limit_is_a_failure() -> None:
    found = list(table_records(iter([Line(1, "a,b\n"), Line(2, "", too_long=True)]), Dialect(), 9))
    assert found[1].failure == "one of its lines is longer than the limit"


def test_no_lines() -> None:
    assert records("") == []


@given(st.text(alphabet='a,"\n; é', max_size=80), st.integers(1, 60))
def test_any_text_is_read_to_its_end(text: str, limit: int) -> None:
    found = records(text, limit)
    numbers = [record.first_line for record in found]
    assert numbers == sorted(numbers)
    assert len(numbers) == len(set(numbers))


@given(
    st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), min_size=1, max_size=6).filter(
        lambda rows: all(any(row) and "\0" not in "".join(row) for row in rows)
    )
)
def test_what_is_well_quoted_comes_back_whole(rows: list[tuple[str, str]]) -> None:
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    text = "\n".join(",".join(row) for row in quoted)
    found = [record.cells for record in records(text)]
    # Lines are cut at every kind of line end here, which changes none of the characters.
    assert found == [list(row) for row in rows]
