"""Short quotations that nobody is said to have said: words in scare marks, terms, or words said."""

from slantwise.voice.page import HYPHEN, Page, Stretch
from slantwise.voice.phrases import FINITE, VERBS, base_start
from slantwise.voice.rulings import Ruling, Verdict, beside
from slantwise.voice.subjects import possessor
from slantwise.voice.titles import title_case
from slantwise.voice.wordsets import word_set

_NAMED = frozenset(
    ["named", "called", "nicknamed", "dubbed", "christened", "termed", "codenamed", "known"]
)
_CRIES = word_set(
    """
    chant chants shout shouts cry cries call calls sign signs banner banners placard placards
    yells screams jeers chanting shouting yelling screaming signing reading
    """
)
_SPEECH_NOUNS = word_set(
    """
    remark remarks comment comments claim claims speech statement statements boast promise
    pledge warning threat jibe quip insult insults line slogan rhetoric description charge
    accusation defence defense quote tweet post vow mantra pitch argument
    """
)
_MAKING = word_set(
    """
    form forms formed forming create creates created creating establish establishes established
    establishing build builds built building launch launches launched launching introduce
    introduced introducing develop developed developing propose proposed proposing sign signed
    signing implement implemented implementing agree agreed design designed declare declared
    impose imposed set negotiate negotiated negotiating
    """
)
_LOOK_BACK_WORDS = 7


def judge_short(page: Page, inner: Stretch, sentence: Stretch) -> Ruling:
    """The ruling on a short quotation without cue or speaker."""
    ruling = _given_name(page, inner, sentence) or title_case(page, inner, sentence)
    ruling = ruling or _said_nearby(page, inner, sentence) or _defined(page, inner, sentence)
    if ruling is not None:
        return ruling
    n_words = sum(page.low[index][0].isalnum() for index in range(*inner))
    words = "1 word" if n_words == 1 else f"{n_words} words"
    if page.low[max(sentence[0], inner[0] - 4) : inner[0] - 1] == ["so", HYPHEN, "called"]:
        return Ruling(Verdict.SCARE, "scare: after 'so-called'")
    return Ruling(Verdict.SCARE, f"scare: {words} in the outlet's own sentence, no cue, no speaker")


def _given_name(page: Page, inner: Stretch, sentence: Stretch) -> Ruling | None:
    """A name given in the passive ("known as “the Hill”"), which nobody is said to give."""
    first = inner[0] - 2
    if first > sentence[0] and page.tags[first] == "DT":
        first -= 1
    if first < sentence[0] or page.low[first - 1] == HYPHEN:
        return None
    word = page.low[first]
    if word == "as" and first > sentence[0] and page.low[first - 1] in ("known", "referred"):
        return Ruling(Verdict.TERM, "name in use: after 'known as'")
    if word in _NAMED and page.tags[first] in ("VBN", "VBD"):
        return Ruling(Verdict.TERM, f"name in use: after {word!r}")
    return None


def _is_utterance(page: Page, inner: Stretch) -> bool:
    """Whether the words are a sentence that somebody must have uttered."""
    verb = any(page.tags[index] in FINITE for index in range(*inner))
    last = page.low[inner[1] - 1]
    capital = page.text[page.starts[inner[0]]].isupper()
    return capital and inner[1] - inner[0] > 2 and (verb or last in ("!", "?"))


def _said_nearby(page: Page, inner: Stretch, sentence: Stretch) -> Ruling | None:
    """Words of somebody whom a noun of speech beside the quotation tells, or a whole sentence."""
    if _is_utterance(page, inner):
        return Ruling(Verdict.DIRECT, "a sentence of its own inside the marks")
    before, after = beside(page, inner, sentence)
    for index in (inner[0] - 2, inner[0] - 3):
        if index >= sentence[0] and page.low[index] in _CRIES:
            return Ruling(Verdict.DIRECT, f"words cried or shown: after {page.low[index]!r}")
    first = inner[0] - 2
    if after in _SPEECH_NOUNS and first >= sentence[0]:
        start = base_start(page, first - 1, sentence[0]) if first > sentence[0] else first
        if page.tags[first] == "POS" and start < first:
            return Ruling(Verdict.DIRECT, f"owner's words: before {after!r}", (start, first))
        if page.tags[first] == "PRP$":
            return Ruling(Verdict.DIRECT, f"owner's words: before {after!r}", (first, first + 1))
    if before in _SPEECH_NOUNS and first >= sentence[0]:
        owner = possessor(page, first, sentence[0])
        if owner is not None:
            return Ruling(Verdict.DIRECT, f"owner's words: after {before!r}", owner)
    return None


def _defined(page: Page, inner: Stretch, sentence: Stretch) -> Ruling | None:
    """A term that the sentence introduces ("to form a “deconfliction mechanism”")."""
    after = inner[1] + 1
    if after + 1 < sentence[1] and page.tags[after] == "-LRB-":
        short = page.text[page.starts[after + 1] : page.ends[after + 1]]
        if short.isupper() and len(short) > 1:
            return Ruling(Verdict.TERM, f"term defined: its short form {short!r} follows")
    article = inner[0] - 2
    if inner[1] - inner[0] < 2 or article < sentence[0] or page.low[article] not in ("a", "an"):
        return None
    if any(page.tags[index] in VERBS for index in range(*inner)):
        return None
    for index in range(article - 1, max(sentence[0], article - _LOOK_BACK_WORDS) - 1, -1):
        if page.low[index] in _MAKING:
            return Ruling(
                Verdict.TERM,
                f"borderline, taken as a term that is introduced: {page.low[index]!r} with "
                f"{page.low[article]!r} before it",
            )
    return None
