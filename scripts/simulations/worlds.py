"""Two invented outlets whose true loaded stretches or stances are known, and a model that errs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from slantwise.coding.frame import ABSTAINED, FINDING, LIKELY, NONE, SURE, Frame
from slantwise.coding.records import Task

SENTENCES, WORDS = 18, 22
"""Mean sentences an article, and own-voice words a sentence."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Scene:
    """Two outlets and a model.

    Attributes:
        name: what is varied.
        truth: findings per 1,000 words of each outlet; for stance, the mean of each.
        recall: share of true stretches that the model finds, by outlet.
        invented: stretches that the model invents per 1,000 words, by outlet; for stance, how
            far the model's score is moved.
        stance: whether stance is compared.
    """

    name: str
    truth: tuple[float, float]
    recall: tuple[float, float] = (0.7, 0.7)
    invented: tuple[float, float] = (2.0, 2.0)
    stance: bool = False

    @property
    def gap(self) -> float:
        """The difference that the interval should cover."""
        return self.truth[0] - self.truth[1]


@dataclass(frozen=True, eq=False)
class World:
    """One invented run: its frame, the true values, and the denominators by article."""

    frame: Frame
    values: Floats
    words: Floats
    event: Ints


def world(scene: Scene, n_events: int, random: np.random.Generator) -> World:
    """Two outlets with one article each on every event."""
    factor = (
        random.gamma(4, 1 / 4, n_events) if not scene.stance else random.normal(0, 0.2, n_events)
    )
    outlet = np.repeat([0, 1], n_events)
    event = np.tile(np.arange(n_events), 2)
    mean = 6 if scene.stance else SENTENCES
    n_units = np.maximum(2, random.poisson(mean, 2 * n_events))
    article = np.repeat(np.arange(2 * n_events), n_units)
    make = _stances if scene.stance else _sentences
    values, predicted, label, probability, band = make(
        scene, outlet, factor[event], article, random
    )
    frame = Frame(
        task=Task.STANCE if scene.stance else Task.FRAMING,
        ids=tuple(map(str, range(2 * n_events))),
        outlets=("first", "second"),
        outlet=outlet,
        article=article,
        place=np.arange(len(article)),
        label=label,
        probability=probability,
        predicted=predicted[:, None],
        band=band,
        actors=(),
        actor=np.zeros(len(article), np.int64),
    )
    words = np.ones(2 * n_events) if scene.stance else WORDS * n_units.astype(np.float64)
    return World(frame, values, words, event)


Made = tuple[Floats, Floats, Ints, Floats, Ints]


def _sentences(
    scene: Scene, outlet: Ints, factor: Floats, article: Ints, random: np.random.Generator
) -> Made:
    """True and found stretches of every sentence, with the model's band."""
    mine = outlet[article]
    own = random.gamma(4, 1 / 4, len(outlet))
    rate = np.array(scene.truth)[mine] / 1000 * WORDS * (factor * own)[article]
    true = random.poisson(rate)
    found = random.binomial(true, np.array(scene.recall)[mine])
    found += random.poisson(np.array(scene.invented)[mine] / 1000 * WORDS)
    confidence = np.clip(random.normal(0.65 + 0.15 * (true > 0), 0.15), 0.4, 1)
    biased = np.clip(random.normal(0.25 + 0.25 * (true > 0), 0.15), 0, 1)
    hit = found > 0
    band = np.where(hit, 2 + (confidence >= SURE), (biased >= LIKELY).astype(np.int64))
    probability = np.where(hit, confidence, biased)
    label = np.where(hit, FINDING, NONE)
    return true.astype(float), found.astype(float), label, probability, band.astype(np.int64)


def _stances(
    scene: Scene, outlet: Ints, factor: Floats, article: Ints, random: np.random.Generator
) -> Made:
    """True and expected stance of every mention, with the model's band."""
    mine = outlet[article]
    mean = np.clip(np.array(scene.truth)[mine] + np.clip(factor[article], -0.5, 0.5), -0.8, 0.8)
    loaded = random.random(len(mine)) < np.maximum(np.abs(mean), 0.5)
    sign = np.where(
        random.random(len(mine)) < (1 + mean / np.maximum(np.abs(mean), 0.5)) / 2, 1, -1
    )
    true = np.where(loaded, sign, 0)
    score = np.clip(
        0.6 * true + np.array(scene.invented)[mine] + random.normal(0, 0.35, len(mine)), -1, 1
    )
    probability = np.clip(0.4 + np.abs(score) * 0.6, 0, 1)
    label = np.where(score < -0.25, 0, np.where(score > 0.25, 2, 1))
    label = np.where(probability < 0.45, ABSTAINED, label)
    band = np.where(label == ABSTAINED, 6, label + 3 * (probability >= SURE))
    return true.astype(float), score, label, probability, band
