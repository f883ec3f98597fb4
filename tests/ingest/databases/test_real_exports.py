"""The real exports beside the checkout: every article, all fields. Facts only, never their text."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from slantwise.clean import clean
from slantwise.records import Article, Problem

Reading = Callable[..., tuple[list[Article], list[Problem]]]


@pytest.mark.parametrize(
    ("name", "n_articles", "reasons"),
    [
        ("lexis/guardian1.docx", 2, {}),
        ("lexis/guardian2.docx", 1, {}),
        ("lexis/guardian3.docx", 62, {"date-of-loading": 3}),
        ("lexis/nyt1.docx", 50, {"date-of-loading": 1}),
        ("lexis/usa-today.docx", 7, {}),
        ("nexis/lnt_sample.DOCX", 10, {"word-count-differs": 5}),
        ("nexis/lnt_sample.TXT", 10, {"count-mismatch": 1}),
        ("nexis/guardian_1986-01-01_0001.html", 262, {}),
        ("nexis/spiegel_2012-02-01_0001.html", 49, {}),
        ("factiva/factiva_test.html", 2, {"word-count-differs": 2}),
        ("factiva/factiva_test.xml", 3, {"word-count-differs": 3}),
        ("factiva/german-ui.html", 100, {}),
        ("factiva/irish-independence_1_2017-11-14.html", 44, {}),
        ("factiva/nyt_1_1993-01-03.html", 27, {"guessed-encoding": 1}),
        ("proquest/ProQuestDocuments-2026-11-22.txt", 1, {}),
    ],
)
def test_every_article_is_found(
    shared: Path, reading: Reading, name: str, n_articles: int, reasons: dict[str, int]
) -> None:
    articles, problems = reading(shared / "exports" / name)
    assert len(articles) == n_articles
    # The samples of filler text keep the counts of the articles that they were made of.
    assert Counter(problem.reason for problem in problems) == reasons
    assert not any(problem.fatal for problem in problems)
    for article in articles:
        assert article.outlet
        assert article.published
        assert article.title
        assert article.title.of(article.raw) == article.title.of(article.raw).strip()
        fields = {origin.field for origin in article.origins}
        assert {"outlet", "published", "title", "body"} <= fields


def _facts(articles: list[Article]) -> dict[str, object]:
    """What can be counted of articles, and a digest of headlines and bodies."""
    texts = [
        "\n".join(span.of(article.raw) for span in (article.title, *article.body) if span)
        for article in articles
    ]
    return {
        "outlets": dict(Counter(article.outlet for article in articles)),
        "languages": dict(Counter(article.language for article in articles)),
        "days": (min(map(_day, articles)), max(map(_day, articles))),
        "n_timed": sum(article.published.time().isoformat() != "00:00:00" for article in articles),
        "n_zoned": sum(article.published.tzinfo is not None for article in articles),
        "n_bylines": sum(bool(article.byline) for article in articles),
        "n_sections": sum(bool(article.section) for article in articles),
        "n_urls": sum(bool(article.url) for article in articles),
        "n_paragraphs": sum(len(article.body) for article in articles),
        "digest": sha256("\f".join(texts).encode()).hexdigest()[:16],
    }


def _day(article: Article) -> str:
    assert article.published is not None
    return article.published.date().isoformat()


FACTS: dict[str, dict[str, object]] = {
    "lexis/guardian1.docx": {
        "outlets": {"Guardian.com.": 2},
        "languages": {"en": 2},
        "days": ("2014-02-14", "2014-05-30"),
        "n_timed": 0,
        "n_zoned": 0,
        "n_bylines": 2,
        "n_sections": 0,
        "n_urls": 0,
        "n_paragraphs": 39,
        "digest": "696011aa7ee55180",
    },
    "lexis/guardian2.docx": {
        "outlets": {"The Guardian": 1},
        "languages": {"en": 1},
        "days": ("2015-09-30", "2015-09-30"),
        "n_timed": 1,
        "n_zoned": 1,
        "n_bylines": 1,
        "n_sections": 1,
        "n_urls": 0,
        "n_paragraphs": 10,
        "digest": "1958cd710bc6ccff",
    },
    "lexis/guardian3.docx": {
        "outlets": {
            "The Guardian (London) - Final Edition": 42,
            "Guardian.com": 17,
            "The Guardian - Final Edition": 3,
        },
        "languages": {"en": 62},
        "days": ("2005-01-29", "2005-12-24"),
        "n_timed": 0,
        "n_zoned": 0,
        "n_bylines": 41,
        "n_sections": 45,
        "n_urls": 0,
        "n_paragraphs": 1056,
        "digest": "1fa63938c0f9d075",
    },
    "lexis/nyt1.docx": {
        "outlets": {"The New York Times": 49, "The New York Times Blogs": 1},
        "languages": {"": 50},
        "days": ("1996-08-13", "2018-04-07"),
        "n_timed": 7,
        "n_zoned": 8,
        "n_bylines": 41,
        "n_sections": 50,
        "n_urls": 15,
        "n_paragraphs": 2079,
        "digest": "82bf099d8bdb8a34",
    },
    "lexis/usa-today.docx": {
        "outlets": {"USA TODAY": 7},
        "languages": {"": 7},
        "days": ("1997-08-06", "2013-11-27"),
        "n_timed": 0,
        "n_zoned": 0,
        "n_bylines": 6,
        "n_sections": 7,
        "n_urls": 0,
        "n_paragraphs": 222,
        "digest": "b838500d54d8c27a",
    },
    "nexis/lnt_sample.DOCX": {
        "outlets": {"The Guardian(London)": 10},
        "languages": {"": 9, "en": 1},
        "days": ("2019-07-01", "2019-07-04"),
        "n_timed": 10,
        "n_zoned": 10,
        "n_bylines": 10,
        "n_sections": 10,
        "n_urls": 0,
        "n_paragraphs": 71,
        "digest": "25ff0000a93573d4",
    },
    "nexis/lnt_sample.TXT": {
        "outlets": {
            "Guardian.com": 1,
            "Guardian": 2,
            "The Sun (England)": 1,
            "The Times (London)": 3,
            "MAIL ON SUNDAY (London)": 1,
            "Sunday Mirror": 1,
            "DAILY MAIL (London)": 1,
        },
        "languages": {"en": 10},
        "days": ("2010-01-08", "2010-01-11"),
        "n_timed": 0,
        "n_zoned": 0,
        "n_bylines": 9,
        "n_sections": 5,
        "n_urls": 0,
        "n_paragraphs": 122,
        "digest": "d7384c56cfd15faf",
    },
    "nexis/guardian_1986-01-01_0001.html": {
        "outlets": {"The Guardian (London)": 262},
        "languages": {"en": 262},
        "days": ("1986-01-02", "1986-01-31"),
        "n_timed": 0,
        "n_zoned": 0,
        "n_bylines": 230,
        "n_sections": 0,
        "n_urls": 0,
        "n_paragraphs": 3275,
        "digest": "28723d6f17396373",
    },
    "nexis/spiegel_2012-02-01_0001.html": {
        "outlets": {"Spiegel Online": 34, "Der Spiegel": 15},
        "languages": {"de": 49},
        "days": ("2012-02-01", "2012-02-27"),
        "n_timed": 34,
        "n_zoned": 34,
        "n_bylines": 33,
        "n_sections": 49,
        "n_urls": 34,
        "n_paragraphs": 1056,
        "digest": "aa23cfd8b67deded",
    },
    "factiva/factiva_test.html": {
        "outlets": {"Test newspaper": 1, "Ouest France": 1},
        "languages": {"fr": 2},
        "days": ("2011-12-29", "2011-12-29"),
        "n_timed": 1,
        "n_zoned": 0,
        "n_bylines": 0,
        "n_sections": 1,
        "n_urls": 0,
        "n_paragraphs": 6,
        "digest": "499e2bd13daab171",
    },
    "factiva/factiva_test.xml": {
        "outlets": {"My Newspaper": 3},
        "languages": {"en": 2, "fr": 1},
        "days": ("2012-01-06", "2012-05-06"),
        "n_timed": 3,
        "n_zoned": 3,
        "n_bylines": 0,
        "n_sections": 0,
        "n_urls": 0,
        "n_paragraphs": 6,
        "digest": "6bc0cc67ff0054c4",
    },
    "factiva/german-ui.html": {
        "outlets": {
            "Der Tagesspiegel Online": 39,
            "bild.de": 26,
            "Spiegel Online": 13,
            "ZEIT online": 1,
            "WELT online": 21,
        },
        "languages": {"de": 100},
        "days": ("2017-04-01", "2017-04-03"),
        "n_timed": 0,
        "n_zoned": 0,
        "n_bylines": 62,
        "n_sections": 65,
        "n_urls": 0,
        "n_paragraphs": 959,
        "digest": "5df016e27045f8bd",
    },
    "factiva/irish-independence_1_2017-11-14.html": {
        "outlets": {"Irish Independent": 44},
        "languages": {"en": 44},
        "days": ("2017-10-16", "2017-11-13"),
        "n_timed": 0,
        "n_zoned": 0,
        "n_bylines": 32,
        "n_sections": 44,
        "n_urls": 0,
        "n_paragraphs": 765,
        "digest": "291a8dc2930036fa",
    },
    "factiva/nyt_1_1993-01-03.html": {
        "outlets": {"The New York Times": 27},
        "languages": {"en": 27},
        "days": ("1993-01-03", "1993-01-09"),
        "n_timed": 0,
        "n_zoned": 0,
        "n_bylines": 22,
        "n_sections": 27,
        "n_urls": 0,
        "n_paragraphs": 508,
        "digest": "9ba44b6eea09b1ca",
    },
}


@pytest.mark.parametrize("name", FACTS)
def test_all_fields_of_all_articles(shared: Path, reading: Reading, name: str) -> None:
    articles, _ = reading(shared / "exports" / name)
    assert _facts(articles) == FACTS[name]


def test_words_read_are_the_words_that_the_databases_count(shared: Path, reading: Reading) -> None:
    shares = []
    for name in ("lexis/guardian3.docx", "lexis/nyt1.docx", "nexis/guardian_1986-01-01_0001.html"):
        for article in reading(shared / "exports" / name)[0]:
            given = re.search(r"length:\s(\d+) words", article.raw, re.IGNORECASE)
            assert given is not None
            n_words = sum(len(span.of(article.raw).split()) for span in article.body)
            shares.append(n_words / int(given[1]))
    assert len(shares) == 62 + 50 + 262
    shares.sort()
    assert 0.95 <= shares[len(shares) // 2] <= 1.05
    # All but the shortest, where a dash or a headline more weighs much.
    assert shares[4] >= 0.8
    assert shares[-5] <= 1.2


def test_nothing_but_the_text_is_in_a_body(shared: Path, reading: Reading) -> None:
    folders = ("lexis", "nexis", "factiva", "proquest")
    articles, _ = reading(*(shared / "exports" / folder for folder in folders))
    assert len(articles) == 2 + 1 + 62 + 50 + 7 + 10 + 10 + 262 + 49 + 2 + 3 + 100 + 44 + 27 + 1
    furniture = re.compile(
        r"(?:LOAD-DATE|Load-Date|LANGUAGE|SPRACHE|Publication-Type|Subject|ZEITUNGS-CODE):"
        r"|End of Document|\d+ of \d+ DOCUMENTS|Copyright \d{4}\b|Do[ck]ument [A-Z]{4,}0|ABSTRACT$"
    )
    for article in articles:
        found = [
            span.of(article.raw) for span in article.body if furniture.match(span.of(article.raw))
        ]
        assert found == []


def test_cleaning_keeps_every_article(shared: Path, reading: Reading) -> None:
    for article in reading(shared / "exports" / "lexis")[0]:
        cleaned = clean(article)
        assert cleaned.paragraphs
        assert cleaned.language == "en"


def test_times_and_zones(shared: Path, reading: Reading) -> None:
    (article,) = reading(shared / "exports" / "lexis" / "guardian2.docx")[0]
    assert article.published is not None
    assert article.published.isoformat() == "2015-09-30T09:03:00+00:00"
    first = reading(shared / "exports" / "nexis" / "spiegel_2012-02-01_0001.html")[0][0]
    assert first.published is not None
    assert first.published.utcoffset() == timedelta(hours=1)
    coded, _ = reading(shared / "exports" / "factiva" / "factiva_test.html")[0]
    assert coded.published == datetime(2011, 12, 29, 15, 32)
