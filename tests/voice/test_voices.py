from slantwise.records import Attribution, Span, Voice, Word
from slantwise.voice import VoiceMap, count_words

REPORTED = Attribution(Voice.REPORTED, (Span(0, 20), Span(30, 40)))
INNER = Attribution(Voice.REPORTED, (Span(10, 18),))
DIRECT = Attribution(Voice.DIRECT, (Span(4, 14),))
SCARE = Attribution(Voice.SCARE, (Span(50, 56),))
ALL = (REPORTED, INNER, DIRECT, SCARE)


def test_direct_wins_over_reported_and_short_over_long():
    voices = VoiceMap(ALL)
    # 0..4 outer, 4..14 direct, 14..18 inner, 18..20 outer, 20..30 outlet, 30..40 outer
    assert [voices.index_at(offset) for offset in (0, 4, 13, 14, 17, 18, 20, 35, 45, 50, 56)] == [
        0, 2, 2, 1, 1, 0, None, 0, None, 3, None,
    ]  # fmt: skip


def test_span_takes_the_voice_of_most_of_its_characters():
    # 12..17: two characters direct (12, 13), three reported (14, 15, 16)
    assert VoiceMap(ALL).at(Span(12, 17)) == (Voice.REPORTED, INNER)
    # 12..16: two and two, the first wins
    assert VoiceMap(ALL).at(Span(12, 16)) == (Voice.DIRECT, DIRECT)


def test_outlet_everywhere_without_attributions():
    assert VoiceMap(()).at(Span(3, 9)) == (Voice.OUTLET, None)
    assert VoiceMap(ALL).at(Span(60, 70)) == (Voice.OUTLET, None)


def test_equal_stretches_give_the_later_one():
    passing = Attribution(Voice.REPORTED, (Span(0, 9),))
    passed = Attribution(Voice.REPORTED, (Span(0, 9),), cited_by=0)
    assert VoiceMap((passing, passed)).index_at(4) == 1


def test_words_are_counted_once_and_punctuation_never():
    words = [
        Word(Span(0, 2), "PRP"),  # reported
        Word(Span(5, 9), "VBP"),  # direct
        Word(Span(9, 12), "RB"),  # clitic of the word before
        Word(Span(12, 13), ","),
        Word(Span(15, 17), "NN"),  # reported (inner)
        Word(Span(22, 25), "NNP"),  # outlet
        Word(Span(25, 27), "POS"),
        Word(Span(51, 55), "NN"),  # scare
    ]
    counts = count_words(words, VoiceMap(ALL))
    assert (counts.outlet, counts.direct, counts.reported, counts.scare) == (1, 1, 2, 1)
    assert counts.total == 5


def test_no_words_give_zeros():
    assert count_words([], VoiceMap(())).total == 0
