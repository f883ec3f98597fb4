"""Quotations inside quotations: whom does the one who is quoted quote in turn?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from slantwise.records import Quotation
from slantwise.voice.claims import Claim
from slantwise.voice.cues import Cues
from slantwise.voice.page import Page, members
from slantwise.voice.readings import QuotationReading
from slantwise.voice.reported import claims_in
from slantwise.voice.rulings import Verdict
from slantwise.voice.scenes import Scene, linked_claims, words_between
from slantwise.voice.titles import is_title_case


@dataclass(frozen=True, slots=True)
class Nested:
    """A quotation inside a direct one, whose speaker is told there.

    Attributes:
        quotation: the inner quotation.
        claim: the claim of the outer speaker that covers it; it names the inner speaker.
    """

    quotation: Quotation
    claim: Claim


def nested_quotations(
    scene: Scene, cues: Cues, readings: Sequence[QuotationReading]
) -> Iterator[Nested]:
    """What is quoted, one level deep, inside the direct quotations of a page.

    Without a speaker of their own, inner quotations stay the outer speaker's words.
    """
    if not scene.page.inner:
        return
    page = _inner_page(scene.page)
    holding = set(_outer_of(scene.page))
    claims = [
        claim
        for reading in readings
        if reading.verdict is Verdict.DIRECT and reading.quotation in holding
        for stretch in _sentences_in(scene, reading.quotation)
        for claim in claims_in(page, cues, stretch)
        if claim.source is not None and claim.zones
    ]
    linked = linked_claims(page, claims, scene.settings)
    for index, inner in enumerate(words_between(page)):
        if linked[index] >= 0 and inner[0] < inner[1] and not is_title_case(page, inner):
            yield Nested(page.quotations[index], claims[linked[index]])


def _inner_page(page: Page) -> Page:
    """The page as it is to one who stands inside its quotations."""
    spans = [quotation.span for quotation in page.inner]
    return replace(page, quotations=page.inner, quoted=members(page.starts, spans))


def _outer_of(page: Page) -> Iterator[int]:
    """Indices of the quotations that hold another."""
    spans = [quotation.span for quotation in page.quotations]
    yield from members([quotation.span.start for quotation in page.inner], spans)


def _sentences_in(scene: Scene, quotation: int) -> Iterator[tuple[int, int]]:
    """The sentences between the marks of a quotation, cut off at them."""
    first, end = scene.words[quotation]
    index = scene.sentence_of(first)
    while first < end:
        stop = min(end, scene.page.sentences[index][1])
        yield first, stop
        first, index = stop, index + 1
