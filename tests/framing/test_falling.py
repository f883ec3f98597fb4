"""Whom findings fall on across sentences, with weights small enough to add up by hand."""

from types import SimpleNamespace

import numpy as np
import pytest

from slantwise.framing.choosing import Chooser
from slantwise.framing.falling import Cast
from slantwise.framing.hits import Hit
from slantwise.framing.reasons import REASONS
from slantwise.records import Kind, Linking, Mention, Sentence, SentenceOutputs, Span, Word

TEXT = "Okoro met Adeyemi. Nine men were beaten. Police kept quiet. They ruined their dead crop."
TAGS = "NNP VBD NNP . CD NNS VBD VBN . NNS VBD JJ . PRP VBD PRP$ JJ NN .".split()


def _outputs() -> SentenceOutputs:
    none = np.zeros((0, 0), np.float32)
    tokens = np.zeros((0, 2), np.int64)
    return SentenceOutputs(
        0.0, tokens, none, none, none, none, none, none, none
    )  # fmt: skip


def _words() -> tuple[Word, ...]:
    found, end = [], 0
    for word, tag in zip(TEXT.replace(".", " .").split(), TAGS, strict=True):
        start = TEXT.index(word, end)
        end = start + len(word)
        found.append(Word(Span(start, end), tag))
    return tuple(found)


def _mention(word: str, sentence: int) -> Mention:
    start = TEXT.index(word)
    return Mention(Span(start, start + len(word)), sentence, word.lower(), "unlisted")


@pytest.fixture
def cast() -> Cast:
    ends = [i + 1 for i, letter in enumerate(TEXT) if letter == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    spans = [Span(a, b) for a, b in zip(starts, ends, strict=True)]
    sentences = tuple(Sentence(i, span, 0) for i, span in enumerate(spans))
    encoded = SimpleNamespace(
        text=TEXT, sentences=sentences, words=_words(), outputs=[_outputs()] * len(spans)
    )
    named = (("Okoro", 0), ("Adeyemi", 0), ("men", 1), ("Police", 2))
    mentions = tuple(_mention(word, sentence) for word, sentence in named)
    return Cast(encoded, Linking(mentions, (), (), ()))


def _hit(part: str) -> Hit:
    start = TEXT.index(part)
    return Hit(Span(start, start + len(part)), Kind.AGENCY)


def _chooser(**weights: float) -> Chooser:
    """One unit, raised by 10 so that it is never cut: log-odds are the weighted sum and 10."""
    into = np.array([[weights.get(name, 0.0)] for name in REASONS])
    return Chooser(into, np.array([10.0]), np.array([1.0]))


def test_who_stands_in_another_sentence_is_weighed(cast: Cast) -> None:
    hit = _hit("were beaten")
    # Men: picked 1 + subject -3 = -2. Elsewhere 0 with Okoro 0 + antecedent 1 = 1.
    assert cast.actors(hit, 1, _chooser(picked=1, subject=-3, antecedent=1)) == ("okoro",)
    # Men: picked 1. All others 0.
    assert cast.actors(hit, 1, _chooser(picked=1)) == ("men",)
    # Of those that weigh the same, the first in the text.
    assert cast.actors(hit, 1, _chooser(elsewhere=1)) == ("okoro",)


def test_nobody_further_than_two_sentences_away_is_reached(cast: Cast) -> None:
    near = [claim.mention.actor for claim in cast.claims(_hit("ruined"), 3)]
    assert near == ["men", "police"]
    # Men stand two sentences away: -1; Police one: 0.
    assert cast.actors(_hit("ruined"), 3, _chooser(far=-1)) == ("police",)


def test_what_the_pronoun_at_the_start_owns_is_not_weighed(cast: Cast) -> None:
    # By weight men would take it, two sentences away: 5, the police 0.
    assert cast.actors(_hit("ruined"), 3, _chooser(far=5)) == ("men",)
    assert cast.actors(_hit("dead"), 3, _chooser(far=5)) == ("police",)


def test_nobody_named_near_gives_no_actor() -> None:
    sentence = Sentence(0, Span(0, len(TEXT)), 0)
    bare = SimpleNamespace(text=TEXT, sentences=(sentence,), words=_words(), outputs=[_outputs()])
    assert Cast(bare, Linking((), (), (), ())).actors(_hit("ruined"), 0, _chooser()) == ()


def test_a_claim_has_a_value_for_each_reason(cast: Cast) -> None:
    okoro, adeyemi, men, police = cast.claims(_hit("were beaten"), 1)
    assert {len(claim.values) for claim in (okoro, adeyemi, men, police)} == {len(REASONS)}
    told = dict(zip(REASONS, men.values, strict=True))
    assert told["subject"] == told["right_before"] == told["actor_here"] == 1
    assert told["behind"] == told["elsewhere"] == told["words_between"] == 0
    assert dict(zip(REASONS, okoro.values, strict=True))["behind"] == -1
    assert dict(zip(REASONS, police.values, strict=True))["behind"] == 1
