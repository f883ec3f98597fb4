"""Whose words: attributed speech and thought, scare quotations, and the outlet's own voice.

Stands after `encode` and before `actors`, which links sources to actors. Rules over tags, marks
and a list of cues, joined with the encoder's head where that is trained.
"""

from slantwise.voice.attributing import attribute, quotation_readings
from slantwise.voice.cues import Cue, CueClass, CueForm, Cues, made_cues, read_cues
from slantwise.voice.readings import QuotationReading
from slantwise.voice.rulings import Verdict
from slantwise.voice.settings import VoiceSettings
from slantwise.voice.voices import VoiceMap, count_words, with_word_counts

__all__ = [
    "Cue",
    "CueClass",
    "CueForm",
    "Cues",
    "QuotationReading",
    "Verdict",
    "VoiceMap",
    "VoiceSettings",
    "attribute",
    "count_words",
    "made_cues",
    "quotation_readings",
    "read_cues",
    "with_word_counts",
]
