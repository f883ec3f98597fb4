from slantwise.records import Voice
from slantwise.voice import attribute


def test_outer_stands_before_inner(read, cues):
    text = "Talks stopped, Lund said. According to Karsen, Lund claimed that “talks” stopped."
    found = attribute(read(text), cues)
    starts = [attribution.content[0].start for attribution in found]
    assert starts == sorted(starts)
    for index, attribution in enumerate(found):
        assert attribution.cited_by is None or attribution.cited_by < index


def test_paraphrase_of_nothing_but_a_quotation_is_left_out(read, cues):
    (found,) = attribute(read("Lund said that “talks stopped again”."), cues)
    assert found.voice is Voice.DIRECT


def test_split_quotation_is_one_attribution(read, cues):
    text = "“We go,” Lund said, “and stop.”"
    (found,) = attribute(read(text), cues)
    assert [span.of(text) for span in found.content] == ["We go,", "and stop."]
    assert found.cue.of(text) == "said"
