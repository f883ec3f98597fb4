"""Finds the attributions of one sentence: verbs, nouns, adjectives and phrases of reporting."""

from collections.abc import Callable, Mapping, Sequence

from slantwise.voice.claims import Claim
from slantwise.voice.cues import Cue, CueForm, Cues
from slantwise.voice.nominal import (
    adjective_claim,
    noun_claim,
    possession_claim,
    preposition_claim,
)
from slantwise.voice.page import HYPHEN, Page, Stretch
from slantwise.voice.phrases import NOUNS, VERBS
from slantwise.voice.sites import CLOSES_CLAUSE, Site
from slantwise.voice.verbs import verb_claim

_NEAR_WORDS = 8
_DETERMINERS = frozenset({"DT", "PRP$", "POS"})
_RULES: Mapping[CueForm, Callable[[Site, Sequence[Claim]], Claim | None]] = {
    CueForm.VERB: verb_claim,
    CueForm.NOUN: noun_claim,
    CueForm.ADJECTIVE: adjective_claim,
    CueForm.PREPOSITION: preposition_claim,
    CueForm.POSSESSION: possession_claim,
}


def claims_in(page: Page, cues: Cues, sentence: Stretch) -> list[Claim]:
    """The attributions of one sentence in order of their cues; cues inside quotations rest."""
    low, high = sentence
    claims: list[Claim] = []
    index = low
    while index < high:
        length = 0
        if page.quoted[index] < 0:
            length, readings = cues.at(page.low, index)
        if not length or index + length > high or _in_compound(page, index):
            index += 1
            continue
        for entry in _readings(page, readings, index):
            site = Site(page, cues, entry, index, index + length, low, high)
            claim = _RULES[entry.form](site, claims)
            if claim is not None:
                claims.append(claim)
                break
        index += length
    return claims


def _in_compound(page: Page, index: int) -> bool:
    """Whether a hyphen joins the word to another ("so-called")."""
    before = page.low[index - 1] if index else ""
    after = page.low[index + 1] if index + 1 < len(page.low) else ""
    return HYPHEN in (before, after)


def _readings(page: Page, readings: Sequence[Cue], index: int) -> list[Cue]:
    """The readings that fit the tag of the word."""
    tag = page.tags[index]
    wanted = {
        CueForm.VERB: _is_verb(page, index),
        CueForm.NOUN: tag in NOUNS,
        CueForm.ADJECTIVE: tag in ("JJ", "VBN", "VBD", "RB"),
        CueForm.PREPOSITION: True,
        CueForm.POSSESSION: tag in NOUNS,
    }
    return [cue for cue in readings if wanted[cue.form]]


def _is_verb(page: Page, index: int) -> bool:
    """Whether the word is a verb of its own, whatever the tagger made of it."""
    tag = page.tags[index]
    before = page.tags[index - 1] if index else ""
    after = page.low[index + 1] if index + 1 < len(page.low) else ""
    if tag in ("VBG", "VBN"):
        # "The ruling party", "an alleged plot": a participle inside a noun phrase.
        inside = before in _DETERMINERS and index + 1 < len(page.low)
        return not (inside and page.tags[index + 1] in (*NOUNS, "JJ"))
    if tag == "NN":
        # "The airlines counter that fares fell."
        return before in ("NNS", "NNPS") and after == "that"
    return tag in VERBS or (tag == "NNS" and _closes_sentence_of_quotation(page, index))


def _closes_sentence_of_quotation(page: Page, index: int) -> bool:
    """Whether "“…,” the advert states." ends here, where taggers take the verb for a noun."""
    after = page.low[index + 1] if index + 1 < len(page.low) else "."
    near = range(max(0, index - _NEAR_WORDS), index)
    return after in CLOSES_CLAUSE and any(page.quoted[word] >= 0 for word in near)
