"""Paragraphs that only repeat what the article's record says: headline, byline, date, outlet."""

import re

from slantwise.records import Article

_FIRST = 6
_LAST = 3
_WORD = re.compile(r"\w+")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DATE = (
    rf"{_DAY}(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+\d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?"
_DATE_LINE = re.compile(
    r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|created)"
    r"(?: on| at)?\s*:?\s*)*"
    rf"(?:{_DATE}(?:,?\s*(?:at|[-–—|•])?\s*{_TIME})?|(?:at\s+)?{_TIME}(?:,?\s*(?:on)?\s*{_DATE})?)"
    r"\s*[|•.]?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|written by|words by)[:\s]\s*(?P<names>\D+)", re.IGNORECASE)
# The byline of nobody in particular: "News Desk", "Staff Writers | The Example".
_WRITERS = r"(?:desk|staff|team|bureau|newsroom|(?:writer|reporter|correspondent|editor)s?)"
_DESK = re.compile(
    r"(?:by\s+)?(?:(?:the|our|from|news|breaking|web|digital|online|foreign|world|international"
    r"|national|city|metro|local|politics|political|business|sports|editorial|special|staff)\s+){1,3}"
    rf"{_WRITERS}\b\s*(?:[-–—|,/]\s*(?P<names>[^.?!]{{1,60}}))?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W_][\w.'’-]*")
_SMALL = frozenset({
    "and", "of", "de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn",
    "al", "el", "the", "in", "for", "at",
})  # fmt: skip
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’-]{2,40}(?:,\s*[A-Z][\w.]+)?\s*\((?:AP|Reuters|REUTERS|AFP|UPI|dpa|Xinhua)\)"
    r"\s*[-–—]*"
)


def repeat_rule(article: Article, paragraph: str, index: int, n_paragraphs: int) -> str:
    """The name of the rule that takes out the paragraph as repeated metadata; else empty.

    Only the first six and the last three paragraphs are looked at; what stands between them is
    text, whatever it repeats.

    Args:
        article: the article as read.
        paragraph: the paragraph, repaired.
        index: its place, from 0.
        n_paragraphs: how many paragraphs there are.
    """
    if len(paragraph) > 300 or _FIRST <= index < n_paragraphs - _LAST:
        return ""
    words = _words(paragraph)
    title = article.title.of(article.raw) if article.title else ""
    if words and words == _words(title):
        return "repeated-headline"
    if _is_byline(article, paragraph, words):
        return "byline-line"
    if words and words == _words(article.outlet):
        return "outlet-line"
    if _DATE_LINE.fullmatch(paragraph):
        return "date-line"
    return "dateline-line" if _DATELINE.fullmatch(paragraph) else ""


def _is_byline(article: Article, paragraph: str, words: list[str]) -> bool:
    byline = _words(article.byline)
    if not words or paragraph.endswith((".", "?", "!", "”", '"')):
        return False
    names = words[1:] if words[0] == "by" else words
    known = byline[1:] if byline[:1] == ["by"] else byline
    if known and names in (known, known + _words(article.outlet)):
        return True
    forms = (form.fullmatch(paragraph) for form in (_BY, _DESK))
    named = any(by is not None and _are_names(by["names"] or "") for by in forms)
    return named and len(paragraph) <= 120


def _are_names(text: str) -> bool:
    return all(name[0].isupper() or name in _SMALL for name in _NAME.findall(text))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
