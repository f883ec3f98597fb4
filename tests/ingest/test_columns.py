from slantwise.ingest.columns import map_columns, n_known


def test_names_are_compared_without_case_blanks_and_marks() -> None:
    found = map_columns(["Media Name", "Publish-Date", "FULL_TEXT", "Web URL"], {})
    assert found.by_field == {
        "outlet": "Media Name",
        "body": "FULL_TEXT",
        "date": "Publish-Date",
        "url": "Web URL",
    }


def test_the_first_usual_name_wins_whatever_the_order_of_columns() -> None:
    assert map_columns(["content", "content_original"], {}).by_field["body"] == "content_original"
    assert map_columns(["text", "maintext", "body"], {}).by_field["body"] == "body"
    assert map_columns(["text", "maintext"], {}).by_field["body"] == "maintext"


def test_a_chosen_column_wins_and_serves_one_field_only() -> None:
    found = map_columns(["title", "source", "text"], {"title": "source"})
    assert found.by_field == {"title": "source", "body": "text"}


def test_a_chosen_column_that_is_absent_is_a_complaint() -> None:
    found = map_columns(["title", "text"], {"body": "story"})
    assert not found.has_text
    assert found.complaint() == (
        "there is no column 'story'; found 'title', 'text'. Name one of those in --columns."
    )


def test_a_table_without_text_says_what_was_found_and_expected() -> None:
    found = map_columns(["title", "url"], {})
    assert not found.has_text
    assert found.is_of_articles
    assert "found 'title', 'url'; expected one of body, maintext," in found.complaint()
    assert "--columns body=NAME" in found.complaint()


def test_no_columns_at_all() -> None:
    found = map_columns([], {})
    assert not found.is_of_articles
    assert "found none" in found.complaint()


def test_known_names_are_counted_with_the_chosen_ones() -> None:
    assert n_known(["headline", "colour", "when"], {"date": "when"}) == 2
