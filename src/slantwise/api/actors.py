"""The identity table, asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from slantwise.actors import (
    Fault,
    IdentityTable,
    merge,
    misfits,
    read_source,
    read_tables,
)
from slantwise.api.articles import load, read_one
from slantwise.records import LinkDecision
from slantwise.resources import ACTORS, shipped


def identity_table(actors: Sequence[str | Path] = ()) -> IdentityTable:
    """The shipped identity table with tables of your own, which add to it or override it.

    Raises:
        SettingsError: a table is not valid; with file and line.
    """
    return read_tables((shipped(ACTORS), *map(Path, actors)))


@dataclass(frozen=True, slots=True)
class CheckedTables:
    """What came of checking identity tables of one's own.

    Attributes:
        entries: sound entries in them.
        replaced: ids of shipped entries that they replace, sorted.
        actors: sound entries of the whole table with them.
        faults: everything that is wrong, sorted by file and line; () for nothing.
    """

    entries: int
    replaced: tuple[str, ...]
    actors: int
    faults: tuple[Fault, ...]


def check_actors(paths: Sequence[str | Path]) -> CheckedTables:
    """Check identity tables of one's own by themselves and together with the shipped one.

    Every fault of every file comes back, each with file and line: no file, no YAML, an unknown
    key, a missing id, a date or kind that is none, an id twice, an unknown parent, parents in a
    circle, a name that two actors claim in the same days without both calling it ambiguous. An
    entry with a fault of its own is left out of the checks against the others.
    """
    shipped_ones = read_source(shipped(ACTORS))
    own = merge(read_source(Path(path)) for path in paths)
    whole = merge((shipped_ones, own))
    known = {entry.id for entry in shipped_ones.identities}
    ids = {entry.id for entry in own.identities}
    faults = tuple(sorted({*whole.faults, *misfits(whole)}))
    return CheckedTables(len(ids), tuple(sorted(ids & known)), len(whole.identities), faults)


@dataclass(frozen=True, slots=True)
class NamedThere:
    """A mention in an article.

    Attributes:
        surface: the words.
        actor: id of the actor.
        how: how it was resolved.
        sentence: the sentence it stands in.
    """

    surface: str
    actor: str
    how: str
    sentence: str


@dataclass(frozen=True, slots=True)
class NameInContext:
    """What became of a name in one article.

    Attributes:
        article: id of the article.
        mentions: where the name stands for an actor.
        decisions: merges and refusals of it, with their reasons.
    """

    article: str
    mentions: tuple[NamedThere, ...]
    decisions: tuple[LinkDecision, ...]


def explain_actor(
    name: str,
    context: str | Path,
    *,
    date: datetime | None = None,
    actors: Sequence[str | Path] = (),
) -> NameInContext:
    """What a name means in an article, and which other readings were refused and why.

    Args:
        name: as the article has it; letter case does not count.
        context: a file with one article.
        date: day of publication; None takes the article's own.
        actors: identity tables of your own.

    Raises:
        InputError: the file holds no article.
        SettingsError: an identity table is not valid.
    """
    article = read_one(context)
    analysed = load(actors=actors).read(replace(article, published=date or article.published))
    wanted, text = name.casefold(), analysed.text
    return NameInContext(
        article.id,
        tuple(
            NamedThere(
                surface=mention.span.of(text),
                actor=mention.actor,
                how=mention.how,
                sentence=analysed.sentences[mention.sentence].span.of(text),
            )
            for mention in analysed.mentions
            if wanted in mention.span.of(text).casefold()
        ),
        tuple(one for one in analysed.decisions if wanted in one.surface.casefold()),
    )
