"""What the data that a model learned from may be used for, in plain words; no legal advice."""

from collections.abc import Iterable
from dataclasses import dataclass

_FREE = "any use, naming the source"
_NONE = "no licence given, so for research at most unless its makers say otherwise"
_OTHER = "terms of its own"
_USES = {
    "MIT": _FREE,
    "Apache-2.0": _FREE,
    "BSD": _FREE,
    "CC0": _FREE,
    "CC BY 4.0": _FREE,
    "CC BY-SA": "any use, what is made of it under the same terms",
    "GPL": "any use, what is made of it and passed on under the same licence",
    "AGPL": "any use, what is made of it and passed on or served under the same licence",
    "CC BY-NC": "no commercial use",
    "no licence": _NONE,
}
"""What licences allow, by how their names begin; the freest first."""


@dataclass(frozen=True, slots=True)
class DataTerms:
    """One data set that a model has learned from.

    Attributes:
        name: the set and its split.
        licence: its terms, as found in the release.
    """

    name: str
    licence: str


def use_in_words(licence: str) -> str:
    """What a licence, as found, allows, in a few words; no legal advice.

    >>> use_in_words("CC BY-NC-SA 4.0"), use_in_words("MIT")
    ('no commercial use', 'any use, naming the source')
    """
    return next((use for start, use in _USES.items() if licence.startswith(start)), _OTHER)


def terms_in_words(terms: Iterable[DataTerms]) -> tuple[str, ...]:
    """One line a kind of terms, with the data sets under it; the freest first, none for none."""
    by_use: dict[str, list[str]] = {use: [] for use in (*_USES.values(), _OTHER)}
    for one in terms:
        use = use_in_words(one.licence)
        shown = f"{one.name} ({one.licence})" if use in (_NONE, _OTHER) else one.name
        by_use[use].append(shown)
    return tuple(f"{use}: {', '.join(names)}" for use, names in by_use.items() if names)
