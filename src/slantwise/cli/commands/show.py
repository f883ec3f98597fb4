"""Show one article, marked up."""

from pathlib import Path
from typing import Annotated

import typer

from slantwise.cli import console
from slantwise.cli.options import (
    Actors,
    Codebook,
    Format,
    Json,
    Model,
    Outlet,
    analyser_settings,
    ingest_settings,
    says_what_went_wrong,
)


@says_what_went_wrong
def show(
    article: Annotated[Path, typer.Argument(help="A file with one article.")],
    *,
    model: Model = "base",
    actors: Actors = None,
    codebook: Codebook = None,
    outlet: Outlet = "",
    format: Format = "",  # noqa: A002
    html: Annotated[Path | None, typer.Option(help="Write a page instead.")] = None,
    json: Json = False,
) -> None:
    """One article, marked up: which words, whose words, about whom."""
    from slantwise import api
    from slantwise.cli.marked import render
    from slantwise.pipeline import Analyser

    settings = analyser_settings(model, actors, codebook)
    record = api.read_one(article, ingest=ingest_settings("", outlet, format))
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
