from slantwise.voice.wordsets import word_set


def test_words_are_parted_by_any_blank():
    assert word_set(" a\n  b a ") == {"a", "b"}
    assert word_set("") == frozenset()
