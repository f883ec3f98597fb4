"""Names of bodies that the tagger missed or saw in pieces, put together by their capitals.

"Corwen Motors", "the Election Commission", "Radio Orinoco", "the newspaper Global Dawn": words in
capitals of which the last or the first says that a body is named, or a noun before them does.
"""

from collections.abc import Iterable, Iterator, Sequence

from slantwise.actors.first_names import MEN, WOMEN
from slantwise.actors.matching import TableMatch
from slantwise.actors.page import POSSESSIVE, PROPER, Page
from slantwise.actors.relabel import BODY_WORDS
from slantwise.actors.titles import is_title
from slantwise.actors.word_lists import word_list
from slantwise.records import ActorKind, Entity, Span

PAPERS = word_list(
    "times post news journal daily gazette herald tribune magazine observer telegraph chronicle "
    "weekly review globe beacon mirror echo mail courier standard examiner inquirer bulletin "
    "dispatch sentinel monitor argus mercury"
)
"""Last words of the names of newspapers and of other media."""
STATIONS = word_list("radio channel television")
"""First words of the names of broadcasters."""
_ENDS = (
    PAPERS
    | (BODY_WORDS - word_list("school campaign administration company"))
    | word_list(
        "commission authority bureau federation league front movement alliance coalition network "
        "corps brigade brigades battalion tribunal chamber radio tv television broadcasting motors "
        "foods airlines airways holdings industries pharmaceuticals inc corp ltd plc "
        "logistics dredging mining shipping steel cement petroleum munitions freight telecom "
        "ventures consulting textiles garments chemicals dairy timber properties resorts grocers "
        "stores haulage trucking utilities technologies robotics analytics biotech insurance "
        "securities armaments shipyards forwarding plantations custody"
    )
)
_NUMBERED = word_list("brigade battalion channel canal radio")
"""Nouns that a number makes the name of a body: "Brigade 12"."""
_KINDS_OF_BODY = word_list(
    "newspaper daily weekly tabloid broadsheet broadcaster channel station magazine website outlet "
    "group company firm startup start-up bank party union charity retailer airline carmaker "
    "automaker drugmaker agency militia movement network chain supermarket conglomerate"
)
"""Nouns right before the name of a body that say what it is."""
_DATES = word_list(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december"
)
_NO_BODY = word_list(
    "operation typhoon hurricane cyclone storm tropical port camp fort mount lake cape saint san "
    "santa el la super black good holy new big world"
)
"""First words of the names of storms, places and days, and of much that is none."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NO_NAME = frozenset({"DT", "PRP", "PRP$", "IN", "CC", "TO", "MD", "WP", "WRB", "EX", "UH"})
_PLACES = frozenset({ActorKind.STATE, ActorKind.TERRITORY})
_LONGEST = 6


def with_bodies(
    page: Page, matches: Sequence[TableMatch], entities: Iterable[Entity]
) -> list[Entity]:
    """The entities, with the bodies that their capitals show in place of pieces of them; in order.

    Names that the table knows whole, and persons, stay as they are.
    """
    given = list(entities)
    found = [Entity(span, "ORG") for span in _bodies(page) if not _known(span, matches)]
    found += [Entity(span, "ORG") for span in _acting(page) if not _met(span, matches, given)]
    kept = [body for body in found if not any(_stands(page, one, body.span) for one in given)]
    rest = [one for one in given if not any(one.span.overlaps(body.span) for body in kept)]
    return sorted([*rest, *kept], key=lambda entity: entity.span)


def with_full_names(
    page: Page, matches: Sequence[TableMatch], entities: Iterable[Entity]
) -> list[Entity]:
    """The entities, with "Chad Moreau" for a Moreau behind what may be a state; in order."""
    places = {
        match.span.end: match.span
        for match in matches
        if all(claim.ambiguous and claim.identity.kind in _PLACES for claim in match.claims)
    }
    joined = []
    for entity in entities:
        words = page.words_of(entity.span)
        before = words.start - 1 if words else -1
        lone = entity.label == "PERSON" and len(words) == 1 and page.near(before, words.start)
        first = places.get(page.ends[before]) if lone else None
        if first and " " not in first.of(page.text) and not is_title(page.lowers[words.start]):
            joined.append(Entity(Span(first.start, entity.span.end), "PERSON"))
        else:
            joined.append(entity)
    full = [one.span for one in joined if one.label == "PERSON"]
    return [
        one
        for one in joined
        if one.label == "PERSON" or not any(span.contains(one.span) for span in full)
    ]


def _bodies(page: Page) -> Iterator[Span]:
    index = 0
    while index < len(page):
        end = _run_end(page, index) if page.capitals[index] else index
        if end > index and (start := _body_start(page, index, end)) is not None:
            yield page.span(start, end)
        index = max(end, index + 1)


def _acting(page: Page) -> Iterator[Span]:
    """Two words or more in capitals that act, own or are explained ("Golden Loom, which")."""
    index = 0
    while index < len(page):
        end = _run_end(page, index) if page.capitals[index] else index
        proper = all(
            page.tags[i] in PROPER and not is_title(page.lowers[i]) for i in range(index, end)
        )
        if end - index > 1 and proper and _acts(page, index, end):
            yield page.span(index, end)
        index = max(end, index + 1)


def _acts(page: Page, first: int, end: int) -> bool:
    if not page.near(end, first) or page.lowers[first] in _NO_BODY | MEN | WOMEN:
        return False
    explained = page.lowers[end] == "," and page.near(end + 1, first)
    return (
        page.tags[end] in _FINITE
        or page.lowers[end] in POSSESSIVE
        or (explained and page.lowers[end + 1] in ("which", "who", "whose"))
    )


def _met(span: Span, matches: Sequence[TableMatch], entities: Iterable[Entity]) -> bool:
    """Whether the table or the tagger knows any part of a stretch."""
    known = any(match.span.overlaps(span) for match in matches)
    return known or any(entity.span.overlaps(span) for entity in entities)


def _run_end(page: Page, first: int) -> int:
    """The word after the words in capitals that begin at `first`; `first` where none do."""
    end = first
    while end - first < _LONGEST and page.near(end, first) and _in_name(page, end):
        end += 1
        if page.hyphen(end) and page.near(end + 1, first) and _in_name(page, end + 1):
            end += 1
    if end == first + 1 and page.lowers[first] in _NUMBERED and page.near(end, first):
        end += page.lowers[end].isdigit()
    return end


def _in_name(page: Page, index: int) -> bool:
    if not page.capital(index) or page.starts[index] < page.body or page.tags[index] in _NO_NAME:
        return False
    begins = not page.near(index - 1, index)
    return page.lowers[index] not in _DATES and (not begins or page.tags[index] in PROPER)


def _body_start(page: Page, first: int, end: int) -> int | None:
    """Where the name of a body begins in a run of words in capitals; None where it has none."""
    if any(is_title(page.lowers[index]) for index in range(first, end)):
        return None
    if end - first > 1 and (
        page.lowers[end - 1] in _ENDS or page.lowers[first] in STATIONS | _NUMBERED
    ):
        return first
    before = first - 1
    if not page.near(before, first) or not page.word(before).islower():
        return None
    called = page.lowers[before]
    if page.near(before - 2, first) and page.hyphen(before - 1):
        called = f"{page.lowers[before - 2]}-{called}"
    return first if called in _KINDS_OF_BODY else None


def _known(span: Span, matches: Sequence[TableMatch]) -> bool:
    """Whether the table's names in a stretch are more than ambiguous parts of it.

    Of an ambiguous name that is the whole stretch, the capitals tell that a body is meant.
    """
    return any(
        match.span.overlaps(span)
        and not (span.contains(match.span) and all(claim.ambiguous for claim in match.claims))
        for match in matches
    )


def _stands(page: Page, entity: Entity, span: Span) -> bool:
    """Whether an entity is to be kept beside or instead of the body that capitals show."""
    if not entity.span.overlaps(span):
        return False
    if entity.span.contains(span) or not span.contains(entity.span):
        return True
    words = page.words_of(entity.span)
    named = page.lowers[words.start] in MEN or page.lowers[words.start] in WOMEN
    return entity.label == "PERSON" and len(words) > 1 and named
