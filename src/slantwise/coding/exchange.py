"""Sending a sample out to coders and taking their codings in again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from slantwise.coding import cas, label_studio, sheets
from slantwise.coding.received import Received, Units, problem
from slantwise.coding.records import Coded, Coding, Sample, Unit
from slantwise.errors import CodingError
from slantwise.records import Problem, Source

Form = Literal["csv", "label-studio", "inception"]
FORMS: tuple[Form, ...] = ("csv", "label-studio", "inception")

_READERS = {
    ".csv": sheets.read_sheet,
    ".tsv": sheets.read_sheet,
    ".json": label_studio.read_tasks,
    ".xmi": cas.read_document,
}


@dataclass(frozen=True, slots=True)
class Import:
    """What came back from the coders.

    Attributes:
        coded: the sample with every coding that could be taken.
        problems: what could not, and why; last, units that a coder was given and did not code.
    """

    coded: Coded
    problems: tuple[Problem, ...]

    @property
    def n_refused(self) -> int:
        """Codings that were there and could not be taken."""
        return sum(found.fatal for found in self.problems)


def export_sample(sample: Sample, form: Form, folder: Path) -> tuple[Path, ...]:
    """Writes one file a coder into the folder, and what else the form needs; gives their paths.

    csv: `CODER.csv`. label-studio: `CODER.json` and the labelling config. inception: `CODER.xmi`
    and the type system. The files tell nothing of outlets or of what the model said.

    Raises:
        CodingError: a file is there already (it may hold codings), or cannot be written.
        MissingExtraError: the form needs the extra `coding`.
        ValueError: there is no such form.
    """
    files: dict[str, str] = {}
    for coder in sample.coders:
        units = [unit for unit in sample.units if coder in unit.coders]
        name = coder.replace(" ", "_")
        if form == "csv":
            files[f"{name}.csv"] = "\ufeff" + sheets.sheet(units, coder)
        elif form == "label-studio":
            files[f"{name}.json"] = label_studio.tasks(units, coder)
        elif form == "inception":
            files[f"{name}.xmi"] = cas.document(units, coder, sample.id)
        else:
            raise ValueError(f"there is no form {form!r}; forms: {', '.join(FORMS)}")
    if form == "label-studio":
        files[label_studio.CONFIG] = label_studio.config(sample.task)
    if form == "inception":
        files[cas.TYPES] = cas.type_system()
    return _written(folder, files)


def import_codings(
    sample: Sample, paths: Sequence[Path], *, coder: str = "", strict: bool = False
) -> Import:
    """The codings in coders' files, each tied to its unit, and every one that could not be.

    The form is told by the ending: .csv or .tsv, .json (Label Studio), .xmi (UIMA CAS).

    Args:
        sample: what was exported.
        paths: files of any form; coders and units may be spread over them.
        coder: who coded, where a file does not say.
        strict: stop at the first coding that cannot be taken.

    Raises:
        CodingError: a file cannot be read at all or lacks a column; with `strict`, any problem.
        MissingExtraError: a form needs the extra `coding`.
    """
    problems: list[Problem] = []
    taken: list[Coding] = []
    for found in _received(sample, paths, coder):
        if isinstance(found, Coding):
            taken.append(found)
        elif strict and found.fatal:
            raise CodingError(found.message)
        else:
            problems.append(found)
    codings, doubled = _once(taken)
    if strict and any(found.fatal for found in doubled):
        raise CodingError(doubled[0].message)
    place = {unit.id: number for number, unit in enumerate(sample.units)}
    ordered = sorted(codings, key=lambda coding: (place[coding.unit], coding.coder))
    missing = _missing(sample, [*ordered, *taken])
    return Import(Coded(sample, tuple(ordered)), (*problems, *doubled, *missing))


def _received(sample: Sample, paths: Sequence[Path], coder: str) -> Iterator[Coding | Problem]:
    units = Units(sample)
    for path in paths:
        reader = _READERS.get(path.suffix.casefold())
        if reader is None:
            endings = ", ".join(_READERS)
            raise CodingError(f"{path}: expected a file that ends in one of {endings}.")
        if not path.is_file():
            raise CodingError(f"{path} does not exist; give the files that the coders returned.")
        for found in reader(path, units):
            yield found if isinstance(found, Problem) else _coding(found, coder)


def _coding(found: Received, coder: str) -> Coding | Problem:
    name = found.coder or coder.strip()
    if not name:
        message = (
            f"unit {found.unit.id} does not say who coded it; fill in the coder, or name one with "
            "--coder"
        )
        return problem("no-coder", message, found.source)
    return Coding(found.unit.id, name, found.answer, found.source)


def _once(codings: Sequence[Coding]) -> tuple[list[Coding], list[Problem]]:
    """One coding a unit and coder; equal ones once, differing ones not at all."""
    groups: dict[tuple[str, str], list[Coding]] = {}
    for coding in codings:
        groups.setdefault((coding.unit, coding.coder), []).append(coding)
    kept: list[Coding] = []
    problems: list[Problem] = []
    for (unit, coder), group in groups.items():
        first = group[0]
        same = all(coding.answer == first.answer for coding in group)
        if same:
            kept.append(first)
        for again in group[1:]:
            what = f"{coder} has coded unit {unit} twice, at first in {first.source}, and "
            then = "alike: counted once" if same else "differently: neither counts; leave one"
            problems.append(problem("coded-twice", what + then, again.source, fatal=not same))
    return kept, problems


def _missing(sample: Sample, codings: Sequence[Coding]) -> list[Problem]:
    """Units that a coder was given and returned no coding for: remarks, not refusals."""
    there = {(coding.unit, coding.coder) for coding in codings}

    def remark(unit: Unit, coder: str) -> Problem:
        message = f"{coder} was given unit {unit.id} and no coding of it was read"
        return problem("not-coded", message, Source("sample.jsonl", unit.id), fatal=False)

    return [
        remark(unit, coder)
        for unit in sample.units
        for coder in unit.coders
        if (unit.id, coder) not in there
    ]


def _written(folder: Path, files: dict[str, str]) -> tuple[Path, ...]:
    there = [folder / name for name in files if (folder / name).exists()]
    if there:
        raise CodingError(
            f"{there[0]} exists and may hold codings; name another folder, or move it away."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise CodingError(f"{folder} cannot be written: {error.strerror}.") from error
    return tuple(folder / name for name in files)


__all__ = ["FORMS", "Form", "Import", "export_sample", "import_codings"]
