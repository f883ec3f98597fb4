"""The names that a model learns without: those of the identity table, by class.

Written beside the weights as `names.tsv`; `encode.names` puts the stand-ins in their places.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from slantwise.actors import MEN, WOMEN, Identity, IdentityTable, read_tables
from slantwise.encode.names import FIRST_NAME, TITLE
from slantwise.records import ActorKind

FAITHS: Final = {
    "faith": (
        *("Islam", "Christianity", "Judaism", "Hinduism", "Buddhism", "Sikhism", "Catholicism"),
        *("Protestantism", "Mormonism", "Zoroastrianism"),
    ),
    "people": (
        *("Islamic", "Judaic", "Evangelical", "Lutheran", "Methodist", "Quaker", "Anglican"),
        *("Mormon", "Baptist", "Atheist", "Scientologist", "Orthodox", "Presbyterian"),
    ),
    "group": (
        *("Lutherans", "Methodists", "Quakers", "Anglicans", "Mormons", "Baptists"),
        *("Evangelicals", "Atheists", "Scientologists", "Presbyterians"),
    ),
}
"""Faiths and believers, whom the identity table has no entries for."""
TITLES: Final = (
    *("Mr", "Mrs", "Ms", "Dr", "Sir", "Lord", "Lady", "President", "Chancellor", "Premier"),
    *("Senator", "Sen", "Representative", "Rep", "Congressman", "Congresswoman", "Governor"),
    *("Gov", "Mayor", "Minister", "Secretary", "General", "Gen", "Colonel", "Col", "Captain"),
    *("Judge", "Justice", "Professor", "Prof", "Sheikh", "Imam", "Rabbi", "Bishop", "Archbishop"),
    *("Pope", "King", "Queen", "Prince", "Princess", "Sheriff", "Ayatollah", "Emir", "Crown"),
)
"""Words that a person's name stands after."""
_VISIBLE = frozenset({"IS", "PRO", "CARE", "ACT"})
"""Acronyms that a headline in capitals would mistake."""
_PLACES = frozenset({ActorKind.STATE, ActorKind.TERRITORY})
_OFFICES = frozenset({ActorKind.GOVERNMENT, ActorKind.COURT, ActorKind.MINISTRY, ActorKind.AGENCY})
_PARTICLES = ("al-", "al ", "el-", "bin ", "von ", "de ", "van ")
_NO_PLURAL = ("ss", "us", "is")
"""Endings of words whose last s makes no plural."""


def names_of(table: IdentityTable) -> dict[str, str]:
    """Every name of the table that tells who is meant, with its class; first names and titles.

    A name of several actors takes the class of the first of place, people, person and group; one
    that many states have ("the Senate") tells nothing and is left out.
    """
    found: dict[str, str] = {}
    for entry in sorted(table.identities.values(), key=_rank):
        common = entry.ambiguous if entry.kind in _OFFICES else ()
        for name, kind in _classed(entry):
            if name not in _VISIBLE:
                found.setdefault(name, "" if name in common else kind)
    leads = dict.fromkeys((name.capitalize() for name in sorted(WOMEN | MEN)), FIRST_NAME)
    faiths = {name: kind for kind, names in FAITHS.items() for name in names}
    named = {name: kind for name, kind in found.items() if kind}
    return leads | dict.fromkeys(TITLES, TITLE) | faiths | named


def table_names(folder: Path) -> dict[str, str]:
    """`names_of` the identity table in `folder`."""
    return names_of(read_tables([folder]))


def _rank(entry: Identity) -> tuple[int, str]:
    if entry.kind in _PLACES:
        return 0, entry.id
    return {ActorKind.PEOPLE: 1, ActorKind.PERSON: 2}.get(entry.kind, 3), entry.id


def _classed(entry: Identity) -> Iterator[tuple[str, str]]:
    """Names of one entry with their classes."""
    for form, how in entry.forms():
        name = form.removeprefix("the ")
        if name[:1].isupper() or name.startswith(_PARTICLES):
            yield name, _class(entry, name, how)


def _class(entry: Identity, name: str, how: str) -> str:
    plural = name.endswith("men") or (name.endswith("s") and not name.endswith(_NO_PLURAL))
    if how == "demonym" and not plural:
        return "people"
    if entry.kind in _PLACES and how != "demonym":
        return "place"
    return "person" if entry.kind is ActorKind.PERSON else "group"


def as_rows(names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Names with their classes, sorted."""
    return sorted(names.items())
