from slantwise.voice import attribute


def sources(read, cues, text):
    return [
        attribution.source.of(text) if attribution.source else None
        for attribution in attribute(read(text), cues)
    ]


def test_quotation_after_a_paraphrase_of_the_same_speaker(read, cues):
    assert sources(read, cues, "Talks stopped, Lund said. “We will not go there.”") == [
        "Lund",
        "Lund",
    ]


def test_quotation_in_the_next_paragraph_but_one_has_no_speaker(read, cues):
    text = "“We will go,” Lund said.\n\nTalks stopped.\n\n“They will not go there.”"
    assert sources(read, cues, text) == ["Lund", None]


def test_speaker_named_at_the_second_part(read, cues):
    text = "“They will not go there.” “We stop,” Lund said."
    assert sources(read, cues, text) == ["Lund", "Lund"]


def test_sentence_that_ends_with_a_colon_announces(read, cues):
    text = "Lund left them with this:\n\n“We will not go there.”"
    assert sources(read, cues, text) == ["Lund"]


def test_transcript_and_signature(read, cues):
    assert sources(read, cues, "“LUND: We will go to the town and to the hill now.”") == ["LUND"]
    assert sources(read, cues, "“We will go to the town and to the hill now.” — Jo Lund") == [
        "Jo Lund"
    ]
