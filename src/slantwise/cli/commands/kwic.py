"""Keyword in context over a run."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slantwise.cli import console
from slantwise.cli.options import says_what_went_wrong

if TYPE_CHECKING:
    from slantwise.wording.kwic import KwicLine


@says_what_went_wrong
def kwic(
    run: Annotated[Path, typer.Argument(help="A run folder.")],
    term: Annotated[str, typer.Argument(help='Word or phrase; "occup*" finds "occupied".')],
    *,
    regex: Annotated[bool, typer.Option("--regex", help="The term is a pattern (RE2).")] = False,
    voice: Annotated[
        list[str] | None,
        typer.Option(help="Whose words: outlet, direct, reported or scare; may be repeated."),
    ] = None,
    outlet: Annotated[
        list[str] | None, typer.Option(help="Name of an outlet; may be repeated.")
    ] = None,
    limit: Annotated[int | None, typer.Option(help="Stop after so many hits.", min=1)] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the hits as CSV.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print a JSON object a hit.")] = False,
) -> None:
    """Keyword in context: every hit of a term, with the words around it and whose they are."""
    from slantwise import api

    hits = api.kwic(run, term, regex=regex, voices=voice or (), outlets=outlet or (), limit=limit)
    if as_csv:
        _write_csv(hits)
    elif json:
        _write_json(hits)
    else:
        _write_lines(hits)


def _write_csv(hits: "Iterator[KwicLine]") -> None:
    from slantwise.spreadsheets import csv_cell
    from slantwise.wording.kwic import KwicLine

    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow([field.name for field in fields(KwicLine)])
    for hit in hits:
        writer.writerow([csv_cell(value) for value in asdict(hit).values()])


def _write_json(hits: "Iterator[KwicLine]") -> None:
    import json

    for hit in hits:
        sys.stdout.write(json.dumps(asdict(hit), ensure_ascii=False) + "\n")


def _write_lines(hits: "Iterator[KwicLine]") -> None:
    n = 0
    for n, hit in enumerate(hits, 1):  # noqa: B007
        left, right = hit.left[-48:].rjust(48), hit.right[:48]
        sys.stdout.write(f"{left}  {hit.node}  {right.ljust(48)}  {hit.outlet} · {hit.voice}\n")
    console.say(f"{n} hits", quiet=False)
