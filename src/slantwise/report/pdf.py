"""The report as PDF: the page in its print style, every fold open, without what needs a script.

Needs the extra `pdf` (WeasyPrint), which draws an SVG without the page's style sheet: colours
and fonts are therefore written into each shape first.
"""

import re
from importlib.util import find_spec

from slantwise.errors import SettingsError
from slantwise.report.views.page import Page

_INK, _SOFT, _RULE = "#1b1b1a", "#57554f", "#dcd8cf"
_FILLS = {
    **{f"c{n}": colour for n, colour in enumerate(("#009e73", "#e69f00", "#56b4e9", "#cc79a7"))},
    "c4": "#f0e442",
    "c5": "#0072b2",
    "c6": "#ffffff",
    "sA": "#cc79a7",
    "sN": "#c9c6bf",
    "sF": "#009e73",
}
_LINES = {
    "tick": f'stroke="{_RULE}" fill="none"',
    "zero": f'stroke="{_SOFT}" stroke-dasharray="2 2" fill="none"',
    "iv": f'stroke="{_INK}" stroke-width="1.8" fill="none"',
}
_CLASS = re.compile(r'<(path|circle|rect) class="([^"]+)"')
_TEXT = re.compile(r'<text (?:class="\w+" )?')
_SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)
_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


def require_pdf() -> None:
    """Nothing, where the extra `pdf` is installed.

    Raises:
        SettingsError: it is not; names the command that installs it.
    """
    if find_spec("weasyprint") is None:
        raise SettingsError(
            "a PDF needs the extra pdf, which is not installed; install it with: "
            "pip install 'slantwise[pdf]', or open report.html in a browser and print it"
        )


def pdf(page: Page) -> bytes:
    """The report as a PDF file.

    Raises:
        SettingsError: the extra `pdf` is not installed.
    """
    require_pdf()
    from weasyprint import HTML

    from slantwise.report.html import for_print

    document: bytes = HTML(string=painted(for_print(page))).write_pdf()
    return document


def painted(source: str) -> str:
    """The page with the colours of every figure written into its shapes.

    >>> 'stroke="#1b1b1a"' in painted('<svg viewBox="0 0 9 18"><path class="iv" d="M0 0"/></svg>')
    True
    """
    return _SVG.sub(lambda found: _paint(found[0]), source)


def _paint(figure: str) -> str:
    size = _SIZE.search(figure)
    if size:
        shown = f'<svg width="{size[1]}" height="{size[2]}" '
        figure = figure.replace("<svg ", shown, 1)
    figure = _CLASS.sub(lambda found: f"<{found[1]} {_look(found[2].split())}", figure)
    return _TEXT.sub(f'<text font-family="sans-serif" font-size="11" fill="{_SOFT}" ', figure)


def _look(classes: list[str]) -> str:
    for name in classes:
        if name in _LINES:
            return _LINES[name]
    fill = next((_FILLS[name] for name in classes if name in _FILLS), _INK)
    return f'fill="{fill}" stroke="{_INK}" stroke-width="{1.2 if "pt" in classes else 0}"'
