"""First looks at a sentence: whether any of many words stands in it, in whatever letter case."""

import re
from collections.abc import Callable


def caseless(words: re.Pattern[str]) -> Callable[[str], bool]:
    r"""Whether a text holds a match of a pattern of lower-case words that ignores case.

    Quicker than the pattern's own search: `re` looks at the first letter of each
    alternative before it tries it, but not where it ignores case.

    >>> of_force = caseless(re.compile(r"\b(?:police|army)\b", re.I))
    >>> of_force("POLICE said"), of_force("policed")
    (True, False)

    Raises:
        ValueError: a word of the pattern has a capital.
    """
    if re.search(r"(?<!\\)[A-Z]", words.pattern):
        raise ValueError(f"words for texts in lower case are in lower case; found {words.pattern}")
    found = re.compile(words.pattern, words.flags & ~re.IGNORECASE).search
    return lambda text: found(text.lower()) is not None
