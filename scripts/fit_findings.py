"""Fit how evidence of framing is weighed, on our own development sentences.

    python scripts/fit_findings.py [--model base] [--write]

Candidates of corpora/framing's dev split are matched with its labels; a logistic regression gives
the weights printed at the end; `--write` puts them into the model's folder (evidence.json). The
figures beside them are by 10-fold cross-validation. The test split is never read.
"""

import argparse
import json
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from slantwise import api
from slantwise.actors import link
from slantwise.clean import clean
from slantwise.encode import encode
from slantwise.encode.model import EVIDENCE
from slantwise.framing import FramingSettings, Weights, candidates
from slantwise.pipeline import Analyser, from_text
from slantwise.records import Span
from slantwise.segment import segment
from slantwise.train.shipped import write_json, write_sums
from slantwise.voice import attribute

GOLD = Path(__file__).resolve().parent.parent / "corpora" / "framing" / "dev.jsonl"


@dataclass(frozen=True)
class Examples:
    """Candidates of the gold items.

    Attributes:
        values: features [candidate, 4].
        right: whether each meets a labelled span.
        item: index of each candidate's item.
        missed: labelled spans that no candidate meets.
        plain: whether each item is labelled as holding no finding.
    """

    values: np.ndarray
    right: np.ndarray
    item: np.ndarray
    missed: int
    plain: np.ndarray


def examples(analyser: Analyser, gold: Path, candidate: float) -> Examples:
    """The candidates of all gold items, judged by their labels."""
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    articles = [clean(from_text(line["text"], id=line["id"])) for line in lines]
    encoded = encode(((a, *segment(a)) for a in articles), analyser.encoder)
    values, labels, items, missed = [], [], [], 0
    settings = FramingSettings(candidate=candidate)
    for at, (line, article) in enumerate(zip(lines, encoded, strict=True)):
        linking = link(article, attribute(article, analyser.cues), analyser.table)
        marked = [Span(span["start"], span["end"]) for span in line["spans"]]
        found = candidates(article, linking, lexicon=analyser.lexicon, settings=settings)
        for one in found:
            values.append(one.values)
            labels.append(any(one.span.overlaps(span) for span in marked))
            items.append(at)
        missed += sum(not any(c.span.overlaps(span) for c in found) for span in marked)
    plain = np.array([not line["spans"] for line in lines])
    return Examples(np.array(values), np.array(labels), np.array(items), missed, plain)


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="base")
    parser.add_argument("--candidate", type=float, default=FramingSettings().candidate)
    parser.add_argument("--write", action="store_true", help="put the weights beside the model")
    arguments = parser.parse_args()
    analyser = api.load(arguments.model)
    found = examples(analyser, GOLD, arguments.candidate)
    model = LogisticRegression(C=1.0, max_iter=1000)
    sure = cross_val_predict(model, found.values, found.right, cv=10, method="predict_proba")[:, 1]
    model.fit(found.values, found.right)
    weights = (float(model.intercept_[0]), *(float(w) for w in model.coef_[0]))
    n_right = int(found.right.sum())
    print(f"{len(sure)} candidates, {n_right} right, {found.missed} labelled spans met by none")
    for threshold in (0.4, 0.5, 0.55, 0.6, 0.7):
        kept = sure >= threshold
        right = (kept & found.right).sum()
        charged = np.isin(np.flatnonzero(found.plain), found.item[kept]).mean()
        print(
            f"threshold {threshold}: precision {right / max(1, kept.sum()):.3f}, "
            f"recall {right / (n_right + found.missed):.3f}, "
            f"plain items with a finding {charged:.3f}"
        )
    fitted = {f.name: round(w, 2) for f, w in zip(fields(Weights), weights, strict=True)}
    print(json.dumps(fitted))
    if arguments.write:
        folder = analyser.encoder.model.folder
        write_json(folder / EVIDENCE, fitted)
        write_sums(folder)


if __name__ == "__main__":
    main()
