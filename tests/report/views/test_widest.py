from dataclasses import replace

from slantwise.report.views.widest import outlets_note, with_outlets


def test_the_outlets_with_most_articles_stay_in_their_order(run) -> None:
    rows = run.comparison.outlets
    counted = zip(rows, (1, 9, 5), strict=True)
    comparison = replace(
        run.comparison, outlets=tuple(replace(row, n_articles=n) for row, n in counted)
    )
    shown = with_outlets(comparison, most=2)
    assert [row.outlet for row in shown.outlets] == [rows[1].outlet, rows[2].outlet]
    assert {cell.outlet for cell in shown.stances} == {rows[1].outlet, rows[2].outlet}
    assert {row.outlet for row in shown.rates} == {rows[1].outlet, rows[2].outlet}
    assert shown.gaps == comparison.gaps
    assert shown.events == comparison.events
    assert outlets_note(comparison, shown).startswith("The tables of this page show the 2 outlets")
    assert "the other 1 stand" in outlets_note(comparison, shown)


def test_where_all_find_room_nothing_changes_and_nothing_is_said(run) -> None:
    shown = with_outlets(run.comparison, most=3)
    assert shown is run.comparison
    assert outlets_note(run.comparison, shown) == ""
