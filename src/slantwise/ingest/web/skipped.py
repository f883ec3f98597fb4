"""Records that hold no article by their kind: counted, and said once a file."""

from collections import Counter

from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.records import Problem


def skipped_note(file: InputFile, skipped: Counter[str], what: str) -> Problem:
    """How many records of which kinds were skipped; not fatal.

    >>> from pathlib import Path
    >>> counts = Counter({"request": 2, "revisit": 1})
    >>> skipped_note(InputFile(Path("a.warc"), "a"), counts, "records without a page").message
    'a.warc: 3 records without a page are skipped: 2 request, 1 revisit.'
    """
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(skipped.items()))
    message = f"{skipped.total()} {what} are skipped: {kinds}."
    return problem(file.source(), "records-skipped", message, fatal=False)
