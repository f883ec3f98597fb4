"""Records that stages hand to one another: frozen, typed, tied to the text by spans."""

from slantwise.records.analysed import AnalysedArticle, WordCounts
from slantwise.records.articles import (
    Article,
    CleanedArticle,
    OffsetRun,
    Origin,
    Precision,
    Problem,
    Removal,
    Source,
    Stage,
)
from slantwise.records.codes import Code
from slantwise.records.encoded import (
    EncodedArticle,
    Entity,
    Quotation,
    Sentence,
    SentenceOutputs,
    Word,
    mean_row,
)
from slantwise.records.inputs import FileDigest
from slantwise.records.judgements import (
    ArticleStance,
    Finding,
    Harm,
    MentionStance,
    StanceJudgement,
    WeakFinding,
)
from slantwise.records.labels import (
    KINDS_VERSION,
    ActorKind,
    HarmForm,
    Kind,
    Stance,
    State,
    Voice,
)
from slantwise.records.moments import bounds, days_apart
from slantwise.records.readings import Actor, Attribution, LinkDecision, Linking, Mention
from slantwise.records.spans import Span, covered
from slantwise.records.wordings import (
    Argument,
    Predicate,
    PredicateForm,
    Reference,
    ReferenceForm,
)

__all__ = [
    "KINDS_VERSION",
    "Actor",
    "ActorKind",
    "AnalysedArticle",
    "Argument",
    "Article",
    "ArticleStance",
    "Attribution",
    "CleanedArticle",
    "Code",
    "EncodedArticle",
    "Entity",
    "FileDigest",
    "Finding",
    "Harm",
    "HarmForm",
    "Kind",
    "LinkDecision",
    "Linking",
    "Mention",
    "MentionStance",
    "OffsetRun",
    "Origin",
    "Precision",
    "Predicate",
    "PredicateForm",
    "Problem",
    "Quotation",
    "Reference",
    "ReferenceForm",
    "Removal",
    "Sentence",
    "SentenceOutputs",
    "Source",
    "Span",
    "Stage",
    "Stance",
    "StanceJudgement",
    "State",
    "Voice",
    "WeakFinding",
    "Word",
    "WordCounts",
    "bounds",
    "covered",
    "days_apart",
    "mean_row",
]
