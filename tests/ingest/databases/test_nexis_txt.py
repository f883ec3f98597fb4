from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

from slantwise.ingest.databases.nexis_txt import read_mark
from slantwise.records import Article, Origin, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def _body(article: Article) -> list[str]:
    return [span.of(article.raw) for span in article.body]


def test_every_article_with_every_field(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    path = put("n/a.dat", exports["nexis-txt"])
    (one, two, three), problems = reading(path)
    assert problems == []
    assert (one.id, one.source.record) == ("n/a.dat#1", "article 1 of 3")
    assert (one.outlet, one.byline, one.section) == (
        "The Example (London)",
        "Ann Lee",
        "NEWS; Pg. 4",
    )
    assert (one.language, one.published) == ("en", datetime(2026, 3, 2))
    assert one.title is not None
    assert one.title.of(one.raw) == (
        "Bridge over the Orr is closed after engineers find cracks in both of its stone piers"
    )
    assert Origin("section", "label 'SECTION'") in one.origins
    assert Origin("published", "line of the date") in one.origins
    assert (two.outlet, two.byline) == ("The Sample Post", "By BO EK")
    assert two.title is not None
    assert two.title.of(two.raw) == "Both sides claim the harbour vote"
    assert (two.url, two.published) == ("http://sample.test/harbour", datetime(2026, 3, 3))
    assert (three.outlet, _body(three)) == ("The Example", ["Fares rise by a tenth in May."])


def test_lines_are_unwrapped_and_labels_in_the_text_are_text(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    (one, two, _), _ = reading(put("a.txt", exports["nexis-txt"]))
    assert _body(one) == [
        "The bridge over the Orr was closed on Monday after engineers found cracks in its piers. "
        "No one was hurt, police said, but the town was left with one road to the coast.",
        "PARIS: The town of that name upriver offered boats.",
        "LANGUAGE: a matter of taste, the mayor said of the row, and went home early.",
        "So the day ended.",
    ]
    assert _body(two) == [
        "Unionists and reformers each said on Tuesday that the vote on the harbour was theirs."
    ]
    assert "GRAPHIC: The bridge, seen from the quay" in one.raw


def test_german_and_french_labels(put: Put, reading: Reading, exports: Mapping[str, bytes]) -> None:
    (german,), _ = reading(put("a.txt", exports["nexis-txt-2"]))
    zone = timezone(timedelta(hours=1))
    assert german.published == datetime(2026, 2, 27, 21, 50, tzinfo=zone)
    assert (german.byline, german.section, german.language, german.url) == (
        "Eva Muster", "LOKALES; S. 3 Ausg. 8", "de", "http://beispiel.test/bruecke",
    )  # fmt: skip
    assert _body(german) == ["BERLIN: Die Brücke über die Orr ist seit Montag gesperrt."]
    (french,), _ = reading(put("b.txt", exports["nexis-txt-3"]))
    assert french.published == datetime(2026, 3, 14)
    assert (french.outlet, french.byline, french.section, french.language) == (
        "Le Modèle", "Luc Martin", "RÉGIONS; Pg. 5", "fr",
    )  # fmt: skip
    assert _body(french) == ["PARIS: Le pont sur l'Orr est fermé depuis lundi."]


def test_a_cut_off_last_article_is_left_out_and_said(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["nexis-txt"]
    articles, problems = reading(put("a.txt", content[: content.rindex(b"LANGUAGE")]))
    assert len(articles) == 2
    assert [(p.reason, p.source.record, p.fatal) for p in problems] == [
        ("cut-off-article", "article 3 of 3", True)
    ]


def test_a_missing_article_is_said(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    text = exports["nexis-txt"].decode()
    start, end = text.index("2 of 3 DOC"), text.index("3 of 3 DOC")
    articles, problems = reading(put("a.txt", text[:start] + text[end:]))
    assert len(articles) == 2
    assert [(p.reason, p.source.record) for p in problems] == [
        ("articles-missing", "article 3 of 3")
    ]


def test_an_article_over_the_limit_costs_itself_alone(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    long = exports["nexis-txt"].replace(b"Unionists and", b"Unionists " * 300 + b"and")
    articles, problems = reading(put("a.txt", long), max_record_chars=2500)
    assert [a.source.record for a in articles] == ["article 1 of 3", "article 3 of 3"]
    assert [p.reason for p in problems] == ["record-too-long"]


def test_bytes_of_another_encoding_are_read_and_said_once(
    put: Put, reading: Reading, exports: Mapping[str, bytes]
) -> None:
    content = exports["nexis-txt-3"].decode().encode("cp1252")
    (article,), problems = reading(put("a.txt", content))
    assert article.outlet == "Le Modèle"
    assert [(p.reason, p.fatal) for p in problems] == [("guessed-encoding", False)]


def test_marks_above_articles() -> None:
    assert read_mark("\x0c      12 of 200 DOCUMENTS\r\n") == (12, 200)
    assert read_mark("FOCUS - 1 of 2 DOCUMENTS") == (1, 2)
    assert read_mark("1 von 3 DOKUMENTEN") == (1, 3)
    for line in ("1 of 3", "one of 3 DOCUMENTS", "It was 1 of 3 documents.", "x" * 300, ""):
        assert read_mark(line) is None
