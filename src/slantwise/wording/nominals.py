"""Acts worded as nouns: "the deaths of 12 villagers", "Kestovia's seizure of the heights".

Takes a word of a laid-out article; gives the act with its doer and its object.
"""

from slantwise.records import Argument, Span
from slantwise.voice.phrases import base_end
from slantwise.voice.subjects import possessor
from slantwise.wording.phrases import Sheet, argument
from slantwise.wording.words import EVENT_NOUNS

_INTRANSITIVE = frozenset({"death", "collapse", "resignation", "withdrawal", "retreat", "failure"})
"""Nouns whose "of" and possessor name the one who undergoes, never a second one."""


def nominal_at(
    sheet: Sheet, noun: int, low: int
) -> tuple[Span, str, tuple[Argument | None, Argument | None]] | None:
    """The act that a noun names: its span, its verb, its agent and patient; None for no act.

    An event noun without "of", possessor or "by" is taken for a thing ("the strike fund").
    """
    page, high = sheet.page, len(sheet.page.low)
    word = sheet.lemma(noun)
    verb = EVENT_NOUNS.get(word)
    if verb is None or (noun + 1 < high and page.tags[noun + 1] in ("NN", "NNS", "HYPH")):
        return None
    owner = argument(sheet, possessor(page, noun, low))
    end, of = noun + 1, None
    if end < high and page.low[end] in ("of", "on", "against"):
        stop = base_end(page, end + 1, high)
        of = argument(sheet, (end + 1, stop)) if stop > end + 1 else None
        end = end + 1 if of else end
    by = _by(sheet, end, high)
    if owner is None and of is None and by is None:
        return None
    sides = (by, of or owner) if word in _INTRANSITIVE else (owner or by, of)
    return page.span((noun, end)), verb, sides


def _by(sheet: Sheet, first: int, high: int) -> Argument | None:
    page = sheet.page
    after = base_end(page, first, high)
    if after < high and page.low[after] == "by":
        stop = base_end(page, after + 1, high)
        return argument(sheet, (after + 1, stop)) if stop > after + 1 else None
    return None
