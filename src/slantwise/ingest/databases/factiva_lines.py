"""Factiva articles without codes: lines whose order says what they are.

Section, headline, author and credit stand before the count of words; date, time, outlet, its
code, edition, page, language and copyright behind it. Any of them but count and date may lack.
"""

from collections.abc import Sequence

from slantwise.ingest.bylines import read_byline
from slantwise.ingest.databases.copyrights import is_copyright
from slantwise.ingest.databases.documents import Part
from slantwise.ingest.databases.factiva_codes import is_time, is_word_count
from slantwise.ingest.databases.language_names import language_code
from slantwise.ingest.databases.written_dates import is_date


def word_count_at(lines: Sequence[str]) -> int | None:
    """Where the count of words stands that a date follows; None where there is none."""
    for index, line in enumerate(lines[:-1]):
        if is_word_count(line) and is_date(lines[index + 1]):
            return index
    return None


def parts_above(lines: Sequence[str]) -> list[Part]:
    """The parts of the lines before the count of words, where nothing marks the headline.

    One line is the headline; of two, the second is the author where it has the form of a byline,
    else the first is the section; of more, the first is the section unless the second is the
    author.
    """
    if not lines:
        return []
    headline = 0
    if len(lines) > 1 and not _is_author(lines[1]):
        headline = 1
    fields = ["section"] * headline + ["title", "byline", "credit"]
    labels = {"section": "line above the headline", "title": "headline"}
    return [
        Part(line, field, labels.get(field, "line below the headline"))
        for line, field in zip(lines, [*fields, *[""] * len(lines)], strict=False)
    ]


def parts_below(lines: Sequence[str]) -> list[Part]:
    """The parts of the lines from the count of words to the copyright.

    A time directly behind the date is the article's; one among edition and page is not.
    """
    parts = [
        Part(line, field, label)
        for line, field, label in zip(
            lines, ("n_words", "date"), ("count of words", "line below the count"), strict=False
        )
    ]
    rest = list(lines[2:])
    if rest and is_time(rest[0]):
        parts.append(Part(rest.pop(0), "time", "line below the date"))
    if rest:
        parts.append(Part(rest.pop(0), "outlet", "line of the publication"))
    for index, line in enumerate(rest):
        named = index > 0 and not is_copyright(line) and bool(language_code(line))
        parts.append(Part(line, "language" if named else "", "line of the language"))
    return parts


def _is_author(line: str) -> bool:
    words = line.split()
    if read_byline(line) is not None:
        return True
    return (
        2 <= len(words) <= 4
        and all(word[0].isupper() and word.isalpha() for word in words)
        and not line.isupper()
    )
