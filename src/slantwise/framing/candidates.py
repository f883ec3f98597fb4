"""Every span of an article for which anything speaks, with all that speaks for it.

First half of the `framing` stage; `findings` weighs the candidates and `judging` says the rest.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from slantwise.framing.agency import from_agency
from slantwise.framing.evidence import Evidence, from_heads, from_scare_quotes, from_terms
from slantwise.framing.lexicon import Lexicon
from slantwise.framing.settings import FramingSettings
from slantwise.framing.weighing import HeadView, Values, features
from slantwise.records import EncodedArticle, Linking, SentenceOutputs, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span with all evidence for it, before it is judged.

    Attributes:
        span: the span that would be the finding's.
        evidence: all evidence that overlaps it, the strongest first.
        values: what the logistic model weighs.
    """

    span: Span
    evidence: tuple[Evidence, ...]
    values: Values

    @property
    def sentence(self) -> int:
        """Index of the sentence."""
        return self.evidence[0].sentence


def candidates(
    encoded: EncodedArticle, linking: Linking, *, lexicon: Lexicon, settings: FramingSettings
) -> list[Candidate]:
    """Every span for which anything speaks, with what speaks for it, in order."""
    evidence = [
        *from_scare_quotes(linking.attributions, encoded.sentences),
        *from_terms(encoded.text, encoded.sentences, lexicon),
        *from_heads(encoded.sentences, encoded.outputs, encoded.text, at_least=settings.candidate),
        *from_agency(encoded.text, encoded.sentences, linking),
    ]
    return [
        _candidate(cluster, encoded.outputs[cluster[0].sentence]) for cluster in _cluster(evidence)
    ]


def _cluster(evidence: Iterable[Evidence]) -> Iterator[list[Evidence]]:
    """Evidence in groups of overlapping spans, within a sentence, in order."""
    group: list[Evidence] = []
    end = -1
    for piece in sorted(evidence, key=lambda e: (e.span.start, -e.span.end)):
        if group and (piece.span.start >= end or piece.sentence != group[0].sentence):
            yield group
            group = []
        end = max(end, piece.span.end) if group else piece.span.end
        group.append(piece)
    if group:
        yield group


def _candidate(cluster: Sequence[Evidence], outputs: SentenceOutputs) -> Candidate:
    ranked = sorted(cluster, key=lambda e: (e.source != "form", -e.weight, e.span))
    span = _span(ranked)
    inside = outputs.tokens_in(span)
    heads = HeadView(
        kind=float(outputs.kind[inside].max(initial=0.0)),
        loaded=float(outputs.loaded[inside].max(initial=0.0)),
    )
    return Candidate(span, tuple(ranked), features(ranked, heads))


def _span(ranked: Sequence[Evidence]) -> Span:
    """The span of form evidence; else the head's, joined with a listed phrase it cuts."""
    if ranked[0].source == "form":
        return ranked[0].span
    heads = [e.span for e in ranked if e.source == "head"]
    listed = [e.span for e in ranked if e.source == "term"]
    base = (heads or listed)[0]
    cut = [s for s in listed if s.overlaps(base) and not base.contains(s)]
    return Span(min([base.start, *(s.start for s in cut)]), max([base.end, *(s.end for s in cut)]))
