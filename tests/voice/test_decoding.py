import numpy as np

from slantwise.voice import VoiceSettings, attribute
from slantwise.voice.decoding import word_probabilities
from slantwise.voice.page import page_of

TEXT = "Lund said that talks stopped again."


def contents(encoded, cues, **settings):
    found = attribute(encoded, cues, settings=VoiceSettings(**settings))
    return [span.of(encoded.text) for attribution in found for span in attribution.content]


def test_untrained_head_leaves_all_to_the_rules(read, seen, cues):
    plain = read(TEXT)
    assert attribute(seen(plain), cues) == attribute(plain, cues)


def test_head_takes_words_off_the_end(read, seen, cues):
    encoded = seen(read(TEXT), content="that talks stopped")
    assert contents(encoded, cues) == ["that talks stopped"]
    assert contents(encoded, cues, cut_below=0.0) == ["that talks stopped again"]


def test_head_drops_what_it_sees_nothing_of(read, seen, cues):
    # four words of content at 0.05: mean 0.05, below 0.1
    text = TEXT.replace(" that", "")
    encoded = seen(read(text), cue="said", low=0.05)
    assert contents(encoded, cues) == []
    assert contents(encoded, cues, drop_below=0.0, cut_below=0.0) == ["talks stopped again"]


def test_head_cannot_drop_what_stands_after_said_that(read, seen, cues):
    encoded = seen(read(TEXT), cue="said", low=0.05)
    assert contents(encoded, cues) == ["that talks stopped again"]


def test_head_cuts_before_a_phrase_and_never_inside_one(read, seen, cues):
    text = "Lund said that talks stopped in the old town."
    cut = seen(read(text), content="that talks stopped", cue="said", source="Lund")
    assert contents(cut, cues) == ["that talks stopped"]
    inside = seen(read(text), content="that talks stopped in the old", cue="said", source="Lund")
    assert contents(inside, cues) == ["that talks stopped in the old town"]


def test_head_adds_a_stretch_with_its_cue_and_source(read, seen, cues):
    text = "Word from Lund, who said much, has talks stopped in town."
    encoded = seen(read(text), content="talks stopped in town", cue="said", source="Lund")
    added = attribute(encoded, cues)[-1]
    assert [span.of(text) for span in added.content] == ["talks stopped in town"]
    assert added.source.of(text) == "Lund"
    assert "head" in added.evidence
    assert attribute(encoded, cues, settings=VoiceSettings(add_above=1.1)) == ()


def test_head_alone_needs_a_listed_cue_unless_attitudes_count(read, seen, cues):
    text = "The town hopeful in talks stopped again."
    encoded = seen(read(text), content="in talks stopped again", cue="hopeful")
    assert contents(encoded, cues, attitudes=True) == ["in talks stopped again"]
    text = "The town keenly in talks stopped again."
    encoded = seen(read(text), content="in talks stopped again", cue="keenly")
    assert contents(encoded, cues) == []


def test_word_probability_is_the_mean_of_its_pieces(read, seen):
    encoded = seen(read("Lund left."), content="Lund")
    page = page_of(encoded)
    outputs = encoded.outputs[0]
    # "Lund" read as two pieces of 0.95 and 0.15: (0.95 + 0.15) / 2 = 0.55
    tokens = np.array([[0, 2], [2, 4], [5, 9]])
    attributed = np.array([[0.95, 0, 0], [0.15, 0, 0], [0.3, 0, 0]], dtype=np.float32)
    split = type(outputs)(
        0.0, tokens, *[outputs.loaded] * 6, attributed
    )  # fmt: skip
    values = word_probabilities(page, page.sentences[0], split)
    assert np.allclose(values[:, 0], [0.55, 0.3, 0.0])
