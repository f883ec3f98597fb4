"""The network: a BERT trunk and eight heads that all read one forward pass.

Sits between the batches and the losses; `export` turns it into the shipped graph.
"""

from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import AutoModel

from slantwise.train.labels import ATTRIBUTED, KINDS, STANCES, TECHNIQUES

# A score that softmax turns into an exact zero in fp32, and that bf16 can hold.
MASKED_SCORE = -10_000.0


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


class Trunk(nn.Module):
    """Token states of a BERT encoder with the attention mask built inside."""

    def __init__(self, bert: nn.Module) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """States [batch, tokens, width]; token types are 0 throughout."""
        embeddings = self.bert.get_submodule("embeddings")
        states: Tensor = embeddings(input_ids=input_ids, token_type_ids=torch.zeros_like(input_ids))
        blocked = (1.0 - attention_mask[:, None, None, :].to(states.dtype)) * MASKED_SCORE
        for layer in self.bert.get_submodule("encoder.layer").children():
            states = layer(states, blocked)
        return states


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


class PairHead(nn.Module):
    """Factors of directed stance: the score of a pair is their product summed over rank.

    The last two ranks hold a constant on one side, so that the sum also carries a score of the
    holder alone and a score of the target alone.
    """

    def __init__(self, width: int, hidden: int, rank: int, dropout: float) -> None:
        super().__init__()
        self.rank = rank
        n_out = len(STANCES) * (rank - 1)
        self.holder = TokenHead(width, hidden, n_out, dropout)
        self.target = TokenHead(width, hidden, n_out, dropout)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """Holder and target factors, each [batch, tokens, 3, rank]."""
        shape = (states.shape[0], states.shape[1], len(STANCES), self.rank - 1)
        holder = self.holder(states).view(shape)
        target = self.target(states).view(shape)
        one = torch.ones_like(holder[..., :1])
        return (
            torch.cat([holder, one], dim=-1),
            torch.cat([target[..., :-1], one, target[..., -1:]], dim=-1),
        )


class Network(nn.Module):
    """Trunk and heads; `forward` gives `HeadLogits`."""

    def __init__(self, bert: nn.Module, *, width: int, hidden: int, rank: int, dropout: float):
        super().__init__()
        self.trunk = Trunk(bert)
        self.bias = SentenceHead(width, hidden, dropout)
        self.loaded = TokenHead(width, hidden, 1, dropout)
        self.kind = TokenHead(width, hidden, len(KINDS), dropout)
        self.technique = TokenHead(width, hidden, len(TECHNIQUES), dropout)
        self.stance = TokenHead(width, hidden, len(STANCES), dropout)
        self.pair = PairHead(width, hidden, rank, dropout)
        self.attributed = TokenHead(width, hidden, len(ATTRIBUTED), dropout)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> HeadLogits:
        """Logits of all heads for int64 [batch, tokens] ids and mask (1 = a token)."""
        states = self.trunk(input_ids, attention_mask)
        holder, target = self.pair(states)
        return HeadLogits(
            bias=self.bias(states, attention_mask),
            loaded=self.loaded(states).squeeze(-1),
            kind=self.kind(states),
            technique=self.technique(states),
            stance=self.stance(states),
            holder=holder,
            target=target,
            attributed=self.attributed(states),
        )

    def head_parameters(self) -> list[nn.Parameter]:
        """Parameters outside the trunk, which learn at their own rate."""
        return [p for name, p in self.named_parameters() if not name.startswith("trunk.")]


def build_network(weights: Path, *, hidden: int, rank: int, dropout: float) -> Network:
    """A network on the encoder saved in the folder `weights` (config.json, model.safetensors).

    The heads start from torch's present random state; seed it first.
    """
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
    return Network(bert, width=width, hidden=hidden, rank=rank, dropout=dropout)
