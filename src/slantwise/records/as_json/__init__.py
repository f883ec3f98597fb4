"""Records as plain data: what `show --json` prints and what a run's parts hold.

One module a group of records, each with both directions; `analysed` joins them.
"""

from slantwise.records.as_json.analysed import from_dict, to_dict
from slantwise.records.as_json.articles import problem_from_dict, problem_to_dict

__all__ = ["from_dict", "problem_from_dict", "problem_to_dict", "to_dict"]
