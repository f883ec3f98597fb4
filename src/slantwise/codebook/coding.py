"""The `codebook` stage: an encoded, linked article in, findings of a researcher's kinds out.

Terms and patterns give the spans they match; where a kind has a classifier and neither matches
in a sentence, the sentence itself is the span. Every finding says what decided it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slantwise.codebook.classifier import Classifier, learn
from slantwise.codebook.kinds import Codebook, CodebookKind, Matcher
from slantwise.encode import Encoder
from slantwise.framing.clauses import Clause, clauses
from slantwise.framing.hits import Hit, mentions_hit
from slantwise.patterns import is_whole
from slantwise.records import (
    Code,
    EncodedArticle,
    Kind,
    Linking,
    Span,
    Stance,
    Voice,
)
from slantwise.voice import VoiceMap


@dataclass(frozen=True, slots=True)
class Coder:
    """A codebook ready to code articles.

    Attributes:
        codebook: its kinds.
        classifiers: by kind id, for kinds with labelled sentences.
    """

    codebook: Codebook
    classifiers: Mapping[str, Classifier]

    def to_dict(self) -> dict[str, Any]:
        """What a run keeps of it: kinds in words, weights and figures of the classifiers."""
        book = self.codebook
        return {
            "name": book.name,
            "replace": book.replace,
            "digest": book.digest,
            "kinds": [
                {
                    "id": kind.id,
                    "name": kind.name,
                    "definition": kind.definition,
                    "examples": list(kind.examples),
                    "terms": [m.text for m in kind.matchers if m.whole_words],
                    "patterns": [m.text for m in kind.matchers if not m.whole_words],
                }
                for kind in book.kinds
            ],
            "classifiers": {id_: c.to_dict() for id_, c in self.classifiers.items()},
        }

    def signed(self) -> dict[str, str]:
        """The codebook by name, for a signature."""
        book = self.codebook
        return {
            "codebook": book.name,
            "codebook_digest": book.digest,
            "codebook_replace": str(book.replace),
        }


def prepare(codebook: Codebook, encoder: Encoder, background: Sequence[str] = ()) -> Coder:
    """The codebook with its classifiers learnt.

    Args:
        codebook: the codebook.
        encoder: opened with states where the codebook has labelled sentences.
        background: sentences on other topics, taken not to hold unless terms match them.

    Raises:
        ModelError: it has labelled sentences and the encoder gives no states.
    """
    learnt = {
        kind.id: learn(kind, encoder, [text for text in background if not matches(text, kind)])
        for kind in codebook.kinds
        if kind.sentences
    }
    return Coder(codebook, learnt)


def code(
    encoded: EncodedArticle, linking: Linking, voices: VoiceMap, coder: Coder
) -> tuple[Code, ...]:
    """Findings of the codebook in order of position; those of different kinds may overlap."""
    read = clauses(encoded, linking)
    found = [
        finding
        for kind in coder.codebook.kinds
        for finding in _of_kind(encoded, read, voices, (kind, coder.classifiers.get(kind.id)))
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.kind)))


def _of_kind(
    encoded: EncodedArticle,
    read: tuple[Clause, ...],
    voices: VoiceMap,
    how: tuple[CodebookKind, Classifier | None],
) -> Iterator[Code]:
    kind, classifier = how
    for sentence in encoded.sentences:
        text = sentence.span.of(encoded.text)
        hits = [(s.shift(sentence.span.start), why) for s, why in matches(text, kind)]
        chance = classifier.probability(encoded.outputs[sentence.index]) if classifier else 0.0
        said = f"classifier {chance:.2f}" if classifier else ""
        for span, why in hits:
            evidence = "; ".join(piece for piece in (why, said) if piece)
            yield _code(kind, (span, sentence.index, 1.0, evidence), encoded, read, voices)
        if classifier and not hits and chance >= classifier.threshold:
            sure = round(chance, 4)
            yield _code(kind, (sentence.span, sentence.index, sure, said), encoded, read, voices)


def matches(text: str, kind: CodebookKind) -> list[tuple[Span, str]]:
    """What the kind's terms and patterns match in a text, longest first where they overlap.

    Each hit comes with the term or pattern that decided it, in order of position.
    """
    hits = [(span, m.words) for m in kind.matchers for span in _spans(text, m)]
    hits.sort(key=lambda hit: (-len(hit[0]), hit[0].start))
    kept: list[tuple[Span, str]] = []
    for span, why in hits:
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, why))
    return sorted(kept)


def _spans(text: str, matcher: Matcher) -> Iterator[Span]:
    for match in matcher.pattern.finditer(text):
        start, end = match.span()
        if start < end and (not matcher.whole_words or is_whole(text, start, end)):
            yield Span(start, end)


def _code(
    kind: CodebookKind,
    found: tuple[Span, int, float, str],
    encoded: EncodedArticle,
    read: tuple[Clause, ...],
    voices: VoiceMap,
) -> Code:
    span, sentence, confidence, evidence = found
    voice, attribution = voices.at(span)
    quoted = attribution is not None and voice in (Voice.DIRECT, Voice.REPORTED)
    # A researcher's kind is read as a judging word is: it falls on what it is said of.
    antecedent = read[sentence - 1].main_subject() if sentence else None
    hit = mentions_hit(
        Hit(span, Kind.EVALUATIVE, attribution),
        read[sentence],
        encoded.outputs[sentence],
        antecedent=antecedent,
    )
    actors = tuple(dict.fromkeys(mention.actor for mention in hit))
    return Code(
        span=span,
        sentence=sentence,
        kind=kind.id,
        voice=voice,
        speaker=attribution.speaker if attribution and quoted else None,
        actors=actors,
        direction=kind.direction if actors else Stance.NEUTRAL,
        confidence=confidence,
        evidence=evidence,
    )
