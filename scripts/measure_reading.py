"""How many articles a second are read, and how much memory that takes.

    python scripts/measure_reading.py            # 20,000 articles of 4,000 characters, made up
    python scripts/measure_reading.py FILE…      # files of your own

Reading alone, in one process: files opened, records parsed, paragraphs and dates found, ids
settled; no cleaning and no analysis. Memory is the peak of the whole process.
"""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from slantwise.ingest import read
from slantwise.records import Article

N_ARTICLES = 20_000
PARAGRAPH = (
    "The ferry to the north island left an hour late on Monday, the port said, and “nobody was "
    "hurt” in the crowd that waited. The company is to say by Friday why its engine failed, who "
    "pays for the hour, and whether the older of its two ships is to stay in the harbour until "
    "the end of the season. Passengers said they had been told little, and late; the mayor asked "
    "for a second boat, which the ministry said it would look at in spring, with the budget. "
)


def main() -> None:
    """Measure the files named, or one made up for it."""
    named = [Path(name) for name in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as folder:
        report(named or [made_up(Path(folder))])


def made_up(folder: Path) -> Path:
    """A JSON Lines file, half of its lines in escaped ASCII and half in UTF-8."""
    path = folder / "articles.jsonl"
    body = "\n\n".join([PARAGRAPH] * 9)
    with path.open("w", encoding="utf-8") as file:
        for number in range(N_ARTICLES):
            record = {
                "id": str(number),
                "title": "Ferry delayed",
                "text": body,
                "outlet": "The Example",
                "date": "2026-03-04T10:00:00Z",
                "url": f"https://example.org/{number}",
            }
            file.write(json.dumps(record, ensure_ascii=number % 2 == 0) + "\n")
    return path


def report(paths: list[Path]) -> None:
    """Read the files and say how quickly."""
    begun, begun_on_processor = time.perf_counter(), time.process_time()
    n_articles = sum(isinstance(record, Article) for record in read(paths))
    seconds = time.perf_counter() - begun
    on_processor = time.process_time() - begun_on_processor
    n_bytes = sum(path.stat().st_size for path in paths if path.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{n_articles} articles, {n_bytes / 1e6:.0f} MB, {seconds:.1f} s: "
        f"{n_articles / seconds:,.0f} articles a second, {n_articles / on_processor:,.0f} a second "
        f"of one core, peak memory {peak:.0f} MB"
    )


if __name__ == "__main__":
    main()
