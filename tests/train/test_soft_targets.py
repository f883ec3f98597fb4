import math

import numpy as np
import pytest
import torch

from slantwise.train.examples import SoftLabels, SoftPair
from slantwise.train.network import HeadLogits
from slantwise.train.soft_targets import columns_of, soft_losses, soft_targets


def zeros(batch: int, tokens: int) -> HeadLogits:
    shape = (batch, tokens)
    widths = {"kind": 13, "technique": 15, "stance": 3, "attributed": 3, "tag": 49, "entity": 19}
    factors = {"holder": (3, 4), "target": (3, 4), "hit_from": (4,), "hit_on": (4,)}
    return HeadLogits(
        bias=torch.zeros(batch),
        loaded=torch.zeros(shape),
        **{head: torch.zeros(*shape, n) for head, n in widths.items()},
        **{head: torch.zeros(*shape, *sizes) for head, sizes in factors.items()},
    )


def labels(tasks: set[str], tokens: np.ndarray, **values: object) -> SoftLabels:  # type: ignore[type-arg]
    given = {"bias": 0.0, "nouns": (), "pairs": ()} | values
    return SoftLabels(tasks=frozenset(tasks), tokens=tokens.astype(np.float16), **given)  # type: ignore[arg-type]


def test_a_sure_teacher_and_an_undecided_student() -> None:
    tokens = np.zeros((4, 35))
    # Token 1 is loaded beyond doubt; token 2 is favoured three times as likely as each other class.
    tokens[1, columns_of("loaded")] = 100.0
    tokens[2, columns_of("stance")] = [0.0, 0.0, math.log(3)]
    label = labels({"bias", "loaded", "stance"}, tokens, bias=100.0, nouns=(2,))
    found = soft_losses(zeros(2, 5), soft_targets([label, None], 5))
    # Undecided logits give ln 2 against any teacher, and ln 3 against any over three classes.
    assert found["bias"].item() == pytest.approx(math.log(2))
    assert found["loaded"].item() == pytest.approx(math.log(2))
    assert found["stance"].item() == pytest.approx(math.log(3))
    assert set(found) == {"bias", "loaded", "stance"}


def test_the_loss_is_least_where_student_and_teacher_agree() -> None:
    tokens = np.zeros((3, 35))
    tokens[1, columns_of("stance")] = [1.0, 0.0, -1.0]
    targets = soft_targets([labels({"stance"}, tokens, nouns=(1,))], 3)
    heads = zeros(1, 3)
    heads.stance[0, 1] = torch.tensor([1.0, 0.0, -1.0])
    p = [math.exp(x) / sum(math.exp(y) for y in (1, 0, -1)) for x in (1, 0, -1)]
    entropy = -sum(x * math.log(x) for x in p)
    assert soft_losses(heads, targets)["stance"].item() == pytest.approx(entropy, abs=1e-4)
    heads.stance[0, 1] = torch.tensor([0.0, 0.0, 0.0])
    assert soft_losses(heads, targets)["stance"].item() > entropy + 0.1


def test_pairs_are_taught_on_their_tokens() -> None:
    pair = SoftPair(holder=(1,), target=(2, 3), logits=(0.0, 0.0, 0.0))
    label = labels({"directed"}, np.zeros((5, 35)), pairs=(pair,))
    heads = zeros(1, 5)
    assert soft_losses(heads, soft_targets([label], 5))["directed"].item() == pytest.approx(
        math.log(3)
    )


def test_a_batch_that_nobody_teaches_has_no_loss() -> None:
    assert soft_losses(zeros(2, 4), soft_targets([None, None], 4)) == {}
