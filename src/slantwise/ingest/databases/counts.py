"""The articles found held against what a file says that it holds: nothing goes missing silently."""

from collections.abc import Iterable, Iterator

from slantwise.ingest.databases.documents import Document
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.records import Problem


def with_total_checked(
    documents: Iterable[Document], file: InputFile
) -> Iterator[Document | Problem]:
    """The documents, and a problem behind them where the file says that it holds another number.

    The number is the largest `total` of a document; files without one are not checked.
    """
    found, total = 0, 0
    for document in documents:
        found, total = found + 1, max(total, document.total)
        yield document
    if total and found != total:
        yield count_problem(file, found, total)


def count_problem(file: InputFile, found: int, total: int) -> Problem:
    """That a file says that it holds `total` articles, and `found` were met."""
    message = (
        f"the file says that it holds {total} articles, and {found} were found. Where some are "
        "missing, export them again; the others are read."
    )
    return problem(file.source(), "count-mismatch", message)


def with_numbers_checked(
    documents: Iterable[Document], file: InputFile
) -> Iterator[Document | Problem]:
    """The documents of a file that numbers each ("3 of 10"), and a problem for each gap.

    A file may hold a part of a longer list, as downloads have a limit: that it begins late or
    ends early is said, but drops no article. Where the numbers begin anew, so does the list.
    """
    before: Document | None = None
    total = 0
    for document in documents:
        begins = before is None or document.number <= before.number
        if begins:
            total = document.total
            yield from _end(before, file)
            yield from _beginning(document, file)
        elif before is not None and document.number > before.number + 1:
            yield _gap(before.number + 1, document, file)
        if document.total != total:
            yield _other_total(total, document, file)
        yield document
        before = document
    yield from _end(before, file)


def _gap(first: int, document: Document, file: InputFile) -> Problem:
    last = document.number - 1
    missing = f"article {first} is" if first == last else f"articles {first} to {last} are"
    message = (
        f"{missing} missing before this one, by the numbers in the file. Export them again, "
        "unless you chose not to."
    )
    return problem(file.source(document.record), "articles-missing", message)


def _other_total(total: int, document: Document, file: InputFile) -> Problem:
    message = (
        f"this article is marked as one of {document.total}, those before it as some of {total}. "
        "See that the file is one export, and that none is missing."
    )
    return problem(file.source(document.record), "count-mismatch", message, fatal=False)


def _beginning(document: Document, file: InputFile) -> Iterator[Problem]:
    if document.number > 1:
        message = (
            f"the file begins with article {document.number} of {document.total}. See that the "
            "others are in another file."
        )
        yield problem(file.source(document.record), "part-of-list", message, fatal=False)


def _end(document: Document | None, file: InputFile) -> Iterator[Problem]:
    if document is not None and document.number < document.total:
        message = (
            f"the list ends with article {document.number} of {document.total}. See that the "
            "others are in another file."
        )
        yield problem(file.source(document.record), "part-of-list", message, fatal=False)
