"""Every record of an analysed article, there and back; no model is needed."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from slantwise.records import (
    Actor,
    ActorKind,
    AnalysedArticle,
    Argument,
    Article,
    ArticleStance,
    Attribution,
    CleanedArticle,
    Code,
    Finding,
    Harm,
    HarmForm,
    Kind,
    LinkDecision,
    Mention,
    MentionStance,
    OffsetRun,
    Origin,
    Predicate,
    PredicateForm,
    Problem,
    Reference,
    ReferenceForm,
    Removal,
    Sentence,
    Source,
    Span,
    Stance,
    StanceJudgement,
    State,
    Voice,
    WeakFinding,
    WordCounts,
)
from slantwise.records.as_json import from_dict, to_dict

TEXT = "Rebels stormed the brave port."
SOURCE = Source("a.jsonl", "line 2")
LABELLED = StanceJudgement(State.LABELLED, Stance.AGAINST, 0.75, 0.2, 0.05)
ARTICLE = CleanedArticle(
    article=Article(
        id="a",
        outlet="Harbour Post",
        raw=TEXT + " Share",
        title=None,
        body=(Span(0, 36),),
        source=SOURCE,
        published=datetime(2024, 5, 2, 9, tzinfo=UTC),
        precision="minute",
        agencies=("Sea Wire",),
        origins=(Origin("outlet", "column 'paper'"),),
    ),
    text=TEXT,
    title=None,
    paragraphs=(Span(0, 30),),
    offsets=(OffsetRun(Span(0, 30), Span(0, 30)),),
    removals=(Removal(Span(31, 36), "Share", "sharing"),),
    language="en",
)
ANALYSED = AnalysedArticle(
    article=ARTICLE,
    sentences=(Sentence(0, Span(0, 30), 0),),
    biases=(0.9,),
    attributions=(
        Attribution(Voice.REPORTED, (Span(15, 29),), Span(7, 14), None, "rebels", 0, "a rule", 3),
    ),
    actors=(Actor("rebels", "Rebels", ActorKind.ARMED_GROUP, None, ("Rebels",)),),
    mentions=(Mention(Span(0, 6), 0, "rebels", "name"),),
    findings=(
        Finding(
            *(Span(7, 14), 0, (Kind.CHARGED_VERB, Kind.EVALUATIVE), Voice.OUTLET, None),
            *(("rebels",), Stance.AGAINST, 0.8, "head"),
        ),
    ),
    mention_stances=(MentionStance(0, "rebels", Voice.OUTLET, None, LABELLED),),
    stances=(
        ArticleStance(
            *("rebels", Voice.DIRECT, "mayor"),
            StanceJudgement(State.FAILED, None, 0.0, 0.0, 0.0, reason="no tokens"),
            *(1, 0, 1),
        ),
    ),
    decisions=(LinkDecision("Rebels", "rebels", True, "the same name"),),
    words=WordCounts(outlet=2, direct=0, reported=3, scare=0),
    problems=(Problem("encode", "too-long", "Cut.", SOURCE, "a", fatal=False),),
    references=(
        Reference(
            *(Span(19, 29), 0, "place:port", ReferenceForm.PHRASE, "entity"),
            *(False, Voice.OUTLET, None),
        ),
    ),
    predicates=(
        Predicate(
            *(Span(7, 14), 0, "storm", PredicateForm.ACTIVE),
            *(Argument(Span(0, 6), "rebel", "rebels"), None, False, False, Voice.OUTLET, None),
        ),
    ),
    codes=(
        Code(Span(7, 14), 0, "war", Voice.OUTLET, None, ("rebels",), Stance.AGAINST, 1.0, "term"),
    ),
    weak_findings=(WeakFinding(Span(19, 24), Kind.EVALUATIVE, Voice.OUTLET, 0.4),),
    harms=(Harm(Span(7, 14), 0, HarmForm.ACTIVE, Voice.OUTLET, "rebels"),),
)


def test_every_record_comes_back_from_json():
    assert from_dict(json.loads(json.dumps(to_dict(ANALYSED)))) == ANALYSED


def test_spans_carry_their_words():
    data = to_dict(ANALYSED)
    # R0 e1 b2 e3 l4 s5 _6 s7 … d13 _14 t15 h16 e17 _18 b19 … t28 .29
    assert data["mentions"][0]["text"] == "Rebels"
    assert data["findings"][0]["text"] == "stormed"
    assert data["references"][0]["text"] == "brave port"
    assert data["predicates"][0]["agent"] == {
        "start": 0,
        "end": 6,
        "head": "rebel",
        "actor": "rebels",
    }


def test_a_failed_judgement_is_no_neutral_one():
    (stance,) = to_dict(ANALYSED)["stances"]
    assert (stance["state"], stance["stance"], stance["reason"]) == ("failed", None, "no tokens")


def test_an_article_with_nothing_in_it_comes_back():
    empty = CleanedArticle(Article("b", "", "", None, (), SOURCE), "", None, (), ())
    lists = dict.fromkeys(
        (
            *("sentences", "biases", "attributions", "actors", "mentions", "findings"),
            *("mention_stances", "stances", "decisions", "problems", "references", "predicates"),
            *("codes", "weak_findings", "harms"),
        ),
        (),
    )
    nothing = replace(ANALYSED, article=empty, words=WordCounts(0, 0, 0, 0), **lists)
    assert from_dict(to_dict(nothing)) == nothing
