import pytest

from slantwise.ingest.databases.rtf_pages import BadRtfError, rtf_pages


def test_pages_are_parted_and_characters_whole() -> None:
    assert rtf_pages(r"{\rtf1 One\page Two \u55357?\u56834?}") == ["One", "Two 😂"]
    assert rtf_pages(r"{\rtf1 Half \u55357?}") == ["Half \ufffd"]
    assert rtf_pages(r"{\rtf1 a\pagebb b}") == ["ab"]
    assert rtf_pages("") == [""]


def test_links_give_their_words_alone() -> None:
    link = r'{\rtf1 A {\field{\*\fldinst{HYPERLINK "http://x.test/"}}{\fldrslt {link}}} b}'
    assert rtf_pages(link) == ["A link b"]


def test_unclosed_fields_and_fonts_cost_no_time() -> None:
    # A tenth of a second each; minutes if every field were looked for an end of its own.
    assert rtf_pages("{\\rtf1 " + '{\\field{\\*\\fldinst{HYPERLINK "' * 4000) == [""]
    with pytest.raises(BadRtfError, match="table of fonts"):
        rtf_pages("{\\rtf1{\\fonttbl" + "{\\f0\\fnil " * 20_000)


@pytest.mark.parametrize("rtf", [r"{\rtf1 \u99999999?}", r"{\rtf1 \uc}"])
def test_values_that_stand_for_nothing_are_refused(rtf: str) -> None:
    with pytest.raises(BadRtfError):
        rtf_pages(rtf)
