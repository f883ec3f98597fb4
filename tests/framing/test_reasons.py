"""What speaks for a mention, read off a sentence by hand."""

import math

import numpy as np
import pytest

from slantwise.framing.clauses import Clause
from slantwise.framing.hits import Hit
from slantwise.framing.reasons import (
    OF_FINDING,
    OF_GAP,
    OF_MENTION,
    REASONS,
    Gap,
    of_finding,
    of_mention,
)
from slantwise.records import ActorKind, Kind, Mention, SentenceOutputs, Span, Word

TEXT = "Merania 's brutal raid , which Tolland hated , shocked Ostra ."
TAGS = "NNP POS JJ NN , WDT NNP VBD , VBD NNP .".split()
NONE = np.zeros((0, 0), np.float32)
OUTPUTS = SentenceOutputs(0.0, np.zeros((0, 2), np.int64), NONE, NONE, NONE, NONE, NONE, NONE, NONE)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _mention(name: str, how: str = "name") -> Mention:
    return Mention(_span(name), 0, name.lower(), how)


@pytest.fixture
def clause() -> Clause:
    words = tuple(Word(_span(w), tag) for w, tag in zip(TEXT.split(), TAGS, strict=True))
    named = tuple(_mention(name) for name in ("Merania", "Tolland", "Ostra"))
    return Clause(TEXT, Span(0, len(TEXT)), words, named)


def test_every_reason_has_one_name() -> None:
    assert len(set(REASONS)) == len(REASONS)


def test_what_parts_a_finding_from_those_around_it(clause: Clause) -> None:
    hit = Hit(_span("brutal"), Kind.EVALUATIVE)
    gap = Gap(clause, hit, 2, 3)
    merania, tolland, ostra = (
        dict(zip(OF_GAP, gap.reasons(mention), strict=True)) for mention in clause.mentions
    )
    # Between Merania and "brutal" stands "'s".
    assert (merania["before"], merania["after"]) == (1, 0)
    assert merania["words_between"] == math.log(2)
    # "raid", a comma and "which".
    assert (tolland["before"], tolland["after"]) == (0, 1)
    assert tolland["words_between"] == math.log(4)
    assert (tolland["joint_between"], tolland["commas_between"]) == (1, 1)
    # Two commas, Tolland, "hated" and "shocked".
    assert (ostra["commas_between"], ostra["mentions_between"], ostra["verb_between"]) == (2, 1, 1)


def test_who_stands_in_the_finding_is_parted_by_nothing(clause: Clause) -> None:
    gap = Gap(clause, Hit(_span("which Tolland"), Kind.LABEL), 5, 7)
    assert set(gap.reasons(clause.mentions[1])) == {0.0}


def test_what_a_mention_tells_by_itself(clause: Clause) -> None:
    def told(mention: Mention, sort: ActorKind | None) -> dict[str, float]:
        return dict(zip(OF_MENTION, of_mention(mention, clause, OUTPUTS, sort), strict=True))

    merania = told(clause.mentions[0], ActorKind.STATE)
    assert merania["owns"] == merania["opens"] == merania["kind_state"] == 1
    tolland = told(clause.mentions[1], None)
    assert (tolland["verb_follows"], tolland["kind_state"]) == (1, 0)
    assert told(clause.mentions[2], None)["object"] == 1
    assert told(_mention("Ostra", "demonym"), None)["how_demonym"] == 1


def test_what_a_finding_tells_by_itself(clause: Clause) -> None:
    told = dict(
        zip(
            OF_FINDING,
            of_finding(Hit(_span("shocked"), Kind.CHARGED_VERB), clause, 9, 10),
            strict=True,
        )
    )
    assert told["verb"] == told["charged-verb"] == 1
    assert told["passive"] == told["attributed"] == told["label"] == 0
