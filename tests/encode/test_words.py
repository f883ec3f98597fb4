import subprocess
import sys

import pytest

from slantwise.encode import Tagger
from slantwise.records import Span


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


def test_words_and_entities_stand_where_the_text_says(tagger):
    text = "The army left Oslo on Monday."
    ((words, entities),) = tagger.read([text], [100])
    assert [word.span.shift(-100).of(text) for word in words] == [
        *("The", "army", "left", "Oslo", "on", "Monday", "."),
    ]
    assert [(e.span, e.label) for e in entities] == [(Span(114, 118), "GPE")]


def test_order_is_kept_and_an_empty_text_has_no_words(tagger):
    found = list(tagger.read(["One left.", "", "Two came."], [0, 9, 9]))
    assert [len(words) for words, _ in found] == [3, 0, 3]
    assert found[2][0][0].span == Span(9, 12)


def test_the_command_line_of_spacy_can_still_be_imported():
    code = (
        "from slantwise.encode import Tagger; Tagger(); import sys; "
        "assert 'spacy.cli' not in sys.modules; from spacy.cli.info import info; assert info"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)
