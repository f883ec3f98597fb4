import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from slantwise.encode.names import STAND_INS, NameBlinder
from slantwise.encode.tokens import SentenceTokenizer, open_tokenizer


@pytest.fixture
def words() -> Tokenizer:
    """One token a word; [CLS] is 0, [SEP] is 1, a place's stand-in 5."""
    vocabulary = {"[CLS]": 0, "[SEP]": 1, "a": 2, "b": 3, "[UNK]": 4, STAND_INS["place"]: 5}
    made = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 0), ("[SEP]", 1)]
    )
    return made


def test_a_name_is_one_token_with_the_whole_names_place(words):
    blind = SentenceTokenizer(words, NameBlinder({"New Land": "place"}))
    (tokens,) = blind.encode_batch(["a New Land b"])
    assert tokens.ids == (0, 2, 5, 3, 1)
    assert tokens.offsets == ((0, 0), (0, 1), (2, 10), (11, 12), (0, 0))


def test_without_a_list_names_are_read(words):
    (tokens,) = SentenceTokenizer(words).encode_batch(["a New b"])
    assert tokens.ids == (0, 2, 4, 3, 1)


def test_no_texts_give_no_tokens(words):
    assert SentenceTokenizer(words).encode_batch([]) == []


def test_an_opened_tokenizer_cuts_where_it_is_told(words, tmp_path):
    words.save(str(tmp_path / "tokenizer.json"))
    (tokens,) = open_tokenizer(tmp_path / "tokenizer.json", max_tokens=4).encode_batch(["a b a b"])
    assert tokens.ids == (0, 2, 3, 1)
