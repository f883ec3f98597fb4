import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from slantwise.clean import clean
from slantwise.ingest.content import read_head
from slantwise.ingest.pages import is_page
from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

PARAGRAPHS = (
    "The bridge over the Orr was closed on Monday after engineers found cracks in its piers.",
    "No one was hurt, police said, but the town was left with one road to the coast.",
    "The council said it would decide on repairs, which may take until spring, within a week.",
)
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Bridge closed | The Example</title>"
    "<meta charset='{charset}'><meta property='og:title' content='Bridge closed in Zürich'>"
    "<meta property='og:site_name' content='The Example'>"
    "<meta property='article:published_time' content='2020-01-02T03:04:05+01:00'></head><body>"
    "<nav><a href='/'>Home</a></nav><article><h1>Bridge closed in Zürich</h1>"
    + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    + "<script>alert('x')</script></article><footer>Footer</footer></body></html>"
)


def test_a_page_gives_body_and_metadata(put: Put, reading: Reading) -> None:
    path = put("pages/a.html", PAGE.format(charset="utf-8"))
    (article,), problems = reading(path)
    assert problems == []
    assert article.title is not None
    assert article.title.of(article.raw) == "Bridge closed in Zürich"
    assert tuple(span.of(article.raw) for span in article.body) == PARAGRAPHS
    assert (article.outlet, article.language) == ("The Example", "en")
    assert article.published == datetime.fromisoformat("2020-01-02T03:04:05+01:00")


def test_a_declared_encoding_is_used(put: Put, reading: Reading) -> None:
    path = put("a.html", PAGE.format(charset="iso-8859-1").encode("latin-1"))
    (article,), problems = reading(path)
    assert problems == []
    assert article.raw.startswith("Bridge closed in Zürich")


def test_a_lying_encoding_is_seen_through(put: Put, reading: Reading) -> None:
    path = put("a.html", PAGE.format(charset="utf-8").encode("cp1252"))
    (article,), problems = reading(path)
    assert article.raw.startswith("Bridge closed in Zürich")
    assert [(p.reason, p.fatal) for p in problems] == [("guessed-encoding", False)]


def test_an_xml_declaration_does_not_matter(put: Put, reading: Reading) -> None:
    path = put("a.xhtml", "<?xml version='1.0' encoding='utf-8'?>" + PAGE.format(charset="utf-8"))
    assert len(reading(path)[0]) == 1


def test_a_page_without_an_article_is_a_problem(put: Put, reading: Reading) -> None:
    for content in ("<html></html>", "<!doctype html><title>x</title>", "<html><body>\n</body>"):
        articles, problems = reading(put("a.html", content))
        assert (articles, [p.reason for p in problems]) == ([], ["no-text"])


def test_a_page_is_known_by_its_content(put: Put) -> None:
    assert is_page(read_head(put("a.txt", "\n<!DOCTYPE HTML>\n<p>x"), {}))
    assert is_page(read_head(put("b.html", "<p>x"), {}))
    assert not is_page(read_head(put("c.html", "A story under a wrong name, 1 < 2."), {}))


def _text(body: Mapping[str, Any]) -> str:
    sections = [text for part in body["sections"] for text in part["headline"] + part["paragraphs"]]
    return " ".join(body["summary"] + sections)


def _token_f1(found: str, checked: str) -> float:
    one, other = (Counter(re.findall(r"\w+", text.lower())) for text in (found, checked))
    return 2 * (one & other).total() / (one.total() + other.total())


def test_saved_pages_against_checked_text(shared: Path, reading: Reading) -> None:
    articles, _ = reading(shared / "exports" / "html")
    scores = []
    for article in articles:
        folder = Path(article.source.path).parent
        versions = json.loads(next(folder.glob("*.json")).read_text(encoding="utf-8")).values()
        day = article.published
        assert day is not None
        (checked,) = (v for v in versions if datetime.fromisoformat(v["publishing_date"]) == day)
        cleaned = clean(article)
        body = " ".join(span.of(cleaned.text) for span in cleaned.paragraphs)
        scores.append(_token_f1(body, _text(checked["body"])))
        assert article.outlet
    assert len(scores) == 18
    # Two pages hold lists and a speech that the checked text leaves out; 0.946 when written.
    assert sum(scores) / len(scores) >= 0.94
    assert sorted(scores)[4] >= 0.96


def test_a_damaged_declaration_of_an_encoding_is_no_crash(put: Put, reading: Reading) -> None:
    content = (
        "<?xml version=\x01'1.0' encoding='utf-8'?><html><body><p>Rain fell.</p></body></html>"
    )
    articles, _ = reading(put("a.html", content), format="html")
    assert [article.raw for article in articles] == ["Rain fell."]
