"""BABE as `framing-sentences` and `framing-spans` (Spinde et al., EMNLP Findings 2021)."""

from collections.abc import Iterator
from pathlib import Path

from gold.sets import GoldSet, Line, counted, known
from slantwise.train.data.babe import find_words, to_words
from slantwise.train.data.files import read_csv

COLUMNS = ("text", "outlet", "label", "topic", "biased_words", "uuid")
LABELS = {"0": False, "1": True}
_SEEN = (
    "the shipped models are trained on these sentences: a figure on them is not one on unseen "
    "text; use it for models trained otherwise, and cross-validation for ours"
)


def convert(folder: Path) -> Iterator[GoldSet]:
    """Sentences with the label of the second version, and the words that experts found loaded.

    The release keeps a word that at least two of five, or three of eight, experts named; it is
    marked at its first place in the sentence.
    """
    sentences, passages, without, lost, words_given = [], [], 0, 0, 0
    for place, row in read_csv(folder / "babe_v2_train.csv", COLUMNS):
        head: Line = {"id": row["uuid"], "text": row["text"]}
        biased = known(LABELS, row["label"], place)
        sentences.append(head | {"biased": biased, "outlet": row["outlet"], "topic": row["topic"]})
        words = to_words(row["biased_words"], place)
        if words is None:
            without += 1
            continue
        spans = find_words(row["text"], words)
        words_given += len(set(words))
        lost += len(set(words)) - len(spans)
        passages.append(head | {"spans": [{"start": a, "end": b} for a, b in spans]})
    yield GoldSet("babe", "framing-sentences", tuple(sentences), (_SEEN,))
    yield GoldSet(
        "babe",
        "framing-spans",
        tuple(passages),
        (
            *counted(without, "no expert row stands behind the sentence"),
            f"{lost} of {words_given} named words are not in their sentence, or are named twice",
            _SEEN,
        ),
    )
