"""Read, clean and store articles, and say what became of each file."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slantwise.cli import console
from slantwise.cli.options import (
    Columns,
    DateOrder,
    Format,
    Inputs,
    Json,
    Outlet,
    Quiet,
    Texts,
    Workers,
    ingest_settings,
    says_what_went_wrong,
)

if TYPE_CHECKING:
    from slantwise.pipeline import Ingested


@says_what_went_wrong
def ingest(
    inputs: Inputs,
    run: Annotated[Path, typer.Option(help="Run folder; the articles are stored in it.")],
    *,
    columns: Columns = "",
    outlet: Outlet = "",
    outlets: Annotated[
        list[Path] | None,
        typer.Option(help="YAML file of outlets that adds to our table; may be repeated."),
    ] = None,
    format: Format = "",  # noqa: A002
    date_order: DateOrder = "",
    texts: Texts = None,
    workers: Workers = 0,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Read articles into a run, clean them and find duplicates; then analyze or compare RUN."""
    from slantwise import api

    with console.counting("reading articles", quiet=quiet or json) as follow:
        ingested = api.ingest(
            inputs,
            run=run,
            settings=ingest_settings(columns, outlet, format, date_order, texts),
            outlets=outlets or (),
            workers=workers,
            progress=follow,
        )
    if json:
        console.print_json(ingested.to_dict())
    elif not quiet:
        _table(ingested)
        console.say(f"articles: {ingested.path}", quiet=quiet)


def _table(ingested: "Ingested") -> None:
    """The files, what became of each, and the sum; on standard error, as other messages."""
    from rich.table import Table
    from rich.text import Text

    shown = _shown([file.path for file in ingested.files])
    numbers = ("read", "kept", "duplicates", "other_language")
    table = Table("file", *(name.replace("_", " ") for name in numbers), "skipped")
    for path, file in zip(shown, ingested.files, strict=True):
        skipped = ", ".join(f"{reason} {count}" for reason, count in file.skipped.items())
        row = (str(getattr(file, name)) for name in numbers)
        table.add_row(Text(path, overflow="fold"), *row, Text(skipped or "–"))
    sums = [str(sum(getattr(file, name) for file in ingested.files)) for name in numbers]
    n_skipped = sum(sum(file.skipped.values()) for file in ingested.files)
    table.add_section()
    table.add_row(f"{len(ingested.files)} files", *sums, str(n_skipped))
    console.errors.print(table)


def _shown(paths: list[str]) -> list[str]:
    """The paths as short as they stay clear: without the folder that all stand in."""
    if len(paths) < 2:
        return paths
    above = os.path.commonpath(paths)
    return [os.path.relpath(path, above) if above else path for path in paths]
