import pytest
from lxml import html

from slantwise.ingest.page_furniture import prune

BODY = "".join(f"<p>Paragraph {number} tells of the bridge at Qora.</p>" for number in range(6))


def pruned(inside: str) -> tuple[str, int]:
    page = html.document_fromstring(
        f"<html><body><h1>Bridge closed</h1><article>{BODY}{inside}</article></body></html>"
    )
    n_words = prune(page)
    return " ".join(page.text_content().split()), n_words


@pytest.mark.parametrize(
    "part",
    [
        "<div class='related-stories'><p>OUT</p></div>",
        "<div class='RelatedTopics'>OUT</div>",
        "<figure><img/><figcaption>OUT</figcaption></figure>",
        "<p class='imageCaption'>OUT</p>",
        "<div id='newsletter-signup'>OUT</div>",
        "<div class='x author-bio'>OUT</div>",
        "<section class='most-popular'>OUT</section>",
        "<blockquote><div class='Pullquote-quote'>kept by name</div></blockquote>"
        "<div class='pullquote'>OUT</div>",
        "<p><a href='/x'>OUT of the town on foot</a></p>",
        "<div class='social-share'>OUT</div>",
    ],
)
def test_parts_beside_the_article_go(part: str) -> None:
    text, _ = pruned(part)
    assert "OUT" not in text
    assert "Paragraph 5" in text


@pytest.mark.parametrize(
    "part",
    [
        "<div class='article-body'>KEPT</div>",
        "<div class='related'><h1>KEPT</h1></div>",
        "<p>See <a href='/x'>KEPT of the town on foot</a></p>",
        "<p><a href='/x'>KEPT was all that stood in the ruling.</a></p>",
        "<div class='share' itemprop='articleBody'>KEPT</div>",
        "<p class='shareholders'>KEPT</p>",
    ],
)
def test_the_article_stays(part: str) -> None:
    assert "KEPT" in pruned(part)[0]


def test_what_holds_most_of_the_words_is_the_article() -> None:
    page = html.document_fromstring(f"<html><body><div class='comments'>{BODY}</div></body></html>")
    prune(page)
    assert "Paragraph 5" in page.text_content()


def test_words_of_boxes_are_counted() -> None:
    # "Four words stand here." and "Three more words": 4 + 3.
    text, n_words = pruned(
        "<div class='qora-factbox'><p>Four words stand here.</p><ul><li>Three more words</li></ul>"
        "</div>tail"
    )
    assert n_words == 7
    assert "stand here" not in text
    assert text.endswith("tail")


def test_an_empty_page() -> None:
    assert prune(html.document_fromstring("<html></html>")) == 0
