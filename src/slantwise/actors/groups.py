"""Actors that an article names by a common noun alone: residents, the union, a teacher.

They are local to the article ("group:residents"): within it one head noun is one actor, unless
"another" or "a" brings in a new one; "the truckers" goes back to the South Korean truckers named
before.
"""

from collections import Counter, deque
from collections.abc import Iterable

from slantwise.actors.cast import Draft
from slantwise.actors.folding import slug
from slantwise.actors.phrases import Phrase
from slantwise.records import ActorKind

_NEW = frozenset({"a", "an", "another"})
_KNOWN = frozenset({"the", "these", "those"})


class _Groups:
    """The groups of one article by head noun."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.met: dict[str, dict[str, None]] = {}
        self.made: Counter[str] = Counter()
        self.waiting = deque(draft.namings)
        self.described: dict[str, dict[str, None]] = {}

    def name(self, phrase: Phrase) -> None:
        page = self.draft.page
        span = page.span(phrase.first, phrase.head + 1)
        head = page.lowers[phrase.head]
        known = phrase.determiner in _KNOWN or (head == "police" and not phrase.determiner)
        if known and head not in self.met and self._is_known(phrase):
            return
        label = " ".join(span.of(page.text).split())
        actor = self._earlier(phrase, slug(label)) or self._make(label, phrase)
        if self.draft.name(span, actor, "group"):
            bearers = self.met.setdefault(head, {})
            bearers.pop(actor, None)
            bearers[actor] = None

    def _is_known(self, phrase: Phrase) -> bool:
        """Note that a phrase goes back to a composed actor or a body's own people."""
        draft, page = self.draft, self.draft.page
        self._catch_up(page.starts[phrase.first])
        surface = page.span(phrase.first, phrase.head + 1).of(page.text)
        fitting = list(self.described.get(slug(surface), ()))
        if len(fitting) > 1:
            names = " or ".join(draft.members[actor].name for actor in fitting[:3])
            draft.refuse(surface, "", f"may be {names}")
        elif fitting:
            first = phrase.first - (page.lower(phrase.first - 1) == "the")
            if draft.name(page.span(first, phrase.head + 1), fitting[0], "definite"):
                draft.merge(surface, fitting[0], "the only one so described so far")
        return bool(fitting)

    def _catch_up(self, offset: int) -> None:
        """Learn what the actors named before an offset may be described as."""
        while self.waiting and self.waiting[0].span.start < offset:
            actor = self.waiting.popleft().actor
            member = self.draft.members[actor]
            for role in () if member.kind is ActorKind.PERSON else member.roles:
                words = role.split("-")
                for first in range(len(words)):
                    self.described.setdefault("-".join(words[first:]), {})[actor] = None

    def _earlier(self, phrase: Phrase, key: str) -> str | None:
        bearers = self.met.get(self.draft.page.lowers[phrase.head], {})
        if phrase.kind is ActorKind.ROLE and phrase.determiner in _NEW:
            return None
        if not phrase.bare:
            return f"group:{key}" if f"group:{key}" in bearers else None
        return next(reversed(bearers), None)

    def _make(self, label: str, phrase: Phrase) -> str:
        self.made[slug(label)] += 1
        begins = self.draft.page.tags[phrase.first] != "NNP"
        name = label[:1].lower() + label[1:] if begins else label
        return self.draft.group(name, phrase.kind, number=self.made[slug(label)])


def name_groups(draft: Draft, found: Iterable[Phrase], *, skip: frozenset[int]) -> None:
    """Note mentions of the groups and roles that phrases name.

    Args:
        draft: the article so far.
        found: noun phrases in order.
        skip: words after which a description was refused ("may be Hamas or Fatah").
    """
    groups = _Groups(draft)
    for phrase in found:
        if phrase.head not in skip and phrase.first not in skip:
            groups.name(phrase)
