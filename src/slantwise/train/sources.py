"""The data sets a recipe may name: where they lie, how they are read, on what terms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from slantwise.errors import SettingsError
from slantwise.train.data import babe, directed, framing, news, newsmtsc, polnear, ptc, sentences
from slantwise.train.examples import Example
from slantwise.train.overlap import without_overlap
from slantwise.train.shipped import DataNote, sha256_of


@dataclass(frozen=True, slots=True)
class Source:
    """A data set.

    Attributes:
        folder: its folder under the data folder (or, if `own`, under corpora/).
        read: reader of one split.
        licence: terms as found in the release.
        own: whether we wrote it.
        any_use: whether a licence allows any use of it, selling what it teaches included.
    """

    folder: str
    read: Callable[[Path, str], list[Example]]
    licence: str
    own: bool = False
    any_use: bool = False


SOURCES = {
    "newsmtsc": Source("newsmtsc", newsmtsc.read, "MIT", any_use=True),
    "directed": Source(
        "directed_sentiment", directed.read, "no licence file; any purpose if the paper is cited"
    ),
    "babe": Source("babe", babe.read, "AGPL-3.0"),
    "ptc": Source("ptc", ptc.read, "no licence in the release; research use, cite the paper"),
    "polnear": Source("polnear", polnear.read, "no licence in the release"),
    "anno-lexical": Source("anno_lexical", sentences.read_anno_lexical, "MIT", any_use=True),
    "news": Source("allsides_events", news.read, "Apache-2.0 (release; texts are their outlets')"),
    "newssd": Source("newssd_eng", sentences.read_newssd, "CC BY 4.0", any_use=True),
    "framing": Source(
        "framing", framing.read, "Apache-2.0 (this repository)", own=True, any_use=True
    ),
}
SET_ASIDE = (
    ("newsmtsc", "rw-dev"),
    ("newsmtsc", "mt-dev"),
    ("directed", "dev"),
    ("ptc", "dev"),
    ("polnear", "dev"),
    ("newssd", "dev"),
    ("newssd", "test"),
    ("anno-lexical", "dev"),
    ("anno-lexical", "test"),
    ("babe", "train"),
    ("framing", "dev"),
    ("framing", "test"),
)
"""Splits that figures are measured on: near-duplicates of them leave every training set.

BABE has no dev part here; it is cross-validated, so nothing else may teach its sentences.
"""


@dataclass(frozen=True, slots=True)
class DataFolders:
    """Where data lie.

    Attributes:
        given: folder of the public releases.
        own: the repository's corpora folder.
    """

    given: Path
    own: Path

    def of(self, name: str) -> Path:
        """The folder of data set `name`.

        Raises:
            SettingsError: no data set of that name is known.
        """
        if name not in SOURCES:
            raise SettingsError(f"unknown data set {name!r}, expected one of {sorted(SOURCES)}")
        source = SOURCES[name]
        return (self.own if source.own else self.given) / source.folder

    def read(self, name: str, split: str) -> list[Example]:
        """All examples of one split."""
        return SOURCES[name].read(self.of(name), split) if self.of(name).exists() else []

    def note(self, name: str, split: str, n: int) -> DataNote:
        """The record of one data set for the model card."""
        digests = [sha256_of(path) for path in sorted(self.of(name).rglob("*")) if path.is_file()]
        joined = sha256_of_text("\n".join(digests))
        return DataNote(f"{name} {split}", joined, n, SOURCES[name].licence)


def sha256_of_text(text: str) -> str:
    """Hexadecimal SHA-256 of a text."""
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()


def aside_texts(folders: DataFolders) -> list[str]:
    """Texts of every sentence that figures are measured on."""
    return [e.text for name, split in SET_ASIDE for e in folders.read(name, split)]


def training_examples(
    folders: DataFolders, name: str, split: str, aside: Sequence[str]
) -> list[Example]:
    """Examples of a training split without near-duplicates of sentences set aside.

    BABE itself keeps all its sentences, which cross-validation folds apart.
    """
    examples = folders.read(name, split)
    return examples if name == "babe" else without_overlap(examples, aside)
