from dataclasses import replace

from slantwise.records import Voice
from slantwise.records.comparison import Verdict
from slantwise.report.numbering import number
from slantwise.report.views.matrix import MatrixCell, kinds_matrix, stance_matrix
from slantwise.report.views.rates import forest
from slantwise.report.views.stances import stance_grid


def _stances(comparison):
    grid = stance_grid(comparison, number(comparison), voice=Voice.OUTLET, max_actors=12)
    return grid, stance_matrix(grid)


def test_outlets_become_rows_and_actors_columns_in_their_order(run) -> None:
    grid, matrix = _stances(run.comparison)
    assert [outlet for outlet, _, _ in matrix.rows] == list(grid.outlets)
    assert [name for name, _ in matrix.columns] == [actor.name for actor in grid.actors]
    assert all(len(cells) == len(matrix.columns) for _, _, cells in matrix.rows)


def test_a_cell_keeps_figure_interval_n_and_evidence(run) -> None:
    # Record on Varenia: five neutral and one abstained, six articles.
    cell = _stances(run.comparison)[1].rows[0][2][0]
    assert cell.text == "0.00 (−0.12 to +0.15); n 6"
    assert cell.figure is not None and cell.figure.query is not None
    assert cell.figure.query.code() == "s o0 v0 a0 n6"
    assert not cell.firm  # the interval holds 0


def test_too_few_and_nothing_are_told_apart(run) -> None:
    cells = tuple(
        replace(cell, mean=None, verdict=Verdict.TOO_FEW) for cell in run.comparison.stances
    )
    dockers = [row[2][2] for row in _stances(replace(run.comparison, stances=cells))[1].rows]
    assert dockers[0] == MatrixCell(None) and dockers[0].text == "–"
    assert dockers[1].text == "too few; n 5"


def test_rates_stand_with_the_words_they_are_of(run) -> None:
    rates = forest(run.comparison, number(run.comparison), voice=Voice.OUTLET)
    matrix = kinds_matrix(rates)
    assert matrix.columns[0] == ("all kinds", "")
    assert [name for name, _ in matrix.columns[1:]] == [
        g.entry.name for g in rates.kinds if g.entry
    ]
    assert rates.total is not None
    for (outlet, below, cells), line in zip(matrix.rows, rates.total.lines, strict=True):
        assert (outlet, below) == (line.outlet, f"{line.n_words.text} words")
        assert cells[0].figure == line.value
        assert cells[0].of == line.n_findings.text


def test_an_empty_comparison_gives_no_columns(run) -> None:
    matrix = _stances(replace(run.comparison, stances=()))[1]
    assert matrix.columns == ()
