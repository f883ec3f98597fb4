"""Sets of words written as running text, so that they can be read and extended."""


def word_list(text: str) -> frozenset[str]:
    """The words of a text, once each.

    >>> sorted(word_list("army navy army"))
    ['army', 'navy']
    """
    return frozenset(text.split())
