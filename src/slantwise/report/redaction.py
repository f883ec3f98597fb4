"""Records without the words of articles, for reports that may not carry them.

Figures, ids, dates, spans and judgements stay; headlines, sentences and bodies go. What is taken
out here never reaches the page, the tables or the Markdown. The section on wordings keeps the
phrases that it compares, for it has nothing else to show, each cut to a few words.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from slantwise.records import AnalysedArticle, Code, Finding, Span
from slantwise.records.comparison import Comparison
from slantwise.records.contrasts import (
    ActorWording,
    ActWording,
    AlignedAct,
    Expression,
    Sentence,
    WordingContrasts,
)

MAX_WORDS = 6
"""Words of a phrase that a redacted report keeps, so that no phrase can hold a sentence."""

MASK = "\N{FULL BLOCK}"
"""What stands for every character of a text that was left out, so that spans keep their places."""

_INK = re.compile(r"\S")
_QUOTED = re.compile(r"([\"']).*?\1|[“‘«].*?[”’»]", re.DOTALL)


def redacted_comparison(comparison: Comparison) -> Comparison:
    """The same figures; events go by their ids, for their titles are headlines."""
    events = tuple(replace(event, title=f"Event {event.id}") for event in comparison.events)
    return replace(comparison, events=events)


def redacted_article(article: AnalysedArticle) -> AnalysedArticle:
    """The same article with every character of its text masked, spans unchanged."""
    cleaned = article.article
    text = _INK.sub(MASK, cleaned.text)
    source = replace(cleaned.article, raw="", title=None, body=(), url="")
    return replace(
        article,
        article=replace(cleaned, article=source, text=text, title=None, offsets=(), removals=()),
        findings=tuple(_finding(each) for each in article.findings),
        codes=tuple(_code(each) for each in article.codes),
    )


def redacted_evidence(evidence: str) -> str:
    """What decided a finding, without the words that it quotes.

    >>> redacted_evidence("marked 0.71; word list: 'rams through'")
    'marked 0.71; word list'
    """
    pieces = _QUOTED.sub("", evidence).split(";")
    return "; ".join(piece.split(":")[0].strip() for piece in pieces)


def redacted_wording(wording: WordingContrasts) -> WordingContrasts:
    """The same contrasts without sentences; phrases cut to `MAX_WORDS`, events by their ids."""
    return replace(
        wording,
        actors=tuple(_actor(each) for each in wording.actors),
        acts=tuple(_act(each) for each in wording.acts),
    )


def _finding(finding: Finding) -> Finding:
    return replace(finding, evidence=redacted_evidence(finding.evidence))


def _code(code: Code) -> Code:
    return replace(code, evidence=redacted_evidence(code.evidence))


def _actor(row: ActorWording) -> ActorWording:
    return replace(row, expressions=tuple(_expression(each) for each in row.expressions))


def _expression(each: Expression) -> Expression:
    return replace(each, words=_short(each.words), sentences=_bare(each.sentences))


def _act(act: AlignedAct) -> AlignedAct:
    wordings = tuple(_act_wording(each) for each in act.wordings)
    return replace(act, title=f"Event {act.event}", wordings=wordings)


def _act_wording(each: ActWording) -> ActWording:
    (sentence,) = _bare((each.sentence,))
    return replace(
        each,
        words=_short(each.words),
        agent=_short(each.agent),
        patient=_short(each.patient),
        sentence=sentence,
    )


def _bare(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Where the sentences stand and whose they are, without their text."""
    return tuple(replace(each, text="", span=Span(0, 0)) for each in sentences)


def _short(words: str) -> str:
    parts = words.split()
    return words if len(parts) <= MAX_WORDS else " ".join(parts[:MAX_WORDS]) + " …"
