"""What is packed for the page is unpacked here as the page does it, in UTF-16 units."""

from dataclasses import replace
from typing import Any

from slantwise.records import Kind, State, Voice
from slantwise.report.codebook import STANCES, VOICES
from slantwise.report.collecting import collect
from slantwise.report.numbering import number


def _units(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def _chain(steps: list[int]) -> list[tuple[int, int]]:
    spans, reached = [], 0
    for at in range(0, len(steps), 2):
        start = reached + steps[at]
        reached = start + steps[at + 1]
        spans.append((start, reached))
    return spans


def _stepped(flat: list[int], width: int) -> list[list[int]]:
    rows, before = [], 0
    for at in range(0, len(flat), width):
        before += flat[at]
        rows.append([before, *flat[at + 1 : at + width]])
    return rows


def _packed(run) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    payload = collect(run.comparison, run.articles, number(run.comparison)).payload
    return payload, payload["articles"]


def test_paragraphs_sentences_and_title_slice_to_the_same_words(run) -> None:
    _, packed = _packed(run)
    for article, row in zip(run.articles, packed, strict=True):
        text = article.text
        assert row["x"] == text
        paragraphs = [span.of(text) for span in article.article.paragraphs]
        assert [_units(text, *span) for span in _chain(row["p"])] == paragraphs
        sentences = [sentence.span.of(text) for sentence in article.sentences]
        assert [_units(text, *span) for span in _chain(row["s"])] == sentences
        assert article.article.title is not None
        assert [_units(text, *s) for s in _chain(row["t"])] == [article.article.title.of(text)]


def test_findings_come_back_whole(run) -> None:
    payload, packed = _packed(run)
    names = [name for name, _ in payload["actors"]]
    for article, row in zip(run.articles, packed, strict=True):
        rows = _stepped(row["f"], 9)
        assert len(rows) == len(article.findings)
        for finding, unpacked in zip(article.findings, rows, strict=True):
            start, length, kinds, voice, speaker, actors, direction, sure, why = unpacked
            assert _units(row["x"], start, start + length) == finding.span.of(article.text)
            assert [list(Kind)[k] for k in payload["kindsets"][kinds]] == list(finding.kinds)
            assert VOICES[voice] is finding.voice
            assert (speaker > 0) == (finding.speaker is not None)
            assert len(payload["actorsets"][actors]) == len(finding.actors)
            assert STANCES[direction] is finding.direction
            assert sure == 87
            said = [payload["said"][piece] for piece in payload["reasons"][why]]
            assert " ".join(said) == finding.evidence
    assert "Port <b>Authority</b>" in names


def test_mentions_and_judgements_come_back_whole(run) -> None:
    _, packed = _packed(run)
    for article, row in zip(run.articles, packed, strict=True):
        rows = _stepped(row["m"], 6)
        for stance, unpacked in zip(article.mention_stances, rows, strict=True):
            start, length, _, speaker, voice_and_state, sure = unpacked
            mention = article.mentions[stance.mention]
            assert _units(row["x"], start, start + length) == mention.span.of(article.text)
            assert VOICES[voice_and_state // 5] is stance.voice
            state = voice_and_state % 5
            label = stance.judgement.label
            assert state == (3 if label is None else STANCES.index(label))
            assert sure == round(100 * stance.judgement.probability)
            assert (speaker > 0) == (stance.speaker is not None)
        assert len(row["j"]) == 4 * len(article.stances)


def test_a_failed_judgement_is_neither_neutral_nor_abstained(run) -> None:
    article = run.articles[0]
    judgement = replace(
        article.stances[0].judgement,
        state=State.FAILED,
        label=None,
        against=0.0,
        neutral=0.0,
        favour=0.0,
        reason="too long",
    )
    failed = replace(article, stances=(replace(article.stances[0], judgement=judgement),))
    articles = (failed, *run.articles[1:])
    row = collect(run.comparison, articles, number(run.comparison)).payload["articles"][0]
    _, voice, state, score = row["j"]
    assert (state, score) == (4, 0)
    assert VOICES[voice] is Voice.OUTLET


def test_rows_of_one_speaker_alone_are_not_packed(run) -> None:
    article = run.articles[0]
    alone = replace(article, stances=tuple(replace(s, speaker="vel") for s in article.stances))
    articles = (alone, *run.articles[1:])
    assert (
        collect(run.comparison, articles, number(run.comparison)).payload["articles"][0]["j"] == []
    )


def test_attributions_keep_voice_speaker_and_every_part(run) -> None:
    payload, packed = _packed(run)
    voice, speaker, *steps = packed[0]["q"][0]
    assert VOICES[voice] is Voice.REPORTED
    assert payload["actors"][speaker][0] == "Port <b>Authority</b>"
    (span,) = _chain(steps)
    assert _units(packed[0]["x"], *span) == "it would answer the union by Friday"
