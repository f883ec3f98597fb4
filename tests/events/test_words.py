import numpy as np

from slantwise.duplicates.sequences import SEQUENCE_WORDS
from slantwise.events.stopwords import STOPWORDS
from slantwise.events.words import fold, sketch, term, terms, words_of


def test_headline_words_weigh_more_and_function_words_nothing():
    found = terms(["barge", "sinks"], ["the", "barge", "sank", "a"], title_weight=3)
    # barge: 3 in the headline and 1 in the body; "sinks" folds to "sink"
    assert found == {term("barge"): 4.0, term("sinks"): 3.0, term("sank"): 1.0}


def test_no_words_no_terms():
    assert terms([], [], title_weight=3) == {}
    assert terms(["the"], ["of", "a"], title_weight=3) == {}


def test_possessives_plurals_and_apostrophes_fold():
    assert fold("o’brien’s") == fold("obrien")
    assert fold("talks") == "talk"
    assert fold("gas") == "gas"  # four letters or fewer stay


def test_stopwords_stand_as_they_fold():
    assert all(fold(word) == word for word in STOPWORDS)


def test_words_keep_inner_apostrophes_and_drop_marks():
    assert words_of("“We won’t,” SHE said_twice.") == ["we", "won’t", "she", "said", "twice"]


def test_sketch_is_empty_below_five_words():
    assert len(sketch(["a"] * (SEQUENCE_WORDS - 1))) == 0


def test_sketch_keeps_about_one_sequence_in_four():
    words = [f"w{number}" for number in range(4004)]
    kept = len(sketch(words))
    # 4,000 sequences, one in four: 1,000 expected, standard deviation sqrt(4000·¼·¾) = 27
    assert abs(kept - 1000) < 5 * 27


def test_shared_part_of_two_texts_gives_shared_hashes():
    words = [f"w{number}" for number in range(2000)]
    whole, half = sketch(words), sketch(words[:1000])
    assert np.isin(half, whole).all()
    assert not np.isin(sketch(words[::-1]), whole).any()


def test_sketch_is_sorted_without_repeats():
    found = sketch(["again", "and", "again", "it", "rained"] * 50)
    assert (np.diff(found.astype(object)) > 0).all()
