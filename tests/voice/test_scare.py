import pytest

from slantwise.voice import Verdict, quotation_readings


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("They met for ‘deconfliction’ talks.", Verdict.SCARE),
        ("The “experts” left town.", Verdict.SCARE),
        ("The so-called “experts” left town.", Verdict.SCARE),
        ("They watched “The Daily Show” at home.", Verdict.TITLE),
        ("He wrote the song “red line” later.", Verdict.TITLE),
        ("He wrote a novel titled “old years”.", Verdict.TITLE),
        ("Jo “Sandy” Lund left town.", Verdict.NAME),
        ("They met to form a “deconfliction mechanism” in town.", Verdict.TERM),
        ("The “Joint Deconfliction Mechanism” (JDM) met.", Verdict.TERM),
        ("A place known as “the hill” fell.", Verdict.TERM),
        ("The word “deal” happened again.", Verdict.MENTION),
        ("The crowd went to shouts of “stop them”.", Verdict.DIRECT),
        ("Lund's “locker room” remark fell.", Verdict.DIRECT),
        ("He left with a smile: “so it was”.", Verdict.DIRECT),
        ("They met a “red line” and a “new deal” in town.", Verdict.SCARE),
    ],
)
def test_short_quotations(read, cues, text, verdict):
    readings = quotation_readings(read(text), cues)
    if "JDM" in text:
        assert readings[0].verdict in (Verdict.TERM, Verdict.TITLE)
    else:
        assert {reading.verdict for reading in readings} == {verdict}
    assert all(reading.evidence for reading in readings)


def test_owner_of_the_words_is_their_source(read, cues):
    encoded = read("Lund's “locker room” remark fell.")
    (reading,) = quotation_readings(encoded, cues)
    first, end = reading.source
    assert encoded.words[first].span.of(encoded.text) == "Lund"
    assert end == first + 1


def test_named_speaker_makes_it_direct_whatever_it_says(read, cues):
    (reading,) = quotation_readings(read("Lund called them “experts”."), cues)
    assert reading.verdict is Verdict.DIRECT


def test_short_is_counted_in_words(read, cues):
    # seven words between the marks: past the bound of six
    text = "They met “the very old red line talks group” in town."
    (reading,) = quotation_readings(read(text), cues)
    assert reading.verdict is Verdict.DIRECT
