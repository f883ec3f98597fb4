"""Time and memory of a comparison, on a run folder made of invented words.

    python scripts/benchmark_comparison.py [--articles 100000] [--outlets 50] [--run FOLDER]

Makes the run where FOLDER does not hold it yet, compares it in a process of its own, and prints
seconds and peak memory. Every event has words of its own, is reported by about five outlets
over two days, and one article in twenty is a wire copy.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from slantwise.comparison import ComparisonSettings, compare_run
from slantwise.records import HarmForm, Kind, Voice
from slantwise.run import Manifest, open_run, start_run

SHARD = 64
N_WORDS = 500
N_COMMON = 20_000
OWN_SHARE = 0.2
VOICES = [voice.value for voice in Voice]
KINDS = [kind.value for kind in Kind]
FORMS = [form.value for form in HarmForm]
STANCES = ["against", "neutral", "favour"]
START = datetime(2024, 1, 1)


class Invention:
    """Articles drawn from one seed."""

    def __init__(self, n_articles: int, n_outlets: int) -> None:
        """Choose how many articles of how many outlets."""
        self.random = np.random.default_rng(1)
        self.n_articles, self.n_outlets = n_articles, n_outlets
        self.n_events = max(1, n_articles // 5)
        chances = 1 / np.arange(1, N_COMMON + 1)
        self.heights = np.cumsum(chances / chances.sum())

    def rows(self) -> Iterator[dict[str, Any]]:
        """One row an article, in the layout of a run's parts."""
        for number in range(self.n_articles):
            yield self._row(number, number % self.n_events)

    def _row(self, number: int, event: int) -> dict[str, Any]:
        text, title = self._text(event)
        if number < self.n_events or self.random.random() < 0.05:
            text = self._text(event, fixed=True)[0]
        day = START + timedelta(days=event % 365, hours=int(self.random.integers(0, 36)))
        article = {
            "id": f"article-{number}",
            "outlet": f"Outlet {self.random.integers(self.n_outlets):02}",
            "title": title,
            "published": day.isoformat(),
            "event": "",
            "text": f"{title}\n\n{text}",
            "title_span": {"start": 0, "end": len(title)},
        }
        return {
            "article": article,
            "findings": [self._finding() for _ in range(self.random.poisson(6))],
            "weak_findings": [self._weak() for _ in range(self.random.poisson(2))],
            "attributions": [self._attribution(event) for _ in range(self.random.poisson(8))],
            "harms": [self._harm(event) for _ in range(self.random.poisson(2))],
            "stances": [
                *(self._stance(event) for _ in range(12)),
                *(self._stance(event, quoted=True) for _ in range(6)),
            ],
            "actors": [_actor(f"actor-{n}") for n in range(40)] if number % SHARD == 0 else [],
            "words": dict(zip(VOICES, (320, 100, 70, 10), strict=True)),
            "problems": [],
        }

    def _text(self, event: int, *, fixed: bool = False) -> tuple[str, str]:
        random = np.random.default_rng(event) if fixed else self.random
        words = np.searchsorted(self.heights, random.random(N_WORDS))
        own = random.random(N_WORDS) < OWN_SHARE
        names = [
            f"e{event}x{word % 40}" if of_event else f"w{word}"
            for word, of_event in zip(words.tolist(), own.tolist(), strict=True)
        ]
        return " ".join(names), " ".join(names[:9]) + f" e{event}x1 e{event}x2"

    def _finding(self) -> dict[str, Any]:
        voice, kind = self.random.integers(4), self.random.integers(13)
        return {
            **self._span(),
            "voice": VOICES[voice],
            "kinds": [KINDS[kind]],
            "confidence": 0.55 + 0.4 * self.random.random(),
        }

    def _weak(self) -> dict[str, Any]:
        voice, kind = self.random.integers(4), self.random.integers(13)
        return {"voice": VOICES[voice], "kind": KINDS[kind], "confidence": 0.5, **self._span()}

    def _span(self, length: int = 9) -> dict[str, int]:
        start = int(self.random.integers(3000))
        return {"start": start, "end": start + length}

    def _who(self, event: int) -> str:
        return f"actor-{(event + self.random.integers(12)) % 40}"

    def _attribution(self, event: int) -> dict[str, Any]:
        return {
            "voice": VOICES[self.random.integers(1, 3)],
            "cue": self._span() if self.random.random() < 0.8 else None,
            "source": self._span(20),
            "speaker": self._who(event) if self.random.random() < 0.8 else None,
            "n_words": int(self.random.integers(3, 40)),
        }

    def _harm(self, event: int) -> dict[str, Any]:
        form = FORMS[self.random.integers(len(FORMS))]
        return {"form": form, "voice": VOICES[self.random.integers(3)], "doer": self._who(event)}

    def _stance(self, event: int, *, quoted: bool = False) -> dict[str, Any]:
        against, favour = self.random.random(2) / 2
        return {
            "actor": self._who(event),
            "voice": VOICES[self.random.integers(1, 3) if quoted else self.random.integers(3)],
            "speaker": self._who(event) if quoted else None,
            "n_mentions": 2,
            "n_abstained": 0,
            "n_failed": 0,
            "state": "labelled",
            "stance": STANCES[self.random.integers(3)],
            "against": against,
            "favour": favour,
        }


def _actor(name: str) -> dict[str, Any]:
    return {"id": name, "name": name, "kind": "state", "aliases_seen": [name, name.upper()]}


def make(path: Path, n_articles: int, n_outlets: int) -> None:
    """Write a finished run."""
    run = start_run(path, Manifest({"slantwise": "benchmark"}, {}, SHARD))
    rows: list[dict[str, Any]] = []
    n_parts = 0
    for row in Invention(n_articles, n_outlets).rows():
        rows.append(row)
        if len(rows) == SHARD:
            run.commit(run.writer().stage_rows(n_parts, rows))
            rows, n_parts = [], n_parts + 1
    if rows:
        run.commit(run.writer().stage_rows(n_parts, rows))
        n_parts += 1
    run.finish(n_parts)


def measure(path: Path) -> None:
    """Compare and print."""
    before, busy = time.perf_counter(), time.process_time()
    comparison = compare_run(open_run(path), ComparisonSettings())
    seconds, busy = time.perf_counter() - before, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    wire = sum(row.n_wire for row in comparison.outlets)
    print(
        f"{comparison.n_articles} articles, {len(comparison.outlets)} outlets, "
        f"{len(comparison.events)} events, {wire} wire copies, {len(comparison.gaps)} gaps, "
        f"{comparison.family_size} compared: {seconds:.1f} s "
        f"({busy:.1f} s of processor time), peak {peak:.2f} GiB"
    )


def main() -> None:
    """Make the run if need be, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--outlets", type=int, default=50)
    parser.add_argument("--run", type=Path)
    arguments = parser.parse_args()
    path = arguments.run or Path(tempfile.mkdtemp()) / "run"
    if not (path / "manifest.json").exists():
        before = time.perf_counter()
        make(path, arguments.articles, arguments.outlets)
        print(f"made {path} in {time.perf_counter() - before:.0f} s; run again to measure alone")
        sys.exit()
    measure(path)


if __name__ == "__main__":
    main()
