"""Write docs/audit.md: the actor-swap audit of the models that ship.

    python scripts/make_audit_page.py [--model base] [--model large]

Without --model, every model under models/ is audited; a minute or two each.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from audit_text import HEAD, LIMITS
from slantwise import api
from slantwise.evaluation.audit import Audit, Change, Shift
from slantwise.evaluation.audit.answers import Answer
from slantwise.evaluation.audit.auditing import Rates
from slantwise.evaluation.audit.changes import stance_word
from slantwise.evaluation.metrics import Figure

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "audit.md"
COLUMNS = {
    "stance_changed": "stance",
    "stance_relabelled": "of these, both labelled",
    "stance_reversed": "of these, reversed",
    "findings_changed": "findings",
    "bias_changed": "sentence bias",
}
N_WORST = 20
SURE_FROM = 0.05


def main() -> None:
    """Audit the models and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", action="append", help="name of a model; may be repeated")
    names = parser.parse_args().model or sorted(
        path.parent.name for path in (ROOT / "models").glob("*/settings.json")
    )
    parts = [section(name, api.audit(model=name)) for name in names]
    PAGE.write_text("\n".join([HEAD, *parts, LIMITS]), encoding="utf-8")


def section(name: str, audit: Audit) -> str:
    """Everything said of one model."""
    signature, pairs = audit.signature, audit.pairs
    return "\n".join(
        [
            f"## `{name}`\n",
            f"Model digest `{signature['model_digest'][:12]}`, slantwise {signature['slantwise']}; "
            f"{pairs.n_sentences} sentences, {pairs.n_pairs} pairs, file digest "
            f"`{pairs.sha256[:12]}`. Made with `slantwise audit --model {name}`.\n",
            "### How often an answer changes\n",
            rate_table(audit.rates),
            "### In whose favour\n",
            shift_text(audit),
            "### The worst pairs\n",
            *(worst_pair(change) for change in audit.worst(N_WORST)),
            "",
        ]
    )


def rate_table(rates: Iterable[Rates]) -> str:
    """One row a part of the pairs; shares in per cent."""
    rows = [
        [row.stratum, str(row.n_pairs), *(percent(row.figures.get(name)) for name in COLUMNS)]
        for row in rates
    ]
    return table(["pairs", "n", *COLUMNS.values()], rows)


def shift_text(audit: Audit) -> str:
    """What was tested, which of it differs, and the tables."""
    tested = [*audit.groups.rows, *audit.actors.rows]
    differing = sum(row.q < SURE_FROM for row in tested)
    too_few = audit.groups.too_few + audit.actors.too_few
    return "\n".join(
        [
            f"{len(tested)} comparisons were tested and {differing} of them differ with q below "
            f"{SURE_FROM}; {too_few} groups and actors stand in too few sentences to be tested.\n",
            "Groups, each pair in the same sentences:\n",
            shift_table(audit.groups.rows),
            "Actors, each against everything that stands in its place:\n",
            shift_table(audit.actors.rows),
        ]
    )


def shift_table(rows: Sequence[Shift]) -> str:
    """One row a comparison, the surest first."""
    heads = ["one", "other", "sentences", "shift of the score", "against", "favour", "p", "q"]
    return table(
        heads,
        [
            [
                *(row.one, row.other, str(row.n_sentences), signed(row.score)),
                *(f"{row.against:+.3f}", f"{row.favour:+.3f}", f"{row.p:.4f}"),
                f"**{row.q:.3f}**" if row.q < SURE_FROM else f"{row.q:.3f}",
            ]
            for row in rows
        ],
    )


def worst_pair(change: Change) -> str:
    """Both sentences with both answers."""
    before, after = answer(change.before), answer(change.after)
    return f"- `{change.sentence.id}`, shift {change.shift:+.2f}\n  - {before}\n  - {after}"


def answer(given: Answer) -> str:
    """One version: the sentence with its actor in bold, and what was said of it."""
    text, mention = given.version.text, given.version.mention
    shown = f"{text[: mention.start]}**{mention.of(text)}**{text[mention.end :]}"
    found = ", ".join(f"“{span.of(text)}”" for span in given.findings) or "none"
    bias = "biased" if given.biased else "not biased"
    return f"{shown} → **{stance_word(given.stance)}**; findings: {found}; {bias}"


def percent(figure: Figure | None) -> str:
    """A share with its interval."""
    if figure is None:
        return ""
    return f"{100 * figure.value:.1f} ({100 * figure.low:.1f} to {100 * figure.high:.1f})"


def signed(figure: Figure) -> str:
    """A shift with its interval."""
    return f"{figure.value:+.3f} ({figure.low:+.3f} to {figure.high:+.3f})"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, with a blank line after it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


if __name__ == "__main__":
    main()
