"""References and predicates as plain data; beside `as_json`, which calls these."""

from collections.abc import Mapping
from typing import Any

from slantwise.records.labels import Voice
from slantwise.records.spans import Span
from slantwise.records.wordings import (
    Argument,
    Predicate,
    PredicateForm,
    Reference,
    ReferenceForm,
)

Plain = dict[str, Any]


def reference_to_dict(reference: Reference, text: str) -> Plain:
    """A reference as plain data, with its words."""
    return {
        "start": reference.span.start,
        "end": reference.span.end,
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
        span=Span(data["start"], data["end"]),
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
        "start": predicate.span.start,
        "end": predicate.span.end,
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
        span=Span(data["start"], data["end"]),
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
    span = argument.span
    return {
        "start": span.start,
        "end": span.end,
        "head": argument.head,
        "actor": argument.actor,
    }


def _read_argument(data: Mapping[str, Any] | None) -> Argument | None:
    if data is None:
        return None
    return Argument(Span(data["start"], data["end"]), data["head"], data["actor"])
