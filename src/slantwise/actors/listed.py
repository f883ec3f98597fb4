"""Names of the identity table decided upon: which actor they stand for here, if any."""

from dataclasses import dataclass

from slantwise.actors.candidates import Sighting
from slantwise.actors.cast import Draft
from slantwise.actors.channels import channel
from slantwise.actors.identity import Claim
from slantwise.actors.names import name_words
from slantwise.actors.persons import PersonNamer
from slantwise.actors.places import datelines, located, seated
from slantwise.actors.successions import succeeded
from slantwise.actors.titles import title_before
from slantwise.records import ActorKind

_PLACES = frozenset({ActorKind.STATE, ActorKind.TERRITORY})
_PLACE_LABELS = frozenset({"GPE", "LOC", "NORP", "FAC"})
_BODY_LABELS = frozenset({"ORG", "NORP", "FAC", "GPE"})
_JOINED = frozenset({",", "and", "or", "/", "-", "–", "&", "the", "with", "between"})
_COMPANY = frozenset({"inc", "inc.", "corp", "corp.", "co.", "ltd", "ltd.", "llc", "plc"})
# Guinea pigs, turkey dinners, Jersey cows.
_FOOD_AND_FOWL = frozenset(
    "pig pigs fowl fowls hen hens cow cows dinner dinners sandwich sandwiches breast breasts "
    "meat soup".split()
)
# Acronyms that in a headline set in capitals are more often the word.
_WORDS = frozenset({"us", "who", "it", "care", "opt", "aid", "ice", "act", "can", "may", "pa"})
_TOWARD = frozenset({"to", "in", "from", "at", "near", "outside", "around", "through", "of"})
_HOW = {"alias": "another name", "acronym": "the acronym", "demonym": "the demonym",
        "metonym": "a place that stands for it"}  # fmt: skip


@dataclass(slots=True)
class _Reader:
    """Decides on one article's sightings in order."""

    namer: PersonNamer
    sightings: tuple[Sighting, ...]
    lines: list[range]
    own_acronyms: frozenset[str]
    located_to: int = -2

    @property
    def draft(self) -> Draft:
        return self.namer.draft

    def decide(self, index: int) -> None:
        sighting = self.sightings[index]
        words = self.draft.page.words_of(sighting.span)
        surface = sighting.span.of(self.draft.page.text)
        if not words or surface in self.own_acronyms:
            return
        first = sighting.claims[0].identity.id
        if any(words.start in line for line in self.lines):
            self.draft.refuse(surface, first, "in a dateline, as the place of reporting")
        elif sighting.personal or self._is_surname(sighting):
            self.namer.name(sighting.span, sighting.claims, sighting.label)
        elif reason := self._no_name(sighting, words) or channel(self.draft.page, words):
            self.draft.refuse(surface, first, reason)
        elif actor := self._of_any_time(sighting):
            self.draft.name(sighting.span, actor, "composed")
        elif not self._is_location(sighting, words) and (claim := self._claim(index, surface)):
            self._name(sighting, claim, words)

    def _of_any_time(self, sighting: Sighting) -> str | None:
        """The institution that bodies which followed one another were; `successions` goes on."""
        found = {succeeded(self.draft, claim.identity.id) for claim in sighting.claims}
        (first, *others) = found
        if first is None or others or len(sighting.claims) < 2:
            return None
        parent, role = first
        self.draft.listed(self.draft.table.identities[parent])
        return self.draft.composed(parent, role)

    def _is_surname(self, sighting: Sighting) -> bool:
        if not any(c.ambiguous for c in sighting.claims):
            return False
        met = bool(self.namer.people.short(name_words(sighting.span.of(self.draft.page.text))))
        if sighting.label == "PERSON":
            return met or not self._supported(sighting)
        # The tagger takes the Jordan of "Jordan likes goats" for the state; the Michael Jordan
        # named before it tells better, where nothing else speaks for the state.
        return met and not self._supported(sighting)

    def _supported(self, sighting: Sighting) -> bool:
        return any(self.namer.evidence.score(c.identity) for c in sighting.claims)

    def _no_name(self, sighting: Sighting, words: range) -> str:
        page, claim = self.draft.page, sighting.claims[0]
        surface = sighting.span.of(page.text)
        if claim.how == "acronym" and surface.lower() in _WORDS and _shouted(page.text, sighting):
            return "may be the word, in a line set in capitals"
        if not any(c.ambiguous for c in sighting.claims):
            return ""
        title = title_before(page, words.start)
        if title and claim.how in ("name", "alias", "metonym") and claim.identity.kind in _PLACES:
            return f"a title stands before it: {page.lowers[words.start - 1]!r}"
        follows = page.lower(words.stop)
        for tails, what in ((_FOOD_AND_FOWL, "a common noun"), (_COMPANY, "a company's name")):
            if follows in tails and page.near(words.start, words.stop):
                return f"{what}, by the {follows!r} after it"
        before = words.start - 1
        if page.near(before, words.start) and not sighting.label and claim.how != "demonym":
            known = self.draft.at_word(before) is not None
            if page.tag(before) == "NNP" and page.capital(before) and not known:
                return f"part of a longer name, after {page.word(before)!r}"
        return ""

    def _claim(self, index: int, surface: str) -> Claim | None:
        sighting = self.sightings[index]
        claims = sighting.claims
        if len(claims) == 1 and not claims[0].ambiguous:
            return claims[0]
        best = self.namer.evidence.best(claim.identity for claim in claims)
        reason = self.namer.evidence.why(best) if best else ""
        if best is None and len(claims) == 1:
            reason = self._alone(sighting, claims[0])
            best = claims[0].identity if reason else None
        if best is None and (claim := self._joined(index)):
            best, reason = claim.identity, "stands in a row with others of its kind"
        if best is None and (claim := self._chief(sighting)):
            best, reason = claim.identity, "the only state so called, and nothing speaks for others"
        if best is None:
            for claim in claims:
                self.draft.refuse(
                    surface, claim.identity.id, "ambiguous, and the article does not tell"
                )
            return None
        self.draft.merge(surface, best.id, f"ambiguous, decided by context: {reason}")
        return next(claim for claim in claims if claim.identity.id == best.id)

    def _chief(self, sighting: Sighting) -> Claim | None:
        """The claim of a state by its people or seat: "Indian", "Washington", where it acts.

        Not by its name: which Georgia is meant, only the article can tell.
        """
        if sighting.label not in _PLACE_LABELS or self._is_other_word(sighting):
            return None
        if any(self.namer.evidence.score(claim.identity) for claim in sighting.claims):
            return None
        states = [c for c in sighting.claims if c.identity.kind is ActorKind.STATE]
        if len(states) != 1 or states[0].how not in ("demonym", "metonym"):
            return None
        before = self.draft.page.lower(self.draft.page.words_of(sighting.span).start - 1)
        where = states[0].how == "metonym" and before in _TOWARD
        return None if where else states[0]

    def _alone(self, sighting: Sighting, claim: Claim) -> str:
        """Why the tagger's label settles a name that only one actor bears."""
        if self._is_other_word(sighting):
            return ""
        place = claim.identity.kind in _PLACES
        if sighting.label in (_PLACE_LABELS if place else _BODY_LABELS):
            kind = "a place" if place else "a body"
            return f"tagged as {kind} ({sighting.label}), and no other bearer is met"
        return ""

    def _is_other_word(self, sighting: Sighting) -> bool:
        """Whether the article itself has the word in another sense.

        As somebody's first name ("Paris Hilton … Paris"), or as a common noun ("cooked turkey …
        Turkey was cheap").
        """
        page = self.draft.page
        words = page.words_of(sighting.span)
        if len(words) != 1:
            return False
        lower = page.lowers[words.start]
        small = any(page.word(i).islower() for i, word in enumerate(page.lowers) if word == lower)
        return small or self.namer.people.by_first(lower) is not None

    def _joined(self, index: int) -> Claim | None:
        """The claim whose kind is that of a certain name beside it in a list."""
        for other in (index - 1, index + 1):
            if not 0 <= other < len(self.sightings):
                continue
            neighbour = self.sightings[other]
            certain = len(neighbour.claims) == 1 and not neighbour.claims[0].ambiguous
            if not certain or not self._in_row(min(index, other)):
                continue
            kind = neighbour.claims[0].identity.kind
            fitting = [c for c in self.sightings[index].claims if c.identity.kind is kind]
            if len(fitting) == 1:
                return fitting[0]
        return None

    def _in_row(self, index: int) -> bool:
        page = self.draft.page
        gap = range(
            page.words_of(self.sightings[index].span).stop,
            page.words_of(self.sightings[index + 1].span).start,
        )
        return 0 < len(gap) <= 3 and all(page.lowers[i] in _JOINED for i in gap)

    def _is_location(self, sighting: Sighting, words: range) -> bool:
        """Whether a seat is only the place of something; such a one is refused."""
        page = self.draft.page
        if any(c.how != "metonym" for c in sighting.claims) or seated(page, words.start):
            return False
        where = located(page, words.start, words.stop)
        in_row = page.lower(self.located_to) in ("and", ",", "or")
        if not where and in_row and words.start == self.located_to + 1:
            where = "stands in a row with another location"
        if not where:
            return False
        self.located_to = words.stop
        surface = sighting.span.of(page.text)
        if len(sighting.claims) == 1:
            self.draft.locate(sighting.claims[0].identity.id)
        self.draft.refuse(surface, sighting.claims[0].identity.id, f"a location here: it {where}")
        return True

    def _name(self, sighting: Sighting, claim: Claim, words: range) -> None:
        page, actor = self.draft.page, self.draft.listed(claim.identity)
        surface = sighting.span.of(page.text)
        seat = seated(page, words.start) if claim.how == "metonym" else None
        if seat:
            role, start = seat
            actor = self.draft.composed(actor, role)
            span = page.span(start, words.stop)
            if self.draft.name(span, actor, "composed"):
                self.draft.merge(span.of(page.text), actor, "a government, by its seat")
        elif self.draft.name(sighting.span, actor, claim.how) and claim.how != "name":
            self.draft.merge(surface, actor, f"{_HOW[claim.how]} in the identity table")


def name_listed(
    namer: PersonNamer, sightings: tuple[Sighting, ...], own_acronyms: frozenset[str]
) -> None:
    """Note a mention for every name of the table that stands for an actor here.

    Args:
        namer: decides on names of persons.
        sightings: names of the table, in order.
        own_acronyms: acronyms that the article gives a meaning of its own.
    """
    lines = datelines(namer.draft.page)
    reader = _Reader(namer, sightings, lines, own_acronyms)
    for index in range(len(sightings)):
        reader.decide(index)


def _shouted(text: str, sighting: Sighting) -> bool:
    around = text[max(0, sighting.span.start - 30) : sighting.span.end + 30]
    return around.isupper()
