"""Articles read by the shipped encoder, with actors named by hand."""

from collections.abc import Callable

import pytest

from slantwise.clean import clean
from slantwise.encode import Lemmatizer, OnnxEncoder, encode
from slantwise.records import (
    Actor,
    ActorKind,
    Article,
    Linking,
    Mention,
    Source,
    Span,
)
from slantwise.segment import segment
from slantwise.voice import VoiceMap
from slantwise.wording import Wordings, read_wordings

Read = Callable[..., tuple[str, Wordings]]


@pytest.fixture(scope="session")
def lemmas() -> Lemmatizer:
    return Lemmatizer()


@pytest.fixture
def read(encoder: OnnxEncoder, lemmas: Lemmatizer) -> Read:
    """Reads a one-paragraph text; every actor is given as name → id, persons with a '!'."""

    def _read(text: str, **actors: str) -> tuple[str, Wordings]:
        article = clean(Article("a", "Outlet", text, None, (Span(0, len(text)),), Source("a")))
        sentences, quotations = segment(article)
        (encoded,) = encode([(article, sentences, quotations)], encoder)
        linking = _linking(article.text, sentences, actors)
        voices = VoiceMap(())
        return article.text, read_wordings(encoded, linking, voices, lemmas=lemmas)

    return _read


def _linking(text, sentences, actors):
    mentions, known = [], []
    for id_, marked in actors.items():
        person, name = marked.endswith("!"), marked.rstrip("!")
        known.append(
            Actor(id_, name, ActorKind.PERSON if person else ActorKind.ARMY, None, (name,))
        )
        at = text.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            sentence = next(s.index for s in sentences if s.span.contains(span))
            mentions.append(Mention(span, sentence, id_, "name"))
            at = text.find(name, span.end)
    mentions.sort(key=lambda mention: mention.span)
    return Linking(tuple(mentions), tuple(known), (), ())
