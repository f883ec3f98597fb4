"""What a report says of a researcher's codebook: its kinds and how often each outlet is of them."""

from dataclasses import dataclass

from slantwise.records.figures import Interval, Verdict
from slantwise.records.labels import Voice


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """One kind of the codebook, as the run kept it.

    Attributes:
        id: its id.
        name: the name shown.
        definition: what it is.
        examples: at least one.
        n_terms: how many terms find it.
        n_patterns: how many patterns.
        checked: cross-validated figure of its classifier, in words; "" where it has none.
    """

    id: str
    name: str
    definition: str
    examples: tuple[str, ...]
    n_terms: int
    n_patterns: int
    checked: str


@dataclass(frozen=True, slots=True)
class CodeRate:
    """Findings of one codebook kind in one voice of one outlet.

    Attributes:
        outlet: its name.
        kind: id of the kind.
        voice: whose words.
        n_findings: numerator; wire copies left out.
        n_classified: how many of them the classifier alone decided.
        n_words: denominator: words of that voice.
        n_articles: articles with such a finding in that voice.
        per_1k_words: rate with 95 % interval; None where too few units.
        n_units: events (or articles) resampled.
        verdict: compared, or too few.
    """

    outlet: str
    kind: str
    voice: Voice
    n_findings: int
    n_classified: int
    n_words: int
    n_articles: int
    per_1k_words: Interval | None
    n_units: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class CodebookCounts:
    """Everything counted of a codebook in a run.

    Attributes:
        name: the codebook's name.
        digest: sha256 of its file.
        replace: whether it stands instead of slantwise's own kinds.
        kinds: in the order of the file.
        rates: one row a kind × outlet × voice.
    """

    name: str
    digest: str
    replace: bool
    kinds: tuple[CodebookEntry, ...]
    rates: tuple[CodeRate, ...]
