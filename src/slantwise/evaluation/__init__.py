"""Scoring against coded texts: gold files in, figures with intervals out.

Stands beside the pipeline and takes a finished analyser; nothing imports it but `slantwise`
itself and the command line.
"""

from slantwise.evaluation.analyser import Analyser
from slantwise.evaluation.evaluation import Evaluation, GoldFile, evaluate
from slantwise.evaluation.gold import read_gold
from slantwise.evaluation.metrics import Bootstrap, Figure
from slantwise.evaluation.tasks import TASKS

__all__ = [
    "TASKS",
    "Analyser",
    "Bootstrap",
    "Evaluation",
    "Figure",
    "GoldFile",
    "evaluate",
    "read_gold",
]
