"""The address that a browser writes into a page when it saves it."""

import re

_COMMENTS = (
    re.compile(r"<!--\s*saved from url=\(\d+\)\s*(https?://\S+?)\s*-->"),
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)"),
)
_NEAR_THE_TOP = 4000


def saved_from(page: str) -> tuple[str, ...]:
    """The address in the comment of the browser, or of SingleFile; none where there is none.

    >>> saved_from("<!-- saved from url=(0021)https://example.org/a -->")
    ('https://example.org/a',)
    """
    top = page[:_NEAR_THE_TOP]
    return tuple(match[1] for form in _COMMENTS if (match := form.search(top)))
