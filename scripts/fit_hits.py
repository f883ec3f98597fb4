"""Fit whom findings fall on, on our own training sentences.

    python scripts/fit_hits.py [--model base] [--items 6667] [--blur 5]

The labelled spans of corpora/framing's train split are taken as given; a choice among the mentions
near each (McFadden 1974, conditional logit) gives the weights printed at the end, which stand in
`slantwise.framing.settings` as `FALLS_ON` and `LEFT_OUT`. The encoder has seen these sentences, so
its score is surer there than on new ones: normal noise is added to it, so much that by itself it
is right as seldom as on the dev split (`--blur`, a standard deviation in log-odds; both shares are
printed). Shares of spans that fall on the right actor are given for the dev split, which decides
nothing here but the blur. The test split is never read.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from scipy.optimize import minimize

from slantwise import api
from slantwise.actors import link
from slantwise.clean import clean
from slantwise.encode import encode
from slantwise.evaluation.names import meant
from slantwise.framing import Cast, FramingSettings, Hit, HitWeights
from slantwise.pipeline import Analyser, from_text
from slantwise.records import EncodedArticle, Kind, Linking, Span
from slantwise.segment import segment
from slantwise.voice import VoiceMap, attribute

FOLDER = Path(__file__).resolve().parent.parent / "corpora" / "framing"
_PENALTY = 5.0
_SCORES = [i for i, field in enumerate(fields(HitWeights)) if field.name.startswith("head")]
_HERE = _SCORES[0]


@dataclass(frozen=True)
class Choice:
    """One labelled span and those it may fall on.

    Attributes:
        left_out: whether its kind is `agency`.
        values: what is weighed [mention, weight].
        right: whether each is of a labelled actor [mention].
    """

    left_out: bool
    values: np.ndarray
    right: np.ndarray


def choices(analyser: Analyser, path: Path, items: int) -> list[Choice]:
    """The labelled spans with actors of the first items of a split, in order."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines[:items] if any(span["actors"] for span in line["spans"])]
    articles = [clean(from_text(line["text"], id=line["id"])) for line in lines]
    encoded = encode(((a, *segment(a)) for a in articles), analyser.encoder)
    found = []
    for line, article in zip(lines, encoded, strict=True):
        linking = link(article, attribute(article, analyser.cues), analyser.table)
        spans = [span for span in line["spans"] if span["actors"]]
        found += [_choice(span, article, linking) for span in spans]
    return found


def _choice(span: dict[str, Any], article: EncodedArticle, linking: Linking) -> Choice:
    text = article.text
    at_text: Any = SimpleNamespace(actors=linking.actors, mentions=linking.mentions, text=text)
    gold = {actor for name in span["actors"] for actor in meant([name], at_text)}
    kind, where = Kind(span["kinds"][0]), Span(span["start"], span["end"])
    at = max(s.index for s in article.sentences if s.span.start <= where.start or not s.index)
    _, attribution = VoiceMap(linking.attributions).at(where)
    claims = Cast(article, linking).claims(Hit(where, kind, attribution), at)
    values = np.array([c.values for c in claims]).reshape(-1, len(fields(HitWeights)))
    right = np.array([c.mention.actor in gold for c in claims], dtype=bool)
    return Choice(kind is Kind.AGENCY, values, right)


def fit(found: Sequence[Choice], blur: float) -> np.ndarray:
    """Weights [weight] under which the right mentions are likeliest, with a ridge penalty."""
    told = [c for c in found if c.right.any() and not c.right.all()]
    values = np.concatenate([c.values for c in told])
    noise = np.random.default_rng(1).normal(0.0, blur, len(values))
    for column in _SCORES:
        values[:, column] += noise * (values[:, column] != 0)
    right = np.concatenate([c.right for c in told])
    lengths = np.array([len(c.right) for c in told])
    starts = np.cumsum(lengths) - lengths

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total = values @ weights
        each = np.exp(total - np.repeat(np.maximum.reduceat(total, starts), lengths))
        whole = np.add.reduceat(each, starts)
        chosen = np.maximum(np.add.reduceat(each * right, starts), 1e-30)
        off = each / np.repeat(whole, lengths) - each * right / np.repeat(chosen, lengths)
        penalty = _PENALTY / 2 * float(weights @ weights)
        gradient = values.T @ off + _PENALTY * weights
        return float((np.log(whole) - np.log(chosen)).sum()) + penalty, gradient

    zeros = np.zeros(values.shape[1])
    return np.asarray(minimize(loss, zeros, jac=True, method="L-BFGS-B").x)


def share(found: Sequence[Choice], weights: np.ndarray) -> float:
    """Share of spans whose likeliest mention is of a labelled actor."""
    hits = [bool(len(c.right)) and bool(c.right[(c.values @ weights).argmax()]) for c in found]
    return float(np.mean(hits))


def by_head_alone(found: Sequence[Choice], blur: float) -> float:
    """Share of spans with a choice that the encoder's blurred score alone decides rightly."""
    chance = np.random.default_rng(2)
    told = []
    for one in found:
        here = one.values[:, _HERE] != 0
        if here.sum() > 1 and one.right[here].any() and not one.right[here].all():
            score = one.values[here, _HERE] + chance.normal(0.0, blur, int(here.sum()))
            told.append(one.right[here][score.argmax()])
    return float(np.mean(told))


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="base")
    parser.add_argument("--items", type=int, default=1_000_000)
    parser.add_argument("--blur", type=float, default=5.0)
    arguments = parser.parse_args()
    analyser = api.load(arguments.model)
    train = choices(analyser, FOLDER / "train.jsonl", arguments.items)
    dev = choices(analyser, FOLDER / "dev.jsonl", arguments.items)
    print(
        f"the encoder's score alone: dev {by_head_alone(dev, 0.0):.3f}, train "
        f"{by_head_alone(train, 0.0):.3f}, train blurred {by_head_alone(train, arguments.blur):.3f}"
    )
    settings = FramingSettings()
    for name, left_out, now in (
        ("FALLS_ON", False, settings.falls_on),
        ("LEFT_OUT", True, settings.left_out),
    ):
        mine, new = ([c for c in part if c.left_out == left_out] for part in (train, dev))
        weights = fit(mine, arguments.blur)
        print(f"{name}: {len(mine)} train spans, {len(new)} dev spans")
        print(f"  right with these weights: train {share(mine, weights):.3f}, ", end="")
        print(f"dev {share(new, weights):.3f}; ", end="")
        print(f"with those that stand: dev {share(new, np.array(astuple(now))):.3f}")
        for field, value in zip(fields(HitWeights), weights, strict=True):
            print(f"    {field.name}={value:.2f},")


if __name__ == "__main__":
    main()
