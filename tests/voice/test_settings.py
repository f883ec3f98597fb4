from slantwise.voice import VoiceSettings, attribute


def contents(read, cues, text, *, attitudes):
    settings = VoiceSettings(attitudes=attitudes)
    found = attribute(read(text), cues, settings=settings)
    return [span.of(text) for attribution in found for span in attribution.content]


def test_attitudes_are_attributed_only_on_demand(read, cues):
    text = "Lund criticised the illegal deal."
    assert contents(read, cues, text, attitudes=False) == []
    assert contents(read, cues, text, attitudes=True) == ["the illegal deal"]


def test_quotation_of_a_critic_is_direct_either_way(read, cues):
    text = "Lund criticised the “illegal deal”."
    assert contents(read, cues, text, attitudes=False) == ["illegal deal"]
