"""Lay outlets side by side."""

from pathlib import Path
from typing import Annotated

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
from slantwise.cli.stopping import stoppable


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
    coded: Annotated[
        list[Path] | None,
        typer.Option(
            help="Codings of the run (slantwise code import), to correct differences with; "
            "may be repeated, one a task."
        ),
    ] = None,
    redact: Annotated[
        bool, typer.Option("--redact", help="Leave headlines, sentences and bodies out.")
    ] = False,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Write report.pdf too (extra: slantwise[pdf]).")
    ] = False,
    title: Annotated[str, typer.Option(help="Heading of the report.")] = "",
    workers: Workers = 0,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Lay outlets side by side and write the report; analyses the articles first where needed."""
    from slantwise import api
    from slantwise.report import ReportSettings, require_pdf, summary_lines
    from slantwise.run import is_run

    if pdf:
        require_pdf()
    folder = inputs[0]
    if len(inputs) > 1 or not is_run(folder):
        folder = run or out / "run"
        with stoppable(folder), console.analysis_progress(quiet=quiet) as follow:
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
    comparison = api.compare(folder, out=out, report=shown, coded=coded or ())
    if json:
        console.print_json(
            {"report": str(out / "report.html"), "summary": summary_lines(comparison)}
        )
        return
    for line in summary_lines(comparison):
        console.say(line, quiet=quiet)
    console.say(f"report: {out / 'report.html'}", quiet=quiet)
    if pdf:
        console.say(f"for print: {out / 'report.pdf'}", quiet=quiet)
