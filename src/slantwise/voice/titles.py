"""Quotations that are a title, a name or a word named as a word: nobody is said to say them."""

from slantwise.voice.page import Page, Stretch
from slantwise.voice.phrases import NOUNS
from slantwise.voice.rulings import Ruling, Verdict, beside
from slantwise.voice.wordsets import word_set

_WORKS = word_set(
    """
    film movie book novel memoir song single album track show series sitcom drama play podcast
    programme program documentary essay article column editorial poem painting opera magazine
    newspaper episode video musical comedy game exhibition report paper study lecture ballad
    anthem thriller bestseller trilogy cartoon special broadcast
    """
)
_TITLED = frozenset(["titled", "entitled", "headlined", "headed"])
_WORD_NOUNS = word_set(
    """
    word words term terms phrase phrases expression slogan slogans motto name names label tag
    hashtag nickname acronym letter letters adjective noun verb euphemism password category
    heading headline subject reference references
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


def named_or_mentioned(page: Page, inner: Stretch, sentence: Stretch) -> Ruling | None:
    """The ruling on a quotation that plainly is a title, name or word; None where it is not.

    `inner` are the words between the marks. These rules hold inside attributed clauses too.
    """
    before, _ = beside(page, inner, sentence)
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
    before, after = beside(page, inner, sentence)
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
