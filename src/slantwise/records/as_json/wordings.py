"""References and predicates as plain data."""

from collections.abc import Mapping
from typing import Any

from slantwise.records.as_json.spans import Plain, span_from_dict, span_to_dict
from slantwise.records.labels import Voice
from slantwise.records.wordings import (
    Argument,
    Predicate,
    PredicateForm,
    Reference,
    ReferenceForm,
)


def reference_to_dict(reference: Reference, text: str) -> Plain:
    """A reference as plain data, with its words."""
    return {
        **span_to_dict(reference.span),
        "text": reference.span.of(text),
        "sentence": reference.sentence,
        "actor": reference.actor,
        "form": reference.form.value,
        "how": reference.how,
        "plain": reference.plain,
        "voice": reference.voice.value,
        "speaker": reference.speaker,
    }


def reference_from_dict(data: Mapping[str, Any]) -> Reference:
    """The reference that `reference_to_dict` gave `data` for."""
    return Reference(
        span=span_from_dict(data),
        sentence=data["sentence"],
        actor=data["actor"],
        form=ReferenceForm(data["form"]),
        how=data["how"],
        plain=data["plain"],
        voice=Voice(data["voice"]),
        speaker=data["speaker"],
    )


def predicate_to_dict(predicate: Predicate, text: str) -> Plain:
    """A predicate as plain data, with its words."""
    return {
        **span_to_dict(predicate.span),
        "text": predicate.span.of(text),
        "sentence": predicate.sentence,
        "lemma": predicate.lemma,
        "form": predicate.form.value,
        "agent": _argument(predicate.agent),
        "patient": _argument(predicate.patient),
        "speech": predicate.speech,
        "negated": predicate.negated,
        "voice": predicate.voice.value,
        "speaker": predicate.speaker,
    }


def predicate_from_dict(data: Mapping[str, Any]) -> Predicate:
    """The predicate that `predicate_to_dict` gave `data` for."""
    return Predicate(
        span=span_from_dict(data),
        sentence=data["sentence"],
        lemma=data["lemma"],
        form=PredicateForm(data["form"]),
        agent=_read_argument(data["agent"]),
        patient=_read_argument(data["patient"]),
        speech=data["speech"],
        negated=data["negated"],
        voice=Voice(data["voice"]),
        speaker=data["speaker"],
    )


def _argument(argument: Argument | None) -> Plain | None:
    if argument is None:
        return None
    return {
        **span_to_dict(argument.span),
        "head": argument.head,
        "actor": argument.actor,
    }


def _read_argument(data: Mapping[str, Any] | None) -> Argument | None:
    if data is None:
        return None
    return Argument(span_from_dict(data), data["head"], data["actor"])
