"""Short quotations that nobody is said to have said: scare quotation, name, title, term or word.

Each verdict comes with its evidence in words, so that a reader can dispute it.
"""

from dataclasses import dataclass
from enum import StrEnum

from slantwise.voice.page import HYPHEN, Page, Stretch
from slantwise.voice.phrases import FINITE, NOUNS, VERBS, base_end, base_start, phrase_start
from slantwise.voice.subjects import possessor
from slantwise.voice.wordsets import word_set


class Verdict(StrEnum):
    """What a quotation is."""

    DIRECT = "direct"
    SCARE = "scare"
    TERM = "term"
    TITLE = "title"
    NAME = "name"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict on one quotation.

    Attributes:
        verdict: what it is.
        evidence: why, in words.
        source: who is quoted, where the words beside the quotation tell it.
    """

    verdict: Verdict
    evidence: str
    source: Stretch | None = None


_WORKS = word_set(
    """
    film movie book novel memoir song single album track show series sitcom drama play podcast
    programme program documentary essay article column editorial poem painting opera magazine
    newspaper episode video musical comedy game exhibition report paper study lecture ballad
    anthem thriller bestseller trilogy cartoon special broadcast
    """
)
_TITLED = frozenset(["titled", "entitled", "headlined", "headed"])
_NAMED = frozenset(
    ["named", "called", "nicknamed", "dubbed", "christened", "termed", "codenamed", "known"]
)
_WORD_NOUNS = word_set(
    """
    word words term terms phrase phrases expression slogan slogans motto name names label tag
    hashtag nickname acronym letter letters adjective noun verb euphemism password category
    heading headline subject reference references
    """
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
_MEANING = frozenset(["means", "meant", "meaning", "mean", "denotes", "signifies"])
_DEFINING = frozenset(["define", "defines", "defined", "defining", "spell", "spells", "spelled"])
_MARKED = frozenset(
    ["marked", "stamped", "rated", "graded", "inscribed", "engraved", "ranked", "filed"]
)
_SMALL = word_set(
    """
    a an the of and or in on for to at by with from is it no de la le vs 's
    """
)
_LOOK_BACK_WORDS = 7


def named_or_mentioned(page: Page, inner: Stretch, sentence: Stretch) -> Ruling | None:
    """The ruling on a quotation that plainly is a title, name or word; None where it is not.

    `inner` are the words between the marks. These rules hold inside attributed clauses too.
    """
    before, _ = _beside(page, inner, sentence)
    if before == "," and inner[0] - 3 >= sentence[0] and page.low[inner[0] - 3] in _WORKS:
        before = page.low[inner[0] - 3]
    noun = inner[0] - 2 >= sentence[0] and page.tags[inner[0] - 2] in (*NOUNS, ",")
    if before in _TITLED or (before in _WORKS and noun):
        return Ruling(Verdict.TITLE, f"title: after {before!r}")
    mention = _mentioned(page, inner, sentence)
    if mention is not None:
        return Ruling(Verdict.MENTION, mention)
    if _is_nickname(page, inner, sentence):
        return Ruling(Verdict.NAME, "nickname: between the parts of a name")
    return None


def _mentioned(page: Page, inner: Stretch, sentence: Stretch) -> str | None:
    """The evidence that the words are named as words, or are a mark or grade; None for none."""
    before, after = _beside(page, inner, sentence)
    first = inner[0] - 2
    if (before in _WORD_NOUNS and page.tags[first] in NOUNS) or before in _DEFINING:
        return f"word named as a word: after {before!r}"
    if before == "by" and first - 1 >= sentence[0] and page.low[first - 1] in _MEANING:
        return "word named as a word: after 'means by'"
    if before in _MARKED and first > sentence[0] and page.tags[first] == "VBN":
        return f"mark or grade: after {before!r}"
    if after in _WORD_NOUNS or after in _MEANING:
        return f"word named as a word: before {after!r}"
    return None


def title_case(page: Page, inner: Stretch, sentence: Stretch) -> Ruling | None:
    """The ruling on a quotation whose capitals make it a title or name; None for others.

    Headlines are left out, since all their words may begin with capitals.
    """
    if inner[0] < page.headline:
        return None
    if is_title_case(page, inner):
        return Ruling(Verdict.TITLE, "title or name: every word begins with a capital")
    first = inner[0]
    inside = first - 2 >= sentence[0] and page.low[first - 2] not in (".", ":")
    word = inner[1] - first == 1 or (inner[1] - first == 2 and page.low[first + 1] in (",", "."))
    entity = page.entity[first]
    people = entity >= 0 and page.labels[entity] == "NORP"
    capital = page.tags[first] == "NNP" and page.text[page.starts[first]].isupper()
    if inside and word and capital and not people:
        return Ruling(Verdict.NAME, "title or name: one word with a capital, in mid-sentence")
    return None


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


def labelled(page: Page, inner: Stretch, sentence: Stretch) -> Ruling | None:
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


def _beside(page: Page, inner: Stretch, sentence: Stretch) -> tuple[str, str]:
    """The words right before and after the marks; empty at the edges of the sentence."""
    before, after = inner[0] - 2, inner[1] + 1
    return (
        page.low[before] if before >= sentence[0] else "",
        page.low[after] if after < sentence[1] else "",
    )


def is_title_case(page: Page, inner: Stretch) -> bool:
    """Whether two words or more begin with capitals and all others are small function words."""
    capitals = 0
    for index in range(*inner):
        letter = page.text[page.starts[index]]
        if letter.isupper() or letter.isdigit():
            capitals += 1
        elif letter.isalpha() and (page.low[index] not in _SMALL or index == inner[0]):
            return False
    return capitals >= 2


def _is_nickname(page: Page, inner: Stretch, sentence: Stretch) -> bool:
    before, after = inner[0] - 2, inner[1] + 1
    if before < sentence[0] or after >= sentence[1] or inner[1] - inner[0] > 3:
        return False
    capital = page.text[page.starts[before]].isupper()
    proper = capital and page.tags[before] in ("NNP", "JJ", "NN") and page.tags[after] == "NNP"
    return proper and any(page.text[page.starts[index]].isupper() for index in range(*inner))


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
    before, after = _beside(page, inner, sentence)
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
