"""Who says it: the actor behind the source of each attribution.

Last step of the stage. The head of the source phrase speaks: of "Turkish Defense Ministry
sources cited by Anadolu Agency" the ministry. "It added" and "the ministry added" go on with the
speaker before; unnamed sources are actors of their own, so that who gets to speak can be counted.
"""

from dataclasses import replace

from slantwise.actors.cast import Draft
from slantwise.actors.definites import description
from slantwise.actors.identity import How
from slantwise.actors.people import clean_name
from slantwise.actors.sources import group_in, head_of, named_group, speaker_in
from slantwise.records import ActorKind, Attribution, Span

_BACK = {
    "it": "it", "its": "it", "they": "they", "their": "they",
    "he": "he", "his": "he", "she": "she", "her": "she",
}  # fmt: skip
# Sentences between the end of what was said before and what "it added". Set by reading news, not
# fitted: a pronoun goes on with the sentence before, a noun may skip some.
_NEAR_PRONOUN = 1
_NEAR_NOUN = 4
# Sources within sources that are followed; a longer chain, or a circle, is cut here.
_DEEPEST = 20


class Speakers:
    """Fills in the speakers of one article's attributions."""

    def __init__(self, draft: Draft) -> None:
        """Nobody has spoken yet."""
        self._draft = draft
        self._last: tuple[str, int] | None = None
        self._begins = 0
        self._groups: dict[str, list[str]] = {}
        self.seen: dict[str, list[Span]] = {}

    def fill(self, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """The attributions in their order, each with its speaker where the text gives one."""
        filled = list(attributions)
        page = self._draft.page
        for index in sorted(range(len(filled)), key=lambda i: _position(filled, i)):
            source = filled[index].source
            start, end = _extent(filled[index])
            self._begins = page.sentence_at(start)
            speaker = self._speaker(source) if source else None
            if source and speaker:
                self._last = speaker, page.sentence_at(max(start, end - 1))
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
        head = head_of(self._draft, words)
        naming = speaker_in(self._draft, head, words)
        if naming is not None:
            return naming.actor
        group = named_group(self._draft, head) if head else None
        return self._described(head) or (group.actor if group else self._group(head))

    def _near_last(self, distance: int) -> str | None:
        """The speaker before, unless more than `distance` sentences lie between."""
        if self._last is None:
            return None
        actor, sentence = self._last
        return actor if self._begins - sentence <= distance else None

    def _pronoun(self, word: int) -> str | None:
        draft, page = self._draft, self._draft.page
        naming, lower = draft.at_word(word), _BACK[page.lowers[word]]
        if naming:
            return naming.actor
        last = self._near_last(_NEAR_PRONOUN)
        if last is None or (lower == "it" and self._is_group(last)):
            return None
        member = draft.members[last]
        person = member.kind is ActorKind.PERSON
        if person != (lower in ("he", "she")) or member.female not in (None, lower == "she"):
            return None
        return self._go_on(page.span(word, word + 1), last, "pronoun")

    def _is_group(self, actor: str) -> bool:
        return any(actor in actors for actors in self._groups.values())

    def _go_on(self, span: Span, actor: str, how: How) -> str:
        surface = span.of(self._draft.page.text)
        if not self._is_group(actor):
            self._draft.name(span, actor, how)
        self._draft.merge(surface, actor, "goes on with the speaker before")
        return actor

    def _described(self, head: range) -> str | None:
        """The speaker before, where "the ministry" or "the group" describes them."""
        page = self._draft.page
        if len(head) < 2 or page.lowers[head.start] != "the":
            return None
        last = self._near_last(_NEAR_NOUN)
        found = description(self._draft, head.start + 1)
        if last is None or found is None or not found[0](self._draft.members[last]):
            return None
        return self._go_on(page.span(head.start, found[1]), last, "definite")

    def _group(self, head: range) -> str | None:
        """Unnamed speakers as an actor of their own."""
        page, found = self._draft.page, group_in(self._draft, head)
        if found is None:
            return None
        noun, described = found
        earlier = self._groups.setdefault(noun, [])
        if not described and page.lowers[head.start] == "the" and earlier:
            surface = page.span(head.start, head.stop).of(page.text)
            self._draft.merge(surface, earlier[-1], "unnamed sources met before")
            return earlier[-1]
        actor = self._draft.unlisted(clean_name(f"{described} {noun}"), ActorKind.PEOPLE)
        if actor not in earlier:
            earlier.append(actor)
        return actor


def _extent(attribution: Attribution) -> tuple[int, int]:
    """Where what is attributed begins and ends; the source's place where nothing is."""
    spans = attribution.content or ((attribution.source,) if attribution.source else ())
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)


def _position(attributions: list[Attribution], index: int) -> tuple[int, int, int]:
    """Order of speaking: by place; who is cited after the one who cites."""
    depth, at = 0, attributions[index].cited_by
    while at is not None and depth < _DEEPEST:
        depth, at = depth + 1, attributions[at].cited_by
    return _extent(attributions[index])[0], depth, index
