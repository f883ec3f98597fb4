from datetime import datetime, timedelta
from math import log

import numpy as np
import pytest

from slantwise.events import EventArticle, EventSettings
from slantwise.events.reading import read_all
from slantwise.events.similarity import weigh

DAY = datetime(2026, 3, 2)


def article(id_, text, days=0):
    published = None if days is None else DAY + timedelta(days=days)
    return EventArticle(id_, "Courier", "", text, published)


def weighed(articles, **settings):
    chosen = EventSettings(**settings)
    return weigh(read_all(articles, chosen), chosen)


# two articles share one of two words: the shared word weighs 1 + ln(3/3) = 1, the others
# 1 + ln(3/2) each, so the cosine is 1 / (1 + (1 + ln 1.5)²)
HALF = 1 / (1 + (1 + log(1.5)) ** 2)


def test_cosine_worked_out_by_hand():
    similarity = weighed([article("a", "barge silt"), article("b", "barge rust")])
    both = np.arange(2)
    assert similarity.between(both, both) == pytest.approx(
        np.array([[1, HALF], [HALF, 1]]), abs=1e-6
    )


def test_each_day_between_takes_its_share():
    both = np.arange(2)
    articles = [article("a", "barge silt"), article("b", "barge rust", days=2)]
    found = weighed(articles, day_decay=0.1).between(both, both)[0, 1]
    assert found == pytest.approx(HALF * 0.8, abs=1e-6)


def test_nothing_is_left_beyond_the_window():
    similarity = weighed([article("a", "barge"), article("b", "barge", days=5)])
    assert similarity.between(np.array([0]), np.array([1])).tolist() == [[0.0]]
    assert len(similarity.pairs()[0]) == 0


def test_without_a_date_the_bar_is_higher():
    similarity = weighed(
        [article("a", "barge silt"), article("b", "barge rust", days=None)],
        threshold=0.2,
        undated_threshold=0.4,
    )
    # scaled by 0.2 / 0.4, so that passing 0.2 takes a cosine of 0.4
    found = similarity.between(np.array([0]), np.array([1]))[0, 0]
    assert found == pytest.approx(HALF / 2, abs=1e-6)


def test_pairs_are_those_at_the_threshold_or_above():
    articles = [article("a", "barge silt"), article("b", "barge rust"), article("c", "nurse dose")]
    earlier, later, found = weighed(articles).pairs()
    assert list(zip(earlier.tolist(), later.tolist(), strict=True)) == [(0, 1)]
    # three articles now: barge in 2 of 3 weighs 1 + ln(4/3), the others 1 + ln 2
    barge, other = (1 + log(4 / 3)) ** 2, (1 + log(2)) ** 2
    assert found[0] == pytest.approx(barge / (barge + other), abs=1e-6)


def test_articles_without_words_are_like_nothing():
    similarity = weighed([article("a", ""), article("b", "the of"), article("c", "barge")])
    assert len(similarity.pairs()[0]) == 0


def test_no_articles():
    assert [len(part) for part in weighed([]).pairs()] == [0, 0, 0]


def test_blocks_change_nothing(monkeypatch):
    words = ["barge silt", "barge rust", "rust nurse", "nurse dose", "dose silt"]
    days = [0, 1, 2, 3, None]
    articles = [
        article(f"{n:02}", words[n % 5], days=days[n % 4 if n < 16 else 4]) for n in range(20)
    ]
    similarity = weighed(articles)
    whole = sorted(zip(*(part.tolist() for part in similarity.pairs()), strict=True))
    monkeypatch.setattr("slantwise.events.similarity._ROWS", 3)
    monkeypatch.setattr("slantwise.events.similarity._PAIRS", 2)
    parts = sorted(zip(*(part.tolist() for part in similarity.pairs()), strict=True))
    assert [pair[:2] for pair in parts] == [pair[:2] for pair in whole]
    assert [pair[2] for pair in parts] == pytest.approx([pair[2] for pair in whole])


def test_words_that_everyone_uses_find_no_candidates(monkeypatch):
    monkeypatch.setattr("slantwise.events.similarity.MAX_POSTINGS", 3)
    articles = [article(f"{n}", f"barge own{n // 2} own{n // 2}b") for n in range(8)]
    earlier, later, _ = weighed(articles).pairs()
    # "barge" stands in 8; the words of each pair stand in 2 and still find it
    assert sorted(zip(earlier.tolist(), later.tolist(), strict=True)) == [
        (0, 1),
        (2, 3),
        (4, 5),
        (6, 7),
    ]
