import random

from slantwise.encode.tokens import SentenceTokenizer
from slantwise.train.drawing import Pool, draw, epoch_batches, length_batches
from slantwise.train.examples import Example, Mention
from slantwise.train.features import to_features
from slantwise.train.recipe import SourceSettings, StageSettings


def pool(examples: list[Example], **settings: object) -> Pool:
    source = SourceSettings("x", "train", ("loaded",), **settings)  # type: ignore[arg-type]
    return Pool(source, tuple(examples))


MARKED = [Example(f"m{n}", "ann lied", loaded=((4, 8),)) for n in range(10)]
EMPTY = [Example(f"e{n}", "ann left", loaded=()) for n in range(10)]


def test_empty_examples_are_thinned_and_marked_ones_kept() -> None:
    found = draw(pool(MARKED + EMPTY, keep_empty=0.0), random.Random(1))
    assert found == MARKED


def test_an_epoch_takes_a_sample() -> None:
    found = draw(pool(MARKED + EMPTY, per_epoch=5), random.Random(1))
    assert len({example.id for example in found}) == 5


def test_swapping_touches_the_share_asked_for() -> None:
    named = [Example("a", "Ann left", mentions=(Mention((0, 3), 1),))]
    named += [Example("b", "Bob left", mentions=(Mention((0, 3), 1),))]
    swapped = draw(pool(named, swap=1.0), random.Random(0))
    assert all(example.text in {"Ann left", "Bob left"} for example in swapped)
    assert draw(pool(named), random.Random(0)) == named


def test_every_sentence_is_in_one_batch_of_like_length(tokenizer: SentenceTokenizer) -> None:
    texts = ["ann " * (1 + n % 7) for n in range(30)]
    features = to_features([Example(t, t) for t in texts], tokenizer)
    batches = length_batches(features, 4, random.Random(2))
    assert sorted(len(f.ids) for b in batches for f in b) == sorted(len(f.ids) for f in features)
    assert all(max(len(f.ids) for f in b) - min(len(f.ids) for f in b) <= 1 for b in batches)


def test_an_epoch_is_the_same_for_the_same_seed(tokenizer: SentenceTokenizer) -> None:
    stage = StageSettings("s", 1, 4, 16, 1e-3, 1e-3, 0.1, ())
    pools = [pool(MARKED + EMPTY, per_epoch=12)]
    first = epoch_batches(pools, stage, tokenizer, "7-s-0")
    assert first == epoch_batches(pools, stage, tokenizer, "7-s-0")
    assert first != epoch_batches(pools, stage, tokenizer, "7-s-1")
