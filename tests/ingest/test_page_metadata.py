import json

from lxml import html

from slantwise.ingest.page_metadata import page_sayings


def metadata(head: str, body: str = "") -> dict[str, str]:
    page = f"<html lang='en-GB'><head>{head}</head><body>{body}</body></html>"
    sayings = page_sayings(html.document_fromstring(page))
    return {field: said.value for field, said in sayings.items()}


def linked(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


META = (
    "<meta property='og:title' content='From the tag'><meta name='author' content='Bo Ek'>"
    "<meta property='article:published_time' content='2020-01-02T03:04:05Z'>"
    "<meta property='og:site_name' content='Tag Times'>"
)


def test_linked_data_comes_before_tags() -> None:
    article = {
        "@type": ["NewsArticle"],
        "headline": "From the data",
        "datePublished": "2021-01-01",
        "publisher": {"name": "Data Daily"},
        "author": [{"name": "Ann Lee"}, "Bo Ek", {"name": "https://example.org/x"}],
    }
    found = metadata(META + linked({"@graph": [{"@type": "WebSite"}, article]}))
    assert found == {
        "title": "From the data",
        "date": "2021-01-01",
        "outlet": "Data Daily",
        "byline": "Ann Lee, Bo Ek",
        "language": "en",
    }


def test_tags_fill_what_the_data_leave_open() -> None:
    found = metadata(META + linked({"@type": "Article", "headline": "From the data"}))
    assert found["title"] == "From the data"
    assert (found["date"], found["outlet"], found["byline"]) == (
        "2020-01-02T03:04:05Z",
        "Tag Times",
        "Bo Ek",
    )


def test_broken_data_and_other_types_are_passed_over() -> None:
    broken = "<script type='application/ld+json'>{\"@type\": </script>"
    found = metadata(META + broken + linked({"@type": "WebPage", "headline": "No"}))
    assert found["title"] == "From the tag"


def test_an_address_as_author_is_no_byline() -> None:
    assert "byline" not in metadata("<meta name='author' content='https://example.org/x'>")


def test_the_page_itself_is_the_last_resort() -> None:
    found = metadata(
        "<title>Title | Site</title><link rel='canonical' href='https://www.example.org/a'>",
        "<h1> Bridge \n closed </h1><time itemprop='datePublished' datetime='2020-01-02'>x</time>",
    )
    assert (found["title"], found["date"]) == ("Bridge closed", "2020-01-02")
    assert (found["url"], found["outlet"]) == ("https://www.example.org/a", "example.org")
    assert metadata("<title> Only a title </title>")["title"] == "Only a title"
