"""First stage: files in researchers' formats in, articles and problems with reasons out."""

from slantwise.ingest.catalogue import Readable, readable
from slantwise.ingest.children import follow_parent
from slantwise.ingest.files import exists
from slantwise.ingest.formats import FORMATS, Format
from slantwise.ingest.reading import digests, read
from slantwise.ingest.settings import IngestSettings, parse_columns
from slantwise.ingest.unpacking import Unpacking

__all__ = [
    "FORMATS",
    "Format",
    "IngestSettings",
    "Readable",
    "Unpacking",
    "digests",
    "exists",
    "follow_parent",
    "parse_columns",
    "read",
    "readable",
]
