"""Agreement of coders and model in the terminal, and as plain data."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Literal

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from slantwise.coding import Agreement
    from slantwise.coding.agreement import CoderAgreement
    from slantwise.coding.shares import Share

_NUMBER: Literal["right"] = "right"


def as_plain(found: "Agreement") -> dict[str, Any]:
    """The agreement as dictionaries, lists, strings and numbers."""
    return asdict(found)


def render(found: "Agreement", console: Console | None = None) -> None:
    """Print who agrees with whom, and where the model errs."""
    console = console or Console()
    console.print(
        f"{found.n_coded} of {found.n_sampled} units coded by "
        f"{', '.join(found.coders) or 'nobody'}; "
        f"{found.n_double} by two or more; {found.n_unsure} codings say unsure",
        markup=False,
    )
    console.print(_reliability(found))
    console.print(_errors(found))
    console.print(_confusions(found))


def _reliability(found: "Agreement") -> Table:
    table = Table(title="Krippendorff's alpha among coders", title_justify="left")
    for name in ("question", "metric", "alpha", "95 % interval", "units", "codings"):
        table.add_column(name, justify="left" if name in ("question", "metric") else _NUMBER)
    for row in found.reliability:
        n = (str(row.alpha.n_units), str(row.alpha.n_codings))
        table.add_row(row.what, row.metric.value, *_alpha(row), *n)
    return table


def _alpha(row: "CoderAgreement") -> tuple[str, str]:
    alpha = row.alpha
    if alpha.value is None or alpha.low is None or alpha.high is None:
        return "not defined", "no two differing values"
    return f"{alpha.value:.3f}", f"{alpha.low:.3f} to {alpha.high:.3f}"


def _errors(found: "Agreement") -> Table:
    table = Table(title="Model against coders, weighted to the whole run", title_justify="left")
    for name in ("outlet", "class", "precision", "recall", "units"):
        table.add_column(name, justify="left" if name in ("outlet", "class") else _NUMBER)
    for row in found.errors:
        shares = (_share(row.precision), _share(row.recall))
        table.add_row(row.outlet, row.name, *shares, str(row.n_units))
    return table


def _confusions(found: "Agreement") -> Table:
    table = Table(title="Model's label by coders' class", title_justify="left")
    for name in ("outlet", "model", "coders", "share of all", "coded"):
        table.add_column(name, justify=_NUMBER if name in ("share of all", "coded") else "left")
    for row in found.confusions:
        table.add_row(row.outlet, row.model, row.coders, f"{row.share:.3f}", f"{row.n:g}")
    return table


def _share(share: "Share | None") -> str:
    if share is None:
        return "none"
    return f"{share.value:.2f} ({share.low:.2f} to {share.high:.2f}; n {share.n})"
