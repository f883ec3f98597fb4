import pytest

from slantwise.ingest.encodings import decode, guess, repaired, stream_encoding

WESTERN = "The café owner said “never again” – naïve visitors, he’d say, liked the crème brûlée."
RUSSIAN = "Правительство объявило в четверг о новых мерах поддержки экономики."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_in_all_its_forms_is_read_without_a_guess(encoding: str) -> None:
    found = decode(WESTERN.encode(encoding))
    assert (found.text, found.guessed) == (WESTERN, "")


@pytest.mark.parametrize(
    ("text", "encoding"), [(WESTERN, "cp1252"), (RUSSIAN, "cp1251"), (WESTERN, "mac_roman")]
)
def test_other_encodings_are_guessed_and_named(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert (found.text, found.guessed) == (text, encoding)


def test_a_declared_encoding_comes_before_a_guess_and_after_utf_8() -> None:
    assert decode("Zürich".encode("latin-1"), "iso-8859-1").guessed == ""
    assert decode("Zürich".encode(), "iso-8859-1").text == "Zürich"
    assert decode("Zürich".encode("cp1252"), "no-such-encoding").text == "Zürich"


def test_a_stray_byte_among_good_characters_is_read_alone() -> None:
    found = repaired(
        "naïve Köln \udc93 Zürich".encode("utf-8", "surrogateescape").decode(
            "utf-8", "surrogateescape"
        )
    )
    assert (found.text, found.guessed) == ("naïve Köln “ Zürich", "cp1252")


def test_text_without_bad_bytes_is_left_alone() -> None:
    assert repaired(RUSSIAN).text == RUSSIAN


def test_few_bytes_are_taken_as_western() -> None:
    assert guess(b"caf\xe9") == "cp1252"


def test_nothing_is_utf_8() -> None:
    assert stream_encoding(b"") == "utf-8"
    assert decode(b"").text == ""
