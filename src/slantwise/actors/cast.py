"""The actors, mentions and decisions of one article while they are being worked out.

`linking` makes one `Draft` an article; the steps of the stage add to it, and `finish` turns it
into records.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from slantwise.actors.eras import Era
from slantwise.actors.folding import slug
from slantwise.actors.identity import How, Identity
from slantwise.actors.page import Page
from slantwise.actors.roles import Role
from slantwise.actors.table import IdentityTable
from slantwise.records import ActorKind, LinkDecision, Span

OWNERS = frozenset({ActorKind.STATE, ActorKind.TERRITORY, ActorKind.PEOPLE})
"""Kinds of actor that have armies, governments and offices of their own."""


# A people has no state organs: its "forces" are fighters, its "leaders" a group of men and women.
_OF_A_PEOPLE = {
    ActorKind.ARMY: ActorKind.ARMED_GROUP,
    ActorKind.GOVERNMENT: ActorKind.GROUP,
}


@dataclass(slots=True)
class Member:
    """An actor of the article.

    Attributes:
        id: its id.
        name: its name.
        kind: what sort.
        parent: id of the actor it rolls up to; None for none.
        roles: slugs of the offices the text or the table gives it.
        female: whether a title tells that a person is a woman or a man; None where none does.
    """

    id: str
    name: str
    kind: ActorKind
    parent: str | None = None
    roles: set[str] = field(default_factory=set)
    female: bool | None = None


@dataclass(frozen=True, slots=True, order=True)
class Naming:
    """A place that names an actor.

    Attributes:
        span: where it stands.
        actor: the actor's id.
        how: how it was resolved.
    """

    span: Span
    actor: str
    how: How


class Draft:
    """What is known of an article's actors so far."""

    def __init__(self, page: Page, table: IdentityTable) -> None:
        """Begin with nothing known."""
        self.page = page
        self.table = table
        self.members: dict[str, Member] = {}
        self.namings: list[Naming] = []
        self.doubts: list[Span] = []
        self.settings: list[str] = []
        self.in_office: list[Identity] = []
        self.settled: set[Span] = set()
        self.state: tuple[str | None, ...] = ()
        self._taken = bytearray(len(page.text))
        self._decisions: dict[tuple[str, str, bool], LinkDecision] = {}

    def listed(self, identity: Identity) -> str:
        """The id of an entry of the identity table, made known to the article."""
        if identity.id not in self.members:
            self.members[identity.id] = Member(
                identity.id,
                identity.name,
                identity.kind,
                identity.parent,
                roles=self._roles(identity),
            )
        return identity.id

    def _roles(self, identity: Identity) -> set[str]:
        # Who left an office, or is yet to enter it, is not "the president" of this article.
        if identity.kind is ActorKind.PERSON:
            return set(self.table.offices.held(identity, self.page.on))
        return set(self.table.offices.roles(identity.id))

    def unlisted(self, name: str, kind: ActorKind, *, parent: str | None = None) -> str:
        """The id of an actor that the table does not know."""
        key = f"unlisted:{slug(name)}"
        self.members.setdefault(key, Member(key, name, kind, parent))
        return key

    def group(self, name: str, kind: ActorKind, *, number: int = 1) -> str:
        """The id of an actor of this article alone, named by a common noun; `number` from 1."""
        key = f"group:{slug(name)}" + (f":{number}" if number > 1 else "")
        self.members.setdefault(key, Member(key, name, kind))
        return key

    def composed(
        self, parent: str, role: Role, *, era: Era = Era.UNTOLD, on: date | None = None
    ) -> str:
        """The id of an institution or office of a parent.

        The table's own where it has one; of an office, who is met with it in the article, else
        who the table says holds it on the day; else an id made of the parent and the role.

        Args:
            parent: whose it is.
            role: what it is.
            era: whether words say that it is the former one, or that of now.
            on: the day that decides; None for that of publication.
        """
        if role.kind is ActorKind.PERSON and (holder := self._holder(parent, role)):
            return holder
        body = self.table.offices.body(parent, role, on or self.page.on, era=era)
        if body:
            return self.listed(body)
        name = f"{self._adjective(parent)} {role.label}"
        if era is Era.FORMER:
            former = Role(f"former-{role.slug}", f"former {role.label}", role.kind)
            return self.made(parent, former, f"former {name}")
        return self.made(parent, role, name)

    def made(self, parent: str, role: Role, name: str) -> str:
        """The id of an institution that the table does not list, under a name of its own."""
        key = f"{parent}/{role.slug}"
        if key not in self.members:
            people = self.kind(parent) is ActorKind.PEOPLE
            kind = _OF_A_PEOPLE.get(role.kind, role.kind) if people else role.kind
            self.members[key] = Member(key, name, kind, parent, roles={role.slug})
        return key

    def _holder(self, parent: str, role: Role) -> str | None:
        met = [
            member.id
            for member in self.members.values()
            if member.kind is ActorKind.PERSON
            and role.slug in member.roles
            and "/" not in member.id
            and self.top(member.id) == parent
        ]
        if met:
            return met[0] if len(met) == 1 else None
        listed = self.table.offices.holder(parent, role, self.page.on)
        return self.listed(listed) if listed else None

    def _adjective(self, parent: str) -> str:
        identity = self.table.identities.get(parent)
        if identity and identity.demonyms:
            return identity.demonyms[0]
        return identity.name if identity else self.members[parent].name

    def kind(self, actor: str) -> ActorKind:
        """Kind of a known actor."""
        return self.members[actor].kind

    def top(self, actor: str) -> str:
        """The top of an actor's parent chain below any side, by the article and the table."""
        seen = set()
        while (member := self.members.get(actor)) and member.parent and actor not in seen:
            if self.table.is_side(member.parent):
                break
            seen.add(actor)
            actor = member.parent
        return self.table.roll_up(actor)

    def free(self, span: Span) -> bool:
        """Whether no mention touches a stretch."""
        return self._taken.find(1, span.start, span.end) < 0

    def name(self, span: Span, actor: str, how: How) -> bool:
        """Note a mention; False (and nothing noted) where it would overlap another."""
        if not span or not self.free(span):
            return False
        self._taken[span.start : span.end] = b"\x01" * len(span)
        insort(self.namings, Naming(span, actor, how))
        return True

    def doubt(self, span: Span) -> None:
        """Note a person's name of whom nothing tells who it is: "he" may mean that one."""
        self.doubts.append(span)

    def locate(self, state: str) -> None:
        """Note that something happens in a state, by a place that is no mention of it."""
        self.settings.append(state)

    def unname(self, naming: Naming) -> None:
        """Take a mention back."""
        del self.namings[bisect_left(self.namings, naming.span.start, key=_start)]
        self._taken[naming.span.start : naming.span.end] = b"\x00" * len(naming.span)

    def rename(self, naming: Naming, actor: str, how: How) -> None:
        """Give a mention to another actor."""
        self.unname(naming)
        self.name(naming.span, actor, how)

    def touching(self, span: Span) -> Iterator[Naming]:
        """Mentions that overlap a stretch, in order."""
        index = max(0, bisect_left(self.namings, span.start, key=_start) - 1)
        while index < len(self.namings) and self.namings[index].span.start < span.end:
            if self.namings[index].span.overlaps(span):
                yield self.namings[index]
            index += 1

    def at_word(self, index: int) -> Naming | None:
        """The mention that covers a word; None for none."""
        if not 0 <= index < len(self.page):
            return None
        return next(self.touching(self.page.span(index, index + 1)), None)

    def merge(self, surface: str, actor: str, reason: str) -> None:
        """Log that a form was merged with an actor."""
        self._decide(LinkDecision(surface, actor, True, reason))

    def refuse(self, surface: str, actor: str, reason: str) -> None:
        """Log that a form was not merged with an actor; "" for no actor in particular."""
        self._decide(LinkDecision(surface, actor, False, reason))

    def _decide(self, decision: LinkDecision) -> None:
        key = (decision.surface, decision.actor, decision.merged)
        self._decisions.setdefault(key, decision)

    @property
    def decisions(self) -> tuple[LinkDecision, ...]:
        """Decisions in the order they were taken, each once."""
        return tuple(self._decisions.values())


def _start(naming: Naming) -> int:
    return naming.span.start
