"""What a figure on the page points to: the articles, findings or judgements it counts.

Every number on the page is a button that carries one of these; the page looks it up in the
embedded evidence (static/query.js reads the same code).
"""

from dataclasses import dataclass
from typing import Literal

from slantwise.records import Kind, Voice
from slantwise.report.codebook import KIND_NUMBER, VOICES

ABSTAINED = 3
FAILED = 4
N_STATES = 5


@dataclass(frozen=True, slots=True)
class Query:
    """A selection of evidence; a field left out selects everything.

    Attributes:
        show: findings, stance judgements of articles (with their mentions), articles, articles
            with the words of a speaker, or harms told.
        outlets: numbers of outlets.
        kind: main kind of the findings.
        voice: whose words.
        actor: number of an actor, for judgements; its members' mentions count as its own.
        speaker: number of the actor whose words are sought; its members' count as its own, and
            `actor` is then the one spoken of.
        event: number of an event.
        state: 0 against, 1 neutral, 2 favour, 3 abstained, 4 failed: of the article's judgement.
        shared: numbers of outlets: only events that every one of them reports.
        copies: whether wire copies count.
        n: the number that the figure itself gives, which the page checks itself against.
    """

    show: Literal["findings", "stances", "articles", "words", "harms"]
    outlets: tuple[int, ...] = ()
    kind: Kind | None = None
    voice: Voice | None = None
    actor: int | None = None
    speaker: int | None = None
    event: int | None = None
    state: int | None = None
    shared: tuple[int, ...] = ()
    copies: bool = False
    n: int | None = None

    def code(self) -> str:
        """The query as the page carries it.

        >>> Query("findings", outlets=(0, 2), kind=Kind.LABEL, voice=Voice.OUTLET, n=7).code()
        'f o0,2 k1 v0 n7'
        """
        parts = [
            ("o", _joined(self.outlets)),
            ("k", None if self.kind is None else KIND_NUMBER[self.kind]),
            ("v", None if self.voice is None else VOICES.index(self.voice)),
            ("a", self.actor),
            ("y", self.speaker),
            ("e", self.event),
            ("x", self.state),
            ("p", _joined(self.shared)),
            ("c", "" if self.copies else None),
            ("n", self.n),
        ]
        tail = "".join(f" {key}{value}" for key, value in parts if value is not None)
        return self.show[0] + tail


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on the page and the evidence it counts.

    Attributes:
        text: the number as shown.
        query: what it counts; None where there is nothing to open.
        anchor: the part of the page that lists what it counts, where no query does.
    """

    text: str
    query: Query | None = None
    anchor: str = ""


def _joined(numbers: tuple[int, ...]) -> str | None:
    return ",".join(map(str, numbers)) or None
