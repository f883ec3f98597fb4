"""Fit whom findings fall on, on our own training sentences.

    python scripts/fit_hits.py [--model base] [--blur 6] [--folds 3] [--out FILE]

The labelled spans of corpora/framing's train split are taken as given; a choice among the mentions
near each (McFadden 1974, conditional logit, the log-odds from a network of one small layer) gives
the weights in `src/slantwise/framing/choosing.json`. The encoder has seen these sentences, so its
score is surer there than on new ones: normal noise is added to it, so much that by itself it is
right about as seldom as on the dev split (`--blur`, a standard deviation in log-odds; both shares
are printed). Shares of spans that fall on the right actor are given by cross-validation over topics
(`--folds`; 0 leaves it out) and for the dev split, which decides nothing here but the blur. The
test split is never read. Needs the extra `train`.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch

from slantwise import api
from slantwise.actors import link
from slantwise.clean import clean
from slantwise.encode import encode
from slantwise.evaluation.names import meant
from slantwise.framing import Cast, Chooser, Hit
from slantwise.framing.choosing import SHIPPED
from slantwise.framing.falling import SUREST
from slantwise.framing.reasons import REASONS
from slantwise.pipeline import Analyser, from_text
from slantwise.records import EncodedArticle, Kind, Linking, Span
from slantwise.segment import segment
from slantwise.voice import VoiceMap, attribute

FOLDER = Path(__file__).resolve().parent.parent / "corpora" / "framing"
_HEADS = [REASONS.index("head"), REASONS.index("head_elsewhere")]
_PICKED = REASONS.index("picked")
_REPICKED = 0.15
"""Share of picks drawn anew; the pick is then right as seldom on train as on dev."""
_DRAWS = 3
"""Times that each choice is learned from, each with noise of its own."""
_UNITS = 24
_EPOCHS = 6
_BATCH = 64
_MOST = 30
"""Mentions of one choice that are learned from; later ones are left out."""


@dataclass(frozen=True)
class Choice:
    """One labelled span and those it may fall on.

    Attributes:
        topic: of its item.
        values: what is weighed [mention, reason].
        right: whether each is of a labelled actor [mention].
    """

    topic: str
    values: np.ndarray
    right: np.ndarray


def choices(analyser: Analyser, path: Path) -> list[Choice]:
    """The labelled spans with actors of a split, in order."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if any(span["actors"] for span in line["spans"])]
    articles = [clean(from_text(line["text"], id=line["id"])) for line in lines]
    encoded = encode(((a, *segment(a)) for a in articles), analyser.encoder)
    found = []
    for line, article in zip(lines, encoded, strict=True):
        linking = link(article, attribute(article, analyser.cues), analyser.table)
        cast = Cast(article, linking)
        spans = [span for span in line["spans"] if span["actors"]]
        found += [_choice(line["topic"], span, article, linking, cast) for span in spans]
    return found


def _choice(
    topic: str, span: dict[str, Any], article: EncodedArticle, linking: Linking, cast: Cast
) -> Choice:
    text = article.text
    at_text: Any = SimpleNamespace(actors=linking.actors, mentions=linking.mentions, text=text)
    gold = {actor for name in span["actors"] for actor in meant([name], at_text)}
    kind, where = Kind(span["kinds"][0]), Span(span["start"], span["end"])
    at = max(s.index for s in article.sentences if s.span.start <= where.start or not s.index)
    _, attribution = VoiceMap(linking.attributions).at(where)
    claims = cast.claims(Hit(where, kind, attribution), at)
    values = np.array([c.values for c in claims], dtype=np.float64).reshape(-1, len(REASONS))
    right = np.array([c.mention.actor in gold for c in claims], dtype=bool)
    return Choice(topic, values, right)


def blurred(found: Sequence[Choice], blur: float, *, seed: int) -> list[Choice]:
    """The choices with noise on what the encoder says.

    Some picks of the sentence, which rest on the encoder too, go to the mention that it then holds
    likeliest.
    """
    chance = np.random.default_rng(seed)
    made = []
    for one in found:
        values = one.values.copy()
        noise = chance.normal(0.0, blur, len(values))
        for column in _HEADS:
            scores = values[:, column]
            values[:, column] = np.where(scores == 0, 0, np.clip(scores + noise, -SUREST, SUREST))
        told = values[:, _HEADS[0]] != 0
        if told.any() and chance.random() < _REPICKED:
            scores = np.where(told, values[:, _HEADS[0]], -np.inf)
            values[:, _PICKED] = scores == scores.max()
        made.append(Choice(one.topic, values, one.right))
    return made


def fit(found: Sequence[Choice]) -> Chooser:
    """Weights under which the right mentions are likeliest."""
    told = [c for c in found if c.right[:_MOST].any() and not c.right.all()]
    every = np.concatenate([c.values for c in told])
    mean, scale = every.mean(axis=0), every.std(axis=0) + 1e-3
    torch.manual_seed(0)
    first, last = torch.nn.Linear(len(REASONS), _UNITS), torch.nn.Linear(_UNITS, 1, bias=False)
    net = torch.nn.Sequential(
        torch.nn.Dropout(0.1), first, torch.nn.ReLU(), torch.nn.Dropout(0.2), last
    )
    _learn(net, *(torch.tensor(part) for part in _padded(told, mean, scale)))
    into = first.weight.detach().numpy().T.astype(np.float64) / scale[:, None]
    bias = first.bias.detach().numpy().astype(np.float64) - mean @ into
    out = last.weight.detach().numpy()[0].astype(np.float64)
    return Chooser(into.round(4), bias.round(4), out.round(4))


def _learn(
    net: torch.nn.Module, values: torch.Tensor, right: torch.Tensor, real: torch.Tensor
) -> None:
    steps = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=1e-2)
    slower = torch.optim.lr_scheduler.CosineAnnealingLR(steps, _EPOCHS)
    for _ in range(_EPOCHS):
        order = torch.randperm(len(values))
        for batch in (order[at : at + _BATCH] for at in range(0, len(order), _BATCH)):
            weighed = net(values[batch]).squeeze(-1).masked_fill(~real[batch], -1e9)
            chances = torch.log_softmax(weighed, dim=1).masked_fill(~right[batch], -1e9)
            loss = -torch.logsumexp(chances, dim=1).mean()
            steps.zero_grad()
            torch.autograd.backward(loss)
            steps.step()
        slower.step()


def _padded(
    told: Sequence[Choice], mean: np.ndarray, scale: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Values [choice, mention, reason], which are right and which are real [choice, mention]."""
    most = min(_MOST, max(len(c.right) for c in told))
    values = np.zeros((len(told), most, len(REASONS)), dtype=np.float32)
    right = np.zeros((len(told), most), dtype=bool)
    real = np.zeros((len(told), most), dtype=bool)
    for row, one in enumerate(told):
        n = min(most, len(one.right))
        values[row, :n] = ((one.values - mean) / scale)[:n]
        right[row, :n] = one.right[:n]
        real[row, :n] = True
    return values, right, real


def share(found: Sequence[Choice], chooser: Chooser) -> float:
    """Share of spans whose likeliest mention is of a labelled actor."""
    hits = [bool(len(c.right)) and bool(c.right[chooser.weigh(c.values).argmax()]) for c in found]
    return float(np.mean(hits))


def drawn(found: Sequence[Choice], blur: float) -> list[Choice]:
    """The choices to learn from."""
    return [one for seed in range(1, _DRAWS + 1) for one in blurred(found, blur, seed=seed)]


def by_folds(found: Sequence[Choice], blur: float, n_folds: int) -> float:
    """Share of spans that fall right where no item of their topic was learned from."""
    topics = sorted({one.topic for one in found})
    order = np.random.default_rng(0).permutation(len(topics))
    folds = {topic: int(order[i]) % n_folds for i, topic in enumerate(topics)}
    total = 0.0
    for fold in range(n_folds):
        new = [one for one in found if folds[one.topic] == fold]
        chooser = fit(drawn([one for one in found if folds[one.topic] != fold], blur))
        total += len(new) * share(blurred(new, blur, seed=0), chooser)
    return total / len(found)


def by_head_alone(found: Sequence[Choice]) -> float:
    """Share of spans with a choice that the encoder's score alone decides rightly."""
    told = []
    for one in found:
        scores = one.values[:, _HEADS[0]]
        here = scores != 0
        if here.sum() > 1 and one.right[here].any() and not one.right[here].all():
            told.append(one.right[here][scores[here].argmax()])
    return float(np.mean(told))


def write(chooser: Chooser, path: Path) -> None:
    """Write the weights: a row of units for each reason, and the layer behind them."""
    rows = zip(REASONS, chooser.into.tolist(), strict=True)
    reasons = ",\n".join(f"    {json.dumps(name)}: {json.dumps(row)}" for name, row in rows)
    bias, out = json.dumps(chooser.bias.tolist()), json.dumps([float(w) for w in chooser.out])
    text = f'{{\n  "reasons": {{\n{reasons}\n  }},\n  "bias": {bias},\n  "out": {out}\n}}\n'
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="base")
    parser.add_argument("--blur", type=float, default=6.0)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    arguments = parser.parse_args()
    analyser = api.load(arguments.model)
    seen = choices(analyser, FOLDER / "train.jsonl")
    train = blurred(seen, arguments.blur, seed=0)
    dev = choices(analyser, FOLDER / "dev.jsonl")
    print(
        f"the encoder's score alone: dev {by_head_alone(dev):.3f}, train "
        f"{by_head_alone(seen):.3f}, train blurred {by_head_alone(train):.3f}"
    )
    for name, part in (("train", train), ("dev", dev)):
        met = float(np.mean([one.right.any() for one in part]))
        print(f"{name}: {len(part)} spans, a labelled actor is near {met:.3f} of them")
    if arguments.folds:
        right = by_folds(seen, arguments.blur, arguments.folds)
        print(f"right by cross-validation on train: {right:.3f}")
    chooser = fit(drawn(seen, arguments.blur))
    print(f"right with these weights: train {share(train, chooser):.3f}, ", end="")
    print(f"dev {share(dev, chooser):.3f}")
    write(chooser, arguments.out)


if __name__ == "__main__":
    main()
