"""Search, articles that scroll together, downloads: what the page does beyond its figures."""

import time
from typing import Any

import pytest

pytestmark = pytest.mark.browser

LINES = "return Number(document.getElementById('kwic-count').dataset.n)"
SEARCH = (
    "const form = document.getElementById('kwic-form');"
    "for (const [name, value] of Object.entries(arguments[0])) {"
    "  const field = form.elements[name];"
    "  if (field.type === 'checkbox') field.checked = value; else field.value = value;"
    "}"
    "form.requestSubmit();"
)
SAVED = (
    "const done = arguments[arguments.length - 1];"
    "const made = URL.createObjectURL;"
    "URL.createObjectURL = (blob) => { blob.text().then(done); return made.call(URL, blob); };"
    "HTMLAnchorElement.prototype.click = function () {};"
    "document.querySelector(arguments[0]).click();"
)


def search(page: Any, **wanted: Any) -> int:
    page.run(SEARCH, wanted)
    return int(page.run(LINES))


def test_words_are_found_with_any_ending_and_in_any_case(page: Any, run) -> None:
    copies = {run.comparison.events[-1].wire[0][1]}
    texts = [article.text.casefold() for article in run.articles if article.id not in copies]
    assert search(page, term="RAM") == sum(
        text.count(" ram") + text.startswith("ram") for text in texts
    )
    assert search(page, term="ram", exact=True) == 0
    assert search(page, term="ram", exact=False) > 0


def test_lines_are_filtered_by_outlet_voice_and_kind(page: Any) -> None:
    everywhere = search(page, term="the union")
    own = search(page, voice="0")
    quoted = search(page, voice="1") + search(page, voice="2") + search(page, voice="3")
    assert own + quoted == everywhere > own > 0
    by_outlet = [search(page, voice="", outlet=str(number)) for number in range(3)]
    assert sum(by_outlet) == everywhere
    assert search(page, outlet="", term="rams through", kind="3") > 0
    assert search(page, kind="4") == 0


def test_a_line_leads_to_its_words_in_the_article(page: Any) -> None:
    search(page, term="heavy-handed")
    page.click("#kwic-lines button")
    focus = "return document.activeElement.querySelector('mark.focus').textContent"
    assert page.run(focus).startswith("heavy-handed")
    assert page.run("return document.activeElement.closest('details.event').open")


def test_what_is_typed_is_text_and_no_pattern(page: Any) -> None:
    for typed in (".*", "<b>", "(", "\\", "[a-z]+", "a|b", "$&"):
        search(page, term=typed)
        assert page.run("return document.querySelectorAll('#kwic-lines b').length") == 0
    assert search(page, term="rams.through") == 0 < search(page, term="rams through")


def test_the_articles_of_an_event_scroll_together(page: Any) -> None:
    page.open_event(1)
    paired = "return document.querySelectorAll('#event-1 .paired').length"
    assert page.run(paired) == 0
    page.run(
        "document.querySelectorAll('#event-1 .article').forEach((a) => {"
        "a.style.maxHeight = '9rem'; });"
        "const first = document.querySelector('#event-1 .article');"
        "first.focus(); first.scrollTop = 60;"
    )
    time.sleep(1.0)
    assert page.run(paired) >= 2
    page.run("document.querySelector('#event-1 [name=together]').click()")
    before = page.run("return document.querySelectorAll('#event-1 .article')[1].scrollTop")
    page.run("document.querySelector('#event-1 .article').scrollTop = 0")
    time.sleep(0.6)
    assert page.run("return document.querySelectorAll('#event-1 .article')[1].scrollTop") == before


def test_a_table_is_saved_as_csv_with_numbers_as_numbers(page: Any) -> None:
    saved = page.wait(SAVED, "#outlets [data-save=csv]").lstrip("\ufeff").splitlines()
    assert saved[0].startswith("Outlet,Articles,Wire copies,Shared events,Words by voice")
    assert saved[2].startswith("The Harbour Record,6,0,6,")
    assert saved[3].startswith("'=cmd|' /C calc'!A0,6,")  # no spreadsheet takes it for a formula


@pytest.mark.parametrize("part", ["stance", "kinds", "timeline", "gaps"])
def test_a_figure_is_saved_as_svg_without_style_sheet_or_markup(page: Any, part: str) -> None:
    saved = page.wait(SAVED, f"#{part} [data-save=svg]")
    parsed = page.run(
        "const made = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');"
        "return [made.querySelectorAll('parsererror, script, foreignObject').length,"
        "  made.querySelectorAll('path, circle').length > 5,"
        "  made.querySelectorAll('[class]').length, made.documentElement.textContent]",
        saved,
    )
    assert parsed[:3] == [0, True, 0]
    assert "Harbour Record" in parsed[3]
