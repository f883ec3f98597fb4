"""Tellings of harm and their doers, by hand."""

from types import SimpleNamespace

import pytest

from slantwise.evaluation.items import GoldHarm, GoldHarms
from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.agency import score
from slantwise.records import Actor, ActorKind, Harm, HarmForm, Mention, Span, Voice

TEXT = "Varenian troops killed two men. Three died in the raid. A shop was burned down. He slept."
ARMY = Actor("varenia/army", "Varenian army", ActorKind.ARMY, "varenia", ())
STATE = Actor("varenia", "Varenia", ActorKind.STATE, None, ("Varenian",))
OTHER = Actor("rebels", "rebels", ActorKind.ARMED_GROUP, None, ())


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


GOLD = GoldHarms(
    "1",
    TEXT,
    (
        GoldHarm(span("killed"), HarmForm.ACTIVE, "Varenian"),
        GoldHarm(span("died"), HarmForm.INTRANSITIVE, "Varenian"),
        GoldHarm(span("was burned down"), HarmForm.PASSIVE),
    ),
)


def harm(words: str, form: HarmForm, doer: str | None) -> Harm:
    return Harm(span(words), 0, form, Voice.OUTLET, doer)


def figures(stub: SimpleNamespace, *harms: Harm) -> dict[str, float]:
    reading = stub.Reading(
        actors=(ARMY, STATE, OTHER),
        mentions=(Mention(span("Varenian"), 0, "varenia", "demonym"),),
        harms=harms,
    )
    scored = score([GOLD], stub.Analyser({TEXT: reading}))
    return {name: value_of(metric, 1) for name, metric in scored.metrics.items()}


def test_naming_doer_and_telling_are_counted_apart(stub: SimpleNamespace) -> None:
    found = figures(
        stub,
        # The army rolls up to the state that gold names.
        harm("killed", HarmForm.ACTIVE, "varenia/army"),
        harm("died", HarmForm.NOMINAL, "rebels"),
        harm("slept", HarmForm.PASSIVE, None),
    )
    # 3 in gold, 3 found, 2 of them the same; "died" has another form, but leaves out the doer too.
    assert found["telling_precision"] == found["telling_recall"] == pytest.approx(2 / 3)
    assert found["naming_accuracy"] == 1.0
    assert found["form_accuracy"] == 1 / 2
    assert (found["named_doer_accuracy"], found["left_out_doer_accuracy"]) == (1.0, 0.0)
    # Only "killed" is right in all: 2 * 1 / (3 + 3).
    assert found["agency_f1"] == pytest.approx(1 / 3)
    assert found["named_share"] == found["named_share_gold"] == pytest.approx(1 / 3)


def test_a_doer_where_the_text_points_to_nobody_is_wrong(stub: SimpleNamespace) -> None:
    none = figures(stub, harm("burned down", HarmForm.PASSIVE, None))
    # Overlapping words are the same telling: 2 * 1 / (3 + 1).
    assert none["agency_f1"] == 1 / 2
    assert figures(stub, harm("burned down", HarmForm.PASSIVE, "rebels"))["agency_f1"] == 0.0


def test_one_telling_found_serves_one_of_gold_and_none_found_is_no_error(
    stub: SimpleNamespace,
) -> None:
    assert figures(stub, harm("killed two men. Three died", HarmForm.ACTIVE, None))[
        "telling_recall"
    ] == pytest.approx(1 / 3)
    assert figures(stub)["telling_recall"] == 0.0
