from slantwise.ingest.leading import Leading, read_leading
from slantwise.records import Span


def read(text: str, headline: bool | None = None) -> tuple[str, list[str], dict[str, str]]:
    found: Leading = read_leading(text, Span(0, len(text)), headline=headline)
    title = found.title.of(text) if found.title else ""
    return title, [span.of(text) for span in found.body], dict(found.values)


BODY = "The bridge over the Orr was closed on Monday. No one was hurt, police said."


def test_date_headline_standfirst_byline_body() -> None:
    text = (
        "Saturday, April 12, 2025\n\nBridge over the Orr closed\n\nTown left with one road to the "
        "coast, say ‘engineers’\u00a0 \n\nNews Desk\u00a0 -\u00a0 The Example\n\n" + BODY
    )
    title, body, values = read(text)
    assert title == "Bridge over the Orr closed"
    assert body == ["Town left with one road to the coast, say ‘engineers’", BODY]
    assert values == {
        "date": "Saturday, April 12, 2025",
        "byline": "News Desk\u00a0 -\u00a0 The Example",
        "outlet": "The Example",
    }


def test_the_order_of_metadata_does_not_matter() -> None:
    text = f"Bridge closed\nBy Ann Lee\nhttps://example.org/a\n12 May 2020\n\n{BODY}\n\nMore."
    title, body, values = read(text)
    assert (title, body) == ("Bridge closed", [BODY, "More."])
    assert values == {"byline": "By Ann Lee", "url": "https://example.org/a", "date": "12 May 2020"}


def test_a_standfirst_with_a_full_stop_before_the_byline_is_body() -> None:
    title, body, _ = read(f"Bridge closed\n\nThe town waits.\n\nBy Ann Lee\n\n{BODY}")
    assert (title, body) == ("Bridge closed", ["The town waits.", BODY])


def test_a_headline_with_a_stop_is_known_by_the_metadata_behind_it() -> None:
    assert read(f"The bridge is closed.\n\nBy Ann Lee\n\n{BODY}")[0] == "The bridge is closed."
    assert read(f"The bridge is closed.\n\n{BODY}")[:2] == ("", ["The bridge is closed.", BODY])


def test_a_headline_that_begins_with_by_is_no_byline() -> None:
    title, _, values = read(f"By Bus To The Sea\n\n{BODY}\n\n{BODY}")
    assert (title, values) == ("By Bus To The Sea", {})


def test_single_line_breaks_part_headline_and_body_too() -> None:
    title, body, _ = read(f"Bridge closed\n{BODY}\n{BODY}")
    assert (title, body) == ("Bridge closed", [f"{BODY}\n{BODY}"])


def test_hard_wrapped_text_without_headline_has_none() -> None:
    text = "The bridge over the Orr was closed on Monday and will\nstay so, police said.\n\n" + BODY
    title, body, _ = read(text)
    assert (title, len(body)) == ("", 2)


def test_a_wrapped_headline_is_one() -> None:
    title, body, _ = read(f"Bridge over the Orr closed after the\nflood of last week\n\n{BODY}")
    assert title == "Bridge over the Orr closed after the\nflood of last week"
    assert body == [BODY]


def test_an_abbreviation_at_the_end_of_a_headline_is_no_stop() -> None:
    assert read(f"Bridge builders leave the U.S.\n\n{BODY}")[0] == "Bridge builders leave the U.S."


def test_text_alone_is_body() -> None:
    assert read(BODY) == ("", [BODY], {})
    assert read("Words without a stop") == ("", ["Words without a stop"], {})
    assert read("") == ("", [], {})


def test_metadata_deep_in_the_text_stays_there() -> None:
    text = "\n\n".join([BODY * 6, BODY, "12 May 2020", BODY])
    assert read(text) == ("", [BODY * 6, BODY, "12 May 2020", BODY], {})


def test_a_declared_headline_may_have_any_form() -> None:
    assert read(f"Closed. Again.\n\n{BODY}", headline=True)[0] == "Closed. Again."
    assert read(f"Bridge closed\n\n{BODY}", headline=False)[0] == ""
    assert read(f"{BODY * 4}\n\n{BODY}", headline=True)[0] == ""
