"""Tokens of a span, and the mean of their rows."""

import numpy as np
import pytest

from slantwise.records import SentenceOutputs, Span, mean_row


def outputs(*tokens: tuple[int, int]) -> SentenceOutputs:
    none = np.zeros((len(tokens), 3), dtype=np.float32)
    places = np.array(tokens, dtype=np.int64).reshape(-1, 2)
    return SentenceOutputs(0.0, places, none[:, 0], none, none, none, none, none, none)


@pytest.mark.parametrize(
    ("span", "met"),
    [
        (Span(10, 13), [0]),  # a whole token
        (Span(12, 15), [0, 1]),  # 12 is inside 10..13, 14 inside 14..18
        (Span(13, 14), []),  # the blank between
        (Span(0, 30), [0, 1, 2]),
        (Span(16, 16), [1]),  # an empty span inside a token
        (Span(18, 18), []),  # and one between two
        (Span(0, 10), []),
        (Span(20, 30), []),
    ],
)
def test_tokens_that_a_span_meets(span, met):
    seen = outputs((10, 13), (14, 18), (18, 20))
    assert list(range(3))[seen.tokens_in(span)] == met
    by_rule = (seen.tokens[:, 0] < span.end) & (seen.tokens[:, 1] > span.start)
    assert np.flatnonzero(by_rule).tolist() == met


def test_no_tokens_are_met_in_an_empty_sentence():
    assert outputs().tokens_in(Span(0, 5)) == slice(0, 0)


def test_mean_row_is_numpys_to_the_bit():
    rows = np.random.default_rng(0).normal(size=(200, 7, 13)).astype(np.float32)
    for count in range(1, 8):
        for each in rows[:, :count]:
            assert mean_row(each).tobytes() == each.mean(axis=0).tobytes()
