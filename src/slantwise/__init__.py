"""slantwise: loaded framing in news articles, whose words it is, and how outlets differ.

>>> import slantwise
>>> slantwise.__version__.count(".")
2
"""

from typing import TYPE_CHECKING, Any

from slantwise.version import __version__

if TYPE_CHECKING:
    from slantwise.api import (
        RayCluster,
        add_model,
        analyze,
        audit,
        compare,
        evaluate,
        formats,
        ingest,
        kwic,
        load,
        model_card,
        models,
        status,
        verify,
    )
    from slantwise.records import Article

__all__ = [
    "Article",
    "RayCluster",
    "__version__",
    "add_model",
    "analyze",
    "audit",
    "compare",
    "evaluate",
    "formats",
    "ingest",
    "kwic",
    "load",
    "model_card",
    "models",
    "status",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Public functions, imported when first asked for, so that `import slantwise` stays quick."""
    if name == "Article":
        from slantwise.records import Article

        return Article
    if name in __all__:
        from slantwise import api

        return getattr(api, name)
    raise AttributeError(f"module 'slantwise' has no attribute {name!r}")
