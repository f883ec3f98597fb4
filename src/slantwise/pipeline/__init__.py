"""The pipeline: stages joined, for one article and for many."""

from slantwise.pipeline.analyser import Analyser, AnalyserSettings, from_text
from slantwise.pipeline.batch import Batch, Progress, analyze_articles, analyze_files

__all__ = [
    "Analyser",
    "AnalyserSettings",
    "Batch",
    "Progress",
    "analyze_articles",
    "analyze_files",
    "from_text",
]
