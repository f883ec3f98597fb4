"""Files in, articles and problems out: the stage `ingest`."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import file_digest
from pathlib import Path

from slantwise.ingest.ahead import read_ahead
from slantwise.ingest.articles import Settler
from slantwise.ingest.content import read_head
from slantwise.ingest.drafts import Draft, Listed
from slantwise.ingest.expanding import expanded
from slantwise.ingest.files import InputFile, input_files
from slantwise.ingest.formats import Format, format_named, recognised
from slantwise.ingest.hub import read_hub
from slantwise.ingest.hub_names import is_hub_name
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.web.joining import Joiner
from slantwise.outlets import OutletTable
from slantwise.records import Article, FileDigest, Problem


def read(
    paths: Sequence[Path],
    settings: IngestSettings | None = None,
    *,
    outlets: OutletTable | None = None,
    workers: int = 1,
) -> Iterator[Article | Problem]:
    """Every article of the files and folders, and a problem for each record that is none.

    In the order of the paths, folders sorted by name; a problem that does not stop an article
    comes before it. Nothing is held but the record in hand, and what keeps ids unique. No paths
    give nothing.

    Args:
        paths: files and folders.
        settings: how they are read.
        outlets: what names of outlets and marks of agencies are looked up in; without one,
            names stay as they are.
        workers: processes that read small files ahead. Never changes a result.

    Raises:
        SettingsError: the settings name a format that there is not.
    """
    settings = settings or IngestSettings()
    forced = format_named(settings.format) if settings.format else None
    found = _found(paths, settings, forced, workers)
    return _read(found, settings, Settler(settings, outlets))


def digests(paths: Iterable[Path]) -> Iterator[FileDigest]:
    """The digest of each file that `read` would read, in the order in which it would.

    Files are read piece by piece; those that cannot be read are left out, for `read` to report.
    """
    for file in input_files(paths):
        if isinstance(file, InputFile):
            try:
                with file.path.open("rb") as stream:
                    digest = file_digest(stream, "sha256").hexdigest()
                    n_bytes = stream.tell()
            except OSError:
                continue
            yield FileDigest(str(file.path), digest, n_bytes)


def _read(
    found: Iterable[Draft | Listed | Problem], settings: IngestSettings, settler: Settler
) -> Iterator[Article | Problem]:
    with Joiner(_texts(settings) if settings.texts else None) as joiner:
        for one in found:
            for draft in joiner.joined(one) if isinstance(one, Listed) else (one,):
                if isinstance(draft, Problem):
                    yield draft
                else:
                    yield from settler.settle(draft)


def _texts(settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The texts that are given beside lists, in any format: what is set is about the lists."""
    own = replace(settings, format="", columns={}, texts=())
    for found in _found(settings.texts, own, None):
        if not isinstance(found, Listed):
            yield found


def _found(
    paths: Iterable[Path], settings: IngestSettings, forced: Format | None, workers: int = 1
) -> Iterator[Draft | Listed | Problem]:
    reader = partial(_drafts, settings=settings, forced=forced)
    for file, drafts in read_ahead(_files(paths, settings), reader, workers):
        if isinstance(file, Problem):
            yield file
            continue
        draft = None
        for draft in drafts:
            yield draft
        if draft is None:
            message = "the file holds no article; expected at least one. See whether it is whole."
            yield problem(file.source(), "no-articles", message)


def _files(paths: Iterable[Path], settings: IngestSettings) -> Iterator[InputFile | Problem]:
    """The files to be read, those inside archives one by one."""
    for file in input_files(paths):
        if isinstance(file, Problem):
            yield file
        else:
            yield from expanded(file, settings.unpacking)


def _drafts(
    file: InputFile, settings: IngestSettings, forced: Format | None
) -> Iterator[Draft | Listed | Problem]:
    try:
        if is_hub_name(file.path):
            yield from read_hub(file, settings)
            return
        found = forced or recognised(file, read_head(file.path, settings.columns))
        if isinstance(found, Problem):
            yield found
        else:
            yield from found.read(file, settings)
    except (OSError, EOFError, zlib.error) as error:
        message = (
            f"the file cannot be read on ({type(error).__name__}: {error}); what came before is "
            "kept. Check who may read it, or save or download it again."
        )
        yield problem(file.source(), "unreadable-file", message)
