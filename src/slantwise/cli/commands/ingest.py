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
    Outlets,
    Quiet,
    Texts,
    Workers,
    ingest_settings,
    says_what_went_wrong,
)
from slantwise.cli.stopping import n_stored, stoppable

if TYPE_CHECKING:
    from slantwise.pipeline import Ingested
    from slantwise.run import FileCounts

MOST_SHOWN = 28
"""Characters of a file's path in the table: what leaves room for the rest in 80 columns."""


@says_what_went_wrong
def ingest(
    inputs: Inputs,
    run: Annotated[Path, typer.Option(help="Run folder; the articles are stored in it.")],
    *,
    columns: Columns = "",
    outlet: Outlet = "",
    outlets: Outlets = None,
    format: Format = "",  # noqa: A002
    date_order: DateOrder = "",
    texts: Texts = None,
    workers: Workers = 0,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Read articles into a run, clean them and find duplicates; then analyze or compare RUN."""
    from slantwise import api

    counting = console.counting("reading articles", quiet=quiet or json)
    with stoppable(run, n_stored), counting as follow:
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
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    shown = _shown([file.path for file in ingested.files])
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("file", no_wrap=True)
    for name in ("read", "kept", "repeated", "not English", "skipped"):
        table.add_column(name, justify="right", no_wrap=True, min_width=len(name))
    for path, file in zip(shown, ingested.files, strict=True):
        table.add_row(Text(_tail(path)), *map(str, _numbers(file)))
    table.add_section()
    sums = [sum(column) for column in zip(*map(_numbers, ingested.files), strict=True)]
    table.add_row(f"{len(ingested.files)} files", *map(str, sums))
    console.errors.print(table)
    for path, file in zip(shown, ingested.files, strict=True):
        reasons = ", ".join(f"{count} {reason}" for reason, count in file.skipped.items())
        if reasons:
            console.errors.print(Text(f"skipped in {path}: {reasons}"))


def _numbers(file: "FileCounts") -> tuple[int, ...]:
    """Read, kept, repeated, in another language, skipped."""
    return (file.read, file.kept, file.duplicates, file.other_language, sum(file.skipped.values()))


def _tail(path: str) -> str:
    """The end of a long path, which tells files apart.

    >>> _tail("a/b.txt"), _tail("exports/2024/" + "x" * 40)
    ('a/b.txt', '…xxxxxxxxxxxxxxxxxxxxxxxxxxx')
    """
    return path if len(path) <= MOST_SHOWN else "…" + path[1 - MOST_SHOWN :]


def _shown(paths: list[str]) -> list[str]:
    """The paths as short as they stay clear: without the folder that all stand in."""
    if len(paths) < 2:
        return paths
    above = os.path.commonpath(paths)
    return [os.path.relpath(path, above) if above else path for path in paths]
