"""Sets of words, as the rules write them down."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text parted by blanks; empty for an empty text.

    >>> sorted(word_set("who  which"))
    ['which', 'who']
    """
    return frozenset(words.split())
