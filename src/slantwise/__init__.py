"""slantwise: loaded framing in news articles, whose words it is, and how outlets differ.

>>> import slantwise
>>> slantwise.__version__.count(".")
2
"""

from typing import TYPE_CHECKING, Any

from slantwise.version import __version__

if TYPE_CHECKING:
    from slantwise.api import analyze, audit, compare, evaluate, formats, load
    from slantwise.records import Article

__all__ = ["Article", "__version__", "analyze", "audit", "compare", "evaluate", "formats", "load"]


def __getattr__(name: str) -> Any:
    """Public functions, imported when first asked for, so that `import slantwise` stays quick."""
    if name in {"analyze", "audit", "compare", "evaluate", "formats", "load"}:
        from slantwise import api

        return getattr(api, name)
    if name == "Article":
        from slantwise.records import Article

        return Article
    raise AttributeError(f"module 'slantwise' has no attribute {name!r}")
