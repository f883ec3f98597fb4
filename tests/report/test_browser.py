"""The report in headless Chromium, driven through chromedriver's own HTTP protocol.

No package is needed beyond the standard library. Skips where Chromium or chromedriver is absent.
"""

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from slantwise.report import ReportFiles

pytestmark = pytest.mark.browser

ESCAPE, TAB, ENTER = "\ue00c", "\ue004", "\ue007"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--window-size=1400,1000"),
)


class Browser:
    """The few WebDriver commands that these tests need."""

    def __init__(self, port: int, profile: Path, chromium: str) -> None:
        self._root = f"http://127.0.0.1:{port}"
        options = {"binary": chromium, "args": [*FLAGS, f"--user-data-dir={profile}"]}
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        made = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{made['sessionId']}"
        self._post("timeouts", {"implicit": 5000})

    def open(self, page: Path, *, width: int = 1400, dark: bool = False) -> None:
        """Loads the page afresh at a width, and forgets what was logged before."""
        screen = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
        self._devtools("Emulation.setDeviceMetricsOverride", screen)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._devtools("Emulation.setEmulatedMedia", {"features": [scheme]})
        self._post("url", {"url": "about:blank"})
        self.log("browser")
        self.log("performance")
        self._post("url", {"url": page.as_uri()})

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns."""
        return self._post("execute/sync", {"script": script, "args": list(arguments)})

    def click(self, selector: str) -> None:
        """Clicks the first element as a reader would, once it stands clear of the contents."""
        found = self.find(selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", {ELEMENT: found})
        self._post(f"element/{found}/click", {})

    def open_event(self, number: int) -> None:
        """Opens an event and waits for its articles."""
        self.click(f"#event-{number} > summary")
        self.find(f"#event-{number} .article")

    def type(self, selector: str, text: str) -> None:
        """Types into the first element."""
        self._post(f"element/{self.find(selector)}/value", {"text": text})

    def press(self, *keys: str) -> None:
        """Presses keys wherever the focus is."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._post("actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def log(self, kind: str) -> list[str]:
        """Messages logged since the last call."""
        return [entry["message"] for entry in self._post("se/log", {"type": kind})]

    def quit(self) -> None:
        """Ends the browser."""
        self._call("DELETE", self._session, None)

    def find(self, selector: str) -> str:
        """The first element, waited for up to five seconds."""
        found = self._post("element", {"using": "css selector", "value": selector})
        return str(found[ELEMENT])

    def _devtools(self, command: str, parameters: dict[str, Any]) -> None:
        self._post("goog/cdp/execute", {"cmd": command, "params": parameters})

    def _post(self, command: str, body: dict[str, Any]) -> Any:
        return self._call("POST", f"{self._session}/{command}", body)

    def _call(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._root + path, data=content, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                raise AssertionError(error.read().decode()) from error


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("Chromium and chromedriver are not both installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([driver, f"--port={port}"], stdout=quiet, stderr=quiet) as process:
        try:
            _wait_until_open(port)
            made = Browser(port, tmp_path_factory.mktemp("profile"), chromium)
            yield made
            made.quit()
        finally:
            process.terminate()


def _wait_until_open(port: int) -> None:
    for _ in range(100):
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("chromedriver did not start within 10 s")


@pytest.fixture
def page(browser: Browser, written: ReportFiles) -> Iterator[Browser]:
    """The page, freshly loaded; afterwards nothing was logged and nothing was asked for."""
    browser.open(written.html)
    yield browser
    assert browser.log("browser") == []
    asked = [json.loads(entry)["message"] for entry in browser.log("performance")]
    urls = [
        message["params"]["request"]["url"]
        for message in asked
        if message["method"] == "Network.requestWillBeSent"
    ]
    assert urls
    assert [url for url in urls if not url.startswith(("file:", "data:", "about:"))] == []


COUNT = "return Number(document.getElementById('panel-count').dataset.n)"
SHOWN = "return document.querySelectorAll('#panel-list > li').length"
OPEN = "return document.getElementById('panel').open"
OWN_OF_SECOND = "#outlets [data-q='f o1 v0 n30']"


def test_an_event_opens_to_articles_side_by_side(page: Browser) -> None:
    page.open_event(1)
    columns = page.run(
        "return [...document.querySelectorAll('#event-1 .article')]"
        ".map((a) => [a.getBoundingClientRect().left, a.querySelector('h4').textContent])"
    )
    assert len(columns) == 3
    assert len({left for left, _ in columns}) == 3
    assert columns[0][1] == "Talks on the fisheries quota talks go on"
    assert columns[1][1].startswith("Authority rams throughCV its plan for the")


def test_articles_can_be_left_out(page: Browser) -> None:
    page.open_event(1)
    page.click("#event-1 .choose input")
    assert page.run("return document.querySelectorAll('#event-1 .article').length") == 2


def test_marks_cover_exactly_the_found_words(page: Browser, run) -> None:
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


def test_a_mark_in_focus_tells_what_was_judged(page: Browser) -> None:
    page.open_event(0)
    page.run("document.querySelector('#event-0 .ground.v1 .mk').focus()")
    told = page.run("return document.getElementById('tip').innerText").split()
    assert "evaluative" in told
    assert {"direct", "quotation", "Dockers’", "against", "0.87", "insult"} <= set(told)
    described = "return document.activeElement.getAttribute('aria-describedby')"
    assert page.run(described) == "tip"
    page.press(ESCAPE)
    assert page.run("return document.getElementById('tip').hidden")


def test_a_number_opens_its_sentences_and_escape_closes_them(page: Browser) -> None:
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


def test_filters_narrow_the_sentences(page: Browser) -> None:
    page.click(OWN_OF_SECOND)
    page.run(
        "const f = document.querySelector('[name=kind]'); f.value = '3'; "
        "f.dispatchEvent(new Event('input', { bubbles: true }))"
    )
    assert page.run(COUNT) == 10  # two charged verbs in each of five articles, one a copy
    page.type("[name=text]", "HEAVY-HANDED")
    assert page.run(COUNT) == 5  # the second of them stands beside that word
    text = page.run("return document.getElementById('panel-count').textContent")
    assert text == "5 findings of 30"


def test_filters_by_outlet_voice_and_actor(page: Browser) -> None:
    page.click("#stands [data-q^='f ']")
    assert page.run("return document.querySelector('[name=outlet]').options.length") == 3

    def choose(name: str, value: str) -> int:
        return int(
            page.run(
                "const f = document.querySelector(`[name=${arguments[0]}]`); "
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


def test_every_number_finds_what_it_counts(page: Browser) -> None:
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


def test_a_stance_shows_each_article_with_its_mentions(page: Browser) -> None:
    page.click("#stance [data-q='s o0 v0 a0 n6']")
    assert page.run(COUNT) == 6
    text = page.run("return document.getElementById('panel-list').innerText")
    assert "Article toward Varenia: neutral, expected stance 0.00" in text
    assert "Article toward Varenia: abstained" in text
    assert "this mention: neutral (0.80)" in text


def test_evidence_leads_to_its_place_in_the_article(page: Browser) -> None:
    page.click(OWN_OF_SECOND)
    page.click("#panel-list [data-go]")
    assert not page.run(OPEN)
    assert page.run("return document.getElementById('event-0').open")
    assert page.run("return document.activeElement.textContent") == "rams throughCV"


def test_the_keyboard_alone_reaches_and_opens_a_number(page: Browser) -> None:
    page.press(TAB)
    assert page.run("return document.activeElement.className") == "skip"
    page.press(TAB, ENTER)
    assert page.run(OPEN)
    assert page.run("return document.activeElement.id") == "panel-title"
    page.press(ESCAPE)
    assert not page.run(OPEN)


def test_hostile_text_stays_text(page: Browser) -> None:
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
def test_the_page_never_scrolls_sideways(
    browser: Browser, written: ReportFiles, width: int
) -> None:
    browser.open(written.html, width=width)
    wide = "return document.documentElement.scrollWidth"
    browser.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    browser.find("#event-5 .article")
    assert browser.run(wide) <= width
    browser.run("document.querySelector('[data-q]').click()")
    assert browser.run("return document.getElementById('panel').scrollWidth") <= width


def test_dark_and_light_have_their_own_paper(browser: Browser, written: ReportFiles) -> None:
    paper = "return getComputedStyle(document.body).backgroundColor"
    browser.open(written.html)
    light = browser.run(paper)
    browser.open(written.html, dark=True)
    assert (light, browser.run(paper)) == ("rgb(253, 252, 250)", "rgb(22, 23, 25)")


def test_what_can_be_operated_has_a_name(page: Browser) -> None:
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
