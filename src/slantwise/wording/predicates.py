"""Predicates: what actors do and what is done to them, in verbs and in event nouns.

Takes a laid-out article; gives predicates in order of position. There is no parse: verb groups,
the phrase before and the phrases after them decide.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from slantwise.records import Argument, Attribution, Predicate, PredicateForm, Span
from slantwise.voice import VoiceMap
from slantwise.voice.page import Page, Stretch
from slantwise.voice.phrases import ADVERBS, NOUNS, VERBS, base_end
from slantwise.voice.subjects import adjacent_noun, subject_before
from slantwise.voice.verbgroups import AUXILIARIES, BE, is_passive, verb_group_start
from slantwise.wording.nominals import nominal_at
from slantwise.wording.phrases import Sheet, argument, phrase_to
from slantwise.wording.words import (
    BOUND_PREPOSITIONS,
    EMPTY_VERBS,
    HAVE,
    LIGHT_NOUNS,
    LIGHT_VERBS,
    NEGATIONS,
    PREPOSITIONAL,
)

_AGENT_REACH = 8
"""Words after a passive verb within which its "by" is looked for."""


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group found in a sentence.

    Attributes:
        first: its first word, auxiliaries and adverbs included.
        verb: its main verb.
        end: word after verb, particle and what makes one predicate with them.
        lemma: of the predicate.
        passive: whether the subject is the one acted upon.
    """

    first: int
    verb: int
    end: int
    lemma: str
    passive: bool


def predicates(
    sheet: Sheet, voices: VoiceMap, attributions: tuple[Attribution, ...]
) -> tuple[Predicate, ...]:
    """All predicates in order; a form of "be", "have" or "do" by itself is none."""
    cues = sorted(a.cue.start for a in attributions if a.cue is not None)
    found: list[Predicate] = []
    for number, bounds in enumerate(sheet.page.sentences):
        reader = _Reader(sheet, bounds)
        for span, form, lemma, sides, negated in reader.read():
            voice, attribution = voices.at(span)
            found.append(
                Predicate(
                    span=span,
                    sentence=number,
                    lemma=lemma,
                    form=form,
                    agent=sides[0],
                    patient=sides[1],
                    speech=bisect_left(cues, span.start) < bisect_left(cues, span.end),
                    negated=negated,
                    voice=voice,
                    speaker=attribution.speaker if attribution else None,
                )
            )
    return tuple(sorted(found, key=lambda each: each.span))


Sides = tuple[Argument | None, Argument | None]
Read = tuple[Span, PredicateForm, str, Sides, bool]


class _Reader:
    """Reads one sentence from left to right, keeping the last subject for verbs that share it."""

    def __init__(self, sheet: Sheet, bounds: Stretch) -> None:
        self.sheet = sheet
        self.page: Page = sheet.page
        self.low, self.high = bounds
        self.subject: Stretch | None = None

    def read(self) -> Iterator[Read]:
        for index in range(self.low, self.high):
            tag = self.page.tags[index]
            if tag in VERBS and (group := self._group(index)):
                yield self._predicate(group)
            elif tag in ("NN", "NNS") and (found := nominal_at(self.sheet, index, self.low)):
                span, lemma, sides = found
                yield span, PredicateForm.NOMINAL, lemma, sides, False

    def _group(self, index: int) -> Group | None:
        page = self.page
        if page.low[index] in PREPOSITIONAL or self._is_auxiliary(index) or self._modifies(index):
            return None
        lemma = self.sheet.lemma(index)
        first = verb_group_start(page, index, self.low)
        passive = is_passive(page, index, first)
        if not passive and page.tags[index] == "VBN" and not self._has_have(first, index):
            if not self._is_reduced(index):
                return None
            passive = True
        end, lemma = self._complete(index, lemma, passive=passive)
        if lemma in EMPTY_VERBS:
            return None
        return Group(first, index, end, lemma, passive)

    def _is_auxiliary(self, index: int) -> bool:
        page = self.page
        if page.low[index] not in AUXILIARIES:
            return False
        following = index + 1
        while following < self.high and page.tags[following] in ADVERBS:
            following += 1
        verb = following < self.high and page.tags[following] in VERBS
        return verb or (self.sheet.lemma(index) in EMPTY_VERBS and page.low[index] in BE)

    def _modifies(self, index: int) -> bool:
        """Whether a participle stands before its noun ("the disputed road", "striking dockers")."""
        page = self.page
        if page.tags[index] not in ("VBN", "VBG"):
            return False
        if page.tags[max(self.low, index - 1)] == "HYPH" and index > self.low:
            return True
        following = page.tags[index + 1] if index + 1 < self.high else ""
        before = page.tags[index - 1] if index > self.low else ""
        within = before in {"DT", "PRP$", "POS", "JJ", "CD", "RB"} and not self._verbal(index)
        return within and following in {*NOUNS, "JJ", "HYPH"}

    def _verbal(self, index: int) -> bool:
        """Whether an auxiliary stands before the participle and its adverbs."""
        at = index - 1
        while at > self.low and self.page.tags[at] in ADVERBS:
            at -= 1
        return self.page.low[at] in AUXILIARIES

    def _has_have(self, first: int, verb: int) -> bool:
        return any(self.page.low[index] in HAVE for index in range(first, verb))

    def _is_reduced(self, index: int) -> bool:
        """Whether a bare participle hangs on the noun before it ("homes burned by settlers")."""
        page = self.page
        at = index - 1
        while at > self.low and page.tags[at] in ADVERBS:
            at -= 1
        after = page.low[index + 1] if index + 1 < self.high else "."
        return (
            at >= self.low
            and page.tags[at] in NOUNS
            and after in ("by", "in", "during", "at", "on", ",", ".")
        )

    def _complete(self, index: int, lemma: str, *, passive: bool) -> tuple[int, str]:
        """The end of the predicate and its lemma, with particle or light-verb noun."""
        page, end = self.page, index + 1
        if end < self.high and page.tags[end] == "RP":
            lemma, end = f"{lemma} {page.low[end]}", end + 1
        if lemma in LIGHT_VERBS and not passive and (light := self._light(end)):
            noun, end = light
            return end, f"{lemma} {noun}"
        bound = end < self.high and page.low[end] in BOUND_PREPOSITIONS
        if bound and page.tags[end] in ("IN", "RP") and not passive:
            further = end + 1 < self.high and not page.is_time[end + 1]
            if further and base_end(page, end + 1, self.high) > end + 1:
                return end + 1, f"{lemma} {page.low[end]}"
        return end, lemma

    def _light(self, first: int) -> tuple[str, int] | None:
        page = self.page
        end = base_end(page, first, self.high)
        if end <= first or self.sheet.lemma(end - 1) not in LIGHT_NOUNS:
            return None
        follows = page.low[end] if end < self.high else ""
        if follows in {"of", "on", "over", "to", "against", "in", "for"}:
            return f"{self.sheet.lemma(end - 1)} {follows}", end + 1
        return self.sheet.lemma(end - 1), end

    def _predicate(self, group: Group) -> Read:
        page = self.page
        subject = self._subject(group)
        if subject is not None:
            self.subject = subject
        if group.passive:
            sides = (self._by_agent(group.end), argument(self.sheet, subject))
        else:
            found = self._object(group.end)
            sides = (argument(self.sheet, subject), argument(self.sheet, found))
        negated = any(page.low[i] in NEGATIONS for i in range(group.first, group.verb))
        form = PredicateForm.PASSIVE if group.passive else PredicateForm.ACTIVE
        return page.span((self._shown_from(group), group.end)), form, group.lemma, sides, negated

    def _shown_from(self, group: Group) -> int:
        """First word shown: the adverb before the verb; of a passive, its form of "be"."""
        page, first = self.page, group.verb
        while first > group.first and (
            (page.tags[first - 1] in ADVERBS and page.low[first - 1] not in NEGATIONS)
            or (group.passive and page.low[first - 1] in BE)
        ):
            first -= 1
        return first

    def _subject(self, group: Group) -> Stretch | None:
        page, before = self.page, group.first - 1
        if before < self.low:
            return None
        bare = group.first == group.verb
        if page.tags[before] in ("TO", "CC") or (
            page.tags[group.verb] in ("VB", "VBG") and bare and page.low[before] in (",", "and")
        ):
            return self.subject
        if page.tags[group.verb] == "VBG" and bare:
            return adjacent_noun(page, group.first, self.low) or self.subject
        found = subject_before(page, group.first, self.low)
        return found.source if found is not None else self.subject

    def _object(self, first: int) -> Stretch | None:
        page = self.page
        while first < self.high and page.tags[first] in ADVERBS:
            first += 1
        end = phrase_to(page, first, self.high)
        return (first, end) if end > first and not page.is_time[first] else None

    def _by_agent(self, first: int) -> Argument | None:
        page = self.page
        for index in range(first, min(self.high, first + _AGENT_REACH)):
            if page.low[index] == "by":
                end = phrase_to(page, index + 1, self.high)
                timed = index + 1 < self.high and page.is_time[index + 1]
                gerund = index + 1 < self.high and page.tags[index + 1] == "VBG"
                return None if timed or gerund else argument(self.sheet, (index + 1, end))
            if page.low[index] in (";", ":", "that") or page.tags[index] in VERBS:
                return None
        return None
