"""Findings of a researcher's own codebook.

They stand beside `Finding`, not among it: the published label set never changes, and counts of
its kinds are the same whether or not a codebook is used.
"""

from dataclasses import dataclass

from slantwise.records.labels import Stance, Voice
from slantwise.records.spans import Span


@dataclass(frozen=True, slots=True)
class Code:
    """A stretch of text that is of a codebook's kind.

    Attributes:
        span: where it stands; a whole sentence where only the classifier decided.
        sentence: index of the sentence.
        kind: id of the kind, in the codebook.
        voice: whose words.
        speaker: actor id of the speaker; None for the outlet or unknown.
        actors: actor ids it falls on; empty where it falls on none.
        direction: as the codebook says of the kind; neutral where there are no actors.
        confidence: 1 where a term or pattern decided; the classifier's probability else.
        evidence: the term, pattern or classifier that decided, in words.
    """

    span: Span
    sentence: int
    kind: str
    voice: Voice
    speaker: str | None
    actors: tuple[str, ...]
    direction: Stance
    confidence: float
    evidence: str

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"a confidence lies in 0..1, found {self.confidence}")
