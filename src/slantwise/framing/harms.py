"""Tellings of harm, with the doer named or left out: what agency balance is counted from.

Unlike findings of kind `agency`, which mark deleted doers alone, these are all tellings, so that
a share has its denominator. Measured on corpora/agency.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slantwise.framing.agency import likely_doers, nearest_doer
from slantwise.framing.caseless import caseless
from slantwise.framing.clauses import Clause, clauses
from slantwise.framing.harm_words import IDIOM, INSTRUMENT, LOSS, NO_HARM, NOUN, VERB
from slantwise.records import EncodedArticle, Harm, HarmForm, Linking, Mention, Span
from slantwise.records.readings import COMMON_NOUN
from slantwise.voice import VoiceMap

_OF_WHOM = (
    r"striking|protesting|rioting|retreating|advancing|invading|occupying|fleeing|marauding|"
    r"warring|opposing|visiting|ruling"
)
_BY_DOER = re.compile(
    rf"\bby\s+(?!the\s+time|\w+day\b|midnight|noon|dawn|(?!(?:{_OF_WHOM})\b)\w+ing\b)", re.I
)
"""A "by" that names who; "by blocking the road" names how, "by striking miners" who."""
_OBJECT_TAGS = ("DT", "CD", "NN", "JJ", "PRP", "WP")
_DAYS = re.compile(r"\w+day|(?:last|this|next|earlier|late) ", re.I)
_BY_REACH = 60
_DOER_REACH = 2
"""Sentences between a harm without a doer and the doer that the article makes likely."""
_SIGNS = tuple(caseless(words) for words in (VERB, NOUN, LOSS))
_is_no_harm = caseless(NO_HARM)
_OF_TAIL = re.compile(r"\s+(?:of|on|in)\s+(?:the\s+|a\s+)?", re.I)


def harms(encoded: EncodedArticle, linking: Linking, voices: VoiceMap) -> tuple[Harm, ...]:
    """Every telling of harm in an article, in order; those that nature does are left out.

    A doer left out is taken to be the nearest actor that stands beside words of force (the rule
    of kind `agency`) no more than two sentences away, and None where there is none. That is a
    guess: a comparison counts it only where some article on the event names that doer.
    """
    text = encoded.text
    at = [s.index for s in encoded.sentences if _speaks_of_harm(s.span.of(text))]
    if not at:
        return ()
    page = _Page(
        text,
        clauses(encoded, linking),
        tuple(likely_doers(text, encoded.sentences, linking)),
        voices,
    )
    return tuple(harm for index in at for harm in page.harms(index))


def _speaks_of_harm(words: str) -> bool:
    return any(stands_in(words) for stands_in in _SIGNS) and not _is_no_harm(words)


@dataclass(frozen=True, slots=True)
class _Page:
    """One article: its clauses, its likely doers and its voices."""

    text: str
    clauses: Sequence[Clause]
    doers: Sequence[tuple[int, str]]
    voices: VoiceMap

    def harms(self, index: int) -> Iterator[Harm]:
        """Those of one sentence, in order, no word twice."""
        clause = self.clauses[index]
        words = clause.span.of(self.text)
        reached = -1
        found = [(m, read) for words_of, read in _READERS for m in words_of.finditer(words)]
        for match, read in sorted(found, key=lambda each: each[0].start()):
            span = Span(match.start(), match.end()).shift(clause.span.start)
            told = read(span, clause)
            if told is None or span.start < reached:
                continue
            reached = span.end
            form, named = told
            doer = named.actor if named else None
            if not form.names_agent:
                doer = self._likely(index)
            # Anybody may die: where nobody of force is near, it is no harm that people do.
            if form is HarmForm.INTRANSITIVE and doer is None:
                continue
            yield Harm(span, index, form, self.voices.at(span)[0], doer)

    def _likely(self, index: int) -> str | None:
        near = [doer for doer in self.doers if abs(doer[0] - index) <= _DOER_REACH]
        return nearest_doer(near, index)


Told = tuple[HarmForm, Mention | None]


def _verb(span: Span, clause: Clause) -> Told | None:
    """How a verb tells the harm; None where it is no verb of harm here."""
    if not clause.is_verb(span):
        return None
    if clause.is_passive(span):
        named = _by_phrase(span, clause)
        agent = _whole(clause.agent(span), clause)
        return (HarmForm.PASSIVE_BY, agent) if named else (HarmForm.PASSIVE, None)
    if IDIOM.match(clause.text[span.end : clause.span.end]):
        return None
    return _active(span, clause) if _has_object(span, clause) else None


def _active(span: Span, clause: Clause) -> Told:
    """An active verb names its doer, unless its subject is a thing ("an air strike killed")."""
    subject = _subject(span, clause)
    before = re.split(r"[;:]|\bthat\b", clause.text[clause.span.start : span.start])[-1]
    if subject is None and INSTRUMENT.search(before):
        return HarmForm.NOMINAL, None
    return HarmForm.ACTIVE, subject


def _subject(span: Span, clause: Clause) -> Mention | None:
    """The mention that governs the verb from inside its own clause.

    A second verb ("arrested nine men and wounded a tenth") has the subject of the first.
    """
    found = clause.subject(span)
    head = clause.text[clause.span.start : span.start]
    if re.search(r"\band\s+(?:\w+ly\s+|then\s+|also\s+)?$", head):
        first = clause.main_subject()
        found = first if first and first.span.end <= span.start else found
    if found is None or clause.governed(found):
        return None
    between = clause.text[found.span.end : span.start]
    if re.search(r"[;:]|\b(?:that|who|which|because|but)\b", between):
        return None
    return _whole(found, clause)


def _whole(part: Mention | None, clause: Clause) -> Mention | None:
    """Whose people a doer is: the army, of "soldiers of the army"; else the doer itself."""
    if part is None or not part.actor.startswith(COMMON_NOUN):
        return part
    for mention in clause.mentions:
        if _OF_TAIL.fullmatch(clause.text[part.span.end : mention.span.start]):
            return mention
    return part


def _noun(span: Span, clause: Clause) -> Told | None:
    """How a noun tells the harm; None where nothing says that it is one done to someone."""
    if clause.is_verb(span) and not _as_noun(span, clause):
        return None
    owner = clause.possessor(span) or _adjective(span, clause)
    if owner is not None:
        return HarmForm.NOMINAL_BY, owner
    if _by_phrase(span, clause):
        return HarmForm.NOMINAL_BY, clause.agent(span)
    tail = clause.text[span.end : clause.span.end]
    if span.of(clause.text).lower().endswith(" on") or _OF_TAIL.match(tail):
        return HarmForm.NOMINAL, None
    return None


def _as_noun(span: Span, clause: Clause) -> bool:
    """Whether "of" or "on" follows, so that a form in -ing is a noun ("shelling of the town")."""
    return _OF_TAIL.match(clause.text[span.end : clause.span.end]) is not None


def _loss(_span: Span, _clause: Clause) -> Told:
    """A death or a loss, which names nobody."""
    return HarmForm.INTRANSITIVE, None


def _adjective(span: Span, clause: Clause) -> Mention | None:
    """The mention right before the noun ("Russian shelling")."""
    for mention in clause.mentions:
        if 0 < span.start - mention.span.end <= 2:
            return mention
    return None


def _by_phrase(span: Span, clause: Clause) -> bool:
    """Whether "by" and a doer follow before the clause ends."""
    tail = clause.text[span.end : min(clause.span.end, span.end + _BY_REACH)]
    head = re.split(r"[,;:.]|\b(?:and|but|while|when|after|as)\b", tail, maxsplit=1)[0]
    return _BY_DOER.search(head) is not None


def _has_object(span: Span, clause: Clause) -> bool:
    """Whether a noun phrase that is no time follows the verb at once."""
    place = clause.after_last(span)
    following = clause.words[place : place + 1]
    if not following or _DAYS.match(clause.text[following[0].span.start :]):
        return False
    return following[0].tag.startswith(_OBJECT_TAGS)


_READERS = ((VERB, _verb), (NOUN, _noun), (LOSS, _loss))
"""Words that may tell harm, and what says how they do; of equals in place, the earlier first."""
