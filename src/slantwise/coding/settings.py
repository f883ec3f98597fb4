"""How a sample is drawn."""

from dataclasses import dataclass

from slantwise.coding.records import Task
from slantwise.errors import SettingsError


@dataclass(frozen=True, slots=True)
class SampleSettings:
    """How units are drawn and dealt to coders.

    Attributes:
        task: what is coded.
        n_units: units to draw; fewer where the run holds fewer.
        coders: names; each unit goes to one of them, or to two.
        overlap: share of the units that two coders code, 0..1; nothing overlaps for one coder.
        seed: of the draw; the same run and settings give the same sample.
        minimum: units drawn from every stratum, at least (all, where it holds fewer).
        actors: ids of the actors whose mentions are drawn from, members included; for stance
            only; none takes all actors.
        min_confidence: findings below it count as none, as in the comparison; None counts all.

    Raises:
        SettingsError: a value is out of range.
    """

    task: Task = Task.FRAMING
    n_units: int = 400
    coders: tuple[str, ...] = ("coder1", "coder2")
    overlap: float = 0.2
    seed: int = 20250412
    minimum: int = 5
    actors: tuple[str, ...] = ()
    min_confidence: float | None = None

    def __post_init__(self) -> None:
        _demand(self.n_units >= 1, "n_units", self.n_units, "1 or more")
        _demand(0 <= self.overlap <= 1, "overlap", self.overlap, "a share of 0 to 1")
        _demand(self.seed >= 0, "seed", self.seed, "0 or more")
        _demand(self.minimum >= 2, "minimum", self.minimum, "2 or more")
        names = tuple(name.strip() for name in self.coders)
        fine = bool(names) and all(names) and len(set(names)) == len(names)
        _demand(fine, "coders", ", ".join(self.coders) or "empty", "names, each once")
        safe = all(character.isalnum() or character in "-_. @" for character in "".join(names))
        _demand(safe, "coders", ", ".join(names), "letters, digits, spaces and - _ . @")
        plain = not self.actors or self.task is Task.STANCE
        _demand(plain, "actors", ", ".join(self.actors), "none, for the task is framing")
        confidence = self.min_confidence
        in_range = confidence is None or 0 <= confidence <= 1
        _demand(in_range, "min_confidence", confidence, "none, or 0 to 1")

    def signed(self) -> dict[str, str]:
        """The settings by name, as the key keeps them."""
        return {
            "task": self.task.value,
            "n_units": str(self.n_units),
            "overlap": str(self.overlap),
            "seed": str(self.seed),
            "minimum": str(self.minimum),
            "actors": "\n".join(self.actors),
            "min_confidence": str(self.min_confidence),
        }


def _demand(holds: bool, name: str, value: object, expected: str) -> None:
    if not holds:
        raise SettingsError(
            f"sample setting {name} is {value}; expected {expected}; leave it out for the default"
        )
