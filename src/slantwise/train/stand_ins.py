"""Stand-ins for names in a pretrained encoder: tokens of their own, and vectors to start from.

`encode.names` says which names give way to which stand-in; here the encoder learns to read them.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from slantwise.encode.names import STAND_INS, NameBlinder
from slantwise.encode.tokens import SentenceTokenizer
from slantwise.errors import ModelError


def with_stand_ins(tokenizer: str, *, where: str) -> str:
    """A tokenizer.json that reads each stand-in as one token, in place of an unused one.

    Raises:
        ModelError: the vocabulary has too few unused tokens; `where` names it.
    """
    document = json.loads(tokenizer)
    vocabulary = document["model"]["vocab"]
    free = [f"[unused{number}]" for number in range(1, len(STAND_INS) + 1)]
    missing = [token for token in free if token not in vocabulary]
    if missing:
        raise ModelError(f"{where}: no token {missing[0]} is free for a name's stand-in")
    renamed = dict(zip(free, STAND_INS.values(), strict=True))
    document["model"]["vocab"] = {renamed.get(t, t): number for t, number in vocabulary.items()}
    document["added_tokens"] += [
        {
            "id": vocabulary[token],
            "content": stand_in,
            "single_word": False,
            "lstrip": False,
            "rstrip": False,
            "normalized": False,
            "special": True,
        }
        for token, stand_in in renamed.items()
    ]
    document["added_tokens"].sort(key=lambda entry: int(entry["id"]))
    return json.dumps(document, ensure_ascii=False)


def blind_tokenizer(path: Path, blinder: NameBlinder, max_tokens: int) -> SentenceTokenizer:
    """The tokenizer saved at `path`, with stand-ins for names; cuts after `max_tokens` tokens.

    Raises:
        ModelError: as in `with_stand_ins`.
    """
    text = with_stand_ins(path.read_text(encoding="utf-8"), where=str(path))
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    return SentenceTokenizer(tokenizer, blinder)


def settle_stand_ins(bert: nn.Module, path: Path, names: Mapping[str, str]) -> None:
    """Give each stand-in the mean of the names of its class for a vector, in place.

    `path` is the encoder's tokenizer.json as it was saved.

    Raises:
        ModelError: as in `with_stand_ins`.
    """
    text = path.read_text(encoding="utf-8")
    blind = Tokenizer.from_str(with_stand_ins(text, where=str(path)))
    plain = Tokenizer.from_str(text)
    plain.no_padding()
    by_class = defaultdict(list)
    for name, kind in sorted(names.items()):
        by_class[kind].append(name)
    vectors = bert.get_parameter("embeddings.word_embeddings.weight")
    with torch.no_grad():
        for kind, stand_in in STAND_INS.items():
            encodings = plain.encode_batch(by_class[kind], add_special_tokens=False)
            rows = [vectors[encoding.ids].mean(0) for encoding in encodings if encoding.ids]
            if rows:
                vectors[blind.token_to_id(stand_in)] = torch.stack(rows).mean(0)
