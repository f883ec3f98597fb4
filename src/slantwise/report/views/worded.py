"""Records of the section on wordings: what stands in its cells, lines and blocks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording with what it rests on.

    Attributes:
        outlet: name of the outlet.
        before: words before it (who does an act); may be empty.
        words: the wording.
        after: words after it (to whom).
        note: counts, voice, grammar.
        notable: whether a finding stands on the act, or the wording is typical of the outlet
            (z of 1.96 or more).
        said: where the page finds sentences that hold it: "article:start-end", joined by
            commas; empty where there are none to show.
    """

    outlet: str
    before: str
    words: str
    after: str
    note: str
    notable: bool
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """Wordings of one thing, a cell an outlet.

    Attributes:
        label: what is worded: a role; empty for an act.
        cells: by outlet, in the order of `WordingView.outlets`; an empty cell where none.
    """

    label: str
    cells: tuple[tuple[Wording, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under one heading: an event's acts, or an actor's roles.

    Attributes:
        title: headline of the event, or name of the actor.
        aside: how much is behind it.
        lines: at least one.
    """

    title: str
    aside: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TermLine:
    """One typical term, as shown.

    Attributes:
        outlet: name of the outlet.
        term: the term.
        here: its articles that hold it, of how many.
        elsewhere: the same of the other outlets.
        z: z-score.
        interval: interval of the log-odds.
        holds: whether it stands.
    """

    outlet: str
    term: str
    here: str
    elsewhere: str
    z: str
    interval: str
    holds: bool


@dataclass(frozen=True, slots=True)
class WordingView:
    """Everything of the section.

    Attributes:
        outlets: names of outlets, in order of the cells of acts.
        listed: outlets in the tables of actors and terms, in order of their cells.
        sharpest: the acts worded in most ways, one an event at most, with the event's title.
        acts: the others, a block an event.
        n_more_acts: aligned acts left to the tables.
        n_alike: aligned acts that all outlets word alike, left to the tables.
        n_unaligned: acts without a match.
        n_events_left: shared events whose acts were not laid side by side.
        actors: a block an actor or place.
        n_more_actors: actors and places left to the tables.
        terms: typical terms.
        n_more_terms: typical terms left to the tables.
    """

    outlets: tuple[str, ...]
    listed: tuple[str, ...]
    sharpest: tuple[tuple[str, Line], ...]
    acts: tuple[Block, ...]
    n_more_acts: int
    n_alike: int
    n_unaligned: int
    n_events_left: int
    actors: tuple[Block, ...]
    n_more_actors: int
    terms: tuple[TermLine, ...]
    n_more_terms: int
