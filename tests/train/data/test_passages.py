from slantwise.train.data.passages import lines, sentence_extents


def test_sentences_are_trimmed_and_blank_lines_passed_over() -> None:
    text = "One here. Two here.\n\n  Three.\n"
    found = [text[start:end] for start, end in sentence_extents(text)]
    assert found == ["One here.", "Two here.", "Three."]


def test_empty_text_has_no_lines() -> None:
    assert list(lines("")) == []
    assert sentence_extents(" \n ") == []
