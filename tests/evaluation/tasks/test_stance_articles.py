"""The outlet's own stance toward a named actor, from the roll-up."""

from types import SimpleNamespace

from slantwise.evaluation.items import GoldStance
from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.stance_articles import answer, score
from slantwise.evaluation.texts import to_article
from slantwise.records import Mention, Span, Stance, Voice

BODY = "Rulo met Mira."


def reading(stub: SimpleNamespace) -> object:
    return stub.Reading(
        actors=(stub.actor("Rulo Vane", "Rulo"), stub.actor("Mira"), stub.actor("Rulo Bank")),
        mentions=(Mention(Span(0, 4), 0, "id:Rulo Vane", "surname"),),
        stances=(
            stub.row("Rulo Bank", stub.judged(0.0, 0.0, 1.0), 1),
            stub.row("Rulo Vane", stub.judged(0.8, 0.1, 0.1), 3),
            stub.row("Rulo Vane", stub.judged(0.0, 0.0, 1.0), 9, Voice.DIRECT),
            stub.row("Mira", stub.judged(0.0, 1.0, 0.0), 2, Voice.REPORTED),
        ),
    )


def gold(actor: str, stance: Stance, *aliases: str, body: str = BODY) -> GoldStance:
    return GoldStance("1", "Head", body, actor, stance, aliases)


def test_lines_of_one_article_share_a_reading(stub: SimpleNamespace) -> None:
    analyser = stub.Analyser({f"Head\n\n{BODY}": reading(stub)})
    items = [
        gold("the Rulo", Stance.AGAINST),
        gold("Mira", Stance.NEUTRAL),
        gold("Zed", Stance.NEUTRAL, "Rulo Bank"),
        gold("Zed", Stance.NEUTRAL),
        gold("Rulo", Stance.NEUTRAL, body="Another body."),
    ]
    scored = score(items, analyser)
    assert len(analyser.read) == 2
    assert (scored.answered, scored.abstained, scored.failed) == (2, 0, 3)
    assert scored.notes == (
        "2 failed: no mention of the actor was found",
        "1 failed: the actor is named in quoted voices only",
    )
    # "Rulo" is right; "Zed" bears the alias of the bank, which is favoured: wrong.
    assert value_of(scored.metrics["accuracy"], 5) == 1 / 5
    assert value_of(scored.metrics["accuracy_answered"], 5) == 1 / 2


def test_of_several_actors_the_most_mentioned_is_meant(stub: SimpleNamespace) -> None:
    read = reading(stub)
    without = stub.Reading(actors=(read.actors[0], read.actors[2]), stances=read.stances)
    analysed = stub.analysed(to_article("1", BODY), without)
    # "Rulo Ltd" holds the alias "Rulo" of the man; "Rulo" alone would stand for both.
    assert answer(gold("Rulo Ltd", Stance.AGAINST), analysed).label is Stance.AGAINST
    named = stub.Reading(actors=(stub.actor("Rulo Vane"), read.actors[2]), stances=read.stances)
    both = stub.analysed(to_article("1", BODY), named)
    assert answer(gold("Rulo", Stance.AGAINST), both).label is Stance.AGAINST
