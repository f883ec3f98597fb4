from dataclasses import replace

from slantwise.report.numbering import number
from slantwise.report.views.gaps import gap_tables


def _tables(comparison, max_gaps=80):
    return gap_tables(comparison, number(comparison), max_gaps=max_gaps)


def test_three_tables_hold_every_compared_gap(run) -> None:
    tables = _tables(run.comparison)
    # Three pairs of outlets: one gap each of all kinds, 13 each by kind, 4 each by actor.
    assert [table.n_compared + table.n_too_few for table in tables] == [3, 39, 12]
    assert [len(table.lines) for table in tables] == [table.n_compared for table in tables]


def test_what_stands_comes_first(run) -> None:
    for table in _tables(run.comparison):
        stands = [line.stands for line in table.lines]
        assert stands == sorted(stands, reverse=True)


def test_the_higher_outlet_stands_first_and_each_value_has_its_evidence(run) -> None:
    line = _tables(run.comparison)[0].lines[0]
    assert line.shown.text.startswith("+")
    first, second = (figure.query.code() for figure in line.values)
    assert (first, second) == ("f o2 v0 p2,0", "f o0 v0 p2,0")
    assert line.shown.query.code() == "f o2,0 v0 p2,0"


def test_lines_beyond_the_limit_are_counted_not_shown(run) -> None:
    table = _tables(run.comparison, max_gaps=2)[1]
    assert (len(table.lines), table.n_compared) == (2, 39)


def test_no_gaps_give_empty_tables(run) -> None:
    assert all(table.lines == () for table in _tables(replace(run.comparison, gaps=())))
