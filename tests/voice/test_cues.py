import pytest

from slantwise.errors import SettingsError
from slantwise.voice import CueClass, CueForm, read_cues


def written(tmp_path, text):
    path = tmp_path / "cues.yaml"
    path.write_text(text, encoding="utf-8")
    return path


GOOD = """version: 3
verbs:
  - {lemma: say, class: speech, frames: that quote, forms: [say, said]}
  - {lemma: lash out, class: speech, frames: at, implies: force, forms: [lashed out]}
nouns:
  - {lemma: say, class: speech, frames: that, forms: [say]}
"""


def test_entries_and_version(tmp_path):
    cues = read_cues(written(tmp_path, GOOD))
    assert cues.version == 3
    assert [cue.lemma for cue in cues.entries] == ["say", "lash out", "say"]
    assert cues.entries[1].implies == "force"
    assert cues.entries[0].frames == {"that", "quote"}


def test_longest_form_and_all_readings(tmp_path):
    cues = read_cues(written(tmp_path, GOOD))
    assert cues.at(["he", "lashed", "out", "at"], 1)[0] == 2
    length, readings = cues.at(["say"], 0)
    assert (length, [cue.form for cue in readings]) == (1, [CueForm.VERB, CueForm.NOUN])
    assert cues.at(["lashed"], 0) == (0, ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("verbs: []\n", "expected `version:`"),
        ("version: 1\nadverbs: []\n", "line 2: section 'adverbs'"),
        ("version: 1\nverbs:\n  - {lemma: say}\n", "line 3.*missing"),
        (GOOD.replace("class: speech", "class: song", 1), "line 3: class 'song'"),
        (GOOD.replace("implies: force", "implies: joy"), "line 4.*implies 'joy'"),
        (GOOD.replace("forms: [say, said]", "forms: []"), "line 3: `forms` of 'say'"),
        (GOOD.replace("implies: force", "colour: red"), "unknown \\['colour'\\]"),
        ("version: [\n", "not YAML"),
        ("", "line 1: expected"),
    ],
)
def test_bad_lists_are_refused(tmp_path, text, message):
    with pytest.raises(SettingsError, match=message):
        read_cues(written(tmp_path, text))


def test_missing_list_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        read_cues(tmp_path / "none.yaml")


def test_shipped_list_has_lower_case_forms_once_a_section(cues):
    seen = [(cue.form, form) for cue in cues.entries for form in cue.forms]
    assert len(seen) == len(set(seen))
    assert all(form == form.lower() for _, form in seen)
    assert {cue.kind for cue in cues.entries} == set(CueClass)
