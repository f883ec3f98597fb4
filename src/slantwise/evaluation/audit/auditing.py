"""The audit: a pairs file and an analyser in, rates of change and shifts out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from slantwise.evaluation.analyser import Analyser
from slantwise.evaluation.audit.answers import Answer, answers
from slantwise.evaluation.audit.changes import Change, changes, rates, stance_word, worst
from slantwise.evaluation.audit.pairs import SwapSentence
from slantwise.evaluation.audit.reading import read_pairs
from slantwise.evaluation.audit.shifts import Shifts, ShiftSettings, actor_shifts, group_shifts
from slantwise.evaluation.gold import digest_of
from slantwise.evaluation.metrics import Bootstrap, Figure

ALL = "all"
"""The stratum that holds every pair."""


@dataclass(frozen=True, slots=True)
class AuditSettings:
    """How an audit counts.

    Attributes:
        bootstrap: draws, level and seed of the intervals of rates.
        shifts: how shifts are tested.
    """

    bootstrap: Bootstrap = field(default_factory=Bootstrap)
    shifts: ShiftSettings = field(default_factory=ShiftSettings)


@dataclass(frozen=True, slots=True)
class PairsFile:
    """The pairs file that was read.

    Attributes:
        path: as the user named it.
        sha256: of its bytes, in hexadecimal.
        n_sentences: lines.
        n_pairs: sentence and counterpart, that is versions beyond the first.
    """

    path: str
    sha256: str
    n_sentences: int
    n_pairs: int


@dataclass(frozen=True, slots=True)
class Rates:
    """Rates of change in one part of the pairs.

    Attributes:
        stratum: what the part is ("category: country"), or `ALL`.
        n_sentences: sentences in it.
        n_pairs: pairs in it.
        n_not_judged: pairs of which one side failed; not in the rates of stance.
        figures: those of `changes.rates`, by name.
    """

    stratum: str
    n_sentences: int
    n_pairs: int
    n_not_judged: int
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Audit:
    """What came of an audit.

    Attributes:
        pairs: the file.
        signature: what made the answers and the figures.
        rates: of all pairs first, then of each part that the file names.
        groups: every two groups against each other.
        actors: every actor against its counterparts.
        changes: every pair with both answers, in the file's order.
    """

    pairs: PairsFile
    signature: Mapping[str, str]
    rates: tuple[Rates, ...]
    groups: Shifts
    actors: Shifts
    changes: tuple[Change, ...]

    def worst(self, n: int = 20) -> tuple[Change, ...]:
        """The pairs that changed most; fewer where fewer changed."""
        return worst(self.changes, n)

    def to_dict(self, n_worst: int = 20) -> dict[str, Any]:
        """The audit as plain data; of single pairs, the `n_worst` worst."""
        return {
            "pairs": asdict(self.pairs),
            "signature": dict(self.signature),
            "rates": [asdict(row) for row in self.rates],
            "groups": asdict(self.groups),
            "actors": asdict(self.actors),
            "worst": [change_as_dict(change) for change in self.worst(n_worst)],
        }


def audit(
    pairs: Path,
    analyser: Analyser,
    *,
    settings: AuditSettings | None = None,
    progress: Callable[[int], None] | None = None,
) -> Audit:
    """How the analyser's answers change when only the actor does.

    Args:
        pairs: a pairs file in the form of docs/audit.md.
        analyser: what `slantwise.load` gives.
        settings: of intervals and tests.
        progress: called with the number of sentences done, after each.

    Raises:
        GoldError: the file is missing, empty or not of that form.
    """
    chosen, digest = settings or AuditSettings(), digest_of(pairs)
    given = tuple(_followed(answers(read_pairs(pairs), analyser), progress))
    found = tuple(change for sentence, several in given for change in changes(sentence, several))
    return Audit(
        pairs=PairsFile(str(pairs), digest, len(given), len(found)),
        signature=analyser.signature() | chosen.bootstrap.signed() | chosen.shifts.signed(),
        rates=tuple(_strata(found, chosen.bootstrap)),
        groups=group_shifts(given, chosen.shifts),
        actors=actor_shifts(given, chosen.shifts),
        changes=found,
    )


def _followed(
    given: Iterator[tuple[SwapSentence, tuple[Answer, ...]]], tell: Callable[[int], None] | None
) -> Iterator[tuple[SwapSentence, tuple[Answer, ...]]]:
    for done, pair in enumerate(given, start=1):
        yield pair
        if tell:
            tell(done)


_STRATA: Final[Mapping[str, Callable[[Change], str]]] = {
    "split": lambda change: change.sentence.split,
    "category": lambda change: change.sentence.category,
    "portrayal": lambda change: change.sentence.portrayal or "",
    "loaded words": lambda change: _yes_or_no(change.sentence.loaded),
    "role": lambda change: change.sentence.role,
    "alike": lambda change: _yes_or_no(change.sentence.swaps[change.swap].alike),
}


def _strata(found: Sequence[Change], bootstrap: Bootstrap) -> Iterator[Rates]:
    yield _rates(ALL, found, bootstrap)
    for name, value_of in _STRATA.items():
        for value in dict.fromkeys(filter(None, map(value_of, found))):
            part = [change for change in found if value_of(change) == value]
            yield _rates(f"{name}: {value}", part, bootstrap)


def _rates(stratum: str, part: Sequence[Change], bootstrap: Bootstrap) -> Rates:
    return Rates(
        stratum=stratum,
        n_sentences=sum(1 for _ in groupby(part, lambda change: change.sentence.id)),
        n_pairs=len(part),
        n_not_judged=sum(not change.judged for change in part),
        figures=rates(part, bootstrap),
    )


def _yes_or_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def change_as_dict(change: Change) -> dict[str, Any]:
    """One pair as plain data: both sentences with both answers, and what changed."""
    return {
        "id": change.sentence.id,
        "before": _answer_as_dict(change.before),
        "after": _answer_as_dict(change.after),
        "shift": change.shift,
        "stance_changed": change.stance_changed,
        "findings_lost": list(change.lost),
        "findings_gained": list(change.gained),
        "bias_changed": change.bias_changed,
    }


def _answer_as_dict(answer: Answer) -> dict[str, Any]:
    stance, text = answer.stance, answer.version.text
    return {
        "actor": answer.version.actor,
        "group": answer.version.group,
        "text": text,
        "start": answer.version.mention.start,
        "end": answer.version.mention.end,
        "stance": stance_word(stance),
        "against": stance.against,
        "neutral": stance.neutral,
        "favour": stance.favour,
        "bias": answer.bias,
        "biased": answer.biased,
        "findings": [span.of(text) for span in answer.findings],
    }
