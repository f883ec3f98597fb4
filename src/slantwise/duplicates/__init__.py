"""The `duplicates` stage: articles of one outlet that are one article, and which of them counts.

Takes sketches of cleaned articles; gives groups of versions. Copies of one text in several
outlets are no duplicates here: each outlet chose to print it, and `events` folds them.
"""

from slantwise.duplicates.finding import Group, Version, find_duplicates, sort_key
from slantwise.duplicates.settings import DuplicateSettings
from slantwise.duplicates.sketches import Sketch, sketch_articles

__all__ = [
    "DuplicateSettings",
    "Group",
    "Sketch",
    "Version",
    "find_duplicates",
    "sketch_articles",
    "sort_key",
]
