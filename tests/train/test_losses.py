import math

import pytest
import torch

from slantwise.encode.tokens import SentenceTokenizer
from slantwise.train.batches import to_batch
from slantwise.train.examples import Example, Hit, Mention, Pair, Words
from slantwise.train.features import to_features
from slantwise.train.losses import losses, mention_logits, pair_logits, weighted_sum
from slantwise.train.network import HeadLogits


def zeros(batch: int, tokens: int) -> HeadLogits:
    shape = (batch, tokens)
    return HeadLogits(
        bias=torch.zeros(batch),
        loaded=torch.zeros(shape),
        kind=torch.zeros(*shape, 13),
        technique=torch.zeros(*shape, 15),
        stance=torch.zeros(*shape, 3),
        holder=torch.zeros(*shape, 3, 4),
        target=torch.zeros(*shape, 3, 4),
        attributed=torch.zeros(*shape, 3),
        hit_from=torch.zeros(*shape, 4),
        hit_on=torch.zeros(*shape, 4),
        tag=torch.zeros(*shape, 49),
        entity=torch.zeros(*shape, 19),
    )


def test_only_labelled_heads_have_a_loss_and_it_is_per_sentence(
    tokenizer: SentenceTokenizer,
) -> None:
    examples = [
        Example("1", "ann lied", biased=True),
        Example("2", "bob lied", mentions=(Mention((0, 3), 0), Mention((4, 8), 2))),
        Example("3", "a regime", loaded=((2, 8),)),
        Example("4", "ann bob", pairs=(Pair((0, 3), (4, 7), 1),)),
        Example("5", "bad bob", hits=(Hit((0, 3), (4, 7), falls=True),)),
        Example("6", "ann lied", words=Words(((0, 3), (4, 8)), (23, 37), (1, 0))),
    ]
    found = losses(zeros(6, 4), to_batch(to_features(examples, tokenizer)))
    # Zero logits: ln 2 for yes or no, ln n for n classes; six sentences in the batch. Words are
    # averaged over the sentence: ln 49 for the tag, ln 19 for the entity.
    expected = {
        "bias": math.log(2) / 6,
        "stance": 2 * math.log(3) / 6,
        "loaded": math.log(2) / 6,
        "directed": math.log(3) / 6,
        "hit": math.log(2) / 6,
        "words": (math.log(49) + math.log(19)) / 6,
    }
    assert {head: loss.item() for head, loss in found.items()} == pytest.approx(expected)
    weights = dict.fromkeys(expected, 0.0) | {"bias": 6.0}
    total = weighted_sum(found, weights)
    assert total.item() == pytest.approx(math.log(2))


def test_a_batch_without_labels_has_no_loss(tokenizer: SentenceTokenizer) -> None:
    batch = to_batch(to_features([Example("1", "ann lied")], tokenizer))
    assert losses(zeros(1, 4), batch) == {}


def test_mention_and_pair_logits_by_hand() -> None:
    logits = torch.tensor([[[1.0, 0.0, 0.0], [3.0, 2.0, 0.0]]])
    mean = mention_logits(logits, torch.tensor([0]), torch.tensor([[0.5, 0.5]]))
    assert mean.tolist() == [[2.0, 1.0, 0.0]]
    holder, target = torch.zeros(1, 2, 3, 4), torch.zeros(1, 2, 3, 4)
    holder[0, 0, 2] = torch.tensor([1.0, 2.0, 0.0, 0.0])
    target[0, 1, 2] = torch.tensor([3.0, 4.0, 9.0, 9.0])
    one = torch.tensor([[1.0, 0.0]])
    # 1·3 + 2·4 = 11 for favour.
    found = pair_logits((one, holder), (one.flip(1), target))
    assert found.tolist() == [[0.0, 0.0, 11.0]]
