"""Noun phrases for people and bodies without a name: "the residents", "a teachers' union".

Found by the tags and a list of nouns; `groups` makes actors of them. Left out are phrases that
say what somebody is ("as a teacher", "Ann Lund, a teacher", "was a teacher"), titles before
names, nobody ("no teacher"), and the members of a body named right before ("RSF fighters").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from slantwise.actors.capitals import PAPERS
from slantwise.actors.cast import Draft, Naming
from slantwise.actors.compound_nouns import SEATS, compound_kind
from slantwise.actors.group_nouns import (
    FACILITIES,
    FORCES,
    MASS,
    MEASURES,
    MEMBERS,
    noun_kind,
    singular,
)
from slantwise.actors.page import NOUNS, POSSESSIVE, PROPER, Page
from slantwise.actors.predicates import says_what
from slantwise.actors.roles import ROLES
from slantwise.actors.word_lists import word_list
from slantwise.records import ActorKind

_PLURAL = frozenset({"NNS", "NNPS"})
_BEFORE = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "RB", "HYPH", "NN", "NNS"})
_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WDT", "WP$"})
_NOBODY = word_list("no any every each either neither what which whatever")
_CLASSES = word_list("secret foreign military central municipal electoral")
_CLASSED = word_list(
    "service services office police bank council board court prosecutors prosecutor"
)
_JOINING = word_list(
    "that because while if although though as when whether since until after before unless"
)
"""Words tagged as prepositions that a clause may follow."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BODIES = frozenset(
    {
        *(ActorKind.ARMED_GROUP, ActorKind.AGENCY, ActorKind.ARMY, ActorKind.MINISTRY),
        *(ActorKind.INTERNATIONAL_BODY, ActorKind.PARTY, ActorKind.ORGANISATION),
    }
)
_SAID_TO_BE = _BODIES | {ActorKind.COMPANY, ActorKind.MEDIA}
_REACH = 8
"""Words that a phrase may have before its noun."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase for people or a body.

    Attributes:
        first: index of the first word of the noun with the nouns that belong to it.
        head: index of the noun.
        determiner: "the", "a", "their", …; "" for none.
        kind: what sort of actor it may name.
    """

    first: int
    head: int
    determiner: str
    kind: ActorKind

    @property
    def bare(self) -> bool:
        """Whether no other noun belongs to it."""
        return self.first == self.head


def phrases(draft: Draft) -> Iterator[Phrase]:
    """Phrases that may name actors where no mention stands, in order."""
    page = draft.page
    _learn_members(draft)
    for head in range(len(page)):
        kind = _kind(draft, head)
        if kind and _is_head(draft, head) and draft.free(page.span(head, head + 1)):
            phrase = _phrase(draft, head, kind)
            if phrase and not _is_member(draft, phrase):
                yield phrase


def _learn_members(draft: Draft) -> None:
    """After "M23 rebels", which the table lists, "the rebels" are M23."""
    for naming in draft.namings:
        words = draft.page.words_of(naming.span)
        if words and draft.page.word(words[-1]).islower():
            _add_role(draft, naming, draft.page.lowers[words[-1]])


def _add_role(draft: Draft, naming: Naming, noun: str) -> None:
    if draft.kind(naming.actor) in _BODIES and singular(noun) in MEMBERS:
        roles = draft.members[naming.actor].roles
        roles.add(noun)
        if noun in ROLES:
            roles.add(ROLES[noun].slug)


def _kind(draft: Draft, head: int) -> ActorKind | None:
    page = draft.page
    tag, word = page.tags[head], page.lowers[head]
    if tag not in NOUNS:
        return None
    begins = page.near(head, head) and not page.near(head - 1, head)
    lower = page.word(head).islower() or page.word(head)[:-1].isupper()
    if not lower and (page.starts[head] < page.body or not begins):
        return _named_kind(draft, head)
    compound = page.near(head - 1, head) and page.tags[head - 1] in (*NOUNS, "JJ")
    served = compound_kind(word, page.lowers[head - 1]) if compound else None
    known = served or noun_kind(word, plural=tag in _PLURAL)
    return known or (ActorKind.ORGANISATION if word in SEATS else None)


def _named_kind(draft: Draft, head: int) -> ActorKind | None:
    """The kind of a body named by a noun in capitals alone: "the Party", "the Herald".

    None where a longer name ends in it, for which it may stand.
    """
    page = draft.page
    alone = page.near(head - 1, head) and page.lowers[head - 1] == "the"
    if not alone or page.starts[head] < page.body or page.capital(head + 1):
        return None
    if any(
        naming.span.of(page.text).lower().endswith(page.lowers[head]) for naming in draft.namings
    ):
        return None
    if page.lowers[head] in PAPERS:
        return ActorKind.MEDIA
    return noun_kind(page.lowers[head], plural=page.tags[head] in _PLURAL)


def _is_head(draft: Draft, head: int) -> bool:
    """Whether the noun is the chief one of its phrase, and no title before a name."""
    page, after = draft.page, head + 1
    if not page.near(after, head):
        return True
    if page.lowers[after] in POSSESSIVE:
        return not _owns_body(page, head)
    if page.lowers[after] == "of" and page.lowers[head] in MEASURES:
        return False
    if page.hyphen(after) or page.tags[after] in ("NN", "NNS"):
        return False
    naming = draft.at_word(after)
    if naming:
        return draft.kind(naming.actor) is not ActorKind.PERSON and not _is_called_so(
            draft, head, naming
        )
    return page.tags[after] not in NOUNS


def _is_called_so(draft: Draft, head: int, naming: Naming) -> bool:
    """Whether the noun says what the body named right after it is: "the newspaper Global Dawn"."""
    kind = noun_kind(draft.page.lowers[head], plural=False)
    body = naming.how in ("name", "alias", "unlisted", "acronym")
    return body and kind in _SAID_TO_BE and draft.kind(naming.actor) in (kind, *_BODIES)


def _owns_body(page: Page, head: int) -> bool:
    """Whether it is the first noun of "the teachers' union"."""
    plural = page.tags[head] in _PLURAL and page.lowers[head + 1] == "'"
    after = head + 2
    while plural and page.near(after, head) and page.tags[after] in ("NN", "NNS"):
        if noun_kind(page.lowers[after], plural=page.tags[after] in _PLURAL):
            return True
        after += 1
    return False


def _phrase(draft: Draft, head: int, kind: ActorKind) -> Phrase | None:
    page, first = draft.page, head
    while page.near(first - 1, head) and head - first < _REACH and _belongs(draft, first - 1, head):
        first -= 1
    start = first
    while page.near(start - 1, head) and head - start < _REACH and _modifies(draft, start - 1):
        start -= 1
    determiner = ""
    if page.near(start - 1, head) and page.tags[start - 1] in _DETERMINERS:
        start -= 1
        determiner = page.lowers[start]
    if page.near(start - 1, head) and page.lowers[start - 1] in POSSESSIVE:
        determiner = "'s"
    counted = any(page.tags[i] == "CD" for i in range(start, head))
    if not determiner and not counted and _is_countable(page, head, kind):
        return None
    place = kind is ActorKind.ORGANISATION and singular(page.lowers[head]) in FACILITIES | SEATS
    if place and not _acts(page, head, start):
        return None
    if determiner in _NOBODY or says_what(draft, start, head, determiner=determiner):
        return None
    return Phrase(first, head, determiner, kind)


def _is_countable(page: Page, head: int, kind: ActorKind) -> bool:
    """Whether an article is missed: "went to court" speaks of no court; a headline has none."""
    plural = page.tags[head] in _PLURAL or kind is ActorKind.GROUP
    return not plural and page.lowers[head] not in MASS and page.starts[head] >= page.body


def _acts(page: Page, head: int, start: int) -> bool:
    """Whether a place is the subject of a finite verb, and not said to be where."""
    after = head + 1
    joined = page.lower(start - 1) in _JOINING
    governed = page.near(start - 1, head) and page.tags[start - 1] in ("IN", "TO") and not joined
    return not governed and page.near(after, head) and page.tags[after] in _FINITE


def _belongs(draft: Draft, index: int, head: int) -> bool:
    page = draft.page
    if not draft.free(page.span(index, index + 1)):
        return False
    if page.lowers[index] == "'":
        return page.tags[index - 1] in _PLURAL if index else False
    if page.lowers[index] in _CLASSES and page.lowers[head] in _CLASSED:
        return True
    begins = not page.near(index - 1, index)
    if page.word(index).islower():
        return page.tags[index] in NOUNS
    return begins and page.tags[index] in NOUNS


def _modifies(draft: Draft, index: int) -> bool:
    naming = draft.at_word(index)
    if naming:
        # "The Qatar-funded channel": the name only says what sort of channel.
        return naming.how == "demonym" or draft.page.hyphen(index + 1)
    proper = draft.page.tags[index] in PROPER and draft.page.capital(index)
    return proper or draft.page.tags[index] in _BEFORE or draft.page.hyphen(index + 1)


def _is_member(draft: Draft, phrase: Phrase) -> bool:
    """Whether a body's own people are meant; they are then another name of the body."""
    page = draft.page
    naming = draft.at_word(phrase.first - 1)
    noun = page.lowers[phrase.head]
    if naming is None or not page.near(phrase.first - 1, phrase.head):
        return False
    if draft.kind(naming.actor) not in _BODIES or singular(noun) not in MEMBERS:
        return False
    _add_role(draft, naming, noun)
    if singular(noun) in FORCES and phrase.bare:
        draft.unname(naming)
        whole = page.span(page.words_of(naming.span).start, phrase.head + 1)
        draft.name(whole, naming.actor, "composed")
    return True
