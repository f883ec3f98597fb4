import pytest

from slantwise.voice import attribute


@pytest.mark.parametrize(
    ("title", "content", "source"),
    [
        ("Lund: talks stopped", "talks stopped", "Lund"),
        ("Defence ministry: talks stopped", "talks stopped", "Defence ministry"),
        ("Talks stopped - police", "Talks stopped", "police"),
        ("Talks stopped: ministry", "Talks stopped", "ministry"),
    ],
)
def test_speaker_at_a_colon_or_dash(read, cues, title, content, source):
    text = f"{title}\n\nNo more."
    (found,) = attribute(read(text, titled=True), cues)
    assert [span.of(text) for span in found.content] == [content]
    assert found.source.of(text) == source


@pytest.mark.parametrize(
    "title", ["Opinion: talks stopped", "BLOOD IN THE HILLS: talks stopped", "Talks stopped again"]
)
def test_labels_say_nothing(read, cues, title):
    assert attribute(read(f"{title}\n\nNo more.", titled=True), cues) == ()
