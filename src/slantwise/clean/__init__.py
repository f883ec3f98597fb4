"""Second stage: articles with their text made final, offsets back to the raw text kept."""

from slantwise.clean.boilerplate import RULES, Rule
from slantwise.clean.cleaning import clean
from slantwise.clean.problems import language_problem, text_problem

__all__ = ["RULES", "Rule", "clean", "language_problem", "text_problem"]
