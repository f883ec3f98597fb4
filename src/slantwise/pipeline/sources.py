"""Where the records of a batch come from: files, the store of an ingest, or a program."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import partial
from itertools import chain
from pathlib import Path

from slantwise.clean import RecurringLines
from slantwise.errors import InputError
from slantwise.ingest import IngestSettings, digests, exists, read
from slantwise.outlets import OutletTable
from slantwise.pipeline.shards import Record
from slantwise.pipeline.share import ReadShare
from slantwise.records import FileDigest
from slantwise.run import RunFolder, Store, is_ingested


def _no_files() -> Iterable[FileDigest]:
    return ()


def share_of(run: RunFolder) -> ReadShare:
    """What follows how much of a run's own inputs is read."""
    return _share(run.inputs(), run.manifest.inputs.n_bytes)


@dataclass(frozen=True, slots=True)
class RecordSource:
    """Where the records of a batch come from.

    Attributes:
        records: gives them, from the first.
        files: gives the digest of every input, in the order of reading.
        share: makes what follows how much of the input is read, for the run that was begun.
        signed: what can change a result beside the settings of reading and analysing, by name.
        recurring: lines that repeat across an outlet's articles, where an ingest found them.
    """

    records: Callable[[], Iterable[Record]]
    files: Callable[[], Iterable[FileDigest]] = _no_files
    share: Callable[[RunFolder], ReadShare] = share_of
    signed: Mapping[str, str] = field(default_factory=dict)
    recurring: RecurringLines | None = None


def from_files(
    paths: Sequence[Path], settings: IngestSettings, outlets: OutletTable
) -> RecordSource:
    """The articles of files and folders."""
    return RecordSource(
        records=partial(read, paths, settings, outlets=outlets),
        files=lambda: chain(digests(paths), digests(settings.texts)),
        signed={"outlets_digest": outlets.digest()},
    )


def from_store(paths: Sequence[Path]) -> RecordSource:
    """The articles that an ingest left in a run folder.

    Raises:
        InputError: there is more than one input.
        RunError: the ingest is damaged or of another format.
    """
    if len(paths) > 1:
        raise InputError(
            "a run with ingested articles is analysed by itself; ingest all the files into one "
            "run, or give files and folders only."
        )
    store = Store(paths[0])
    manifest = store.manifest()
    return RecordSource(
        records=store.read,
        files=store.digests,
        share=lambda _: _share(store.inputs(), manifest.inputs.n_bytes),
        signed=manifest.signature,
        recurring=RecurringLines.of(store.recurring()),
    )


def source_of(
    paths: Sequence[Path], settings: IngestSettings, outlets: Callable[[], OutletTable]
) -> RecordSource:
    """The articles of the inputs, whatever they are.

    Args:
        paths: files and folders, or one run folder with an ingest.
        settings: how files are read.
        outlets: reads the outlet tables, where files are read.

    Raises:
        InputError: an input does not exist, or an ingest is given beside others.
        RunError: the ingest is damaged or of another format.
        SettingsError: an outlet table is not valid.
    """
    for path in (*paths, *settings.texts):
        if not exists(path):
            raise InputError(f"{path} does not exist. Give the path of a file or a folder.")
    if any(map(is_ingested, paths)):
        return from_store(paths)
    return from_files(paths, settings, outlets())


def signed_settings(settings: IngestSettings) -> dict[str, str]:
    """How files are read, by name: all of it can change a result."""
    return {f"ingest_{f.name}": str(getattr(settings, f.name)) for f in fields(settings)}


def _share(files: Iterator[FileDigest], n_bytes: int) -> ReadShare:
    return ReadShare(((file.path, file.n_bytes) for file in files), n_bytes=n_bytes)
