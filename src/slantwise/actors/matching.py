"""Names of the identity table found in a text, longest first.

Part of the table: one Aho–Corasick automaton over every folded form, so that a text is read
once however many actors are known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from slantwise.actors.folding import Folded
from slantwise.actors.identity import Claim
from slantwise.records import ActorKind, Span


@dataclass(frozen=True, slots=True)
class TableMatch:
    """A stretch of text that the identity table knows.

    Attributes:
        span: where it stands in the text, a leading "the" left out.
        claims: the actors that bear the name on the given day; one or more.
    """

    span: Span
    claims: tuple[Claim, ...]


class NameIndex:
    """Every form of every actor, ready to be looked up and to be found in texts."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Index the claims."""
        import ahocorasick

        self._claims: dict[str, list[Claim]] = {}
        for claim in claims:
            self._claims.setdefault(claim.form.lower(), []).append(claim)
        self._automaton: Any = ahocorasick.Automaton()
        for key, bearers in self._claims.items():
            self._automaton.add_word(key, (len(key), tuple(bearers)))
        self._automaton.make_automaton()

    def lookup(self, form: str, on: date | None) -> tuple[Claim, ...]:
        """Claims to a folded form on a day; () where nobody bears it."""
        return _bearers(self._claims.get(form.lower(), ()), form, on)

    def claims(self, form: str) -> tuple[Claim, ...]:
        """All claims to a folded form, in whatever letter case."""
        return tuple(self._claims.get(form.lower(), ()))

    def find(self, folded: Folded, on: date | None) -> tuple[TableMatch, ...]:
        """Matches in a text in order, not overlapping, the longest chosen first."""
        if not self._claims:
            return ()
        taken = bytearray(len(folded.text))
        chosen = []
        for start, end, claims in sorted(self._found(folded, on), key=_longest_first):
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\x01" * (end - start)
                # The article belongs to no name, though "the Kremlin" may be listed with it.
                shift = 4 if folded.lower.startswith("the ", start) and end - start > 4 else 0
                chosen.append(TableMatch(folded.span(start + shift, end), claims))
        return tuple(sorted(chosen, key=lambda match: match.span))

    def _found(
        self, folded: Folded, on: date | None
    ) -> Iterable[tuple[int, int, tuple[Claim, ...]]]:
        text = folded.text
        for last, (length, bearers) in self._automaton.iter(folded.lower):
            end = last + 1
            start = end - length
            if _in_word(text, start - 1) or _in_word(text, end):
                continue
            claims = _bearers(bearers, text[start:end], on)
            if claims:
                yield start, end, claims


def _in_word(text: str, index: int) -> bool:
    return 0 <= index < len(text) and (text[index].isalnum() or text[index] == "_")


def _longest_first(found: tuple[int, int, tuple[Claim, ...]]) -> tuple[int, int]:
    start, end, _ = found
    return start - end, start


def _bearers(claims: Iterable[Claim], surface: str, on: date | None) -> tuple[Claim, ...]:
    own: dict[str, Claim] = {}
    for claim in claims:
        # Of one actor's claims to the words, the first that is written so counts.
        if claim.identity.id not in own and _written_as(claim, surface):
            own[claim.identity.id] = claim
    written = own.values()
    bearing = tuple(claim for claim in written if _bears(claim, on))
    # A body that has ended is still meant by its name where nobody bears the name since.
    return bearing or tuple(claim for claim in written if _ended(claim, on))


def _bears(claim: Claim, on: date | None) -> bool:
    # A person's dates are those of an office; the name stays before and after it.
    return claim.identity.kind is ActorKind.PERSON or claim.identity.holds(on)


def _ended(claim: Claim, on: date | None) -> bool:
    last = claim.identity.valid_to
    return on is not None and last is not None and last < on


def _written_as(claim: Claim, surface: str) -> bool:
    """Capitals of a name stand in capitals in the text: "Polish" is not "polish"."""
    form = claim.form
    if surface == form:
        return True
    if claim.how == "acronym":
        return False
    return all(s.isupper() for f, s in zip(form, surface, strict=True) if f.isupper())
