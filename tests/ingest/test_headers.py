from slantwise.ingest.headers import read_headers


def test_known_lines_are_read_up_to_the_first_that_is_none() -> None:
    text = (
        "OUTLET : The Example\r\nDate:2026-03-04\r\nSection: World\r\nLive: storm hits\r\n\r\nBody."
    )
    found = read_headers(text)
    assert found.values == {"outlet": "The Example", "date": "2026-03-04"}
    assert text[found.end :].strip().startswith("Live: storm")


def test_a_blank_line_ends_them() -> None:
    found = read_headers("Outlet: X\n\nDate: of the vote\n\nBody.")
    assert found.values == {"outlet": "X"}


def test_a_headline_among_them_keeps_its_place() -> None:
    text = "\n\nTitle:  Hills burn \nOutlet: X\n\nBody."
    found = read_headers(text)
    assert found.title is not None
    assert found.title.of(text) == "Hills burn"


def test_the_first_of_two_counts_and_empty_ones_are_empty() -> None:
    assert read_headers("Outlet: X\nSource: Y\nDate:\n\nB").values == {"outlet": "X", "date": ""}


def test_text_without_headers_has_none() -> None:
    for text in ("", "Hills burn\n\nOutlet: X", "The minister: we stay\n\nBody."):
        found = read_headers(text)
        assert (found.values, found.title, found.end) == ({}, None, 0)
