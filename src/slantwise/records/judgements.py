"""What slantwise judges: findings and stances, each with its doubt.

`framing` and `stance` make these; `compare` counts them.
"""

from dataclasses import dataclass

from slantwise.records.labels import HarmForm, Kind, Stance, State, Voice
from slantwise.records.spans import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A loaded stretch of text.

    Attributes:
        span: where it stands in the article's text; minimal.
        sentence: index of the sentence.
        kinds: one kind or several, the main one first.
        voice: whose words.
        speaker: actor id of the one who says it (direct, reported); None otherwise or unknown.
        actors: actor ids it falls on; empty where it falls on none.
        direction: toward those actors; neutral where there are none.
        confidence: calibrated probability that a coder would mark this span.
        evidence: what decided it (head, term list entry, rule), in words.
    """

    span: Span
    sentence: int
    kinds: tuple[Kind, ...]
    voice: Voice
    speaker: str | None
    actors: tuple[str, ...]
    direction: Stance
    confidence: float
    evidence: str

    def __post_init__(self) -> None:
        if not self.kinds:
            raise ValueError(f"a finding has at least one kind, found none at {self.span}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"a confidence lies in 0..1, found {self.confidence}")
        if (self.voice is Voice.SCARE) != (Kind.SCARE_QUOTES in self.kinds):
            raise ValueError(f"voice scare and kind scare-quotes go together, at {self.span}")


@dataclass(frozen=True, slots=True)
class WeakFinding:
    """A stretch that fell short of the threshold by little; kept to see what another would give.

    Attributes:
        span: where it stands in the article's text.
        kind: main kind that it would have.
        voice: whose words.
        confidence: calibrated probability, below the threshold.
    """

    span: Span
    kind: Kind
    voice: Voice
    confidence: float


@dataclass(frozen=True, slots=True)
class Harm:
    """One telling of a harm that people do: who is named as its doer, if anyone.

    Attributes:
        span: the words that tell it.
        sentence: index of the sentence.
        form: how the clause tells it.
        voice: whose words.
        doer: actor id of the doer that the clause names; where it names none, of the doer that
            the rest of the article makes likely; None where there is neither, or where the doer
            named is no actor we link.
    """

    span: Span
    sentence: int
    form: HarmForm
    voice: Voice
    doer: str | None


@dataclass(frozen=True, slots=True)
class StanceJudgement:
    """Stance with probabilities, in one of three states.

    Attributes:
        state: labelled, abstained or failed.
        label: the stance where labelled, None otherwise.
        against: probability, 0..1; the three sum to 1 unless failed (then all 0).
        neutral: probability.
        favour: probability.
        reason: why it failed; empty otherwise.
    """

    state: State
    label: Stance | None
    against: float
    neutral: float
    favour: float
    reason: str = ""

    def __post_init__(self) -> None:
        if (self.state is State.LABELLED) != (self.label is not None):
            raise ValueError("a label stands with the state labelled, and only there")

    @property
    def probability(self) -> float:
        """Probability of the most likely stance."""
        return max(self.against, self.neutral, self.favour)

    @property
    def abstained(self) -> bool:
        """Whether the probability was below the threshold."""
        return self.state is State.ABSTAINED

    @property
    def score(self) -> float:
        """Expected stance, -1 (against) to 1 (favour)."""
        return self.favour - self.against


@dataclass(frozen=True, slots=True)
class MentionStance:
    """Stance toward one mention of an actor.

    Attributes:
        mention: index in the article's mentions.
        actor: actor id.
        voice: whose words the mention stands in.
        speaker: actor id of the speaker (direct, reported); None otherwise or unknown.
        judgement: the stance.
    """

    mention: int
    actor: str
    voice: Voice
    speaker: str | None
    judgement: StanceJudgement


@dataclass(frozen=True, slots=True)
class ArticleStance:
    """Stance of one article's voice toward one actor, rolled up from its mentions.

    Attributes:
        actor: actor id (roll-up parents get a row of their own).
        voice: whose words; for direct and reported, all speakers together unless `speaker`.
        speaker: actor id where the row is of one speaker; None for all of the voice.
        judgement: the stance.
        n_mentions: mentions of the actor in that voice.
        n_abstained: how many of them abstained.
        n_failed: how many of them failed.
    """

    actor: str
    voice: Voice
    speaker: str | None
    judgement: StanceJudgement
    n_mentions: int
    n_abstained: int
    n_failed: int
