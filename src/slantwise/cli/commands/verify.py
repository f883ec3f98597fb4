"""Look a run over."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from slantwise.cli import console
from slantwise.cli.commands.status import RunPath
from slantwise.cli.options import Json, Quiet, says_what_went_wrong

if TYPE_CHECKING:
    from slantwise.run import Verification


@says_what_went_wrong
def verify(run: RunPath, *, quiet: Quiet = False, json: Json = False) -> None:
    """Look a run over: digests, counts, no article missing or twice; exit 1 where one is wrong."""
    from slantwise import api

    found = api.verify(run)
    if json:
        console.print_json(_plain(found))
    else:
        for line in _lines(found, quiet=quiet):
            typer.echo(line)
    if found.faults:
        raise typer.Exit(1)


def _plain(found: "Verification") -> dict[str, Any]:
    return {
        "run": str(found.path),
        "sound": not found.faults,
        "finished": found.finished,
        "n_parts": found.n_parts,
        "counted": asdict(found.counted),
        "result": found.result,
        "faults": [asdict(fault) for fault in found.faults],
        "remarks": [asdict(remark) for remark in found.remarks],
    }


def _lines(found: "Verification", *, quiet: bool) -> list[str]:
    lines = [f"wrong: {fault}" for fault in found.faults]
    if quiet:
        return lines
    counted = found.counted
    verdict = f"{len(found.faults)} faults" if found.faults else "no fault"
    return [
        *lines,
        *(f"note:  {remark}" for remark in found.remarks),
        f"{found.path}: {verdict}; {found.n_parts} parts, {counted.n_records} records, "
        f"{counted.n_articles} articles"
        + (f"; result {found.result}" if found.result and not found.faults else ""),
    ]
