import time

import pytest

from slantwise.errors import SettingsError
from slantwise.records import Voice
from slantwise.wording.kwic import KwicSettings, lines_of, term_search

TEXT = "Velm was occupied. “An occupied land,” said Lund. Preoccupied men left."
ROW = {"id": "a", "outlet": "O", "published": None, "title": None, "text": TEXT}
START = TEXT.index("An occupied")
QUOTE = [
    {
        "voice": "direct",
        "content": [{"start": START, "end": START + len("An occupied land,")}],
        "speaker": "lund",
    }
]


def hits(**settings):
    chosen = KwicSettings(**settings)
    pattern = term_search(chosen.term, regex=chosen.regex)
    return list(lines_of(ROW, QUOTE, pattern, chosen))


def test_whole_words_in_any_case_with_voice_and_context():
    found = hits(term="Occupied", width=9)
    assert [(h.left, h.node, h.voice, h.speaker) for h in found] == [
        ("Velm was", "occupied", Voice.OUTLET, None),
        ("ied. “An", "occupied", Voice.DIRECT, "lund"),
    ]
    assert found[1].right == "land,” s"
    assert [TEXT[h.start : h.end] for h in found] == ["occupied", "occupied"]


def test_a_star_stands_for_letters_and_a_pattern_for_itself():
    assert [h.node for h in hits(term="occup*")] == ["occupied", "occupied"]
    assert [h.node for h in hits(term="*occupied")] == ["occupied", "occupied", "Preoccupied"]
    assert [h.node for h in hits(term=r"\w*occ\w+", regex=True)][-1] == "Preoccupied"


def test_voices_are_filtered():
    assert [h.speaker for h in hits(term="occupied", voices=(Voice.DIRECT,))] == ["lund"]


def test_faults_are_refused_by_name():
    for term in ("", "(", "(?=a)b", r"(a)\1", "x" * 2000):
        with pytest.raises(SettingsError, match="kwic"):
            KwicSettings(term=term, regex=True)
    with pytest.raises(SettingsError, match="limit"):
        KwicSettings(term="a", limit=0)


def test_a_pattern_that_backtracks_elsewhere_takes_linear_time():
    pattern = term_search(r"(a+)+$", regex=True)
    began = time.perf_counter()
    assert pattern.search("a" * 50_000 + "b") is None
    assert time.perf_counter() - began < 2
