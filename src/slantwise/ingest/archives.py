"""ZIP archives, file by file: each is unpacked beside the others' remains, read, and removed.

Unpacked to disk and not in memory, so that readers which need to seek (Parquet, DOCX) work, and
one file at a time, so that the disk holds no more than the largest.
"""

import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from slantwise.ingest.content import open_bytes
from slantwise.ingest.files import InputFile, named_folder, passed_over_inside
from slantwise.ingest.problems import problem, shown
from slantwise.ingest.unpacking import Unpacking, UnpackingError
from slantwise.records import Problem

_CHUNK = 1_048_576
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
"""LZMA is left out: a few bytes make its decoder take gigabytes of memory."""

_DRIVE = re.compile(r"[A-Za-z]:")
_UNSAFE = re.compile(r"[^\w.\- ]")


class Allowance:
    """How much of an outermost archive may still be unpacked."""

    def __init__(self, limits: Unpacking) -> None:
        """Nothing is unpacked yet."""
        self.limits = limits
        self._n_bytes = 0

    @property
    def used_up(self) -> bool:
        """Whether nothing more may be unpacked."""
        return self._n_bytes > self.limits.max_total_bytes

    def spend(self, n_bytes: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            UnpackingError: they are more than all the archive may unfold to.
        """
        self._n_bytes += n_bytes
        if self.used_up:
            raise UnpackingError(
                f"the archive unfolds to more than {self.limits.max_total_bytes} bytes. Unpack it "
                "yourself if you trust it, or raise the limit"
            )


def members(file: InputFile, allowance: Allowance) -> Iterator[InputFile | Problem]:
    """The files of the archive by name, each on disk until the next is asked for.

    What a folder would pass over is passed over. An entry is refused, and the others read, where
    its name leads out of the archive, it is a link or encrypted, packed in a way that is not
    read, or unfolds to more than the limits.
    """
    try:
        with zipfile.ZipFile(file.path) as archive:
            yield from _members(archive, file, allowance)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        message = f"the ZIP archive is damaged or cut off ({error}). Save or download it again."
        yield problem(file.source(), "damaged-archive", message)
    except OSError as error:
        message = f"the ZIP archive cannot be read ({error}). Check who may read it."
        yield problem(file.source(), "unreadable-file", message)


def _members(
    archive: zipfile.ZipFile, file: InputFile, allowance: Allowance
) -> Iterator[InputFile | Problem]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > allowance.limits.max_members:
        message = (
            f"the archive holds {len(infos)} files, more than {allowance.limits.max_members}. "
            "Unpack it yourself if you trust it, or raise the limit."
        )
        yield problem(file.source(), "archive-too-large", message)
        return
    every = {PurePosixPath(info.filename) for info in infos}
    n_found = 0
    for info in sorted(infos, key=lambda info: info.filename):
        unsafe = _leads_out(info.orig_filename.replace("\\", "/"))
        if not unsafe and passed_over_inside(PurePosixPath(info.filename), every):
            continue
        n_found += 1
        if allowance.used_up:
            return
        if unsafe:
            message = f"the entry is not read: its name {unsafe}. Pack it again."
            yield problem(file.source(_entry(info)), "unsafe-name", message)
        else:
            yield from _member(archive, info, file, allowance)
    if not n_found:
        message = "the archive holds no file that could be an article. See whether it is whole."
        yield problem(file.source(), "empty-archive", message)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: InputFile, allowance: Allowance
) -> Iterator[InputFile | Problem]:
    entry = _entry(info)
    reason, fault = _fault(info)
    if fault:
        message = f"the entry is not read: {fault}."
        yield problem(file.source(entry), reason, message)
        return
    with TemporaryDirectory(prefix="slantwise-") as folder:
        path = Path(folder) / _UNSAFE.sub("_", PurePosixPath(info.filename).name)[-100:]
        try:
            _unpack(archive, info, path, allowance)
        except UnpackingError as error:
            yield problem(file.source(entry), "archive-too-large", f"{error}.")
            return
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError) as error:
            message = (
                f"the entry cannot be unpacked ({type(error).__name__}: {error}); the others are "
                "read. Save or download the archive again."
            )
            yield problem(file.source(entry), "damaged-archive", message)
            return
        yield _input_file(path, info, file)


def _entry(info: zipfile.ZipInfo) -> str:
    return f"entry {shown(info.orig_filename, 200)}"


def _leads_out(name: str) -> str:
    """What the name does where it leads out of the archive; empty where it does not."""
    if name.startswith("/") or _DRIVE.match(name) or "\x00" in name:
        return "is that of a place outside the archive"
    return "leads out of the archive" if ".." in name.split("/") else ""


def _fault(info: zipfile.ZipInfo) -> tuple[str, str]:
    """Why the entry is refused, as a code and in words; empty where it is not."""
    if stat.S_ISLNK(info.external_attr >> 16):
        return "link-in-archive", "it is a link. Pack the file that it leads to"
    if info.flag_bits & 0x1:
        return "encrypted", "it is encrypted. Unpack it with its password"
    if info.compress_type not in _METHODS:
        method = f"method {info.compress_type} of the ZIP form"
        return "unread-packing", f"it is packed by {method}; expected deflate. Unpack it yourself"
    return "", ""


def _unpack(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, allowance: Allowance
) -> None:
    limits = allowance.limits
    n_bytes = 0
    with archive.open(info) as packed, path.open("xb") as target:
        while chunk := packed.read(_CHUNK):
            n_bytes += len(chunk)
            allowance.spend(len(chunk))
            if n_bytes > limits.max_member_bytes or limits.is_bomb(info.compress_size, n_bytes):
                raise UnpackingError(
                    f"{info.compress_size} bytes unfold to {n_bytes} and more; the limits are "
                    f"{limits.max_ratio} times as many and {limits.max_member_bytes} bytes. "
                    "Unpack it yourself if you trust it, or raise the limits"
                )
            target.write(chunk)


def _input_file(path: Path, info: zipfile.ZipInfo, file: InputFile) -> InputFile:
    folders = (PurePosixPath(file.source().path).stem, *PurePosixPath(info.filename).parts[:-1])
    key = f"{file.key}/{info.filename}".removesuffix(".gz").removesuffix(".txt")
    return InputFile(
        path,
        key,
        named_folder(folders) or file.outlet_folder,
        name=f"{file.source().path}/{info.filename}",
    )


def unpacked_copy(file: InputFile, folder: Path, limits: Unpacking) -> InputFile:
    """The gzipped file with its bytes unpacked into the folder.

    Raises:
        OSError, EOFError, zlib.error: it cannot be unpacked, or passes the limits.
    """
    path = folder / _UNSAFE.sub("_", file.path.name.removesuffix(".gz"))[-100:]
    with open_bytes(file.path, limits) as packed, path.open("xb") as target:
        shutil.copyfileobj(packed, target, _CHUNK)
    return replace(file, path=path, name=file.source().path)
