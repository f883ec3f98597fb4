"""Receipts of an unfinished ingest: which shards are stored, so that the same command goes on."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from slantwise.run.disk import append_line, write_whole

SHARDS = "shards.jsonl"


@dataclass(frozen=True, slots=True)
class StoredShard:
    """A shard whose tables are all on disk.

    Attributes:
        index: its place among the shards, from 0.
        n_records: records read.
        read: digest of the records it was made of.
        files: sha256 of its tables, by their names inside the store.
    """

    index: int
    n_records: int
    read: str
    files: Mapping[str, str]


def sound_shards(folder: Path) -> dict[int, StoredShard]:
    """The shards stored whole in a store's folder, by index; receipts of others are taken out.

    Raises:
        RunError: the receipts cannot be written.
    """
    found = [shard for shard in read_shards(folder) if _is_whole(folder, shard)]
    if (folder / SHARDS).is_file():
        write_whole(folder / SHARDS, b"".join(_line(shard).encode() + b"\n" for shard in found))
    return {shard.index: shard for shard in found}


def read_shards(folder: Path) -> list[StoredShard]:
    """The shards that have a receipt in a store's folder; none where none has begun."""
    try:
        lines = (folder / SHARDS).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    return [shard for shard in map(_shard, lines) if shard]


def add_shard(folder: Path, shard: StoredShard) -> None:
    """Write down that a shard is stored.

    Raises:
        RunError: it cannot be written.
    """
    append_line(folder / SHARDS, _line(shard))


def _line(shard: StoredShard) -> str:
    return json.dumps(asdict(shard))


def _shard(line: bytes) -> StoredShard | None:
    try:
        return StoredShard(**json.loads(line))
    except (ValueError, TypeError):
        return None  # cut short by a kill: its shard is done again


def _is_whole(folder: Path, shard: StoredShard) -> bool:
    for name, digest in shard.files.items():
        try:
            with (folder / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                    return False
        except OSError:
            return False  # gone or unreadable: done again
    return True
