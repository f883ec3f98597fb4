"""A report whose evidence stands in files beside it, opened from the disk."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from slantwise.report import ReportFiles, ReportSettings, parts, write

pytestmark = pytest.mark.browser

LINE = "return document.getElementById('panel-count').textContent"


@pytest.fixture(scope="module")
def divided(run, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportFiles]:
    """The invented run in parts of about one event, two events listed from the start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "PART_BYTES", 4_000)
        settings = ReportSettings(max_page_bytes=100, max_events=2)
        out = tmp_path_factory.mktemp("divided")
        yield write(run.comparison, run.articles, out, settings=settings)


@pytest.fixture
def page(browser: Any, divided: ReportFiles) -> Iterator[Any]:
    """The page; afterwards nothing was logged, and only files beside it were read."""
    browser.open(divided.html)
    yield browser
    assert browser.log("browser") == []
    sent = [json.loads(entry)["message"] for entry in browser.log("performance")]
    urls = [
        message["params"]["request"]["url"]
        for message in sent
        if message["method"] == "Network.requestWillBeSent"
    ]
    beside = divided.html.parent.as_uri()
    assert [u for u in urls if not u.startswith((beside, "data:", "about:", "blob:"))] == []


def wait_for(browser: Any, script: str) -> Any:
    return browser.wait(
        "const done = arguments[arguments.length - 1]; const started = Date.now();"
        "const look = () => { const found = (() => { " + script + " })();"
        "if (found || Date.now() - started > 5000) done(found); else setTimeout(look, 30); };"
        "look();"
    )


def test_a_number_reads_the_parts_it_needs(page: Any) -> None:
    assert page.run("return document.querySelectorAll('script[src]').length") == 1  # the index
    page.click("#outlets [data-q='f o1 v0 n30']")
    shown = "return document.querySelectorAll('#panel-list > li').length === 30"
    assert wait_for(page, shown)
    assert page.run(LINE) == "30 findings"
    assert page.run("return document.querySelectorAll('script[src]').length") > 2


def test_an_event_opens_and_further_events_are_listed(page: Any) -> None:
    page.open_event(0)
    page.click("#events-more")
    assert page.run("return document.querySelectorAll('details.event').length") == 6
    page.open_event(4)


def test_an_event_is_found_by_its_title(page: Any, run) -> None:
    title = run.comparison.events[4].title
    page.type("#events-find", title)
    page.find("#more-events #event-4")


def test_search_reads_all_parts(page: Any, run) -> None:
    page.type("#kwic-form [name=term]", "heavy-handed")
    assert wait_for(page, "return document.getElementById('kwic-lines').rows.length > 0")
    told = "return document.getElementById('kwic-count').textContent.includes('searched')"
    assert wait_for(page, told)


def test_a_missing_part_is_named(browser: Any, divided: ReportFiles, tmp_path: Path) -> None:
    alone = tmp_path / "report.html"
    alone.write_bytes(divided.html.read_bytes())
    index = divided.html.parent / parts.INDEX
    (tmp_path / "evidence").mkdir()
    (tmp_path / parts.INDEX).write_bytes(index.read_bytes())
    browser.open(alone)
    browser.click("#outlets [data-q='f o1 v0 n30']")
    told = "return document.getElementById('panel-count').textContent.includes('could not be read')"
    assert wait_for(browser, told)
    assert "keep the folder “evidence” beside this page" in browser.run(LINE)


def test_a_redacted_page_shows_places_and_no_words(browser: Any, run, tmp_path: Path) -> None:
    settings = ReportSettings(redact=True)
    files = write(run.comparison, run.articles, tmp_path, settings=settings)
    browser.open(files.html)
    browser.open_event(1)
    column = browser.run("return document.querySelector('#event-1 .article').textContent")
    assert "characters" in column
    browser.click("#outlets [data-q='f o1 v0 n30']")
    text = browser.run("return document.body.innerText")
    sentences = [s.span.of(a.text) for a in run.articles for s in a.sentences if len(s.span) > 20]
    assert [sentence for sentence in sentences if sentence in text] == []
    assert browser.log("browser") == []


def test_a_page_without_its_folder_says_so(browser: Any, divided: ReportFiles, tmp_path) -> None:
    alone = tmp_path / "report.html"
    alone.write_bytes(divided.html.read_bytes())
    browser.open(alone)
    browser.click("#outlets [data-q='f o1 v0 n30']")
    assert browser.run("return document.getElementById('panel').open") is False
    said = browser.run("return document.querySelector('[role=alert]').textContent")
    assert "the folder “evidence”" in said
