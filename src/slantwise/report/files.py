"""Writing a folder of files so that no reader ever sees half of one."""

import json
import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Protocol

from slantwise.errors import SettingsError

MANIFEST = "manifest.json"
MANIFEST_FORMAT = 1

Entry = dict[str, str | int]
"""Digest and size of a file."""


def as_bytes(text: str) -> bytes:
    r"""UTF-8, with lone surrogates (which UTF-8 cannot hold) written as escapes.

    >>> as_bytes("\ud800!")
    b'\\ud800!'
    """
    return text.encode("utf-8", "backslashreplace")


class Pieces(Protocol):
    """Content of a file that is made while it is written."""

    def pieces(self) -> Iterable[bytes]:
        """The content from its start, cut anywhere; the same each time."""
        ...


Content = bytes | Pieces


def write_all(out: Path, files: Mapping[str, Content], *, signature: Mapping[str, str]) -> None:
    """Writes `files` (by path inside `out`), then the manifest that names them with digests.

    Every file is first written whole under a temporary name; the manifest goes last, so that
    a folder with a manifest holds all that it names.

    Raises:
        SettingsError: `out` is a file.
        OSError: the disk refuses.
    """
    if out.exists() and not out.is_dir():
        raise SettingsError(f"{out} is a file; a report needs a folder: name another with --out")
    places = {inside: out / inside for inside in (*files, MANIFEST)}
    mark = token_hex(4)
    waiting = {place: place.with_name(f".{place.name}.{mark}") for place in places.values()}
    try:
        entries = {
            inside: _write_whole(waiting[places[inside]], content)
            for inside, content in files.items()
        }
        _write_whole(waiting[places[MANIFEST]], _manifest(entries, signature))
        for place, temporary in waiting.items():
            temporary.replace(place)
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def _write_whole(path: Path, content: Content) -> Entry:
    """Write the content and say what the manifest says of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, n_bytes = sha256(), 0
    with path.open("xb") as file:
        for piece in (content,) if isinstance(content, bytes) else content.pieces():
            file.write(piece)
            digest.update(piece)
            n_bytes += len(piece)
        file.flush()
        os.fsync(file.fileno())
    return {"sha256": digest.hexdigest(), "bytes": n_bytes}


def _manifest(entries: Mapping[str, Entry], signature: Mapping[str, str]) -> bytes:
    content = {
        "format": MANIFEST_FORMAT,
        "signature": dict(sorted(signature.items())),
        "files": dict(sorted(entries.items())),
    }
    return (json.dumps(content, indent=2) + "\n").encode("ascii")
