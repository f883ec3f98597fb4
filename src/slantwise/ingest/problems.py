"""Problems as `ingest` words them: where first, then what, what was expected, what to try."""

from slantwise.records import Problem, Source


def problem(
    source: Source, reason: str, message: str, *, fatal: bool = True, article_id: str = ""
) -> Problem:
    """A problem of the stage `ingest`, whose message begins with the file and record.

    >>> problem(Source("a.csv", "row 3"), "no-text", "the text is empty").message
    'a.csv, row 3: the text is empty'
    """
    return Problem(
        stage="ingest",
        reason=reason,
        message=f"{source}: {message}",
        source=source,
        article_id=article_id,
        fatal=fatal,
    )


def shown(text: str, limit: int = 60) -> str:
    """The text as it can stand in a message: quoted, on one line, cut at `limit` characters.

    >>> shown("a" * 100, 5)
    "'aaaaa…'"
    """
    return repr(text if len(text) <= limit else text[:limit] + "…")
