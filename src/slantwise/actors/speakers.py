"""Who says it: the actor behind the source of each attribution.

Last step of the stage. The head of the source phrase speaks: of "Turkish Defense Ministry
sources cited by Anadolu Agency" the ministry. "It added" and "the ministry added" go on with the
speaker before; unnamed sources are actors of their own, so that who gets to speak can be counted.
"""

from dataclasses import replace

from slantwise.actors.cast import Draft, Naming
from slantwise.actors.definites import description
from slantwise.actors.page import NOUNS
from slantwise.actors.people import clean_name
from slantwise.actors.word_lists import word_list
from slantwise.records import ActorKind, Attribution, Span

_CUTS = word_list(
    "who that which cited quoted speaking told interviewed familiar close briefed in near on "
    "whose where when after during said , ( )"
)
_PREPOSITIONS = frozenset({"of", "for", "from", "at", "with", "to", "by", "inside", "within"})
_POSSESSIVE = frozenset({"'s", "'"})
_GROUPS = word_list(
    "sources officials experts analysts critics supporters opponents observers activists "
    "campaigners diplomats witnesses residents researchers scientists economists historians "
    "lawyers doctors medics protesters rebels militants families relatives survivors "
    "eyewitnesses commentators academics scholars lawmakers politicians insiders people some "
    "many others aides allies advocates groups reports"
)
_SINGULAR = {
    "source": "sources",
    "official": "officials",
    "expert": "experts",
    "analyst": "analysts",
    "witness": "witnesses",
    "resident": "residents",
    "diplomat": "diplomats",
    "activist": "activists",
    "critic": "critics",
}
_APART = word_list(
    "critics opponents rivals supporters allies detractors foes victims relatives backers "
    "voters fans"
)
"""People whom a name only describes: Netanyahu's critics are not Netanyahu."""
_BACK = frozenset({"it", "they", "he", "she"})
_NEAR = 4
"""Sentences within which "it added" goes on with the speaker before."""


class Speakers:
    """Fills in the speakers of one article's attributions."""

    def __init__(self, draft: Draft) -> None:
        """Nobody has spoken yet."""
        self._draft = draft
        self._last: tuple[str, int] | None = None
        self._groups: dict[str, list[str]] = {}
        self.seen: dict[str, list[Span]] = {}

    def fill(self, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """The attributions in their order, each with its speaker where the text gives one."""
        filled = list(attributions)
        for index in sorted(range(len(filled)), key=lambda i: _position(filled[i])):
            source = filled[index].source
            speaker = self._speaker(source) if source else None
            if source and speaker:
                self._last = speaker, self._draft.page.sentence_at(source.start)
                self.seen.setdefault(speaker, []).append(source)
            filled[index] = replace(filled[index], speaker=speaker or filled[index].speaker)
        return tuple(filled)

    def _speaker(self, source: Span) -> str | None:
        page = self._draft.page
        words = page.words_of(source)
        if not words:
            return None
        if len(words) <= 2 and page.lowers[words.start] in _BACK:
            return self._pronoun(words.start)
        head = range(words.start, self._head_end(words))
        naming = self._among(head) or self._apposed(head, words)
        if naming is not None:
            return naming.actor
        return self._described(head) or self._group(head)

    def _head_end(self, words: range) -> int:
        """Where the phrase that names the speaker ends: before "cited by", "who", a comma."""
        page, noun = self._draft.page, False
        for index in words:
            if noun and page.lowers[index] in _CUTS and self._uncovered(index):
                return index
            noun = noun or page.tags[index] in NOUNS or not self._uncovered(index)
        return words.stop

    def _uncovered(self, index: int) -> bool:
        return self._draft.at_word(index) is None

    def _among(self, head: range) -> Naming | None:
        """The mention in a phrase that speaks; None where there is none."""
        draft, page = self._draft, self._draft.page
        if not head:
            return None
        namings = [
            naming
            for naming in draft.touching(page.span(head.start, head.stop))
            if page.lower(page.words_of(naming.span).stop) != "-" and not self._apart(naming, head)
        ]
        persons = [n for n in namings if draft.kind(n.actor) is ActorKind.PERSON]
        free = [n for n in persons if not self._possessive(n)]
        if free or persons:
            return (free or persons)[0]
        if not namings:
            return None
        cut = next(
            (i for i in head if page.lowers[i] in _PREPOSITIONS and self._uncovered(i)), head.stop
        )
        before = [n for n in namings if page.words_of(n.span).start < cut]
        return before[-1] if before else namings[0]

    def _possessive(self, naming: Naming) -> bool:
        return self._draft.page.lower(self._draft.page.words_of(naming.span).stop) in _POSSESSIVE

    def _apart(self, naming: Naming, head: range) -> bool:
        page = self._draft.page
        after = range(page.words_of(naming.span).stop, head.stop)
        return any(page.lowers[i] in _APART for i in after)

    def _apposed(self, head: range, words: range) -> Naming | None:
        """A person named right after the phrase: "a spokesman, Zeki Aktürk"."""
        if self._draft.page.lower(head.stop) != "," or head.stop + 1 >= words.stop:
            return None
        naming = self._draft.at_word(head.stop + 1)
        person = naming and self._draft.kind(naming.actor) is ActorKind.PERSON
        return naming if person else None

    def _near_last(self, word: int) -> str | None:
        if self._last is None:
            return None
        actor, sentence = self._last
        return actor if self._draft.page.sentences[word] - sentence <= _NEAR else None

    def _pronoun(self, word: int) -> str | None:
        draft, page = self._draft, self._draft.page
        naming, lower = draft.at_word(word), page.lowers[word]
        if naming:
            return naming.actor
        last = self._near_last(word)
        if last is None:
            return None
        member = draft.members[last]
        person = member.kind is ActorKind.PERSON
        if person != (lower in ("he", "she")) or member.female not in (None, lower == "she"):
            return None
        return self._go_on(page.span(word, word + 1), last, "pronoun")

    def _go_on(self, span: Span, actor: str, how: str) -> str:
        surface = span.of(self._draft.page.text)
        grouped = self._draft.members[actor].id in {g for ids in self._groups.values() for g in ids}
        if not grouped:
            self._draft.name(span, actor, "pronoun" if how == "pronoun" else "definite")
        self._draft.merge(surface, actor, "goes on with the speaker before")
        return actor

    def _described(self, head: range) -> str | None:
        """The speaker before, where "the ministry" or "the group" describes them."""
        page = self._draft.page
        if len(head) < 2 or page.lowers[head.start] != "the":
            return None
        last = self._near_last(head.start)
        found = description(self._draft, head.start + 1)
        if last is None or found is None or not found[0](self._draft.members[last]):
            return None
        return self._go_on(page.span(head.start, found[1]), last, "definite")

    def _group(self, head: range) -> str | None:
        """Unnamed speakers as an actor: "two western sources", "critics"."""
        page = self._draft.page
        nouns = [i for i in head if page.lowers[i] in _GROUPS or page.lowers[i] in _SINGULAR]
        if not nouns:
            return None
        noun = _SINGULAR.get(page.lowers[nouns[-1]], page.lowers[nouns[-1]])
        described = [
            page.word(i)
            for i in range(head.start, nouns[-1])
            if page.tags[i] not in ("DT", "CD", "PRP$", "PDT", "WDT") and page.word(i).isalnum()
        ]
        earlier = self._groups.setdefault(noun, [])
        if not described and page.lowers[head.start] == "the" and earlier:
            actor = earlier[-1]
            surface = page.span(head.start, head.stop).of(page.text)
            self._draft.merge(surface, actor, "unnamed sources met before")
            return actor
        actor = self._draft.unlisted(clean_name(" ".join([*described, noun])), ActorKind.PEOPLE)
        if actor not in earlier:
            earlier.append(actor)
        return actor


def _position(attribution: Attribution) -> int:
    spans = (*attribution.content, *((attribution.source,) if attribution.source else ()))
    return min((span.start for span in spans), default=0)
