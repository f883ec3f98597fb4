from collections.abc import Callable

import pytest

from slantwise.clean.repeats import repeat_rule
from slantwise.records import Article

Make = Callable[..., Article]


@pytest.fixture
def article(make: Make) -> Article:
    return make("Body.", title="Bridge closed", byline="By Ann Lee")


@pytest.mark.parametrize(
    ("paragraph", "rule"),
    [
        ("BRIDGE CLOSED", "repeated-headline"),
        ("Ann Lee", "byline-line"),
        ("By Ann Lee, The Example", "byline-line"),
        ("By Bo Ek and Cy Oz", "byline-line"),
        ("News Desk  -  The Example", "byline-line"),
        ("Our Foreign Staff", "byline-line"),
        ("By our Web Desk", "byline-line"),
        ("The Example", "outlet-line"),
        ("Published: 12 May 2020", "date-line"),
        ("May 12, 2020 10:30 AM ET", "date-line"),
        ("Updated at 10:30 p.m. ET", "date-line"),
        ("QORA (Reuters) —", "dateline-line"),
        ("Bridge closed for good", ""),
        ("By the river, a town waits", ""),
        ("News desk, or what is left of it", ""),
        ("Staff walk out", ""),
        ("By Monday the water had fallen.", ""),
        ("In May 2020 it was closed.", ""),
        ("Ann Lee was there.", ""),
        ("QORA (Reuters) — The bridge was closed.", ""),
        ("...", ""),
    ],
)
def test_metadata_among_the_first_paragraphs(article: Article, paragraph: str, rule: str) -> None:
    assert repeat_rule(article, paragraph, 0, n_paragraphs=20) == rule


@pytest.mark.parametrize(
    ("index", "rule"), [(5, "outlet-line"), (6, ""), (16, ""), (17, "outlet-line")]
)
def test_only_first_and_last_paragraphs_are_looked_at(
    article: Article, index: int, rule: str
) -> None:
    # 20 paragraphs: 0..5 are the first six, 17..19 the last three.
    assert repeat_rule(article, "The Example", index, n_paragraphs=20) == rule


def test_an_article_without_metadata_repeats_none(make: Make) -> None:
    article = make("Body.", outlet="")
    assert repeat_rule(article, "—", 0, n_paragraphs=1) == ""
