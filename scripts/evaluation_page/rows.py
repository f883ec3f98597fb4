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
class Beside:
    """Lines of another set that stand among those of a set and are not scored.

    Attributes:
        release: name of the converter in `gold.table`.
        folder: of the release under the data folder.
        gold: name of the gold set.
    """

    release: str
    folder: str
    gold: str


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
        beside: lines that are put after those of the set.
        learned_as: name of the training data that holds the set ("babe train"): no figure for a
            model that learned from it; empty where no model may.
    """

    task: str
    release: str
    folder: str
    gold: str
    data: str
    split: str
    metrics: Metrics
    own: bool = False
    beside: Beside | None = None
    learned_as: str = ""

    @property
    def key(self) -> str:
        """Name of the set and task, unique."""
        among = f"-among-{self.beside.gold}" if self.beside else ""
        return f"{self.gold}{among}.{self.task}"

    @property
    def head(self) -> str:
        """The head without which a model has no answer; empty where it can do without."""
        return {"stance-directed": "directed", "stance-mentions": "stance"}.get(self.task, "")

    @property
    def command(self) -> str:
        """What measures it, but for the name of the model."""
        return f"slantwise evaluate {self.task} {self.key}.jsonl"


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """Figures of a cross-validation on BABE, from a file beside the model.

    Attributes:
        file: name of the file in the model's folder.
        split: how the folds are cut, in words.
        by: what folds are made of, as the script names it.
        metrics: (task head, metric) with the published figure where one is known.
    """

    file: str
    split: str
    by: str
    metrics: Mapping[tuple[str, str], Published | None] = field(default_factory=dict)

    @property
    def command(self) -> str:
        """What measures it, but for the recipe."""
        return f"python scripts/crossvalidate_babe.py DATA --folds-by {self.by}"


_BASE = "Hamborg and Donnay, EACL 2021, GRU-TSC, {} test; one run of the model for every target"
_UNTRACED = (
    "target of this project, not checked against a paper (Horych et al., Findings of NAACL 2025, "
    "score BABE and BASIL)"
)


def _unpublished(*names: str) -> Metrics:
    """Metrics without a published figure."""
    return dict.fromkeys(names)


_STANCE: Final = _unpublished("macro_f1", "accuracy", "ece")
_SENTENCES: Final = _unpublished("macro_f1", "mcc", "auc", "ece")
_SPANS: Final = _unpublished("token_f1", "span_f1", "loaded_token_f1", "technique_span_f1")
_LABELLED_SPANS: Final[Metrics] = {**_SPANS, **_unpublished("kind_macro_f1", "actor_accuracy")}
_VOICE: Final = _unpublished("content_f1", "source_overlap")
_ACTORS: Final = _unpublished("mention_f1", "linking_f1", "rollup_accuracy", "kind_accuracy")
_PAIRS: Final = _unpublished("pair_precision", "pair_recall", "pair_f1")

COVERAGE_KEY: Final = "newsmtsc-dev-other-half.stance-mentions"
"""The set of which the page shows error rates by coverage: nothing was chosen on it."""

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
        *("stance-mentions", "newsmtsc", "newsmtsc", "newsmtsc-dev-other-half"),
        *("NewsMTSC rw and mt", "half of dev that nothing was chosen on"),
        _STANCE,
    ),
    Measured(
        *("stance-directed", "directed", "directed_sentiment", "dse-valid"),
        *("DSE", "valid, rows that train holds too left out"),
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
        *("framing-sentences", "babe", "babe", "babe", "BABE", "given part, by transfer"),
        _SENTENCES,
        learned_as="babe train",
    ),
    Measured(
        *("framing-spans", "babe", "babe", "babe", "BABE", "given part, by transfer"),
        _unpublished("loaded_token_f1", "token_f1", "span_f1"),
        learned_as="babe train",
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
        *("framing-spans", "ptc", "ptc", "ptc-dev-loaded"),
        *("PTC, loaded language and name calling", "dev"),
        _unpublished("token_f1", "span_f1", "loaded_token_f1"),
    ),
    Measured(
        *("framing-spans", "basil", "basil", "basil-sentences"),
        *("BASIL sentences, lexical bias", "all given, by transfer"),
        _unpublished("token_f1", "span_f1", "loaded_token_f1"),
    ),
    Measured(
        *("framing-sentences", "basil", "basil", "basil-sentences"),
        *("BASIL sentences, lexical bias", "all given, by transfer"),
        {"biased_f1": Published("0.24", _UNTRACED), **_unpublished("mcc", "auc")},
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
    Measured(
        *("agency", "agency", "agency", "agency-test", "ours: corpora/agency", "test"),
        _unpublished("agency_f1", "telling_f1", "naming_accuracy", "named_doer_accuracy"),
        own=True,
    ),
    Measured(*("articles", "basil", "basil", "basil", "BASIL", "all given"), _PAIRS),
    Measured(
        *(
            "articles",
            "basil",
            "basil",
            "basil",
            "BASIL, AllSides articles among them",
            "all given",
        ),
        _PAIRS,
        beside=Beside("allsides", "allsides_events", "allsides-unlabelled"),
    ),
    Measured(*("articles", "neus", "neus", "neus", "NeuS raw stories", "all"), _PAIRS),
    Measured(*("articles", "neus", "neus", "neus-val", "NeuS", "val"), _PAIRS),
    Measured(*("articles", "demo", "demo", "demo", "ours: corpora/demo", "all"), _PAIRS, own=True),
)
"""Every set by task; a model has no figure on one that it learned from."""

_FOLDED: Final[Mapping[tuple[str, str], Published | None]] = {
    ("bias", "macro_f1"): Published("0.833", _UNTRACED),
    ("bias", "mcc"): Published("0.678", _UNTRACED),
    ("bias", "auc"): None,
    ("bias", "ece"): None,
    ("loaded", "f1"): None,
}

CROSS_VALIDATED: Final[tuple[CrossValidated, ...]] = (
    CrossValidated("crossvalidation.json", "folds of sentences", "random", _FOLDED),
    CrossValidated("crossvalidation_outlet.json", "folds that share no outlet", "outlet", _FOLDED),
    CrossValidated("crossvalidation_topic.json", "folds that share no topic", "topic", _FOLDED),
)
"""BABE: its given part is all learned from, so that figures come from cross-validation alone."""
