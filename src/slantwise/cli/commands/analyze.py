"""Analyse articles into a run folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slantwise.cli import console
from slantwise.cli.options import (
    Actors,
    Codebook,
    Columns,
    DateOrder,
    Device,
    Engine,
    Format,
    Inputs,
    Json,
    Model,
    Outlet,
    Outlets,
    Precision,
    Quiet,
    RayAddress,
    RayResources,
    Texts,
    Workers,
    analyser_settings,
    ingest_settings,
    ray_cluster,
    says_what_went_wrong,
)
from slantwise.cli.stopping import n_analysed, stoppable

if TYPE_CHECKING:
    from slantwise.run import RunFolder


@says_what_went_wrong
def analyze(
    inputs: Inputs,
    run: Annotated[Path, typer.Option(help="Run folder; made, or gone on with.")],
    *,
    model: Model = "base",
    actors: Actors = None,
    codebook: Codebook = None,
    columns: Columns = "",
    outlet: Outlet = "",
    format: Format = "",  # noqa: A002
    date_order: DateOrder = "",
    texts: Texts = None,
    outlets: Outlets = None,
    workers: Workers = 0,
    engine: Engine = "local",
    ray_address: RayAddress = "",
    ray_resources: RayResources = "",
    device: Device = "cpu",
    precision: Precision = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Analyse articles into a run folder; the same command goes on where a run stopped."""
    from slantwise import api

    with stoppable(run, n_analysed), console.analysis_progress(quiet=quiet) as follow:
        folder = api.analyze(
            inputs,
            run=run,
            ingest=ingest_settings(columns, outlet, format, date_order, texts),
            settings=analyser_settings(model, actors, codebook, device=device, precision=precision),
            outlets=outlets or (),
            workers=workers,
            cluster=ray_cluster(engine, ray_address, ray_resources),
            progress=follow,
        )
    _say_run(folder, quiet=quiet, json=json)


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
