"""Count the decisions on language, and whether the test on function words changes any.

    python scripts/measure_language.py [--data ../shared/data] [--exports ../shared/exports]
                                       [--other TEXT ...]

Takes the articles of BASIL, allsides_events and the saved pages, and each of their paragraphs of
a hundred letters or more as a text of its own; the example sentences that spaCy ships for its
other languages; and files of text in other languages, cut into pieces of 1,000 characters.
Each text is judged by the function words and by py3langid. Needs the extra `train` for spaCy.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules

from slantwise.clean.language import ANALYSED, asked_language, is_plainly_english
from slantwise.ingest import read
from slantwise.records import Article

LENGTH = 1000
FEWEST_LETTERS = 100


def texts(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Beginnings of articles, and their paragraphs, each with what it is."""
    for record in read(paths):
        if isinstance(record, Article):
            paragraphs = [span.of(record.raw) for span in record.body]
            yield "articles", "\n".join(paragraphs)[:LENGTH]
            for paragraph in paragraphs:
                yield "paragraphs", paragraph[:LENGTH]


def examples() -> Iterator[tuple[str, str]]:
    """The example sentences that spaCy ships for its other languages, three in a text."""
    import spacy.lang

    for module in sorted(iter_modules(spacy.lang.__path__), key=lambda module: module.name):
        name = f"spacy.lang.{module.name}.examples"
        if module.ispkg and module.name != ANALYSED and find_spec(name):
            sentences = import_module(name).sentences
            for start in range(0, len(sentences), 3):
                yield "other languages", " ".join(sentences[start : start + 3])


def pieces(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Pieces of files in other languages."""
    for path in paths:
        text = path.read_text(encoding="utf-8", errors="replace")
        for start in range(0, len(text), LENGTH):
            yield "other languages", text[start : start + LENGTH]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--exports", type=Path, default=Path("../shared/exports"))
    parser.add_argument("--other", type=Path, nargs="*", default=[])
    arguments = parser.parse_args()
    english = [
        arguments.data / "basil",
        arguments.data / "allsides_events",
        arguments.exports / "html",
    ]
    counts: Counter[tuple[str, str, bool]] = Counter()
    for what, text in (*texts(english), *examples(), *pieces(arguments.other)):
        if sum(map(str.isalpha, text)) >= FEWEST_LETTERS:
            counts[what, asked_language(text), is_plainly_english(text)] += 1
    for what in sorted({key[0] for key in counts}):
        own = {key[1:]: n for key, n in counts.items() if key[0] == what}
        total = sum(own.values())
        plain = sum(n for (_, plainly), n in own.items() if plainly)
        changed = {lang: n for (lang, plainly), n in own.items() if plainly and lang != ANALYSED}
        print(f"{what}: {total} texts, {plain} plainly English; py3langid differs on {changed}")


if __name__ == "__main__":
    main()
