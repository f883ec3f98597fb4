"""A page laid out for reading its quotations: which claim covers each, what each continues."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from slantwise.records import EncodedArticle
from slantwise.voice.claims import Claim
from slantwise.voice.page import Page, Stretch
from slantwise.voice.settings import VoiceSettings


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
        words=words_between(page),
        linked=linked_claims(page, flat, settings),
        paragraphs=[sentence.paragraph for sentence in encoded.sentences],
        continues=_continues(encoded),
        settings=settings,
    )


def words_between(page: Page) -> list[Stretch]:
    """For each quotation, the words between its marks; (0, 0) where there are none."""
    words: list[Stretch] = [(0, 0)] * len(page.quotations)
    for index, quotation in enumerate(page.quoted):
        if quotation < 0:
            continue
        content = page.quotations[quotation].content
        if content.start <= page.starts[index] < content.end:
            first, end = words[quotation]
            words[quotation] = (first if end else index, index + 1)
    return words


def linked_claims(page: Page, claims: Sequence[Claim], settings: VoiceSettings) -> list[int]:
    """For each quotation, the claim with the fewest words that covers a part of it.

    A claim without a speaker that attributes nothing ("were asked to define “nation”") is none.
    """
    linked = [-1] * len(page.quotations)
    sizes = [len(page.low) + 1] * len(page.quotations)
    for number, claim in enumerate(claims):
        if claim.source is None and not settings.reports(claim):
            continue
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


def stands_alone(scene: Scene, index: int) -> bool:
    """Whether nothing but the quotation stands in the sentence, or sentences, that it touches."""
    first, end = scene.words[index]
    page = scene.page
    start = page.sentences[scene.sentence_of(first)][0]
    stop = page.sentences[scene.sentence_of(end - 1)][1]
    outside = (*range(start, first), *range(end, stop))
    return all(page.quoted[word] >= 0 or not page.low[word][0].isalnum() for word in outside)
