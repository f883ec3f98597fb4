"""The usual way: a large classifier once a sentence and once an actor, actors by a full pipeline.

Weights are random: they cost what trained ones cost, and nothing is fetched. The classifier has
the sizes of RoBERTa-base; its texts are cut into tokens by the tokenizer of `models/base`.
"""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from slantwise.train.silver import PACKAGE

ACTORS = frozenset({"PERSON", "NORP", "ORG", "GPE"})
"""Kinds of entities that stand for actors."""
_LABELS = 3


class UsualWay:
    """spaCy's full small pipeline, and a classifier of RoBERTa-base's size in torch, fp32."""

    def __init__(self, tokenizer: Path, *, threads: int, batch: int) -> None:
        """Load both; `batch` texts are given to the classifier at once."""
        import spacy
        import torch

        torch.set_num_threads(threads)
        self._batch = batch
        self._classify = classifier(tokenizer)
        self._parse = spacy.load(PACKAGE)

    def read(self, text: str) -> int:
        """Find the actors of an article, classify its sentences and actors; gives the passes."""
        sentences = [
            (sentence.text, sorted({e.text for e in sentence.ents if e.label_ in ACTORS}))
            for sentence in self._parse(text).sents
        ]
        whole = [sentence for sentence, _ in sentences if sentence.strip()]
        pairs = [(sentence, actor) for sentence, actors in sentences for actor in actors]
        return self.sentences(whole) + self.targets(pairs)

    def sentences(self, sentences: Sequence[str]) -> int:
        """Classify each sentence; gives the passes."""
        return _passes(self._classify, list(sentences), self._batch)

    def targets(self, pairs: Iterable[tuple[str, str]]) -> int:
        """Classify each pair of a sentence and an actor in it; gives the passes."""
        given = [{"text": sentence, "text_pair": actor} for sentence, actor in pairs]
        return _passes(self._classify, given, self._batch)


def classifier(tokenizer: Path) -> Any:
    """A transformers pipeline for texts and pairs of texts, weights drawn from one seed."""
    import torch

    library: Any = import_module("transformers")
    torch.manual_seed(1)
    cut = library.PreTrainedTokenizerFast(
        tokenizer_file=str(tokenizer),
        model_max_length=512,
        model_input_names=["input_ids", "attention_mask"],
        **{f"{name}_token": f"[{name.upper()}]" for name in ("unk", "pad", "cls", "sep", "mask")},
    )
    config = library.RobertaConfig(
        vocab_size=50265,
        max_position_embeddings=514,
        type_vocab_size=1,
        num_labels=_LABELS,
        pad_token_id=cut.pad_token_id,
    )
    model = library.RobertaForSequenceClassification(config).eval()
    return library.TextClassificationPipeline(
        model=model, tokenizer=cut, device=torch.device("cpu")
    )


def _passes(classify: Any, given: list[Any], batch: int) -> int:
    if not given:
        return 0
    return len(classify(given, batch_size=batch, truncation=True, max_length=512))
