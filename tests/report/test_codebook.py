from slantwise.records import Kind, Voice
from slantwise.report.codebook import KIND_NUMBER, KINDS, VOICE_NAMES, VOICES, entry


def test_every_kind_stands_once_in_the_order_of_the_label_set() -> None:
    assert [entry.kind for entry in KINDS] == list(Kind)
    assert all(entry(kind).kind is kind for kind in Kind)
    assert [KIND_NUMBER[kind] for kind in Kind] == list(range(13))


def test_tags_tell_kinds_apart() -> None:
    assert len({entry.tag for entry in KINDS}) == 13
    assert all(len(entry.tag) == 2 for entry in KINDS)


def test_every_voice_is_numbered_and_named() -> None:
    assert set(VOICES) == set(Voice) == set(VOICE_NAMES)
