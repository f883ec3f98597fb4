"""slantwise's encoder beside a large classifier run once for every target, in one run.

    python scripts/benchmark_encoder.py [--model base] [--sentences 800] [--peer-sentences 60]
                                        [--threads 2] [--out docs/performance]

Both read sentences of 23 to 27 words from corpora/demo. The encoder serves every task and every
target of a sentence in one pass; the classifier (sizes of RoBERTa-base, torch, fp32, random
weights) is run once for each actor that is named in the sentence, at least once, one by one and
in batches, and the faster counts. Tells sentences a second of both, and the share of the machine's
own int8 matrix peak that the encoder reaches. Writes DIR/encoder-MODEL.json.
"""

import argparse
import json
import os
import statistics
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from benchmarks.encoder import Work, encoder_share
from benchmarks.machine import command, machine, save
from benchmarks.peer import ACTORS, UsualWay
from slantwise.clean import clean
from slantwise.encode import OnnxEncoder, WordReader, open_model
from slantwise.ingest import read
from slantwise.records import Article
from slantwise.resources import model_folder
from slantwise.segment import segment

ROOT = Path(__file__).resolve().parent.parent
WORDS = range(23, 28)
ROUNDS = 3
GROUP = 256
"""Sentences given to the encoder at once: about those of the articles that the pipeline groups."""


def sentences_of(folder: Path) -> list[str]:
    """The sentences of 23 to 27 words in a folder of articles."""
    articles = (clean(one) for one in read([folder]) if isinstance(one, Article))
    texts = [s.span.of(article.text) for article in articles for s in segment(article)[0]]
    return [text for text in texts if len(text.split()) in WORDS]


def targets(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Each sentence with each actor that is named in it; with its first word where none is."""
    pairs = []
    encoder = OnnxEncoder(open_model(model_folder("base")))
    reader = WordReader(encoder.model)
    for text, outputs in zip(texts, encoder.encode(texts), strict=True):
        _, entities = reader.read(text, 0, outputs)
        found = sorted({e.span.of(text) for e in entities if e.label in ACTORS})
        pairs += [(text, name) for name in found or [text.split()[0]]]
    return pairs


def ours(texts: Sequence[str], *, model: str, threads: int) -> dict[str, Any]:
    """Sentences a second of the encoder, cutting into tokens included; the median of three."""
    encoder = OnnxEncoder(open_model(model_folder(model)), threads=threads)
    encoder.encode(texts[:GROUP])
    seconds = []
    for _ in range(ROUNDS):
        with Work.counted() as work:
            started = time.perf_counter()
            for start in range(0, len(texts), GROUP):
                encoder.encode(texts[start : start + GROUP])
            seconds.append(time.perf_counter() - started)
    middle = statistics.median(seconds)
    share = encoder_share(model, work, seconds=middle, threads=threads)
    return {"sentences": len(texts), "sentences_per_second": round(len(texts) / middle, 1), **share}


def theirs(texts: Sequence[str], *, threads: int) -> dict[str, Any]:
    """Sentences a second of the classifier once for every target, by texts given at once."""
    pairs = targets(texts)
    tokenizer = model_folder("base") / "tokenizer.json"
    by_batch = {}
    for batch in (1, 8):
        peer = UsualWay(tokenizer, threads=threads, batch=batch)
        peer.targets(pairs[:8])
        started = time.perf_counter()
        peer.targets(pairs)
        by_batch[str(batch)] = round(len(texts) / (time.perf_counter() - started), 2)
    return {
        "sentences": len(texts),
        "targets_per_sentence": round(len(pairs) / len(texts), 2),
        "sentences_per_second_by_batch": by_batch,
        "sentences_per_second": max(by_batch.values()),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="base")
    parser.add_argument("--folder", type=Path, default=ROOT / "corpora" / "demo" / "articles")
    parser.add_argument("--sentences", type=int, default=800)
    parser.add_argument("--peer-sentences", type=int, default=60)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--out", type=Path, help="folder for encoder-MODEL.json")
    given = parser.parse_args()
    found = sentences_of(given.folder)
    if not found:
        parser.error(f"{given.folder} holds no sentence of {WORDS[0]} to {WORDS[-1]} words")
    many = list(islice(cycle(found), given.sentences))
    peer = theirs(many[: given.peer_sentences], threads=given.threads)
    encoder = ours(many, model=given.model, threads=given.threads)
    result = {
        "machine": machine(),
        "command": command(),
        "model": given.model,
        "threads": given.threads,
        "distinct_sentences": len(found),
        "encoder": encoder,
        "peer": peer,
        "times_the_peer": round(encoder["sentences_per_second"] / peer["sentences_per_second"], 1),
    }
    print(json.dumps(result, indent=2))
    if given.out:
        save(given.out, f"encoder-{Path(given.model).name}", result)


if __name__ == "__main__":
    main()
