"""The noun phrases that stand for actors and places: whole phrase, apposition, "X is a …".

Takes a laid-out article; gives references in order of position.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from slantwise.records import Reference, ReferenceForm, Span
from slantwise.voice import VoiceMap
from slantwise.voice.page import Stretch
from slantwise.voice.phrases import ADVERBS, FINITE, NOUNS, base_end, base_start
from slantwise.voice.verbgroups import BE
from slantwise.wording.phrases import (
    Sheet,
    noun_phrase,
    of_end,
    phrase_to,
    whole_end,
    without_article,
)
from slantwise.wording.places import Place
from slantwise.wording.words import COLLECTIVES

_ENDS = frozenset({",", ".", ";", ":", "-", "–", "—"})


def references(sheet: Sheet, voices: VoiceMap) -> tuple[Reference, ...]:
    """All references in order of position; pronouns are none."""
    found = []
    for number, bounds in enumerate(sheet.page.sentences):
        for place in _inside(sheet, bounds):
            for stretch, form in _phrases(sheet, place, bounds):
                found.append(_reference(sheet, voices, place, (stretch, form, number)))
    unique = {(each.span, each.actor): each for each in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda each: (each.span, each.actor)))


def _inside(sheet: Sheet, bounds: Stretch) -> Iterator[Place]:
    if bounds[1] <= bounds[0]:
        return
    span = sheet.page.span(bounds)
    first, end = bisect_left(sheet.starts, span.start), bisect_right(sheet.starts, span.end)
    for place in sheet.places[first:end]:
        if place.span.end <= span.end and place.how != "pronoun":
            yield place


def _phrases(
    sheet: Sheet, place: Place, bounds: Stretch
) -> Iterator[tuple[Stretch, ReferenceForm]]:
    page = sheet.page
    words = sheet.words_of(place.span)
    if not words:
        return
    low, high = bounds
    last = words.stop - 1
    while last > words.start and page.tags[last] == "POS":
        last -= 1
    first = min(noun_phrase(page, last, low), words.start)
    end = max(last + 1, base_end(page, first, high))
    if end > last + 1:
        head = end - 1
        named = sheet.place_at(head)
        if page.tags[last + 1] == "POS":
            first, end = min(noun_phrase(page, last, low), words.start), last + 1
        elif place.person or named is not None or sheet.lemma(head) not in COLLECTIVES:
            return
    elif end < high and page.low[end] == "of":
        end = of_end(page, end, high)
    yield without_article(page, (first, end)), ReferenceForm.PHRASE
    if further := _apposition(sheet, place, (first, end), high):
        yield further, ReferenceForm.APPOSITION
    if before := _apposed_before(sheet, (first, end), low):
        yield before, ReferenceForm.APPOSITION
    if complement := _copula(sheet, end, high):
        yield complement, ReferenceForm.COPULA


def _apposition(sheet: Sheet, place: Place, phrase: Stretch, high: int) -> Stretch | None:
    """The phrase after the comma in "Rudo Karsen, the self-appointed spokesman of …,"."""
    page, comma = sheet.page, phrase[1]
    if comma + 1 >= high or page.low[comma] not in (",", "–", "—"):
        return None
    first = comma + 1
    if page.tags[first] == "CD" and first + 2 < high and page.low[first + 1] == ",":
        first += 2  # "Ondrej Malk, 58, a timber driver"
    end = phrase_to(page, first, high)
    describes = page.tags[first] in {"DT", "PRP$", "JJ", "NN", "NNP", "RBS", "VBN"}
    closed = end < high and page.low[end] in _ENDS
    if end <= first or not describes or not closed or _is_list(sheet, end, high):
        return None
    head = whole_end(page, first, high) - 1
    other = sheet.place_at(head)
    # A capital and its country are set apart by a comma too; a role is a common noun.
    named = other is not None and other.actor != place.actor
    if named or page.tags[head] not in ("NN", "NNS") or any(page.is_time[first:end]):
        return None
    return without_article(page, (first, end))


def _is_list(sheet: Sheet, end: int, high: int) -> bool:
    """Whether "and" goes on after the comma: "the union, the council, and the port"."""
    return end + 1 < high and sheet.page.tags[end + 1] == "CC"


def _apposed_before(sheet: Sheet, phrase: Stretch, low: int) -> Stretch | None:
    """The phrase before the comma in "Its leader, Petra Domsik, exploited"."""
    page, comma = sheet.page, phrase[0] - 1
    closed = phrase[1] < len(page.low) and page.low[phrase[1]] == ","
    if comma <= low or page.low[comma] != "," or not closed:
        return None
    first = base_start(page, comma - 1, low)
    if first > comma - 1 or page.tags[first] not in ("DT", "PRP$"):
        return None
    if page.tags[comma - 1] not in ("NN", "NNS") or sheet.place_at(comma - 1) is not None:
        return None
    starts_clause = first == low or page.tags[first - 1] in ("IN", "CC", ",", "``", ":")
    return without_article(page, (first, comma)) if starts_clause else None


def _copula(sheet: Sheet, end: int, high: int) -> Stretch | None:
    """What the actor is said to be: "X is a strongman"."""
    page = sheet.page
    if end >= high or page.low[end] not in BE or page.tags[end] not in FINITE:
        return None
    first = end + 1
    while first < high and page.tags[first] in ADVERBS:
        first += 1
    if first >= high or page.tags[first] != "DT":
        return None
    stop = phrase_to(page, first, high)
    common = stop > first and page.tags[base_end(page, first, high) - 1] in NOUNS
    return without_article(page, (first, stop)) if common else None


def _reference(
    sheet: Sheet, voices: VoiceMap, place: Place, phrase: tuple[Stretch, ReferenceForm, int]
) -> Reference:
    stretch, form, sentence = phrase
    span: Span = sheet.page.span(stretch)
    voice, attribution = voices.at(span)
    return Reference(
        span=span,
        sentence=sentence,
        actor=place.actor,
        form=form,
        how=place.how,
        plain=form is ReferenceForm.PHRASE and place.span.contains(span),
        voice=voice,
        speaker=attribution.speaker if attribution else None,
    )
