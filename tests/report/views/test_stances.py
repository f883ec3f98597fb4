from dataclasses import replace

from slantwise.records import Voice
from slantwise.records.comparison import Verdict
from slantwise.report.numbering import number
from slantwise.report.views.stances import stance_grid, state_totals


def _grid(comparison, voice=Voice.OUTLET, max_actors=12):
    return stance_grid(comparison, number(comparison), voice=voice, max_actors=max_actors)


def test_rows_follow_the_actors_and_columns_the_outlets(run) -> None:
    grid = _grid(run.comparison)
    assert [row.name for row in grid.actors][:2] == ["Varenia", "Port <b>Authority</b>"]
    assert grid.outlets == tuple(row.outlet for row in run.comparison.outlets)
    assert all([cell.outlet for cell in row.cells] == list(grid.outlets) for row in grid.actors)


def test_a_cell_shows_mean_interval_and_counts(run) -> None:
    # Record on Varenia: five neutral, one abstained; (0.1 - 0.1) * 6 / 6 = 0.
    cell = _grid(run.comparison).actors[0].cells[0]
    assert cell.mean is not None and cell.mean.text == "0.00"
    assert cell.interval == "−0.12 to +0.15"
    counts = [(word, figure.text) for word, figure in cell.counts]
    assert counts == [("A", "0"), ("N", "5"), ("F", "0"), ("abstained", "1")]
    assert cell.counts[1][1].query.code() == "s o0 v0 a0 x1 n5"
    assert cell.counts[0][1].query is None


def test_too_few_and_never_mentioned_are_told_apart(run) -> None:
    cells = tuple(
        replace(cell, mean=None, verdict=Verdict.TOO_FEW) for cell in run.comparison.stances
    )
    dockers = _grid(replace(run.comparison, stances=cells)).actors[2]
    assert dockers.cells[0].cell is None
    assert dockers.cells[1].cell is not None
    assert dockers.cells[1].mean is None
    assert dockers.cells[1].counts


def test_actors_beyond_the_limit_are_counted(run) -> None:
    grid = _grid(run.comparison, max_actors=1)
    assert (len(grid.actors), grid.n_more) == (1, 3)


def test_a_voice_that_judges_nobody_has_no_rows(run) -> None:
    grid = _grid(run.comparison, voice=Voice.DIRECT)
    assert (grid.actors, grid.n_more) == ((), 0)


def test_a_member_says_where_it_is_counted_too(run) -> None:
    assert _grid(run.comparison).actors[1].sort == "organisation, counted under Varenia too"


def test_totals_of_no_cells_are_zero() -> None:
    assert state_totals([]) == (0, 0, 0)
