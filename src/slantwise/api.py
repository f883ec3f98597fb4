"""What slantwise does, each in one call; the command line calls these and prints.

Re-exported by the package: `slantwise.load`, `formats`, `analyze`, `compare`, `evaluate`.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from slantwise.actors import IdentityTable, read_paths, read_tables
from slantwise.errors import InputError, RunError, SettingsError
from slantwise.ingest import IngestSettings, Readable, exists, readable
from slantwise.ingest import read as read_articles
from slantwise.pipeline import (
    Analyser,
    AnalyserSettings,
    Batch,
    Ingested,
    IngestJob,
    Progress,
    analyze_articles,
    analyze_files,
    ingest_files,
    shipped_outlets,
)
from slantwise.records import AnalysedArticle, Article, LinkDecision, Problem, Voice
from slantwise.resources import ACTORS, shipped
from slantwise.run import Manifest, RunFolder, open_run, start_run

if TYPE_CHECKING:
    from slantwise.codebook import Coder
    from slantwise.comparison import ComparisonSettings
    from slantwise.duplicates import DuplicateSettings
    from slantwise.evaluation import Evaluation
    from slantwise.records.comparison import Comparison
    from slantwise.records.contrasts import WordingContrasts
    from slantwise.report import ReportSettings
    from slantwise.wording.kwic import KwicLine

Paths = str | Path | Sequence[str | Path]


def load(
    model: str = "base",
    *,
    actors: Sequence[str | Path] = (),
    threads: int = 0,
    abstain_below: float | None = None,
    codebook: str | Path | None = None,
) -> Analyser:
    """An analyser, ready to read articles.

    Args:
        model: name of a shipped model, or the path of one.
        actors: YAML files of your own that add to the identity table or override it.
        threads: cores to use; 0 takes all. Never changes a result.
        abstain_below: probability under which no stance is named; None takes the model's own.
        codebook: TOML file of your own kinds (docs/codebook.md); None for none.

    Raises:
        ModelError: the model is missing, altered or of another format.
        SettingsError: an identity table or the codebook is not valid.
    """
    return Analyser(
        AnalyserSettings(
            model=model,
            actors=tuple(Path(path) for path in actors),
            threads=threads,
            abstain_below=abstain_below,
            codebook=None if codebook is None else Path(codebook),
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


def compare(
    run: str | Path | RunFolder,
    *,
    out: str | Path | None = None,
    settings: "ComparisonSettings | None" = None,
    report: "ReportSettings | None" = None,
    coded: Sequence[str | Path] = (),
) -> "Comparison":
    """Lay the outlets of a finished run side by side; with `out`, write the report there.

    Args:
        run: a run folder, or its path.
        out: folder for report.html, report.md, tables and manifest.
        settings: minimum numbers, seed, resamples.
        report: how the report is written.
        coded: files of codings (`slantwise code import`), one a task, to correct gaps with.

    Raises:
        RunError: there is no run, or it is not finished.
        CodingError: a file of codings is not valid, or belongs to another run.
    """
    from slantwise.codebook.counting import count_codes
    from slantwise.coding import read_coded
    from slantwise.comparison import ComparisonSettings, compare_run
    from slantwise.report import Extras, ReportSettings, write

    folder = run if isinstance(run, RunFolder) else open_run(Path(run))
    if not folder.finished:
        raise RunError(
            f"{folder.path} is not finished: go on with slantwise analyze and the same inputs."
        )
    chosen = settings or ComparisonSettings()
    samples = [read_coded(path) for path in coded]
    comparison = compare_run(folder, chosen, coded=samples)
    if out is not None:
        shown = replace(report or ReportSettings(), min_confidence=chosen.min_confidence)
        extras = Extras(
            wording=_wording(folder, comparison),
            codebook=count_codes(folder, comparison, chosen),
        )
        write(comparison, folder.articles(), Path(out), settings=shown, extras=extras)
    return comparison


def identity_table(actors: Sequence[str | Path] = ()) -> IdentityTable:
    """The shipped identity table with tables of your own, which add to it or override it.

    Raises:
        SettingsError: a table is not valid; with file and line.
    """
    return read_tables((shipped(ACTORS), *map(Path, actors)))


@dataclass(frozen=True, slots=True)
class CheckedTables:
    """What came of checking identity tables of one's own.

    Attributes:
        entries: entries in them.
        replaced: ids of shipped entries that they replace, sorted.
        actors: entries of the whole table with them.
    """

    entries: int
    replaced: tuple[str, ...]
    actors: int


def check_actors(paths: Sequence[str | Path]) -> CheckedTables:
    """Check identity tables of one's own by themselves and together with the shipped one.

    Raises:
        SettingsError: the first fault, with file and line: no YAML, an unknown key, a missing
            id, a date or kind that is none, an id twice, an unknown parent, parents in a circle,
            a name that two actors claim in the same days without both calling it ambiguous.
    """
    own = {entry.id for path in map(Path, paths) for entry in read_paths(path)}
    table, ours = identity_table(paths), identity_table()
    return CheckedTables(len(own), tuple(sorted(own & set(ours.identities))), len(table.identities))


@dataclass(frozen=True, slots=True)
class NamedThere:
    """A mention in an article.

    Attributes:
        surface: the words.
        actor: id of the actor.
        how: how it was resolved.
        sentence: the sentence it stands in.
    """

    surface: str
    actor: str
    how: str
    sentence: str


@dataclass(frozen=True, slots=True)
class NameInContext:
    """What became of a name in one article.

    Attributes:
        article: id of the article.
        mentions: where the name stands for an actor.
        decisions: merges and refusals of it, with their reasons.
    """

    article: str
    mentions: tuple[NamedThere, ...]
    decisions: tuple[LinkDecision, ...]


def explain_actor(
    name: str,
    context: str | Path,
    *,
    date: datetime | None = None,
    actors: Sequence[str | Path] = (),
) -> NameInContext:
    """What a name means in an article, and which other readings were refused and why.

    Args:
        name: as the article has it; letter case does not count.
        context: a file with one article.
        date: day of publication; None takes the article's own.
        actors: identity tables of your own.

    Raises:
        InputError: the file holds no article.
        SettingsError: an identity table is not valid.
    """
    article = read_one(context)
    analysed = load(actors=actors).read(replace(article, published=date or article.published))
    wanted, text = name.casefold(), analysed.text
    return NameInContext(
        article.id,
        tuple(
            NamedThere(
                surface=mention.span.of(text),
                actor=mention.actor,
                how=mention.how,
                sentence=analysed.sentences[mention.sentence].span.of(text),
            )
            for mention in analysed.mentions
            if wanted in mention.span.of(text).casefold()
        ),
        tuple(one for one in analysed.decisions if wanted in one.surface.casefold()),
    )


def kwic(
    run: str | Path | RunFolder,
    term: str,
    *,
    regex: bool = False,
    voices: Sequence[Voice | str] = (),
    outlets: Sequence[str] = (),
    limit: int | None = None,
) -> Iterator["KwicLine"]:
    """Keyword in context: every hit of a term in a run, with the words around it and whose.

    Args:
        run: a run folder, or its path.
        term: a word or phrase ("occup*" finds "occupied"), or an RE2 pattern with `regex`.
        regex: whether the term is a pattern.
        voices: whose words are searched ("outlet", "direct", "reported", "scare"); all if empty.
        outlets: names of outlets; all if empty.
        limit: hits after which the search stops; None for all.

    Raises:
        RunError: there is no run.
        SettingsError: the term is no valid pattern.
    """
    from slantwise.wording.kwic import KwicSettings
    from slantwise.wording.kwic import kwic as search

    settings = KwicSettings(
        term=term,
        regex=regex,
        voices=tuple(_voice(voice) for voice in voices),
        outlets=tuple(outlets),
        limit=limit,
    )
    return search(run if isinstance(run, RunFolder) else open_run(Path(run)), settings)


def check_codebook(path: str | Path, *, model: str = "base") -> "Coder":
    """A codebook, read and checked, with the classifiers of its labelled sentences.

    Args:
        path: the TOML file.
        model: model whose encoder the classifiers read.

    Raises:
        SettingsError: the codebook is not valid; names file, line and reason.
        ModelError: the model is missing, or gives no sentence states.
    """
    coder = load(model, codebook=path).coder
    if coder is None:
        raise SettingsError(f"codebook {path} was not read")
    return coder


def _voice(name: Voice | str) -> Voice:
    try:
        return Voice(name)
    except ValueError as error:
        known = ", ".join(voice.value for voice in Voice)
        raise SettingsError(f"{name!r} is no voice; voices are {known}.") from error


def _wording(run: RunFolder, comparison: "Comparison") -> "WordingContrasts | None":
    """Wording contrasts, where the run has several outlets and was made with wordings."""
    from slantwise.wording.contrasts import contrast_run
    from slantwise.wording.tables import has_wordings

    if len(comparison.outlets) < 2 or not has_wordings(run):
        return None
    return contrast_run(run, comparison)


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
