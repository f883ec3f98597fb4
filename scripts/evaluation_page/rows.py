"""What is measured: every set by task, its figures, and published figures beside them."""

from collections.abc import Mapping
from typing import Final

from evaluation_page.sets import Beside, CrossValidated, Measured, Metrics, Published

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
_SPANS: Final = _unpublished("span_f1", "token_f1", "loaded_token_f1")
_LABELLED_SPANS: Final = _unpublished(
    *("span_f1", "kind_macro_f1", "actor_accuracy"),
    *("token_f1", "loaded_token_f1", "technique_span_f1"),
)
_N_LABELLED: Final = 3
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
            "technique_span_f1": Published(
                "0.516", "SemEval-2020 task 11, span identification, best system on test"
            ),
            **_SPANS,
        },
    ),
    Measured(
        *("framing-spans", "ptc", "ptc", "ptc-dev-loaded"),
        *("PTC, loaded language and name calling", "dev"),
        _SPANS,
    ),
    Measured(
        *("framing-spans", "basil", "basil", "basil-sentences"),
        *("BASIL sentences, lexical bias", "all given, by transfer"),
        _SPANS,
    ),
    Measured(
        *("framing-sentences", "basil", "basil", "basil-sentences"),
        *("BASIL sentences, lexical bias", "all given, by transfer"),
        {"biased_f1": Published("0.24", _UNTRACED), **_unpublished("mcc", "auc")},
    ),
    Measured(
        *("framing-spans", "framing", "framing", "framing-test", "ours: corpora/framing", "test"),
        _LABELLED_SPANS,
        n_chief=_N_LABELLED,
        own=True,
    ),
    Measured(
        *("framing-spans", "demo", "demo", "demo", "ours: corpora/demo", "all"),
        _LABELLED_SPANS,
        n_chief=_N_LABELLED,
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
        n_chief=2,
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
