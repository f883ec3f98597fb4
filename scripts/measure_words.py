"""How the encoder's words compare with spaCy's small pipeline, whose labels they were taught.

    python scripts/measure_words.py [--data ../shared/data] [--model base] [--sentences 1000]
    python scripts/measure_words.py --gold corpora/actors_gold/dev.jsonl

Reads sentences that no head was trained on, and prints the share of spaCy's words that stand in
the splitter's, the share with the same tag, F1 of entities as spans with and without their class
(articles before names left out), and how long each takes. With --gold it prints what counts
downstream instead: `slantwise evaluate actors` with the heads' words and names, and with spaCy's in
their place, all else equal. Needs the extra `train` for spaCy.
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from slantwise import api
from slantwise.encode import WordReader
from slantwise.evaluation import evaluate
from slantwise.pipeline import Analyser, AnalyserSettings
from slantwise.records import (
    AnalysedArticle,
    EncodedArticle,
    Entity,
    Span,
    Word,
)
from slantwise.train.examples import Words
from slantwise.train.labels import ENTITIES, TAGS
from slantwise.train.silver import read_words
from slantwise.train.sources import DataFolders

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = (("newsmtsc", "rw-dev"), ("newssd", "dev"), ("framing", "dev"))
Marked = set[tuple[int, int, str]]


def entities_of(words: Words) -> list[Entity]:
    """Entities of spaCy's words.

    >>> [e.span for e in entities_of(Words(((0, 4), (5, 9)), (0, 0), (7, 8)))]
    [Span(start=0, end=9)]
    """
    found: list[Entity] = []
    before = "O"
    for (start, end), number in zip(words.extents, words.entities, strict=True):
        label = ENTITIES[number]
        if label.startswith("I-") and before != "O":
            found[-1] = Entity(Span(found[-1].span.start, end), found[-1].label)
        elif label != "O":
            found.append(Entity(Span(start, end), label[2:]))
        before = label
    return found


def marked(text: str, entities: Sequence[Entity]) -> Marked:
    """Start, end and class of each entity, without the article before it."""
    return {
        (e.span.start + 4 * e.span.of(text).lower().startswith("the "), e.span.end, e.label)
        for e in entities
    }


def f1(found: int, ours: int, theirs: int) -> float:
    """F1 from the number found by both, by us, by them; 0 where nobody found any."""
    return 2 * found / (ours + theirs) if ours + theirs else 0.0


class SpacyAnalyser(Analyser):
    """An analyser whose words and names are spaCy's."""

    def _judge(self, encoded: EncodedArticle) -> AnalysedArticle:
        return super()._judge(with_spacy(encoded))


def with_spacy(encoded: EncodedArticle) -> EncodedArticle:
    """The article with spaCy's words and names in place of the encoder's."""
    words: list[Word] = []
    entities: list[Entity] = []
    texts = [sentence.span.of(encoded.text) for sentence in encoded.sentences]
    for sentence, silver in zip(encoded.sentences, read_words(texts), strict=True):
        at = sentence.span.start
        words += [
            Word(Span(start, end).shift(at), TAGS[tag])
            for (start, end), tag in zip(silver.extents, silver.tags, strict=True)
        ]
        entities += [Entity(e.span.shift(at), e.label) for e in entities_of(silver)]
    return replace(encoded, words=tuple(words), entities=tuple(entities))


def compare_linking(gold: Path, model: str) -> None:
    """Print the figures of actors with both readers."""
    for who, reader in (("heads", Analyser), ("spaCy", SpacyAnalyser)):
        found = evaluate("actors", gold, reader(AnalyserSettings(model=model))).metrics
        for name in ("mention_recall", "mention_f1", "linking_f1"):
            figure = found[name]
            print(f"{who}: {name} {figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})")


def main() -> None:
    """Read the sentences with both and print how far they agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--model", default="base")
    parser.add_argument("--sentences", type=int, default=1000, help="from each set at most a third")
    parser.add_argument("--gold", type=Path, help="gold of actors, to compare linking on")
    options = parser.parse_args()
    if options.gold:
        compare_linking(options.gold, options.model)
        return
    folders = DataFolders(options.data, ROOT / "corpora")
    sets = [folders.read(name, split) for name, split in HELD_OUT]
    each = options.sentences // len(sets)
    texts = list(dict.fromkeys(example.text for part in sets for example in part[:each]))
    encoder = api.load(options.model).encoder
    outputs = encoder.encode(texts)
    began = time.process_time()
    reader = WordReader(encoder.model)
    read = [reader.read(text, 0, output) for text, output in zip(texts, outputs, strict=True)]
    seconds = time.process_time() - began
    began = time.process_time()
    silvers = list(read_words(texts))
    spacy_seconds = time.process_time() - began
    same_span = same_tag = n_words = both = both_spans = ours = theirs = 0
    for text, (words, entities), silver in zip(texts, read, silvers, strict=True):
        tags = {(word.span.start, word.span.end): word.tag for word in words}
        n_words += len(silver.extents)
        same_span += sum(extent in tags for extent in silver.extents)
        same_tag += sum(
            tags.get(extent) == TAGS[tag]
            for extent, tag in zip(silver.extents, silver.tags, strict=True)
        )
        mine, spacy = marked(text, entities), marked(text, entities_of(silver))
        both += len(mine & spacy)
        both_spans += len({row[:2] for row in mine} & {row[:2] for row in spacy})
        ours, theirs = ours + len(mine), theirs + len(spacy)
    print(f"{len(texts)} sentences, {n_words} words by spaCy")
    print(
        f"words in the same place {same_span / n_words:.3f}, with its tag {same_tag / n_words:.3f}"
    )
    print(f"entities: F1 {f1(both, ours, theirs):.3f}, spans {f1(both_spans, ours, theirs):.3f}")
    print(f"words read from outputs: {n_words / seconds:,.0f} a second of one core")
    print(f"by spaCy, its loading counted: {n_words / spacy_seconds:,.0f} a second of one core")


if __name__ == "__main__":
    main()
