"""Keyword in context over a finished run: every hit with the words around it and whose they are.

Patterns run on RE2, whose time is linear in the text: no pattern can hang.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slantwise.errors import SettingsError
from slantwise.patterns import compiled, is_whole, term_pattern
from slantwise.records import Attribution, Span, Voice
from slantwise.run import RunFolder
from slantwise.voice import VoiceMap

_COLUMNS = [
    *(f"article.{name}" for name in ("id", "outlet", "published", "title", "text")),
    *(f"attributions.list.element.{name}" for name in ("voice", "content", "speaker")),
]
_MAX_PATTERN = 1000
_RE2_MEMORY = 2**24
"""Bytes that RE2 may use; a pattern that needs more is refused."""


@dataclass(frozen=True, slots=True)
class KwicSettings:
    """What is looked for and where.

    Attributes:
        term: a word or phrase, matched as whole words in any case; "*" at an end of a word
            stands for any letters.
        regex: whether `term` is a regular expression (RE2 syntax) instead.
        voices: whose words are searched; empty for all.
        outlets: names of outlets; empty for all.
        width: characters shown on each side.
        limit: hits after which the search stops; None for all.

    Raises:
        SettingsError: the term is empty or no valid pattern, or a number is out of range.
    """

    term: str
    regex: bool = False
    voices: tuple[Voice, ...] = ()
    outlets: tuple[str, ...] = ()
    width: int = 60
    limit: int | None = None

    def __post_init__(self) -> None:
        if self.width < 0 or (self.limit is not None and self.limit < 1):
            raise SettingsError("kwic: the width is 0 or more and the limit 1 or more")
        term_search(self.term, regex=self.regex)


@dataclass(frozen=True, slots=True)
class KwicLine:
    """One hit.

    Attributes:
        article: article id.
        outlet: its outlet.
        published: date or time as in the run; "" where not known.
        title: headline; "" for none.
        left: text before, on one line.
        node: the hit.
        right: text after, on one line.
        voice: whose words.
        speaker: actor id of the speaker; None for the outlet or unknown.
        start: offset of the hit in the article's text.
        end: offset after it.
    """

    article: str
    outlet: str
    published: str
    title: str
    left: str
    node: str
    right: str
    voice: Voice
    speaker: str | None
    start: int
    end: int


def kwic(run: RunFolder, settings: KwicSettings) -> Iterator[KwicLine]:
    """Hits in input order, one part in memory at a time; none where nothing matches.

    Raises:
        RunError: a part is damaged.
    """
    pattern = term_search(settings.term, regex=settings.regex)
    found = 0
    for row in _rows(run):
        article = row["article"]
        if settings.outlets and article["outlet"] not in settings.outlets:
            continue
        for line in lines_of(article, row["attributions"] or (), pattern, settings):
            yield line
            found += 1
            if found == settings.limit:
                return


def lines_of(
    article: Mapping[str, Any],
    attributions: Sequence[Mapping[str, Any]],
    pattern: Any,
    settings: KwicSettings,
) -> Iterator[KwicLine]:
    """Hits in one article, given as a run's row holds it."""
    text, voices = article["text"], None
    for match in pattern.finditer(text):
        start, end = match.span()
        if start == end or not (settings.regex or is_whole(text, start, end)):
            continue
        voices = voices or VoiceMap([_attribution(each) for each in attributions])
        voice, attribution = voices.at(Span(start, end))
        if settings.voices and voice not in settings.voices:
            continue
        yield KwicLine(
            article=article["id"],
            outlet=article["outlet"] or "",
            published=article["published"] or "",
            title=article["title"] or "",
            left=_flat(text[max(0, start - settings.width) : start]),
            node=_flat(text[start:end]),
            right=_flat(text[end : end + settings.width]),
            voice=voice,
            speaker=attribution.speaker if attribution else None,
            start=start,
            end=end,
        )


def term_search(term: str, *, regex: bool) -> Any:
    """The pattern of a term, in any case.

    Raises:
        SettingsError: the term is empty, too long, or RE2 refuses it (look-around and
            back-references are not in its language).

    >>> term_search("occup*", regex=False).search("It was Occupied.").group()
    'Occupied'
    """
    if not term.strip() or len(term) > _MAX_PATTERN:
        raise SettingsError(f"kwic: expected a term of 1 to {_MAX_PATTERN} characters")
    try:
        return compiled(term if regex else term_pattern(term), max_bytes=_RE2_MEMORY)
    except ValueError as error:
        raise SettingsError(
            f"kwic: {term!r} is no pattern that can be searched: {error}. Patterns are in RE2 "
            "syntax, without look-around and back-references."
        ) from error


def _rows(run: RunFolder) -> Iterator[Mapping[str, Any]]:
    import pyarrow.parquet as pq

    for path in run.parts():
        for batch in pq.ParquetFile(path).iter_batches(batch_size=64, columns=_COLUMNS):
            yield from (row for row in batch.to_pylist() if row["article"] is not None)


def _attribution(data: Mapping[str, Any]) -> Attribution:
    content = tuple(Span(piece["start"], piece["end"]) for piece in data["content"])
    return Attribution(voice=Voice(data["voice"]), content=content, speaker=data["speaker"])


def _flat(text: str) -> str:
    return " ".join(text.split()) if text.strip() else ""
