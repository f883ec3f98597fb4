"""BASIL as spans, stances and articles (Fan et al., EMNLP-IJCNLP 2019, second release)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gold.sets import GoldSet, Line, counted, known, read_object, value_at
from slantwise.errors import GoldError

STANCES = {"neg": "against", "neu": "neutral", "pos": "favour"}
OUTLETS = {"nyt": "The New York Times", "fox": "Fox News", "hpo": "HuffPost"}
_FEELING = "author_feeling_"
_EVENT = "author_feeling_main_event"
_TITLE = "title"


@dataclass(frozen=True, slots=True)
class Story:
    """One article with its annotation.

    Attributes:
        id: triplet and number.
        article: the article file.
        annotation: the annotation file.
        sentences: text of each sentence by the id that annotations use, the title first.
        places: where each sentence starts in `text`.
        text: title, blank line, paragraphs parted by blank lines.
    """

    id: str
    article: Line
    annotation: Line
    sentences: dict[str, str]
    places: dict[str, int]
    text: str


def convert(folder: Path) -> Iterator[GoldSet]:
    """Lexical spans by sentence and by article, stances of authors, and story triplets."""
    stories = [read_story(path, folder) for path in sorted((folder / "articles").glob("*/*.json"))]
    if not stories:
        raise GoldError(f"{folder / 'articles'} holds no */*.json; check the folder")
    quoted = "spans inside quotations are marked too; the release's quote flag errs, so no voice"
    by_sentence = [line for story in stories for line in sentence_lines(story)]
    blank = sum(not text.strip() for story in stories for text in story.sentences.values())
    note = (*counted(blank, "sentences without text"), quoted)
    yield GoldSet("basil-sentences", "framing-spans", tuple(by_sentence), note)
    whole = tuple(map(whole_sentence, by_sentence))
    yield GoldSet("basil-sentences", "framing-sentences", whole, note)
    yield GoldSet("basil", "framing-spans", tuple(map(article_line, stories)), (quoted,))
    stances = [line for story in stories for line in stance_lines(story)]
    yield GoldSet("basil", "stance-articles", tuple(stances))
    yield GoldSet("basil", "articles", tuple(map(event_line, stories)))


def read_story(path: Path, folder: Path) -> Story:
    """The article of a file, with the annotation beside it.

    Raises:
        GoldError: a file is missing or has another form.
    """
    article = read_object(path)
    beside = folder / "annotations" / path.parent.name / f"{path.stem}_ann.json"
    sentences, places, parts = {_TITLE: value_at(article, "title", str(path))}, {_TITLE: 0}, []
    reached, number = len(sentences[_TITLE]) + 2, 0
    for paragraph in value_at(article, "body-paragraphs", str(path)):
        kept = []
        for sentence in paragraph:
            sentences[f"p{number}"], places[f"p{number}"] = sentence, reached
            number += 1
            if sentence.strip():
                kept.append(sentence)
                reached += len(sentence) + 1
        if kept:
            parts.append(" ".join(kept))
            reached += 1
    text = "\n\n".join([sentences[_TITLE], *parts])
    return Story(path.stem, article, read_object(beside), sentences, places, text)


def lexical(story: Story) -> Iterator[tuple[str, Line]]:
    """Sentence id and span of each loaded stretch; offsets count in the sentence.

    Raises:
        GoldError: the words at the offsets are not those the release names.
    """
    for mark in value_at(story.annotation, "phrase-level-annotations", story.id):
        place = f"{story.id}, {mark.get('id')}"
        if value_at(mark, "bias", place) != "lex":
            continue
        sentence = value_at(story.sentences, str(value_at(mark, "id", place)), place)
        start, end = value_at(mark, "start", place), value_at(mark, "end", place)
        if sentence[start:end] != mark.get("txt"):
            raise GoldError(
                f"{place}: found {sentence[start:end]!r} at {start}..{end}; "
                f"expected {mark.get('txt')!r}"
            )
        span: Line = {"start": start, "end": end}
        yield mark["id"], span | ({"actor": named(mark["target"])} if mark.get("target") else {})


def sentence_lines(story: Story) -> Iterator[Line]:
    """One line a sentence that has text, with or without spans."""
    spans: dict[str, list[Line]] = {}
    for sentence, span in lexical(story):
        spans.setdefault(sentence, []).append(span)
    for name, text in story.sentences.items():
        if text.strip():
            yield {"id": f"{story.id}/{name}", "text": text, "spans": spans.get(name, [])}


def whole_sentence(line: Line) -> Line:
    """The sentence of a line of spans: biased where a lexical span stands in it."""
    return {"id": line["id"], "text": line["text"], "biased": bool(line["spans"])}


def article_line(story: Story) -> Line:
    """The whole article with its spans."""
    spans = [moved(span, story.places[sentence]) for sentence, span in lexical(story)]
    return {"id": story.id, "text": story.text, "spans": sorted(spans, key=_start)}


def moved(span: Line, by: int) -> Line:
    """The span further on."""
    return span | {"start": span["start"] + by, "end": span["end"] + by}


def stance_lines(story: Story) -> Iterator[Line]:
    """The author's stance toward each main actor; that toward the event is left out."""
    for key, feeling in value_at(story.annotation, "article-level-annotations", story.id).items():
        if key.startswith(_FEELING) and key != _EVENT:
            yield {
                "id": f"{story.id}/{key.removeprefix(_FEELING)}",
                **title_and_body(story),
                "actor": named(key.removeprefix(_FEELING)),
                "stance": known(STANCES, feeling, f"{story.id}, {key}"),
                "outlet": outlet(story),
            }


def event_line(story: Story) -> Line:
    """The article as one of a triplet on one event."""
    day = date.fromisoformat(value_at(story.article, "date", story.id))
    return {
        "id": story.id,
        "outlet": outlet(story),
        **title_and_body(story),
        "published": day.isoformat(),
        "url": story.article.get("url", ""),
        "event": story.id.rsplit("_", 1)[0],
    }


def title_and_body(story: Story) -> Line:
    """Headline, and the text after it."""
    title = story.sentences[_TITLE]
    return {"title": title, "body": story.text[len(title) + 2 :]}


def outlet(story: Story) -> str:
    """Name of the outlet; the release writes its code in either case."""
    return str(known(OUTLETS, str(value_at(story.article, "source", story.id)).lower(), story.id))


def named(actor: str) -> str:
    """An actor's name as one writes it."""
    return actor.replace("_", " ").strip()


def _start(span: Line) -> Any:
    return span["start"], span["end"]
