"""First stage: files in researchers' formats in, articles and problems with reasons out."""

from slantwise.ingest.formats import FORMATS, Format
from slantwise.ingest.reading import digests, read
from slantwise.ingest.settings import IngestSettings, parse_columns

__all__ = ["FORMATS", "Format", "IngestSettings", "digests", "parse_columns", "read"]
