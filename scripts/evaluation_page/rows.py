"""What is measured: the sets, the figures shown of each, and published figures beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Published:
    """A figure of others.

    Attributes:
        value: as published.
        source: where, and on what, in words.
    """

    value: str
    source: str


Metrics = Mapping[str, Published | None]
"""Metrics shown, each with the published figure where one is known."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One set on which a task is measured.

    Attributes:
        task: name of the task.
        release: name of the converter in `gold.table`.
        folder: of the release under the data folder; of our own under corpora/.
        gold: name of the gold set.
        data: the data in words.
        split: the part of it.
        metrics: metrics shown, each with the published figure where one is known.
        own: whether it is ours and always there.
    """

    task: str
    release: str
    folder: str
    gold: str
    data: str
    split: str
    metrics: Metrics
    own: bool = False

    @property
    def key(self) -> str:
        """Name of the set and task, unique."""
        return f"{self.gold}.{self.task}"


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """Figures of a cross-validation on BABE, from a file beside the model.

    Attributes:
        file: name of the file in the model's folder.
        split: how the folds are cut, in words.
        metrics: (task head, metric) with the published figure where one is known.
    """

    file: str
    split: str
    metrics: Mapping[tuple[str, str], Published | None] = field(default_factory=dict)


_BASE = "Hamborg and Donnay, EACL 2021, GRU-TSC, {} test; one run of the model for every target"
_UNTRACED = "named as a target of this project; the paper is not traced yet"
_STANCE: Final[Metrics] = {"macro_f1": None, "accuracy": None, "ece": None}
_SENTENCES: Final[Metrics] = {
    "macro_f1": None,
    "mcc": None,
    "auc": None,
    "ece": None,
}
_SPANS: Final[Metrics] = {
    "token_f1": None,
    "span_f1": None,
    "loaded_token_f1": None,
    "technique_span_f1": None,
}
_LABELLED_SPANS: Final[Metrics] = {**_SPANS, "kind_macro_f1": None, "actor_accuracy": None}
_VOICE: Final[Metrics] = {"content_f1": None, "source_overlap": None}
_ACTORS: Final[Metrics] = {
    "mention_f1": None,
    "linking_f1": None,
    "rollup_accuracy": None,
    "kind_accuracy": None,
}
_PAIRS: Final[Metrics] = {
    "pair_precision": None,
    "pair_recall": None,
    "pair_f1": None,
}

MEASURED: Final[tuple[Measured, ...]] = (
    Measured(
        *("stance-mentions", "newsmtsc", "newsmtsc", "newsmtsc-rw-dev", "NewsMTSC rw", "dev"),
        {**_STANCE, "macro_f1": Published("0.831", _BASE.format("rw"))},
    ),
    Measured(
        *("stance-mentions", "newsmtsc", "newsmtsc", "newsmtsc-mt-dev", "NewsMTSC mt", "dev"),
        {**_STANCE, "macro_f1": Published("0.825", _BASE.format("mt"))},
    ),
    Measured(
        *("stance-directed", "directed", "directed_sentiment", "dse-valid"),
        *("DSE", "valid, rows that also stand in train left out"),
        {**_STANCE, "macro_f1": Published("0.725", "Park, Pan and Joo, ACL Findings 2021")},
    ),
    Measured(*("stance-articles", "persent", "persent", "persent-dev", "PerSenT", "dev"), _STANCE),
    Measured(*("stance-articles", "seesaw", "seesaw", "seesaw-valid", "SEESAW", "valid"), _STANCE),
    Measured(*("stance-articles", "basil", "basil", "basil", "BASIL", "all given"), _STANCE),
    Measured(
        *("stance-articles", "demo", "demo", "demo", "ours: corpora/demo", "all"),
        _STANCE,
        own=True,
    ),
    Measured(
        *("framing-sentences", "newssd", "newssd_eng", "newssd-test", "NewsSD-ENG", "test"),
        _SENTENCES,
    ),
    Measured(
        *("framing-sentences", "anno-lexical", "anno_lexical", "anno-lexical-dev"),
        *("Anno-lexical", "dev"),
        _SENTENCES,
    ),
    Measured(
        *("framing-spans", "ptc", "ptc", "ptc-dev", "PTC", "dev"),
        {
            **_SPANS,
            "technique_span_f1": Published(
                "0.516", "SemEval-2020 task 11, span identification, best system on test"
            ),
        },
    ),
    Measured(
        *("framing-spans", "basil", "basil", "basil-sentences"),
        *("BASIL sentences, lexical bias", "all given, by transfer"),
        {**_SPANS, "loaded_token_f1": Published("0.24", _UNTRACED)},
    ),
    Measured(
        *("framing-spans", "framing", "framing", "framing-test", "ours: corpora/framing", "test"),
        _LABELLED_SPANS,
        own=True,
    ),
    Measured(
        *("framing-spans", "demo", "demo", "demo", "ours: corpora/demo", "all"),
        _LABELLED_SPANS,
        own=True,
    ),
    Measured(*("voice", "polnear", "polnear", "polnear-dev", "PolNeAR", "dev"), _VOICE),
    Measured(
        *("voice", "voice", "voice", "voice-test", "ours: corpora/voice", "test"), _VOICE, own=True
    ),
    Measured(*("voice", "demo", "demo", "demo", "ours: corpora/demo", "all"), _VOICE, own=True),
    Measured(
        *("actors", "actors", "actors_gold", "actors-test", "ours: corpora/actors_gold", "test"),
        _ACTORS,
        own=True,
    ),
    Measured(*("articles", "basil", "basil", "basil", "BASIL", "all given"), _PAIRS),
    Measured(*("articles", "allsides", "allsides_events", "allsides", "AllSides", "all"), _PAIRS),
    Measured(*("articles", "neus", "neus", "neus-val", "NeuS", "val"), _PAIRS),
    Measured(*("articles", "demo", "demo", "demo", "ours: corpora/demo", "all"), _PAIRS, own=True),
)
"""Every set that a trained model has not learned from, by task."""

_FOLDED: Final[Mapping[tuple[str, str], Published | None]] = {
    ("bias", "macro_f1"): Published("0.833", _UNTRACED),
    ("bias", "mcc"): Published("0.678", _UNTRACED),
    ("bias", "auc"): None,
    ("bias", "ece"): None,
    ("loaded", "f1"): None,
}

CROSS_VALIDATED: Final[tuple[CrossValidated, ...]] = (
    CrossValidated("crossvalidation.json", "folds of sentences", _FOLDED),
    CrossValidated("crossvalidation_outlet.json", "folds that share no outlet", _FOLDED),
    CrossValidated("crossvalidation_topic.json", "folds that share no topic", _FOLDED),
)
"""BABE: its given part is all learned from, so that figures come from cross-validation alone."""
