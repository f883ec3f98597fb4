"""List models, add one, show its card."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slantwise.cli import console
from slantwise.cli.options import Json, Quiet, says_what_went_wrong

if TYPE_CHECKING:
    from rich.text import Text

    from slantwise.installed import ModelInfo

_PLACES = {
    "checkout": "in models/ of this checkout",
    "user": "added by you",
    "package": "shipped with slantwise",
}

models = typer.Typer(
    name="models",
    invoke_without_command=True,
    help="The models: list them, add one, show its card.",
)


@models.callback()
@says_what_went_wrong
def list_models(context: typer.Context, *, json: Json = False) -> None:
    """List the models that --model finds: size, terms of their data, figures, where they are."""
    from rich.console import Console

    from slantwise import api

    if context.invoked_subcommand is not None:
        return
    found = api.models()
    if json:
        console.print_json([asdict(one) for one in found])
        return
    shown = Console()
    for one in found:
        shown.print(_described(one))
    if not found:
        console.say("no model was found; add one with slantwise models add PATH", quiet=False)


@models.command()
@says_what_went_wrong
def add(
    path: Annotated[Path, typer.Argument(help="Folder of a model.")],
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of one added before.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Copy a model folder, after checking it, to where --model NAME finds it."""
    from slantwise import api

    added = api.add_model(path, instead=replace)
    console.say(f"{added.name} {added.digest[:12]} is in {added.folder}", quiet=quiet)
    used = next(one for one in api.models() if one.name == added.name)
    if used.folder != added.folder:
        note = f"note: --model {added.name} finds {used.folder} first; give the path for this one"
        console.say(note, quiet=quiet)


@models.command()
@says_what_went_wrong
def show(
    name: Annotated[str, typer.Argument(help="Name of a model, or the path of one.")],
) -> None:
    """Print the card of a model."""
    from slantwise import api

    typer.echo(api.model_card(name))


def _described(model: "ModelInfo") -> "Text":
    from rich.text import Text

    place = _PLACES.get(model.place, model.place)
    text = Text()
    text.append(model.name, style="bold")
    text.append(f"  {model.digest[:12]}  {model.size_mib:.0f} MiB, {place}: {model.folder}\n")
    if model.problem:
        return text.append(f"  cannot be used: {model.problem}\n")
    for number, line in enumerate(model.terms_in_words()):
        text.append(f"  {'data  ' if number == 0 else '      '}  {line}\n")
    for number, one in enumerate(model.figures):
        text.append(f"  {'figure' if number == 0 else '      '}  {one.task}, {one.data}: ")
        text.append(f"{one.metric} {one.value:.3f} (n {one.n})\n")
    return text
