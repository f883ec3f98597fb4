"""Settings of the `comparison` stage."""

from dataclasses import dataclass, field

from slantwise.errors import SettingsError
from slantwise.events import EventSettings


@dataclass(frozen=True, slots=True)
class ComparisonSettings:
    """How outlets are compared.

    Attributes:
        seed: of every draw; the same run and settings give the same figures.
        n_resamples: bootstrap resamples, and sign flips of a first look; a gap that few flips
            reach gets `matched.REFINE` times as many.
        minimum_units: events (or articles) below which nothing is compared; at 5 the smallest
            p that a gap can have is 2/32.
        max_actors: actors whose stance is compared, the most widely mentioned first.
        max_gap_actors: actors that outlets are compared on in who speaks, how they are introduced,
            who is named as a doer and who is mentioned: the most widely quoted, introduced, named
            and mentioned; the tables go on to `max_actors`.
        max_left_out: events listed of those that an outlet leaves out, the most reported first.
        min_naming_outlets: outlets that must mention an actor on an event for it to matter
            there; nobody is said to leave out whom another outlet names once in passing.
        min_naming_mentions: mentions by one outlet that do instead.
        min_confidence: findings below this confidence are left out; None counts all.
        events: how articles are grouped.

    Raises:
        SettingsError: a value is out of range.
    """

    seed: int = 20250412
    n_resamples: int = 2000
    minimum_units: int = 5
    max_actors: int = 30
    max_gap_actors: int = 12
    max_left_out: int = 12
    min_naming_outlets: int = 2
    min_naming_mentions: int = 3
    min_confidence: float | None = None
    events: EventSettings = field(default_factory=EventSettings)

    def __post_init__(self) -> None:
        _demand(self.seed >= 0, "seed", self.seed, "0 or more")
        _demand(self.n_resamples >= 200, "n_resamples", self.n_resamples, "200 or more")
        _demand(self.minimum_units >= 2, "minimum_units", self.minimum_units, "2 or more")
        _demand(self.max_actors >= 0, "max_actors", self.max_actors, "0 or more")
        _demand(self.max_gap_actors >= 0, "max_gap_actors", self.max_gap_actors, "0 or more")
        _demand(self.max_left_out >= 0, "max_left_out", self.max_left_out, "0 or more")
        _demand(
            self.min_naming_outlets >= 1, "min_naming_outlets", self.min_naming_outlets, "1 or more"
        )
        _demand(
            self.min_naming_mentions >= 1,
            "min_naming_mentions",
            self.min_naming_mentions,
            "1 or more",
        )
        confidence = self.min_confidence
        in_range = confidence is None or 0 <= confidence <= 1
        _demand(in_range, "min_confidence", confidence, "none, or 0 to 1")

    def signed(self) -> dict[str, str]:
        """The settings by name, for a signature.

        >>> ComparisonSettings(seed=3).signed()["comparison_seed"]
        '3'
        """
        own = {
            "seed": self.seed,
            "n_resamples": self.n_resamples,
            "minimum_units": self.minimum_units,
            "max_actors": self.max_actors,
            "max_gap_actors": self.max_gap_actors,
            "max_left_out": self.max_left_out,
            "min_naming_outlets": self.min_naming_outlets,
            "min_naming_mentions": self.min_naming_mentions,
            "min_confidence": self.min_confidence,
        }
        return {
            **{f"comparison_{name}": str(value) for name, value in own.items()},
            **self.events.signed(),
        }


def _demand(holds: bool, name: str, value: object, expected: str) -> None:
    if not holds:
        raise SettingsError(
            f"comparison setting {name} is {value}; expected {expected}; "
            "leave it out for the default"
        )
