"""Which function scores which task; a new task adds one entry here and one form in `gold`."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from slantwise.evaluation.analyser import Analyser
from slantwise.evaluation.scored import Scored
from slantwise.evaluation.tasks import (
    actors,
    agency,
    articles,
    framing_sentences,
    framing_spans,
    stance_articles,
    stance_directed,
    stance_mentions,
    voice,
)

Score = Callable[[Iterable[Any], Analyser], Scored]
"""From the items of a gold file and the analyser to figures."""

TASKS: Final[Mapping[str, Score]] = {
    "framing-sentences": framing_sentences.score,
    "framing-spans": framing_spans.score,
    "stance-mentions": stance_mentions.score,
    "stance-directed": stance_directed.score,
    "stance-articles": stance_articles.score,
    "voice": voice.score,
    "actors": actors.score,
    "agency": agency.score,
    "articles": articles.score,
}
"""Tasks by name."""
