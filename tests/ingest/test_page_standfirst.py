import pytest
from lxml import html

from slantwise.ingest.page_standfirst import standfirst_of

SUMMARY = "The town waits for engineers to come."


def found(body: str, summary: str = "") -> str:
    page = html.document_fromstring(f"<html><body>{body}</body></html>")
    return standfirst_of(page, summary, ["Bridge at Qora closed until the spring"])


@pytest.mark.parametrize(
    "body",
    [
        f"<div><span>{SUMMARY}</span></div>",
        f"<h2 class='x standfirst'>{SUMMARY}</h2>",
        f"<div class='article-subtitle'><p>{SUMMARY}</p></div>",
        f"<div data-gu-name='standfirst'><p>{SUMMARY}</p></div>",
    ],
)
def test_a_standfirst_is_known_by_its_words_or_its_name(body: str) -> None:
    assert found(body, SUMMARY.upper()) == SUMMARY


def test_a_summary_that_does_not_stand_on_the_page_is_none() -> None:
    assert found("<p>The bridge was closed on Monday.</p>", SUMMARY) == ""


def test_the_headline_is_no_standfirst() -> None:
    assert found("<h2 class='subtitle'>Bridge at Qora closed until the spring</h2>") == ""


def test_a_word_or_a_whole_page_is_none() -> None:
    assert found("<h2 class='dek'>Live</h2>") == ""
    assert found(f"<div class='deck'>{'word ' * 200}</div>") == ""
    assert found("") == ""
