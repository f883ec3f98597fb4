"""A finished run compared, and searched."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from slantwise.errors import RunError, SettingsError
from slantwise.garbage import seldom_searched
from slantwise.records import AnalysedArticle, Voice
from slantwise.run import Inputs, Manifest, RunFolder, open_run, start_run

if TYPE_CHECKING:
    from slantwise.comparison import ComparisonSettings, Scene
    from slantwise.records.comparison import Comparison
    from slantwise.records.contrasts import WordingContrasts
    from slantwise.report import ReportSettings
    from slantwise.wording.aside import Terms
    from slantwise.wording.kwic import KwicLine


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

    A run of 5,000 articles or more is read by processes of its own: a program calls this under
    `if __name__ == "__main__":`.

    Raises:
        RunError: there is no run, or it is not finished.
        CodingError: a file of codings is not valid, or belongs to another run.
    """
    from slantwise.coding import read_coded
    from slantwise.comparison import ComparisonSettings, compare_scene, read_scene

    folder = run if isinstance(run, RunFolder) else open_run(Path(run))
    if not folder.finished:
        raise RunError(
            f"{folder.path} is not finished: go on with slantwise analyze and the same inputs."
        )
    chosen = settings or ComparisonSettings()
    samples = [read_coded(path) for path in coded]
    with seldom_searched():
        scene = read_scene(folder, chosen)
        if out is None:
            return compare_scene(scene, coded=samples)
        with _begun_terms(scene) as terms:
            comparison = compare_scene(scene, coded=samples)
            del scene  # of 100,000 articles half a gigabyte, which no section needs any more
            wording = _wording(folder, comparison, terms)
        _write(folder, comparison, Path(out), (chosen, report, wording))
    return comparison


def _write(
    folder: RunFolder,
    comparison: "Comparison",
    out: Path,
    settings: "tuple[ComparisonSettings, ReportSettings | None, WordingContrasts | None]",
) -> None:
    from slantwise.codebook.counting import count_codes
    from slantwise.report import Extras, ReportSettings, write
    from slantwise.run.reported import reported_articles

    chosen, report, wording = settings
    shown = replace(report or ReportSettings(), min_confidence=chosen.min_confidence)
    extras = Extras(
        wording=wording,
        codebook=count_codes(folder, comparison, chosen),
    )
    write(comparison, reported_articles(folder), out, settings=shown, extras=extras)


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


def _voice(name: Voice | str) -> Voice:
    try:
        return Voice(name)
    except ValueError as error:
        known = ", ".join(voice.value for voice in Voice)
        raise SettingsError(f"{name!r} is no voice; voices are {known}.") from error


def _begun_terms(scene: "Scene") -> "AbstractContextManager[Terms | None]":
    """Typical terms, counted while figures are worked out; None where outlets are not several."""
    from slantwise.wording.contrasts import begun_terms

    if len(scene.counts.outlets) < 2:
        return nullcontext()
    return begun_terms(scene.run, scene.events)


def _wording(
    run: RunFolder, comparison: "Comparison", terms: "Terms | None"
) -> "WordingContrasts | None":
    """Wording contrasts, where the run has several outlets."""
    from slantwise.wording.contrasts import contrast_run

    return contrast_run(run, comparison, terms=terms) if terms else None


def article_page(analysed: AnalysedArticle, path: str | Path, signature: dict[str, str]) -> None:
    """Write one analysed article as an offline page: a report of a single article.

    Args:
        analysed: the article.
        path: the HTML file; replaced where it exists.
        signature: what made the analysis (`Analyser.signature`).
    """
    with tempfile.TemporaryDirectory() as work:
        run = start_run(Path(work) / "run", Manifest(signature, Inputs(), 1))
        run.write(0, [analysed])
        compare(run.finish(1), out=Path(work) / "report")
        page = (Path(work) / "report" / "report.html").read_bytes()
    Path(path).write_bytes(page)
