"""Articles in, a run out: what reads and analyses."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from slantwise.encode import Device, Precision
from slantwise.errors import InputError
from slantwise.ingest import IngestSettings, Readable, exists, readable
from slantwise.ingest import read as read_articles
from slantwise.pipeline import (
    Analyser,
    AnalyserSettings,
    Batch,
    Ingested,
    IngestJob,
    Progress,
    RayCluster,
    analyze_articles,
    analyze_files,
    ingest_files,
    shipped_outlets,
)
from slantwise.records import Article, Problem
from slantwise.run import (
    RunFolder,
)

if TYPE_CHECKING:
    from slantwise.duplicates import DuplicateSettings


Paths = str | Path | Sequence[str | Path]


def load(
    model: str = "base",
    *,
    actors: Sequence[str | Path] = (),
    threads: int = 0,
    abstain_below: float | None = None,
    codebook: str | Path | None = None,
    device: Device = "cpu",
    precision: Precision | None = None,
) -> Analyser:
    """An analyser, ready to read articles.

    Args:
        model: name of a shipped model, or the path of one.
        actors: YAML files of your own that add to the identity table or override it.
        threads: cores to use; 0 takes all. Never changes a result.
        abstain_below: probability under which no stance is named; None takes the model's own.
        codebook: TOML file of your own kinds (docs/codebook.md); None for none.
        device: "cpu", or "cuda" for a GPU (docs/gpu.md).
        precision: of the model on a GPU, "bf16" or "fp32"; None takes bf16.

    Raises:
        MissingExtraError: a GPU is asked for without the gpu extra.
        ModelError: the model is missing, altered or of another format.
        SettingsError: an identity table or the codebook is not valid, or there is no GPU.
    """
    return Analyser(
        AnalyserSettings(
            model=model,
            actors=tuple(Path(path) for path in actors),
            threads=threads,
            abstain_below=abstain_below,
            codebook=None if codebook is None else Path(codebook),
            device=device,
            precision=precision,
        )
    )


def formats() -> tuple[Readable, ...]:
    """Every form of file that can be read: what it is, how it is recognised, what it gives.

    In the order in which they are tried, then what may hold them (folders, archives, hubs).
    """
    return readable()


def read_one(path: str | Path, *, ingest: IngestSettings | None = None) -> Article:
    """The first article in a file.

    Raises:
        InputError: the file holds none; says why.
    """
    if not exists(Path(path)):
        raise InputError(f"{path} does not exist. Give the path of a file that holds an article.")
    problems: list[Problem] = []
    records = read_articles([Path(path)], ingest or IngestSettings(), outlets=shipped_outlets())
    for record in records:
        if isinstance(record, Article):
            return record
        problems.append(record)
    reason = problems[0].message if problems else "it is empty"
    raise InputError(f"{path} holds no article: {reason}")


def ingest(
    inputs: Paths,
    *,
    run: str | Path,
    settings: IngestSettings | None = None,
    outlets: Sequence[str | Path] = (),
    duplicates: "DuplicateSettings | None" = None,
    workers: int = 0,
    progress: Callable[[int], None] | None = None,
) -> Ingested:
    """Read articles into a run folder, clean them, and find duplicates and repeating lines.

    Give the run folder to `analyze` or `compare` afterwards.

    Args:
        inputs: paths of files and folders.
        run: the run folder; made where it does not exist.
        settings: how files are read (column names, outlet, format).
        outlets: YAML files of your own that add to the outlet table or override it.
        duplicates: when two articles are one.
        workers: processes; 0 takes one a core. Never changes a result.
        progress: called with the number of records done.

    Raises:
        InputError: an input does not exist, or no article could be read at all.
        RunError: the folder holds another ingest, is in use, or cannot be written.
        SettingsError: an outlet table is not valid.
    """
    from slantwise.duplicates import DuplicateSettings

    job = IngestJob(
        inputs=_paths(inputs),
        run=Path(run),
        ingest=settings or IngestSettings(),
        outlets=tuple(map(Path, outlets)),
        duplicates=duplicates or DuplicateSettings(),
        workers=workers,
    )
    return ingest_files(job, report=progress)


def analyze(
    articles: Paths | Iterable[Article],
    *,
    run: str | Path,
    ingest: IngestSettings | None = None,
    settings: AnalyserSettings | None = None,
    outlets: Sequence[str | Path] = (),
    workers: int = 0,
    cluster: RayCluster | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> RunFolder:
    """Analyse articles into a run folder; the same call goes on where a run stopped.

    Args:
        articles: paths of files and folders, or articles.
        run: the run folder; made where it does not exist.
        ingest: how files are read (column names, outlet, format).
        settings: how articles are analysed.
        outlets: YAML files of your own that add to the outlet table or override it.
        workers: processes; 0 takes one a core. Never changes a result.
        cluster: where Ray runs, which then carries the workers; None for this machine alone.
        progress: called after every shard.

    Raises:
        InputError: an input does not exist, or no article could be read at all.
        MissingExtraError: a cluster is given and Ray is not installed.
        RunError: the folder holds a run made otherwise, is in use, or cannot be written.
    """
    batch = Batch(
        inputs=_paths(articles),
        run=Path(run),
        ingest=ingest or IngestSettings(),
        analyser=settings or AnalyserSettings(),
        workers=workers,
        outlets=tuple(map(Path, outlets)),
        cluster=cluster,
    )
    if batch.inputs:
        return analyze_files(batch, report=progress)
    return analyze_articles(_articles(articles), batch, report=progress)


def _paths(articles: Paths | Iterable[Article]) -> tuple[Path, ...]:
    if isinstance(articles, str | Path):
        return (Path(articles),)
    if isinstance(articles, Sequence):
        return tuple(Path(item) for item in articles if isinstance(item, str | Path))
    return ()


def _articles(articles: Paths | Iterable[Article]) -> Iterable[Article]:
    if isinstance(articles, str | Path):
        return ()
    return (item for item in articles if isinstance(item, Article))
