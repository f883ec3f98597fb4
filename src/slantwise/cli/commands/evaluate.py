"""Score a model against gold."""

from pathlib import Path
from typing import Annotated

import typer

from slantwise.cli import console
from slantwise.cli.options import (
    Actors,
    Json,
    Model,
    Quiet,
    says_what_went_wrong,
)


@says_what_went_wrong
def evaluate(
    task: Annotated[str, typer.Argument(help="A task of docs/gold.md, such as stance-mentions.")],
    gold: Annotated[Path, typer.Argument(help="JSON Lines in that task's form.")],
    *,
    model: Model = "base",
    actors: Actors = None,
    out: Annotated[Path | None, typer.Option(help="Write the metrics there as JSON.")] = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Score a model against a gold file, with 95 % intervals."""
    from slantwise import api
    from slantwise.cli.scores import table

    with console.counting("scoring items", quiet=quiet) as follow:
        evaluation = api.evaluate(task, gold, model=model, actors=actors or (), progress=follow)
    if out is not None:
        console.write_json(out, evaluation.to_dict())
    if json:
        console.print_json(evaluation.to_dict())
    elif not quiet:
        table(evaluation)
