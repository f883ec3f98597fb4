"""Options that several commands share, and what they become."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from slantwise.cli import console
from slantwise.errors import SettingsError, SlantwiseError

if TYPE_CHECKING:
    from slantwise.ingest import IngestSettings
    from slantwise.pipeline import AnalyserSettings, RayCluster

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
Engine = Annotated[
    Literal["local", "ray"],
    typer.Option(help="What carries the workers: this machine, or Ray (docs/cluster.md)."),
]
RayAddress = Annotated[
    str,
    typer.Option(help="host:port of a running Ray, or auto; empty starts one on this machine."),
]
RayResources = Annotated[
    str,
    typer.Option(help="What Ray sets aside for each worker: cpu=0.9,gpu=0.25,NAME=AMOUNT."),
]
Columns = Annotated[
    str,
    typer.Option(help="Names of your columns: title=headline,body=fulltext,outlet=paper."),
]
Outlet = Annotated[str, typer.Option(help="Outlet of every article, where the files name none.")]
DateOrder = Annotated[
    Literal["", "day-first", "month-first"],
    typer.Option(help="How 04/05/2021 is to be read: day-first or month-first."),
]
Outlets = Annotated[
    list[Path] | None,
    typer.Option(help="YAML file of outlets that adds to our table; may be repeated."),
]
Texts = Annotated[
    list[Path] | None,
    typer.Option(
        help="Folder, WARC or JSON Lines file with the texts of a list of addresses (Media Cloud, "
        "GDELT, feeds); may be repeated."
    ),
]
Format = Annotated[
    str, typer.Option(help="Read every file in this format, whatever it looks like.")
]


Codebook = Annotated[
    Path | None,
    typer.Option(help="TOML file of your own kinds, used beside ours or instead of them."),
]


Device = Annotated[
    Literal["cpu", "cuda"],
    typer.Option(help="Where the model runs; cuda takes a GPU and needs slantwise[gpu]."),
]
Precision = Annotated[
    Literal["bf16", "fp32"] | None,
    typer.Option(help="Precision of the model on a GPU; bf16 where none is given."),
]


def says_what_went_wrong(command: Callable[..., None]) -> Callable[..., None]:
    """Errors that slantwise raises on purpose become one line and exit status 2."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except SlantwiseError as error:
            console.fail(error)

    return wrapped


def ingest_settings(
    columns: str,
    outlet: str,
    format: str,  # noqa: A002
    date_order: Literal["", "day-first", "month-first"] = "",
    texts: list[Path] | None = None,
) -> "IngestSettings":
    """How files are read, as the options say."""
    from slantwise.ingest import IngestSettings, parse_columns

    return IngestSettings(
        columns=parse_columns(columns),
        outlet=outlet,
        format=format,
        date_order=date_order,
        texts=tuple(texts or ()),
    )


def analyser_settings(
    model: str,
    actors: list[Path] | None,
    codebook: Path | None = None,
    *,
    device: Literal["cpu", "cuda"] = "cpu",
    precision: Literal["bf16", "fp32"] | None = None,
) -> "AnalyserSettings":
    """The stages' settings, as the options say."""
    from slantwise.pipeline import AnalyserSettings

    return AnalyserSettings(
        model=model,
        actors=tuple(actors or ()),
        codebook=codebook,
        device=device,
        precision=precision,
    )


def ray_cluster(
    engine: Literal["local", "ray"], address: str, resources: str
) -> "RayCluster | None":
    """Where Ray runs, as the options say; None for this machine alone.

    Raises:
        SettingsError: the options do not fit together, or an amount is none.
    """
    if engine == "local":
        if address or resources:
            raise SettingsError(
                "--ray-address and --ray-resources say where Ray runs; add --engine ray to use it."
            )
        return None
    from slantwise.pipeline import RayCluster

    amounts = dict(map(_amount, filter(None, resources.split(","))))
    return RayCluster(
        address=address,
        cpus=amounts.pop("cpu", RayCluster().cpus),
        gpus=amounts.pop("gpu", 0.0),
        resources=amounts,
    )


def _amount(text: str) -> tuple[str, float]:
    name, _, amount = text.partition("=")
    try:
        return name.strip(), float(amount)
    except ValueError as error:
        raise SettingsError(
            f"--ray-resources: expected NAME=AMOUNT as in cpu=0.9,gpu=0.25, found {text!r}."
        ) from error
