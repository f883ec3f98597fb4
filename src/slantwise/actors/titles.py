"""Titles before names ("Turkish Foreign Minister Hakan Fidan") and what they tell of a person."""

from dataclasses import dataclass
from types import MappingProxyType

from slantwise.actors.page import Page
from slantwise.actors.roles import role_at
from slantwise.actors.word_lists import word_list

_HEADS = word_list(
    "president premier chancellor minister secretary senator congressman congresswoman "
    "representative governor mayor king queen prince princess sheikh sheik emir sultan ayatollah "
    "imam general admiral colonel major lieutenant captain sergeant commander officer marshal "
    "ambassador envoy judge justice chief director commissioner chairman chairwoman chairperson "
    "chair speaker spokesman spokeswoman spokesperson leader head boss lawmaker legislator "
    "councillor councilman councilwoman pope cardinal archbishop bishop reverend rabbi father "
    "sister professor doctor founder co-founder ceo executive strategist adviser advisor aide "
    "counsel attorney prosecutor lawyer analyst candidate nominee member mp whip deputy "
    "comptroller treasurer dictator strongman vice-president president-elect pm minister-designate "
    "lady ministers senators presidents counselor coordinator"
)
_SHORT = MappingProxyType(
    {
        "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative",
        "gov": "governor", "gen": "general", "adm": "admiral", "col": "colonel", "maj": "major",
        "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "cmdr": "commander",
        "amb": "ambassador", "pres": "president", "rev": "reverend", "prof": "professor",
        "dr": "doctor", "hon": "representative", "atty": "attorney",
    }
)  # fmt: skip
_HONORIFICS = MappingProxyType(
    {"mr": False, "sir": False, "lord": False, "mrs": True, "ms": True, "miss": True,
     "dame": True, "mme": True}
)  # fmt: skip
# One office under several names, so that "the congressman" finds "Rep.".
_DEPUTIES = frozenset({"representative", "congressman", "congresswoman"})
_WOMEN = word_list("queen princess congresswoman chairwoman spokeswoman councilwoman lady sister")
_MEN = word_list("king prince sultan emir pope father congressman chairman spokesman")
PAST = frozenset({"former", "ex", "late", "then", "onetime", "ousted", "deposed"})
"""Words that say that an office is over."""
_MODIFIERS = PAST | word_list(
    "senior deputy interim acting vice first top assistant associate special prime foreign "
    "defense defence crown grand supreme state national chief executive high police army "
    "military opposition party policy majority minority house senate current new incoming "
    "outgoing longtime veteran general attorney press - campaign transitional caretaker "
    "permanent presidential far right left"
)

STATE_OFFICES = word_list(
    "president premier chancellor king queen emir sultan ambassador envoy general admiral colonel "
    "commander spokesman spokeswoman spokesperson senator congressman congresswoman governor "
    "representative minister secretary chief director deputy leader prime-minister speaker "
    "crown-prince prince princess supreme-leader army-chief vice-president ayatollah lieutenant "
    "major captain commissioner diplomat negotiator official head lawmaker legislator mp "
    "chairman chairwoman chair boss whip member adviser advisor aide candidate nominee "
    "secretary-general secretary-of-state strategist founder co-founder ceo executive"
)
"""Offices whose holder belongs to what stands before them: a state, a party, a company."""


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a person's name.

    Attributes:
        first: index of its first word.
        roles: slugs of the office ("foreign-minister"); empty for a mere "Mr.".
        female: True for a woman's title, False for a man's, None for any.
        past: whether the office is over ("former").
    """

    first: int
    roles: frozenset[str]
    female: bool | None
    past: bool

    @property
    def of_state(self) -> bool:
        """Whether the office ties its holder to the body or state before it."""
        return any(role in STATE_OFFICES or role.endswith("minister") for role in self.roles)


def plain(word: str) -> str:
    """A title word without its point."""
    return word.rstrip(".")


def is_title(word: str) -> bool:
    """Whether a lower-case word can stand before a name as a title.

    >>> is_title("sen."), is_title("mrs."), is_title("table")
    (True, True, False)
    """
    short = plain(word)
    return short in _HEADS or short in _SHORT or short in _HONORIFICS


def is_title_part(word: str) -> bool:
    """Whether a lower-case word can stand in a title: "press", "deputy", "president"."""
    return is_title(word) or plain(word) in _MODIFIERS


def title_before(page: Page, word: int) -> Title | None:
    """The title that ends right before a word; None for none."""
    last = word - 1
    if not page.near(last, word):
        return None
    head = plain(page.lowers[last])
    if head in _HONORIFICS:
        return Title(last, frozenset(), _HONORIFICS[head], past=False)
    first, roles = _office(page, word, head)
    if not roles:
        return None
    past = False
    while page.near(first - 1, word) and word - first < 8 and _modifies(page, first - 1):
        first -= 1
        past = past or page.lowers[first] in PAST
    return Title(first, roles, _gender(head), past)


def _office(page: Page, word: int, head: str) -> tuple[int, frozenset[str]]:
    for start in range(max(0, word - 6), word):
        if page.sentences[start] != page.sentences[word]:
            continue
        found = role_at(page.lowers, start, word)
        if found and found[1] == word and found[0].kind == "person":
            return start, frozenset({found[0].slug, head})
    head = _SHORT.get(head, head)
    if head in _DEPUTIES:
        return word - 1, _DEPUTIES
    return word - 1, frozenset({head} if head in _HEADS else ())


def _modifies(page: Page, index: int) -> bool:
    word = plain(page.lowers[index])
    if word == "-":
        return page.lower(index - 1) in _MODIFIERS
    return word in _MODIFIERS or word in _HEADS or word in _SHORT


def _gender(head: str) -> bool | None:
    if head in _WOMEN:
        return True
    return False if head in _MEN else None
