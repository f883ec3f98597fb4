"""Where a quotation ends whose closing mark is missing, and begins whose opening mark is.

The patterns are bounded, so that one stray mark in a long text costs linear time.
"""

import re

from slantwise.segment.marks import Mark

_VERB = (
    r"(?:said|says|say|told|tells|added|adds|asked|asks|wrote|writes|warned|warns|stated|"
    r"states|noted|notes|explained|explains|insisted|insists|argued|argues|claimed|claims|"
    r"replied|replies|recalled|recalls|continued|continues|declared|declares|announced|"
    r"announces|informed|informs|stressed|stresses|concluded|concludes|tweeted|posted|"
    r"acknowledged|admitted|admits|confirmed|confirms|reported|reports|reiterated|vowed|"
    r"suggested|suggests|observed|remarked|responded|emphasised|emphasized)"
)
_NAME = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|the|al|bin|de|van|von)){0,6}"
_SPEAKER = rf"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|(?:the|an?|one)(?: [\w’'-]+){{1,5}}?|{_NAME})"
_CLAUSE = rf"(?:{_SPEAKER} (?:also |later |then |has |had )?{_VERB}|{_VERB} {_SPEAKER})\b"

_CLAUSE_AFTER_STOP = re.compile(rf"[,.?!…](?= {_CLAUSE})")
_CLAUSE_HERE = re.compile(rf"\s*{_CLAUSE}")
_NAME_CLAUSE_HERE = re.compile(rf"\s*(?!(?:The|An?|One|He|She|It|They|We) ){_NAME} {_VERB}\b")
_LEAD_IN = re.compile(rf"\b{_VERB}\b(?:[^,.;:“”\"]{{0,80}}? that|:|,) ")
_SENTENCE_START = re.compile(r"[.!?…]\s+(?=[^\W\d_a-z])")
# No sentence that a lost opening mark could stand in is longer.
_LOOK_BACK_CHARACTERS = 600


def reporting_clause_follows(text: str, offset: int) -> bool:
    """Whether a clause like "the ministry said" begins at the offset.

    >>> reporting_clause_follows("“Go!” John Smith said.", 5)
    True
    """
    return _CLAUSE_HERE.match(text, offset) is not None


def name_and_verb_follow(text: str, offset: int) -> bool:
    """Whether a name and a reporting verb follow, as in "“Why?” John asked".

    >>> name_and_verb_follow("“Why?” John asked.", 6), name_and_verb_follow("“Why?” He asked.", 6)
    (True, False)
    """
    return _NAME_CLAUSE_HERE.match(text, offset) is not None


def end_of_unclosed(text: str, start: int, limit: int) -> int:
    """Where a quotation that opens before `start` and is not closed before `limit` ends.

    That is after the stop before a reporting clause, else at the last visible character
    before the limit.

    >>> end_of_unclosed("“We will act, the minister said.", 1, 32)
    13
    """
    clause = _CLAUSE_AFTER_STOP.search(text, start, limit)
    end = clause.end() if clause else limit
    return start + len(text[start:end].rstrip())


def start_of_unopened(text: str, closing: Mark, earliest: int) -> int | None:
    """Where a quotation that only has a closing mark begins; None where nothing tells.

    After the last lead-in ("said that", "said:") of its sentence; at the start of its sentence
    where a reporting clause follows the mark.
    """
    earliest = max(earliest, closing.start - _LOOK_BACK_CHARACTERS)
    starts = [m.end() for m in _SENTENCE_START.finditer(text, earliest, closing.start)]
    sentence = starts[-1] if starts else earliest
    lead_ins = [m.end() for m in _LEAD_IN.finditer(text, sentence, closing.start)]
    if lead_ins:
        return lead_ins[-1]
    if reporting_clause_follows(text, closing.end):
        return sentence
    return None
