import pytest

from slantwise.ingest.databases.rtf_pages import BadRtfError, rtf_pages


def test_pages_are_parted_and_characters_whole() -> None:
    assert rtf_pages(r"{\rtf1 One\page Two \u55357?\u56834?}") == ["One", "Two 😂"]
    assert rtf_pages(r"{\rtf1 Half \u55357?}") == ["Half \ufffd"]
    assert rtf_pages(r"{\rtf1 a\pagebb b}") == ["ab"]
    assert rtf_pages("") == [""]


@pytest.mark.parametrize("rtf", [r"{\rtf1 \u99999999?}", r"{\rtf1 \uc}"])
def test_values_that_stand_for_nothing_are_refused(rtf: str) -> None:
    with pytest.raises(BadRtfError):
        rtf_pages(rtf)
