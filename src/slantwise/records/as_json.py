"""One analysed article as plain data: what `show --json` prints and what a run's parts hold.

`to_dict` and `from_dict` are each other's inverse.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from slantwise.records.analysed import AnalysedArticle, WordCounts
from slantwise.records.articles import (
    Article,
    CleanedArticle,
    OffsetRun,
    Origin,
    Problem,
    Removal,
    Source,
)
from slantwise.records.codes_as_json import code_from_dict, code_to_dict
from slantwise.records.judgements import (
    ArticleStance,
    Finding,
    Harm,
    MentionStance,
    StanceJudgement,
    WeakFinding,
)
from slantwise.records.labels import ActorKind, HarmForm, Kind, Stance, State, Voice
from slantwise.records.readings import Actor, Attribution, LinkDecision, Mention, Sentence
from slantwise.records.spans import Span
from slantwise.records.wordings_as_json import (
    predicate_from_dict,
    predicate_to_dict,
    reference_from_dict,
    reference_to_dict,
)

Plain = dict[str, Any]


def to_dict(analysed: AnalysedArticle) -> Plain:
    """The article as dictionaries, lists, strings and numbers; every span is `start`, `end`."""
    stances = analysed.mention_stances
    return {
        "article": _article(analysed.article),
        "sentences": [
            {**_span(s.span), "paragraph": s.paragraph, "bias": b}
            for s, b in zip(analysed.sentences, analysed.biases, strict=True)
        ],
        "attributions": [_attribution(a) for a in analysed.attributions],
        "actors": [_actor(a) for a in analysed.actors],
        "mentions": [
            _mention(m, s, analysed.text) for m, s in zip(analysed.mentions, stances, strict=True)
        ],
        "findings": [_finding(f, analysed.text) for f in analysed.findings],
        "weak_findings": [_weak(f) for f in analysed.weak_findings],
        "harms": [_harm(h, analysed.text) for h in analysed.harms],
        "stances": [_stance(s) for s in analysed.stances],
        "decisions": [_decision(d) for d in analysed.decisions],
        "words": {voice.value: analysed.words.of(voice) for voice in Voice},
        "problems": [problem_to_dict(p) for p in analysed.problems],
        "references": [reference_to_dict(r, analysed.text) for r in analysed.references],
        "predicates": [predicate_to_dict(p, analysed.text) for p in analysed.predicates],
        "codes": [code_to_dict(c, analysed.text) for c in analysed.codes],
    }


def from_dict(data: Mapping[str, Any]) -> AnalysedArticle:
    """The article that `to_dict` gave `data` for."""
    return AnalysedArticle(
        article=_read_article(data["article"]),
        sentences=tuple(
            Sentence(index, _read_span(s), s["paragraph"])
            for index, s in enumerate(data["sentences"])
        ),
        biases=tuple(s["bias"] for s in data["sentences"]),
        attributions=tuple(_read_attribution(a) for a in data["attributions"]),
        actors=tuple(_read_actor(a) for a in data["actors"]),
        mentions=tuple(
            Mention(_read_span(m), m["sentence"], m["actor"], m["how"]) for m in data["mentions"]
        ),
        findings=tuple(_read_finding(f) for f in data["findings"]),
        mention_stances=tuple(
            MentionStance(n, m["actor"], Voice(m["voice"]), m["speaker"], _read_judgement(m))
            for n, m in enumerate(data["mentions"])
        ),
        stances=tuple(_read_stance(s) for s in data["stances"]),
        decisions=tuple(
            LinkDecision(d["surface"], d["actor"], d["merged"], d["reason"])
            for d in data["decisions"]
        ),
        words=WordCounts(**data["words"]),
        problems=tuple(problem_from_dict(p) for p in data["problems"]),
        references=tuple(reference_from_dict(r) for r in data["references"]),
        predicates=tuple(predicate_from_dict(p) for p in data["predicates"]),
        codes=tuple(code_from_dict(c) for c in data.get("codes") or ()),
        weak_findings=tuple(_read_weak(f) for f in data["weak_findings"]),
        harms=tuple(_read_harm(h) for h in data["harms"]),
    )


def problem_to_dict(problem: Problem) -> Plain:
    """A problem as plain data."""
    return {
        "stage": problem.stage,
        "reason": problem.reason,
        "message": problem.message,
        "path": problem.source.path,
        "record": problem.source.record,
        "article_id": problem.article_id,
        "fatal": problem.fatal,
    }


def problem_from_dict(data: Mapping[str, Any]) -> Problem:
    """The problem that `problem_to_dict` gave `data` for."""
    source = Source(data["path"], data["record"])
    rest = {key: value for key, value in data.items() if key not in ("path", "record")}
    return Problem(source=source, **rest)


def _span(span: Span) -> Plain:
    return {"start": span.start, "end": span.end}


def _span_or_none(span: Span | None) -> Plain | None:
    return None if span is None else _span(span)


def _spans(spans: Sequence[Span]) -> list[Plain]:
    return [_span(span) for span in spans]


def _article(cleaned: CleanedArticle) -> Plain:
    article = cleaned.article
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": cleaned.title.of(cleaned.text) if cleaned.title else "",
        "outlet_given": article.outlet_given,
        "published": article.published.isoformat() if article.published else None,
        "precision": article.precision,
        "url": article.url,
        "event": article.event,
        "byline": article.byline,
        "agencies": list(article.agencies),
        "section": article.section,
        "language": cleaned.language,
        "path": article.source.path,
        "record": article.source.record,
        "text": cleaned.text,
        "title_span": _span_or_none(cleaned.title),
        "paragraphs": _spans(cleaned.paragraphs),
        "raw": article.raw,
        "raw_title": _span_or_none(article.title),
        "raw_body": _spans(article.body),
        "raw_language": article.language,
        "origins": [{"field": o.field, "place": o.place} for o in article.origins],
        "offsets": [
            {
                "start": r.text.start,
                "end": r.text.end,
                "raw_start": r.raw.start,
                "raw_end": r.raw.end,
            }
            for r in cleaned.offsets
        ],
        "removals": [{**_span(r.span), "text": r.text, "rule": r.rule} for r in cleaned.removals],
    }


def _attribution(attribution: Attribution) -> Plain:
    return {
        "voice": attribution.voice.value,
        "content": _spans(attribution.content),
        "cue": _span_or_none(attribution.cue),
        "source": _span_or_none(attribution.source),
        "speaker": attribution.speaker,
        "cited_by": attribution.cited_by,
        "evidence": attribution.evidence,
        "n_words": attribution.n_words,
    }


def _actor(actor: Actor) -> Plain:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "parent": actor.parent,
        "aliases_seen": list(actor.aliases_seen),
    }


def _mention(mention: Mention, stance: MentionStance, text: str) -> Plain:
    return {
        **_span(mention.span),
        "text": mention.span.of(text),
        "sentence": mention.sentence,
        "actor": mention.actor,
        "how": mention.how,
        "voice": stance.voice.value,
        "speaker": stance.speaker,
        **_judgement(stance.judgement),
    }


def _finding(finding: Finding, text: str) -> Plain:
    return {
        **_span(finding.span),
        "text": finding.span.of(text),
        "sentence": finding.sentence,
        "kinds": [kind.value for kind in finding.kinds],
        "voice": finding.voice.value,
        "speaker": finding.speaker,
        "actors": list(finding.actors),
        "direction": finding.direction.value,
        "confidence": finding.confidence,
        "evidence": finding.evidence,
    }


def _weak(weak: WeakFinding) -> Plain:
    return {
        **_span(weak.span),
        "kind": weak.kind.value,
        "voice": weak.voice.value,
        "confidence": weak.confidence,
    }


def _harm(harm: Harm, text: str) -> Plain:
    return {
        **_span(harm.span),
        "text": harm.span.of(text),
        "sentence": harm.sentence,
        "form": harm.form.value,
        "voice": harm.voice.value,
        "doer": harm.doer,
    }


def _judgement(judgement: StanceJudgement) -> Plain:
    return {
        "state": judgement.state.value,
        "stance": judgement.label.value if judgement.label else None,
        "against": judgement.against,
        "neutral": judgement.neutral,
        "favour": judgement.favour,
        "reason": judgement.reason,
    }


def _stance(stance: ArticleStance) -> Plain:
    return {
        "actor": stance.actor,
        "voice": stance.voice.value,
        "speaker": stance.speaker,
        **_judgement(stance.judgement),
        "n_mentions": stance.n_mentions,
        "n_abstained": stance.n_abstained,
        "n_failed": stance.n_failed,
    }


def _decision(decision: LinkDecision) -> Plain:
    return {
        "surface": decision.surface,
        "actor": decision.actor,
        "merged": decision.merged,
        "reason": decision.reason,
    }


def _read_span(data: Mapping[str, Any]) -> Span:
    return Span(data["start"], data["end"])


def _read_span_or_none(data: Mapping[str, Any] | None) -> Span | None:
    return None if data is None else _read_span(data)


def _read_spans(data: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(_read_span(span) for span in data)


def _read_article(data: Mapping[str, Any]) -> CleanedArticle:
    article = Article(
        id=data["id"],
        outlet=data["outlet"],
        raw=data["raw"],
        title=_read_span_or_none(data["raw_title"]),
        body=_read_spans(data["raw_body"]),
        source=Source(data["path"], data["record"]),
        published=datetime.fromisoformat(data["published"]) if data["published"] else None,
        url=data["url"],
        event=data["event"],
        byline=data["byline"],
        section=data["section"],
        language=data["raw_language"],
        precision=data["precision"],
        outlet_given=data["outlet_given"],
        agencies=tuple(data["agencies"]),
        origins=tuple(Origin(o["field"], o["place"]) for o in data["origins"]),
    )
    return CleanedArticle(
        article=article,
        text=data["text"],
        title=_read_span_or_none(data["title_span"]),
        paragraphs=_read_spans(data["paragraphs"]),
        offsets=tuple(
            OffsetRun(_read_span(r), Span(r["raw_start"], r["raw_end"])) for r in data["offsets"]
        ),
        removals=tuple(Removal(_read_span(r), r["text"], r["rule"]) for r in data["removals"]),
        language=data["language"],
    )


def _read_attribution(data: Mapping[str, Any]) -> Attribution:
    return Attribution(
        voice=Voice(data["voice"]),
        content=_read_spans(data["content"]),
        cue=_read_span_or_none(data["cue"]),
        source=_read_span_or_none(data["source"]),
        speaker=data["speaker"],
        cited_by=data["cited_by"],
        evidence=data["evidence"],
        n_words=data["n_words"],
    )


def _read_actor(data: Mapping[str, Any]) -> Actor:
    return Actor(
        id=data["id"],
        name=data["name"],
        kind=ActorKind(data["kind"]),
        parent=data["parent"],
        aliases_seen=tuple(data["aliases_seen"]),
    )


def _read_finding(data: Mapping[str, Any]) -> Finding:
    return Finding(
        span=_read_span(data),
        sentence=data["sentence"],
        kinds=tuple(Kind(kind) for kind in data["kinds"]),
        voice=Voice(data["voice"]),
        speaker=data["speaker"],
        actors=tuple(data["actors"]),
        direction=Stance(data["direction"]),
        confidence=data["confidence"],
        evidence=data["evidence"],
    )


def _read_weak(data: Mapping[str, Any]) -> WeakFinding:
    return WeakFinding(
        _read_span(data), Kind(data["kind"]), Voice(data["voice"]), data["confidence"]
    )


def _read_harm(data: Mapping[str, Any]) -> Harm:
    return Harm(
        span=_read_span(data),
        sentence=data["sentence"],
        form=HarmForm(data["form"]),
        voice=Voice(data["voice"]),
        doer=data["doer"],
    )


def _read_judgement(data: Mapping[str, Any]) -> StanceJudgement:
    label = Stance(data["stance"]) if data["stance"] else None
    shares = (data["against"], data["neutral"], data["favour"])
    return StanceJudgement(State(data["state"]), label, *shares, reason=data["reason"])


def _read_stance(data: Mapping[str, Any]) -> ArticleStance:
    return ArticleStance(
        actor=data["actor"],
        voice=Voice(data["voice"]),
        speaker=data["speaker"],
        judgement=_read_judgement(data),
        n_mentions=data["n_mentions"],
        n_abstained=data["n_abstained"],
        n_failed=data["n_failed"],
    )
