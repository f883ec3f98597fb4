import pytest
from hypothesis import given
from hypothesis import strategies as st

from slantwise.ingest.addresses import comparable


@pytest.mark.parametrize(
    "address",
    [
        "http://www.example.org/a",
        "HTTPS://EXAMPLE.org:443/a/",
        "https://m.example.org/a?utm_source=x&fbclid=1",
        "https://amp.example.org/a#comments",
        "https://example.org/a/index.html",
    ],
)
def test_copies_of_a_page_have_one_address(address: str) -> None:
    assert comparable(address) == "example.org/a"


def test_other_pages_stay_apart() -> None:
    hosts = ("example.org", "example.org:8080", "blog.example.org", "m.org")
    pages = [f"https://{host}/{page}" for host in hosts for page in ("a", "A", "a?id=1")]
    assert len(set(map(comparable, pages))) == len(pages)
    assert comparable("https://m.org/a") == "m.org/a"


def test_what_is_no_address() -> None:
    for text in ("", "example.org/a", "urn:uuid:1", "http://", "http://[::1", "https://x" * 2000):
        assert comparable(text) == ""


@given(st.text(alphabet="abz019/-._~", max_size=30))
def test_marks_of_campaigns_never_change_it(path: str) -> None:
    plain = comparable(f"https://example.org/{path}")
    assert plain.startswith("example.org")
    assert comparable(f"http://www.example.org/{path}?utm_source=x&gclid=1#y") == plain


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for address in (text, f"https://{text}", f"https://example.org/{text}"):
        assert not comparable(address).startswith(("http://", "https://", "www."))
