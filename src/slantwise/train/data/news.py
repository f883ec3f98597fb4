"""News sentences without labels, from the articles of allsides_events, for a teacher to read."""

from pathlib import Path

from slantwise.errors import GoldError
from slantwise.train.data.files import read_jsonl
from slantwise.train.data.passages import sentence_extents
from slantwise.train.examples import Example

FILE = "articles.jsonl"
# Shorter pieces are mostly bylines and captions, longer ones mostly lists that were run together.
FEWEST_WORDS, MOST_WORDS = 6, 70


def read(folder: Path, split: str) -> list[Example]:
    """Every sentence of the articles once, in order; the release has the one split "train".

    Raises:
        GoldError: another split is asked for, or an article has no text.
    """
    if split != "train":
        raise GoldError(f"{folder}: split {split!r} does not exist, expected 'train'")
    found: dict[str, Example] = {}
    for place, row in read_jsonl(folder / FILE):
        if not isinstance(row.get("content_original"), str):
            raise GoldError(f"{place}: key 'content_original' is missing, found {sorted(row)}")
        text = row["content_original"]
        for start, end in sentence_extents(text):
            sentence = text[start:end]
            if FEWEST_WORDS <= len(sentence.split()) <= MOST_WORDS:
                found.setdefault(sentence, Example(f"news-{len(found)}", sentence))
    return list(found.values())
