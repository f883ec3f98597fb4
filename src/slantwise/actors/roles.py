"""Institutions and offices as English names them after a demonym: "army", "foreign minister".

Word lists and the phrase reader that `table` (names of its entries), `composing`, `titles` and
`definites` share.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from slantwise.actors.word_lists import word_list
from slantwise.records import ActorKind


@dataclass(frozen=True, slots=True)
class Role:
    """What an institution or office is, whoever's it is.

    Attributes:
        slug: the part of an id that stands for it ("army", "foreign-minister").
        label: the words that name it after a demonym ("army", "Foreign Minister").
        kind: kind of actor; person for an office that one person holds.
    """

    slug: str
    label: str
    kind: ActorKind


# slug | label | kind | phrases. One line an institution: its phrases name one actor of a state.
_INSTITUTIONS = """
army|army|army|army,armies,military,militaries,armed forces,defense forces,defence forces,forces,\
ground forces,occupation forces,occupation army,ground troops,troops,soldiers
air-force|air force|army|air force,air forces,warplanes
navy|navy|army|navy,navies,naval forces
coast-guard|coast guard|agency|coast guard,coast guards
police|police|agency|police,police force,police forces,police officers
security-forces|security forces|agency|security forces,security services,security agencies
border-guards|border guards|agency|border guards,border guard,border police
intelligence|intelligence service|agency|intelligence,intelligence service,intelligence services,\
intelligence agency,intelligence agencies,secret service,secret services,spy agency
government|government|government|government,governments,authorities,regime,administration,cabinet
leaders|leaders|government|leaders,leadership
officials|officials|government|official,officials,representative,representatives,delegate,\
delegates,delegation,delegations,diplomat,diplomats,negotiator,negotiators,negotiating team,\
envoys,ambassador,ambassadors,envoy,spokesman,spokeswoman,spokesperson,spokespeople,spokesmen
parliament|parliament|government|parliament,parliaments,national assembly,legislature
lawmakers|lawmakers|government|lawmaker,lawmakers,legislator,legislators,mps,parliamentarians
courts|courts|court|court,courts,judiciary
supreme-court|Supreme Court|court|supreme court
constitutional-court|Constitutional Court|court|constitutional court
prosecutors|prosecutors|court|prosecutor,prosecutors,prosecutor's office
central-bank|central bank|agency|central bank
embassy|embassy|government|embassy,embassies,consulate,consulates
media|media|media|media,press,state media,state television,state tv,news media,newspapers
people|people|people|people,citizens,citizen,civilians,nationals,public,population,voters,\
residents
settlers|settlers|group|settlers,settler
refugees|refugees|group|refugees,refugee,migrants
protesters|protesters|group|protesters,demonstrators
opposition|opposition|party|opposition,opposition parties
rebels|rebels|armed-group|rebels,insurgents
militants|militants|armed-group|militants,fighters,gunmen,militia,militias,guerrillas
president|President|person|president,presidents
vice-president|Vice President|person|vice president,vice-president
prime-minister|Prime Minister|person|prime minister,prime ministers,pm,premier
chancellor|Chancellor|person|chancellor
king|King|person|king
queen|Queen|person|queen
crown-prince|Crown Prince|person|crown prince
emir|Emir|person|emir
sultan|Sultan|person|sultan
supreme-leader|Supreme Leader|person|supreme leader
secretary-of-state|Secretary of State|person|secretary of state
secretary-general|Secretary-General|person|secretary general,secretary - general,secretary-general
army-chief|army chief|person|army chief,chief of staff,military chief,chief of the general staff
"""

# Words that name what a ministry is for. "Foreign Affairs" and "Foreign" are one ministry.
_TOPICS = word_list(
    "foreign defense defence interior finance justice health education energy trade economy "
    "economic environment agriculture agricultural labor labour transport transportation "
    "commerce industry culture information home security national internal external affairs "
    "treasury state tourism science technology migration immigration development housing "
    "planning religious religion youth sports water oil petroleum communications family "
    "women sport social welfare veterans war homeland urban human services exterior public works "
    "international cooperation emergency emergencies digital fisheries fishing forestry mines "
    "land lands local rural railways tax budget pensions nature climate heritage"
)
_LINKS = frozenset({"and", "of", "for", "the", ",", "&"})
_MINISTRY = {"ministry": "ministry", "department": "ministry", "ministries": "ministry"}
_MINISTER = {"minister": "minister", "ministers": "minister", "secretary": "minister"}
_SAME_TOPIC = {"defence": "defense", "labour": "labor", "exterior": "foreign"}


def _read_institutions() -> dict[str, Role]:
    roles = {}
    for line in _INSTITUTIONS.strip().splitlines():
        key, label, kind, phrases = line.split("|")
        role = Role(key, label, ActorKind(kind))
        roles.update(dict.fromkeys(phrases.split(","), role))
    return roles


ROLES = MappingProxyType(_read_institutions())
"""Phrase in lower case → institution or office."""

_LONGEST = max(len(phrase.split()) for phrase in ROLES)
GOVERNING = frozenset({"government", "administration", "regime", "cabinet"})
"""What a person heads: "the Trump administration"."""
STARTERS = frozenset(phrase.split()[0] for phrase in ROLES) | _TOPICS | {"ministry", "department"}
"""First words of all phrases: where none of them stands, no role begins."""

BETWEEN = word_list("federal national interim transitional caretaker")
"""Words that may stand in capitals between an owner and its institution."""

TAILS = word_list(
    "sources source spokesman spokeswoman spokesperson spokespeople spokesmen statement "
    "statements official officials officer officers commander commanders chief chiefs "
    "representative representatives delegation insiders"
)
"""Nouns after an institution that speak or act for it: "the Defense Ministry sources"."""


def role_at(words: Sequence[str], start: int, stop: int) -> tuple[Role, int] | None:
    """The longest role phrase that begins at `start`, and where it ends; None for none.

    Args:
        words: words in lower case.
        start: index of the first word.
        stop: index past which the phrase may not go.

    >>> role_at(["defense", "ministry", "sources"], 0, 3)
    (Role(slug='defense-ministry', label='Defense Ministry', kind=<ActorKind.MINISTRY: \
'ministry'>), 2)
    """
    if start >= stop or words[start] not in STARTERS:
        return None
    listed = _listed(words, start, stop)
    return _ministry(words, start, stop) or listed


def _listed(words: Sequence[str], start: int, stop: int) -> tuple[Role, int] | None:
    for end in range(min(stop, start + _LONGEST), start, -1):
        role = ROLES.get(" ".join(words[start:end]))
        if role is not None:
            return role, end
    return None


def _ministry(words: Sequence[str], start: int, stop: int) -> tuple[Role, int] | None:
    if words[start] in _MINISTRY:
        if start + 2 >= stop or words[start + 1] not in ("of", "for"):
            return None
        end = _topics_end(words, start + 2, stop)
        topics = words[start + 2 : end]
        return (_topic_role(topics, "ministry"), end) if topics else None
    end = _topics_end(words, start, stop)
    if end == start or end >= stop:
        return None
    head = _MINISTRY.get(words[end]) or _MINISTER.get(words[end])
    if words[end] == "office" and end == start + 1 and words[start] in ("foreign", "home"):
        head = "ministry"
    return (_topic_role(words[start:end], head), end + 1) if head else None


def _topics_end(words: Sequence[str], start: int, stop: int) -> int:
    end, reach = start, min(stop, start + 6)
    while end < reach and (words[end] in _TOPICS or (end > start and words[end] in _LINKS)):
        end += 1
    while end > start and words[end - 1] in _LINKS:
        end -= 1
    return end


def _topic_role(words: Sequence[str], head: str) -> Role:
    topics = [_SAME_TOPIC.get(word, word) for word in words if word not in _LINKS]
    if len(topics) > 1 and topics[-1] == "affairs":
        topics.pop()
    kind = ActorKind.MINISTRY if head == "ministry" else ActorKind.PERSON
    label = " ".join(word.capitalize() for word in [*topics, head])
    return Role("-".join([*topics, head]), label, kind)
