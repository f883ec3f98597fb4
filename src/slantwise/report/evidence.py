"""The evidence that the page carries: each text once, and every judgement as a row of numbers.

static/data.js reads what stands here; `FORMAT` rises whenever the layout changes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from slantwise.records import AnalysedArticle, Kind
from slantwise.records.contrasts import Sentence
from slantwise.report.packing import Acts
from slantwise.report.script_json import as_script
from slantwise.report.spool import Spool

FORMAT = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What further sections refer to in the articles.

    Attributes:
        acts: for an article id, the aligned acts that it tells.
        sentences: for an article id, the sentences that a section quotes.
    """

    acts: Acts = field(default_factory=dict)
    sentences: Mapping[str, Sequence[Sentence]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as the page lists and counts it.

    Attributes:
        id: its id.
        outlet: its outlet.
        published: when; None where not known.
        n_own: findings in the outlet's own voice.
        coded: where kinds of a researcher's codebook stand in it: the article, without what
            their tables do not need; None elsewhere.
    """

    id: str
    outlet: str
    published: datetime | None
    n_own: int
    coded: AnalysedArticle | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What the page embeds, and the articles that it lists. Close it after use.

    Attributes:
        articles: as given, in their order.
        actors: (id, name, parent id) of every actor: the comparison's first, then those met
            only in articles.
        shared: what all parts of the evidence refer to, made of plain lists, numbers and strings.
        packed: one JSON object an article, safe inside a script element, in the same order.
        findings: rows of `findings.csv`, a text an article, in the same order.
        loaded: kinds of the findings on an aligned act, by (number of the act, article id).
        places: where the page finds a sentence that a section quotes: number of the article, and
            start and end of the words in question, in UTF-16 units.
    """

    articles: tuple[Listed, ...]
    actors: tuple[tuple[str, str, str | None], ...]
    shared: dict[str, Any]
    packed: Spool
    findings: Spool
    loaded: Mapping[tuple[int, str], tuple[Kind, ...]]
    places: Mapping[Sentence, tuple[int, int, int]]

    @property
    def redacted(self) -> bool:
        """Whether the words of articles are left out."""
        return bool(self.shared["redacted"])

    @property
    def coded(self) -> tuple[AnalysedArticle, ...]:
        """The articles that hold kinds of a researcher's codebook."""
        return tuple(each.coded for each in self.articles if each.coded is not None)

    @property
    def payload(self) -> dict[str, Any]:
        """Everything as plain values, as the page reads it."""
        everything: dict[str, Any] = json.loads(self.whole())
        return everything

    def whole(self) -> str:
        """Everything as one JSON object, for a page that embeds it."""
        head = as_script(self.shared)
        return f'{head[:-1]},"articles":[{b",".join(self.packed).decode()}]}}'

    def close(self) -> None:
        """Give back what the articles take on disk."""
        self.packed.close()
        self.findings.close()
