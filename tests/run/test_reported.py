"""A run read as columns says what the same run says as records."""

import json
from dataclasses import replace

import pytest

from slantwise.errors import RunError
from slantwise.records import (
    AnalysedArticle,
    Article,
    ArticleStance,
    Attribution,
    CleanedArticle,
    Code,
    Mention,
    MentionStance,
    Problem,
    Sentence,
    Source,
    Span,
    Stance,
    StanceJudgement,
    State,
    Voice,
    WordCounts,
)
from slantwise.records.reported import reported
from slantwise.run import Inputs, Manifest, RunFolder, start_run
from slantwise.run.reported import reported_articles

AGAINST = StanceJudgement(State.LABELLED, Stance.AGAINST, 0.7, 0.2, 0.1)
UNSURE = StanceJudgement(State.ABSTAINED, None, 0.3, 0.4, 0.3)
FAILED = StanceJudgement(State.FAILED, None, 0.0, 0.0, 0.0, "too long")
TEXT = "Orlen hails Tavia."


def analysed(name: str, *judgements: StanceJudgement) -> AnalysedArticle:
    """An article whose mentions of Orlen and Tavia, by turns, are judged so."""
    spans = (Span(0, 5), Span(12, 17))
    actors = ("orlen", "tavia")
    source = Article(name, "Lantern", raw=TEXT, title=None, body=(), source=Source(f"{name}.txt"))
    return AnalysedArticle(
        article=CleanedArticle(source, TEXT, None, (Span(0, 18),), offsets=()),
        sentences=(Sentence(0, Span(0, 18), 0),),
        biases=(0.5,),
        attributions=(Attribution(Voice.DIRECT, (Span(0, 5),), speaker="tavia"),),
        actors=(),
        mentions=tuple(
            Mention(spans[n % 2], 0, actors[n % 2], "name") for n in range(len(judgements))
        ),
        findings=(),
        mention_stances=tuple(
            MentionStance(n, actors[n % 2], Voice.DIRECT, "tavia" if n else None, judgement)
            for n, judgement in enumerate(judgements)
        ),
        stances=tuple(
            ArticleStance(actors[n % 2], Voice.OUTLET, "tavia" if n == 1 else None, j, 1, 0, 0)
            for n, j in enumerate(judgements)
        ),
        decisions=(),
        words=WordCounts(2, 1, 0, 0),
    )


def made(path, outcomes) -> RunFolder:
    run = start_run(path / "run", Manifest({"model": "a"}, Inputs(), 8))
    run.write(0, outcomes)
    return run.finish(1)


def told(each) -> dict[str, object]:
    """The columns with names in place of numbers, which depend on what was read together."""
    judged, places = each.judged, each.places
    names = [*judged.names, None]
    return {
        "paragraphs": places.paragraphs.tolist(),
        "sentences": places.sentences.tolist(),
        "said": [(voice, names[speaker]) for voice, speaker in places.said.tolist()],
        "content": places.content.tolist(),
        "mentions": [
            (start, end, names[actor], names[speaker], *rest)
            for start, end, actor, speaker, *rest in judged.mentions.tolist()
        ],
        "probabilities": judged.probabilities.tolist(),
        "stances": [(names[actor], *rest) for actor, *rest in judged.stances.tolist()],
        "scores": judged.scores.tolist(),
    }


def test_columns_of_a_run_are_those_of_its_records(tmp_path) -> None:
    problem = Problem("ingest", "empty-file", "file b is empty", Source("b.txt"))
    articles = [analysed("a", AGAINST, UNSURE, FAILED), analysed("c"), analysed("d", UNSURE)]
    run = made(tmp_path, [articles[0], problem, *articles[1:]])
    found = list(reported_articles(run))
    assert [each.article.id for each in found] == ["a", "c", "d"]
    assert [told(each) for each in found] == [told(reported(each)) for each in articles]


def test_outcomes_voices_and_speakers_by_hand(tmp_path) -> None:
    (found,) = reported_articles(made(tmp_path, [analysed("a", AGAINST, UNSURE, FAILED)]))
    # Direct is voice 1; against is outcome 0, abstained 3, failed 4. The likeliest of 0.7, 0.2
    # and 0.1 is 0.7; the score is favour less against, 0.1 - 0.7.
    assert told(found) == {
        "paragraphs": [[0, 18]],
        "sentences": [[0, 18]],
        "said": [(1, "tavia")],
        "content": [[0, 0, 5]],  # of attribution 0, from 0 to 5
        "mentions": [
            (0, 5, "orlen", None, 1, 0),
            (12, 17, "tavia", "tavia", 1, 3),
            (0, 5, "orlen", "tavia", 1, 4),
        ],
        "probabilities": [0.7, 0.4, 0.0],
        "stances": [("orlen", 0, 0), ("orlen", 0, 4)],  # the row of one speaker is left out
        "scores": [0.1 - 0.7, 0.0],
    }


def test_what_no_report_shows_is_left_out_and_the_rest_stays(tmp_path) -> None:
    whole = analysed("a", AGAINST)
    (found,) = reported_articles(made(tmp_path, [whole]))
    article = found.article
    assert (article.text, article.words) == (TEXT, whole.words)
    assert (article.sentences, article.attributions, article.article.paragraphs) == ((), (), ())
    assert (article.mentions, article.mention_stances, article.stances) == ((), (), ())
    assert article.article.article.raw == ""


def test_a_run_of_problems_gives_no_articles(tmp_path) -> None:
    problem = Problem("ingest", "empty-file", "file b is empty", Source("b.txt"))
    assert list(reported_articles(made(tmp_path, [problem]))) == []


def test_a_damaged_part_is_named(tmp_path) -> None:
    run = made(tmp_path, [analysed("a", AGAINST)])
    run.part(0).write_bytes(json.dumps("no part").encode())
    with pytest.raises(RunError, match=r"000000\.parquet"):
        list(reported_articles(run))


@pytest.mark.parametrize(("column", "value"), [("voice", "choir"), ("state", "guessed")])
def test_a_value_that_is_no_label_is_refused(tmp_path, column: str, value: str) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    run = made(tmp_path, [analysed("a", AGAINST)])
    table = pq.read_table(run.part(0))
    rows = table.to_pylist()
    rows[0]["mentions"][0][column] = value
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), run.part(0))
    with pytest.raises(RunError, match="damaged"):
        list(reported_articles(run))


def test_pieces_of_several_attributions_stand_sorted_under_their_own(tmp_path) -> None:
    said = (
        Attribution(Voice.REPORTED, (Span(12, 17), Span(0, 5))),
        Attribution(Voice.DIRECT, (Span(6, 11),), speaker="tavia"),
    )
    articles = [replace(analysed(name), attributions=said) for name in ("a", "b")]
    found = list(reported_articles(made(tmp_path, articles)))
    for each in found:
        assert told(each)["said"] == [(2, None), (1, "tavia")]
        assert told(each)["content"] == [[0, 0, 5], [0, 12, 17], [1, 6, 11]]


def test_sentences_come_as_records_where_codes_stand_on_them(tmp_path) -> None:
    code = Code(Span(0, 5), 0, "praise", Voice.OUTLET, None, (), Stance.FAVOUR, 0.9, "term")
    coded = replace(analysed("a"), codes=(code,))
    found, other = reported_articles(made(tmp_path, [coded, analysed("b")]))
    assert (found.article.sentences, found.article.codes) == (coded.sentences, (code,))
    assert other.article.sentences == ()
