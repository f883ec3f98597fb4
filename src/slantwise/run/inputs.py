"""The inputs of a run: a list of its own beside the manifest, which holds only their digests.

`inputs.jsonl` has a line for each file, in the order of reading. It is written and read line by
line, so that a run over millions of files needs no more memory than one over ten.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice, zip_longest
from pathlib import Path

from slantwise.errors import RunError
from slantwise.records import FileDigest
from slantwise.run.disk import settle, stage, writing

INPUTS = "inputs.jsonl"
_NOTHING = hashlib.sha256().hexdigest()
_LINES = 1024
WRITTEN_AGAIN = "The slantwise command that made it writes it again."
"""What to do about a damaged list."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of a run, in sum.

    Attributes:
        n_files: how many there are; 0 for articles that came from a program.
        n_bytes: size of all together.
        listing: sha256 of the list: names the files, their paths and their order.
        contents: sha256 over the digests of the files, sorted, one a line: names what was read,
            wherever it lay.
    """

    n_files: int = 0
    n_bytes: int = 0
    listing: str = _NOTHING
    contents: str = _NOTHING


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of inputs on disk under a temporary name.

    Attributes:
        inputs: what it holds, in sum.
        temporary: where it stands.
    """

    inputs: Inputs
    temporary: Path


@contextmanager
def listed(folder: Path, files: Iterable[FileDigest]) -> Iterator[Listing]:
    """A list of the files beside `INPUTS` of the folder; gone afterwards, unless it was kept.

    Raises:
        RunError: it cannot be written.
    """
    sums = _Sums()
    with writing(folder / INPUTS):
        temporary = stage(folder / INPUTS, sums.pieces(files))
    try:
        yield Listing(sums.inputs(), temporary)
    finally:
        temporary.unlink(missing_ok=True)


def keep_listing(folder: Path, listing: Listing) -> None:
    """Make the list the one of the folder, unless the same list stands there.

    Raises:
        RunError: it cannot be written.
    """
    if list_damage(folder, listing.inputs):
        with writing(folder / INPUTS):
            settle(listing.temporary, folder / INPUTS)


def read_listing(path: Path) -> Iterator[FileDigest]:
    """The files of a list, in the order of reading; none where there is no list.

    Raises:
        RunError: the list cannot be read.
    """
    try:
        with path.open("rb") as file:
            for line in file:
                yield FileDigest(**json.loads(line))
    except FileNotFoundError:
        return
    except (OSError, ValueError, TypeError) as error:
        raise RunError(f"{path} is damaged ({error}). {WRITTEN_AGAIN}") from error


def list_damage(folder: Path, inputs: Inputs) -> str:
    """What is wrong with the list in the folder; empty where nothing is."""
    try:
        with (folder / INPUTS).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return "it is missing" if inputs.n_files else ""
    except OSError as error:
        return f"it cannot be read ({error.strerror})"
    if found != inputs.listing:
        return f"its sha256 is {found[:12]}…, the manifest says {inputs.listing[:12]}…"
    return ""


def refuse_inputs(folder: Path, old: Inputs, new: Inputs, listing: Listing | None) -> None:
    """Pass where the inputs of a run are those of before.

    Raises:
        RunError: they differ; names the first file that does, where both lists are there.
    """
    if old.listing == new.listing:
        return
    found = first_difference(folder / INPUTS, listing.temporary) if listing else ""
    found = found or f"{old.n_files} files of {old.n_bytes} bytes, now {new.n_files}, {new.n_bytes}"
    raise RunError(
        f"{folder} was made of another input: {found}. Name a new run, or give what was read "
        "before in the same order."
    )


def first_difference(old: Path, new: Path) -> str:
    """The first file in which two lists differ, and how; empty where they do not."""
    for before, now in zip_longest(read_listing(old), read_listing(new)):
        if before == now:
            continue
        if before is None:
            return f"{now.path} is new"
        if now is None:
            return f"{before.path} is gone"
        if before.path == now.path:
            return f"{now.path} was {before.sha256[:12]}… and is now {now.sha256[:12]}…"
        return f"{before.path} was read where {now.path} now stands"
    return ""


class _Sums:
    """What a list holds, taken while it is written."""

    def __init__(self) -> None:
        self._n_files = 0
        self._n_bytes = 0
        self._listing = hashlib.sha256()
        self._digests = bytearray()  # 65 bytes a file is all that is held

    def pieces(self, files: Iterable[FileDigest]) -> Iterator[bytes]:
        """The bytes of the list."""
        lines = map(self._line, files)
        while piece := b"".join(islice(lines, _LINES)):
            self._listing.update(piece)
            yield piece

    def inputs(self) -> Inputs:
        """The sums of what was given out."""
        return Inputs(
            n_files=self._n_files,
            n_bytes=self._n_bytes,
            listing=self._listing.hexdigest(),
            contents=_sorted_digest(self._digests),
        )

    def _line(self, file: FileDigest) -> bytes:
        self._n_files += 1
        self._n_bytes += file.n_bytes
        self._digests += f"{file.sha256}\n".encode()
        # In ASCII: a path may hold bytes that are no UTF-8, which Python keeps as lone surrogates.
        return json.dumps(asdict(file)).encode("ascii") + b"\n"


def _sorted_digest(digests: bytearray) -> str:
    """sha256 over digests of 64 characters and a line's end each, sorted, without the last end."""
    import numpy as np

    if digests:
        np.frombuffer(digests, "S65").sort()
    return hashlib.sha256(memoryview(digests)[:-1]).hexdigest()
