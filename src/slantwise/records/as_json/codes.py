"""Findings of a codebook as plain data."""

from collections.abc import Mapping
from typing import Any

from slantwise.records.as_json.spans import Plain, span_from_dict, span_to_dict
from slantwise.records.codes import Code
from slantwise.records.labels import Stance, Voice


def code_to_dict(code: Code, text: str) -> Plain:
    """A finding of a codebook as plain data, with its words."""
    return {
        **span_to_dict(code.span),
        "text": code.span.of(text),
        "sentence": code.sentence,
        "kind": code.kind,
        "voice": code.voice.value,
        "speaker": code.speaker,
        "actors": list(code.actors),
        "direction": code.direction.value,
        "confidence": code.confidence,
        "evidence": code.evidence,
    }


def code_from_dict(data: Mapping[str, Any]) -> Code:
    """The finding that `code_to_dict` gave `data` for."""
    return Code(
        span=span_from_dict(data),
        sentence=data["sentence"],
        kind=data["kind"],
        voice=Voice(data["voice"]),
        speaker=data["speaker"],
        actors=tuple(data["actors"]),
        direction=Stance(data["direction"]),
        confidence=data["confidence"],
        evidence=data["evidence"],
    )
