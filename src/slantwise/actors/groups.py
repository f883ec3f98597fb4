"""Actors that an article names by a common noun alone: residents, the union, a teacher.

They are local to the article ("group:residents"): within it one head noun is one actor, unless
"another" or "a" brings in a new one; "the truckers" goes back to the South Korean truckers named
before.
"""

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
        self.met: dict[str, list[str]] = {}

    def name(self, phrase: Phrase) -> None:
        page = self.draft.page
        span = page.span(phrase.first, phrase.head + 1)
        head = page.lowers[phrase.head]
        known = phrase.determiner in _KNOWN or (head == "police" and not phrase.determiner)
        if known and self._is_known(phrase):
            return
        label = " ".join(page.text[span.start : span.end].split())
        actor = self._earlier(phrase, slug(label)) or self._make(label, phrase)
        if self.draft.name(span, actor, "group"):
            bearers = self.met.setdefault(head, [])
            if actor in bearers:
                bearers.remove(actor)
            bearers.append(actor)

    def _is_known(self, phrase: Phrase) -> bool:
        """Note that a phrase goes back to a composed actor or a body's own people."""
        draft, page = self.draft, self.draft.page
        words = slug(page.span(phrase.first, phrase.head + 1).of(page.text))
        here = page.starts[phrase.first]
        before = dict.fromkeys(n.actor for n in draft.namings if n.span.start < here)
        fitting = [
            actor
            for actor in before
            if any(r == words or r.endswith(f"-{words}") for r in draft.members[actor].roles)
            and draft.kind(actor) is not ActorKind.PERSON
        ]
        if not fitting or self.met.get(page.lowers[phrase.head]):
            return False
        surface = page.span(phrase.first, phrase.head + 1).of(page.text)
        if len(fitting) > 1:
            names = " or ".join(draft.members[actor].name for actor in fitting[:3])
            draft.refuse(surface, "", f"may be {names}")
            return True
        first = phrase.first - (page.lower(phrase.first - 1) == "the")
        if draft.name(page.span(first, phrase.head + 1), fitting[0], "definite"):
            draft.merge(surface, fitting[0], "the only one so described so far")
        return True

    def _earlier(self, phrase: Phrase, key: str) -> str | None:
        bearers = self.met.get(self.draft.page.lowers[phrase.head], [])
        if phrase.kind is ActorKind.ROLE and phrase.determiner in _NEW:
            return None
        if not phrase.bare:
            same = [actor for actor in bearers if actor == f"group:{key}"]
            return same[0] if same else None
        return bearers[-1] if bearers else None

    def _make(self, label: str, phrase: Phrase) -> str:
        draft = self.draft
        taken = sum(
            actor == f"group:{slug(label)}" or actor.startswith(f"group:{slug(label)}:")
            for actor in self.met.get(draft.page.lowers[phrase.head], [])
        )
        name = label[:1].lower() + label[1:] if draft.page.tags[phrase.first] != "NNP" else label
        return draft.group(name, phrase.kind, number=taken + 1)


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
