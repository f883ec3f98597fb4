import numpy as np
import pytest

from slantwise.train.examples import ClassSpan, Example, Mention, Pair
from slantwise.train.items import (
    bias_items,
    directed_items,
    loaded_tokens,
    loaded_words,
    stance_items,
    technique_spans,
    token_items,
)
from slantwise.train.reading import Reading

TEXT = "a hoaxer lied"
OFFSETS = [(0, 0), (0, 1), (2, 6), (6, 8), (9, 13), (0, 0)]


def reading() -> Reading:
    technique = np.full((6, 15), -9.0, dtype=np.float32)
    technique[2:4, 14] = 9.0
    heads = {
        "bias": np.float32(1.5),
        "loaded": np.array([9, -1, -2, 3, 0, 9], dtype=np.float32),
        "stance": np.eye(6, 3, dtype=np.float32),
        "holder": np.ones((6, 3, 2), dtype=np.float32),
        "target": np.ones((6, 3, 2), dtype=np.float32),
        "technique": technique,
    }
    return Reading(OFFSETS, heads)  # type: ignore[arg-type]


def test_a_word_takes_its_highest_token() -> None:
    example = Example("1", TEXT, loaded=((2, 8),))
    items = loaded_words([example], [reading()])
    assert items.logits.tolist() == [-1.0, 3.0, 0.0]
    assert items.gold.tolist() == [0, 1, 0]


def test_tokens_are_scored_one_by_one() -> None:
    items = loaded_tokens([Example("1", TEXT, loaded=((2, 8),))], [reading()])
    assert items.logits.tolist() == [-1.0, -2.0, 3.0, 0.0]
    assert items.gold.tolist() == [0, 1, 1, 0]


def test_unlabelled_sentences_give_no_items() -> None:
    example = Example("1", TEXT)
    assert len(loaded_words([example], [reading()]).gold) == 0
    assert len(bias_items([example], [reading()]).gold) == 0
    assert len(stance_items([example], [reading()]).gold) == 0


def test_mentions_pairs_and_bias() -> None:
    example = Example(
        "1",
        TEXT,
        biased=True,
        mentions=(Mention((2, 8), 2),),
        pairs=(Pair((0, 1), (9, 13), 0),),
    )
    assert bias_items([example], [reading()]).logits.tolist() == [1.5]
    stance = stance_items([example], [reading()])
    # Tokens 2 and 3 hold [0, 0, 1] and [0, 0, 0].
    assert stance.logits.tolist() == [[0.0, 0.0, 0.5]]
    assert stance.gold.tolist() == [2]
    # 1·1 summed over rank 2.
    assert directed_items([example], [reading()]).logits.tolist() == [[2.0, 2.0, 2.0]]


def test_token_items_leave_out_cls_and_sep() -> None:
    example = Example("1", TEXT, techniques=(ClassSpan((2, 6), 14),))
    items = token_items([example], [reading()], "technique", 14)
    assert items.gold.tolist() == [0, 1, 0, 0]


def test_found_tokens_are_joined_to_spans() -> None:
    example = Example("1", TEXT, techniques=(ClassSpan((2, 13), 14),))
    counts = technique_spans([example], [reading()], 14, (1.0, 0.5))
    # Found 2..8 inside gold 2..13: precision 1, recall 6/11.
    assert (counts.n_found, counts.n_gold, counts.precision) == (1, 1, 1.0)
    assert counts.recall == pytest.approx(6 / 11)


def test_halves_part_the_items() -> None:
    examples = [Example(t, t, biased=True) for t in ("a", "b", "c", "d", "e")]
    items = bias_items(examples, [reading()] * 5)
    assert len(items.half(chosen=True).gold) + len(items.half(chosen=False).gold) == 5
