"""How our lemmas compare with those of spaCy's rule lemmatizer, and how well unlisted words do.

    python scripts/measure_lemmas.py [--data ../shared/data] [--sentences 1000] [--show 100]

Reads at most `--sentences` sentences of each of eight sets, tags them with spaCy's small pipeline,
and prints the share of inflected words with the same lemma, the most frequent differences for a
person to judge, and the time a word takes. Then hides a fifth of the dictionary's lemmas at a time
and prints how many of their forms the endings alone give back. Needs the extra `train` for spaCy.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from slantwise.encode import Lemmatizer
from slantwise.encode.inflection import uninflected
from slantwise.encode.lemmas import Dictionary, dictionary_file, read_dictionary
from slantwise.train.silver import PACKAGE
from slantwise.train.sources import DataFolders

ROOT = Path(__file__).resolve().parent.parent
SETS = (
    *(("newsmtsc", "rw-dev"), ("newsmtsc", "mt-dev"), ("newssd", "dev"), ("polnear", "dev")),
    *(("framing", "dev"), ("anno-lexical", "dev"), ("ptc", "dev"), ("directed", "dev")),
)
INFLECTED = frozenset("NNS VBD VBN VBG VBZ VBP JJR JJS RBR RBS".split())
FORMS = {"NNS": "s", "VBZ": "s", "VBD": "ed", "VBG": "ing", "JJR": "er", "JJS": "est"}
"""Regular endings by tag; irregular forms are listed or lost."""
FIFTHS = 5

Word = tuple[str, str, str]
"""Word, Penn tag and spaCy's lemma, in lower case."""


def tagged(texts: Sequence[str]) -> Iterator[Word]:
    """Inflected words of the texts by spaCy, curly apostrophes made straight."""
    import spacy

    pipeline = spacy.load(PACKAGE, exclude=["parser", "ner", "senter"])
    for document in pipeline.pipe(text.replace("’", "'") for text in texts):
        for word in document:
            if word.tag_ in INFLECTED:
                yield word.lower_, word.tag_, word.lemma_.lower()


def compare(words: Sequence[Word], *, show: int) -> None:
    """Print the agreement by tag, and the most frequent differences."""
    lemma = Lemmatizer()
    began = time.process_time()
    first = [lemma(word, tag) for word, tag, _ in words]
    read = time.process_time()
    again = [lemma(word, tag) for word, tag, _ in words]
    seconds = time.process_time() - read
    kinds = len({(word, tag) for word, tag, _ in words})
    print(f"first time {1e6 * (read - began - seconds) / kinds:.1f} µs a word")
    print(f"again {1e6 * seconds / len(again):.2f} µs a word")
    every = Counter(tag for _, tag, _ in words)
    differ = Counter((*row, ours) for row, ours in zip(words, first, strict=True) if row[2] != ours)
    for tag in sorted(every):
        same = every[tag] - sum(n for row, n in differ.items() if row[1] == tag)
        print(f"{tag:4} {same / every[tag]:.4f} of {every[tag]:,}")
    print(f"all  {1 - differ.total() / len(words):.4f} of {len(words):,}")
    for (word, tag, theirs, ours), n in differ.most_common(show):
        print(f"{n:5} {word} {tag}: {theirs} (spaCy), {ours} (ours)")


def hidden(dictionary: Dictionary) -> None:
    """Print the share of regular forms whose lemma is found though it is not listed."""
    for tag, ending in FORMS.items():
        forms = dictionary.forms[tag[:2]]
        lemmas = sorted(set(forms.values()))
        random.Random(1).shuffle(lemmas)  # noqa: S311
        others = frozenset().union(
            *(part.values() for name, part in dictionary.forms.items() if name != tag[:2])
        )
        right = tried = 0
        for fifth in range(FIFTHS):
            out = set(lemmas[fifth::FIFTHS])
            left = {word: lemma for word, lemma in forms.items() if lemma not in out}
            known = others | set(left.values())
            for word, lemma in forms.items():
                if lemma in out and lemma != word and word.endswith(ending):
                    tried += 1
                    right += uninflected(word, tag, left, known) == lemma
        print(f"hidden {tag:4} {right / tried:.4f} of {tried:,}")


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--sentences", type=int, default=1000, help="from each set at the most")
    parser.add_argument("--show", type=int, default=100, help="differences to print")
    options = parser.parse_args()
    folders = DataFolders(options.data, ROOT / "corpora")
    texts: list[str] = []
    for name, split in SETS:
        part = list(dict.fromkeys(example.text for example in folders.read(name, split)))
        texts += random.Random(1).sample(part, min(options.sentences, len(part)))  # noqa: S311
    words = list(tagged(texts))
    print(f"{len(texts):,} sentences, {len(words):,} inflected words")
    compare(words, show=options.show)
    hidden(read_dictionary(dictionary_file()))


if __name__ == "__main__":
    main()
