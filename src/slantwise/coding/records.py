"""What a sample for human coders holds, and what comes back from them."""

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from slantwise.records import Kind, Source, Span, Stance

CONTEXT_CHARS = 32
"""Characters of text kept on either side of a unit, to find it again by."""


class Task(StrEnum):
    """What coders judge.

    A framing unit is a sentence, of all sentences and not only of those where the model found
    something: what the model misses counts as much as what it finds wrongly. A stance unit is a
    mention of an actor in the outlet's own voice.
    """

    FRAMING = "framing"
    STANCE = "stance"


@dataclass(frozen=True, slots=True)
class Stratum:
    """One outlet's units of one band; drawn from at random, without replacement.

    Attributes:
        outlet: name of the outlet.
        band: what the model says of the units, in words.
        n_units: units in the run.
        n_sampled: units drawn; every unit's inclusion probability is `n_sampled / n_units`.
    """

    outlet: str
    band: str
    n_units: int
    n_sampled: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What one coder sees as one item; says nothing of outlet or model.

    Attributes:
        id: unique in the sample; its order is random and tells nothing.
        article: id of the article (kept from the coders' files, for it may name the outlet).
        span: the sentence in the article's text.
        text: the sentence.
        left: up to 32 characters before it in the article.
        right: up to 32 characters after it.
        before: the sentence before it, for the reader; empty for none.
        after: the sentence after it.
        actor: name of the actor whose portrayal is judged; empty for framing.
        mention: where the actor is named, in the article's text; None for framing.
        coders: who is to code it.
    """

    id: str
    article: str
    span: Span
    text: str
    left: str
    right: str
    before: str = ""
    after: str = ""
    actor: str = ""
    mention: Span | None = None
    coders: tuple[str, ...] = ()

    @property
    def marked(self) -> str:
        """The sentence with the mention between ‹ and ›; the bare sentence for framing."""
        if self.mention is None:
            return self.text
        start, end = self.mention.start - self.span.start, self.mention.end - self.span.start
        return f"{self.text[:start]}‹{self.text[start:end]}›{self.text[end:]}"


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What is kept from the coders of one unit.

    Attributes:
        unit: id of the unit.
        place: index of the sentence (framing) or mention (stance) in the article.
        stratum: number of its stratum.
        label: what the model says: "finding" or "none"; a stance, or "abstained".
        probability: the model's probability of the label; for framing of a loaded sentence.
        kinds: main kinds of the model's findings in the outlet's own voice, for framing.
    """

    unit: str
    place: int
    stratum: int
    label: str
    probability: float
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A drawn sample with its key.

    Attributes:
        id: digest of the run, the settings and the units drawn.
        run: digest of the run.
        task: what is coded.
        settings: the settings that drew it, by name.
        coders: names of all coders.
        strata: in order of outlet and band; the key's numbers refer to them.
        units: in the order in which they are coded.
        key: one entry a unit, in the same order.
    """

    id: str
    run: str
    task: Task
    settings: dict[str, str]
    coders: tuple[str, ...]
    strata: tuple[Stratum, ...]
    units: tuple[Unit, ...]
    key: tuple[KeyEntry, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that a coder marked as loaded.

    Attributes:
        kind: its kind.
        span: where it stands in the unit's text; None where the coder named the kind alone.
    """

    kind: Kind
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a coder says of a unit: marks, or a stance, or that it cannot be told.

    Attributes:
        unsure: the coder looked and will not say; counts as no coding, and is counted.
        marks: loaded stretches, for framing; none where the sentence holds none.
        stance: for stance; None where unsure.
    """

    unsure: bool = False
    marks: tuple[Mark, ...] = ()
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder's answer on one unit.

    Attributes:
        unit: id of the unit.
        coder: name of the coder.
        answer: what was said.
        source: the file and line, task or annotation it was read from.
    """

    unit: str
    coder: str
    answer: Answer
    source: Source = field(default=Source(""), compare=False)


@dataclass(frozen=True, slots=True)
class Coded:
    """A sample with what its coders said.

    Attributes:
        sample: what was drawn.
        codings: at most one a unit and coder, in order of units.
        path: the file it was read from; empty where it was not.
    """

    sample: Sample
    codings: tuple[Coding, ...]
    path: str = ""

    @property
    def digest(self) -> str:
        """Digest of the sample and of every coding, for a signature."""
        said = [(c.unit, c.coder, repr(c.answer)) for c in self.codings]
        return sha256(repr((self.sample.id, said)).encode()).hexdigest()

    def by_unit(self) -> dict[str, tuple[Coding, ...]]:
        """Codings that say something (not unsure), by unit; units without one are left out."""
        found: dict[str, list[Coding]] = {}
        for coding in self.codings:
            if not coding.answer.unsure:
                found.setdefault(coding.unit, []).append(coding)
        return {unit: tuple(codings) for unit, codings in found.items()}
