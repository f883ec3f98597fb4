"""Second stage: articles with their text made final, offsets back to the raw text kept."""

from slantwise.clean.boilerplate import RULES, Rule
from slantwise.clean.cleaning import clean
from slantwise.clean.language import ANALYSED
from slantwise.clean.problems import language_problem, text_problem
from slantwise.clean.recurring import RecurringLines, candidate_lines, recurs

__all__ = [
    "ANALYSED",
    "RULES",
    "RecurringLines",
    "Rule",
    "candidate_lines",
    "clean",
    "language_problem",
    "recurs",
    "text_problem",
]
