"""slantwise: loaded framing in news articles, whose words it is, and how outlets differ.

>>> import slantwise
>>> slantwise.__version__.count(".")
2
"""

from typing import TYPE_CHECKING, Any

from slantwise.version import __version__

if TYPE_CHECKING:
    from slantwise.api import analyze, compare, evaluate, formats, load, status, verify
    from slantwise.records import Article

_FUNCTIONS = ("analyze", "compare", "evaluate", "formats", "load", "status", "verify")

__all__ = [
    "Article",
    "__version__",
    "analyze",
    "compare",
    "evaluate",
    "formats",
    "load",
    "status",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Public functions, imported when first asked for, so that `import slantwise` stays quick."""
    if name in _FUNCTIONS:
        from slantwise import api

        return getattr(api, name)
    if name == "Article":
        from slantwise.records import Article

        return Article
    raise AttributeError(f"module 'slantwise' has no attribute {name!r}")
