from pathlib import Path

from slantwise.train.examples import Example, Hit, Words
from slantwise.train.labels import ENTITIES, TAGS
from slantwise.train.silver import noun_groups, with_misses, with_words

PERSON = "Maria Gonzalez of Oslo praised them."


def words(text: str, tags: str) -> Words:
    extents, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        extents.append((start, start + len(word)))
        at = start + len(word)
    ids = tuple(TAGS.index(tag) for tag in tags.split())
    return Words(tuple(extents), ids, (0,) * len(extents))


def test_words_and_entities_are_read_once_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "words.parquet"
    [example] = with_words([Example("1", PERSON)], file)
    assert example.words is not None
    read = example.words
    by_word = {
        PERSON[s:e]: (TAGS[t], ENTITIES[n])
        for (s, e), t, n in zip(read.extents, read.tags, read.entities, strict=True)
    }
    assert by_word["Gonzalez"] == ("NNP", "I-PERSON")
    assert by_word["Oslo"] == ("NNP", "B-GPE")
    assert by_word["praised"] == ("VBD", "O")
    written = file.stat().st_mtime_ns
    assert with_words([Example("2", PERSON)], file)[0].words == read
    assert file.stat().st_mtime_ns == written


def test_noun_groups_end_in_a_noun_and_pronouns_stand_alone() -> None:
    tagged = words("red army units and big they fled home", "JJ NN NNS CC JJ PRP VBD NN")
    assert noun_groups(tagged) == [(0, 14), (23, 27), (33, 37)]


def test_other_actors_are_misses() -> None:
    text = "cruel guards beat men"
    example = Example(
        "1", text, hits=(Hit((0, 5), (6, 12), falls=True),), words=words(text, "JJ NNS VBD NNS")
    )
    # "cruel guards" meets the loaded words and the actor; "men" is the one miss.
    assert with_misses(example).hits[1:] == (Hit((0, 5), (18, 21), falls=False),)
