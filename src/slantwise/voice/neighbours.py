"""Speakers of quotations without a cue of their own, told by what stands beside them."""

from collections.abc import Sequence
from dataclasses import replace

from slantwise.voice.cues import CueClass
from slantwise.voice.phrases import FINITE, base_end
from slantwise.voice.readings import QuotationReading
from slantwise.voice.rulings import Verdict
from slantwise.voice.scenes import Scene, stands_alone
from slantwise.voice.subjects import shared_subject
from slantwise.voice.wordsets import word_set

_JOINED = "joined to the quotation before, and ruled as that is"
_JOINERS = word_set("and or nor but , a an the as of to")


def from_neighbours(
    scene: Scene, index: int, earlier: Sequence[QuotationReading], *, alone: bool
) -> QuotationReading | None:
    """A quotation that is announced, continued from another paragraph, or goes on with one."""
    announced = _announced(scene, index)
    if announced is not None:
        return announced
    before = scene.continues[index]
    if before >= 0 and earlier[before].verdict is Verdict.DIRECT:
        return QuotationReading(
            index,
            Verdict.DIRECT,
            "marks reopened: the utterance of the paragraph before goes on",
            earlier[before].source,
            earlier[before].claim,
            goes_on=before,
        )
    if alone:
        after = _following(scene, index, earlier[index - 1]) if index else None
        return after or _after_claim(scene, index) or _after_deed(scene, index)
    if index and _coordinate(scene, index):
        return replace(
            earlier[index - 1],
            quotation=index,
            evidence=_JOINED,
        )
    return None


def _announced(scene: Scene, index: int) -> QuotationReading | None:
    """A quotation at the start of a sentence, after one that ends with a colon."""
    page, first = scene.page, scene.words[index][0]
    sentence = scene.sentence_of(first)
    if not sentence or first > page.sentences[sentence][0] + 1:
        return None
    evidence = "announced by the sentence before"
    announcing = scene.announcing[sentence - 1]
    if announcing >= 0:
        source = scene.claims[announcing].source
        return QuotationReading(index, Verdict.DIRECT, evidence, source, announcing)
    low, high = page.sentences[sentence - 1]
    if low == high or page.low[high - 1] != ":":
        return None
    claims = scene.claims[slice(*scene.by_sentence[sentence - 1])]
    return QuotationReading(
        index, Verdict.DIRECT, evidence, shared_subject(page, high - 1, low, claims)
    )


def _after_claim(scene: Scene, index: int) -> QuotationReading | None:
    """A quotation alone in its sentence, after a paraphrase of what its speaker said."""
    sentence = scene.sentence_of(scene.words[index][0])
    if not sentence or scene.paragraphs[sentence] != scene.paragraphs[sentence - 1]:
        return None
    for claim in reversed(scene.claims[slice(*scene.by_sentence[sentence - 1])]):
        if claim.source is not None and claim.entry.kind is CueClass.SPEECH:
            evidence = "alone in its sentence, right after what the same speaker is said to say"
            return QuotationReading(index, Verdict.DIRECT, evidence, claim.source)
    return None


def _after_deed(scene: Scene, index: int) -> QuotationReading | None:
    """A quotation alone in its sentence, after one that shows a person ("Lund pointed at it.")."""
    page = scene.page
    sentence = scene.sentence_of(scene.words[index][0])
    if not sentence or scene.paragraphs[sentence] != scene.paragraphs[sentence - 1]:
        return None
    low, high = page.sentences[sentence - 1]
    end = base_end(page, low, high)
    quoted = any(page.quoted[word] >= 0 for word in range(low, high))
    if end == low or end >= high or quoted or page.tags[end] not in FINITE:
        return None
    entity = page.entity[end - 1]
    if entity < 0 or page.labels[entity] != "PERSON":
        return None
    evidence = "alone in its sentence, right after one whose subject is a person"
    return QuotationReading(index, Verdict.DIRECT, evidence, (low, end))


def _coordinate(scene: Scene, index: int) -> bool:
    """Whether only "and" or a comma parts the quotation from the one before ("“a” and a “b”")."""
    first, end = scene.words[index - 1][1], scene.words[index][0]
    if scene.sentence_of(first - 1) != scene.sentence_of(end):
        return False
    between = [word for word in range(first, end) if scene.page.quoted[word] < 0]
    joined = all(scene.page.low[word] in _JOINERS for word in between)
    return joined and 0 < len(between) <= 4


def _following(scene: Scene, index: int, before: QuotationReading) -> QuotationReading | None:
    """A quotation alone in its sentence, right after one whose speaker is known."""
    if before.verdict is not Verdict.DIRECT or before.source is None:
        return None
    here = scene.sentence_of(scene.words[index][0])
    there = scene.sentence_of(scene.words[before.quotation][1] - 1)
    if here - there > 1:
        return None
    evidence = "alone in its sentence, right after a quotation of the same speaker"
    return QuotationReading(
        index, Verdict.DIRECT, evidence, before.source, goes_on=before.quotation
    )


def back_filled(scene: Scene, readings: list[QuotationReading]) -> list[QuotationReading]:
    """The readings, speakers filled in from a later part of the same utterance."""
    for index in range(len(readings) - 2, -1, -1):
        reading, after = readings[index], readings[index + 1]
        unknown = reading.verdict is Verdict.DIRECT and reading.source is None
        if not unknown or after.verdict is not Verdict.DIRECT or after.source is None:
            continue
        continued = scene.continues[index + 1] == index
        if continued or _same_paragraph(scene, index, index + 1):
            readings[index] = QuotationReading(
                index,
                Verdict.DIRECT,
                "speaker named at the quotation that follows",
                after.source,
                after.claim if continued else reading.claim,
                reading.goes_on,
            )
    return readings


def _same_paragraph(scene: Scene, index: int, other: int) -> bool:
    here = scene.sentence_of(scene.words[index][1] - 1)
    there = scene.sentence_of(scene.words[other][0])
    same = scene.paragraphs[here] == scene.paragraphs[there]
    return same and there - here <= 1 and stands_alone(scene, index)
