"""The files of a sample: what coders may see, the key that they may not, and their codings."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from slantwise.coding.lines import Plain, made, read_lines, write_lines
from slantwise.coding.plain import (
    coding_from_plain,
    coding_to_plain,
    entry_from_plain,
    entry_to_plain,
    stratum_from_plain,
    unit_from_plain,
    unit_to_plain,
)
from slantwise.coding.records import Coded, Coding, Sample, Task
from slantwise.errors import CodingError

SAMPLE, KEY, CODED = "sample.jsonl", "key.jsonl", "coded.jsonl"
_SAMPLE, _KEY, _CODED = "slantwise sample", "slantwise key", "slantwise codings"


def write_sample(sample: Sample, folder: Path) -> None:
    """Writes `sample.jsonl` and `key.jsonl` into the folder, made where it is missing.

    Raises:
        CodingError: the folder cannot be written, or holds another sample.
    """
    for name, what in ((SAMPLE, _SAMPLE), (KEY, _KEY)):
        if (folder / name).exists():
            found = read_lines(folder / name, what)[0].get("sample")
            if found != sample.id:
                raise CodingError(
                    f"{folder / name}, line 1: the folder holds another sample ({found}), which "
                    "may be being coded; name another folder."
                )
    head = {"sample": sample.id, "task": sample.task, "coders": list(sample.coders)}
    write_lines(folder / SAMPLE, _SAMPLE, head, map(unit_to_plain, sample.units))
    key = {**head, "run": sample.run, "settings": sample.settings}
    strata = [asdict(stratum) for stratum in sample.strata]
    rows = map(entry_to_plain, sample.key)
    write_lines(folder / KEY, _KEY, {**key, "strata": strata}, rows)


def read_sample(folder: Path) -> Sample:
    """The sample in a folder with its key.

    Raises:
        CodingError: a file is missing or damaged, or the key is of another sample or run.
    """
    header, units = read_lines(folder / SAMPLE, _SAMPLE)
    key_header, entries = read_lines(folder / KEY, _KEY)
    if header.get("sample") != key_header.get("sample"):
        raise CodingError(
            f"{folder / KEY}, line 1: the key is of sample {key_header.get('sample')}, drawn from "
            f"another run or with other settings; {folder / SAMPLE} is {header.get('sample')}. "
            "Put the two files that were written together into one folder."
        )
    return _sample(
        folder / KEY,
        key_header,
        units=[(folder / SAMPLE, *row) for row in units],
        key=[(folder / KEY, *row) for row in entries],
    )


def write_coded(coded: Coded, path: Path) -> None:
    """Writes a sample with its codings into one file, all that `compare` needs.

    Raises:
        CodingError: the file cannot be written.
    """
    sample = coded.sample
    rows = [
        *({"row": "unit", **unit_to_plain(unit)} for unit in sample.units),
        *({"row": "key", **entry_to_plain(entry)} for entry in sample.key),
        *({"row": "coding", **coding_to_plain(coding)} for coding in coded.codings),
    ]
    header = {
        "sample": sample.id,
        "task": sample.task,
        "coders": list(sample.coders),
        "run": sample.run,
        "settings": sample.settings,
        "strata": [asdict(stratum) for stratum in sample.strata],
    }
    write_lines(path, _CODED, header, rows)


def read_coded(path: str | Path) -> Coded:
    """The sample and the codings that `write_coded` wrote; every fault names file and line.

    Raises:
        CodingError: the file is missing or damaged, names a unit that was not drawn, or holds
            two codings of one unit by one coder.
    """
    file = Path(path)
    header, rows = read_lines(file, _CODED)
    by_row: dict[str, list[tuple[Path, int, Plain]]] = {"unit": [], "key": [], "coding": []}
    for number, row in rows:
        if row.get("row") not in by_row:
            raise CodingError(f"{file}, line {number}: expected a unit, a key or a coding.")
        by_row[row["row"]].append((file, number, row))
    sample = _sample(file, header, units=by_row["unit"], key=by_row["key"])
    known = {unit.id for unit in sample.units}
    seen: dict[tuple[str, str], int] = {}
    codings: list[Coding] = []
    for _, number, row in by_row["coding"]:
        coding = made(file, number, coding_from_plain, row)
        before = seen.setdefault((coding.unit, coding.coder), number)
        if coding.unit not in known:
            raise CodingError(f"{file}, line {number}: unit {coding.unit} is not in the sample.")
        if before != number:
            raise CodingError(
                f"{file}, line {number}: {coding.coder} has coded unit {coding.unit} twice; "
                f"the other coding is on line {before}. Leave one."
            )
        codings.append(coding)
    return Coded(sample, tuple(codings), str(path))


def _sample(
    file: Path,
    header: Plain,
    *,
    units: Sequence[tuple[Path, int, Plain]],
    key: Sequence[tuple[Path, int, Plain]],
) -> Sample:
    bare = made(file, 1, _bare, header)
    sample = replace(
        bare,
        units=tuple(made(path, number, unit_from_plain, row) for path, number, row in units),
        key=tuple(made(path, number, entry_from_plain, row) for path, number, row in key),
    )
    for unit, entry, (path, number, _) in zip(sample.units, sample.key, key, strict=False):
        if unit.id != entry.unit or not 0 <= entry.stratum < len(sample.strata):
            raise CodingError(
                f"{path}, line {number}: expected the key of unit {unit.id} in one of "
                f"{len(sample.strata)} strata; the file was changed or cut."
            )
    if len(sample.units) != len(sample.key):
        raise CodingError(
            f"{file}: {len(sample.units)} units and {len(sample.key)} keys; a file was cut short."
        )
    return sample


def _bare(header: Plain) -> Sample:
    return Sample(
        id=header["sample"],
        run=header["run"],
        task=Task(header["task"]),
        settings=dict(header["settings"]),
        coders=tuple(header["coders"]),
        strata=tuple(stratum_from_plain(row) for row in header["strata"]),
        units=(),
        key=(),
    )
