"""What is left of a run once its texts are read: a few numbers an article.

Made by `reading`; everything that `comparison` says is computed from these.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from slantwise.records import ActorKind, Kind, Stance, Voice

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

VOICES = tuple(Voice)
KINDS = tuple(Kind)
STANCES = tuple(Stance)
ABSTAINED = len(STANCES)
FAILED = ABSTAINED + 1
N_STATES = FAILED + 1


@dataclass(frozen=True, slots=True)
class ActorSeen:
    """An actor as the run's articles name it.

    Attributes:
        id: its id.
        name: its name.
        kind: what sort.
        parent: id of the actor it rolls up to; None for none.
        aliases: surface forms, those seen in most articles first.
    """

    id: str
    name: str
    kind: ActorKind
    parent: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class StanceRows:
    """Judgements of an article's voice toward an actor; members count for their parents too.

    Attributes:
        article: array [row], number of the article.
        actor: array [row], number of the actor.
        voice: array [row], number of the voice in `VOICES`.
        state: array [row]: number of the stance in `STANCES`, `ABSTAINED` or `FAILED`.
        score: array [row], expected stance, -1..1; 0 where failed.
    """

    article: Ints
    actor: Ints
    voice: Ints
    state: Ints
    score: Floats


@dataclass(frozen=True, slots=True, eq=False)
class RunCounts:
    """Every analysed article in numbers.

    Attributes:
        ids: article ids, in the order of the run.
        titles: headlines, in the same order.
        days: days of publication; None where not known.
        outlets: names of the outlets, sorted.
        outlet: array [article], number of its outlet.
        words: array [article, voice].
        findings: array [article, voice, kind] by main kind.
        stances: judgements toward actors.
        actors: every actor met, in the order of `stances.actor`.
        n_problems: problem rows of the run.
        n_not_analysed: records read that gave no article.
    """

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    days: tuple[date | None, ...]
    outlets: tuple[str, ...]
    outlet: Ints
    words: Ints
    findings: Ints
    stances: StanceRows
    actors: tuple[ActorSeen, ...]
    n_problems: int
    n_not_analysed: int
