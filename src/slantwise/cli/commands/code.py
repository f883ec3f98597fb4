"""Coding by people: draw a sample, send it out, take it back, see how far all agree."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from slantwise.cli import coder_tables, console
from slantwise.cli.options import Json, Quiet, says_what_went_wrong
from slantwise.errors import CodingError

if TYPE_CHECKING:
    from slantwise.coding import Import

app = typer.Typer(
    name="code",
    no_args_is_help=True,
    add_completion=False,
    help="Have people code a sample, measure the model against them, and correct differences.",
)

Sampled = Annotated[Path, typer.Argument(help="Folder that `slantwise code sample` wrote.")]


@app.command()
@says_what_went_wrong
def sample(
    run: Annotated[Path, typer.Argument(help="A finished run.")],
    out: Annotated[Path, typer.Option(help="Folder for the sample and its key.")],
    *,
    task: Annotated[Literal["framing", "stance"], typer.Option(help="What is coded.")] = "framing",
    units: Annotated[int, typer.Option(help="Sentences or mentions to draw.", min=1)] = 400,
    coder: Annotated[
        list[str] | None, typer.Option(help="Name of a coder; repeat for each.")
    ] = None,
    overlap: Annotated[
        float, typer.Option(help="Share of the units that two coders code.", min=0, max=1)
    ] = 0.2,
    actor: Annotated[
        list[str] | None,
        typer.Option(help="Id of an actor whose mentions are drawn, for stance; may be repeated."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of the draw.", min=0)] = 20250412,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Draw a sample with known probabilities from a run; the key stays apart from the texts."""
    from slantwise.coding import SampleSettings, Task, code_sample

    settings = SampleSettings(
        task=Task(task),
        n_units=units,
        overlap=overlap,
        actors=tuple(actor or ()),
        seed=seed,
        coders=tuple(coder) if coder else SampleSettings().coders,
    )
    drawn = code_sample(run, out, settings)
    if json:
        console.print_json({"sample": drawn.id, "units": len(drawn.units), "folder": str(out)})
        return
    strata = len(drawn.strata)
    console.say(f"{len(drawn.units)} units in {strata} strata; sample: {out}", quiet=quiet)
    console.say(f"keep {out / 'key.jsonl'} from the coders", quiet=quiet)


@app.command()
@says_what_went_wrong
def export(
    sampled: Sampled,
    out: Annotated[Path, typer.Option(help="Folder for the coders' files.")],
    *,
    form: Annotated[
        Literal["csv", "label-studio", "inception"], typer.Option(help="For which tool.")
    ] = "csv",
    quiet: Quiet = False,
) -> None:
    """Write one file a coder: a CSV sheet, Label Studio tasks or an INCEpTION document."""
    from slantwise.coding import code_export

    for path in code_export(sampled, form, out):
        console.say(str(path), quiet=quiet)


@app.command("import")
@says_what_went_wrong
def import_(
    sampled: Sampled,
    files: Annotated[list[Path], typer.Argument(help="Files that the coders returned.")],
    *,
    out: Annotated[
        Path | None, typer.Option(help="File for the codings; coded.jsonl in the sample's folder.")
    ] = None,
    coder: Annotated[str, typer.Option(help="Who coded, where a file does not say.")] = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at the first coding that cannot be taken.")
    ] = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Read codings back; every one that cannot be taken is named with its file and line.

    Leaves with exit status 1 where there is such a one; the others are written all the same.
    """
    from slantwise.coding import CODED, code_import

    target = out or sampled / CODED
    found = code_import(sampled, files, target, coder=coder, strict=strict)
    if json:
        console.print_json(_imported(found, target))
    else:
        _say_import(found, target, quiet=quiet)
    if found.n_refused:
        raise SystemExit(1)


@app.command()
@says_what_went_wrong
def agreement(
    coded: Annotated[Path, typer.Argument(help="File of codings, or the sample's folder.")],
    *,
    json: Json = False,
) -> None:
    """Krippendorff's alpha among coders, and the model's error by class and outlet."""
    from slantwise.coding import CODED, code_agreement

    path = coded / CODED if coded.is_dir() else coded
    if not path.is_file():
        raise CodingError(f"{path} does not exist; make it with `slantwise code import`.")
    found = code_agreement(path)
    if json:
        console.print_json(coder_tables.as_plain(found))
    else:
        coder_tables.render(found)


def _imported(found: "Import", target: Path) -> dict[str, Any]:
    return {
        "codings": len(found.coded.codings),
        "refused": found.n_refused,
        "file": str(target),
        "problems": [
            {"reason": p.reason, "message": p.message, "fatal": p.fatal} for p in found.problems
        ],
    }


def _say_import(found: "Import", target: Path, *, quiet: bool) -> None:
    missing = sum(problem.reason == "not-coded" for problem in found.problems)
    for problem in found.problems:
        if problem.reason != "not-coded":
            console.say(f"{problem.reason}: {problem.message}", quiet=quiet and not problem.fatal)
    console.say(
        f"{len(found.coded.codings)} codings taken, {found.n_refused} refused, {missing} not yet "
        f"coded; codings: {target}",
        quiet=quiet,
    )
