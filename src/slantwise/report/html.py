"""The report as one page that works offline: templates, styles, scripts and evidence in one file.

A content security policy in the page forbids every request and every script but our own.
"""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from slantwise.report import svg
from slantwise.report.codebook import KINDS, VOICE_NAMES, VOICES
from slantwise.report.evidence import Evidence, as_script
from slantwise.report.files import as_bytes
from slantwise.report.views.page import Page
from slantwise.report.words import day

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = ("base", "figures", "shares", "events", "wording", "evidence", "print")
SCRIPTS = ("data", "query", "speech", "marks", "tip", "panel", "events", "start")


def html(page: Page, evidence: Evidence) -> str:
    """The whole page; names and texts from the data are escaped, never markup."""
    style = _joined("css", STYLES)
    script = f'"use strict";\n(() => {{\n{_joined("js", SCRIPTS)}}})();\n'
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=page,
            style=Markup(style),  # noqa: S704 - our own files
            script=Markup(script),  # noqa: S704 - our own files
            evidence=Markup(as_script(evidence.payload)),  # noqa: S704 - escaped for a script element
            policy=policy(style, script),
        )
    )


def policy(style: str, script: str) -> str:
    """The content security policy that lets only this style and this script run."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


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
        kinds=KINDS,
        voices=VOICES,
        voice_names=VOICE_NAMES,
        stance_scale=svg.STANCE_SCALE,
    )
    return environment
