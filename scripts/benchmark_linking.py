"""Words a second of voice and actors together, on one core, beside the encoder and the tagger.

    python scripts/benchmark_linking.py [FILE…]

Reads the gold of actors (or text files), encodes it once with the shipped model, and times what
comes after. Prints the best of three rounds.
"""

import json
import sys
import time
from pathlib import Path

from slantwise.actors import link
from slantwise.clean import clean
from slantwise.encode import encode
from slantwise.pipeline import Analyser
from slantwise.pipeline.analyser import from_text
from slantwise.records import EncodedArticle
from slantwise.segment import segment
from slantwise.voice import attribute

GOLD = Path(__file__).resolve().parents[1] / "corpora" / "actors_gold"
PARAGRAPHS = 8
"""Of the gold that make one article."""


def texts(paths: list[Path]) -> list[str]:
    """The files' texts, or articles made of gold paragraphs."""
    if paths:
        return [path.read_text(encoding="utf-8") for path in paths]
    lines = [line for path in sorted(GOLD.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    found = [json.loads(line)["text"] for line in lines]
    return ["\n\n".join(found[i : i + PARAGRAPHS]) for i in range(0, len(found), PARAGRAPHS)]


def seconds(articles: list[EncodedArticle], analyser: Analyser) -> tuple[float, float]:
    """Processor seconds of voice and of actors."""
    voice = actors = 0.0
    for article in articles:
        begin = time.process_time()
        attributions = attribute(article, analyser.cues)
        middle = time.process_time()
        link(article, attributions, analyser.table)
        voice += middle - begin
        actors += time.process_time() - middle
    return voice, actors


def main() -> None:
    """Encode, time, print."""
    analyser = Analyser()
    cleaned = [clean(from_text(text)) for text in texts([Path(arg) for arg in sys.argv[1:]])]
    segmented = ((article, *segment(article)) for article in cleaned)
    articles = list(encode(segmented, analyser.encoder))
    n_words = sum(len(article.words) for article in articles)
    voice, actors = min((seconds(articles, analyser) for _ in range(3)), key=sum)
    print(
        f"{n_words:,} words; words a second and core: voice {n_words / voice:,.0f}, "
        f"actors {n_words / actors:,.0f}, both {n_words / (voice + actors):,.0f}"
    )


if __name__ == "__main__":
    main()
