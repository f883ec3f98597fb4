"""The report as one page that works offline: templates, styles, scripts and evidence in one file.

A content security policy in the page forbids every request and every script but our own; where
the evidence is split, the files beside the page may be read too.
"""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from slantwise.report import svg
from slantwise.report.codebook import KINDS, VOICE_NAMES, VOICES
from slantwise.report.files import as_bytes
from slantwise.report.parts import Carried
from slantwise.report.timeline_svg import timeline_svg
from slantwise.report.views.page import Page
from slantwise.report.words import day

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = (
    *("base", "opening", "figures", "narrow", "shares", "events", "wording"),
    *("matrix", "evidence", "kwic", "print"),
)
SCRIPTS = (
    *("data", "query", "speech", "marks", "tip", "panel", "together", "events", "quoted", "kwic"),
    *("matrix", "save", "start"),
)
_BESIDE = " 'self' file:"
"""Where scripts may come from in a page whose evidence is split: the folder that holds it."""


def html(page: Page, evidence: Carried) -> str:
    """The whole page; names and texts from the data are escaped, never markup."""
    style = _joined("css", STYLES)
    script = f'"use strict";\n(() => {{\n{_joined("js", SCRIPTS)}}})();\n'
    return _rendered(
        page,
        style=style,
        script=script,
        evidence=evidence.embedded,
        policy=policy(style, script, beside=bool(evidence.index)),
        index=evidence.index,
    )


def for_print(page: Page) -> str:
    """The page for paper: folds open, no script, no evidence."""
    shown = _rendered(
        page, style=_joined("css", STYLES), script="", evidence="{}", policy="", index=""
    )
    return shown.replace("<details", "<details open")


def policy(style: str, script: str, *, beside: bool = False) -> str:
    """The content security policy that lets only this style and this script run.

    `beside` lets scripts from the page's own folder run too.
    """
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; "
        f"script-src '{_digest(script)}'{_BESIDE if beside else ''}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _rendered(page: Page, **parts: Any) -> str:
    ours = {name: Markup(parts.pop(name)) for name in ("style", "script", "evidence")}  # noqa: S704
    return _environment().get_template("report.html.j2").render(page=page, **ours, **parts)


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(as_bytes(text)).digest()).decode("ascii")


def _joined(extension: str, names: tuple[str, ...]) -> str:
    folder = files("slantwise.report") / "static"
    return "".join((folder / f"{name}.{extension}").read_text(encoding="utf-8") for name in names)


def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("slantwise.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        day=day,
        svg=svg,
        timeline_svg=timeline_svg,
        kinds=KINDS,
        voices=VOICES,
        voice_names=VOICE_NAMES,
        stance_scale=svg.STANCE_SCALE,
    )
    return environment
