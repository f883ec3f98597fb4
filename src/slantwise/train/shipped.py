"""A folder under models/: graph, tokenizer, settings, metrics, card and check sums.

The last step of training; `slantwise.encode` reads what is written here.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from slantwise.records.labels import KINDS_VERSION
from slantwise.train.labels import ATTRIBUTED, ENTITIES, KINDS, STANCES, TAGS, TECHNIQUES

FORMAT = 1
MAX_TOKENS = 256
BUCKETS = (8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 128, 192, 256)
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class HeadSettings:
    """How the logits of one head are read.

    Attributes:
        temperature: logits are divided by it before sigmoid or softmax; above 0.
        threshold: probability from which a sigmoid label holds; 0 where classes are ranked.
        abstain_below: probability of the best class under which nothing is said; 0 = never.
    """

    temperature: float = 1.0
    threshold: float = 0.5
    abstain_below: float = 0.0


@dataclass(frozen=True, slots=True)
class DataNote:
    """One data set that the weights have seen.

    Attributes:
        name: name of the data set, and its split.
        sha256: digest over its files.
        n: number of sentences used.
        licence: its terms as found in the release.
    """

    name: str
    sha256: str
    n: int
    licence: str


def sha256_of(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def settings_document(
    name: str,
    heads: Mapping[str, HeadSettings],
    *,
    training: Mapping[str, object],
    reads_words: bool,
) -> dict[str, object]:
    """The content of settings.json; labels of words stand in it only where the model reads them."""
    words = {"tags": list(TAGS), "entities": list(ENTITIES)} if reads_words else {}
    return {
        "format": FORMAT,
        "name": name,
        "max_tokens": MAX_TOKENS,
        "buckets": list(BUCKETS),
        "labels": {
            "kinds_version": KINDS_VERSION,
            "kinds": list(KINDS),
            "stance": list(STANCES),
            "techniques": list(TECHNIQUES),
            "attributed": list(ATTRIBUTED),
            **words,
        },
        "heads": {head: head_document(settings) for head, settings in heads.items()},
        "training": dict(training),
    }


def head_document(settings: HeadSettings) -> dict[str, float]:
    """The entry of one head; `abstain_below` only where the head may abstain.

    >>> head_document(HeadSettings(temperature=2.0, threshold=0.25))
    {'temperature': 2.0, 'threshold': 0.25}
    """
    entry = asdict(settings)
    if settings.abstain_below == 0.0:
        del entry["abstain_below"]
    return entry


def write_json(path: Path, document: Mapping[str, Any]) -> None:
    """Write `document` as indented JSON with a final line break."""
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def write_tokenizer(source: str, target: Path) -> None:
    """Write a tokenizer.json without its padding and truncation, which the reader decides."""
    document = json.loads(source)
    document["padding"] = None
    document["truncation"] = None
    target.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS over every other file of `folder`, in order of name."""
    files = sorted(p for p in folder.iterdir() if p.is_file() and p.name != SUMS)
    lines = [f"{sha256_of(path)}  {path.name}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def put_in_place(ready: Path, target: Path) -> None:
    """Move every file of `ready` over its namesake in `target`, check sums last.

    A reader that meets the folder half-way sees a digest that does not fit, never a mixture
    taken for a model.
    """
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(ready.iterdir(), key=lambda p: (p.name == SUMS, p.name)):
        shutil.move(path, target / path.name)
