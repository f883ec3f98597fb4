"""The evidence that the page carries: each text once, and every judgement as a row of numbers.

static/data.js reads what stands here; `FORMAT` rises whenever the layout changes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from slantwise.records import AnalysedArticle, Kind
from slantwise.records.contrasts import Sentence
from slantwise.report.packing import Acts

FORMAT = 4

_UNSAFE = {character: f"\\u{ord(character):04x}" for character in "<>&\N{LINE SEPARATOR}\u2029\x7f"}


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
class Evidence:
    """What the page embeds, and the articles by which the tables list findings.

    Attributes:
        articles: as given, in their order, without what only the packed rows need.
        actors: (id, name, parent id) of every actor: the comparison's first, then those met
            only in articles.
        shared: what all parts of the evidence refer to, made of plain lists, numbers and strings.
        packed: one JSON object an article, safe inside a script element, in the same order.
        loaded: kinds of the findings on an aligned act, by (number of the act, article id).
        places: where the page finds a sentence that a section quotes: number of the article, and
            start and end of the words in question, in UTF-16 units.
    """

    articles: tuple[AnalysedArticle, ...]
    actors: tuple[tuple[str, str, str | None], ...]
    shared: dict[str, Any]
    packed: tuple[str, ...]
    loaded: Mapping[tuple[int, str], tuple[Kind, ...]]
    places: Mapping[Sentence, tuple[int, int, int]]

    @property
    def redacted(self) -> bool:
        """Whether the words of articles are left out."""
        return bool(self.shared["redacted"])

    @property
    def payload(self) -> dict[str, Any]:
        """Everything as plain values, as the page reads it."""
        everything: dict[str, Any] = json.loads(self.whole())
        return everything

    def whole(self) -> str:
        """Everything as one JSON object, for a page that embeds it."""
        head = as_script(self.shared)
        return f'{head[:-1]},"articles":[{",".join(self.packed)}]}}'


def as_script(payload: dict[str, Any]) -> str:
    r"""JSON that may stand inside a script element: no <, >, & and no line separators.

    >>> as_script({"x": "</script>"})
    '{"x":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in _UNSAFE.items():
        text = text.replace(character, escape)
    return text
