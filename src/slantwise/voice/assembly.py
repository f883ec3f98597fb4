"""Turns claims and quotation readings into attributions: ordered, chained, without overlap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from slantwise.records import Attribution, Span, Voice
from slantwise.voice.claims import Claim
from slantwise.voice.nested import Nested
from slantwise.voice.page import Page
from slantwise.voice.readings import QuotationReading
from slantwise.voice.rulings import Verdict
from slantwise.voice.scenes import Scene
from slantwise.voice.voices import VoiceMap
from slantwise.voice.wordsets import word_set

_NO_WORDS = word_set(
    """
    and that or but as it this these those a an the word words term terms
    """
)


@dataclass(frozen=True, slots=True)
class _Draft:
    """An attribution before it is numbered.

    Attributes:
        attribution: the record; `cited_by` not yet set.
        anchor: the cue or source, to see what it stands inside; None for none.
        passed_on: index of the claim that names who passes the words on; -1 for none.
        passes: index of the claim whose words this attribution passes on; -1 for none.
    """

    attribution: Attribution
    anchor: Span | None = None
    passed_on: int = -1
    passes: int = -1


def assembled(
    scene: Scene, readings: Sequence[QuotationReading], nested: Iterable[Nested] = ()
) -> tuple[Attribution, ...]:
    """The attributions in order of their first words, the outer before the inner."""
    drafts = [*_reported(scene, readings), *_direct(scene, readings), *_scare(scene, readings)]
    drafts += _nested(scene.page, nested)
    drafts.sort(key=_order)
    return _chained(drafts)


def _order(draft: _Draft) -> tuple[int, int, bool, bool]:
    content = draft.attribution.content
    length = content[-1].end - content[0].start
    inner = draft.attribution.voice is not Voice.REPORTED
    return content[0].start, -length, inner, draft.passes < 0


def _reported(scene: Scene, readings: Sequence[QuotationReading]) -> Iterator[_Draft]:
    direct = [reading.verdict is Verdict.DIRECT for reading in readings]
    for number, claim in enumerate(scene.claims):
        if not claim.zones:
            continue
        content = tuple(scene.page.span(zone) for zone in claim.zones)
        passed_on = -1
        if claim.cited_by is not None:
            passed_on = number
            yield _passing(scene.page, claim, content, number)
        if scene.settings.reports(claim) and _has_words(scene.page, claim, direct):
            made = _attribution(scene.page, claim, Voice.REPORTED, content)
            yield _Draft(made, scene.page.span(claim.cue), passed_on)


def _has_words(page: Page, claim: Claim, direct: Sequence[bool]) -> bool:
    """Whether the claim covers words of weight outside direct quotations."""
    for zone in claim.zones:
        for index in range(*zone):
            quoted = page.quoted[index]
            plain = quoted < 0 or not direct[quoted]
            if plain and page.low[index][0].isalnum() and page.low[index] not in _NO_WORDS:
                return True
    return False


def _attribution(page: Page, claim: Claim, voice: Voice, content: tuple[Span, ...]) -> Attribution:
    return Attribution(
        voice=voice,
        content=content,
        cue=page.span(claim.cue),
        source=page.span(claim.source) if claim.source is not None else None,
        evidence=claim.rule,
    )


def _passing(page: Page, claim: Claim, content: tuple[Span, ...], number: int) -> _Draft:
    """The attribution of the one who passes on what another source says."""
    made = Attribution(
        voice=Voice.REPORTED,
        content=content,
        source=page.span(claim.cited_by) if claim.cited_by is not None else None,
        evidence="passes on what the cited source says",
    )
    return _Draft(made, page.span(claim.cue), passes=number)


def _direct(scene: Scene, readings: Sequence[QuotationReading]) -> Iterator[_Draft]:
    """One draft an utterance: the parts of a split or continued quotation come together."""
    utterances: dict[int, list[QuotationReading]] = {}
    first_of: dict[int, int] = {}
    first_of_claim: dict[int, int] = {}
    for reading in readings:
        if reading.verdict is not Verdict.DIRECT:
            continue
        first = first_of.get(reading.goes_on, -1) if reading.goes_on is not None else -1
        if first < 0 and reading.claim is not None:
            first = first_of_claim.setdefault(reading.claim, reading.quotation)
        first = first if first >= 0 else reading.quotation
        first_of[reading.quotation] = first
        utterances.setdefault(first, []).append(reading)
    for parts in utterances.values():
        yield _utterance(scene, parts)


def _utterance(scene: Scene, parts: Sequence[QuotationReading]) -> _Draft:
    page = scene.page
    content = tuple(page.quotations[part.quotation].content for part in parts)
    teller = next((part for part in parts if part.claim is not None), parts[0])
    evidence = "; ".join(dict.fromkeys(part.evidence for part in parts))
    if teller.claim is None:
        source = page.span(teller.source) if teller.source is not None else None
        return _Draft(Attribution(Voice.DIRECT, content, source=source, evidence=evidence), source)
    claim = scene.claims[teller.claim]
    made = replace(_attribution(page, claim, Voice.DIRECT, content), evidence=evidence)
    passed_on = teller.claim if claim.cited_by is not None and claim.zones else -1
    return _Draft(made, page.span(claim.cue), passed_on)


def _nested(page: Page, nested: Iterable[Nested]) -> Iterator[_Draft]:
    for one in nested:
        made = _attribution(page, one.claim, Voice.DIRECT, (one.quotation.content,))
        evidence = f"quotation inside a quotation: {one.claim.rule}"
        yield _Draft(replace(made, evidence=evidence), page.span(one.claim.cue))


def _scare(scene: Scene, readings: Sequence[QuotationReading]) -> Iterator[_Draft]:
    for reading in readings:
        if reading.verdict is Verdict.SCARE:
            span = scene.page.quotations[reading.quotation].span
            yield _Draft(Attribution(Voice.SCARE, (span,), evidence=reading.evidence))


def _chained(drafts: Sequence[_Draft]) -> tuple[Attribution, ...]:
    """The attributions with `cited_by` set: what each cue stands inside, or who passes it on."""
    attributions = [draft.attribution for draft in drafts]
    innermost = VoiceMap(attributions)
    passing = {draft.passes: index for index, draft in enumerate(drafts) if draft.passes >= 0}
    chained = []
    for index, draft in enumerate(drafts):
        outer = passing.get(draft.passed_on) if draft.passed_on >= 0 else None
        if outer is None and draft.anchor is not None:
            outer = innermost.index_at(draft.anchor.start)
        # Only what comes earlier in the order can be further out: so no chain runs in a circle.
        if outer is not None and (outer >= index or attributions[outer].voice is Voice.SCARE):
            outer = None
        chained.append(replace(draft.attribution, cited_by=outer))
    return tuple(chained)
