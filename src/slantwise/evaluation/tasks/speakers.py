"""Direct quotations, speakers, scare quotations and chains of sources, counted text by text.

`voice` asks for these where gold names the voice of each attribution.
"""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

import numpy as np

from slantwise.evaluation.items import GoldAttribution, GoldVoices
from slantwise.evaluation.metrics import Metric, f1, harmonic, ratio, word_counts
from slantwise.records import Span, Voice, covered


@dataclass(frozen=True, slots=True)
class VoiceCounts:
    """What one text adds to the figures.

    Attributes:
        both: words in direct quotations of gold and of those found.
        gold: words in gold's direct quotations.
        found: words in the direct quotations found.
        right: stretches of direct or reported words whose speaker is right.
        stretches: stretches of direct or reported words in gold.
        scare_hit: scare quotations of gold that one found overlaps.
        scare_gold: scare quotations of gold.
        scare_true: scare quotations found that overlap one of gold's.
        scare_found: scare quotations found.
        links_met: gold's links of a source to the one who passes it on that were found.
        links: gold's links and, beside them, found ones that are not gold's.
    """

    both: int
    gold: int
    found: int
    right: int
    stretches: int
    scare_hit: int
    scare_gold: int
    scare_true: int
    scare_found: int
    links_met: int
    links: int


def voice_metrics(rows: Sequence[VoiceCounts]) -> dict[str, Metric]:
    """Figures of the texts, one row each; those without a case in any text are not defined.

    - direct_f1: F1 of words inside direct quotations.
    - speaker_accuracy: share of gold's stretches of direct or reported words whose speaker is
      right. The stretch of the same voice that agrees best must have a source that overlaps
      gold's, or none where gold names none; a stretch that was not found is wrong.
    - scare_f1: F1 of scare quotations, one found and one of gold's agreeing where they overlap.
    - chain_accuracy: links of a source to the one who passes it on that are right, over gold's
      links and wrong ones together.
    """
    table = np.array([astuple(row) for row in rows], dtype=np.float64).reshape(-1, 11).T
    both, gold, found, right, stretches, hit, scare, true, marked, met, links = table
    return {
        "direct_f1": f1(both, gold, found),
        "speaker_accuracy": ratio(right, stretches),
        "scare_f1": harmonic(ratio(true, marked), ratio(hit, scare)),
        "chain_accuracy": ratio(met, links),
    }


def voice_counts(item: GoldVoices, found: Sequence[GoldAttribution]) -> VoiceCounts:
    """The counts of one text; all of gold's attributions must name their voice."""
    words = word_counts(
        item.text, _spans(item.attributions, Voice.DIRECT), _spans(found, Voice.DIRECT)
    )
    speakers = [
        _speaker_is_right(gold, span, found)
        for gold in item.attributions
        if gold.voice in (Voice.DIRECT, Voice.REPORTED)
        for span in gold.content
    ]
    scare, marked = _spans(item.attributions, Voice.SCARE), _spans(found, Voice.SCARE)
    given, drawn = list(_links(item.attributions)), list(_links(found))
    met = sum(any(_same_link(link, other) for other in drawn) for link in given)
    false = sum(not any(_same_link(link, other) for other in given) for link in drawn)
    return VoiceCounts(
        both=words.both,
        gold=words.gold,
        found=words.found,
        right=sum(speakers),
        stretches=len(speakers),
        scare_hit=_meeting(scare, marked),
        scare_gold=len(scare),
        scare_true=_meeting(marked, scare),
        scare_found=len(marked),
        links_met=met,
        links=len(given) + false,
    )


def agreement(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Characters that both cover over those that either covers, 0..1; 0 where both are empty.

    >>> agreement([Span(0, 10)], [Span(5, 15)])
    0.3333333333333333
    """
    either = covered([*one, *other])
    return (covered(one) + covered(other) - either) / either if either else 0.0


def _spans(attributions: Sequence[GoldAttribution], voice: Voice) -> list[Span]:
    return [span for one in attributions if one.voice is voice for span in one.content]


def _meeting(spans: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(any(span.overlaps(other) for other in others) for span in spans)


def _speaker_is_right(gold: GoldAttribution, span: Span, found: Sequence[GoldAttribution]) -> bool:
    """Whether a stretch found of the same voice that agrees best with `span` has gold's source.

    Two that agree equally well, as in a chain of sources, are both asked.
    """
    agreeing = [
        (max(agreement([span], [part]) for part in one.content), one)
        for one in found
        if one.voice is gold.voice
    ]
    best = max((value for value, _ in agreeing), default=0.0)
    if not best:
        return False
    return any(_same_source(gold, one) for value, one in agreeing if value == best)


def _same_source(one: GoldAttribution, other: GoldAttribution) -> bool:
    if not one.source or not other.source:
        return not one.source and not other.source
    return any(part.overlaps(span) for part in one.source for span in other.source)


Link = tuple[GoldAttribution, GoldAttribution]
"""An attribution and the one that it stands inside, or that passes it on."""


def _links(attributions: Sequence[GoldAttribution]) -> Iterator[Link]:
    for one in attributions:
        if one.cited_by is not None:
            yield one, attributions[one.cited_by]


def _same_link(one: Link, other: Link) -> bool:
    overlap = any(part.overlaps(span) for part in one[0].content for span in other[0].content)
    return overlap and _same_source(one[0], other[0]) and _same_source(one[1], other[1])
