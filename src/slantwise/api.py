"""What slantwise does, each in one call; the command line calls these and prints.

Re-exported by the package: `slantwise.load`, `formats`, `analyze`, `status`, `verify`, `compare`,
`evaluate`.
"""

import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from slantwise.errors import InputError, RunError
from slantwise.ingest import IngestSettings, Readable, exists, readable
from slantwise.ingest import read as read_articles
from slantwise.pipeline import (
    Analyser,
    AnalyserSettings,
    Batch,
    Progress,
    analyze_articles,
    analyze_files,
)
from slantwise.records import AnalysedArticle, Article, Problem
from slantwise.run import (
    Manifest,
    RunFolder,
    RunStatus,
    Verification,
    open_run,
    run_status,
    start_run,
    verify_run,
)

if TYPE_CHECKING:
    from slantwise.comparison import ComparisonSettings
    from slantwise.evaluation import Evaluation
    from slantwise.records.comparison import Comparison
    from slantwise.report import ReportSettings

Paths = str | Path | Sequence[str | Path]


def load(
    model: str = "base",
    *,
    actors: Sequence[str | Path] = (),
    threads: int = 0,
    abstain_below: float | None = None,
) -> Analyser:
    """An analyser, ready to read articles.

    Args:
        model: name of a shipped model, or the path of one.
        actors: YAML files of your own that add to the identity table or override it.
        threads: cores to use; 0 takes all. Never changes a result.
        abstain_below: probability under which no stance is named; None takes the model's own.

    Raises:
        ModelError: the model is missing, altered or of another format.
        SettingsError: an identity table is not valid.
    """
    return Analyser(
        AnalyserSettings(
            model=model,
            actors=tuple(Path(path) for path in actors),
            threads=threads,
            abstain_below=abstain_below,
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
    for record in read_articles([Path(path)], ingest or IngestSettings()):
        if isinstance(record, Article):
            return record
        problems.append(record)
    reason = problems[0].message if problems else "it is empty"
    raise InputError(f"{path} holds no article: {reason}")


def analyze(
    articles: Paths | Iterable[Article],
    *,
    run: str | Path,
    ingest: IngestSettings | None = None,
    settings: AnalyserSettings | None = None,
    workers: int = 0,
    progress: Callable[[Progress], None] | None = None,
) -> RunFolder:
    """Analyse articles into a run folder; the same call goes on where a run stopped.

    Args:
        articles: paths of files and folders, or articles.
        run: the run folder; made where it does not exist.
        ingest: how files are read (column names, outlet, format).
        settings: how articles are analysed.
        workers: processes; 0 takes one a core. Never changes a result.
        progress: called after every shard.

    Raises:
        InputError: an input does not exist, or no article could be read at all.
        RunError: the folder holds a run made otherwise, is in use, or cannot be written.
    """
    batch = Batch(
        inputs=_paths(articles),
        run=Path(run),
        ingest=ingest or IngestSettings(),
        analyser=settings or AnalyserSettings(),
        workers=workers,
    )
    if batch.inputs:
        return analyze_files(batch, report=progress)
    return analyze_articles(_articles(articles), batch, report=progress)


def status(run: str | Path) -> RunStatus:
    """How far a run has come, while another process works on it or afterwards.

    Args:
        run: the run folder.

    Raises:
        RunError: there is no run, or its manifest is damaged.
    """
    return run_status(Path(run))


def verify(run: str | Path) -> Verification:
    """Look a run over: digests, counts, no article missing or twice, parts against the manifest.

    Args:
        run: the run folder; of one at work or stopped, the finished parts are looked over.

    Raises:
        RunError: there is no run.
    """
    return verify_run(Path(run))


def compare(
    run: str | Path | RunFolder,
    *,
    out: str | Path | None = None,
    settings: "ComparisonSettings | None" = None,
    report: "ReportSettings | None" = None,
) -> "Comparison":
    """Lay the outlets of a finished run side by side; with `out`, write the report there.

    Args:
        run: a run folder, or its path.
        out: folder for report.html, report.md, tables and manifest.
        settings: minimum numbers, seed, resamples.
        report: how the report is written.

    Raises:
        RunError: there is no run, or it is not finished.
    """
    from slantwise.comparison import ComparisonSettings, compare_run
    from slantwise.report import ReportSettings, write

    folder = run if isinstance(run, RunFolder) else open_run(Path(run))
    if not folder.finished:
        raise RunError(
            f"{folder.path} is not finished: go on with slantwise analyze and the same inputs."
        )
    chosen = settings or ComparisonSettings()
    comparison = compare_run(folder, chosen)
    if out is not None:
        shown = report or ReportSettings(min_confidence=chosen.min_confidence)
        write(comparison, folder.articles(), Path(out), settings=shown)
    return comparison


def article_page(analysed: AnalysedArticle, path: str | Path, signature: dict[str, str]) -> None:
    """Write one analysed article as an offline page: a report of a single article.

    Args:
        analysed: the article.
        path: the HTML file; replaced where it exists.
        signature: what made the analysis (`Analyser.signature`).
    """
    with tempfile.TemporaryDirectory() as work:
        run = start_run(Path(work) / "run", Manifest(signature, {}, 1))
        run.write(0, [analysed])
        compare(run.finish(1), out=Path(work) / "report")
        page = (Path(work) / "report" / "report.html").read_bytes()
    Path(path).write_bytes(page)


def evaluate(
    task: str,
    gold: str | Path,
    *,
    model: str = "base",
    actors: Sequence[str | Path] = (),
    progress: Callable[[int], None] | None = None,
) -> "Evaluation":
    """Score a model against a gold file.

    Args:
        task: one of the tasks in docs/gold.md ("stance-mentions", "voice", …).
        gold: a JSON Lines file in that task's form.
        model: name of a shipped model, or the path of one.
        actors: YAML files of your own that add to the identity table or override it.
        progress: called with the number of items done.

    Raises:
        GoldError: a line of the gold file is not of the task's form.
        ModelError: the model is missing, altered or of another format.
    """
    from slantwise.evaluation import evaluate as score

    return score(task, Path(gold), load(model, actors=actors), progress=progress)


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
