"""Measuring one set, and remembering what came of it.

Gold lies in a folder that is removed afterwards, as its text belongs to its publishers; only the
figures are kept, a file a model and set.
"""

import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evaluation_page.code import code_of
from evaluation_page.sets import Measured
from gold.sets import GoldSet, write
from gold.table import RELEASES
from slantwise.encode import Model
from slantwise.errors import GoldError
from slantwise.evaluation import Analyser, evaluate
from slantwise.evaluation.gold import digest_of

Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Places:
    """Where things lie.

    Attributes:
        data: folder of the public releases.
        corpora: folder of our own corpora.
        kept: folder of figures measured before; not part of the repository.
    """

    data: Path
    corpora: Path
    kept: Path

    def release(self, row: Measured) -> Path:
        """Folder of the release of a row; need not exist."""
        return (self.corpora if row.own else self.data) / row.folder

    def missing(self, row: Measured) -> list[Path]:
        """Folders of releases that a row needs and that are not there."""
        beside = [self.data / row.beside.folder] if row.beside else []
        return [folder for folder in (self.release(row), *beside) if not folder.is_dir()]

    def result(self, row: Measured, model_digest: str) -> Path:
        """File of the figures of a row."""
        return self.kept / model_digest[:16] / f"{row.key}.json"


def kept(row: Measured, model_digest: str, places: Places) -> Result | None:
    """What was measured before with this model; None where nothing was."""
    path = places.result(row, model_digest)
    if not path.is_file():
        return None
    found: Result = json.loads(path.read_text(encoding="utf-8"))
    return found


def measured(
    row: Measured, analyser: Analyser, places: Places, say: Callable[[str], None]
) -> Result:
    """The figures of a row: those kept, where gold, signature and code are the same, else new.

    Raises:
        GoldError: the release has another form than its converter knows.
    """
    digest = analyser.encoder.model.digest
    with tempfile.TemporaryDirectory() as work:
        gold = gold_of(row, places)
        path = write(gold, Path(work))
        before = kept(row, digest, places)
        if before and _same(row, before, digest_of(path), analyser.signature()):
            say(f"{row.key}: kept")
            return before
        say(f"{row.key}: measuring {len(gold.lines)} items")
        evaluation = evaluate(row.task, path, analyser)
    notes = [*gold.notes, *evaluation.notes]
    found = evaluation.to_dict() | {"notes": notes, "code": code_of(row.task)}
    found["gold"]["path"] = gold.file_name
    target = places.result(row, digest)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".draft")
    draft.write_text(json.dumps(found, indent=2), encoding="utf-8")
    draft.replace(target)
    return found


def obstacle(row: Measured, model: Model, places: Places) -> str:
    """Why a row cannot be measured with a model, in words; empty where nothing stands in the way.

    A release is not there, the model has learned from the set, or it lacks the head.
    """
    missing = places.missing(row)
    if missing:
        return f"there is no {missing[0]}"
    if row.learned_as in learned_by(model):
        return f"the model has learned from {row.learned_as}"
    if row.head and row.head not in model.heads:
        return f"the model has no head {row.head}"
    return ""


def learned_by(model: Model) -> frozenset[str]:
    """Names of the data sets that a model was trained on, as "babe train"."""
    settings = json.loads((model.folder / "settings.json").read_text(encoding="utf-8"))
    return frozenset(one["name"] for one in settings.get("training", {}).get("data", ()))


def gold_of(row: Measured, places: Places) -> GoldSet:
    """The gold set of a row.

    Raises:
        GoldError: the release gives no such set.
    """
    gold = _set(row.release, places.release(row), (row.gold, row.task))
    if row.beside is None:
        return gold
    other = row.beside
    more = _set(other.release, places.data / other.folder, (other.gold, row.task))
    name = row.key.removesuffix(f".{row.task}")
    return replace(gold, name=name, lines=(*gold.lines, *more.lines))


def _set(release: str, folder: Path, wanted: tuple[str, str]) -> GoldSet:
    for gold in RELEASES[release](folder):
        if (gold.name, gold.task) == wanted:
            return gold
    raise GoldError(f"{folder} gives no set {'.'.join(wanted)}; check the folder")


def _same(row: Measured, before: Result, gold_digest: str, signature: Mapping[str, str]) -> bool:
    """Whether the figures kept are of this gold and of an analyser that answers alike."""
    signed = before["signature"]
    same_answers = all(signed.get(name) == value for name, value in signature.items())
    same_code = before.get("code") == code_of(row.task)
    return before["gold"]["sha256"] == gold_digest and same_answers and same_code
