"""The tasks of the evaluator, one module a task, joined in one explicit table."""

from slantwise.evaluation.tasks.table import TASKS, Score

__all__ = ["TASKS", "Score"]
