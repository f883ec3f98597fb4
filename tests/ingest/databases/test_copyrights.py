from slantwise.ingest.databases.copyrights import copyright_year, is_copyright


def test_notices_and_their_years() -> None:
    for text in ("Copyright 2026 X", "COPYRIGHT 2026 X", "(c) 2026 X", "© 2026 X"):
        assert is_copyright(text)
        assert copyright_year(text) == "2026"
    assert copyright_year("Copyright X, all rights reserved") == ""


def test_text_about_copyright_is_none() -> None:
    for text in ("The copyright of 2026", "", "copyrights of 2026"):
        assert not is_copyright(text)
        assert copyright_year(text) == ""
