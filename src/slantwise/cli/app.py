"""The commands."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from slantwise.cli import console
from slantwise.errors import MissingExtraError, SlantwiseError

if TYPE_CHECKING:
    from slantwise.ingest import IngestSettings
    from slantwise.pipeline import AnalyserSettings
    from slantwise.run import RunFolder

app = typer.Typer(
    name="slantwise",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Loaded framing in news articles: which words, whose words, about whom, in which outlet.",
)

Inputs = Annotated[
    list[Path], typer.Argument(help="Files or folders of articles.", show_default=False)
]
Model = Annotated[str, typer.Option(help="Name of a shipped model, or the path of one.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Actors = Annotated[
    list[Path] | None,
    typer.Option(help="YAML file of actors that adds to the identity table; may be repeated."),
]
Workers = Annotated[int, typer.Option(help="Worker processes; 0 takes one a core.", min=0)]
Columns = Annotated[
    str,
    typer.Option(help="Names of your columns: title=headline,body=fulltext,outlet=paper."),
]
Outlet = Annotated[str, typer.Option(help="Outlet of every article, where the files name none.")]
DateOrder = Annotated[
    Literal["", "day-first", "month-first"],
    typer.Option(help="How 04/05/2021 is to be read: day-first or month-first."),
]
Format = Annotated[
    str, typer.Option(help="Read every file in this format, whatever it looks like.")
]


def _says_what_went_wrong(command: Callable[..., None]) -> Callable[..., None]:
    """Errors that slantwise raises on purpose become one line and exit status 2."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except SlantwiseError as error:
            console.fail(error)

    return wrapped


@app.command()
@_says_what_went_wrong
def analyze(
    inputs: Inputs,
    run: Annotated[Path, typer.Option(help="Run folder; made, or gone on with.")],
    *,
    model: Model = "base",
    actors: Actors = None,
    columns: Columns = "",
    outlet: Outlet = "",
    format: Format = "",  # noqa: A002
    date_order: DateOrder = "",
    workers: Workers = 0,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Analyse articles into a run folder; the same command goes on where a run stopped."""
    from slantwise import api

    with console.analysis_progress(quiet=quiet) as follow:
        folder = api.analyze(
            inputs,
            run=run,
            ingest=_ingest(columns, outlet, format, date_order),
            settings=_settings(model, actors),
            workers=workers,
            progress=follow,
        )
    _say_run(folder, quiet=quiet, json=json)


@app.command()
@_says_what_went_wrong
def compare(
    inputs: Annotated[
        list[Path], typer.Argument(help="A finished run, or files and folders of articles.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for the report.")],
    *,
    run: Annotated[Path | None, typer.Option(help="Run folder; OUT/run where not given.")] = None,
    model: Model = "base",
    actors: Actors = None,
    columns: Columns = "",
    outlet: Outlet = "",
    format: Format = "",  # noqa: A002
    date_order: DateOrder = "",
    workers: Workers = 0,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Lay outlets side by side and write the report; analyses the articles first where needed."""
    from slantwise import api
    from slantwise.report import summary_lines
    from slantwise.run import is_run

    folder = inputs[0]
    if len(inputs) > 1 or not is_run(folder):
        folder = run or out / "run"
        with console.analysis_progress(quiet=quiet) as follow:
            api.analyze(
                inputs,
                run=folder,
                ingest=_ingest(columns, outlet, format, date_order),
                settings=_settings(model, actors),
                workers=workers,
                progress=follow,
            )
    comparison = api.compare(folder, out=out)
    if json:
        console.print_json(
            {"report": str(out / "report.html"), "summary": summary_lines(comparison)}
        )
        return
    for line in summary_lines(comparison):
        console.say(line, quiet=quiet)
    console.say(f"report: {out / 'report.html'}", quiet=quiet)


@app.command()
@_says_what_went_wrong
def show(
    article: Annotated[Path, typer.Argument(help="A file with one article.")],
    *,
    model: Model = "base",
    actors: Actors = None,
    outlet: Outlet = "",
    format: Format = "",  # noqa: A002
    html: Annotated[Path | None, typer.Option(help="Write a page instead.")] = None,
    json: Json = False,
) -> None:
    """One article, marked up: which words, whose words, about whom."""
    from slantwise import api
    from slantwise.cli.marked import render
    from slantwise.pipeline import Analyser

    settings = _settings(model, actors)
    record = api.read_one(article, ingest=_ingest("", outlet, format))
    analyser = Analyser(settings)
    analysed = analyser.read(record)
    if html is not None:
        api.article_page(analysed, html, analyser.signature())
        console.say(f"page: {html}", quiet=False)
    elif json:
        from slantwise.records.as_json import to_dict

        console.print_json(to_dict(analysed))
    else:
        render(analysed)


@app.command()
@_says_what_went_wrong
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


@app.command()
@_says_what_went_wrong
def train(
    recipe: Annotated[Path, typer.Argument(help="A recipe in TOML; see models/recipes.")],
    data: Annotated[Path, typer.Option(help="Folder of the public releases it names.")],
    *,
    corpora: Annotated[Path, typer.Option(help="Folder of our own corpora.")] = Path("corpora"),
    work: Annotated[Path, typer.Option(help="Folder for checkpoints.")] = Path("checkpoints"),
    out: Annotated[Path | None, typer.Option(help="Model folder; models/NAME else.")] = None,
) -> None:
    """Train a model by a recipe, calibrate it, quantise it and write it with its card.

    A run that was stopped goes on from its last checkpoint. Needs the train extra.
    """
    import logging

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        from slantwise.train.run import load_training, run_recipe
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            f"training needs the package {error.name!r}: pip install 'slantwise[train]'"
        ) from error
    training = load_training(recipe, data, corpora, work)
    run_recipe(training, out or Path("models") / training.recipe.name)


def _ingest(
    columns: str,
    outlet: str,
    format: str,  # noqa: A002
    date_order: Literal["", "day-first", "month-first"] = "",
) -> "IngestSettings":
    from slantwise.ingest import IngestSettings, parse_columns

    return IngestSettings(
        columns=parse_columns(columns), outlet=outlet, format=format, date_order=date_order
    )


def _settings(model: str, actors: list[Path] | None) -> "AnalyserSettings":
    from slantwise.pipeline import AnalyserSettings

    return AnalyserSettings(model=model, actors=tuple(actors or ()))


def _say_run(folder: "RunFolder", *, quiet: bool, json: bool) -> None:
    from slantwise.run import counts

    numbers = counts(folder)
    if json:
        console.print_json({"run": str(folder.path), **numbers})
        return
    console.say(
        f"{numbers['articles']} articles analysed, {numbers['not_analysed']} records not, "
        f"{numbers['remarks']} remarks; run: {folder.path}",
        quiet=quiet,
    )


def main() -> None:
    """Run the command line."""
    app()
