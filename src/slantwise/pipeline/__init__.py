"""The pipeline: stages joined, for one article and for many."""

from slantwise.pipeline.analyser import Analyser, AnalyserSettings, from_text
from slantwise.pipeline.batch import Batch, analyze_articles, analyze_files
from slantwise.pipeline.cluster import RayCluster
from slantwise.pipeline.ingesting import Ingested, IngestJob, ingest_files, shipped_outlets
from slantwise.pipeline.sitting import Progress

__all__ = [
    "Analyser",
    "AnalyserSettings",
    "Batch",
    "IngestJob",
    "Ingested",
    "Progress",
    "RayCluster",
    "analyze_articles",
    "analyze_files",
    "from_text",
    "ingest_files",
    "shipped_outlets",
]
