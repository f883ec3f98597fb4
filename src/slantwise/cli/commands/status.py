"""Say how far a run has come."""

from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from slantwise.cli import console
from slantwise.cli.options import Json, says_what_went_wrong

if TYPE_CHECKING:
    from slantwise.run import RunStatus

RunPath = Annotated[Path, typer.Argument(help="A run folder.", show_default=False)]


@says_what_went_wrong
def status(run: RunPath, *, json: Json = False) -> None:
    """Say how far a run has come: done, left, rate, problems, time left; exit 1 on damage."""
    from slantwise import api

    found = api.status(run)
    if json:
        console.print_json(_plain(found))
    else:
        for line in _lines(found):
            typer.echo(line)
    if found.faults:
        raise typer.Exit(1)


def _plain(found: "RunStatus") -> dict[str, Any]:
    left = found.seconds_left
    return {
        "run": str(found.path),
        "state": found.state,
        "process": asdict(found.at_work) if found.at_work else None,
        "done": asdict(found.done),
        "n_parts": found.n_parts,
        "n_left_estimated": found.n_left,
        "rate": asdict(found.rate) if found.rate else None,
        "seconds_left_estimated": None if left is None else round(left),
        "n_sittings": found.n_sittings,
        "faults": [asdict(fault) for fault in found.faults],
    }


def _lines(found: "RunStatus") -> list[str]:
    done = found.done
    by = f" ({found.at_work})" if found.at_work else ""
    lines = [
        f"run:       {found.path}",
        f"state:     {found.state}{by}",
        f"done:      {done.n_records} records in {found.n_parts} parts, "
        f"{done.n_articles} articles analysed",
        f"problems:  {done.n_not_analysed} records not analysed, {done.n_remarks} remarks",
    ]
    if found.rate:
        lines.append(
            f"rate:      {found.rate.records_per_second:.1f} records a second, "
            f"{found.rate.words_per_second:.0f} words a second"
        )
    if found.state != "finished":
        lines += [f"left:      {_left(found)}", f"time left: {_time_left(found)}"]
    if found.state == "stopped":
        lines.append("go on:     give the slantwise analyze command that began the run again")
    return [*lines, *(f"damaged:   {fault}" for fault in found.faults)]


def _left(found: "RunStatus") -> str:
    if found.n_left is None:
        return "not known"
    return f"about {found.n_left} records, by the share of the input read so far"


def _time_left(found: "RunStatus") -> str:
    if found.seconds_left is None:
        return "not known"
    return f"about {timedelta(seconds=round(found.seconds_left))} at that rate"
