"""Joins what the rules find with what the encoder's head sees as attributed content.

The head gives every word piece a probability of content, cue and source. The rules keep the
say over quotation marks and cues; the head takes words off the end of a reported clause that it
is sure do not belong to it, and adds stretches that no rule found.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from slantwise.records import SentenceOutputs
from slantwise.voice.claims import Claim, zones_of
from slantwise.voice.cues import Cue, CueClass, CueForm
from slantwise.voice.page import Page, Stretch
from slantwise.voice.settings import VoiceSettings

CONTENT, CUE, SOURCE = 0, 1, 2
"""Columns of the head's probabilities."""

_SEEN = 0.5

Probabilities = NDArray[np.float32]


def decoded(
    page: Page,
    sentence: Stretch,
    claims: Sequence[Claim],
    outputs: SentenceOutputs | None,
    settings: VoiceSettings,
) -> list[Claim]:
    """The claims of one sentence after the head has been heard.

    `outputs` are the sentence's; None, empty, or all zero (a head that is not trained) leave
    the claims as they are.
    """
    if outputs is None or not len(outputs.tokens) or not outputs.attributed.any():
        return list(claims)
    seen = word_probabilities(page, sentence, outputs)
    cut = [_cut(page, claim, seen, sentence[0], settings.cut_below) for claim in claims]
    return [*cut, *_added(page, sentence, cut, seen, settings)]


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


def _cut(page: Page, claim: Claim, seen: Probabilities, low: int, below: float) -> Claim:
    """The claim without unquoted words at its end that the head sees as no content."""
    if not claim.zones or claim.frame == "quote":
        return claim
    first, end = claim.zones[-1]
    last = end
    while last > first + 1 and page.quoted[last - 1] < 0 and seen[last - 1 - low, CONTENT] < below:
        last -= 1
    if last == end:
        return claim
    zones = zones_of(page, *claim.zones[:-1], (first, last))
    rule = f"{claim.rule}; end moved by the head"
    return Claim(claim.entry, claim.cue, claim.source, zones, claim.frame, rule, claim.cited_by)


def _added(
    page: Page,
    sentence: Stretch,
    claims: Sequence[Claim],
    seen: Probabilities,
    settings: VoiceSettings,
) -> list[Claim]:
    low, high = sentence
    taken = np.zeros(high - low, dtype=bool)
    for claim in claims:
        for first, end in (*claim.zones, claim.cue):
            taken[first - low : end - low] = True
    added = []
    for first, end in _runs((seen[:, CONTENT] >= _SEEN) & ~taken):
        sure = float(seen[first:end, CONTENT].mean()) >= settings.add_above
        zones = zones_of(page, (low + first, low + end))
        if sure and zones and end - first >= settings.min_added_words:
            added.append(_head_claim(page, low, zones, seen))
    return added


def _runs(mask: NDArray[np.bool_]) -> list[Stretch]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _head_claim(page: Page, low: int, zones: tuple[Stretch, ...], seen: Probabilities) -> Claim:
    """A claim that only the head sees, with the nearest cue and source that it sees."""
    cue = _nearest(_runs(seen[:, CUE] >= _SEEN), low, zones[0])
    source = _nearest(_runs(seen[:, SOURCE] >= _SEEN), low, zones[0])
    anchor = cue or source or (zones[0][0], zones[0][0] + 1)
    lemma = " ".join(page.low[anchor[0] : anchor[1]])
    entry = Cue(lemma, CueForm.VERB, CueClass.SPEECH, frozenset({"that"}), "", (lemma,))
    return Claim(entry, anchor, source, zones, "that", "seen by the head alone")


def _nearest(runs: Sequence[Stretch], low: int, zone: Stretch) -> Stretch | None:
    spans = [(low + first, low + end) for first, end in runs]
    outside = [span for span in spans if span[1] <= zone[0] or span[0] >= zone[1]]
    if not outside:
        return None
    return min(outside, key=lambda span: max(zone[0] - span[1], span[0] - zone[1]))
