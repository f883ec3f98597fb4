"""Event matching, by pairs of articles."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from slantwise.errors import GoldError
from slantwise.evaluation.items import GoldArticle
from slantwise.evaluation.metrics import value_of
from slantwise.evaluation.tasks.articles import compare, score

STORM = "Storm waves flooded the harbour of Portmere and sank nine fishing boats at their moorings."
FINAL = "Neither side scored in the cup final at Wexham, which went to penalties before midnight."


def test_pairs_by_hand() -> None:
    gold = {"a": "x", "b": "x", "c": "x", "d": "y", "e": "y", "f": ""}
    groups = {"a": "1", "b": "1", "c": "2", "d": "2", "e": "3", "f": "2"}
    scored = compare(gold, groups, signed={"events_threshold": "0.2"})
    found = {name: value_of(metric, 2) for name, metric in scored.metrics.items()}
    # Gold pairs: 3 of x, 1 of y. Found among a to e: a-b and c-d (f has no event, e stands
    # alone); a-b is right.
    assert found == {"pair_precision": 1 / 2, "pair_recall": 1 / 4, "pair_f1": 2 / (4 + 2)}
    assert (scored.n_units, scored.answered) == (2, 5)
    assert scored.notes == ("1 of 6 articles name no event and only stand among the others",)
    assert scored.signed == {"events_threshold": "0.2"}


def test_gold_without_events_is_refused() -> None:
    with pytest.raises(GoldError, match="no line of the gold file names an event"):
        compare({"a": "", "b": ""}, {"a": "1", "b": "1"}, signed={})


def article(name: str, body: str, event: str) -> GoldArticle:
    return GoldArticle(
        id=name,
        outlet=f"Outlet {name}",
        title=" ".join(body.split()[:4]),
        body=body,
        published=datetime(2026, 2, 3),
        event=event,
    )


def test_events_that_gold_names_are_hidden_from_the_stage(stub: SimpleNamespace) -> None:
    # Gold puts the storm and the final together, which their texts do not.
    items = [article("a", STORM, "x"), article("b", STORM, "y"), article("c", FINAL, "x")]
    scored = score(iter(items), stub.Analyser())
    found = {name: value_of(metric, 2) for name, metric in scored.metrics.items()}
    # Gold pair: a-c. Found: a-b, the same words on the same day.
    assert found == {"pair_precision": 0.0, "pair_recall": 0.0, "pair_f1": 0.0}
    assert "events_threshold" in scored.signed
