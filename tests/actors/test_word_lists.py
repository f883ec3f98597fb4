from slantwise.actors.word_lists import word_list


def test_words_once_each():
    assert word_list("b a b\n c") == {"a", "b", "c"}
    assert word_list("") == frozenset()
