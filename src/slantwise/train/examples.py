"""One training example: a sentence with every label that its data set gives.

Converters in `train.data` make these; `tokens` turns them into arrays.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Extent = tuple[int, int]
"""Start and end of a stretch of the sentence, in characters, end exclusive."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an actor and how the sentence presents it.

    Attributes:
        extent: where the mention stands.
        stance: index into `labels.STANCES`.
    """

    extent: Extent
    stance: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A directed stance between two mentions.

    Attributes:
        holder: the one who holds the stance.
        target: the one whom it is about.
        stance: index into `labels.STANCES`.
    """

    holder: Extent
    target: Extent
    stance: int


@dataclass(frozen=True, slots=True)
class ClassSpan:
    """A span with one class of a multi-label head.

    Attributes:
        extent: where it stands.
        column: index into the head's classes.
    """

    extent: Extent
    column: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Whether loaded words fall on an actor.

    Attributes:
        words: the loaded words.
        actor: a mention that they may fall on.
        falls: whether they do.
    """

    words: Extent
    actor: Extent
    falls: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence with part of speech and entity class.

    Attributes:
        extents: where each word stands.
        tags: index of each word into `labels.TAGS`.
        entities: index of each word into `labels.ENTITIES`.
    """

    extents: tuple[Extent, ...]
    tags: tuple[int, ...]
    entities: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SoftPair:
    """A teacher's directed stance between two noun groups.

    Attributes:
        holder: tokens of the one who holds it.
        target: tokens of the one whom it is about.
        logits: [3].
    """

    holder: tuple[int, ...]
    target: tuple[int, ...]
    logits: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SoftLabels:
    """A teacher's logits for one sentence.

    Attributes:
        tasks: tasks that the student takes from it.
        bias: logit of the sentence.
        tokens: [tokens, 35], columns in the order of `soft.WIDTHS`.
        nouns: tokens of noun groups, on which stance is taught.
        pairs: directed stances.
    """

    tasks: frozenset[str]
    bias: float
    tokens: npt.NDArray[np.float16]
    nouns: tuple[int, ...]
    pairs: tuple[SoftPair, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with labels; None (or no mention, no pair) where the data set gives none.

    Attributes:
        id: data set, split and number, unique over all data.
        text: the sentence.
        biased: whether it is biased by word choice.
        loaded: extents of loaded words; an empty tuple means that none is.
        kinds: spans by kind of framing.
        techniques: spans by propaganda technique.
        attributed: content, cue and source of attributed speech.
        mentions: mentions with a stance.
        pairs: pairs with a directed stance.
        hits: loaded words and actors that they fall on or not.
        words: parts of speech and entities.
        soft: what a teacher says of it.
    """

    id: str
    text: str
    biased: bool | None = None
    loaded: tuple[Extent, ...] | None = None
    kinds: tuple[ClassSpan, ...] | None = None
    techniques: tuple[ClassSpan, ...] | None = None
    attributed: tuple[ClassSpan, ...] | None = None
    mentions: tuple[Mention, ...] = ()
    pairs: tuple[Pair, ...] = ()
    hits: tuple[Hit, ...] = ()
    words: Words | None = None
    soft: SoftLabels | None = None

    def only(self, heads: Collection[str]) -> "Example":
        """The example without the labels of heads that are not named.

        >>> Example("a", "So.", biased=True, loaded=()).only(["loaded"]).biased is None
        True
        """
        return replace(
            self,
            biased=self.biased if "bias" in heads else None,
            loaded=self.loaded if "loaded" in heads else None,
            kinds=self.kinds if "kind" in heads else None,
            techniques=self.techniques if "technique" in heads else None,
            attributed=self.attributed if "attributed" in heads else None,
            mentions=self.mentions if "stance" in heads else (),
            pairs=self.pairs if "directed" in heads else (),
            hits=self.hits if "hit" in heads else (),
            words=self.words if "words" in heads else None,
        )

    @property
    def empty(self) -> bool:
        """Whether nothing is marked: no span, and every directed stance neutral (1)."""
        spans = (self.loaded, self.kinds, self.techniques, self.attributed)
        stances = [pair.stance for pair in self.pairs]
        plain = self.biased is None and not self.mentions
        return plain and not any(spans) and all(stance == 1 for stance in stances)
