"""Who is quoted: joins each outermost quotation with a claim, a neighbour, or a verdict."""

from collections.abc import Sequence

from slantwise.voice.endings import quotation_end
from slantwise.voice.neighbours import back_filled, from_neighbours
from slantwise.voice.page import Page, Stretch
from slantwise.voice.phrases import base_end, phrase_start
from slantwise.voice.readings import QuotationReading
from slantwise.voice.rulings import Ruling, Verdict
from slantwise.voice.scare import judge_short
from slantwise.voice.scenes import Scene, stands_alone
from slantwise.voice.subjects import shared_subject, speaker_after
from slantwise.voice.titles import named_or_mentioned, title_case


def read_quotations(scene: Scene) -> list[QuotationReading]:
    """A reading of every quotation, in order; empty for a page without quotations."""
    readings: list[QuotationReading] = []
    for index in range(len(scene.words)):
        readings.append(_reading(scene, index, readings))
    return _with_headline(scene, back_filled(scene, readings))


def _with_headline(scene: Scene, readings: list[QuotationReading]) -> list[QuotationReading]:
    """The readings, with headline quotations given to whoever says their words in the body."""
    page = scene.page
    said = [
        (page.quotations[reading.quotation].content.of(page.text).lower(), reading.source)
        for reading in readings
        if reading.verdict is Verdict.DIRECT
        and reading.source is not None
        and scene.words[reading.quotation][0] >= page.headline
    ]
    for index, reading in enumerate(readings):
        first, end = scene.words[index]
        if first >= page.headline:
            break
        unknown = reading.source is None and reading.verdict in (Verdict.DIRECT, Verdict.SCARE)
        if not unknown or end - first < 2:
            # One word proves nothing: the body may hold it in another sense.
            continue
        words = page.quotations[index].content.of(page.text).lower().rstrip(" .,;:!?…")
        speaker = next((source for text, source in said if words in text), None)
        if speaker is not None:
            evidence = "headline: words that are quoted with their speaker in the body"
            readings[index] = QuotationReading(index, Verdict.DIRECT, evidence, speaker)
    return readings


def _reading(scene: Scene, index: int, earlier: Sequence[QuotationReading]) -> QuotationReading:
    first, end = scene.words[index]
    if first == end:
        return QuotationReading(index, Verdict.MENTION, "no word stands between the marks alone")
    sentence = scene.page.sentences[scene.sentence_of(first)]
    alone = stands_alone(scene, index)
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
    beside = from_neighbours(scene, index, earlier, alone=alone)
    if beside is None and title_case(scene.page, scene.words[index], sentence) is None:
        beside = _spoken_by(scene, index)
    return beside or _by_itself(scene, index, short=short, alone=alone)


def _by_itself(scene: Scene, index: int, *, short: bool, alone: bool) -> QuotationReading:
    """The reading of a quotation to which no cue, neighbour or verb gives a speaker."""
    first, end = scene.words[index]
    sentence = scene.page.sentences[scene.sentence_of(first)]
    colon = first - 2 >= sentence[0] and scene.page.low[first - 2] == ":"
    if short and not colon:
        return _ruled(index, judge_short(scene.page, (first, end), sentence))
    return _long(scene, index, alone=alone)


def _spoken_by(scene: Scene, index: int) -> QuotationReading | None:
    """The reading of "“Why?” laughed the man": any verb will do after the sign of speech."""
    if scene.page.last_sign(index) not in ",?!…":
        return None
    last = scene.words[index][1] - 1
    last = quotation_end(scene.page, last, len(scene.page.low)) - 1
    high = scene.page.sentences[scene.sentence_of(last)][1]
    speaker = speaker_after(scene.page, last, high)
    if speaker is None:
        return None
    evidence = "speaker and verb right after the quotation"
    return QuotationReading(index, Verdict.DIRECT, evidence, speaker)


def _plainly_nobody(scene: Scene, index: int, sentence: Stretch) -> Ruling | None:
    """The ruling on a title, name or word, which holds even inside an attributed clause."""
    ruling = named_or_mentioned(scene.page, scene.words[index], sentence)
    linked = scene.linked[index] >= 0
    if ruling is not None and linked and ruling.verdict is Verdict.MENTION:
        # "They prefer the word “cockroach”": a word named is still the speaker's word.
        return None
    if ruling is not None or not linked:
        return ruling
    # "called her “Miss Nobody”" gives somebody's words, "said “The Lost City” was dull" a title.
    if scene.claims[scene.linked[index]].frame != "that":
        return None
    return title_case(scene.page, scene.words[index], sentence)


def _long(scene: Scene, index: int, *, alone: bool) -> QuotationReading:
    """A quotation too long for a name or distance, of which no rule tells the speaker."""
    first = scene.words[index][0]
    sentence = scene.sentence_of(first)
    beside = _labelled(scene.page, scene.words[index], scene.page.sentences[sentence])
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


def _labelled(page: Page, inner: Stretch, sentence: Stretch) -> Ruling | None:
    """The speaker whose name labels a quotation: "Lund: “…”", "“LUND: …”", "“…” — Jo Lund"."""
    first, end = inner
    if end - first > 2 and page.tags[first] == "NNP" and page.low[first + 1] == ":":
        return Ruling(Verdict.DIRECT, "transcript: name at the start", (first, first + 1))
    if first - 2 > sentence[0] and page.low[first - 2] == ":":
        start = phrase_start(page, first - 3, sentence[0])
        if start <= first - 3 and page.tags[first - 3] in ("NNP", "NNPS"):
            return Ruling(Verdict.DIRECT, "name before a colon", (start, first - 2))
    if end + 2 < len(page.low) and page.low[end + 1] in ("-", "–", "—", "―", "--"):
        last = base_end(page, end + 2, min(len(page.low), end + 10))
        if last > end + 2 and page.tags[end + 2] == "NNP":
            return Ruling(Verdict.DIRECT, "name after a dash", (end + 2, last))
    return None
