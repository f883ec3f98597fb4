"""The manifest of the store of an ingest: what made it; and what began one not yet finished."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from slantwise.errors import RunError
from slantwise.run.disk import write_whole
from slantwise.run.inputs import INPUTS, Inputs, Listing, first_difference

FORMAT = 2


@dataclass(frozen=True, slots=True)
class StoreManifest:
    """What made a store.

    Attributes:
        signature: versions, digests and settings that can change what is stored.
        inputs: digests of the list of inputs.
    """

    signature: Mapping[str, str]
    inputs: Inputs


def write_store_manifest(file: Path, manifest: StoreManifest) -> None:
    """Write a manifest in one step.

    Raises:
        RunError: it cannot be written.
    """
    text = json.dumps(_plain(manifest), indent=2, ensure_ascii=False) + "\n"
    # A setting may name a path, whose bytes need be no UTF-8; they are kept as they are.
    write_whole(file, text.encode("utf-8", "surrogateescape"))


def read_store_manifest(file: Path) -> StoreManifest:
    """The manifest of a finished store.

    Raises:
        RunError: it is missing, damaged or of another format.
    """
    try:
        data = _data(file)
        if data["format"] != FORMAT:
            raise RunError(
                f"{file}: format {data['format']}, this version reads {FORMAT}. Ingest again into "
                "a new run, or use the version that made it."
            )
        return StoreManifest(dict(data["signature"]), Inputs(**data["inputs"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RunError(f"{file} is damaged ({error!r}); ingest again.") from error


def is_of(file: Path, manifest: StoreManifest) -> bool:
    """Whether the file says the same as the manifest; not where it is missing or damaged."""
    try:
        return _data(file) == _plain(manifest)
    except (FileNotFoundError, ValueError):
        return False


def refuse_other_store(folder: Path, old: StoreManifest, new: StoreManifest, to: Listing) -> None:
    """Pass where both would give the same store.

    Raises:
        RunError: they differ; names the first setting or input that does.
    """
    before, after = old.signature, new.signature
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            raise RunError(
                f"{folder} holds an ingest with another setting: {key} was {before.get(key)!r} "
                f"and is now {after.get(key)!r}. Name another run."
            )
    if old.inputs.listing != new.inputs.listing:
        found = first_difference(folder / INPUTS, to.temporary)
        raise RunError(f"{folder} holds an ingest of another input: {found}. Name another run.")


def _data(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8", errors="surrogateescape"))
    return data


def _plain(manifest: StoreManifest) -> dict[str, Any]:
    inputs = asdict(manifest.inputs)
    return {"format": FORMAT, "signature": dict(manifest.signature), "inputs": inputs}
