"""The run folder: a manifest and Parquet parts, each written whole or not at all.

Whatever instant a process is killed at, the folder holds only finished parts; the same command
goes on from there.
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from slantwise.errors import RunError
from slantwise.records import AnalysedArticle, FileDigest
from slantwise.run.disk import settle, sweep, writing
from slantwise.run.inputs import (
    INPUTS,
    Listing,
    keep_listing,
    read_listing,
    refuse_inputs,
)
from slantwise.run.manifest import (
    MANIFEST,
    Manifest,
    Tally,
    read_manifest,
    refuse_difference,
    write_manifest,
)
from slantwise.run.parts import Outcome, PartWriter, Staged, part_path, read_part
from slantwise.run.receipts import (
    Receipt,
    Sitting,
    add_receipt,
    mend_receipts,
    read_receipts,
)


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A run on disk.

    Attributes:
        path: the folder.
        manifest: what made it.
    """

    path: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        """What the run is called: its folder, or the folder around it where that says "run"."""
        path = self.path.resolve()
        return path.parent.name if path.name == "run" else path.name

    @property
    def finished(self) -> bool:
        """Whether every part is written."""
        return self.manifest.n_parts is not None

    def part(self, index: int) -> Path:
        """Where the part of that index stands, written or not."""
        return part_path(self.path, index)

    def parts(self) -> list[Path]:
        """The finished parts in order; of a finished run all, should one be missing on disk."""
        return [self.part(index) for index in self.receipts()]

    def receipts(self) -> dict[int, Receipt]:
        """Receipts of the finished parts, in order.

        Raises:
            RunError: they cannot be read, or a finished run lacks some.
        """
        receipts = read_receipts(self.path)
        n_parts = self.manifest.n_parts
        if n_parts is not None and list(receipts) != list(range(n_parts)):
            raise RunError(
                f"{self.path} is damaged: its manifest names {n_parts} parts, its receipts "
                f"{len(receipts)}. The slantwise analyze command that made it mends it."
            )
        return receipts

    def inputs(self) -> Iterator[FileDigest]:
        """The files that were read, in the order of reading; none where a program gave articles.

        Raises:
            RunError: their list cannot be read.
        """
        return read_listing(self.path / INPUTS)

    def writer(self) -> PartWriter:
        """What writes parts of this run under temporary names; `commit` takes them up."""
        return PartWriter(self.path, self.manifest.digest)

    def commit(self, staged: Staged, *, read: str = "", sitting: Sitting | None = None) -> Receipt:
        """Make a staged part part of the run, and write its receipt.

        Raises:
            RunError: it cannot be written.
        """
        receipt = Receipt(
            part=staged.part,
            sha256=staged.sha256,
            n_bytes=staged.n_bytes,
            read=read,
            tally=staged.tally,
            sitting=sitting or Sitting(),
        )
        target = self.part(staged.part)
        with writing(target):
            settle(staged.temporary, target)
        add_receipt(self.path, receipt)
        return receipt

    def write(self, index: int, outcomes: Sequence[Outcome]) -> None:
        """Write one part whole.

        Raises:
            RunError: it cannot be written.
        """
        self.commit(self.writer().stage(index, outcomes))

    def damage(self, receipt: Receipt) -> str:
        """What is wrong with the file of a finished part; empty where nothing is."""
        path = self.part(receipt.part)
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return "it is missing"
        except OSError as error:
            return f"it cannot be read ({error.strerror})"
        if found != receipt.sha256:
            return f"its sha256 is {found[:12]}…, its receipt says {receipt.sha256[:12]}…"
        return ""

    def read(self, *, without: Collection[str] = ()) -> Iterator[Outcome]:
        """Every record of the run in input order, one part in memory at a time.

        Args:
            without: list columns of `schema.PART` that are not read.

        Raises:
            RunError: a part is missing or damaged.
        """
        for path in self.parts():
            yield from read_part(path, without=without)

    def articles(self, *, without: Collection[str] = ()) -> Iterator[AnalysedArticle]:
        """The analysed articles in input order; see `read`."""
        found = self.read(without=without)
        return (outcome for outcome in found if isinstance(outcome, AnalysedArticle))

    def finish(self, n_parts: int) -> "RunFolder":
        """The same run, marked finished on disk.

        Raises:
            RunError: a part has no receipt, or the manifest cannot be written.
        """
        receipts = read_receipts(self.path)
        missing = sorted(set(range(n_parts)) - set(receipts))
        if missing:
            raise RunError(f"{self.part(missing[0])} is not written: the run is not finished.")
        kept = [receipts[index] for index in range(n_parts)]
        total = sum((receipt.tally for receipt in kept), Tally())
        return self._with(
            replace(self.manifest, n_parts=n_parts, total=total, result=result_digest(kept))
        )

    def reopened(self) -> "RunFolder":
        """The same run, marked not finished on disk: a part is to be done again.

        Raises:
            RunError: the manifest cannot be written.
        """
        return self._with(replace(self.manifest, n_parts=None, total=None, result=""))

    def _with(self, manifest: Manifest) -> "RunFolder":
        write_manifest(self.path, manifest)
        return RunFolder(self.path, manifest)


def result_digest(receipts: Sequence[Receipt]) -> str:
    """sha256 over the digests of the parts in order, one a line: names the result of a run."""
    lines = "".join(f"{receipt.sha256}\n" for receipt in receipts)
    return hashlib.sha256(lines.encode()).hexdigest()


def open_run(path: Path) -> RunFolder:
    """The run in `path`.

    Raises:
        RunError: there is none, or its manifest is damaged or of another format.
    """
    return RunFolder(path, read_manifest(path))


def is_run(path: Path) -> bool:
    """Whether a run stands in the folder, finished or not."""
    return (path / MANIFEST).is_file() and (path / "parts").is_dir()


def start_run(path: Path, manifest: Manifest, listing: Listing | None = None) -> RunFolder:
    """A new run in `path`, or the one already there if the same inputs and settings made it.

    What a dead process left behind is taken away.

    Args:
        path: the run folder.
        manifest: what makes the run.
        listing: the list of its inputs, which is kept; None where no file is read.

    Raises:
        RunError: the folder cannot be written, or a run made otherwise stands there.
    """
    if (path / MANIFEST).is_file():
        run = open_run(path)
        refuse_difference(path, run.manifest, manifest)
        refuse_inputs(path, run.manifest.inputs, manifest.inputs, listing)
    elif read_receipts(path):
        # Parts of unknown settings must never be taken for ours.
        raise RunError(
            f"{path} holds finished parts but no {MANIFEST}, so nobody knows what made them. Bring "
            f"{MANIFEST} back, or name a new run."
        )
    else:
        run = RunFolder(path, manifest)
    with writing(path):
        (path / "parts").mkdir(parents=True, exist_ok=True)
        if listing:
            keep_listing(path, listing)
        sweep(path)
    mend_receipts(path)
    if not (path / MANIFEST).is_file():
        write_manifest(path, manifest)
    return run


def counts(run: RunFolder) -> dict[str, int]:
    """Articles analysed, records that were not, and remarks that kept nothing out."""
    total = sum((receipt.tally for receipt in run.receipts().values()), Tally())
    return {
        "articles": total.n_articles,
        "not_analysed": total.n_not_analysed,
        "remarks": total.n_remarks,
    }
