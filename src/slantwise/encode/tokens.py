"""Sentences cut into the encoder's tokens, with every token's place in the sentence as written.

Training and analysis share this, so that the encoder reads in one as it learnt in the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Encoding, Tokenizer

from slantwise.encode.names import Blinded, NameBlinder

Offsets = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one sentence.

    Attributes:
        ids: token ids, the special ones first and last included.
        offsets: start and end of each token in the sentence; (0, 0) for the special ones. The
            token that stands for a name has the whole name's.
    """

    ids: tuple[int, ...]
    offsets: Offsets


class SentenceTokenizer:
    """Cuts sentences into tokens; with a blinder, names become one token each."""

    def __init__(self, tokenizer: Tokenizer, blinder: NameBlinder | None = None) -> None:
        """Take a tokenizer without padding, and the names that it shall not see."""
        self._tokenizer = tokenizer
        self.blinder = blinder

    def id_of(self, token: str) -> int:
        """The id of a token; -1 where the vocabulary has none."""
        number = self._tokenizer.token_to_id(token)
        return -1 if number is None else int(number)

    def encode_batch(self, texts: Sequence[str]) -> list[Tokens]:
        """Tokens of each text, in order."""
        if self.blinder is None:
            return [
                Tokens(tuple(e.ids), tuple(e.offsets))
                for e in self._tokenizer.encode_batch(list(texts))
            ]
        blinded = [self.blinder.blind(text) for text in texts]
        encodings = self._tokenizer.encode_batch([b.text for b in blinded])
        return [_with_names(e, b) for e, b in zip(encodings, blinded, strict=True)]


def _with_names(encoding: Encoding, blinded: Blinded) -> Tokens:
    if not blinded.names:
        return Tokens(tuple(encoding.ids), tuple(encoding.offsets))
    # The special tokens' (0, 0) stay: nothing stands before offset 0.
    offsets = tuple(
        blinded.original(start, end) if end else (0, 0) for start, end in encoding.offsets
    )
    return Tokens(tuple(encoding.ids), offsets)


def open_tokenizer(
    path: Path, *, names: NameBlinder | None = None, max_tokens: int = 0
) -> SentenceTokenizer:
    """The tokenizer saved at `path`; sentences are cut after `max_tokens` tokens (0 = never)."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    if max_tokens:
        tokenizer.enable_truncation(max_tokens)
    return SentenceTokenizer(tokenizer, names)
