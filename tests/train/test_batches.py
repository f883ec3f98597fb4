from pathlib import Path

import numpy as np
import pytest

from slantwise.encode.tokens import SentenceTokenizer, open_tokenizer
from slantwise.errors import ModelError
from slantwise.train.batches import to_batch
from slantwise.train.examples import (
    ClassSpan,
    Example,
    Hit,
    Mention,
    Pair,
    SoftLabels,
    Words,
)
from slantwise.train.features import to_features, tokens_of

# Tokens: [CLS] ann lied . [SEP]
LOADED = Example("1", "Ann lied.", loaded=((4, 8),), mentions=(Mention((0, 3), 0),))
BIASED = Example("2", "the regime is bad", biased=True, kinds=(ClassSpan((4, 10), 1),))
PAIR = Example("3", "Ann praised Bob.", pairs=(Pair((0, 3), (12, 15), 2),))


def test_targets_stand_on_their_tokens(tokenizer: SentenceTokenizer) -> None:
    batch = to_batch(to_features([LOADED, BIASED, PAIR], tokenizer))
    assert batch.input_ids.shape == (3, 6)
    assert batch.attention_mask.sum(1).tolist() == [5, 6, 6]
    assert batch.biased.tolist() == [-1.0, 1.0, -1.0]
    assert batch.classes["loaded"][0, :, 0].tolist() == [0, 0, 1, 0, 0, 0]
    assert batch.classes["kind"][1].nonzero().tolist() == [[2, 1]]
    # [CLS], [SEP] and padding never count, nor does a sentence without labels of the head.
    assert batch.labelled["loaded"].tolist() == [[0, 1, 1, 1, 0, 0], [0] * 6, [0] * 6]
    assert batch.labelled["kind"][1].tolist() == [0, 1, 1, 1, 1, 0]


def test_mentions_and_pairs_average_over_their_tokens(tokenizer: SentenceTokenizer) -> None:
    long = Example("4", "the mayor lied", mentions=(Mention((0, 9), 1),))
    batch = to_batch(to_features([PAIR, long], tokenizer))
    rows, weights, stances = batch.mentions
    assert (rows.tolist(), stances.tolist()) == ([1], [1])
    assert weights.tolist() == [[0, 0.5, 0.5, 0, 0, 0]]
    rows, holders, targets, stances = batch.pairs
    assert (rows.tolist(), stances.tolist()) == ([0], [2])
    assert holders.argmax(1).tolist() == [1]
    assert targets.argmax(1).tolist() == [3]


def test_hits_and_words_stand_on_their_tokens(tokenizer: SentenceTokenizer) -> None:
    text = "bad ann lied"
    example = Example(
        "1",
        text,
        hits=(Hit((0, 3), (4, 7), falls=True), Hit((8, 12), (4, 7), falls=False)),
        words=Words(((0, 3), (4, 7), (8, 10), (10, 12)), (16, 23, 37, 3), (0, 1, 0, 0)),
    )
    batch = to_batch(to_features([example, PAIR], tokenizer))
    rows, words, actors, falls = batch.hits
    assert (rows.tolist(), falls.tolist()) == ([0, 0], [1, 0])
    assert words.argmax(1).tolist() == [1, 3]
    assert actors.argmax(1).tolist() == [2, 2]
    # The word at 10 begins inside the token of "lied" and is left out.
    assert batch.tags[0].tolist() == [-1, 16, 23, 37, -1, -1]
    assert batch.entities[0].tolist() == [-1, 0, 1, 0, -1, -1]
    assert batch.tags[1].tolist() == [-1] * 6


def test_a_teacher_that_cuts_otherwise_is_refused(tokenizer: SentenceTokenizer) -> None:
    soft = SoftLabels(frozenset(["bias"]), 0.0, np.zeros((3, 35), np.float16), (), ())
    with pytest.raises(ModelError, match="teacher has 3 tokens, the student 5"):
        to_features([Example("1", "ann lied .", soft=soft)], tokenizer)


def test_a_mention_past_the_cut_is_dropped(encoder: Path) -> None:
    cutting = open_tokenizer(encoder / "tokenizer.json", max_tokens=4)
    (feature,) = to_features([PAIR], cutting)
    assert len(feature.ids) == 4
    assert feature.pairs == ()


def test_no_examples_give_no_features(tokenizer: SentenceTokenizer) -> None:
    assert to_features([], tokenizer) == []


def test_empty_offsets_hold_no_extent() -> None:
    assert tokens_of((0, 3), ((0, 0), (0, 3), (0, 0))) == (1,)
