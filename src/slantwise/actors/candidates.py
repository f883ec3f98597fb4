"""Stretches of an article that may name actors: names of the table, and the tagger's entities.

Where the two overlap, one is kept: the table's name inside "the Turkish army", the entity where
a listed name is only part of another's ("Washington Post", "Jordan Peterson").
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from slantwise.actors.identity import Claim, Identity
from slantwise.actors.matching import TableMatch
from slantwise.actors.names import Name, name_words, surnames
from slantwise.actors.page import POSSESSIVE, Page
from slantwise.actors.relabel import label_of, name_start, with_titled
from slantwise.actors.roles import BETWEEN, role_at
from slantwise.actors.titles import is_title
from slantwise.actors.trimming import trim
from slantwise.actors.word_lists import word_list
from slantwise.records import ActorKind, Entity, Span

_COMPASS = word_list("north south east west northern southern eastern western central upper lower")
_GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FIXED = frozenset({"FAC", "LOC", "PRODUCT", "LAW", "WORK_OF_ART", "EVENT"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name of the identity table in the article, not yet decided upon.

    Attributes:
        span: where it stands.
        claims: the actors that bear it.
        label: the tagger's label where it saw the same name; "" where it saw none.
    """

    span: Span
    claims: tuple[Claim, ...]
    label: str

    @property
    def personal(self) -> bool:
        """Whether a person bears the name."""
        return any(claim.identity.kind is ActorKind.PERSON for claim in self.claims)


def is_full(identity: Identity, name: Name) -> bool:
    """Whether a name is a person's whole name, not "Mr. Trump" or "al-Sharaa"."""
    forms = [name_words(form) for form in (identity.name, *identity.aliases)]
    short = any(name in surnames(form) for form in forms)
    return len(name) > 1 and not short and not is_title(name[0])


@dataclass(frozen=True, slots=True)
class Candidates:
    """What may name actors, in order.

    Attributes:
        sightings: names of the table.
        entities: entities of which the table knows nothing, trimmed.
    """

    sightings: tuple[Sighting, ...]
    entities: tuple[Entity, ...]


def candidates(page: Page, matches: Sequence[TableMatch], entities: Iterable[Entity]) -> Candidates:
    """Names and entities of an article, overlaps settled."""
    parts = [part for entity in with_titled(page, entities) for part in _parts(page, entity)]
    overlaps = _Overlaps(page, matches, parts)
    kept = tuple(part for part in map(overlaps.kept, parts) if part)
    sightings = tuple(
        Sighting(_untitled(page, match), match.claims, overlaps.labels.get(index, ""))
        for index, match in enumerate(matches)
        if index not in overlaps.dropped
    )
    return Candidates(sightings, kept)


def _untitled(page: Page, match: TableMatch) -> Span:
    """Where a name stands, without the title that the table may list with a person's name."""
    if all(claim.identity.kind is not ActorKind.PERSON for claim in match.claims):
        return match.span
    words = page.words_of(match.span)
    first = words.start
    while first < words.stop - 1 and is_title(page.lowers[first]):
        first += 1
    return Span(page.starts[first], match.span.end) if first > words.start else match.span


class _Overlaps:
    """Decides between names of the table and the entities they overlap."""

    def __init__(self, page: Page, matches: Sequence[TableMatch], parts: list[Entity]) -> None:
        self.page = page
        self.matches = matches
        self.starts = [match.span.start for match in matches]
        self.labels: dict[int, str] = {}
        self.dropped: set[int] = set()
        self.in_body = {
            part.span.of(page.text).lower() for part in parts if part.span.start >= page.body
        }

    def kept(self, part: Entity) -> Entity | None:
        """The entity, if it names something that the table's names in it do not."""
        inner = self._touching(part.span)
        if not inner:
            return part
        if part.label == "PERSON" and (rest := self._behind_state(part, inner[0])):
            return rest
        return part if self._keeps(part, inner) else None

    def _behind_state(self, part: Entity, first: int) -> Entity | None:
        """The person in "Ukraine Kurt Volker", where the tagger ran over the end of a phrase."""
        match = self.matches[first]
        words = self.page.words_of(part.span)
        behind = self.page.words_of(match.span).stop
        claim = match.claims[0]
        # "Jordan" may be the first of a person's three names.
        state = claim.identity.kind is ActorKind.STATE and not claim.ambiguous
        if not state or match.span.start != part.span.start or words.stop - behind < 2:
            return None
        return Entity(self.page.span(behind, words.stop), part.label)

    def _keeps(self, part: Entity, inner: list[int]) -> bool:
        exact = [i for i in inner if self.matches[i].span.contains(part.span)]
        if exact:
            self.labels[exact[0]] = part.label
            return False
        if not all(part.span.contains(self.matches[i].span) for i in inner):
            return False
        # In a headline every word may have its capital: a name must show itself in the body.
        headline = part.span.start < self.page.body
        if headline and part.span.of(self.page.text).lower() not in self.in_body:
            return False
        if _is_whole(self.page, part, [self.matches[i] for i in inner]):
            self.dropped.update(inner)
            return True
        return False

    def _touching(self, span: Span) -> list[int]:
        first = max(0, bisect_left(self.starts, span.start) - 1)
        end = bisect_left(self.starts, span.end)
        return [i for i in range(first, end) if self.matches[i].span.overlaps(span)]


def _parts(page: Page, entity: Entity) -> list[Entity]:
    """The entity trimmed; what stands before an inner possessive is another name."""
    span = trim(page.text, entity.span)
    words = page.words_of(span)
    if not words or not span:
        return []
    entity = Entity(span, label_of(page, entity.label, words))
    first = words.start
    if entity.label == "PERSON":
        first = name_start(page, words)
    if entity.label in ("PERSON", "ORG", "GPE"):
        for index in range(first + 1, words.stop - 1):
            if page.lowers[index] in POSSESSIVE and page.tags[index] == "POS":
                left = Entity(trim(page.text, page.span(first, index)), entity.label)
                right = Entity(trim(page.text, page.span(index + 1, words.stop)), entity.label)
                return [part for part in (left, right) if part.span]
    if first != words.start:
        span = Span(page.starts[first], span.end)
    return [Entity(span, entity.label)]


def _is_whole(page: Page, entity: Entity, inner: list[TableMatch]) -> bool:
    """Whether the entity is a name of its own, of which the table's names are only parts."""
    others = _others(page, entity.span, inner)
    if not others:
        return False
    if entity.label == "NORP":
        return not any(page.lowers[i] == "-" for i in page.words_of(entity.span))
    if entity.label == "PERSON":
        return not any(_full_name(page, match) for match in inner) or all(
            not name_words(page.word(i))[1:] and page.lowers[i].rstrip(".") in _GENERATION
            for i in others
        )
    if entity.label == "GPE":
        return not all(page.lowers[i] in _COMPASS for i in others)
    if entity.label in _FIXED:
        return len(page.words_of(entity.span)) <= 6
    return not _institution(page, entity.span, inner)


def _others(page: Page, span: Span, inner: list[TableMatch]) -> list[int]:
    """Capitalised words of a span that no name of the table covers."""
    covered = {i for match in inner for i in page.words_of(match.span)}
    return [
        i
        for i in page.words_of(span)
        if i not in covered and page.capital(i) and page.lowers[i] not in ("the", "a", "an")
    ]


def _full_name(page: Page, match: TableMatch) -> bool:
    identity = match.claims[0].identity
    name = name_words(match.span.of(page.text))
    return identity.kind is ActorKind.PERSON and is_full(identity, name)


def _institution(page: Page, span: Span, inner: list[TableMatch]) -> bool:
    """Whether a name of the table and the words for an institution make up the span."""
    words = page.words_of(span)
    owner = page.words_of(inner[0].span)
    after = owner.stop
    if owner.start == words.start:
        after += page.lower(after) in POSSESSIVE
        while after < words.stop:
            found = role_at(page.lowers, after, words.stop)
            if found and found[1] == words.stop:
                return True
            # In a name of its own ("Syrian Democratic Forces") a capital stands between.
            if page.capital(after) and page.lowers[after] not in BETWEEN:
                return False
            after += 1
        return False
    found = role_at(page.lowers, words.start, words.stop)
    return found is not None and page.lower(found[1]) == "of" and owner.stop == words.stop
