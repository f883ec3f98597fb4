"""Words with part-of-speech tags, and named entities, from the encoder's outputs.

`voice`, `actors` and `framing` read them. The heads have learnt what spaCy's small English
pipeline says of news sentences, so that one forward pass serves for words too.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from slantwise.encode.model import Model
from slantwise.encode.splitting import word_bounds
from slantwise.errors import ModelError
from slantwise.records import Entity, SentenceOutputs, Span, Word

Read = tuple[tuple[Word, ...], tuple[Entity, ...]]
"""Words and entities, in order."""

_UNREAD: Final = "XX"
"""Tag of a word that the encoder has no token for."""
_OUTSIDE: Final = "O"
_COMMON: Final = {"NN": "NNP", "NNS": "NNPS"}
_PROPER: Final = {"NNP": "NN", "NNPS": "NNS"}
_ARTICLES = frozenset({"the", "The"})
_NEGATIONS = frozenset({"n't", "n’t", "not"})


class WordReader:
    """Reads words and entities of sentences out of one model's outputs."""

    def __init__(self, model: Model) -> None:
        """Take the model's names of tags and entity classes.

        Raises:
            ModelError: the model does not read words.
        """
        check_words(model)
        self._tags = model.tags
        self._entities = model.entities

    def read(self, text: str, start: int, outputs: SentenceOutputs) -> Read:
        """Words and entities of a sentence that stands at `start` of its article's text.

        A word takes the labels of the token that it begins in. Where that token stands for a
        whole name, the words of the name share its tag and are one entity.

        Raises:
            ValueError: the outputs are of a model that does not read words.
        """
        if outputs.tags is None or outputs.entities is None:
            raise ValueError("the sentence was encoded without its words")
        spans = outputs.tokens.tolist()
        firsts = [first for first, _ in spans]
        tags, entities = outputs.tags.tolist(), outputs.entities.tolist()
        words: list[Word] = []
        labels: list[str] = []
        for begin, end in word_bounds(text):
            word, first, last = text[begin:end], start + begin, start + end
            at = bisect_right(firsts, first) - 1
            if at < 0 or spans[at][1] <= first:
                tag, label = _UNREAD, _OUTSIDE
            else:
                tag, label = self._tags[tags[at]], self._entities[entities[at]]
                if firsts[at] < first:
                    tag, label = _within(word, tag, label, labels)
                elif label != _OUTSIDE and spans[at][1] > last and word in _ARTICLES:
                    tag, label = "DT", _OUTSIDE
            tag, label = _by_capitals(word, tag, label, first=not words)
            words.append(Word(Span(first, last), tag))
            labels.append(label)
        return tuple(words), tuple(_entities(words, labels))


def check_words(model: Model) -> None:
    """Nothing, where the model reads words.

    Raises:
        ModelError: it has no heads for words and entities.
    """
    if not model.reads_words:
        raise ModelError(
            f"{model.folder} has no heads for words and entities, which an analysis needs: it was "
            'made by an older version, or by a recipe without the head "words". Use a model '
            "made by this version with that head."
        )


def _by_capitals(word: str, tag: str, label: str, *, first: bool) -> tuple[str, str]:
    """Labels put right by the word's capitals, which the encoder does not see.

    A common noun inside a sentence has none, a name has one; so does what begins an entity.
    """
    capital = word[:1].isupper()
    if not first and tag in _COMMON and capital:
        tag = _COMMON[tag]
    elif tag in _PROPER and not capital and word[:1].isalpha():
        tag = _PROPER[tag]
    if label.startswith("B-") and word.islower():
        label = _OUTSIDE
    return tag, label


def _within(word: str, tag: str, label: str, labels: Sequence[str]) -> tuple[str, str]:
    """Labels of a word that begins inside a token: "n't" of "didn't", "States" of a name."""
    if word.lower() in _NEGATIONS:
        return "RB", _OUTSIDE
    # After "the", which goes with a name, its first word begins the entity.
    goes_on = label != _OUTSIDE and labels[-1] != _OUTSIDE
    return tag, f"I{label[1:]}" if goes_on else label


def _entities(words: Sequence[Word], labels: Sequence[str]) -> Iterator[Entity]:
    """Runs of words of one class; a run that begins within ("I-") begins all the same."""
    first, kind = 0, ""
    for number in range(len(words) + 1):
        label = labels[number] if number < len(words) else _OUTSIDE
        if kind and label == f"I-{kind}":
            continue
        if kind:
            yield Entity(Span(words[first].span.start, words[number - 1].span.end), kind)
        first, kind = number, label[2:]
