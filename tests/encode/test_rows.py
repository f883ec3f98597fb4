import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from slantwise.encode.rows import Row, make_batches, make_rows, pad
from slantwise.encode.tokens import SentenceTokenizer


@pytest.fixture(scope="module")
def tokenizer() -> SentenceTokenizer:
    """One token a word; [CLS] is 0, [SEP] is 1."""
    words = {"[CLS]": 0, "[SEP]": 1, "a": 2, "b": 3, "c": 4, "[UNK]": 5}
    made = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 0), ("[SEP]", 1)]
    )
    return SentenceTokenizer(made)


def test_a_short_sentence_gives_one_row_of_the_smallest_bucket(tokenizer):
    (row,) = make_rows(["a b"], tokenizer, (4, 8))
    assert row == Row(0, (0, 2, 3, 1), ((0, 1), (2, 3)), 4)


def test_a_long_sentence_is_read_in_windows_and_nothing_is_lost(tokenizer):
    # Buckets end at 4: two words a window; "a b c a b" gives 2 + 2 + 1 words.
    rows = make_rows(["a b c a b"], tokenizer, (3, 4))
    assert [len(row.offsets) for row in rows] == [2, 2, 1]
    assert [row.length for row in rows] == [4, 4, 3]
    assert [offset for row in rows for offset in row.offsets] == [
        (0, 1), (2, 3), (4, 5), (6, 7), (8, 9),
    ]  # fmt: skip
    assert all(row.ids[0] == 0 and row.ids[-1] == 1 for row in rows)


def test_an_empty_sentence_gives_a_row_without_tokens(tokenizer):
    (row,) = make_rows([""], tokenizer, (4,))
    assert row.offsets == ()


def test_batches_hold_one_length_and_every_row_once():
    rows = [Row(n, (), (), length) for n, length in enumerate([16, 24, 16, 16, 24])]
    batches = list(make_batches(rows, max_tokens=32))
    assert batches == [[0, 2], [3], [1], [4]]


def test_padding_is_masked():
    ids, mask = pad([Row(0, (7, 8), (), 4), Row(1, (7, 8, 9), (), 4)])
    assert np.array_equal(ids, [[7, 8, 0, 0], [7, 8, 9, 0]])
    assert np.array_equal(mask, [[1, 1, 0, 0], [1, 1, 1, 0]])
