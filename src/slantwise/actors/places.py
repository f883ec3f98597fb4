"""Where a place is only where something happens: "in Ankara", "ANKARA —", "Ankara airport".

There a capital or a building stands for no state.
"""

from collections.abc import Iterable

from slantwise.actors.page import Page
from slantwise.actors.roles import Role, role_at
from slantwise.actors.word_lists import word_list
from slantwise.records import ActorKind, Entity

_LOCATING = word_list(
    "in near at outside around inside across throughout within downtown central greater "
    "outskirts via off above beyond suburban"
)
_INSIDE = frozenset({"in", "near", "outside", "around", "throughout"})
_COMPASS = frozenset({"north", "south", "east", "west", "outskirts", "suburbs"})
_MOVING = frozenset({"to", "from", "into", "toward", "towards", "through", "for"})
_MOTION = word_list(
    "travel travels traveled travelled traveling travelling trip trips flew fly flies flight "
    "flights flying fled flee drive drove driving went go goes going gone visit visits visited "
    "visiting arrive arrived arrives arriving return returned returns returning left leave "
    "leaving leaves march marched marching moved move head headed heading journey journeyed "
    "road train bus buses boats trucks lorries broke rushed transferred brought taken sent en "
    "route way born raised studied based depart departed departing reporting miles kilometers "
    "kilometres km"
)
_VISITED = word_list(
    "visit visits visited visiting leave left leaving leaves reach reached reaching toured "
    "tour touring entered entering stormed captured shelled shelling bombed bombing besieged "
    "evacuated"
)
_PLACE_NOUNS = word_list(
    "airport airports street streets suburb suburbs neighborhood neighbourhood neighborhoods "
    "district districts hotel hospital resident residents metro subway university restaurant "
    "bureau area region province county city station square park courtroom courthouse lawn "
    "area-based time skyline dateline office summit conference d.c. dc marathon state"
)
_STREETS = frozenset({"street", "avenue", "hill", "square", "road"})
_SKIPPED = frozenset({"the", "downtown", "central", "nearby", "capital", "of", "city"})
_SEATED = frozenset({ActorKind.GOVERNMENT, ActorKind.MINISTRY})
_ABROAD = frozenset({"embassy"})
"""Institutions that stand in another state than their own."""
_DASHES = frozenset({"—", "–", "-", "--", "―"})


def located(page: Page, first: int, end: int) -> str:
    """Why the place named by words `first`..`end` is only a location; "" where it acts."""
    possessive = page.lower(end) in ("'s", "'")
    follows = page.lower(end + 1 if possessive else end)
    if follows in _PLACE_NOUNS:
        return f"names the place of the {follows!r} after it"
    if possessive:
        return ""
    if follows == "-" and page.lower(end + 1) in ("based", "area", "born"):
        return "says where something is based"
    return _before(page, first, end)


def _before(page: Page, first: int, end: int) -> str:
    index = first - 1
    while page.near(index, first) and first - index < 5 and page.lowers[index] in _SKIPPED:
        index -= 1
    if not page.near(index, first):
        return ""
    word = page.lowers[index]
    if word in _LOCATING or (word == "on" and page.lowers[end - 1] in _STREETS):
        return f"stands after {word!r}, as the place of something"
    if word in _VISITED:
        return f"stands after {word!r}, as a place one goes to"
    if word in _MOVING:
        back = range(max(0, index - 5), index)
        moving = [page.lowers[i] for i in back if page.lowers[i] in _MOTION]
        if moving:
            return f"stands after {moving[-1]!r} … {word!r}, as a place one moves to or from"
    return ""


def is_where(page: Page, words: range) -> bool:
    """Whether a name of one or two words stands where only a place can: "north of Ain Issa"."""
    before = words.start - 1
    if not words or len(words) > 2 or not page.near(before, words.start):
        return False
    if page.lowers[before] == "of":
        return page.near(before - 1, before) and page.lowers[before - 1] in _COMPASS
    return page.lowers[before] in _INSIDE


def seated(page: Page, first: int) -> tuple[Role, int] | None:
    """The government whose seat is the place at word `first`, and the index of its first word.

    "The authorities in Ankara"; None where no government is named there.
    """
    if page.lower(first - 1) != "in" or not page.near(first - 2, first):
        return None
    for start in range(max(0, first - 5), first - 1):
        role = role_at(page.lowers, start, first - 1)
        if role is None or role[0].slug in _ABROAD:
            continue
        if role[1] == first - 1 and role[0].kind in _SEATED:
            return role[0], start
    return None


def datelines(page: Page) -> list[range]:
    """Words of datelines ("ANKARA, Turkey (AP) —") at the beginning of paragraphs."""
    found = []
    for first, start in enumerate(page.starts):
        if start in page.paragraphs:
            end = _dateline_end(page, first)
            if end > first:
                found.append(range(first, end))
    return found


def without_datelines(page: Page, entities: Iterable[Entity]) -> list[Entity]:
    """The entities without those of datelines, and without the places that these name.

    The tagger takes many a town for a body; the dateline tells that it is a town.
    """
    lines = datelines(page)
    towns = {page.lowers[line.start] for line in lines}
    kept = []
    for entity in entities:
        words = page.words_of(entity.span)
        reporting = words and any(words.start in line for line in lines)
        town = len(words) == 1 and entity.label != "GPE" and page.lowers[words.start] in towns
        if not reporting and not town:
            kept.append(entity)
    return kept


def _dateline_end(page: Page, first: int) -> int:
    shouted = page.word(first).isupper() and len(page.word(first)) > 3
    depth, closed = 0, False
    for index in range(first, min(first + 14, len(page))):
        word = page.word(index)
        depth += (word == "(") - (word == ")")
        if word in _DASHES and not depth:
            return index if index > first and (shouted or closed) else first
        closed = word == ")"
        if not depth and word[:1].islower() and word not in ("of", "the", "and"):
            return first
        if index > first and page.starts[index] in page.paragraphs:
            return first
    return first
