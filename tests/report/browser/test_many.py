"""Tables with outlets as rows: found, sorted, read without a mouse, as wide as their region."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from slantwise.report import ReportFiles, ReportSettings, write
from slantwise.report.views import page as page_view

pytestmark = pytest.mark.browser

ROWS = (
    "return [...document.querySelectorAll('#rows-stance tbody tr')].filter((r) => !r.hidden)"
    ".map((r) => r.cells[0].textContent.trim())"
)


@pytest.fixture(scope="module")
def turned(run, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportFiles]:
    """The invented run as if its three outlets were many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_view, "MANY", 2)
        out: Path = tmp_path_factory.mktemp("turned")
        yield write(run.comparison, run.articles, out, settings=ReportSettings())


@pytest.fixture
def page(browser: Any, turned: ReportFiles) -> Iterator[Any]:
    browser.open(turned.html)
    yield browser
    assert browser.log("browser") == []


def test_an_outlet_is_found_by_its_name(page: Any) -> None:
    everyone = page.run(ROWS)
    assert len(everyone) == 3
    page.type("[data-rows=stance]", "bell")
    assert page.run(ROWS) == ["The Daily Bell" if "The Daily Bell" in everyone else everyone[2]]
    said = "return document.querySelector('[data-rows=stance]').closest('.find').textContent"
    assert "1 of 3 outlets" in page.run(said)


def test_a_heading_sorts_down_then_up_then_as_it_was(page: Any) -> None:
    before = page.run(ROWS)
    values = (
        "return [...document.querySelectorAll('#rows-stance tbody tr')]"
        ".map((r) => parseFloat(r.cells[1].querySelector('button').textContent.replace('−', '-')))"
    )
    heading = "#rows-stance thead th:nth-child(2)"
    way = f"return document.querySelector('{heading}').getAttribute('aria-sort')"
    page.click(f"{heading} button")
    assert page.run(values) == sorted(page.run(values), reverse=True)
    assert page.run(way) == "descending"
    page.click(f"{heading} button")
    assert page.run(values) == sorted(page.run(values))
    page.click(f"{heading} button")
    assert page.run(ROWS) == before
    assert page.run(way) == "none"


def test_a_cell_opens_as_many_articles_as_it_says(page: Any) -> None:
    said = "return document.querySelector('#rows-stance tbody td small').textContent"
    n = int(page.run(said).rsplit("n\u00a0", 1)[1])
    page.click("#rows-stance tbody td button")
    assert page.run("return Number(document.getElementById('panel-count').dataset.n)") == n


@pytest.mark.parametrize("width", [390, 900, 1440])
def test_no_table_is_wider_than_the_page(browser: Any, turned: ReportFiles, width: int) -> None:
    browser.open(turned.html, width=width)
    over = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert browser.run(over) <= 0
