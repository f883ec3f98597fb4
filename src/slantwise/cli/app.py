"""The table of commands."""

import typer

from slantwise.cli.commands.actors import actors
from slantwise.cli.commands.analyze import analyze
from slantwise.cli.commands.audit import audit
from slantwise.cli.commands.code import app as code
from slantwise.cli.commands.codebook import codebook
from slantwise.cli.commands.compare import compare
from slantwise.cli.commands.evaluate import evaluate
from slantwise.cli.commands.formats import formats
from slantwise.cli.commands.ingest import ingest
from slantwise.cli.commands.kwic import kwic
from slantwise.cli.commands.models import models
from slantwise.cli.commands.show import show
from slantwise.cli.commands.status import status
from slantwise.cli.commands.train import train
from slantwise.cli.commands.verify import verify

app = typer.Typer(
    name="slantwise",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Loaded framing in news articles: which words, whose words, about whom, in which outlet.",
)

# In the order of the work; `--help` lists them so.
COMMANDS = (
    ingest,
    analyze,
    status,
    verify,
    compare,
    show,
    kwic,
    formats,
    evaluate,
    audit,
    train,
)
for _command in COMMANDS:
    app.command()(_command)
for _group in (code, codebook, actors, models):
    app.add_typer(_group)


def main() -> None:
    """Run the command line."""
    app()
