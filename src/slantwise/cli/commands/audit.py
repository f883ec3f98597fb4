"""Swap one actor for another and see what changes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slantwise.cli import console
from slantwise.cli.options import Actors, Json, Model, Quiet, says_what_went_wrong

if TYPE_CHECKING:
    from slantwise.evaluation.audit import Audit


@says_what_went_wrong
def audit(
    *,
    model: Model = "base",
    pairs: Annotated[
        Path | None, typer.Option(help="Sentences of your own, in the form of docs/audit.md.")
    ] = None,
    actors: Actors = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for audit.json and pairs.jsonl (every pair).")
    ] = None,
    worst: Annotated[int, typer.Option(help="How many of the worst pairs to show.", min=0)] = 12,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Swap one actor for another in the same sentence: which labels change, in whose favour?"""
    from slantwise import api
    from slantwise.cli.swaps import show

    with console.counting("auditing sentences", quiet=quiet) as follow:
        found = api.audit(pairs, model=model, actors=actors or (), progress=follow)
    if out is not None:
        _write(found, out, worst)
    if json:
        console.print_json(found.to_dict(worst))
    elif not quiet:
        show(found, worst)


def _write(found: "Audit", out: Path, worst: int) -> None:
    from slantwise.errors import SettingsError
    from slantwise.evaluation.audit.auditing import change_as_dict

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"--out {out} cannot be made: {error.strerror}") from error
    console.write_json(out / "audit.json", found.to_dict(worst))
    console.write_json_lines(out / "pairs.jsonl", map(change_as_dict, found.changes))
