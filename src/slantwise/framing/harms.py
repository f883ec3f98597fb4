"""Tellings of harm, with the doer named or left out: what agency balance is counted from.

Unlike findings of kind `agency`, which mark deleted doers alone, these are all tellings, so that
a share has its denominator. Only words that name harm without irony or idiom are looked for, the
same in every form; "hit", "struck", "beat", "executed" and "dismissed" are left out, for they
mostly mean otherwise.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slantwise.framing.agency import likely_doers, nearest_doer
from slantwise.framing.clauses import Clause, clauses
from slantwise.records import EncodedArticle, Harm, HarmForm, Linking, Mention, Span
from slantwise.voice import VoiceMap

_ACTIVE = (
    r"kill(?:s|ed|ing)?|shot(?: dead)?|wound(?:s|ed|ing)|injur(?:es|ed|ing)|slain|slew|"
    r"displac(?:es?|ed|ing)|evict(?:s|ed|ing)?|expel(?:s|led|ling)?|"
    r"tortur(?:ed|es|ing)|detain(?:s|ed|ing)?|arrest(?:s|ed|ing)?|bomb(?:s|ed|ing)|"
    r"shell(?:ed|ing)|demolish(?:es|ed|ing)?|destroy(?:s|ed|ing)?|raz(?:es|ed|ing)|"
    r"torch(?:ed|es|ing)|gass(?:ed|ing)|maim(?:s|ed|ing)?|massacr(?:ed|es|ing)|"
    r"abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?"
)
_VERB = re.compile(rf"(?<![-\w])(?:{_ACTIVE})\b", re.I)
_NOUN = re.compile(
    r"\b(?:killings?|massacres?|bombings?|bombardment|shelling|destruction|demolitions?|razing|"
    r"torture|evictions?|expulsions?|displacement|beatings?|detentions?|arrests?|abductions?|"
    r"kidnappings?|air ?strikes? on|(?:drone|missile|rocket) strikes? on)\b",
    re.I,
)
_INSTRUMENT = re.compile(
    r"\b(?:strikes?|airstrikes?|raids?|bombs?|bombing|bombardment|shelling|shells?|fire|gunfire|"
    r"explosions?|blasts?|rockets?|missiles?|drones?|attacks?|operation|offensive|assault|"
    r"clashes|violence|bullets?|fighting|war)\b",
    re.I,
)
_NATURE = re.compile(
    r"\b(?:earthquakes?|quakes?|floods?|storms?|cyclones?|hurricanes?|typhoons?|avalanches?|"
    r"landslides?|lightning|wildfires?|crash\w*|collisions?|accidents?|derail\w*|capsiz\w*|virus|"
    r"disease|outbreak|heatwave|drought|volcan\w*|tsunami|pandemic|cancer)\b",
    re.I,
)
_BY_DOER = re.compile(r"\bby\s+(?!the\s+time|\w+day\b|midnight|noon|dawn|\w+ing\b)")
_OBJECT_TAGS = ("DT", "CD", "NN", "JJ", "PRP", "WP")
_DAYS = re.compile(r"\w+day|(?:last|this|next|earlier|late) ", re.I)
_BY_REACH = 60
_DOER_REACH = 2
"""Sentences between a harm without a doer and the doer that the article makes likely."""
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
    told = _VERB.search(words) or _NOUN.search(words)
    return told is not None and _NATURE.search(words) is None


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
        told = [(m, True) for m in _VERB.finditer(words)]
        told += [(m, False) for m in _NOUN.finditer(words)]
        for match, is_verb in sorted(told, key=lambda each: (each[0].start(), not each[1])):
            span = Span(match.start(), match.end()).shift(clause.span.start)
            form_and_doer = (_verb if is_verb else _noun)(span, clause)
            if form_and_doer is None or span.start < reached:
                continue
            reached = span.end
            form, doer = form_and_doer
            named = doer.actor if doer else None
            yield Harm(
                span=span,
                sentence=index,
                form=form,
                voice=self.voices.at(span)[0],
                doer=named if form.names_agent else self._likely(index),
            )

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
        return (HarmForm.PASSIVE_BY, clause.agent(span)) if named else (HarmForm.PASSIVE, None)
    return _active(span, clause) if _has_object(span, clause) else None


def _active(span: Span, clause: Clause) -> Told:
    """An active verb names its doer, unless its subject is a thing ("an air strike killed")."""
    subject = _subject(span, clause)
    before = re.split(r"[;:]|\bthat\b", clause.text[clause.span.start : span.start])[-1]
    if subject is None and _INSTRUMENT.search(before):
        return HarmForm.NOMINAL, None
    return HarmForm.ACTIVE, subject


def _subject(span: Span, clause: Clause) -> Mention | None:
    """The mention that governs the verb from inside its own clause."""
    found = clause.subject(span)
    if found is None or clause.governed(found):
        return None
    between = clause.text[found.span.end : span.start]
    return None if re.search(r"[;:]|\b(?:that|who|which|because|but)\b", between) else found


def _noun(span: Span, clause: Clause) -> Told | None:
    """How a noun tells the harm; None where nothing says that it is one done to someone."""
    if clause.is_verb(span):
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
    return (
        re.search(r"\bby\s+(?!the\s+time|\w+day\b|midnight|noon|dawn|\w+ing\b)", head) is not None
    )


def _has_object(span: Span, clause: Clause) -> bool:
    """Whether a noun phrase that is no time follows the verb at once."""
    place = clause.after_last(span)
    following = clause.words[place : place + 1]
    if not following or _DAYS.match(clause.text[following[0].span.start :]):
        return False
    return following[0].tag.startswith(_OBJECT_TAGS)
