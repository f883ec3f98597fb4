"""The identity table, asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from slantwise.actors import IdentityTable, read_paths, read_tables
from slantwise.records import LinkDecision
from slantwise.resources import ACTORS, shipped

if TYPE_CHECKING:
    pass

from slantwise.api.articles import load, read_one


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
        entries: entries in them.
        replaced: ids of shipped entries that they replace, sorted.
        actors: entries of the whole table with them.
    """

    entries: int
    replaced: tuple[str, ...]
    actors: int


def check_actors(paths: Sequence[str | Path]) -> CheckedTables:
    """Check identity tables of one's own by themselves and together with the shipped one.

    Raises:
        SettingsError: the first fault, with file and line: no YAML, an unknown key, a missing
            id, a date or kind that is none, an id twice, an unknown parent, parents in a circle,
            a name that two actors claim in the same days without both calling it ambiguous.
    """
    own = {entry.id for path in map(Path, paths) for entry in read_paths(path)}
    table, ours = identity_table(paths), identity_table()
    return CheckedTables(len(own), tuple(sorted(own & set(ours.identities))), len(table.identities))


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
