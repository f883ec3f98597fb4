"""Whether everybody can read the page: checks of our own, and axe-core where npm can fetch it."""

import shutil
import subprocess
import tarfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from slantwise.report import ReportFiles

pytestmark = pytest.mark.browser

AXE = "4.14.1"
CACHE = Path(__file__).resolve().parents[3] / ".cache" / "axe-core"

OPEN_ALL = "document.querySelectorAll('details').forEach((d) => { d.open = true; })"

CONTRAST = """
const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
  .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const [r, g, b, a = 1] = parts(getComputedStyle(at).backgroundColor);
    if (a > 0.99) return [r, g, b];
  }
  return [255, 255, 255];
};
const faint = new Map();
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const element = walk.currentNode.parentElement;
  const seen = walk.currentNode.data.trim() && element.checkVisibility()
    && !element.closest('script, style, noscript, svg, .hidden, option, [aria-hidden=true]');
  if (!seen) continue;
  const style = getComputedStyle(element);
  const [high, low] = [light(parts(style.color)), light(ground(element))].sort((x, y) => y - x);
  const large = parseFloat(style.fontSize) >= 24
    || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
  const ratio = (high + 0.05) / (low + 0.05);
  if (ratio < (large ? 3 : 4.5)) {
    const where = element.className || element.tagName;
    faint.set(where, [ratio.toFixed(2), element.textContent.slice(0, 40)]);
  }
}
return [...faint];
"""

FOCUS_ORDER = """
return [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
  .filter((e) => e.tabIndex > 0).length;
"""


@pytest.fixture(scope="module")
def axe() -> str:
    """Source of axe-core, fetched once with npm."""
    source = CACHE / f"axe-{AXE}.js"
    if not source.is_file():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("axe-core is not at hand and npm, which would fetch it, is not installed")
        CACHE.mkdir(parents=True, exist_ok=True)
        command = [npm, "pack", f"axe-core@{AXE}", "--silent"]
        try:
            subprocess.run(command, cwd=CACHE, check=True, capture_output=True, timeout=120)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            pytest.skip(f"npm could not fetch axe-core: {error}")
        packed = CACHE / f"axe-core-{AXE}.tgz"
        with tarfile.open(packed) as archive:
            inner = archive.extractfile("package/axe.min.js")
            assert inner is not None
            source.write_bytes(inner.read())
        packed.unlink()
    return source.read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "dark"), [(1400, False), (1400, True), (400, False)])
def test_axe_finds_nothing(
    browser: Any, written: ReportFiles, axe: str, width: int, dark: bool
) -> None:
    browser.open(written.html, width=width, dark=dark)
    browser.run(OPEN_ALL)
    browser.find("#event-5 .article")
    browser.run(axe + "; window.axe = axe;")
    found = browser.wait(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', "
        "'best-practice'] }).then((r) => done(r.violations.map((v) => [v.id, v.impact, "
        "v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))])))"
    )
    assert found == []


@pytest.mark.parametrize("dark", [False, True])
def test_every_text_can_be_read_on_its_ground(
    browser: Any, written: ReportFiles, dark: bool
) -> None:
    browser.open(written.html, dark=dark)
    browser.run(OPEN_ALL)
    browser.find("#event-5 .article")
    assert browser.run(CONTRAST) == []
    browser.run("document.querySelector('#outlets [data-q]').click()")
    assert browser.run(CONTRAST) == []


def test_the_tab_key_follows_the_page(browser: Any, written: ReportFiles) -> None:
    browser.open(written.html)
    assert browser.run(FOCUS_ORDER) == 0
    for _ in range(12):
        browser.press("\ue004")
    tops = []
    for _ in range(12):
        browser.press("\ue004")
        tops.append(
            browser.run("return document.activeElement.getBoundingClientRect().top + scrollY")
        )
    assert all(after >= before - 40 for before, after in pairwise(tops))


def test_landmarks_tables_and_fields_have_names(browser: Any, written: ReportFiles) -> None:
    browser.open(written.html)
    assert browser.run("return document.querySelectorAll('main, h1, nav').length") == 3
    nameless = browser.run(
        "return [...document.querySelectorAll('section, nav, form, [role=region], dialog')]"
        ".filter((e) => !e.getAttribute('aria-label') && !document.getElementById("
        "e.getAttribute('aria-labelledby') || '')).map((e) => e.outerHTML.slice(0, 90))"
    )
    assert [one for one in nameless if "panel-filters" not in one] == []
    heads = browser.run(
        "return [...document.querySelectorAll('table')].filter((t) => "
        "!t.querySelector('th[scope]')).length"
    )
    assert heads == 0
