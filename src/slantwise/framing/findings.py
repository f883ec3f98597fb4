"""The `framing` stage: an encoded, linked article in, its findings out.

Gathers evidence, weighs it, and says of every loaded span its kind, voice, speaker, actors and
direction (the codebook's thirteen kinds).
"""

from dataclasses import dataclass

from slantwise.framing.candidates import candidates
from slantwise.framing.judging import Judge
from slantwise.framing.lexicon import Lexicon
from slantwise.framing.settings import FramingSettings
from slantwise.framing.weighing import Weights, confidence
from slantwise.records import EncodedArticle, Finding, Linking, WeakFinding
from slantwise.voice import VoiceMap


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one article.

    Attributes:
        findings: spans at or above the threshold, in order of position; they do not overlap.
        weak: spans less than `kept_below` under it, in order of position.
    """

    findings: tuple[Finding, ...]
    weak: tuple[WeakFinding, ...]


def find(
    encoded: EncodedArticle,
    linking: Linking,
    voices: VoiceMap,
    *,
    lexicon: Lexicon,
    settings: FramingSettings,
) -> Found:
    """The article's findings, and apart from them what fell a little short; empty where nothing."""
    lowest = settings.threshold - settings.kept_below
    weights = settings.weights or Weights()
    kept = [
        (candidate, sure)
        for candidate in candidates(encoded, linking, lexicon=lexicon, settings=settings)
        if (sure := confidence(candidate.values, weights)) >= lowest
    ]
    if not kept:
        return Found((), ())
    judge = Judge(encoded, linking, voices, settings)
    judged = [
        (finding, sure >= settings.threshold)
        for item, sure in kept
        if (finding := judge.judge(item, sure))
    ]
    judged.sort(key=lambda found: found[0].span)
    return Found(
        findings=tuple(finding for finding, firm in judged if firm),
        weak=tuple(
            WeakFinding(f.span, f.kinds[0], f.voice, f.confidence) for f, firm in judged if not firm
        ),
    )
