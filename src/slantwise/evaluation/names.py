"""Which actors of an analysed article a gold name means.

Gold files name actors by the words of a text or a coder; the analyser by ids. Letter case,
diacritics, a leading "the" and a possessive ending do not count.
"""

import re
from collections.abc import Iterable, Sequence

from slantwise.actors.folding import fold_form
from slantwise.records import AnalysedArticle

Words = tuple[str, ...]

_WORD = re.compile(r"\w+(?:['.&]\w+)*")


def meant(names: Iterable[str], analysed: AnalysedArticle) -> tuple[str, ...]:
    """Ids of the actors that bear one of the names, in the article's order; none where none does.

    The first of these rules that finds any actor decides: a name is the actor's id; a name is
    one of the actor's (shown name, aliases seen, words of its mentions); a name and one of the
    actor's contain each other, word by word ("Obama" in "Barack Obama"), where the longest
    stretch in common wins.
    """
    given = tuple(names)
    ids = tuple(actor.id for actor in analysed.actors if actor.id in given)
    if ids:
        return ids
    wanted = {words for name in given if (words := name_words(name))}
    common = {
        actor: max((shared(own, name) for own in names for name in wanted), default=(0, 0))
        for actor, names in _names_by_actor(analysed).items()
    }
    best = max(common.values(), default=(0, 0))
    return tuple(actor for actor, found in common.items() if found == best and best > (0, 0))


def shared(one: Words, other: Words) -> tuple[int, int]:
    """How well two names agree; more is better.

    (1, 0) where they are equal, (0, n) where one holds the n words of the other in a row, (0, 0)
    otherwise.

    >>> shared(("barack", "obama"), ("obama",)), shared(("obama",), ("obamas",))
    ((0, 1), (0, 0))
    """
    if one == other:
        return (1, 0)
    short, long = sorted((one, other), key=len)
    stretches = (long[at : at + len(short)] for at in range(len(long) - len(short) + 1))
    return (0, len(short)) if short and short in stretches else (0, 0)


def name_words(name: str) -> Words:
    """The words of a name, folded.

    >>> name_words("the Türkiye’s Al-Nour Party")
    ('turkiye', 'al', 'nour', 'party')
    """
    found = (word.removesuffix("'s") for word in _WORD.findall(fold_form(name).lower()))
    kept = [word for word in found if word]
    return tuple(kept[1:] if kept[:1] == ["the"] else kept)


def _names_by_actor(analysed: AnalysedArticle) -> dict[str, set[Words]]:
    named: dict[str, set[Words]] = {}
    for actor in analysed.actors:
        named[actor.id] = _folded([actor.name, *actor.aliases_seen])
    for mention in analysed.mentions:
        # A pronoun names nobody by itself.
        if mention.how != "pronoun":
            named.setdefault(mention.actor, set()).update(_folded([mention.span.of(analysed.text)]))
    return named


def _folded(names: Sequence[str]) -> set[Words]:
    return {words for name in names if (words := name_words(name))}
