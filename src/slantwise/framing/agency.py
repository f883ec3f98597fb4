"""Deleted doers: harm told in the passive or as a noun, the doer named elsewhere.

Form gives the candidates; whether the text names a likely doer is looked up among the article's
mentions (codebook rules 5 and 10).
"""

import re
from collections.abc import Sequence

from slantwise.framing.caseless import caseless
from slantwise.framing.evidence import Evidence
from slantwise.records import ActorKind, Kind, Linking, Sentence, Span, Stance

_HARMED = (
    r"(?:killed|shot(?: dead)?|wounded|injured|slain|displaced|evicted|expelled|beaten|tortured|"
    r"detained|arrested|bombed|shelled|struck|hit|demolished|destroyed|razed|torched|burned|"
    r"burnt|gassed|dispersed|buried|crushed|trampled|dismissed|laid off|maimed|blinded|hurt)"
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|is|are|been|being|got|be)\s+(?:\w+ly\s+)?(?:also\s+|later\s+)?{_HARMED}\b",
    re.I,
)
_LOST = re.compile(
    r"\b(?:lost (?:his|her|their|its) (?:life|lives|homes?|eye|eyes|sight|leg|legs|jobs?)|"
    r"(?:died|dead|casualties|deaths?) (?:in|during|amid|after|as|when|while|from|following) "
    r"(?:the |a |an )?(?:clashes|unrest|operation|strike|strikes|raid|raids|incident|violence|"
    r"protest|protests|disturbances|shooting|explosion|confrontation)|"
    r"came under fire|was met with force|were met with force|shots were fired|"
    r"(?:tear gas|live rounds|live ammunition|rubber bullets|force|water cannon) (?:was|were) used|"
    r"clashes (?:broke out|erupted|left)|violence (?:broke out|erupted|flared)|"
    r"(?:is|are|was|were) found dead)",
    re.I,
)
_has_passive, _has_lost = caseless(_PASSIVE), caseless(_LOST)
_NATURE = re.compile(
    r"\b(?:earthquake|quake|flood|floods|storm|cyclone|hurricane|typhoon|avalanche|landslide|"
    r"lightning|wildfire|crash|collision|accident|derail\w*|capsiz\w*|virus|disease|outbreak|"
    r"heatwave|drought|volcan\w*|tsunami|unknown assailants?|unidentified (?:gunmen|attackers))\b",
    re.I,
)
_FORCE = re.compile(
    r"\b(?:air ?strikes?|strikes?|raid(?:s|ed)?|bomb\w*|shell\w*|fired|fire|shoot\w*|shot|troops|"
    r"forces|police|officers|soldiers|army|military|guards?|operation|offensive|crackdown|batons?|"
    r"tear gas|rounds|gunmen|fighters|settlers|security|bulldozers?|drones?|artillery|guns?|"
    r"gunners?|tanks?|mortars?|rockets?|missiles?|(?:war)?planes?|jets?|patrols?|navy|cartel)\b",
    re.I,
)
_has_force = caseless(_FORCE)
_PEOPLE_OF_FORCE = re.compile(
    r"\b(?:troops|soldiers|police(?:men)?|officers|army|guards|gunmen|gunners|fighters|settlers|"
    r"marines|militia\w*|rioters|vandals|looters|gendarmes|paramilitar\w+|commandos|"
    r"security (?:men|forces|agents)|deputies|navy)\b",
    re.I,
)
"""Common nouns for those who use force; other groups beside words of force are as often its
victims."""
_ARMED = frozenset(
    {
        ActorKind.STATE,
        ActorKind.GOVERNMENT,
        ActorKind.ARMY,
        ActorKind.ARMED_GROUP,
        ActorKind.AGENCY,
        ActorKind.MINISTRY,
        ActorKind.COMPANY,
        ActorKind.ORGANISATION,
    }
)
_REACH = 60
"""Characters between a mention and a word of force for the two to belong together."""


def from_agency(text: str, sentences: Sequence[Sentence], linking: Linking) -> list[Evidence]:
    """Evidence of harm without its doer, where the article names a likely doer elsewhere."""
    told = [s for s in sentences if _tells_harm(s.span.of(text))]
    if not told or not likely_doers(text, sentences, linking):
        return []
    found = []
    for sentence in told:
        words = sentence.span.of(text)
        for match in (*_PASSIVE.finditer(words), *_LOST.finditer(words)):
            if _names_doer(words, match.end()):
                continue
            span = Span(match.start(), match.end()).shift(sentence.span.start)
            found.append(
                Evidence(
                    span=span,
                    sentence=sentence.index,
                    kind=Kind.AGENCY,
                    direction=Stance.FAVOUR,
                    weight=0.35,
                    source="form",
                    words=f"harm without a doer: {match.group()!r}",
                )
            )
    return found


def _tells_harm(words: str) -> bool:
    return (_has_passive(words) or _has_lost(words)) and _NATURE.search(words) is None


def likely_doers(
    text: str, sentences: Sequence[Sentence], linking: Linking
) -> list[tuple[int, str]]:
    """(sentence, actor id) of mentions that stand beside words of force, in order."""
    kinds = {actor.id: actor.kind for actor in linking.actors}
    doers = []
    for mention in linking.mentions:
        kind = kinds.get(mention.actor)
        of_force = kind is ActorKind.GROUP and _PEOPLE_OF_FORCE.search(mention.span.of(text))
        if kind not in _ARMED and not of_force:
            continue
        limits = sentences[mention.sentence].span
        start = max(limits.start, mention.span.start - 20)
        around = text[start : min(limits.end, mention.span.end + _REACH)]
        if _has_force(around):
            doers.append((mention.sentence, mention.actor))
    return doers


def nearest_doer(doers: Sequence[tuple[int, str]], sentence: int) -> str | None:
    """The doer named nearest to a sentence; of equals the earlier; None for none."""
    best = min(doers, key=lambda doer: (abs(doer[0] - sentence), doer[0]), default=None)
    return best[1] if best else None


def _names_doer(words: str, end: int) -> bool:
    """Whether a by-phrase with a doer follows before the clause ends."""
    clause = re.split(r"[,;:]|\b(?:and|but|while|when|after|as)\b", words[end:], maxsplit=1)[0]
    return re.search(r"\bby\s+(?!the\s+time|\w+day|midnight|noon|dawn)", clause) is not None
