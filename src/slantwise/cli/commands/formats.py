"""List what can be read."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from slantwise.cli import console
from slantwise.cli.options import Json, says_what_went_wrong

if TYPE_CHECKING:
    from rich.table import Table

    from slantwise.ingest import Readable


@says_what_went_wrong
def formats(*, json: Json = False) -> None:
    """List the formats that can be read: what each is, how it is recognised, what it gives."""
    from rich.console import Console

    from slantwise import api

    forms = api.formats()
    if json:
        console.print_json([asdict(form) for form in forms])
        return
    shown = Console()
    shown.print(_table([form for form in forms if not form.is_container]))
    shown.print(_table([form for form in forms if form.is_container]))


def _table(forms: "list[Readable]") -> "Table":
    from rich.table import Table
    from rich.text import Text

    fields = any(form.fields for form in forms)
    headings = ["--format" if fields else "also", "what it is", "names end in", "recognised by"]
    table = Table(*headings, *(["fields"] if fields else []), show_lines=True)
    for form in forms:
        cells = (form.name, form.description, " ".join(form.suffixes), form.known_by)
        last = (" ".join(form.fields),) if fields else ()
        table.add_row(*(Text(cell) for cell in (*cells, *last)))
    return table
