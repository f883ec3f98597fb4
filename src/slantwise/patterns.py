"""Terms and patterns searched for in a text, in time linear in it: RE2 never backtracks.

Below `wording` and `codebook`, which search with them.
"""

from typing import Any


def term_pattern(term: str) -> str:
    r"""The pattern of a term: its words, any blanks between them; "*" stands for any letters.

    A straight apostrophe finds a curved one too. Empty for a blank term.

    >>> term_pattern("occup* land")
    'occup[\\pL\\pN]*\\s+land'
    """
    import re2

    words = [re2.escape(word).replace(r"\*", r"[\pL\pN]*") for word in term.split()]
    return r"\s+".join(words).replace(r"\'", "['’]")


def compiled(pattern: str, *, max_bytes: int) -> Any:
    """The pattern, ready to search in any case with at most `max_bytes` of memory.

    Raises:
        ValueError: RE2 refuses it; the message is its reason.

    >>> compiled("occup", max_bytes=2**20).search("It was Occupied.").span()
    (7, 12)
    """
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = max_bytes
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0]
        raise ValueError(reason.decode() if isinstance(reason, bytes) else str(reason)) from error


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit goes on at either end; RE2 knows word boundaries of ASCII alone.

    >>> is_whole("the état fell", 4, 8), is_whole("étatiste", 0, 4)
    (True, False)
    """
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or after)
