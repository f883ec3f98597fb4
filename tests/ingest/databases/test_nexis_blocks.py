from slantwise.ingest.databases.nexis_blocks import parts_of

HEAD = ["The Example", "March 2, 2026 Monday", "Bridge closed", "LENGTH: 9 words"]


def _body(blocks: list[str]) -> list[str]:
    return [part.text for part in parts_of(blocks).parts if part.field == "body"]


def _value(blocks: list[str], field: str) -> list[str]:
    return [part.value for part in parts_of(blocks).parts if part.field == field]


def test_only_the_last_run_of_labels_ends_a_body() -> None:
    blocks = [*HEAD, "One.", "SUBJECT: it was debated.", "Two.", "LANGUAGE: ENGLISH"]
    assert _body(blocks) == ["One.", "SUBJECT: it was debated.", "Two."]
    assert parts_of(blocks).has_tail


def test_a_caption_of_several_blocks_is_no_body() -> None:
    blocks = [*HEAD, "One.", "GRAPHIC: The bridge", "The quay", "LOAD-DATE: March 2, 2026"]
    assert _body(blocks) == ["One."]
    assert _value(blocks, "aside") == ["The bridge", "The quay"]


def test_a_correction_without_labels_behind_it_is_taken_for_text() -> None:
    # Nothing shows that it is not a paragraph that begins so.
    assert _body([*HEAD, "One.", "CORRECTION: of the course came late."]) == ["One."]
    assert _body([*HEAD, "One.", "CORRECTION: it said.", "Two."]) == [
        "One.",
        "CORRECTION: it said.",
        "Two.",
    ]


def test_headlines_of_several_blocks_are_one() -> None:
    blocks = [
        "The Example",
        "March 2, 2026",
        "Bridge closed",
        "Ferry full",
        "LENGTH: 1 words",
        "One.",
    ]
    assert _value(blocks, "title") == ["Bridge closed Ferry full"]


def test_the_date_may_stand_behind_the_headline() -> None:
    blocks = ["The Example", "Bridge closed", "March 2, 2026", "LENGTH: 1 words", "One."]
    assert (_value(blocks, "title"), _value(blocks, "date")) == (
        ["Bridge closed"],
        ["March 2, 2026"],
    )


def test_nothing_gives_nothing() -> None:
    assert parts_of([]).parts == ()
    assert not parts_of(HEAD[:2]).has_tail
