import json

from lxml import html

from slantwise.ingest.linked_data import article_body, linked_data


def page(*values: object) -> html.HtmlElement:
    scripts = "".join(
        f"<script type='application/ld+json; charset=utf-8'>{json.dumps(value)}</script>"
        for value in values
    )
    return html.document_fromstring(f"<html><head>{scripts}</head><body></body></html>")


ARTICLE = {
    "@type": "http://schema.org/NewsArticle",
    "headline": "Ferry delayed",
    "publisher": {"@id": "#outlet"},
    "author": [{"@id": "#ann"}, {"@id": "#ann"}, {"name": "Bo Ek"}, {"@id": "#nobody"}],
    "mainEntityOfPage": {"@id": "https://times.test/ferry"},
    "articleSection": ["Transport", "North"],
    "articleBody": "It left late.",
}
OTHERS = [
    {"@id": "#outlet", "@type": "Organization", "name": "The Example Times"},
    {"@id": "#ann", "@type": "Person", "name": "Ann Lee"},
]


def test_objects_that_refer_to_one_another() -> None:
    found = linked_data(page({"@graph": [ARTICLE, *OTHERS]}))
    assert found == {
        "title": "Ferry delayed",
        "date": "",
        "outlet": "The Example Times",
        "byline": "Ann Lee, Bo Ek",
        "section": "Transport, North",
        "language": "",
        "url": "https://times.test/ferry",
    }


def test_references_across_scripts_and_inside_a_page_object() -> None:
    inside = {"@type": "WebPage", "mainEntity": ARTICLE}
    assert linked_data(page(inside, OTHERS))["outlet"] == "The Example Times"


def test_an_address_that_is_none_is_left_out() -> None:
    assert linked_data(page({**ARTICLE, "mainEntityOfPage": "#main", "url": "/a"}))["url"] == ""


def test_a_page_without_an_article() -> None:
    assert linked_data(page({"@type": "SearchAction"}, 7, None)) == {}
    assert article_body(page()) == ""
    assert article_body(page(ARTICLE)) == "It left late."


def test_deep_nesting_ends() -> None:
    deep: object = ARTICLE
    for _ in range(50):
        deep = [deep]
    assert linked_data(page(deep)) == {}
