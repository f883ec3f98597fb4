"""Who is quoted: joins each outermost quotation with a claim, a neighbour, or a verdict."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from slantwise.records import EncodedArticle
from slantwise.voice.claims import Claim
from slantwise.voice.cues import CueClass
from slantwise.voice.page import Page, Stretch
from slantwise.voice.scare import (
    Ruling,
    Verdict,
    judge_short,
    labelled,
    named_or_mentioned,
    title_case,
)
from slantwise.voice.settings import VoiceSettings
from slantwise.voice.subjects import shared_subject
from slantwise.voice.wordsets import word_set

_JOINERS = word_set(
    """
    and or nor but , a an the as of to
    """
)


@dataclass(frozen=True, slots=True)
class QuotationReading:
    """What is made of one outermost quotation.

    Attributes:
        quotation: index in the page's quotations.
        verdict: what it is; only direct and scare quotations become attributions.
        evidence: why, in words.
        source: the words that name the speaker; None where the text gives none.
        claim: index of the claim it belongs to, in the article's claims; None for none.
        goes_on: index of the quotation whose utterance it continues; None for none.
    """

    quotation: int
    verdict: Verdict
    evidence: str
    source: Stretch | None = None
    claim: int | None = None
    goes_on: int | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the reading of quotations looks at.

    Attributes:
        page: the article.
        claims: every claim of the article, in order of sentences.
        announcing: for each sentence, index of the claim that announces the next one, or -1.
        by_sentence: for each sentence, where its claims start and end in `claims`.
        words: for each quotation, the words between its marks.
        linked: for each quotation, index of the claim whose words it stands in, or -1.
        paragraphs: paragraph of each sentence.
        continues: for each quotation, the one whose marks it reopens, or -1.
        settings: settings of the stage.
    """

    page: Page
    claims: Sequence[Claim]
    announcing: Sequence[int]
    by_sentence: Sequence[Stretch]
    words: Sequence[Stretch]
    linked: Sequence[int]
    paragraphs: Sequence[int]
    continues: Sequence[int]
    settings: VoiceSettings

    def sentence_of(self, word: int) -> int:
        """Index of the sentence that holds the word."""
        return bisect_right(self.page.sentences, (word, len(self.page.low) + 1)) - 1


def scene_of(
    encoded: EncodedArticle,
    page: Page,
    claims: Sequence[Sequence[Claim]],
    settings: VoiceSettings,
) -> Scene:
    """The page with its claims (one sequence a sentence), laid out for reading quotations."""
    flat = [claim for found in claims for claim in found]
    ends: list[int] = []
    for found in claims:
        ends.append((ends[-1] if ends else 0) + len(found))
    bounds = [(end - len(found), end) for end, found in zip(ends, claims, strict=True)]
    announcing = [
        next((i for i in reversed(range(*bound)) if not flat[i].zones), -1) for bound in bounds
    ]
    return Scene(
        page=page,
        claims=flat,
        announcing=announcing,
        by_sentence=bounds,
        words=_words_between(page),
        linked=_linked(page, flat),
        paragraphs=[sentence.paragraph for sentence in encoded.sentences],
        continues=_continues(encoded),
        settings=settings,
    )


def _words_between(page: Page) -> list[Stretch]:
    words: list[Stretch] = [(0, 0)] * len(page.quotations)
    for index, quotation in enumerate(page.quoted):
        if quotation < 0:
            continue
        content = page.quotations[quotation].content
        if content.start <= page.starts[index] < content.end:
            first, end = words[quotation]
            words[quotation] = (first if end else index, index + 1)
    return words


def _linked(page: Page, claims: Sequence[Claim]) -> list[int]:
    """For each quotation, the claim with the fewest words that covers a part of it."""
    linked = [-1] * len(page.quotations)
    sizes = [len(page.low) + 1] * len(page.quotations)
    for number, claim in enumerate(claims):
        size = sum(end - first for first, end in claim.zones)
        for first, end in claim.zones:
            for index in range(first, end):
                quotation = page.quoted[index]
                if quotation >= 0 and size < sizes[quotation]:
                    linked[quotation], sizes[quotation] = number, size
    return linked


def _continues(encoded: EncodedArticle) -> list[int]:
    numbers: dict[int, int] = {}
    for index, quotation in enumerate(encoded.quotations):
        if quotation.depth == 0:
            numbers[index] = len(numbers)
    return [
        numbers.get(quotation.continues, -1) if quotation.continues is not None else -1
        for quotation in encoded.quotations
        if quotation.depth == 0
    ]


def read_quotations(scene: Scene) -> list[QuotationReading]:
    """A reading of every quotation, in order; empty for a page without quotations."""
    readings: list[QuotationReading] = []
    for index in range(len(scene.words)):
        readings.append(_reading(scene, index, readings))
    return _back_filled(scene, readings)


def _reading(scene: Scene, index: int, earlier: Sequence[QuotationReading]) -> QuotationReading:
    first, end = scene.words[index]
    if first == end:
        return QuotationReading(index, Verdict.MENTION, "no word stands between the marks alone")
    sentence = scene.page.sentences[scene.sentence_of(first)]
    alone = _stands_alone(scene, index)
    n_words = sum(scene.page.low[word][0].isalnum() for word in range(first, end))
    short = n_words <= scene.settings.scare_max_words and end <= sentence[1] and not alone
    if short:
        plain = _plainly_nobody(scene, index, sentence)
        if plain is not None:
            return _ruled(index, plain)
    if scene.linked[index] >= 0:
        claim = scene.claims[scene.linked[index]]
        return QuotationReading(
            index, Verdict.DIRECT, claim.rule, claim.source, claim=scene.linked[index]
        )
    beside = _from_neighbours(scene, index, earlier, alone=alone)
    if beside is not None:
        return beside
    colon = first - 2 >= sentence[0] and scene.page.low[first - 2] == ":"
    if short and not colon:
        return _ruled(index, judge_short(scene.page, (first, end), sentence))
    return _long(scene, index, alone=alone)


def _plainly_nobody(scene: Scene, index: int, sentence: Stretch) -> Ruling | None:
    """The ruling on a title, name or word, which holds even inside an attributed clause."""
    ruling = named_or_mentioned(scene.page, scene.words[index], sentence)
    if ruling is not None or scene.linked[index] < 0:
        return ruling
    # "called her “Miss Nobody”" gives somebody's words, "said “The Lost City” was dull" a title.
    if scene.claims[scene.linked[index]].frame != "that":
        return None
    return title_case(scene.page, scene.words[index], sentence)


def _long(scene: Scene, index: int, *, alone: bool) -> QuotationReading:
    """A quotation too long for a name or distance, of which no rule tells the speaker."""
    first = scene.words[index][0]
    sentence = scene.sentence_of(first)
    beside = labelled(scene.page, scene.words[index], scene.page.sentences[sentence])
    if beside is not None:
        return _ruled(index, beside)
    subject = None
    if not alone:
        claims = scene.claims[slice(*scene.by_sentence[sentence])]
        subject = shared_subject(scene.page, first, scene.page.sentences[sentence][0], claims)
    evidence = "quotation without a cue"
    if subject is not None:
        evidence += "; speaker: subject of its sentence"
    return QuotationReading(index, Verdict.DIRECT, evidence, subject)


def _ruled(index: int, ruling: Ruling) -> QuotationReading:
    return QuotationReading(index, ruling.verdict, ruling.evidence, ruling.source)


def _stands_alone(scene: Scene, index: int) -> bool:
    """Whether nothing but the quotation stands in the sentence, or sentences, that it touches."""
    first, end = scene.words[index]
    page = scene.page
    start = page.sentences[scene.sentence_of(first)][0]
    stop = page.sentences[scene.sentence_of(end - 1)][1]
    outside = (*range(start, first), *range(end, stop))
    return all(page.quoted[word] >= 0 or not page.low[word][0].isalnum() for word in outside)


def _from_neighbours(
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
        return after or _after_claim(scene, index)
    if index and _coordinate(scene, index):
        return replace(
            earlier[index - 1],
            quotation=index,
            evidence=f"joined to the quotation before: {earlier[index - 1].evidence}",
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


def _coordinate(scene: Scene, index: int) -> bool:
    """Whether only "and" or a comma parts the quotation from the one before ("“a” and a “b”")."""
    first, end = scene.words[index - 1][1], scene.words[index][0]
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


def _back_filled(scene: Scene, readings: list[QuotationReading]) -> list[QuotationReading]:
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
    return same and there - here <= 1 and _stands_alone(scene, index)
