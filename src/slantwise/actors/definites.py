"""Descriptions and pronouns that go back to an actor named before: "the ministry", "he".

Read left to right. A description goes to the nearest earlier actor only where no other in the
last sentences could be meant; so does "he" or "she". Everything else stays unlinked.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from slantwise.actors.cast import Draft, Member, Naming
from slantwise.actors.composing import compose_of
from slantwise.actors.eras import Era, era_of
from slantwise.actors.group_nouns import noun_kind
from slantwise.actors.identity import How
from slantwise.actors.page import NOUNS
from slantwise.actors.phrases import Phrase
from slantwise.actors.roles import Role, role_at
from slantwise.actors.setting import institution_here
from slantwise.actors.successions import SUCCEEDED, of_time
from slantwise.actors.word_lists import word_list
from slantwise.records import ActorKind, Quotation, Span

Fits = Callable[[Member], bool]
"""Whether an actor may be meant by a description."""

_KINDS = {
    "ministry": {ActorKind.MINISTRY},
    "department": {ActorKind.MINISTRY},
    "group": {ActorKind.ARMED_GROUP, ActorKind.ORGANISATION},
    "movement": {ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.ORGANISATION},
    "militia": {ActorKind.ARMED_GROUP},
    "party": {ActorKind.PARTY},
    "organisation": {ActorKind.ORGANISATION, ActorKind.INTERNATIONAL_BODY},
    "organization": {ActorKind.ORGANISATION, ActorKind.INTERNATIONAL_BODY},
    "charity": {ActorKind.ORGANISATION},
    "company": {ActorKind.COMPANY},
    "firm": {ActorKind.COMPANY},
    "court": {ActorKind.COURT},
    "tribunal": {ActorKind.COURT},
    "alliance": {ActorKind.INTERNATIONAL_BODY},
    "bloc": {ActorKind.INTERNATIONAL_BODY},
    "agency": {ActorKind.AGENCY},
    "force": {ActorKind.AGENCY},
    "patrol": {ActorKind.AGENCY},
    "regulator": {ActorKind.AGENCY},
    "union": {ActorKind.ORGANISATION},
    "newspaper": {ActorKind.MEDIA},
    "outlet": {ActorKind.MEDIA},
    "broadcaster": {ActorKind.MEDIA},
}
_UNLIKE = frozenset({ActorKind.PERSON, ActorKind.GROUP, ActorKind.ROLE, ActorKind.PEOPLE})
_QUALIFYING = word_list("ruling governing armed militant islamist campaign rights aid")
"""Words that may stand between "the" and the noun of a description: "the ruling party"."""
_BY_KIND = frozenset({"army", "courts"})
"""Roles that any actor of their kind has, under whatever name it is listed."""
_PERSONS = word_list(
    "president minister senator congressman congresswoman governor mayor king queen general "
    "spokesman spokeswoman spokesperson ambassador chancellor premier judge justice prince "
    "secretary representative commissioner director chairman chairwoman commander"
)
_HE = {"he": False, "she": True}
_WINDOW = 3
"""Sentences back, beside its own, in which a description looks for its actor."""

# More mentions than three sentences of news hold; bounds the time of a text without full stops.
_MANY = 80


@dataclass(frozen=True, slots=True)
class _Seen:
    sentence: int
    actor: str
    quoted: bool


def name_definites(
    draft: Draft, quotations: Sequence[Quotation], unnamed: Iterable[Phrase] = ()
) -> frozenset[int]:
    """Note mentions by description and by "he" or "she", where one actor alone fits.

    Args:
        draft: the article so far.
        quotations: of the article.
        unnamed: phrases that name a body by a common noun; a description with the same noun
            goes back to them.

    Returns:
        Words that begin a description which may mean several actors.
    """
    spans = [quotation.content for quotation in quotations if not quotation.depth]
    sweep = _Sweep(draft, spans, unnamed)
    sweep.run()
    return frozenset(sweep.refused)


def description(draft: Draft, word: int) -> tuple[Fits, int, Role | None] | None:
    """What the noun phrase that begins at `word` describes, and the word after it.

    None where it describes no actor, or is only part of a longer phrase ("the party leader").
    """
    page = draft.page
    found = role_at(page.lowers, word, min(len(page), word + 8))
    role, end = found or (None, word + 1)
    noun = page.lower(word)
    if page.hyphen(end) or (
        page.near(end, word) and (page.tags[end] in NOUNS or page.lowers[end] == "of")
    ):
        return None
    if noun == "administration":
        return (lambda member: noun in member.name.lower()), end, role
    if role and role.slug not in _BY_KIND:
        return (lambda member: role.slug in member.roles), end, role
    if noun in _PERSONS:
        return (lambda member: _holds(member, noun)), end, None
    kinds = {role.kind} if role else _KINDS.get(noun, set())
    if not kinds and not noun_kind(noun, plural=False):
        return None
    return (lambda member: member.kind in kinds or _is_called(member, noun)), end, role


def _is_called(member: Member, noun: str) -> bool:
    """Whether a body's name ends in a noun: "the commission" is the European Commission."""
    return member.kind not in _UNLIKE and member.name.lower().endswith(f" {noun}")


def _holds(member: Member, noun: str) -> bool:
    return member.kind is ActorKind.PERSON and any(
        role == noun or role.endswith(f"-{noun}") for role in member.roles
    )


class _Sweep:
    """One pass over the words of an article."""

    def __init__(self, draft: Draft, quoted: list[Span], unnamed: Iterable[Phrase] = ()) -> None:
        self.draft = draft
        self.refused: set[int] = set()
        self.introduced: dict[str, int] = {}
        unnamed = tuple(unnamed)
        for phrase in unnamed:
            if phrase.determiner != "the" or not phrase.bare:
                self.introduced.setdefault(draft.page.lowers[phrase.head], phrase.head)
        self.quoted = quoted
        self.recent: deque[_Seen] = deque(maxlen=_MANY)
        self.by_role: dict[str, dict[str, None]] = {}
        doubts = [Naming(span, "", "surname") for span in draft.doubts]
        doubts += [
            Naming(draft.page.span(phrase.first, phrase.head + 1), "", "group")
            for phrase in unnamed
            if phrase.kind is ActorKind.ROLE
        ]
        self.namings = deque(sorted([*draft.namings, *doubts]))
        self.quote = 0

    def run(self) -> None:
        page = self.draft.page
        for index, lower in enumerate(page.lowers):
            if lower == "the" or lower in _HE:
                self._catch_up(page.starts[index])
                if lower == "the":
                    self._describe(index)
                else:
                    self._refer(index, _HE[lower])

    def _catch_up(self, offset: int) -> None:
        while self.namings and self.namings[0].span.start < offset:
            self._see(self.namings.popleft())

    def _see(self, naming: Naming) -> None:
        sentence = self.draft.page.sentence_at(naming.span.start)
        self.recent.append(_Seen(sentence, naming.actor, self._quoted(naming.span.start)))
        for role in self.draft.members[naming.actor].roles if naming.actor else ():
            self.by_role.setdefault(role, {})[naming.actor] = None

    def _quoted(self, offset: int) -> bool:
        while self.quote < len(self.quoted) and self.quoted[self.quote].end <= offset:
            self.quote += 1
        return self.quote < len(self.quoted) and self.quoted[self.quote].start <= offset

    def _window(self, sentence: int) -> deque[_Seen]:
        while self.recent and self.recent[0].sentence < sentence - _WINDOW:
            self.recent.popleft()
        return self.recent

    def _describe(self, index: int) -> None:
        draft, page = self.draft, self.draft.page
        if not page.near(index + 1, index) or not draft.free(page.span(index, index + 2)):
            return
        era = era_of(page.lowers[index + 1])
        noun = index + 1 + (page.lowers[index + 1] in _QUALIFYING or era is not Era.UNTOLD)
        found = description(draft, noun) if page.near(noun, index) else None
        if found is None:
            return
        fits, end, role = found
        if era is not Era.UNTOLD:
            if role and role.slug in SUCCEEDED:
                self._describe_of_time(index, end, role=role, era=era)
            return
        if role and role.slug == "officials":
            # "The official" is one man or woman, not whatever officials were named last.
            return
        if self.introduced.get(page.lowers[end - 1], len(page)) < index:
            return
        window = self._window(page.sentences[index])
        named = _distinct(seen.actor for seen in window if seen.actor)
        actors = [actor for actor in named if fits(draft.members[actor])]
        reason = "the only one it fits in the last sentences"
        if not actors and role:
            met = self.by_role.get(role.slug, {})
            actors = [actor for actor in met if fits(draft.members[actor])]
            reason = "the only one it fits so far in the article"
        if not actors and role and (here := institution_here(draft, role)):
            actors, reason = [here], "the article names no other state as often"
        if len(actors) > 1:
            self.refused.update(range(index + 1, end))
        self._settle(page.span(index, end), actors, how="definite", reason=reason)

    def _describe_of_time(self, index: int, end: int, *, role: Role, era: Era) -> None:
        """Note "the former army" or "the interim government", and the army of either."""
        draft, page = self.draft, self.draft.page
        window = self._window(page.sentences[index])
        named = _distinct(seen.actor for seen in window if seen.actor)
        actors = of_time(draft, named, role, era=era)
        reason = "the only one of its time in the last sentences"
        if not actors:
            met = _distinct(naming.actor for naming in draft.namings)
            actors = of_time(draft, met, role, era=era)
            reason = "the only one of its time in the article"
        if not actors and (here := institution_here(draft, role, era=era)):
            actors, reason = [here], "the article names no other state as often"
        if len(actors) > 1:
            self.refused.update(range(index + 1, end))
        self._settle(page.span(index, end), actors, how="definite", reason=reason)
        state = draft.top(actors[0]) if len(actors) == 1 else ""
        if role.slug == "government" and state in draft.table.identities:
            draft.listed(draft.table.identities[state])
            compose_of(draft, index + 1, state, era=era)

    def _settle(self, span: Span, actors: list[str], *, how: How, reason: str) -> None:
        draft = self.draft
        surface = span.of(draft.page.text)
        if len(actors) > 1:
            names = " or ".join(
                draft.members[actor].name if actor else "a person not told apart"
                for actor in actors[:3]
            )
            draft.refuse(surface, "", f"may be {names}")
        elif actors and draft.name(span, actors[0], how):
            draft.merge(surface, actors[0], reason)
            self._see(Naming(span, actors[0], how))

    def _refer(self, index: int, female: bool) -> None:
        page = self.draft.page
        span, sentence = page.span(index, index + 1), page.sentences[index]
        if self._quoted(span.start):
            return
        recent = self._window(sentence)
        # A speaker does not name himself in what he says.
        named = {s.actor for s in recent if s.quoted and s.sentence == sentence}
        window = [s for s in recent if self._may_be(s, female) and s.actor not in named]
        for back in range(3):
            actors = _distinct(s.actor for s in window if s.sentence == sentence - back)
            if actors and actors != [""]:
                reason = "the one person named last"
                self._settle(span, actors, how="pronoun", reason=reason)
            if actors:
                return

    def _may_be(self, seen: _Seen, female: bool) -> bool:
        if not seen.actor:
            return not seen.quoted
        member = self.draft.members[seen.actor]
        person = member.kind is ActorKind.PERSON and not seen.quoted
        return person and member.female in (None, female)


def _distinct(actors: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(actors))
