"""The stage itself: from an encoded article to its attributions."""

from collections.abc import Sequence

from slantwise.records import Attribution, EncodedArticle
from slantwise.voice.assembly import assembled
from slantwise.voice.chains import with_chain
from slantwise.voice.claims import Claim
from slantwise.voice.cues import Cues
from slantwise.voice.decoding import Listening, decoded
from slantwise.voice.headlines import headline_claims
from slantwise.voice.nested import nested_quotations
from slantwise.voice.page import Page, page_of
from slantwise.voice.quoting import read_quotations
from slantwise.voice.readings import QuotationReading
from slantwise.voice.reported import claims_in
from slantwise.voice.scenes import Scene, scene_of
from slantwise.voice.settings import VoiceSettings


def attribute(
    encoded: EncodedArticle, cues: Cues, *, settings: VoiceSettings | None = None
) -> tuple[Attribution, ...]:
    """Every stretch that is not plainly the outlet's own, in order of its first word.

    Contents of direct and scare attributions never overlap, but for a quotation inside another
    one, whose speaker the outer speaker names; a direct one may stand inside a reported one.
    `cited_by` is the attribution whose words the cue stands in, or the one that
    passes the source's words on. `speaker` is left None for `actors` to fill in. An article
    without words gives an empty tuple. Head outputs that are missing, or zero as before a
    training, leave all to the rules.
    """
    scene = _scene(encoded, cues, settings or VoiceSettings())
    readings = read_quotations(scene)
    return assembled(scene, readings, nested_quotations(scene, cues, readings))


def quotation_readings(
    encoded: EncodedArticle, cues: Cues, *, settings: VoiceSettings | None = None
) -> tuple[QuotationReading, ...]:
    """What is made of each outermost quotation, and why: also of those that nobody is said to say.

    One reading a quotation of depth 0, in order; terms, titles and names have one too, though
    `attribute` leaves them to the outlet.
    """
    return tuple(read_quotations(_scene(encoded, cues, settings or VoiceSettings())))


def _scene(encoded: EncodedArticle, cues: Cues, settings: VoiceSettings) -> Scene:
    page = page_of(encoded)
    outputs = encoded.outputs or (None,) * len(encoded.sentences)
    listening = Listening(page, cues, settings)
    claims: list[Sequence[Claim]] = []
    for sentence, seen in zip(page.sentences, outputs, strict=True):
        ruled = _ruled(page, cues, sentence)
        found = decoded(listening, sentence, claims=ruled, outputs=seen)
        claims.append([with_chain(page, claim, sentence[1]) for claim in found])
    return scene_of(encoded, page, claims, settings)


def _ruled(page: Page, cues: Cues, sentence: tuple[int, int]) -> list[Claim]:
    found = claims_in(page, cues, sentence)
    if sentence[1] <= page.headline:
        found += headline_claims(page, sentence, found)
    return found
