"""One analysed article as plain data; `to_dict` and `from_dict` are each other's inverse."""

from collections.abc import Mapping
from typing import Any

from slantwise.records.analysed import AnalysedArticle, WordCounts
from slantwise.records.as_json.articles import (
    article_from_dict,
    article_to_dict,
    problem_from_dict,
    problem_to_dict,
)
from slantwise.records.as_json.codes import code_from_dict, code_to_dict
from slantwise.records.as_json.judgements import (
    finding_from_dict,
    finding_to_dict,
    harm_from_dict,
    harm_to_dict,
    mention_from_dict,
    mention_stance_from_dict,
    mention_to_dict,
    stance_from_dict,
    stance_to_dict,
    weak_finding_from_dict,
    weak_finding_to_dict,
)
from slantwise.records.as_json.readings import (
    actor_from_dict,
    actor_to_dict,
    attribution_from_dict,
    attribution_to_dict,
    decision_from_dict,
    decision_to_dict,
)
from slantwise.records.as_json.spans import Plain, span_from_dict, span_to_dict
from slantwise.records.as_json.wordings import (
    predicate_from_dict,
    predicate_to_dict,
    reference_from_dict,
    reference_to_dict,
)
from slantwise.records.encoded import Sentence
from slantwise.records.labels import Voice


def to_dict(analysed: AnalysedArticle) -> Plain:
    """The article as dictionaries, lists, strings and numbers; every span is `start`, `end`."""
    text, stances = analysed.text, analysed.mention_stances
    return {
        "article": article_to_dict(analysed.article),
        "sentences": [
            {**span_to_dict(s.span), "paragraph": s.paragraph, "bias": b}
            for s, b in zip(analysed.sentences, analysed.biases, strict=True)
        ],
        "attributions": [attribution_to_dict(a) for a in analysed.attributions],
        "actors": [actor_to_dict(a) for a in analysed.actors],
        "mentions": [
            mention_to_dict(m, s, text) for m, s in zip(analysed.mentions, stances, strict=True)
        ],
        "findings": [finding_to_dict(f, text) for f in analysed.findings],
        "weak_findings": [weak_finding_to_dict(f) for f in analysed.weak_findings],
        "harms": [harm_to_dict(h, text) for h in analysed.harms],
        "stances": [stance_to_dict(s) for s in analysed.stances],
        "decisions": [decision_to_dict(d) for d in analysed.decisions],
        "words": {voice.value: analysed.words.of(voice) for voice in Voice},
        "problems": [problem_to_dict(p) for p in analysed.problems],
        "references": [reference_to_dict(r, text) for r in analysed.references],
        "predicates": [predicate_to_dict(p, text) for p in analysed.predicates],
        "codes": [code_to_dict(c, text) for c in analysed.codes],
    }


def from_dict(data: Mapping[str, Any]) -> AnalysedArticle:
    """The article that `to_dict` gave `data` for."""
    return AnalysedArticle(
        article=article_from_dict(data["article"]),
        sentences=tuple(
            Sentence(index, span_from_dict(s), s["paragraph"])
            for index, s in enumerate(data["sentences"])
        ),
        biases=tuple(s["bias"] for s in data["sentences"]),
        attributions=tuple(attribution_from_dict(a) for a in data["attributions"]),
        actors=tuple(actor_from_dict(a) for a in data["actors"]),
        mentions=tuple(mention_from_dict(m) for m in data["mentions"]),
        findings=tuple(finding_from_dict(f) for f in data["findings"]),
        mention_stances=tuple(
            mention_stance_from_dict(n, m) for n, m in enumerate(data["mentions"])
        ),
        stances=tuple(stance_from_dict(s) for s in data["stances"]),
        decisions=tuple(decision_from_dict(d) for d in data["decisions"]),
        words=WordCounts(**data["words"]),
        problems=tuple(problem_from_dict(p) for p in data["problems"]),
        references=tuple(reference_from_dict(r) for r in data["references"]),
        predicates=tuple(predicate_from_dict(p) for p in data["predicates"]),
        codes=tuple(code_from_dict(c) for c in data.get("codes") or ()),
        weak_findings=tuple(weak_finding_from_dict(f) for f in data["weak_findings"]),
        harms=tuple(harm_from_dict(h) for h in data["harms"]),
    )
