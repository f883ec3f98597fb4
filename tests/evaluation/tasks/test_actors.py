"""Mentions, links and roll-up, by hand."""

from types import SimpleNamespace

import pytest

from slantwise.evaluation.items import GoldActor, GoldCast
from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.actors import bare, score, top_of
from slantwise.records import Actor, ActorKind, Mention, Span

TEXT = "The union met Ankara. Lund and residents left; the union spoke."


def gold(part: str, actor: str, top: str, how: str, *, nth: int = 0) -> GoldActor:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(part, start + 1)
    return GoldActor(Span(start, start + len(part)), actor, None, top, how)


ITEM = GoldCast(
    "1",
    TEXT,
    (
        gold("union", "group:union", "group:union", "group"),
        gold("Ankara", "turkiye", "turkiye", "metonym"),
        gold("Lund", "unlisted:lund", "unlisted:lund", "unlisted"),
        gold("residents", "group:residents", "group:residents", "group"),
        gold("the union", "group:union", "group:union", "group"),
    ),
)


def mention(part: str, actor: str, *, nth: int = 0) -> Mention:
    span = gold(part, actor, "", "", nth=nth).span
    return Mention(span, 0, actor, "name")


def test_ids_of_the_table_must_agree_and_local_ones_pair_up(stub: SimpleNamespace) -> None:
    reading = stub.Reading(
        actors=(
            Actor("group:dockers", "dockers", ActorKind.GROUP, None, ()),
            Actor("turkiye/government", "Turkish government", ActorKind.GOVERNMENT, "turkiye", ()),
            Actor("unlisted:lund", "Lund", ActorKind.PERSON, None, ()),
            Actor("turkiye", "Türkiye", ActorKind.STATE, None, ()),
        ),
        mentions=(
            # With its article: no matter. Its local id is another; it pairs with group:union.
            mention("The union", "group:dockers"),
            # Wrong actor, which rolls up to the right one.
            mention("Ankara", "turkiye/government"),
            mention("Lund and", "unlisted:lund"),
            mention("union", "group:dockers", nth=1),
        ),
    )
    scored = score([ITEM], stub.Analyser({TEXT: reading}))
    found = {name: value_of(metric, 1) for name, metric in scored.metrics.items()}
    # 5 in gold, 4 found, 3 of the same span (both unions, Ankara), 2 of them linked right.
    assert found["mention_f1"] == pytest.approx(2 * 3 / (5 + 4))
    assert found["linking_precision"] == 2 / 4
    assert found["linking_recall"] == 2 / 5
    assert found["linking_f1"] == pytest.approx(2 * 2 / (5 + 4))
    # "Lund and" overlaps Lund: 4 of 5 are touched.
    assert found["mention_recall_overlap"] == 4 / 5
    assert found["rollup_accuracy"] == 1.0
    # Of three groups in gold two are linked; of one metonym none.
    assert found["linking_recall_group"] == pytest.approx(2 / 3)
    assert found["linking_recall_metonym"] == 0.0


def test_a_local_id_stands_for_one_actor_only(stub: SimpleNamespace) -> None:
    everybody = Actor("group:all", "all", ActorKind.GROUP, None, ())
    reading = stub.Reading(
        actors=(everybody,),
        mentions=(
            mention("union", "group:all"),
            mention("residents", "group:all"),
            mention("union", "group:all", nth=1),
        ),
    )
    scored = score([ITEM], stub.Analyser({TEXT: reading}))
    # It pairs with the union, which shares two mentions with it; the residents are wrong.
    assert value_of(scored.metrics["linking_precision"], 1) == pytest.approx(2 / 3)


def test_small_steps() -> None:
    assert bare(Span(0, 3), "The") == Span(0, 3)
    circle = {
        "a": Actor("a", "a", ActorKind.STATE, "b", ()),
        "b": Actor("b", "b", ActorKind.STATE, "a", ()),
    }
    assert top_of("a", circle) in ("a", "b")
    assert top_of("nobody", {}) == "nobody"
