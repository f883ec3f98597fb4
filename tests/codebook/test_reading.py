"""Codebooks: what is read, and what is refused with file, line and reason."""

import pickle

import pytest

from slantwise.codebook import read_codebook
from slantwise.errors import SettingsError
from slantwise.records import Stance

GOOD = """\
name = "Water words"

[[kind]]
id = "flood-words"
definition = "People told as water."
examples = ["A tide of marchers."]
direction = "against"
terms = ["tide of", "swarm*"]
patterns = ['\\bwaves? of \\w+s\\b']
"""


def written(tmp_path, text):
    path = tmp_path / "book.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_codebook_is_read_whole(tmp_path):
    book = read_codebook(written(tmp_path, GOOD))
    assert (book.name, book.replace, len(book.kinds)) == ("Water words", False, 1)
    (kind,) = book.kinds
    assert (kind.id, kind.name, kind.direction) == ("flood-words", "flood words", Stance.AGAINST)
    assert [(m.text, m.whole_words) for m in kind.matchers][:2] == [
        ("tide of", True),
        ("swarm*", True),
    ]
    assert not book.trained


def test_workers_read_it_anew(tmp_path):
    book = read_codebook(written(tmp_path, GOOD))
    assert pickle.loads(pickle.dumps(book)).digest == book.digest


SENTENCE = '[[kind.sentence]]\ntext = "A tide came."\nholds = true\n'

FAULTS = {
    "unknown key in the codebook": (GOOD.replace("name =", "nmae ="), 1, "unknown key 'nmae'"),
    "unknown key in a kind": (GOOD + 'colour = "red"\n', 10, "unknown key 'colour'"),
    "duplicate id": (GOOD + GOOD.partition("\n\n")[2], 11, "stands twice"),
    "unclosed pattern": (GOOD.replace("waves?", "(waves?"), 9, "missing"),
    "endless backtracking": (GOOD.replace("\\w+s", "(\\w+)+s"), 9, "backtracks without end"),
    "matches everywhere": (GOOD.replace("\\bwaves? of \\w+s\\b", "x*"), 9, "empty text"),
    "one letter": (GOOD.replace('"tide of"', '"t"'), 8, "fewer than two letters"),
    "one letter and a star": (GOOD.replace('"tide of"', '"t*"'), 8, "fewer than two letters"),
    "a term twice": (GOOD.replace('"swarm*"', '"Tide of"'), 8, "stands twice"),
    "no example": (GOOD.replace('["A tide of marchers."]', "[]"), 3, "no example"),
    "no id": (GOOD.replace('id = "flood-words"\n', ""), 3, "lacks its 'id'"),
    "no definition": (GOOD.replace('"People told as water."', '" "'), 3, "lacks its 'definition'"),
    "no valid id": (GOOD.replace("flood-words", "Flood words"), 4, "is no id"),
    "one of ours": (GOOD.replace("flood-words", "euphemism"), 4, "slantwise's own kinds"),
    "no direction": (GOOD.replace('"against"', '"left"'), 7, "no direction"),
    "wrong type": (GOOD.replace('["tide of", "swarm*"]', '"tide of"'), 8, "takes a list"),
    "nothing to find it by": (
        "\n".join(GOOD.splitlines()[:7]) + "\n",
        3,
        "no terms, patterns or labelled sentences",
    ),
    "too few sentences": (GOOD + SENTENCE, 3, "needs 5 of each"),
    "a sentence without answer": (GOOD + SENTENCE.replace("holds = true\n", ""), 10, "'holds'"),
    "not TOML": (GOOD + "terms = [", 10, "not TOML"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_with_file_line_and_reason(tmp_path, fault):
    text, line, reason = FAULTS[fault]
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as error:
        read_codebook(path)
    message = str(error.value)
    assert str(path) in message and f"line {line}" in message and reason in message, message


def test_no_file_and_no_kind_are_refused(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        read_codebook(tmp_path / "none.toml")
    with pytest.raises(SettingsError, match="holds no kind"):
        read_codebook(written(tmp_path, 'name = "x"\n'))


def test_our_example_is_valid(corpora):
    book = read_codebook(corpora / "codebooks/conflict_metaphors.toml")
    assert len(book.kinds) == 2 and book.trained
