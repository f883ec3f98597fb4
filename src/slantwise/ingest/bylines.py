"""Lines that say who wrote an article, and for which outlet."""

import re
from dataclasses import dataclass

_LONGEST = 120
_BY = re.compile(r"(?:by|written by|words by|reporting by|from)[:\s]\s*(?P<names>\S.*)", re.I)
_PARTING = re.compile(r"\s+[-–—|•·/]+\s+|\s*[|•]\s*")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_NOT_A_BYLINE = re.compile(r"\d|[.?!:;,]$|^$")
_SMALL = frozenset({
    "and", "of", "de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn",
    "al", "el", "the", "in", "for", "at",
})  # fmt: skip
_DESK = re.compile(
    r"\b(?:desk|staff|correspondents?|reporters?|editors?|bureau|newsroom|writers?|agenc(?:y|ies)"
    r"|columnist|contributors?|analyst|team|service|wires?|monitoring)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"reuters|associated press|ap|afp|agence france-presse|dpa|upi|pa media", re.I)
_OUTLET = re.compile(
    r"the\s.+|.*\b(?:times|post|news|herald|tribune|guardian|observer|telegraph|mail|gazette"
    r"|chronicle|journal|courier|press|daily|weekly|review|today|standard|independent|express"
    r"|globe|mirror|star|sun|dispatch|examiner|monitor|magazine|radio|tv|online)\b.*"
    r"|\S+\.(?:com|org|net|co\.uk|info|news)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline taken apart.

    Attributes:
        text: the line as written, blanks made single.
        outlet: the outlet it names; empty where it names none.
    """

    text: str
    outlet: str = ""


def read_byline(line: str) -> Byline | None:
    """The byline that the whole line is; None where it is something else.

    Either "By" and names, or capitalised parts between dashes or bars of which one is a desk, a
    role, an agency or an outlet ("News Desk - The Example"), or a desk alone ("Staff Writer").

    >>> read_byline("News Desk  -  The Example")
    Byline(text='News Desk - The Example', outlet='The Example')
    >>> read_byline("Ministers meet - and part")
    """
    text = " ".join(line.split())
    if len(text) > _LONGEST or _NOT_A_BYLINE.search(text):
        return None
    by = _BY.fullmatch(text)
    parts = _PARTING.split(by["names"] if by else text)
    if not all(map(_is_capitalised, parts)):
        return None
    if by:
        return Byline(text, _outlet_after_names(parts))
    if len(parts) == 1:
        alone = (_DESK.search(text) or _AGENCY.fullmatch(text)) and len(text.split()) <= 4
        return Byline(text) if alone else None
    named = [part for part in parts if _DESK.search(part) or _AGENCY.fullmatch(part)]
    outlets = [part for part in parts if part not in named and _OUTLET.fullmatch(part)]
    if not named and not outlets:
        return None
    return Byline(text, (outlets or _rest(parts, named) or [""])[-1])


def _rest(parts: list[str], named: list[str]) -> list[str]:
    """Beside a desk, what is neither desk nor agency is the outlet; beside an agency, a person."""
    if any(_DESK.search(part) for part in named):
        return [part for part in parts if part not in named]
    return []


def _outlet_after_names(parts: list[str]) -> str:
    """The outlet that stands behind the names, after a dash, a bar or a comma."""
    behind = [piece for part in parts for piece in part.split(", ")][1:]
    outlets = [piece for piece in behind if _OUTLET.fullmatch(piece) and not _DESK.search(piece)]
    return outlets[-1] if outlets else ""


def _is_capitalised(part: str) -> bool:
    words = _WORD.findall(part)
    return (
        bool(words)
        and len(words) <= 8
        and all(word[0].isupper() or word in _SMALL for word in words)
    )
