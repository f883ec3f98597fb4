"""Settings of the `events` stage."""

from dataclasses import dataclass, fields

from slantwise.errors import SettingsError


@dataclass(frozen=True, slots=True)
class EventSettings:
    """How alike and how near in time articles on one event are.

    `threshold`, `undated_threshold`, `day_decay` and `lead_words` were chosen on half of the
    BASIL triplets, mixed into the articles of allsides_events, and half of the NeuS stories;
    after a change, rerun `scripts/measure_events.py`, which scores the other halves.

    Attributes:
        threshold: mean cosine similarity, less the decay, from which groups are one event.
        undated_threshold: the same where an article has no date.
        window_days: articles further apart are never directly on one event.
        day_decay: share of the similarity lost with each day between two articles.
        lead_words: words of the body that count toward an event; the news stands there.
        title_weight: how often a word of the headline counts.
        copy_containment: share of the shorter text's five-word sequences found in the longer
            from which the two are one text.
        copy_length_ratio: length of the shorter over the longer below which they are not.
        extend_given: whether articles without an event may join one that the data name.

    Raises:
        SettingsError: a value is out of range.
    """

    threshold: float = 0.20
    undated_threshold: float = 0.26
    window_days: int = 4
    day_decay: float = 0.1
    lead_words: int = 150
    title_weight: float = 3.0
    copy_containment: float = 0.8
    copy_length_ratio: float = 0.5
    extend_given: bool = True

    def __post_init__(self) -> None:
        for name in ("threshold", "undated_threshold", "copy_containment", "copy_length_ratio"):
            _demand(0 < getattr(self, name) <= 1, name, getattr(self, name), "above 0, at most 1")
        _demand(self.window_days >= 0, "window_days", self.window_days, "0 or more")
        _demand(
            0 <= self.day_decay * self.window_days < 1,
            "day_decay",
            self.day_decay,
            f"0 or more, and below 1 over {self.window_days} days",
        )
        _demand(self.lead_words >= 0, "lead_words", self.lead_words, "0 or more")
        _demand(self.title_weight > 0, "title_weight", self.title_weight, "above 0")

    def signed(self) -> dict[str, str]:
        """The settings by name, for a signature.

        >>> EventSettings(window_days=3).signed()["events_window_days"]
        '3'
        """
        return {f"events_{field.name}": str(getattr(self, field.name)) for field in fields(self)}


def _demand(holds: bool, name: str, value: object, expected: str) -> None:
    if not holds:
        raise SettingsError(
            f"event setting {name} is {value}; expected {expected}; leave it out for the default"
        )
