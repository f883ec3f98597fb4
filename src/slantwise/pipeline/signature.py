"""The signature of an analysis: everything that can change a result, by name.

Written into every manifest and report; results of different signatures are not compared
silently.
"""

from typing import TYPE_CHECKING

from slantwise.encode.lemmas import dictionary_file
from slantwise.records import KINDS_VERSION
from slantwise.resources import CUES, file_digest, shipped
from slantwise.version import __version__

if TYPE_CHECKING:
    from slantwise.pipeline.analyser import Analyser

Signed = dict[str, str]


def sign(analyser: "Analyser") -> Signed:
    """The signature of what `analyser` would say."""
    model = analyser.encoder.model
    return {
        "slantwise": __version__,
        "model": model.name,
        "model_digest": model.digest,
        "kinds_version": str(KINDS_VERSION),
        "actors_digest": analyser.table.digest(),
        "cues_digest": file_digest(shipped(CUES)),
        "lexicon_digest": analyser.lexicon.digest,
        "lemmas_digest": file_digest(dictionary_file()),
        "abstain_below": str(analyser.abstain_below),
        **analyser.encoder.signed(),
        **analyser.framing.signed(),
        **(analyser.coder.signed() if analyser.coder else {}),
    }
