from dataclasses import replace

import pytest

from slantwise.errors import RunError
from slantwise.report.numbering import number


def test_positions_follow_the_comparison(run) -> None:
    numbering = number(run.comparison)
    assert list(numbering.outlet) == [row.outlet for row in run.comparison.outlets]
    assert numbering.actor == {"varenia": 0, "port-authority": 1, "dockers": 2, "vel": 3}
    assert numbering.event_of["bell/4"] == 4


def test_the_first_article_of_a_wire_group_is_the_one_that_counts(run) -> None:
    assert number(run.comparison).copy_of == {"formula/5": "record/5"}


def test_an_outlet_that_stands_twice_is_refused(run) -> None:
    twice = replace(run.comparison, outlets=run.comparison.outlets[:1] * 2)
    with pytest.raises(RunError, match="the outlet 'The Harbour Record' twice"):
        number(twice)


def test_a_figure_of_an_unknown_outlet_is_refused(run) -> None:
    fewer = replace(run.comparison, outlets=run.comparison.outlets[1:])
    with pytest.raises(RunError, match="has figures of outlet 'The Harbour Record'"):
        number(fewer)
