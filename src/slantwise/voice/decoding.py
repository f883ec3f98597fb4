"""Joins what the rules find with what the encoder's head sees as attributed content.

The head gives every word piece a probability of content, cue and source. The rules keep the
say over quotation marks. In paraphrase the head drops claims that it is sure are none, moves
the ends of those it shares, and adds stretches that no rule found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from slantwise.records import SentenceOutputs
from slantwise.voice.claims import Claim, zones_of
from slantwise.voice.cues import Cue, CueClass, CueForm, Cues
from slantwise.voice.page import Page, Stretch
from slantwise.voice.settings import VoiceSettings

CONTENT, CUE, SOURCE = 0, 1, 2
"""Columns of the head's probabilities."""

Probabilities = NDArray[np.float32]

_SEEN = 0.5
_LEADING = frozenset({"IN", "TO", "CC", "DT", "PRP$", "WDT", "WP", "WRB"})
_BEGINS_PHRASE = _LEADING - {"DT", "PRP$"} | {"RB", "VBG", "-LRB-"}
_STOPS = frozenset({",", ";", ":", "-", "–", "—"})
_ATTITUDES = frozenset({CueClass.JUDGEMENT, CueClass.INTENT})


@dataclass(frozen=True, slots=True)
class Listening:
    """What the head is heard with; one for all sentences of an article.

    Attributes:
        page: the article.
        cues: the term list.
        settings: when the head overrules the rules.
    """

    page: Page
    cues: Cues
    settings: VoiceSettings


def decoded(
    listening: Listening,
    sentence: Stretch,
    *,
    claims: Sequence[Claim],
    outputs: SentenceOutputs | None,
) -> list[Claim]:
    """The claims of one sentence after the head has been heard.

    `outputs` are the sentence's; None, empty, or all zero (a head that is not trained) leave
    the claims as they are.
    """
    if outputs is None or not len(outputs.tokens) or not outputs.attributed.any():
        return list(claims)
    if not claims and not (outputs.attributed[:, CONTENT] >= _SEEN).any():
        return []  # no word can have more than its pieces
    seen = word_probabilities(listening.page, sentence, outputs)
    kept = [_moved(listening, claim, seen[:, CONTENT], sentence[0]) for claim in claims]
    shared = [claim for claim in kept if claim is not None]
    return [*shared, *_added(listening, sentence, seen, claims=shared)]


def word_probabilities(page: Page, sentence: Stretch, outputs: SentenceOutputs) -> Probabilities:
    """Array [word, 3] of content, cue and source: of each word, the mean over its pieces.

    Words that the encoder did not read (the sentence was too long) get zeros.
    """
    low, high = sentence
    seen = np.zeros((high - low, 3), dtype=np.float32)
    pieces = np.zeros(high - low, dtype=np.int64)
    if low == high:
        return seen
    places = np.searchsorted(page.starts[low:high], outputs.tokens[:, 0], side="right") - 1
    inside = (outputs.tokens[:, 1] > outputs.tokens[:, 0]) & (places >= 0)
    np.add.at(seen, places[inside], outputs.attributed[inside])
    np.add.at(pieces, places[inside], 1)
    return np.asarray(seen / np.maximum(pieces, 1)[:, None], dtype=np.float32)


def _moved(listening: Listening, claim: Claim, content: Probabilities, low: int) -> Claim | None:
    """The claim with its end where rules and head agree; None where the head sees no content.

    `content` is the probability of content of each word from `low` on. Claims that touch a
    quotation stay: their marks say more than the head.
    """
    page, settings = listening.page, listening.settings
    words = [index for zone in claim.zones for index in range(*zone)]
    if not words or any(page.quoted[index] >= 0 for index in words):
        return claim
    if float(content[[index - low for index in words]].mean()) < settings.drop_below:
        return claim if _is_explicit(page, claim) else None
    first, end = claim.zones[-1]
    while end > first + 1 and content[end - 1 - low] < settings.cut_below:
        end -= 1
    end = _at_phrase(page, (first, end), claim.zones[-1][1])
    if end == claim.zones[-1][1]:
        return claim
    zones = zones_of(page, *claim.zones[:-1], (first, end))
    return replace(claim, zones=zones, rule=f"{claim.rule}; end moved by the head")


def _is_explicit(page: Page, claim: Claim) -> bool:
    """Whether the text leaves no doubt: a verb of saying with "that", or "as X put it"."""
    if claim.source is None or claim.entry.kind is not CueClass.SPEECH:
        return False
    first = claim.zones[0][0]
    that = page.low[first] == "that" and first == claim.cue[1]
    aside = claim.source[0] > 0 and page.low[claim.source[0] - 1] == "as"
    return claim.entry.form is CueForm.VERB and (that or aside)


def _at_phrase(page: Page, zone: Stretch, high: int) -> int:
    """The end of the zone, moved to where a phrase begins; `high` where none begins near it.

    A clause cannot end in the middle of a noun phrase, nor after a preposition.
    """
    first, end = zone
    while end > first + 1 and page.tags[end - 1] in _LEADING:
        end -= 1
    begins = end < high and (page.tags[end] in _BEGINS_PHRASE or page.low[end] in _STOPS)
    return end if begins else high


def _added(
    listening: Listening, sentence: Stretch, seen: Probabilities, *, claims: Sequence[Claim]
) -> list[Claim]:
    """Claims over unquoted words that only the head sees as content."""
    page, settings, low = listening.page, listening.settings, sentence[0]
    free = _free(page, sentence, claims)
    added = []
    for first, end in runs((seen[:, CONTENT] >= _SEEN) & free):
        sure = float(seen[first:end, CONTENT].mean()) >= settings.add_above
        zones = zones_of(page, (low + first, low + end))
        if sure and zones and end - first >= settings.min_added_words:
            claim = _head_claim(listening, seen, zones, low)
            if settings.attitudes or _is_listed(claim):
                added.append(claim)
    return added


def _free(page: Page, sentence: Stretch, claims: Sequence[Claim]) -> NDArray[np.bool_]:
    """Array [word]: whether it stands outside quotations and claims, and is no semicolon."""
    low = sentence[0]
    free = [page.quoted[index] < 0 and page.low[index] != ";" for index in range(*sentence)]
    mask = np.array(free, dtype=np.bool_)
    for claim in claims:
        for first, end in (*claim.zones, claim.cue):
            mask[first - low : end - low] = False
    return mask


def _is_listed(claim: Claim) -> bool:
    """Whether the cue that the head sees is a listed one of speech, thought or evidence."""
    return bool(claim.entry.forms) and claim.entry.kind not in _ATTITUDES


def runs(mask: NDArray[np.bool_]) -> list[Stretch]:
    """Each run of True: where it begins, and the position after its end.

    >>> runs(np.array([True, True, False, True]))
    [(0, 2), (3, 4)]
    """
    found: list[Stretch] = []
    for at in np.flatnonzero(mask).tolist():
        goes_on = found and found[-1][1] == at
        first = found.pop()[0] if goes_on else at
        found.append((first, at + 1))
    return found


def _head_claim(
    listening: Listening, seen: Probabilities, zones: tuple[Stretch, ...], low: int
) -> Claim:
    """A claim that only the head sees, with the nearest cue and source that it sees."""
    cue = _nearest(runs(seen[:, CUE] >= _SEEN), low, zones[0])
    source = _nearest(runs(seen[:, SOURCE] >= _SEEN), low, zones[0])
    anchor = cue or source or (zones[0][0], zones[0][0] + 1)
    entry = _listed(listening, cue) or _unlisted(listening.page, anchor)
    return Claim(entry, anchor, source, zones, "that", "seen by the head alone")


def _listed(listening: Listening, cue: Stretch | None) -> Cue | None:
    for index in range(*cue) if cue is not None else ():
        length, readings = listening.cues.at(listening.page.low, index)
        if length:
            return readings[0]
    return None


def _unlisted(page: Page, words: Stretch) -> Cue:
    lemma = " ".join(page.low[words[0] : words[1]])
    return Cue(lemma, CueForm.VERB, CueClass.SPEECH, frozenset({"that"}), "", ())


def _nearest(runs: Sequence[Stretch], low: int, zone: Stretch) -> Stretch | None:
    spans = [(low + first, low + end) for first, end in runs]
    outside = [span for span in spans if span[1] <= zone[0] or span[0] >= zone[1]]
    if not outside:
        return None
    return min(outside, key=lambda span: max(zone[0] - span[1], span[0] - zone[1]))
