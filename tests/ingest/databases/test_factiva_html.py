from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from slantwise.records import Article, Origin, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def _body(article: Article) -> list[str]:
    return [span.of(article.raw) for span in article.body]


def _title(article: Article) -> str:
    return article.title.of(article.raw) if article.title else ""


def test_articles_with_codes(put: Put, reading: Reading, exports: Mapping[str, bytes]) -> None:
    (article,), problems = reading(put("a.txt", exports["factiva-html"]))
    assert problems == []
    assert (article.id, _title(article)) == ("MODELE0020260314em3e0001r", "Le pont est fermé")
    assert (article.outlet, article.byline, article.section, article.language) == (
        "Le Modèle", "Luc Martin", "Régions", "fr",
    )  # fmt: skip
    assert article.published == datetime(2026, 3, 14, 15, 32)
    assert _body(article) == ["Le pont est fermé.", "Des bateaux le remplacent.", "Dès lundi."]
    assert Origin("outlet", "SN") in article.origins


def test_articles_without_codes(put: Put, reading: Reading, exports: Mapping[str, bytes]) -> None:
    (one, two), problems = reading(put("a.txt", exports["factiva-html-2"]))
    assert problems == []
    assert (one.id, one.source.record) == ("EXMPL00020260302em320001a", "article 1 of 2")
    assert (_title(one), one.section, one.byline) == ("Bridge closed", "News", "Ann Lee")
    assert _body(one) == ["The bridge was closed.", "The U-Bahn runs on."]
    assert "A caption of the picture" in one.raw
    assert (_title(two), two.section, two.byline) == ("Beide Seiten feiern", "", "Reuters")
    assert (two.outlet, two.language) == ("Beispiel Kurier", "de")
    assert two.published == datetime(2026, 3, 3, 7, 5)


def test_a_cut_off_last_article_is_left_out_and_said(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["factiva-html-2"]
    articles, problems = reading(put("a.html", content[: content.rindex(b"Schluss")]))
    assert len(articles) == 1
    assert [(p.reason, p.source.record) for p in problems] == [
        ("cut-off-article", "article 2 of 2")
    ]


def test_a_box_without_an_article_is_a_mismatch(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["factiva-html-2"].replace(b"article deArticle", b"changed")
    articles, problems = reading(put("a.html", content))
    assert len(articles) == 1
    assert "count-mismatch" in [p.reason for p in problems]


def test_an_encoding_that_the_page_lies_about(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["factiva-html-2"].decode().encode("cp1252")
    articles, problems = reading(put("a.html", content))
    assert [a.published for a in articles][1] == datetime(2026, 3, 3, 7, 5)
    assert [(p.reason, p.fatal) for p in problems] == [("guessed-encoding", False)]


def test_the_same_article_twice_is_kept_once(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    paths = [put(name, exports["factiva-html"]) for name in ("a.html", "b.html")]
    articles, problems = reading(*paths)
    assert (len(articles), [p.reason for p in problems]) == (1, ["duplicate-id"])


def test_a_page_about_factiva_is_a_page(put: Put, reading: Reading) -> None:
    text = "<p>The database was sold on Monday, its owner said, to a group of readers.</p>" * 3
    page = f"<html><head><title>Factiva sold</title></head><body><article>{text}</article></body>"
    articles, _ = reading(put("a.html", page), outlet="X")
    assert [a.id for a in articles] == [articles[0].id]
    assert articles[0].source.record == ""
