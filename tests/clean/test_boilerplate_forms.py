import time

import pytest

from slantwise.clean import RULES
from slantwise.clean.boilerplate import LONGEST
from slantwise.clean.boilerplate_forms import FORMS


def test_every_rule_gives_its_reason() -> None:
    assert [rule.name for rule in RULES] == list(FORMS)
    assert all(rule.reason for rule in RULES)


@pytest.mark.parametrize(
    "unit",
    [
        "share ",
        "share | ",
        "- A ",
        "a, ",
        "A, ",
        "toggle caption A ",
        "via ",
        "x ",
        "cookie policy ",
    ],
)
def test_no_form_takes_long_to_refuse(unit: str) -> None:
    text = ("share " + unit * 400)[: LONGEST - 4] + "q.~z"
    started = time.perf_counter()
    for rule in RULES:
        rule.pattern.fullmatch(text)
    # About 1 ms; a form that can match one text in many ways takes hours.
    assert time.perf_counter() - started < 1.0
