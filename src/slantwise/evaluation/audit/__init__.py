"""The actor-swap audit: does an answer change when only the actor does?

Sentences in two or more versions that differ in the actor alone go in; how often stance, findings
and sentence bias differ between the versions, and in whose favour, comes out. `slantwise audit`
prints it.
"""

from slantwise.evaluation.audit.auditing import Audit, AuditSettings, PairsFile, audit
from slantwise.evaluation.audit.changes import Change
from slantwise.evaluation.audit.pairs import SwapSentence
from slantwise.evaluation.audit.reading import read_pairs
from slantwise.evaluation.audit.shifts import Shift

__all__ = [
    "Audit",
    "AuditSettings",
    "Change",
    "PairsFile",
    "Shift",
    "SwapSentence",
    "audit",
    "read_pairs",
]
