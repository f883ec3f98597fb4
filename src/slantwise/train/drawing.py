"""What an epoch holds and in which order: sampling, swapping and batches of like length."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from slantwise.encode.tokens import SentenceTokenizer
from slantwise.train.examples import Example
from slantwise.train.features import Features, to_features
from slantwise.train.recipe import SourceSettings, StageSettings
from slantwise.train.swapping import name_pool, swapped

# Sentences are sorted by length within a stretch of this many batches: little padding, and the
# order of batches stays close to chance.
STRETCH = 50


@dataclass(frozen=True, slots=True)
class Pool:
    """The sentences of one source of a stage.

    Attributes:
        settings: the source's entry in the recipe.
        examples: its sentences, with the labels of the named heads only.
    """

    settings: SourceSettings
    examples: tuple[Example, ...]


def draw(pool: Pool, chance: random.Random) -> list[Example]:
    """One epoch's examples of one source: empty ones thinned, sampled, some names swapped."""
    settings = pool.settings
    kept = [e for e in pool.examples if not e.empty or chance.random() < settings.keep_empty]
    if settings.per_epoch and settings.per_epoch < len(kept):
        kept = chance.sample(kept, settings.per_epoch)
    if not settings.swap:
        return kept
    names = name_pool(pool.examples)
    return [swapped(e, names, chance) if chance.random() < settings.swap else e for e in kept]


def epoch_batches(
    pools: Sequence[Pool], stage: StageSettings, tokenizer: SentenceTokenizer, seed: str
) -> list[list[Features]]:
    """The batches of one epoch, the same for the same `seed`."""
    chance = random.Random(seed)  # noqa: S311 - order, not secrets
    examples = [example for pool in pools for example in draw(pool, chance)]
    chance.shuffle(examples)
    features = to_features(examples, tokenizer)
    return length_batches(features, stage.batch_size, chance)


def length_batches(
    features: Sequence[Features], batch_size: int, chance: random.Random
) -> list[list[Features]]:
    """Batches of sentences of like length, in random order; every sentence once."""
    batches = []
    span = batch_size * STRETCH
    for start in range(0, len(features), span):
        stretch = sorted(features[start : start + span], key=lambda f: len(f.ids))
        batches += [stretch[i : i + batch_size] for i in range(0, len(stretch), batch_size)]
    chance.shuffle(batches)
    return batches
