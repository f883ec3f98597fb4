"""The network: a pretrained trunk and heads that all read one forward pass.

Sits between the batches and the losses; `export` turns it into the shipped graph.
"""

from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

from slantwise.errors import ModelError
from slantwise.train.labels import ATTRIBUTED, ENTITIES, KINDS, STANCES, TAGS, TECHNIQUES
from slantwise.train.trunk import TRUNKS


class HeadLogits(NamedTuple):
    """Logits of every head for one batch, in the order of `labels.HEADS`."""

    bias: Tensor
    """[batch]: the sentence is biased by word choice."""
    loaded: Tensor
    """[batch, tokens]: the token is loaded."""
    kind: Tensor
    """[batch, tokens, 13]: kinds, several may hold."""
    technique: Tensor
    """[batch, tokens, 15]: propaganda techniques, the last one is any of them."""
    stance: Tensor
    """[batch, tokens, 3]: against, neutral, favour; a mention takes the mean over its tokens."""
    holder: Tensor
    """[batch, tokens, 3, rank]: factor of the one who holds a directed stance."""
    target: Tensor
    """[batch, tokens, 3, rank]: factor of the one whom it is about."""
    attributed: Tensor
    """[batch, tokens, 3]: content, cue and source of attributed speech."""
    hit_from: Tensor
    """[batch, tokens, rank]: factor of loaded words that may fall on an actor."""
    hit_on: Tensor
    """[batch, tokens, rank]: factor of an actor whom they may fall on."""
    tag: Tensor
    """[batch, tokens, 49]: part of speech of the word that begins with the token."""
    entity: Tensor
    """[batch, tokens, 19]: entity class of the word that begins with the token."""


class TokenHead(nn.Module):
    """Logits a token from the token's state and the first token's, through one hidden layer."""

    def __init__(self, width: int, hidden: int, n_out: int, dropout: float) -> None:
        super().__init__()
        self.from_token = nn.Linear(width, hidden)
        self.from_first = nn.Linear(width, hidden, bias=False)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(hidden, n_out)

    def forward(self, states: Tensor) -> Tensor:
        """[batch, tokens, n_out] from [batch, tokens, width]."""
        hidden = self.from_token(states) + self.from_first(states[:, :1])
        logits: Tensor = self.out(self.dropout(nn.functional.gelu(hidden)))
        return logits


class SentenceHead(nn.Module):
    """One logit a sentence from the first token's state and the mean of the others."""

    def __init__(self, width: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.hidden = nn.Linear(2 * width, hidden)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(hidden, 1)

    def forward(self, states: Tensor, attention_mask: Tensor) -> Tensor:
        """[batch] from [batch, tokens, width] and [batch, tokens]."""
        weights = attention_mask[:, :, None].to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        joined = torch.cat([states[:, 0], mean], dim=-1)
        logits: Tensor = self.out(self.dropout(nn.functional.gelu(self.hidden(joined))))
        return logits.squeeze(-1)


class WordHead(nn.Module):
    """Logits a token from the token's state, through one hidden layer."""

    def __init__(self, width: int, hidden: int, n_out: int, dropout: float) -> None:
        super().__init__()
        self.hidden = nn.Linear(width, hidden)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(hidden, n_out)

    def forward(self, states: Tensor) -> Tensor:
        """[batch, tokens, n_out] from [batch, tokens, width]."""
        hidden = nn.functional.gelu(self.hidden(states))
        logits: Tensor = self.out(self.dropout(hidden))
        return logits


class PairHead(nn.Module):
    """Factors of a pair of spans: its score is their product summed over rank.

    The last two ranks hold a constant on one side, so that the sum also carries a score of the
    first span (the holder) alone and a score of the second (the target) alone.
    """

    def __init__(self, width: int, hidden: int, *, n_classes: int, rank: int, dropout: float):
        super().__init__()
        self.n_classes, self.rank = n_classes, rank
        n_out = n_classes * (rank - 1)
        self.holder = TokenHead(width, hidden, n_out, dropout)
        self.target = TokenHead(width, hidden, n_out, dropout)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """Holder and target factors, each [batch, tokens, classes, rank]."""
        shape = (states.shape[0], states.shape[1], self.n_classes, self.rank - 1)
        holder = self.holder(states).view(shape)
        target = self.target(states).view(shape)
        one = torch.ones_like(holder[..., :1])
        return (
            torch.cat([holder, one], dim=-1),
            torch.cat([target[..., :-1], one, target[..., -1:]], dim=-1),
        )


class Network(nn.Module):
    """Trunk and heads; `forward` gives `HeadLogits`."""

    def __init__(self, trunk: nn.Module, *, width: int, hidden: int, rank: int, dropout: float):
        super().__init__()
        self.trunk = trunk
        self.bias = SentenceHead(width, hidden, dropout)
        self.loaded = TokenHead(width, hidden, 1, dropout)
        self.kind = TokenHead(width, hidden, len(KINDS), dropout)
        self.technique = TokenHead(width, hidden, len(TECHNIQUES), dropout)
        self.stance = TokenHead(width, hidden, len(STANCES), dropout)
        self.pair = PairHead(width, hidden, n_classes=len(STANCES), rank=rank, dropout=dropout)
        self.attributed = TokenHead(width, hidden, len(ATTRIBUTED), dropout)
        self.hit = PairHead(width, hidden, n_classes=1, rank=rank, dropout=dropout)
        self.tag = WordHead(width, hidden, len(TAGS), dropout)
        self.entity = WordHead(width, hidden, len(ENTITIES), dropout)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> HeadLogits:
        """Logits of all heads for int64 [batch, tokens] ids and mask (1 = a token)."""
        lower, states = self.trunk(input_ids, attention_mask)
        holder, target = self.pair(states)
        hit_from, hit_on = self.hit(states)
        return HeadLogits(
            bias=self.bias(states, attention_mask),
            loaded=self.loaded(states).squeeze(-1),
            kind=self.kind(states),
            technique=self.technique(states),
            stance=self.stance(states),
            holder=holder,
            target=target,
            attributed=self.attributed(states),
            hit_from=hit_from.squeeze(-2),
            hit_on=hit_on.squeeze(-2),
            tag=self.tag(lower),
            entity=self.entity(lower),
        )

    def head_parameters(self) -> list[nn.Parameter]:
        """Parameters outside the trunk, which learn at their own rate."""
        return [p for name, p in self.named_parameters() if not name.startswith("trunk.")]


def build_network(weights: Path, *, hidden: int, rank: int, dropout: float) -> Network:
    """A network on the encoder saved in the folder `weights` (config.json, model.safetensors).

    The heads start from torch's present random state; seed it first.

    Raises:
        ModelError: the encoder is of a type that no trunk is written for.
    """
    kind = AutoConfig.from_pretrained(weights).model_type
    if kind not in TRUNKS:
        raise ModelError(
            f"{weights / 'config.json'}: model_type is {kind!r}, expected one of {sorted(TRUNKS)}"
        )
    # Plain attention traces to MatMul and Softmax, which every ONNX Runtime runs alike; without
    # dropout, which costs a tenth of a step on a CPU.
    bert = AutoModel.from_pretrained(
        weights,
        attn_implementation="eager",
        attention_probs_dropout_prob=0.0,
        add_pooling_layer=False,
        use_safetensors=True,
    )
    width: int = bert.config.hidden_size
    trunk = TRUNKS[kind](bert)
    return Network(trunk, width=width, hidden=hidden, rank=rank, dropout=dropout)
