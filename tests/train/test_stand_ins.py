import json

import pytest
import torch
from tokenizers import Tokenizer

from slantwise.encode.names import STAND_INS, NameBlinder
from slantwise.errors import ModelError
from slantwise.train.stand_ins import blind_tokenizer, settle_stand_ins, with_stand_ins


def test_stand_ins_take_the_places_of_unused_tokens(vocabulary):
    text = with_stand_ins(vocabulary.to_str(), where="here")
    changed = Tokenizer.from_str(text)
    first = next(iter(STAND_INS.values()))
    assert changed.token_to_id(first) == vocabulary.token_to_id("[unused1]")
    assert changed.get_vocab_size() == vocabulary.get_vocab_size()
    assert changed.encode(f"ann {first}.").tokens == ["[CLS]", "ann", first, ".", "[SEP]"]


def test_a_vocabulary_without_unused_tokens_is_refused(vocabulary):
    document = json.loads(vocabulary.to_str())
    del document["model"]["vocab"]["[unused3]"]
    with pytest.raises(ModelError, match=r"here: no token \[unused3\]"):
        with_stand_ins(json.dumps(document), where="here")


def test_a_blind_tokenizer_reads_names_as_one_token(encoder):
    blinder = NameBlinder({"Ann": "person"})
    (tokens,) = blind_tokenizer(encoder / "tokenizer.json", blinder, 16).encode_batch(["Ann lied."])
    assert tokens.offsets[1:-1] == ((0, 3), (4, 8), (8, 9))


def test_a_stand_in_starts_as_the_mean_of_its_names(encoder, network):
    # Two names of persons, the second of two words: the mean of "ann" and of the mean of "bob the".
    bert = network.trunk.bert
    vectors = bert.get_parameter("embeddings.word_embeddings.weight").detach().clone()
    plain = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    row = {word: vectors[plain.token_to_id(word)] for word in ("ann", "bob", "the")}
    settle_stand_ins(bert, encoder / "tokenizer.json", {"Ann": "person", "Bob the": "person"})
    after = bert.get_parameter("embeddings.word_embeddings.weight").detach()
    number = plain.token_to_id(f"[unused{list(STAND_INS).index('person') + 1}]")
    expected = (row["ann"] + (row["bob"] + row["the"]) / 2) / 2
    torch.testing.assert_close(after[number], expected)
    untouched = plain.token_to_id("[unused1]")
    torch.testing.assert_close(after[untouched], vectors[untouched])
