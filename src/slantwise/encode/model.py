"""A shipped model: its files, checked against their digests, and its settings.

Read once, before the pipeline starts; nothing in a model's folder is ever executed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slantwise.errors import ModelError
from slantwise.records import KINDS_VERSION, Kind, Stance

FORMAT = 1
_FILES = ("model.onnx", "tokenizer.json", "settings.json")
NAMES = "names.tsv"
"""The names that a model does not see; a model without this file sees all."""
EVIDENCE = "evidence.json"
"""How the framing stage weighs what the model says; without the file, by the default weights."""
_PART = ".weights"
"""Ending of the files that hold the weights of a graph too large for one."""


@dataclass(frozen=True, slots=True)
class Head:
    """How one head's logits become probabilities, and these a decision.

    Attributes:
        temperature: logits are divided by it; above 1 makes the head less sure.
        threshold: a probability from which the head says yes.
        abstain_below: probability of the best class below which no class is named.
    """

    temperature: float = 1.0
    threshold: float = 0.5
    abstain_below: float = 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """A model on disk, checked and described.

    Attributes:
        name: its name ("base").
        folder: where it stands.
        max_tokens: longest input, special tokens counted.
        buckets: padded lengths; a sentence always gets the smallest that holds it.
        techniques: names of the technique head's classes.
        heads: settings a head.
        digest: sha256 over the digests of its files: names the model in every signature.
        blind: whether names give way to stand-ins before it reads.
        tags: parts of speech that the word head knows; empty for a model without one.
        entities: classes of the entity head, each beginning (B-) or going on (I-), and O.
        evidence: weights of evidence for framing by name, in log-odds; empty where none are.
    """

    name: str
    folder: Path
    max_tokens: int
    buckets: tuple[int, ...]
    techniques: tuple[str, ...]
    heads: dict[str, Head]
    digest: str
    blind: bool = False
    tags: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    evidence: Mapping[str, float] = field(default_factory=dict)

    @property
    def reads_words(self) -> bool:
        """Whether it has heads for words and entities, without which no article is analysed."""
        return bool(self.tags and self.entities)


def open_model(folder: Path) -> Model:
    """The model in `folder`, after every file was checked against `SHA256SUMS`.

    Raises:
        ModelError: a file is missing or altered, or the format or a label set is not this
            version's.
    """
    sums = _check_files(folder)
    others = sorted(name for name in sums if _is_further(name))
    settings = _read_settings(folder / "settings.json")
    _check_labels(settings, folder)
    digest = hashlib.sha256("".join(sums[name] for name in (*_FILES, *others)).encode()).hexdigest()
    try:
        return Model(
            name=str(settings["name"]),
            folder=folder,
            max_tokens=int(settings["max_tokens"]),
            buckets=tuple(int(length) for length in settings["buckets"]),
            techniques=tuple(settings["labels"]["techniques"]),
            heads={name: _head(values) for name, values in settings["heads"].items()},
            digest=digest,
            blind=NAMES in sums,
            tags=tuple(settings["labels"].get("tags", ())),
            entities=tuple(settings["labels"].get("entities", ())),
            evidence=_evidence(folder / EVIDENCE) if EVIDENCE in sums else {},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(
            f"{folder / 'settings.json'}: {error!r} is missing or not of the expected form. "
            "The model is damaged or made by another version; train or install it again."
        ) from error


def _head(values: dict[str, float]) -> Head:
    return Head(**{key: float(value) for key, value in values.items()})


def _evidence(path: Path) -> dict[str, float]:
    try:
        return {str(name): float(value) for name, value in json.loads(path.read_bytes()).items()}
    except (AttributeError, TypeError, ValueError) as error:
        raise ModelError(
            f"{path}: expected one JSON object of names and numbers ({error}). Fit it again: "
            "python scripts/fit_findings.py --write"
        ) from error


def _check_files(folder: Path) -> dict[str, str]:
    listing = folder / "SHA256SUMS"
    if not listing.is_file():
        raise ModelError(f"{folder} holds no SHA256SUMS: it is not a complete model.")
    sums = {}
    for line in listing.read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        sums[name.strip()] = digest
    unlisted = sorted(path.name for path in folder.glob(f"*{_PART}") if path.name not in sums)
    if unlisted:
        raise ModelError(f"{folder / unlisted[0]} is not listed in SHA256SUMS. Get it again.")
    for name in (*_FILES, *filter(_is_further, sums)):
        path = folder / name
        if name not in sums or not path.is_file():
            raise ModelError(f"{path} is missing or not listed in SHA256SUMS.")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != sums[name]:
            raise ModelError(
                f"{path} is altered: sha256 is {found[:12]}…, SHA256SUMS says {sums[name][:12]}…. "
                "Get the model again."
            )
    return sums


def _is_further(name: str) -> bool:
    """Whether the model reads the file where it is listed, though not every model has one."""
    return name in (NAMES, EVIDENCE) or name.endswith(_PART)


def _read_settings(path: Path) -> dict[str, Any]:
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ModelError(f"{path}, line {error.lineno}: not JSON ({error.msg}).") from error
    if not isinstance(settings, dict) or settings.get("format") != FORMAT:
        raise ModelError(f"{path}: expected a model of format {FORMAT}.")
    return settings


def _check_labels(settings: dict[str, Any], folder: Path) -> None:
    labels = settings.get("labels", {})
    expected = {
        "kinds_version": KINDS_VERSION,
        "kinds": [kind.value for kind in Kind],
        "stance": [stance.value for stance in Stance],
    }
    for key, value in expected.items():
        if labels.get(key) != value:
            raise ModelError(
                f"{folder / 'settings.json'}: labels.{key} is {labels.get(key)!r}, this version "
                f"of slantwise knows {value!r}. Use a model trained for these labels."
            )
