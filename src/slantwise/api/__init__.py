"""What slantwise does, each in one call; the command line calls these and prints.

Re-exported by the package: `slantwise.load`, `formats`, `ingest`, `analyze`, `status`, `verify`,
`compare`, `kwic`, `evaluate`, `audit`, `models`, `add_model`, `model_card`.
"""

from slantwise.api.actors import (
    CheckedTables,
    NamedThere,
    NameInContext,
    check_actors,
    explain_actor,
    identity_table,
)
from slantwise.api.articles import analyze, formats, ingest, load, read_one
from slantwise.api.codebooks import check_codebook
from slantwise.api.comparing import article_page, compare, kwic
from slantwise.api.runs import status, verify
from slantwise.api.scoring import add_model, audit, evaluate, model_card, models
from slantwise.pipeline import RayCluster

__all__ = [
    "CheckedTables",
    "NameInContext",
    "NamedThere",
    "RayCluster",
    "add_model",
    "analyze",
    "article_page",
    "audit",
    "check_actors",
    "check_codebook",
    "compare",
    "evaluate",
    "explain_actor",
    "formats",
    "identity_table",
    "ingest",
    "kwic",
    "load",
    "model_card",
    "models",
    "read_one",
    "status",
    "verify",
]
