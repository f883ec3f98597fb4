"""Findings, tellings of harm and stances as plain data."""

from collections.abc import Mapping
from typing import Any

from slantwise.records.as_json.spans import Plain, span_from_dict, span_to_dict
from slantwise.records.judgements import (
    ArticleStance,
    Finding,
    Harm,
    MentionStance,
    StanceJudgement,
    WeakFinding,
)
from slantwise.records.labels import HarmForm, Kind, Stance, State, Voice
from slantwise.records.readings import Mention


def finding_to_dict(finding: Finding, text: str) -> Plain:
    """A finding as plain data, with its words."""
    return {
        **span_to_dict(finding.span),
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


def finding_from_dict(data: Mapping[str, Any]) -> Finding:
    """The finding that `finding_to_dict` gave `data` for."""
    return Finding(
        span=span_from_dict(data),
        sentence=data["sentence"],
        kinds=tuple(Kind(kind) for kind in data["kinds"]),
        voice=Voice(data["voice"]),
        speaker=data["speaker"],
        actors=tuple(data["actors"]),
        direction=Stance(data["direction"]),
        confidence=data["confidence"],
        evidence=data["evidence"],
    )


def weak_finding_to_dict(weak: WeakFinding) -> Plain:
    """A finding below the threshold as plain data."""
    return {
        **span_to_dict(weak.span),
        "kind": weak.kind.value,
        "voice": weak.voice.value,
        "confidence": weak.confidence,
    }


def weak_finding_from_dict(data: Mapping[str, Any]) -> WeakFinding:
    """The finding that `weak_finding_to_dict` gave `data` for."""
    return WeakFinding(
        span_from_dict(data), Kind(data["kind"]), Voice(data["voice"]), data["confidence"]
    )


def harm_to_dict(harm: Harm, text: str) -> Plain:
    """A telling of harm as plain data, with its words."""
    return {
        **span_to_dict(harm.span),
        "text": harm.span.of(text),
        "sentence": harm.sentence,
        "form": harm.form.value,
        "voice": harm.voice.value,
        "doer": harm.doer,
    }


def harm_from_dict(data: Mapping[str, Any]) -> Harm:
    """The telling of harm that `harm_to_dict` gave `data` for."""
    return Harm(
        span=span_from_dict(data),
        sentence=data["sentence"],
        form=HarmForm(data["form"]),
        voice=Voice(data["voice"]),
        doer=data["doer"],
    )


def mention_to_dict(mention: Mention, stance: MentionStance, text: str) -> Plain:
    """A mention as plain data, with its words and the stance at it."""
    return {
        **span_to_dict(mention.span),
        "text": mention.span.of(text),
        "sentence": mention.sentence,
        "actor": mention.actor,
        "how": mention.how,
        "voice": stance.voice.value,
        "speaker": stance.speaker,
        **_judgement_to_dict(stance.judgement),
    }


def mention_from_dict(data: Mapping[str, Any]) -> Mention:
    """The mention that `mention_to_dict` gave `data` for."""
    return Mention(span_from_dict(data), data["sentence"], data["actor"], data["how"])


def mention_stance_from_dict(index: int, data: Mapping[str, Any]) -> MentionStance:
    """The stance that `mention_to_dict` gave `data` for; `index` is the mention's."""
    voice = Voice(data["voice"])
    return MentionStance(index, data["actor"], voice, data["speaker"], _judgement_from_dict(data))


def stance_to_dict(stance: ArticleStance) -> Plain:
    """The stance of an article toward an actor in one voice as plain data."""
    return {
        "actor": stance.actor,
        "voice": stance.voice.value,
        "speaker": stance.speaker,
        **_judgement_to_dict(stance.judgement),
        "n_mentions": stance.n_mentions,
        "n_abstained": stance.n_abstained,
        "n_failed": stance.n_failed,
    }


def stance_from_dict(data: Mapping[str, Any]) -> ArticleStance:
    """The stance that `stance_to_dict` gave `data` for."""
    return ArticleStance(
        actor=data["actor"],
        voice=Voice(data["voice"]),
        speaker=data["speaker"],
        judgement=_judgement_from_dict(data),
        n_mentions=data["n_mentions"],
        n_abstained=data["n_abstained"],
        n_failed=data["n_failed"],
    )


def _judgement_to_dict(judgement: StanceJudgement) -> Plain:
    return {
        "state": judgement.state.value,
        "stance": judgement.label.value if judgement.label else None,
        "against": judgement.against,
        "neutral": judgement.neutral,
        "favour": judgement.favour,
        "reason": judgement.reason,
    }


def _judgement_from_dict(data: Mapping[str, Any]) -> StanceJudgement:
    label = Stance(data["stance"]) if data["stance"] else None
    shares = (data["against"], data["neutral"], data["favour"])
    return StanceJudgement(State(data["state"]), label, *shares, reason=data["reason"])
