"""Lay outlets side by side."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slantwise.cli import console
from slantwise.cli.options import (
    Actors,
    Codebook,
    Columns,
    DateOrder,
    Format,
    Json,
    Model,
    Outlet,
    Outlets,
    Quiet,
    Texts,
    Workers,
    analyser_settings,
    ingest_settings,
    says_what_went_wrong,
)
from slantwise.cli.stopping import n_analysed, stoppable

if TYPE_CHECKING:
    from slantwise.records.comparison import Comparison


Coded = Annotated[
    list[Path] | None,
    typer.Option(
        help="Codings of the run (slantwise code import), to correct differences with; "
        "may be repeated, one a task."
    ),
]
Redact = Annotated[
    bool, typer.Option("--redact", help="Leave headlines, sentences and bodies out.")
]
Pdf = Annotated[bool, typer.Option("--pdf", help="Write report.pdf too (extra: slantwise[pdf]).")]
Title = Annotated[str, typer.Option(help="Heading of the report.")]


@says_what_went_wrong
def compare(
    inputs: Annotated[
        list[Path], typer.Argument(help="A finished run, or files and folders of articles.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for the report.")],
    *,
    run: Annotated[Path | None, typer.Option(help="Run folder; OUT/run where not given.")] = None,
    model: Model = "base",
    actors: Actors = None,
    codebook: Codebook = None,
    columns: Columns = "",
    outlet: Outlet = "",
    format: Format = "",  # noqa: A002
    date_order: DateOrder = "",
    texts: Texts = None,
    outlets: Outlets = None,
    coded: Coded = None,
    redact: Redact = False,
    pdf: Pdf = False,
    title: Title = "",
    workers: Workers = 0,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Lay outlets side by side and write the report; analyses the articles first where needed."""
    from slantwise import api
    from slantwise.report import ReportSettings, require_pdf

    if pdf:
        require_pdf()
    folder = _finished(inputs)
    if folder is None:
        folder = run or out / "run"
        with stoppable(folder, n_analysed), console.analysis_progress(quiet=quiet) as follow:
            api.analyze(
                inputs,
                run=folder,
                ingest=ingest_settings(columns, outlet, format, date_order, texts),
                settings=analyser_settings(model, actors, codebook),
                outlets=outlets or (),
                workers=workers,
                progress=follow,
            )
    shown = ReportSettings(title=title, redact=redact, pdf=pdf)
    _tell(
        api.compare(folder, out=out, report=shown, coded=coded or ()),
        [out / "report.html", *([out / "report.pdf"] if pdf else [])],
        quiet=quiet,
        json=json,
    )


def _finished(inputs: list[Path]) -> Path | None:
    """The run that is to be compared; None where the inputs are articles."""
    from slantwise.run import is_run

    return inputs[0] if len(inputs) == 1 and is_run(inputs[0]) else None


def _tell(comparison: "Comparison", written: list[Path], *, quiet: bool, json: bool) -> None:
    """Print what stands, and where the report is."""
    from slantwise.report import summary_lines

    lines = summary_lines(comparison)
    if json:
        console.print_json({"report": str(written[0]), "summary": lines})
        return
    for line in lines:
        console.say(line, quiet=quiet)
    for label, path in zip(("report", "for print"), written, strict=False):
        console.say(f"{label}: {path}", quiet=quiet)
