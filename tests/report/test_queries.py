"""Every number on the page finds exactly as many pieces of evidence as it counts."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from slantwise.records import Kind, Voice
from slantwise.report import ReportFiles
from slantwise.report.collecting import collect
from slantwise.report.numbering import number
from slantwise.report.queries import Query


def test_a_query_without_limits_is_one_letter() -> None:
    assert Query("articles").code() == "a"


def test_every_field_has_its_letter() -> None:
    query = Query(
        "stances",
        outlets=(0, 2),
        kind=Kind.ASSOCIATION,
        voice=Voice.SCARE,
        actor=0,
        event=0,
        state=0,
        shared=(0, 2),
        copies=True,
        n=0,
    )
    assert query.code() == "s o0,2 k12 v3 a0 e0 x0 p0,2 c n0"


class _Buttons(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.codes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        code = dict(attrs).get("data-q")
        if code:
            self.codes.append(code)


def _codes(written: ReportFiles) -> list[str]:
    parser = _Buttons()
    parser.feed(written.html.read_text(encoding="utf-8"))
    return parser.codes


def _field(code: str, letter: str) -> list[int] | None:
    found = re.search(rf" {letter}([\d,]+)", code)
    return [int(part) for part in found.group(1).split(",")] if found else None


def _members(actor: int, actors: list[list[Any]]) -> set[int]:
    inside = {actor}
    while more := {n for n, (_, parent) in enumerate(actors) if parent in inside} - inside:
        inside |= more
    return inside


def _count(code: str, payload: dict[str, Any]) -> int:
    """The page's own reading of a code (static/query.js), written a second time."""
    outlets, event = _field(code, "o"), _field(code, "e")
    kind, voice = _field(code, "k"), _field(code, "v")
    actor, state = _field(code, "a"), _field(code, "x")
    articles = [
        a
        for a in payload["articles"]
        if (" c" in code or not a["w"])
        and (outlets is None or a["o"] in outlets)
        and (event is None or [a["e"]] == event)
    ]
    if code[0] == "a":
        return len(articles)
    if code[0] == "s":
        rows = [a["j"][at : at + 4] for a in articles for at in range(0, len(a["j"]), 4)]
        return sum(
            [row[0]] == actor and [row[1]] == voice and (state is None or [row[2]] == state)
            for row in rows
        )
    rows = [a["f"][at : at + 9] for a in articles for at in range(0, len(a["f"]), 9)]
    return sum(
        (kind is None or payload["kindsets"][row[2]][0] == kind[0])
        and (voice is None or row[3] == voice[0])
        for row in rows
    )


def test_all_numbers_are_reachable(run, written: ReportFiles) -> None:
    payload = collect(run.comparison, run.articles, number(run.comparison)).payload
    counted = [code for code in _codes(written) if _field(code, "n")]
    assert len(counted) > 70
    wrong = [code for code in counted if [_count(code, payload)] != _field(code, "n")]
    assert wrong == []


@pytest.mark.parametrize("letter", ["k", "v", "a", "e", "x", "p", "c", "n"])
def test_every_sort_of_number_is_on_the_page(written: ReportFiles, letter: str) -> None:
    assert any(re.search(rf" {letter}", code) for code in _codes(written))


def test_a_parent_finds_its_members(run) -> None:
    payload = collect(run.comparison, run.articles, number(run.comparison)).payload
    assert _members(0, payload["actors"]) == {0, 1, 3}
