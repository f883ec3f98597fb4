"""The analyser: one article through every stage, from the text to its findings.

Joins the stages; owns the loaded model, identity table and word lists, and hands them
to the stages that need them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from slantwise.actors import IdentityTable, link, read_tables
from slantwise.clean import clean
from slantwise.codebook import Coder, code, prepare, read_codebook
from slantwise.encode import (
    Device,
    Encoder,
    Lemmatizer,
    Precision,
    Segmented,
    check_words,
    encode,
    open_encoder,
    open_model,
)
from slantwise.framing import Found, FramingSettings, Lexicon, find, harms, read_lexicon, weights_of
from slantwise.pipeline.signature import Signed, sign
from slantwise.records import (
    AnalysedArticle,
    Article,
    CleanedArticle,
    EncodedArticle,
    Linking,
    MentionStance,
    Problem,
    Source,
    Span,
    StanceJudgement,
)
from slantwise.resources import ACTORS, BACKGROUND, CUES, LEXICON, model_folder, shipped
from slantwise.segment import segment
from slantwise.stance import failed, judge, roll_up
from slantwise.voice import Cues, VoiceMap, attribute, count_words, read_cues, with_word_counts
from slantwise.wording import read_wordings


@dataclass(frozen=True, slots=True)
class AnalyserSettings:
    """What a researcher may set; everything else comes with the model and the word lists.

    Attributes:
        model: name of a shipped model, or the path of one.
        actors: the researcher's own identity tables, which add to ours or override it.
        threads: cores for the encoder; 0 takes all. Never changes a result.
        abstain_below: probability under which no stance is named; None takes the model's own.
        framing: settings of the framing stage.
        codebook: the researcher's own kinds; None for none.
        device: where the encoder runs; "cuda" needs a GPU and the gpu extra (docs/gpu.md).
        precision: of the encoder on a GPU; None takes bf16.
    """

    model: str = "base"
    actors: tuple[Path, ...] = ()
    threads: int = 0
    abstain_below: float | None = None
    framing: FramingSettings = field(default_factory=FramingSettings)
    codebook: Path | None = None
    device: Device = "cpu"
    precision: Precision | None = None


class Analyser:
    """Reads articles. Make one with `slantwise.load`."""

    def __init__(self, settings: AnalyserSettings | None = None) -> None:
        """Open the model, the identity tables and the word lists.

        Raises:
            MissingExtraError: a GPU is asked for without the gpu extra.
            ModelError: the model is missing, altered, of another format, or reads no words.
            SettingsError: a table, word list or codebook is not valid, or there is no such device.
        """
        self.settings = settings or AnalyserSettings()
        # The codebook first: a fault in it should show before a model is opened.
        chosen = self.settings.codebook
        codebook = read_codebook(chosen) if chosen is not None else None
        model = open_model(model_folder(self.settings.model))
        check_words(model)
        self.encoder: Encoder = open_encoder(
            model,
            device=self.settings.device,
            precision=self.settings.precision,
            threads=self.settings.threads,
            states=codebook is not None and codebook.trained,
        )
        self.coder: Coder | None = (
            prepare(codebook, self.encoder, _background()) if codebook else None
        )
        self.table: IdentityTable = read_tables((shipped(ACTORS), *self.settings.actors))
        self.cues: Cues = read_cues(shipped(CUES))
        self.lexicon: Lexicon = read_lexicon(shipped(LEXICON))
        asked = self.settings.framing
        weights = asked.weights or weights_of(model.evidence)
        self.framing: FramingSettings = replace(asked, weights=weights)

    @cached_property
    def lemmatizer(self) -> Lemmatizer:
        """Lemmas for the wording stage, loaded when first needed."""
        return Lemmatizer()

    @property
    def abstain_below(self) -> float:
        """Probability under which no stance is named."""
        chosen = self.settings.abstain_below
        return self.encoder.model.heads["stance"].abstain_below if chosen is None else chosen

    def signature(self) -> Signed:
        """What can change a result: versions, digests and settings, by name."""
        return sign(self)

    def read(self, article: Article | str) -> AnalysedArticle:
        """One analysed article.

        Args:
            article: an article, or a text whose paragraphs are parted by blank lines.
        """
        if isinstance(article, str):
            article = from_text(article)
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article]) -> Iterator[AnalysedArticle]:
        """Analysed articles in input order; what they share a batch with changes nothing."""
        source = iter(articles)
        while group := [clean(article) for article in islice(source, 32)]:
            yield from self.read_cleaned(group)

    def read_cleaned(self, articles: Iterable[CleanedArticle]) -> Iterator[AnalysedArticle]:
        """Analysed articles, in input order, of articles cleaned before."""
        segmented: Iterator[Segmented] = ((a, *segment(a)) for a in articles)
        for encoded in encode(segmented, self.encoder):
            yield self._judge(encoded)

    def stance(self, text: str, start: int, end: int) -> StanceJudgement:
        """The stance of a sentence toward the mention at `start`..`end`.

        Raises:
            ValueError: the mention is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(
                f"a mention runs from 0 <= start < end <= {len(text)}, found {start}..{end}"
            )
        (outputs,) = self.encoder.encode([text])
        return judge(outputs, Span(start, end), abstain_below=self.abstain_below)

    def _judge(self, encoded: EncodedArticle) -> AnalysedArticle:
        linking = link(encoded, attribute(encoded, self.cues), self.table)
        voices = VoiceMap(linking.attributions)
        mentions = self._mention_stances(encoded, linking, voices)
        wordings = read_wordings(encoded, linking, voices, lemmas=self.lemmatizer)
        parents = {actor.id: actor.parent for actor in linking.actors}
        found = self._found(encoded, linking, voices)
        return AnalysedArticle(
            article=encoded.article,
            sentences=encoded.sentences,
            biases=tuple(outputs.bias for outputs in encoded.outputs),
            attributions=with_word_counts(encoded.words, voices),
            actors=linking.actors,
            mentions=linking.mentions,
            findings=found.findings,
            mention_stances=mentions,
            stances=roll_up(mentions, parents, abstain_below=self.abstain_below),
            decisions=linking.decisions,
            words=count_words(encoded.words, voices),
            problems=tuple(_failures(encoded, mentions)),
            references=wordings.references,
            predicates=wordings.predicates,
            codes=code(encoded, linking, voices, self.coder) if self.coder else (),
            weak_findings=found.weak,
            harms=harms(encoded, linking, voices),
        )

    def _found(self, encoded: EncodedArticle, linking: Linking, voices: VoiceMap) -> Found:
        """Findings of our kinds; none where a codebook stands instead of them."""
        if self.coder and self.coder.codebook.replace:
            return Found((), ())
        return find(encoded, linking, voices, lexicon=self.lexicon, settings=self.framing)

    def _mention_stances(
        self, encoded: EncodedArticle, linking: Linking, voices: VoiceMap
    ) -> tuple[MentionStance, ...]:
        stances = []
        for index, mention in enumerate(linking.mentions):
            voice, attribution = voices.at(mention.span)
            judgement = judge(
                encoded.outputs[mention.sentence], mention.span, abstain_below=self.abstain_below
            )
            speaker = attribution.speaker if attribution else None
            stances.append(MentionStance(index, mention.actor, voice, speaker, judgement))
        return tuple(stances)


def _background() -> list[str]:
    """Sentences of our own on many topics, against which a codebook's classifiers learn."""
    return shipped(BACKGROUND).read_text(encoding="utf-8").splitlines()


def from_text(text: str, *, id: str = "text", outlet: str = "") -> Article:  # noqa: A002
    """An article of a bare text: no headline, paragraphs parted by blank lines."""
    import re

    body = tuple(
        Span(found.start(), found.end()) for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    )
    return Article(id=id, outlet=outlet, raw=text, title=None, body=body, source=Source(id))


def _failures(encoded: EncodedArticle, mentions: Iterable[MentionStance]) -> Iterator[Problem]:
    article = encoded.article.article
    for mention in mentions:
        if mention.judgement == failed(mention.judgement.reason):
            yield Problem(
                stage="stance",
                reason="mention-not-judged",
                message=f"mention {mention.mention} of {mention.actor}: {mention.judgement.reason}",
                source=article.source,
                article_id=article.id,
                fatal=False,
            )
