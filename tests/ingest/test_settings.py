import pytest

from slantwise.errors import SettingsError
from slantwise.ingest import IngestSettings, parse_columns


def test_a_field_that_articles_do_not_have_is_refused() -> None:
    with pytest.raises(SettingsError, match="no field 'headline'"):
        IngestSettings(columns={"headline": "x"})


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(SettingsError, match="at least 1"):
        IngestSettings(max_record_chars=0)


@pytest.mark.parametrize("text", ["title", "title=", "=x", "title=a,title=b"])
def test_columns_that_say_nothing_or_too_much_are_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="column"):
        parse_columns(text)


def test_no_columns() -> None:
    assert parse_columns("  ") == {}
