"""Writing a folder of files so that no reader ever sees half of one."""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from slantwise.errors import SettingsError

MANIFEST = "manifest.json"
MANIFEST_FORMAT = 1


def as_bytes(text: str) -> bytes:
    r"""UTF-8, with lone surrogates (which UTF-8 cannot hold) written as escapes.

    >>> as_bytes("\ud800!")
    b'\\ud800!'
    """
    return text.encode("utf-8", "backslashreplace")


def write_all(out: Path, files: Mapping[str, bytes], *, signature: Mapping[str, str]) -> None:
    """Writes `files` (by path inside `out`), then the manifest that names them with digests.

    Every file is first written whole under a temporary name; the manifest goes last, so that
    a folder with a manifest holds all that it names.

    Raises:
        SettingsError: `out` is a file.
        OSError: the disk refuses.
    """
    if out.exists() and not out.is_dir():
        raise SettingsError(f"{out} is a file; a report needs a folder: name another with --out")
    everything = {**files, MANIFEST: _manifest(files, signature)}
    places = {inside: out / inside for inside in everything}
    mark = token_hex(4)
    waiting = {place: place.with_name(f".{place.name}.{mark}") for place in places.values()}
    try:
        for inside, content in everything.items():
            _write_whole(waiting[places[inside]], content)
        for place, temporary in waiting.items():
            temporary.replace(place)
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _manifest(files: Mapping[str, bytes], signature: Mapping[str, str]) -> bytes:
    content = {
        "format": MANIFEST_FORMAT,
        "signature": dict(sorted(signature.items())),
        "files": {
            inside: {"sha256": sha256(files[inside]).hexdigest(), "bytes": len(files[inside])}
            for inside in sorted(files)
        },
    }
    return (json.dumps(content, indent=2) + "\n").encode("ascii")
