"""Time finding duplicates among generated articles, and check that each planted one is found.

    python scripts/benchmark_duplicates.py [--articles 100000] [--shuffle]

Articles of 400 words, drawn from 20,000 words by Zipf's law, of 50 outlets over 365 days. Every
tenth has a later version in the same outlet, a day after: a sentence added (12 words) or the
same text. What is timed: words, MinHashes, order and grouping, on one core; the peak of memory
is that of the process.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np

from slantwise.duplicates import find_duplicates, sketch_articles, sort_key
from slantwise.records import Article, CleanedArticle, Source, Span

SEED = 7
N_WORDS = 400
N_VOCABULARY = 20_000


def articles(count: int) -> Iterator[CleanedArticle]:
    """Generated articles, of which one in eleven is a version of the one before it."""
    draw = np.random.default_rng(SEED)
    shares = 1 / np.arange(1, N_VOCABULARY + 1)
    shares /= shares.sum()
    number = 0
    while number < count:
        words = [f"w{w}" for w in draw.choice(N_VOCABULARY, N_WORDS, p=shares)]
        day = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=int(draw.integers(365)))
        outlet = f"outlet {int(draw.integers(50))}"
        yield article(f"{number:07}", outlet, " ".join(words), day)
        number += 1
        if number % 11 == 10 and number < count:
            added = [f"w{w}" for w in draw.choice(N_VOCABULARY, 12 * (number % 2), p=shares)]
            later = day + timedelta(days=1)
            yield article(f"{number:07}-v2", outlet, " ".join([*words, *added]), later)
            number += 1


def article(id_: str, outlet: str, text: str, day: datetime) -> CleanedArticle:
    """A cleaned article of one paragraph."""
    span = Span(0, len(text))
    given = Article(id_, outlet, text, None, (span,), Source("made"), published=day)
    return CleanedArticle(given, text, None, (span,), ())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--shuffle", action="store_true", help="in another order; same result")
    arguments = parser.parse_args()
    made = list(articles(arguments.articles))
    if arguments.shuffle:
        random.Random(SEED).shuffle(made)  # noqa: S311
    start, cpu = time.perf_counter(), time.process_time()
    sketches = sorted(sketch_articles(made), key=sort_key)
    sketched = time.perf_counter()
    groups = list(find_duplicates(sketches))
    done, cpu = time.perf_counter(), time.process_time() - cpu
    planted = sum(one.id.endswith("-v2") for one in made)
    right = sum(
        g.counts.endswith("-v2") and [v.id for v in g.versions] == [f"{int(g.counts[:7]) - 1:07}"]
        for g in groups
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(made)} articles: {done - start:.1f} s, {cpu:.1f} s of one core "
        f"({sketched - start:.1f} s sketches, "
        f"{done - sketched:.1f} s grouping), peak {peak} MiB with the articles themselves; "
        f"{planted} planted, {right} found, {len(groups) - right} groups wrong"
    )


if __name__ == "__main__":
    main()
