"""Attributions, actors and merges of names as plain data."""

from collections.abc import Mapping
from typing import Any

from slantwise.records.as_json.spans import (
    Plain,
    optional_span_from_dict,
    optional_span_to_dict,
    spans_from_list,
    spans_to_list,
)
from slantwise.records.labels import ActorKind, Voice
from slantwise.records.readings import Actor, Attribution, LinkDecision


def attribution_to_dict(attribution: Attribution) -> Plain:
    """An attribution as plain data."""
    return {
        "voice": attribution.voice.value,
        "content": spans_to_list(attribution.content),
        "cue": optional_span_to_dict(attribution.cue),
        "source": optional_span_to_dict(attribution.source),
        "speaker": attribution.speaker,
        "cited_by": attribution.cited_by,
        "evidence": attribution.evidence,
        "n_words": attribution.n_words,
    }


def attribution_from_dict(data: Mapping[str, Any]) -> Attribution:
    """The attribution that `attribution_to_dict` gave `data` for."""
    return Attribution(
        voice=Voice(data["voice"]),
        content=spans_from_list(data["content"]),
        cue=optional_span_from_dict(data["cue"]),
        source=optional_span_from_dict(data["source"]),
        speaker=data["speaker"],
        cited_by=data["cited_by"],
        evidence=data["evidence"],
        n_words=data["n_words"],
    )


def actor_to_dict(actor: Actor) -> Plain:
    """An actor as plain data."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "parent": actor.parent,
        "aliases_seen": list(actor.aliases_seen),
    }


def actor_from_dict(data: Mapping[str, Any]) -> Actor:
    """The actor that `actor_to_dict` gave `data` for."""
    return Actor(
        id=data["id"],
        name=data["name"],
        kind=ActorKind(data["kind"]),
        parent=data["parent"],
        aliases_seen=tuple(data["aliases_seen"]),
    )


def decision_to_dict(decision: LinkDecision) -> Plain:
    """A merge of names, or a refusal, as plain data."""
    return {
        "surface": decision.surface,
        "actor": decision.actor,
        "merged": decision.merged,
        "reason": decision.reason,
    }


def decision_from_dict(data: Mapping[str, Any]) -> LinkDecision:
    """The decision that `decision_to_dict` gave `data` for."""
    return LinkDecision(data["surface"], data["actor"], data["merged"], data["reason"])
