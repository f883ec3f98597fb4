"""What the analyser says of every version of a swap sentence.

Second step of the audit; `changes` lays the answers side by side.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from slantwise.evaluation.analyser import Analyser, read_beside
from slantwise.evaluation.audit.pairs import SwapSentence, Version, versions
from slantwise.evaluation.tasks.batches import encoded
from slantwise.evaluation.texts import in_gold, to_article
from slantwise.records import Span, StanceJudgement
from slantwise.stance import judge


@dataclass(frozen=True, slots=True)
class Answer:
    """What the analyser says of one version.

    Attributes:
        version: the version.
        stance: the judgement on the marked mention.
        findings: where the findings stand in the version's text, in order.
        bias: probability that the sentence is biased by its wording, 0..1.
        biased: whether that reaches the head's threshold.
    """

    version: Version
    stance: StanceJudgement
    findings: tuple[Span, ...]
    bias: float
    biased: bool

    @property
    def score(self) -> float:
        """Probability of favour less that of against, -1..1; 0 for a failure."""
        return self.stance.favour - self.stance.against


def answers(
    sentences: Iterable[SwapSentence], analyser: Analyser
) -> Iterator[tuple[SwapSentence, tuple[Answer, ...]]]:
    """Each sentence with the answers to its versions, in the order of `versions`."""
    listed = [(sentence, versions(sentence)) for sentence in sentences]
    flat = (version for _, several in listed for version in several)
    given = _answers(flat, analyser)
    for sentence, several in listed:
        yield sentence, tuple(islice(given, len(several)))


def _answers(flat: Iterable[Version], analyser: Analyser) -> Iterator[Answer]:
    line = analyser.abstain_below
    threshold = analyser.encoder.model.heads["bias"].threshold
    judged = (
        (version, judge(outputs, version.mention, abstain_below=line))
        for version, outputs in encoded(flat, lambda version: version.text, analyser)
    )
    beside = read_beside(judged, lambda pair: to_article("swap", pair[0].text), analyser)
    for (version, stance), analysed in beside:
        bias = max(analysed.biases, default=0.0)
        findings = tuple(in_gold(finding.span, analysed) for finding in analysed.findings)
        yield Answer(version, stance, findings, bias, bias >= threshold)
