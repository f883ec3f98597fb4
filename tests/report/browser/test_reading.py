"""The report as a reader uses it, in headless Chromium: numbers, filters, articles, keyboard."""

from itertools import pairwise
from typing import Any

import pytest

from slantwise.report import ReportFiles

pytestmark = pytest.mark.browser

ESCAPE, TAB, ENTER = "\ue00c", "\ue004", "\ue007"
COUNT = "return Number(document.getElementById('panel-count').dataset.n)"
SHOWN = "return document.querySelectorAll('#panel-list > li').length"
OPEN = "return document.getElementById('panel').open"
OWN_OF_SECOND = "#outlets [data-q='f o1 v0 n30']"


def test_an_event_opens_to_articles_side_by_side(page: Any) -> None:
    page.open_event(1)
    columns = page.run(
        "return [...document.querySelectorAll('#event-1 .article')]"
        ".map((a) => [a.getBoundingClientRect().left, a.querySelector('h4').textContent])"
    )
    assert len(columns) == 3
    assert len({left for left, _ in columns}) == 3
    assert columns[0][1] == "Talks on the fisheries quota talks go on"
    assert columns[1][1].startswith("Authority rams throughCV its plan for the")


def test_articles_can_be_left_out(page: Any) -> None:
    page.open_event(1)
    page.click("#event-1 .choose input")
    assert page.run("return document.querySelectorAll('#event-1 .article').length") == 2


def test_marks_cover_exactly_the_found_words(page: Any, run) -> None:
    page.open_event(0)
    for number, article in enumerate(run.articles[:3]):
        for at, finding in enumerate(article.findings):
            words = page.run(
                "return [...document.querySelectorAll(`[data-a='${arguments[0]}'][data-f="
                "'${arguments[1]}']`)].map((m) => { const copy = m.cloneNode(true); "
                "copy.querySelectorAll('.tag').forEach((t) => t.remove()); "
                "return copy.textContent; }).join('')",
                number,
                at,
            )
            assert words == finding.span.of(article.text)


def test_a_mark_in_focus_tells_what_was_judged(page: Any) -> None:
    page.open_event(0)
    page.run("document.querySelector('#event-0 .ground.v1 .mk').focus()")
    told = page.run("return document.getElementById('tip').innerText").split()
    assert "evaluative" in told
    assert {"direct", "quotation", "Dockers’", "against", "0.87", "insult"} <= set(told)
    described = "return document.activeElement.getAttribute('aria-describedby')"
    assert page.run(described) == "tip"
    page.press(ESCAPE)
    assert page.run("return document.getElementById('tip').hidden")


def test_a_number_opens_its_sentences_and_escape_closes_them(page: Any) -> None:
    page.click(OWN_OF_SECOND)
    assert page.run(OPEN)
    assert page.run(COUNT) == page.run(SHOWN) == 30
    assert page.run("return document.getElementById('panel-count').textContent") == "30 findings"
    first = page.run("return document.querySelector('#panel-list > li').innerText")
    for part in ("=cmd|' /C calc'!A0", "3 March 2026", "rams through", "charged verb", "0.87"):
        assert part in first
    page.press(ESCAPE)
    assert not page.run(OPEN)
    assert page.run("return document.activeElement.dataset.q") == "f o1 v0 n30"


def test_filters_narrow_the_sentences(page: Any) -> None:
    page.click(OWN_OF_SECOND)
    page.run(
        "const f = document.querySelector('#panel [name=kind]'); f.value = '3'; "
        "f.dispatchEvent(new Event('input', { bubbles: true }))"
    )
    assert page.run(COUNT) == 10  # two charged verbs in each of five articles, one a copy
    page.type("#panel [name=text]", "HEAVY-HANDED")
    assert page.run(COUNT) == 5  # the second of them stands beside that word
    text = page.run("return document.getElementById('panel-count').textContent")
    assert text == "5 findings of 30"


def test_filters_by_outlet_voice_and_actor(page: Any) -> None:
    page.click("#stands [data-q^='f ']")
    assert page.run("return document.querySelector('#panel [name=outlet]').options.length") == 3

    def choose(name: str, value: str) -> int:
        return int(
            page.run(
                "const f = document.querySelector(`#panel [name=${arguments[0]}]`); "
                "f.value = arguments[1]; f.dispatchEvent(new Event('input', { bubbles: true })); "
                + COUNT,
                name,
                value,
            )
        )

    # Bell: seven own findings in each of six events; five of them on the union.
    assert choose("outlet", "2") == 42
    assert choose("actor", "2") == 30
    assert choose("voice", "1") == 6


def test_every_number_finds_what_it_counts(page: Any) -> None:
    wrong = page.run(
        "const wrong = []; let n = 0;"
        "for (const button of document.querySelectorAll('button[data-q]')) {"
        "  const wanted = / n(\\d+)/.exec(button.dataset.q); n += 1;"
        "  button.click();"
        "  const found = document.getElementById('panel-count').dataset.n;"
        "  if (!document.getElementById('panel').open || (wanted && wanted[1] !== found))"
        "    wrong.push([button.dataset.q, found]);"
        "  document.getElementById('panel').close();"
        "}"
        "return [n > 200, wrong]"
    )
    assert wrong == [True, []]


def test_a_stance_shows_each_article_with_its_mentions(page: Any) -> None:
    page.click("#stance [data-q='s o0 v0 a0 n6']")
    assert page.run(COUNT) == 6
    text = page.run("return document.getElementById('panel-list').innerText")
    assert "Article toward Varenia: neutral, expected stance 0.00" in text
    assert "Article toward Varenia: abstained" in text
    assert "this mention: neutral (0.80)" in text


def test_evidence_leads_to_its_place_in_the_article(page: Any) -> None:
    page.click(OWN_OF_SECOND)
    page.click("#panel-list [data-go]")
    assert not page.run(OPEN)
    assert page.run("return document.getElementById('event-0').open")
    assert page.run("return document.activeElement.textContent") == "rams throughCV"


def test_the_keyboard_alone_reaches_and_opens_a_number(page: Any) -> None:
    page.press(TAB)
    assert page.run("return document.activeElement.className") == "skip"
    page.press(TAB, ENTER)
    assert page.run(OPEN)
    assert page.run("return document.activeElement.id") == "panel-title"
    page.press(ESCAPE)
    assert not page.run(OPEN)


def test_hostile_text_stays_text(page: Any) -> None:
    page.open_event(0)
    assert page.run("return document.scripts.length") == 2
    heading = page.run("return document.querySelector('#event-0 .article h4').textContent")
    assert heading == "<script>alert(1)</script> & “port” talks"
    page.click("#outlets [data-q^='a ']")
    assert (
        page.run("return document.querySelectorAll('#panel-list script, #panel-list b').length")
        == 0
    )


@pytest.mark.parametrize("width", [400, 820, 1400])
def test_the_page_never_scrolls_sideways(browser: Any, written: ReportFiles, width: int) -> None:
    browser.open(written.html, width=width)
    wide = "return document.documentElement.scrollWidth"
    browser.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    browser.find("#event-5 .article")
    assert browser.run(wide) <= width
    browser.run("document.querySelector('[data-q]').click()")
    assert browser.run("return document.getElementById('panel').scrollWidth") <= width


def test_dark_and_light_have_their_own_paper(browser: Any, written: ReportFiles) -> None:
    paper = "return getComputedStyle(document.body).backgroundColor"
    browser.open(written.html)
    light = browser.run(paper)
    browser.open(written.html, dark=True)
    assert (light, browser.run(paper)) == ("rgb(253, 252, 250)", "rgb(22, 23, 25)")


def test_what_can_be_operated_has_a_name(page: Any) -> None:
    page.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.find("#event-5 .article")
    nameless = page.run(
        "return [...document.querySelectorAll('button, a, summary, [role=button], [role=region]')]"
        ".filter((e) => !e.textContent.trim() && !e.getAttribute('aria-label'))"
        ".map((e) => e.outerHTML.slice(0, 80))"
    )
    assert nameless == []
    unlabelled = page.run(
        "return [...document.querySelectorAll('input, select')]"
        ".filter((e) => !e.labels.length).length"
    )
    assert unlabelled == 0
    levels = page.run(
        "return [...document.querySelectorAll('main h1, main h2, main h3, main h4')]"
        ".map((e) => Number(e.tagName[1]))"
    )
    assert all(after - before <= 1 for before, after in pairwise(levels))
