"""Bodies that the identity table does not know: what they are, and under which names they go."""

import re

from slantwise.actors.capitals import PAPERS, STATIONS
from slantwise.actors.cast import Draft
from slantwise.actors.folding import fold_form
from slantwise.actors.group_nouns import noun_kind
from slantwise.actors.people import clean_name
from slantwise.actors.relabel import FACILITIES
from slantwise.actors.titles import is_title_part
from slantwise.records import ActorKind, Entity, Span

_CODE = re.compile(r"[A-Za-z]{0,3}-?\d+[A-Za-z]?")
_KINDS = {
    ActorKind.MEDIA: "radio tv television newspaper broadcasting " + " ".join(sorted(PAPERS)),
    ActorKind.PARTY: "party",
    ActorKind.MINISTRY: "ministry department",
    ActorKind.COURT: "court tribunal",
    ActorKind.AGENCY: "police bureau",
    ActorKind.COMPANY: "inc inc. corp corp. co co. ltd ltd. llc plc corporation company airlines "
    "airways motors bank industries holdings pharmaceuticals",
    ActorKind.ARMED_GROUP: "brigade brigades battalion battalions militia",
}
_CALLED = frozenset(
    {ActorKind.MEDIA, ActorKind.COMPANY, ActorKind.PARTY, ActorKind.AGENCY, ActorKind.ARMED_GROUP}
)
_COMPANY_ENDS = frozenset(_KINDS[ActorKind.COMPANY].split())
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


class Bodies:
    """The unlisted bodies of one article by their folded names."""

    def __init__(self, draft: Draft) -> None:
        """Know the newspapers that the article names already: "the Post" may be one of them."""
        self._draft = draft
        self._known: dict[str, str] = {}
        self._parts: dict[str, dict[str, None]] = {}
        for member in draft.members.values():
            if member.kind is ActorKind.MEDIA:
                self._add_end(fold_form(member.name).lower(), member.id)

    def name(self, span: Span) -> None:
        """Note a mention of the body that a name means; longer names are to come first."""
        surface = span.of(self._draft.page.text)
        key = fold_form(surface).lower()
        longer = list(self._parts.get(key, ())) if key not in self._known else []
        if len(longer) == 1 and len(key) > 3:
            if self._draft.name(span, longer[0], "alias"):
                self._draft.merge(surface, longer[0], "part of the one longer name here")
            return
        actor = self._known.get(key) or self._draft.unlisted(
            clean_name(surface), self._kind(span, key)
        )
        if self._draft.name(span, actor, "unlisted") and key not in self._known:
            self._add(key, actor)

    def _kind(self, span: Span, key: str) -> ActorKind:
        """Kind of a body by its name, or by the noun before it ("the newspaper Global Dawn")."""
        kind, page = body_kind(key), self._draft.page
        before = page.words_of(span).start - 1
        if kind is not ActorKind.ORGANISATION or not page.near(before, before + 1):
            return kind
        called = noun_kind(page.lowers[before], plural=False)
        return called if called in _CALLED else kind

    def _add(self, key: str, actor: str) -> None:
        self._known[key] = actor
        words = key.split()[:8]
        for end in range(1, len(words)):
            self._parts.setdefault(" ".join(words[:end]), {})[actor] = None
        if self._draft.kind(actor) is ActorKind.MEDIA:
            self._add_end(key, actor)

    def _add_end(self, key: str, actor: str) -> None:
        _, space, last = key.rpartition(" ")
        if space:
            self._parts.setdefault(last, {})[actor] = None


def body_kind(name: str) -> ActorKind:
    """Kind of a body by the chief word of its lower-case name; organisation where it tells none.

    >>> body_kind("israeli army radio").value, body_kind("court of appeals").value
    ('media', 'court')
    """
    words = name.partition(" of ")[0].split() or [""]
    if len(words) > 1 and words[0] in STATIONS:
        return ActorKind.MEDIA
    return _KIND_OF.get(words[-1]) or ActorKind.ORGANISATION


def no_body(draft: Draft, entity: Entity) -> str:
    """Why an organisation's name, as the tagger sees it, stands for no actor; "" where it does."""
    surface = entity.span.of(draft.page.text)
    words = fold_form(surface).lower().split() or [""]
    headline = entity.span.start < draft.page.body
    checks = (
        (_CODE.fullmatch(surface) is not None, "a code, not a name"),
        (words[-1] in FACILITIES, f"a place or document, by its {words[-1]!r}"),
        (surface == surface.lower(), "not written as a name"),
        (
            headline and draft.page.text.count(surface) == 1,
            "in the headline alone, where capitals tell nothing",
        ),
        (all(is_title_part(word) for word in words), "words of a title"),
        (len(words) == 1 and words[0] in _COMPANY_ENDS, "the end of a company's name"),
    )
    return next((reason for holds, reason in checks if holds), "")
