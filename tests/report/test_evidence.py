import json
from dataclasses import replace

import pytest

from slantwise.errors import RunError
from slantwise.report.collecting import collect
from slantwise.report.numbering import number
from slantwise.report.script_json import as_script


def test_json_in_a_script_holds_nothing_that_html_or_old_scripts_read() -> None:
    hostile = "</script><!-- & \u2028 \u2029 \x7f \x00 \ud800 é 😀"
    written = as_script({"x": hostile})
    assert not set("<>&\u2028\u2029\x7f\x00") & set(written)
    assert "é 😀" in written
    assert json.loads(written) == {"x": hostile}


def test_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        as_script({"x": float("nan")})


def test_actors_met_only_in_articles_follow_those_of_the_comparison(run) -> None:
    fewer = replace(run.comparison, actors=run.comparison.actors[:1])
    evidence = collect(fewer, run.articles, number(fewer))
    assert [actor[0] for actor in evidence.actors] == [
        "varenia",
        "port-authority",
        "dockers",
        "vel",
    ]
    assert evidence.payload["actors"][1] == ["Port <b>Authority</b>", 0]


def test_an_actor_that_no_list_names_is_shown_by_its_id(run) -> None:
    finding = replace(run.articles[0].findings[0], actors=("unlisted:mayor",))
    article = replace(run.articles[0], findings=(finding,))
    evidence = collect(run.comparison, (article, *run.articles[1:]), number(run.comparison))
    assert evidence.payload["actors"][-1] == ["unlisted:mayor", -1]


def test_articles_are_read_once_and_in_order(run) -> None:
    evidence = collect(run.comparison, iter(run.articles), number(run.comparison))
    assert [a.id for a in evidence.articles] == [a.id for a in run.articles]
    assert [row["id"] for row in evidence.payload["articles"]] == [a.id for a in run.articles]


def test_the_text_of_an_article_stands_once(run) -> None:
    evidence = collect(run.comparison, run.articles, number(run.comparison))
    written = evidence.whole()
    sentence = "The heavy-handed port authority rammed through its plan for the night train."
    assert written.count(sentence) == 1


def test_no_articles_and_no_events_give_empty_evidence(run) -> None:
    bare = replace(run.comparison, events=())
    assert collect(bare, [], number(bare)).payload["articles"] == []


def test_an_article_given_twice_is_refused(run) -> None:
    with pytest.raises(RunError, match="'record/0' was given twice"):
        collect(run.comparison, (*run.articles, run.articles[0]), number(run.comparison))


def test_an_article_of_another_run_is_refused(run) -> None:
    nothing = dict.fromkeys(("events", "rates", "stances", "gaps"), ())
    fewer = replace(run.comparison, outlets=run.comparison.outlets[1:], **nothing)
    with pytest.raises(RunError, match="of outlet 'The Harbour Record', which the comparison"):
        collect(fewer, run.articles, number(fewer))


def test_a_counted_article_that_was_not_given_is_named(run) -> None:
    with pytest.raises(RunError, match=r"1 of 18 articles .* the first is 'bell/5'"):
        collect(run.comparison, run.articles[:-1], number(run.comparison))
