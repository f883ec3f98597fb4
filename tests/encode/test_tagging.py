from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer, models

from slantwise.encode import Model
from slantwise.encode.names import STAND_INS
from slantwise.encode.tagging import TokenTagger
from slantwise.encode.tokens import SentenceTokenizer

TAGS = ("NN", "NNP", "NNPS", "JJ")
ENTITIES = ("O", "B-GPE", "I-GPE", "B-ORG", "B-NORP", "B-PERSON")


@pytest.fixture
def tagger() -> TokenTagger:
    vocabulary = {"a": 0} | {s: number for number, s in enumerate(STAND_INS.values(), start=1)}
    tokenizer = SentenceTokenizer(Tokenizer(models.WordLevel(vocabulary, unk_token="a")))
    model = Model("m", Path(), 16, (16,), (), {}, "0", tags=TAGS, entities=ENTITIES)
    return TokenTagger(model, tokenizer)


def test_a_stand_in_has_labels_of_its_class_and_other_tokens_the_likeliest(tagger):
    # Tokens: a word, a place, a group; "NN" and "O" are likeliest for all three.
    ids = np.array([[0, 1, 3]])
    tag = np.array([[[9, 1, 2, 3]] * 3], np.float32)
    entity = np.array([[[9, 1, 2, 3, 4, 5]] * 3], np.float32)
    found = tagger.decide(ids, {"tag": tag, "entity": entity})
    # A place is NNP and B-GPE; of a group's NNP and NNPS the second is likelier, of B-ORG and
    # B-NORP the second.
    assert [TAGS[n] for n in found["tags"][0]] == ["NN", "NNP", "NNPS"]
    assert [ENTITIES[n] for n in found["entities"][0]] == ["O", "B-GPE", "B-NORP"]
