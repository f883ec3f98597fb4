"""Settings of the wording contrasts of a run."""

from dataclasses import dataclass, field, fields

from slantwise.errors import SettingsError
from slantwise.wording.alignment import AlignmentSettings


@dataclass(frozen=True, slots=True)
class WordingSettings:
    """How the wordings of outlets are laid side by side.

    Attributes:
        alignment: how acts are aligned.
        max_actors: actors whose wordings are listed, the most widely reported first.
        max_places: places listed beside them.
        max_expressions: expressions listed an actor, role and outlet.
        max_sentences: sentences kept with an expression.
        max_terms: typical terms listed an outlet.
        max_acts: aligned acts kept over all events, those worded in most ways first.
        minimum_articles: articles that must hold a term or expression before it is weighed.
        minimum_events: events on which an outlet must use a term.
        vocabulary: terms weighed, those in most articles first.
        prior_size: pseudo-counts of the Dirichlet prior over all terms.
        n_resamples: draws of events for the interval.
        seed: of those draws.

    Raises:
        SettingsError: a number is out of range.
    """

    alignment: AlignmentSettings = field(default_factory=AlignmentSettings)
    max_actors: int = 12
    max_places: int = 4
    max_expressions: int = 12
    max_sentences: int = 3
    max_terms: int = 20
    max_acts: int = 400
    minimum_articles: int = 3
    minimum_events: int = 3
    vocabulary: int = 50_000
    prior_size: float = 500.0
    n_resamples: int = 1000
    seed: int = 20250412

    def __post_init__(self) -> None:
        for item in fields(self):
            value = getattr(self, item.name)
            least = 0 if item.name in ("max_places", "seed") else 1
            if isinstance(value, int | float) and value < least:
                raise SettingsError(
                    f"wording setting {item.name} is {value}; expected {least} or more; "
                    "leave it out for the default"
                )

    def signed(self) -> dict[str, str]:
        """The settings by name, for a signature.

        >>> WordingSettings(seed=3).signed()["wording_seed"]
        '3'
        """
        own = {
            f"wording_{item.name}": str(getattr(self, item.name))
            for item in fields(self)
            if item.name != "alignment"
        }
        return {**own, **self.alignment.signed()}
