"""The manifest: what made a run, and what a finished run holds."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from slantwise.errors import RunError
from slantwise.run.disk import write_whole
from slantwise.run.inputs import Inputs

FORMAT = 4
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Tally:
    """Records of a run or of a part, counted.

    Attributes:
        n_records: records read: articles, and problems that kept nothing or something out.
        n_articles: articles analysed.
        n_not_analysed: records that could not be analysed.
        n_remarks: remarks that kept nothing out.
        n_words: words of the articles analysed.
    """

    n_records: int = 0
    n_articles: int = 0
    n_not_analysed: int = 0
    n_remarks: int = 0
    n_words: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        mine, theirs = asdict(self), asdict(other)
        return Tally(**{name: mine[name] + theirs[name] for name in mine})


@dataclass(frozen=True, slots=True)
class Manifest:
    """What made a run; a run goes on only with the same.

    Attributes:
        signature: versions, digests and settings that can change a result.
        inputs: digests of the list of inputs, which lies beside the manifest.
        shard_size: records a part.
        n_parts: how many parts a finished run holds; None while it is not finished.
        total: what a finished run holds; None while it is not finished.
        result: sha256 over the parts' digests in order: names the result of a finished run;
            empty while it is not finished.
    """

    signature: Mapping[str, str]
    inputs: Inputs
    shard_size: int
    n_parts: int | None = None
    total: Tally | None = None
    result: str = ""

    @property
    def digest(self) -> str:
        """sha256 of what made the run; every part carries it."""
        made = [dict(self.signature), self.inputs.listing, self.shard_size]
        return hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()


def read_manifest(path: Path) -> Manifest:
    """The manifest of the run in `path`.

    Raises:
        RunError: there is none, or it is damaged or of another format.
    """
    file = path / MANIFEST
    if not file.is_file():
        raise RunError(
            f"{path} is not a run: it holds no {MANIFEST}. "
            f"Make one with: slantwise analyze INPUT --run {path}"
        )
    try:
        data = json.loads(file.read_text(encoding="utf-8", errors="surrogateescape"))
        if data["format"] != FORMAT:
            raise RunError(
                f"{file}: format {data['format']}, this version reads {FORMAT}. Analyse again "
                "into a new run, or use the version that made it."
            )
        return _from_plain(data)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RunError(f"{file} is damaged ({error!r}); analyse again into a new run.") from error
    except OSError as error:
        raise RunError(f"{file} cannot be read: {error.strerror}. See who may read it.") from error


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest of the run in `path`, in one step.

    Raises:
        RunError: it cannot be written.
    """
    data = {
        "format": FORMAT,
        "signature": dict(manifest.signature),
        "inputs": asdict(manifest.inputs),
        "shard_size": manifest.shard_size,
        "digest": manifest.digest,
        "n_parts": manifest.n_parts,
        "total": asdict(manifest.total) if manifest.total else None,
        "result": manifest.result,
    }
    text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    # A setting may name a path, whose bytes need be no UTF-8; they are kept as they are.
    write_whole(path / MANIFEST, text.encode("utf-8", "surrogateescape"))


def refuse_difference(path: Path, old: Manifest, new: Manifest) -> None:
    """Pass where the settings of both would give the same parts of the same inputs.

    Raises:
        RunError: they differ; names the first setting that does.
    """
    before: dict[str, object] = {**old.signature, "shard_size": old.shard_size}
    after: dict[str, object] = {**new.signature, "shard_size": new.shard_size}
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            raise RunError(
                f"{path} was made with another setting: {key} was {before.get(key)!r} and is now "
                f"{after.get(key)!r}. Name a new run, or restore it."
            )


def _from_plain(data: Mapping[str, Any]) -> Manifest:
    total = data["total"]
    manifest = Manifest(
        signature=dict(data["signature"]),
        inputs=Inputs(**data["inputs"]),
        shard_size=int(data["shard_size"]),
        n_parts=data["n_parts"],
        total=Tally(**{f.name: int(total[f.name]) for f in fields(Tally)}) if total else None,
        result=str(data["result"]),
    )
    if manifest.digest != data["digest"]:
        raise ValueError("its settings or inputs were changed after it was written")
    return manifest
