"""Attribution in the manner of headlines: "Ministry: talks will go on", "Talks fail: ministry"."""

from collections.abc import Sequence

from slantwise.voice.claims import Claim, zones_of
from slantwise.voice.cues import Cue, CueClass, CueForm
from slantwise.voice.page import Page, Stretch
from slantwise.voice.phrases import FINITE, NOUNS
from slantwise.voice.wordsets import word_set

_COLON = Cue(":", CueForm.PREPOSITION, CueClass.SPEECH, frozenset({"that", "quote"}), "", (":",))
# What stands before a colon in a headline without saying anything.
_LABELS = word_set(
    """
    analysis opinion editorial comment video watch live updates update exclusive breaking
    explainer explained review interview profile podcast listen photos pictures gallery factbox
    timeline feature column letters letter obituary news report briefing recap q&a quiz poll
    election war crisis day week part chapter
    """
)
_BODIES = word_set(
    """
    ministry minister president premier chancellor police official officials government army
    military spokesman spokeswoman spokesperson court prosecutors prosecutor un eu source
    sources report study survey experts expert scientists doctors medics witnesses residents
    union lawyer lawyers company agency mayor governor senator opposition rebels group media
    kremlin pentagon nato researchers analysts aide aides leader chief speaker chairman chairwoman
    chair secretary commissioner ambassador envoy director boss captain coach bishop judge
    prosecutor deputies mps lawmakers ministers cabinet council parliament commission committee
    party charity bank school university hospital pollster watchdog regulator victims relatives
    farmers unions teachers nurses
    """
)
_MAX_SOURCE_WORDS = 6
_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def headline_claims(page: Page, sentence: Stretch, found: Sequence[Claim]) -> list[Claim]:
    """The claim that a colon or a closing dash makes in a headline; none where cues were found."""
    if found:
        return []
    low, high = sentence
    for index in range(low + 1, high - 1):
        if page.quoted[index] < 0 and page.low[index] in (":", "-", "–", "—"):
            claim = _leading(page, sentence, index) or _closing(page, sentence, index)
            if claim is not None:
                return [claim]
    return []


def _leading(page: Page, sentence: Stretch, colon: int) -> Claim | None:
    if page.low[colon] != ":" or not _names_speaker(page, (sentence[0], colon)):
        return None
    return _claim(page, colon, (sentence[0], colon), (colon + 1, sentence[1]))


def _closing(page: Page, sentence: Stretch, mark: int) -> Claim | None:
    source = (mark + 1, sentence[1])
    body = page.low[sentence[1] - 1] in _BODIES
    if not body and (page.low[mark] != ":" or not _names_speaker(page, source)):
        return None
    if source[1] - source[0] > _MAX_SOURCE_WORDS or not _is_statement(page, (sentence[0], mark)):
        return None
    return _claim(page, mark, source, (sentence[0], mark))


def _claim(page: Page, mark: int, source: Stretch, content: Stretch) -> Claim | None:
    zones = zones_of(page, content)
    if not zones:
        return None
    return Claim(_COLON, (mark, mark + 1), source, zones, "that", "headline: speaker at a colon")


def _names_speaker(page: Page, source: Stretch) -> bool:
    """Whether the words are the short name of a person or body and no label ("Opinion")."""
    first, end = source
    if not 0 < end - first <= _MAX_SOURCE_WORDS or page.low[end - 1] in _LABELS:
        return False
    if any(page.tags[i] in FINITE or page.quoted[i] >= 0 for i in range(first, end)):
        return False
    if end - first > 2 and page.words_of(source).isupper():
        return False
    if page.low[end - 1] in _BODIES:
        return True
    entity = page.entity[end - 1]
    return entity >= 0 and page.labels[entity] in _SPEAKERS


def _is_statement(page: Page, zone: Stretch) -> bool:
    verbs = sum(page.tags[index] in FINITE for index in range(*zone))
    return verbs > 0 or sum(page.tags[index] in NOUNS for index in range(*zone)) > 1
