import gzip
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from slantwise.records import Article, Origin, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]
Docx = Callable[..., bytes]

ARTICLE = (
    "Bridge closed",
    "The Example",
    "March 2, 2026 Monday",
    "Length:\u00a05 words",
    "Body",
    "One road is left open.",
    "\nEnd of Document",
)


def _body(article: Article) -> list[str]:
    return [span.of(article.raw) for span in article.body]


def test_every_article_with_every_field(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    (one, two, three), problems = reading(put("n/a.dat", exports["nexis-docx"]))
    assert problems == []
    assert (one.id, one.source.record) == ("n/a.dat#1", "article 1 of 3")
    assert (one.outlet, one.byline, one.section, one.language) == (
        "The Example(London)", "Ann Lee in Orrmouth", "NEWS; Pg. 4", "en",
    )  # fmt: skip
    assert one.published == datetime(2026, 3, 2, 9, 20, tzinfo=UTC)
    assert one.url == "https://example.test/news/bridge"
    assert Origin("byline", "label 'Byline'") in one.origins
    assert three.published == datetime(2026, 3, 4, 23, 21, tzinfo=timezone(timedelta(hours=1)))
    assert two.title is not None
    assert two.title.of(two.raw) == "HARBOUR; Both sides claim the harbour vote"
    assert two.outlet == "The Sample Post"


def test_abstract_correction_caption_and_terms_are_no_body(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    (one, two, _), _ = reading(put("a.docx", exports["nexis-docx"]))
    assert _body(one) == [
        "The bridge over the Orr was closed on Monday after engineers found cracks in its piers.",
        "Length: of the detour, ten miles, drivers said.",
    ]
    assert _body(two) == [
        "Unionists and reformers each said on Tuesday that the vote on the harbour was theirs.",
        "The count ends on Friday, the clerk said.",
    ]
    for left_out in ("What the abstract says is not the article.", "Subject: BRIDGES (93%)"):
        assert left_out in one.raw
    assert "A picture caption misnamed the clerk." in two.raw


def test_articles_are_found_without_bookmarks(put: Put, reading: Reading, make_docx: Docx) -> None:
    cover = ("Documents (2)", "1. Bridge closed", "2. Bridge closed")
    articles, problems = reading(put("a.docx", make_docx([*cover, *ARTICLE, *ARTICLE])))
    assert problems == []
    assert [(a.outlet, a.title and a.title.of(a.raw), _body(a)) for a in articles] == [
        ("The Example", "Bridge closed", ["One road is left open."])
    ] * 2


def test_a_bookmark_twice_is_one_article(put: Put, reading: Reading, make_docx: Docx) -> None:
    marks = (("Bookmark_1", ""), ("Bookmark_1", ""))
    assert len(reading(put("a.docx", make_docx([*marks, *ARTICLE])))[0]) == 1


def test_another_number_than_the_cover_says_is_a_problem(
    put: Put, reading: Reading, make_docx: Docx
) -> None:
    articles, problems = reading(put("a.docx", make_docx(["Documents (7)", *ARTICLE])))
    assert len(articles) == 1
    assert [(p.reason, p.fatal) for p in problems] == [("count-mismatch", True)]
    assert "7 articles, and 1" in problems[0].message


def test_a_headline_and_a_blog_s_name_are_told_apart(
    put: Put, reading: Reading, make_docx: Docx
) -> None:
    lines = ("Bridge closed", "The Example", "(Crossings)", *ARTICLE[2:])
    (article,), _ = reading(put("a.docx", make_docx([("Bookmark_1", ""), *lines])))
    assert (article.outlet, article.title and article.title.of(article.raw)) == (
        "The Example",
        "Bridge closed",
    )


def test_an_article_without_its_end_is_left_out(
    put: Put, reading: Reading, make_docx: Docx
) -> None:
    lines = [("Bookmark_1", ""), *ARTICLE, ("Bookmark_2", ""), *ARTICLE[:-1]]
    articles, problems = reading(put("a.docx", make_docx(lines)))
    assert len(articles) == 1
    assert [(p.reason, p.source.record) for p in problems] == [("cut-off-article", "article 2")]


def test_a_truncated_file_keeps_the_articles_before_the_cut(
    put: Put, reading: Reading, make_docx: Docx
) -> None:
    # Text that does not repeat itself, so that the cut falls far behind the first articles.
    lines = [
        line
        if index != 5
        else " ".join(str(number * 7919 % 10_007) for number in range(at, at + 900))
        for at in range(0, 50_000, 1000)
        for index, line in enumerate(ARTICLE)
    ]
    content = make_docx(lines)
    articles, problems = reading(put("a.docx", content[: len(content) // 2]))
    assert 5 < len(articles) < 50
    assert [p.reason for p in problems if p.fatal] == ["cut-off-file"]
    articles, problems = reading(put("b.docx", content[:400]))
    assert (articles, [p.reason for p in problems]) == ([], ["bad-docx"])


def test_another_word_document_is_refused(put: Put, reading: Reading, make_docx: Docx) -> None:
    articles, problems = reading(put("a.docx", make_docx(["Minutes of a meeting"])))
    assert (articles, [p.reason for p in problems]) == ([], ["unsupported-format"])


def test_a_packed_export_is_read(put: Put, reading: Reading, make_docx: Docx) -> None:
    path = put("a.docx.gz", gzip.compress(make_docx(ARTICLE)))
    assert len(reading(path)[0]) == 1


def test_an_article_over_the_limit_costs_itself_alone(
    put: Put, reading: Reading, make_docx: Docx
) -> None:
    long = tuple("word " * 200 if line.startswith("One") else line for line in ARTICLE)
    articles, problems = reading(
        put("a.docx", make_docx([*ARTICLE, *long, *ARTICLE])), max_record_chars=900
    )
    assert [a.source.record for a in articles] == ["article 1", "article 3"]
    assert [p.reason for p in problems] == ["record-too-long"]
