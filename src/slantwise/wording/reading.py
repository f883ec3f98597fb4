"""The `wording` stage: how one article words its actors, places and acts.

Takes an encoded, linked article; gives references and predicates, which travel in the run.
"""

from dataclasses import dataclass

from slantwise.records import EncodedArticle, Linking, Predicate, Reference
from slantwise.voice import VoiceMap
from slantwise.wording.phrases import Lemmas, sheet
from slantwise.wording.predicates import predicates
from slantwise.wording.references import references


@dataclass(frozen=True, slots=True)
class Wordings:
    """What one article words.

    Attributes:
        references: noun phrases that stand for actors and places, in order.
        predicates: acts, in order.
    """

    references: tuple[Reference, ...]
    predicates: tuple[Predicate, ...]


def read_wordings(
    encoded: EncodedArticle, linking: Linking, voices: VoiceMap, *, lemmas: Lemmas
) -> Wordings:
    """References and predicates of an article; none where it has no words.

    Args:
        encoded: words, tags and entities.
        linking: mentions, actors and attributions.
        voices: whose words stand where.
        lemmas: gives the lemma of a word with its Penn tag.
    """
    laid_out = sheet(encoded, linking, lemmas)
    return Wordings(
        references(laid_out, voices), predicates(laid_out, voices, linking.attributions)
    )
