"""Look into the identity table: check one of your own, list entries, explain a name."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from slantwise.cli import console
from slantwise.cli.options import Actors, Json, says_what_went_wrong

if TYPE_CHECKING:
    from slantwise.actors import Candidate
    from slantwise.api import NameInContext

actors = typer.Typer(
    name="actors",
    no_args_is_help=True,
    help="The identity table: check one of your own, list entries, explain a name.",
)


@actors.command()
@says_what_went_wrong
def check(
    files: Annotated[list[Path], typer.Argument(help="Your identity tables (YAML).")],
    *,
    json: Json = False,
) -> None:
    """Check tables of your own against ours: keys, dates, parents, names claimed twice.

    Prints every fault by file and line; the exit status is 2 where there is one.
    """
    from dataclasses import asdict

    from slantwise import api

    found = api.check_actors(files)
    if json:
        console.print_json(asdict(found))
    elif found.faults:
        for fault in found.faults:
            console.say(str(fault), quiet=False)
        plural = "fault" if len(found.faults) == 1 else "faults"
        console.say(
            f"{len(found.faults)} {plural}; {found.entries} entries without one", quiet=False
        )
    else:
        replaced = f": {', '.join(found.replaced)}" if found.replaced else ""
        console.say(
            f"no fault found: {found.entries} entries, of which {len(found.replaced)} replace "
            f"ours{replaced}; {found.actors} actors in all",
            quiet=False,
        )
    if found.faults:
        raise typer.Exit(2)


@actors.command(name="list")
@says_what_went_wrong
def list_(
    *,
    kind: Annotated[str, typer.Option(help="Only this kind, such as party.")] = "",
    parent: Annotated[str, typer.Option(help="Only what rolls up to this id.")] = "",
    own: Actors = None,
    json: Json = False,
) -> None:
    """List the entries of the identity table: id, kind, parent, dates, name."""
    from slantwise import api
    from slantwise.actors import select
    from slantwise.errors import SettingsError
    from slantwise.records import ActorKind

    if kind and kind not in list(ActorKind):
        kinds = ", ".join(one.value for one in ActorKind)
        raise SettingsError(f"there is no kind {kind!r}; kinds are {kinds}.")
    chosen = ActorKind(kind) if kind else None
    entries = select(api.identity_table(own or ()), kind=chosen, parent=parent)
    rows = [
        {
            "id": entry.id,
            "kind": entry.kind.value,
            "parent": entry.parent,
            "valid_from": str(entry.valid_from) if entry.valid_from else None,
            "valid_to": str(entry.valid_to) if entry.valid_to else None,
            "name": entry.name,
        }
        for entry in entries
    ]
    if json:
        console.print_json({"actors": rows})
        return
    for row in rows:
        console.print_line("  ".join(str(value or "-") for value in row.values()))


@actors.command()
@says_what_went_wrong
def explain(
    name: Annotated[str, typer.Argument(help="A name as an article has it.")],
    *,
    date: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Day of publication."),
    ] = None,
    context: Annotated[
        Path | None, typer.Option(help="A file with an article in which the name stands.")
    ] = None,
    own: Actors = None,
    json: Json = False,
) -> None:
    """Show whom a name may mean and why, and with --context whom it means in an article."""
    from slantwise import api
    from slantwise.actors import explain as candidates_of

    table = api.identity_table(own or ())
    found = candidates_of(name, table, on=date.date() if date else None)
    there = api.explain_actor(name, context, date=date, actors=own or ()) if context else None
    if json:
        console.print_json(_as_json(found, there))
        return
    for line in (*_lines(name, found), *(_lines_there(there) if there else ())):
        console.print_line(line)


def _lines(name: str, found: "tuple[Candidate, ...]") -> list[str]:
    if not found:
        return [f"{name!r} is no name of the identity table; an article may still name it."]
    lines = []
    for one in found:
        verdict = "yes" if one.sure else "perhaps" if one.possible else "no"
        top = f", rolls up to {one.top}" if one.top != one.identity.id else ""
        lines.append(
            f"{verdict}: {one.identity.id} ({one.identity.kind.value}{top}), {one.how}: "
            f"{one.reason} [{one.identity.where}]"
        )
    return lines


def _lines_there(there: "NameInContext") -> list[str]:
    lines = [f"in {there.article}:"]
    for mention in there.mentions:
        lines.append(f"  {mention.surface!r} → {mention.actor} ({mention.how}): {mention.sentence}")
    for decision in there.decisions:
        verdict = "merged with" if decision.merged else "refused:"
        lines.append(f"  {decision.surface!r} {verdict} {decision.actor}: {decision.reason}")
    return lines if len(lines) > 1 else [*lines, "  the name does not stand there as an actor's"]


def _as_json(found: "tuple[Candidate, ...]", there: "NameInContext | None") -> dict[str, Any]:
    from dataclasses import asdict

    shown: dict[str, Any] = {
        "candidates": [
            {
                "id": one.identity.id,
                "name": one.identity.name,
                "kind": one.identity.kind.value,
                "top": one.top,
                "how": one.how,
                "possible": one.possible,
                "sure": one.sure,
                "reason": one.reason,
                "source": one.identity.source,
                "where": one.identity.where,
            }
            for one in found
        ]
    }
    return shown | ({"context": asdict(there)} if there else {})
