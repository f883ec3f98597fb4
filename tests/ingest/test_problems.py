from slantwise.ingest.problems import problem, shown
from slantwise.records import Source


def test_a_message_begins_with_file_and_record() -> None:
    found = problem(Source("a.jsonl", "line 2"), "bad-json", "no.", fatal=False, article_id="x")
    assert found.stage == "ingest"
    assert found.message == "a.jsonl, line 2: no."
    assert (found.article_id, found.fatal) == ("x", False)


def test_text_in_a_message_is_one_short_line() -> None:
    assert shown("a\nb" * 40, 4) == "'a\\nba…'"
