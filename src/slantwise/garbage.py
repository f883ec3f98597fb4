"""How often the search for unreachable cycles runs while millions of records are made.

Records refer to one another in one direction only and so are freed without that search. At
Python's own pace it takes half the time of gathering the evidence of 10,000 articles, and while
articles are analysed it goes through the loaded tables again and again.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 1_000_000
"""New objects after which cycles are searched for; Python's own 700 suits small programs.
Chosen with `scripts/benchmark_comparison.py`: a batch of rows stays below it and is freed first,
as is a shard of articles."""


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Searches seldom inside the block, as before after it; concerns all threads of the process.

    Only the number of objects between two searches changes: where it is already higher, or 0 for
    no search at all, it stays.

    >>> before = gc.get_threshold()
    >>> with seldom_searched():
    ...     inside = gc.get_threshold()
    >>> inside[0] >= 700 and gc.get_threshold() == before
    True
    """
    before = gc.get_threshold()
    if 0 < before[0] < SELDOM:
        gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
