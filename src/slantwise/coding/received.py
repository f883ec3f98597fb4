"""What every reader of coders' files yields: answers as they stand there, or problems."""

from dataclasses import dataclass

from slantwise.coding.anchoring import folded
from slantwise.coding.records import Answer, Sample, Unit
from slantwise.records import Problem, Source


@dataclass(frozen=True, slots=True)
class Received:
    """One answer as a file holds it; its unit is known, its coder perhaps not.

    Attributes:
        unit: the unit it is on.
        coder: name of the coder; empty where the file names none.
        answer: what was said.
        source: file and line, task or annotation.
    """

    unit: Unit
    coder: str
    answer: Answer
    source: Source


class Units:
    """The units of a sample, to be found by id or, where the id is lost, by text."""

    def __init__(self, sample: Sample) -> None:
        """Of one sample."""
        self.sample = sample
        self._by_id = {unit.id: unit for unit in sample.units}
        self._by_text: dict[str, list[Unit]] = {}
        for unit in sample.units:
            self._by_text.setdefault(folded(unit.text).strip(), []).append(unit)

    def find(self, id_: str, text: str, source: Source) -> Unit | Problem:
        """The unit of that id and text.

        An unknown id is made up for by a text that only one unit has. A text that is not the
        unit's is a problem: what was coded is then not what was drawn.
        """
        flat = folded(text).strip()
        unit = self._by_id.get(id_.strip())
        same = self._by_text.get(flat, [])
        if unit is None:
            if len(same) == 1:
                return same[0]
            return problem(
                "unknown-unit",
                f"there is no unit {id_.strip()!r} in sample {self.sample.id}, and its text is "
                f"that of {len(same)} units; restore the id that was exported",
                source,
            )
        if flat != folded(unit.text).strip():
            return problem(
                "altered-text",
                f"the text of unit {unit.id} was changed: expected {_short(unit.text)}, found "
                f"{_short(text)}; restore it from a new export and code it again",
                source,
            )
        return unit


def problem(reason: str, message: str, source: Source, *, fatal: bool = True) -> Problem:
    """A coding that cannot be taken (or a remark, where not fatal), with file and line."""
    return Problem("coding", reason, f"{source}: {message}.", source, fatal=fatal)


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:60]}…")
