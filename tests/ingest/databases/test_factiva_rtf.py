from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def _body(article: Article) -> list[str]:
    return [span.of(article.raw) for span in article.body]


def _title(article: Article) -> str:
    return article.title.of(article.raw) if article.title else ""


def test_codes_on_lines_in_cells_and_none(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    (one, two, three), problems = reading(put("a.txt", exports["factiva-rtf"]))
    assert problems == []
    assert (one.id, _title(one)) == ("EXMPL00020260302em320001a", "Bridge closed on Monday")
    assert (one.outlet, one.byline, one.language) == ("The Example", "Ann Lee", "en")
    assert one.published == datetime(2026, 3, 2, 9, 20)
    assert _body(one) == [
        "The bridge was closed 😂 in Orrmouth cafés.",
        "Boats came.",
        "PD: nobody knew what that meant.",
    ]
    assert (_title(two), two.outlet) == ("Both sides claim the vote", "The Sample Post")
    assert _body(two) == ["Unionists and reformers each claimed it."]
    assert (_title(three), three.section, three.byline, three.language) == (
        "Brücke gesperrt", "Lokales", "Von Eva Muster", "de",
    )  # fmt: skip
    assert three.published == datetime(2026, 3, 4)
    assert _body(three) == ["Die Brücke über die Orr ist gesperrt.", "Seit Montag."]


def test_a_cut_off_last_article_is_left_out_and_said(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["factiva-rtf"]
    articles, problems = reading(put("a.rtf", content[: content.index(b"Seit Montag")]))
    assert len(articles) == 2
    assert [(p.reason, p.source.record) for p in problems] == [("cut-off-article", "article 3")]


def test_another_rtf_document_is_refused(put: Put, reading: Reading) -> None:
    articles, problems = reading(put("a.rtf", r"{\rtf1\ansi Minutes of a meeting\par}"))
    assert (articles, [p.reason for p in problems]) == ([], ["unsupported-format"])


def test_a_file_over_the_limit_is_refused(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    articles, problems = reading(put("a.rtf", exports["factiva-rtf"]), max_record_chars=300)
    assert (articles, [p.reason for p in problems]) == ([], ["record-too-long"])
