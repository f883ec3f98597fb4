"""Varied articles made of the sentences of our own corpora, as many as are asked for.

    python scripts/invented_articles.py articles.jsonl --articles 10000 [--words 700] [--seed 1]

Each article is new: sentences of `corpora/` drawn by chance, every one with numbers, days and
places of its own, in paragraphs of two to five, of one of fifty outlets. The same seed gives the
same file. For measuring speed and memory; nobody would take the texts for news.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from slantwise.clean import clean
from slantwise.ingest import read
from slantwise.records import Article
from slantwise.segment import segment

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
N_OUTLETS = 50
FIRST_DAY = date(2024, 1, 1)
PLACES = """Aldmere Brovik Castelo Dunmar Eskby Faro-Novo Galten Harrowick Isendal Jorat Kelmond
Lorne Maresk Norvik Ostrava-Mere Pellan Quenby Rostal Selby-on-Tarn Tarnow Ulmar Velden Wexmoor
Yarrow Zelin""".split()


@cache
def sentences() -> tuple[str, ...]:
    """Sentences of the demonstration articles, 8 to 45 words long, each once, in order."""
    found: dict[str, None] = {}
    for record in read([CORPORA / "demo" / "articles"]):
        if isinstance(record, Article):
            cleaned = clean(record)
            for sentence in segment(cleaned)[0]:
                text = " ".join(sentence.span.of(cleaned.text).split())
                if 8 <= len(text.split()) <= 45:
                    found.setdefault(text)
    return tuple(found)


def varied(sentence: str, chance: random.Random) -> str:
    """The sentence with a time, a place and numbers of its own."""
    sentence = re.sub(r"\b\d+\b", lambda _: str(chance.randint(2, 9999)), sentence)
    place, hour = chance.choice(PLACES), chance.randint(1, 12)
    added = f"At {hour} in {place}, on day {chance.randint(1, 9999)}, this was noted too."
    return f"{sentence} {added}" if chance.random() < 0.2 else sentence


def articles(n_articles: int, *, n_words: int = 700, seed: int = 1) -> Iterator[dict[str, str]]:
    """Articles as rows of a JSON Lines file, of about `n_words` words each."""
    chance = random.Random(seed)  # noqa: S311  # no secret hangs on it
    known = sentences()
    for number in range(n_articles):
        goal, written, paragraphs = chance.randint(n_words // 2, n_words * 3 // 2), 0, []
        while written < goal:
            drawn = chance.sample(known, chance.randint(2, 5))
            paragraphs.append(" ".join(varied(sentence, chance) for sentence in drawn))
            written += len(paragraphs[-1].split())
        yield {
            "id": f"invented-{number}",
            "outlet": f"Outlet {number % N_OUTLETS:02}",
            "title": f"{chance.choice(PLACES)}: {varied(chance.choice(known), chance)}",
            "date": (FIRST_DAY + timedelta(days=chance.randrange(366))).isoformat(),
            "text": "\n\n".join(paragraphs),
        }


def write(path: Path, n_articles: int, *, n_words: int = 700, seed: int = 1) -> Path:
    """A JSON Lines file of articles; one is in memory at a time."""
    with path.open("w", encoding="utf-8") as file:
        for article in articles(n_articles, n_words=n_words, seed=seed):
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    return path


def main() -> None:
    """Write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=700)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.out, given.articles, n_words=given.words, seed=given.seed)


if __name__ == "__main__":
    main()
