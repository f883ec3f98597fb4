"""Check a codebook of one's own kinds."""

from pathlib import Path
from typing import Annotated

import typer

from slantwise.cli import console
from slantwise.cli.options import Json, Model, says_what_went_wrong

codebook = typer.Typer(
    name="codebook", no_args_is_help=True, help="A codebook of your own kinds: check it."
)


@codebook.command()
@says_what_went_wrong
def check(
    file: Annotated[Path, typer.Argument(help="A codebook, TOML.")],
    *,
    model: Model = "base",
    json: Json = False,
) -> None:
    """Check a codebook; learns the classifiers of labelled sentences and says how they do."""
    from slantwise import api

    coder = api.check_codebook(file, model=model)
    if json:
        console.print_json(coder.to_dict())
        return
    book = coder.codebook
    stands = "instead of ours" if book.replace else "beside ours"
    console.say(f"{book.name}: {len(book.kinds)} kinds, {stands}", quiet=False)
    for kind in book.kinds:
        n_terms = sum(m.whole_words for m in kind.matchers)
        found = [f"{n_terms} terms", f"{len(kind.matchers) - n_terms} patterns"]
        if kind.id in coder.classifiers:
            found.append(f"classifier {coder.classifiers[kind.id].checked.in_words}")
        console.say(f"  {kind.id}: {', '.join(found)}", quiet=False)


@codebook.callback()
def _codebook() -> None:
    """A codebook of your own kinds."""
