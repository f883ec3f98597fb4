from collections.abc import Callable

import numpy as np
import pytest
from tests.duplicates.conftest import cleaned, words

from slantwise.duplicates import Sketch, sketch_articles
from slantwise.duplicates.finding import jaccard
from slantwise.duplicates.sketches import N_HASHES, minhashes, plain_url

Make = Callable[..., Sketch]


def test_what_shares_a_batch_changes_nothing() -> None:
    articles = [cleaned(str(n), words(n, 40 + n)) for n in range(5)]
    alone = [next(sketch_articles([article])) for article in articles]
    for one, other in zip(alone, sketch_articles(articles), strict=True):
        assert np.array_equal(one.minhash, other.minhash)
        assert (one.id, one.exact, one.n_words) == (other.id, other.exact, other.n_words)


def test_the_estimate_is_near_the_true_similarity() -> None:
    # 196 and 196 sequences, 146 in common: 146 / (2 · 196 - 146) = 0.593; the standard error of
    # 128 hashes is sqrt(0.593 · 0.407 / 128) = 0.043, and three of them 0.13.
    one, other = minhashes([words(0, 200).split(), words(50, 200).split()])
    assert jaccard(one, other) == pytest.approx(0.593, abs=0.13)
    assert jaccard(one, one) == 1


def test_case_and_marks_do_not_count(make: Make) -> None:
    assert make("a", "One, two: THREE").exact == make("b", "one two three").exact
    assert make("a", "one two three").exact != make("b", "one two tree").exact


def test_empty_and_short_texts_have_a_sketch(make: Make) -> None:
    for text in ("", "one two"):
        sketch = make("a", text)
        assert sketch.minhash.shape == (N_HASHES,)
        assert sketch.n_words == len(text.split())
    assert list(sketch_articles([])) == []


def test_articles_without_date_have_no_bounds(make: Make) -> None:
    sketch = make("a", "one", None)
    assert (sketch.first, sketch.end) == (None, None)


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("http://www.a.example/x/?fbclid=1", "a.example/x"),
        ("https://a.example/x?id=1", "a.example/x?id=1"),
        ("https://a.example/", ""),
        ("a.example/x", ""),
        ("http://[bad/x", ""),
        ("", ""),
    ],
)
def test_addresses_as_they_are_compared(url: str, plain: str) -> None:
    assert plain_url(url) == plain
