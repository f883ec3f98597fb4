"""What is left of a run once its texts are read: a few numbers an article.

Made by `reading`; everything that `comparison` says is computed from these.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

import numpy as np
from numpy.typing import NDArray

from slantwise.records import ActorKind, HarmForm, Kind, Stance, Voice

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

VOICES = tuple(Voice)
KINDS = tuple(Kind)
STANCES = tuple(Stance)
FORMS = tuple(HarmForm)
NAMES_AGENT = np.array([form.names_agent for form in FORMS])
"""Array [form], whether it names the doer."""
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
        speaker: array [row], number of the one who speaks; -1 for the voice as a whole.
        voice: array [row], number of the voice in `VOICES`.
        state: array [row]: number of the stance in `STANCES`, `ABSTAINED` or `FAILED`.
        against: array [row], probability; 0 where failed.
        favour: array [row], probability; 0 where failed.
        n_judged: array [row], mentions that did not fail.
    """

    article: Ints
    actor: Ints
    speaker: Ints
    voice: Ints
    state: Ints
    against: Floats
    favour: Floats
    n_judged: Ints

    @property
    def score(self) -> Floats:
        """Array [row], expected stance, -1..1; 0 where failed."""
        return self.favour - self.against

    def scores_at(self, rows: Ints) -> Floats:
        """Array [chosen row], `score` of those rows, without working it out for all."""
        return self.favour[rows] - self.against[rows]

    def at(self, chosen: Ints | Flags) -> "StanceRows":
        """The same, of the chosen rows."""
        return StanceRows(*(getattr(self, each.name)[chosen] for each in fields(self)))


@dataclass(frozen=True, slots=True, eq=False)
class SpeechRows:
    """Attributed stretches, direct or reported, and how the outlet introduces them.

    An introduction is a cue or a source in the outlet's own words; stretches that share one are
    introduced once, and those inside other speech not by the outlet.

    Attributes:
        article: array [row], number of the article.
        speaker: array [row], number of the actor who speaks; -1 where not known.
        direct: array [row], whether inside quotation marks.
        n_words: array [row], words that are no one else's.
        introduced: array [row], whether the row is the first of its introduction.
        loaded: array [row], whether the introduction holds a loaded attribution or a
            discrediting qualifier.
        loaded_laxer: the same with the threshold `thresholds.STEP` lower.
        loaded_stricter: the same with the threshold `thresholds.STEP` higher.
    """

    article: Ints
    speaker: Ints
    direct: Flags
    n_words: Ints
    introduced: Flags
    loaded: Flags
    loaded_laxer: Flags
    loaded_stricter: Flags


@dataclass(frozen=True, slots=True, eq=False)
class HarmRows:
    """Tellings of harm.

    Attributes:
        article: array [row], number of the article.
        doer: array [row], number of the doer, named or likely; -1 where not known.
        form: array [row], number of the form in `FORMS`.
        voice: array [row], number of the voice in `VOICES`.
    """

    article: Ints
    doer: Ints
    form: Ints
    voice: Ints


_NO_INTS = np.empty(0, np.int64)
_NO_FLOATS = np.empty(0, np.float64)
_NO_FLAGS = np.empty(0, np.bool_)

NO_STANCES = StanceRows(
    _NO_INTS, _NO_INTS, _NO_INTS, _NO_INTS, _NO_INTS, _NO_FLOATS, _NO_FLOATS, _NO_INTS
)
NO_SPEECH = SpeechRows(_NO_INTS, _NO_INTS, _NO_FLAGS, _NO_INTS, *[_NO_FLAGS] * 4)
NO_HARMS = HarmRows(*[_NO_INTS] * 4)


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
        laxer: the same with the threshold lower; None where the run does not keep so much.
        stricter: the same with the threshold higher; None where the run's own is not known.
        stances: judgements of whole voices toward actors.
        spoken: judgements toward actors in what one speaker is quoted saying.
        speech: attributed stretches.
        harms: tellings of harm.
        actors: every actor judged, quoted or held for a doer, and those they roll up to, by number.
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
    laxer: Ints | None
    stricter: Ints | None
    stances: StanceRows
    spoken: StanceRows
    speech: SpeechRows
    harms: HarmRows
    actors: tuple[ActorSeen, ...]
    n_problems: int
    n_not_analysed: int


def parents_of(actors: Sequence[ActorSeen]) -> Ints:
    """Array [actor], number of the actor it rolls up to; -1 for none."""
    number = {actor.id: position for position, actor in enumerate(actors)}
    return np.array([number.get(actor.parent or "", -1) for actor in actors], np.int64)


def with_sides(actor: Ints, parents: Ints) -> tuple[Ints, Ints]:
    """Arrays [row, ancestor] flattened: rows, and the actor of each row or one it rolls up to.

    Rows of actor -1 (not known) are left out.

    Actor 2 rolls up to 0; the row of actor 2 counts for both.

    >>> rows, actors = with_sides(np.array([1, -1, 2]), np.array([-1, -1, 0]))
    >>> rows.tolist(), actors.tolist()
    ([0, 2, 2], [1, 2, 0])
    """
    rows, line = np.flatnonzero(actor >= 0), actor[actor >= 0]
    all_rows, all_actors = [rows], [line]
    for _ in range(len(parents)):
        above = parents[line]
        rows, line = rows[above >= 0], above[above >= 0]
        if not len(rows):
            break
        all_rows.append(rows)
        all_actors.append(line)
    return np.concatenate(all_rows), np.concatenate(all_actors)
