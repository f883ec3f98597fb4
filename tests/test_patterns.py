import pytest

from slantwise.patterns import compiled, is_whole, term_pattern


def find(term: str, text: str) -> list[str]:
    hits = compiled(term_pattern(term), max_bytes=2**20).finditer(text)
    return [hit.group() for hit in hits if is_whole(text, *hit.span())]


def test_a_term_is_found_in_any_case_over_any_blanks():
    assert find("free  port", "Free\nport, freeport, FREE port") == ["Free\nport", "FREE port"]


def test_a_star_stands_for_letters_of_any_script_and_an_apostrophe_for_both_marks():
    assert find("port*", "ports portées airport") == ["ports", "portées"]
    assert find("won't", "won't won’t wont") == ["won't", "won’t"]


def test_signs_of_a_term_stand_for_themselves():
    assert find("a.b", "a.b axb") == ["a.b"]


def test_what_re2_refuses_comes_with_its_reason():
    with pytest.raises(ValueError, match=r"missing \)|parenthesis"):
        compiled("(a", max_bytes=2**20)


def test_nothing_goes_on_at_the_ends_of_a_whole_word():
    # n0 o1 _2 p3 o4 r5 t6 s7: "port" is 3..7, "ports" 3..8
    assert is_whole("no ports", 3, 8)
    assert not is_whole("no ports", 3, 7)
    assert not is_whole("no ports", 4, 8)
