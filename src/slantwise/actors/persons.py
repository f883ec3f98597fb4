"""Whom a person's name means, and the mentions of persons.

A surname goes to the one person who bears it in the article. Where several do, a title, a
"Mrs." or the identity table decides, or the name is refused; a first name alone stands for
nobody.
"""

from dataclasses import dataclass

from slantwise.actors.candidates import Candidates
from slantwise.actors.cast import Draft
from slantwise.actors.evidence import Evidence
from slantwise.actors.identity import Claim, How, Identity
from slantwise.actors.names import Name, name_words
from slantwise.actors.page import PROPER, Page
from slantwise.actors.people import People, clean_name
from slantwise.actors.places import is_where
from slantwise.actors.titles import is_title
from slantwise.records import ActorKind, Span


@dataclass(frozen=True, slots=True)
class PersonNamer:
    """Decides whom a name means.

    Attributes:
        draft: the article so far.
        people: who is met in it.
        evidence: what it is about.
    """

    draft: Draft
    people: People
    evidence: Evidence

    def name(self, span: Span, claims: tuple[Claim, ...], label: str) -> bool:
        """Note a mention of the person that a name means; False where none is sure.

        Args:
            span: where the name stands.
            claims: entries of the identity table that bear it.
            label: the tagger's label; "" for none.
        """
        surface = span.of(self.draft.page.text)
        words = name_words(surface)
        if not words or not self.draft.free(span):
            return False
        actor = self.people.full(words) or self._short(span, words, claims=claims, label=label)
        return actor is not None and self.draft.name(span, actor, self._how(words, actor))

    def _how(self, words: Name, actor: str) -> How:
        if self.people.full(words) is None and self.people.short(words):
            return "surname"
        if actor.startswith("unlisted:"):
            return "unlisted"
        return "name" if words == name_words(self.draft.members[actor].name) else "alias"

    def _short(
        self, span: Span, words: Name, *, claims: tuple[Claim, ...], label: str
    ) -> str | None:
        surface = span.of(self.draft.page.text)
        listed = [c for c in claims if c.identity.kind is ActorKind.PERSON]
        bearers = self.people.short(words)
        if len(bearers) == 1:
            self.draft.merge(surface, bearers[0], "surname of the one person so named here")
            return bearers[0]
        if bearers:
            return self._among(span, bearers, listed)
        if len(listed) == 1 and not listed[0].ambiguous:
            self.draft.merge(surface, listed[0].identity.id, "another name in the identity table")
            return self.people.know(listed[0].identity)
        return self._unmet(span, words, listed=listed, label=label)

    def _among(self, span: Span, bearers: list[str], listed: list[Claim]) -> str | None:
        surface, title = span.of(self.draft.page.text), self.people.title(span)
        members = [self.draft.members[actor] for actor in bearers]
        claimed = {claim.identity.id for claim in listed}
        female = title.female if title else None
        choices = [
            ([m for m in members if title and title.roles & m.roles], "with this title"),
            ([m for m in members if female is not None and m.female == female], "so addressed"),
            # "Mrs. Trump" is not whom the table lists under the bare "Trump".
            ([m for m in members if m.id in claimed and not female], "listed by bare surname"),
        ]
        for chosen, reason in choices:
            if len(chosen) == 1:
                self.draft.merge(surface, chosen[0].id, f"of those so named here, the one {reason}")
                return chosen[0].id
        names = " and ".join(m.name for m in members[:3])
        self.draft.refuse(surface, "", f"the surname of {names}, and nothing tells which")
        self.draft.doubt(span)
        return None

    def _unmet(self, span: Span, words: Name, *, listed: list[Claim], label: str) -> str | None:
        """A short name of whom nobody is met in full."""
        surface = span.of(self.draft.page.text)
        namesake = self.people.by_first(words[0]) if len(words) == 1 else None
        if namesake and not listed:
            self.draft.refuse(surface, namesake, "a first name alone stands for nobody")
            return None
        if len(words) == 1 and words[0].endswith("s") and self.people.short((words[0][:-1],)):
            self.draft.refuse(surface, "", "a family, not one person")
            return None
        identities = [claim.identity for claim in listed]
        if not identities and label == "PERSON":
            identities = list(self.draft.table.offices.bearers(words))
        sure = [identity for identity in identities if self._supported(identity, span)]
        if len(sure) == 1:
            why = "the title fits" if self.people.titled(sure[0], span) else "the article speaks "
            why += "" if why == "the title fits" else self.evidence.why(sure[0])
            self.draft.merge(surface, sure[0].id, f"surname of a listed person: {why}")
            return self.people.know(sure[0])
        for identity in identities:
            self.draft.refuse(
                surface, identity.id, "a surname, and the article does not tell whose"
            )
        if label != "PERSON":
            return None
        return self.draft.unlisted(clean_name(surface), ActorKind.PERSON)

    def _supported(self, identity: Identity, span: Span) -> bool:
        return self.people.titled(identity, span) or self.evidence.family(identity) > 0


def name_persons(namer: PersonNamer, found: Candidates) -> None:
    """Note mentions of the persons that the tagger saw."""
    text = namer.draft.page.text
    for entity in found.entities:
        surface = entity.span.of(text)
        if entity.label == "PERSON" and surface != surface.lower():
            if entity.span.start < namer.draft.page.body:
                _name_in_headline(namer, entity.span)
            elif reason := _a_place(namer, entity.span):
                namer.draft.refuse(surface, "", reason)
            else:
                namer.name(entity.span, (), entity.label)


def _a_place(namer: PersonNamer, span: Span) -> str:
    """Why what the tagger took for a person is a place: "in Koblenz"; "" where it is none."""
    page = namer.draft.page
    words = page.words_of(span)
    surface = span.of(page.text)
    again = page.text.count(surface) > 1 or namer.people.short(name_words(surface))
    return "a place, by the preposition before it" if is_where(page, words) and not again else ""


def _name_in_headline(namer: PersonNamer, span: Span) -> None:
    part = namer.people.within(span)
    surface = span.of(namer.draft.page.text)
    if part is None and len(name_words(surface)) < 2:
        namer.draft.refuse(surface, "", "in the headline alone, where capitals tell nothing")
        return
    if part is None:
        namer.people.meet_alone(span)
    namer.name(part or span, (), "PERSON")


def name_missed(namer: PersonNamer, found: Candidates) -> None:
    """Note mentions by surnames that the tagger did not see as persons.

    Capitalised words that are surnames of persons met, wherever no other name covers them.
    """
    page, known = namer.draft.page, namer.people.single_surnames
    others = [
        entity.span
        for entity in found.entities
        if entity.label not in ("PERSON", "GPE", "NORP")
        and entity.span.start >= page.body
        and " " in entity.span.of(page.text)
    ]
    for index, lower in enumerate(page.lowers):
        if lower not in known or not _as_name(page, index):
            continue
        span = page.span(index, index + 1)
        if _stands_alone(namer.draft, index) and not any(o.overlaps(span) for o in others):
            namer.name(_with_particle(namer, index), (), "")


def _as_name(page: Page, index: int) -> bool:
    """Whether a word is written as a name, not merely at the beginning of a sentence."""
    word = page.word(index)
    begins = not page.near(index - 1, index)
    if not word[:1].isupper():
        return False
    if page.tags[index] in PROPER or not begins or any(c.isupper() for c in word[1:]):
        return True
    # "Tilden blessed them": a common noun would have its article.
    follows = page.near(index + 1, index) and page.tags[index + 1] in ("VBD", "VBZ", "MD")
    return page.tags[index] == "NN" and follows


def _stands_alone(draft: Draft, index: int) -> bool:
    """Whether neither a first name before nor another name after makes it part of a longer one."""
    page = draft.page
    if not draft.free(page.span(index, index + 1)):
        return False
    if page.starts[index] < page.body:
        return True
    after = page.near(index, index + 1) and page.tags[index + 1] in PROPER
    before = index - 1
    if not page.near(before, index) or page.tags[before] not in PROPER:
        return not after
    return not after and (is_title(page.lowers[before]) or not draft.free(page.span(before, index)))


def _with_particle(namer: PersonNamer, index: int) -> Span:
    """The surname with the particle before it: "al-Sharaa", "von der Leyen"."""
    page, first = namer.draft.page, index
    for start in range(index - 1, max(-1, index - 4), -1):
        if not (page.lower(start).isalpha() or page.lower(start) == "-"):
            break
        span = page.span(start, index + 1)
        name = name_words(span.of(page.text))
        if len(name) > 1 and namer.people.short(name) and namer.draft.free(span):
            first = start
    return page.span(first, index + 1)
