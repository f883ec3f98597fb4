"""Fit how evidence of framing is weighed, on our own development sentences.

    python scripts/fit_findings.py [--model base]

Candidates of corpora/framing's dev split are matched with its labels; a logistic regression gives
the weights printed at the end, which stand in `slantwise.framing.weighing.Weights`. The figures
beside them are by 10-fold cross-validation. The test split is never read.
"""

import argparse
import json
from dataclasses import fields
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from slantwise import api
from slantwise.actors import link
from slantwise.clean import clean
from slantwise.encode import encode
from slantwise.framing import FramingSettings, Weights, candidates
from slantwise.pipeline import Analyser, from_text
from slantwise.records import Span
from slantwise.segment import segment
from slantwise.voice import attribute

GOLD = Path(__file__).resolve().parent.parent / "corpora" / "framing" / "dev.jsonl"


def examples(analyser: Analyser, gold: Path) -> tuple[np.ndarray, np.ndarray, int]:
    """Features [candidate, 4], whether each meets a labelled span, and spans no candidate met."""
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    articles = [clean(from_text(line["text"], id=line["id"])) for line in lines]
    encoded = encode(((a, *segment(a)) for a in articles), analyser.encoder, analyser.tagger)
    values, labels, missed = [], [], 0
    settings = FramingSettings()
    for line, article in zip(lines, encoded, strict=True):
        linking = link(article, attribute(article, analyser.cues), analyser.table)
        marked = [Span(span["start"], span["end"]) for span in line["spans"]]
        found = candidates(article, linking, lexicon=analyser.lexicon, settings=settings)
        for candidate in found:
            values.append(candidate.values)
            labels.append(any(candidate.span.overlaps(span) for span in marked))
        missed += sum(not any(c.span.overlaps(span) for c in found) for span in marked)
    return np.array(values), np.array(labels), missed


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="base")
    arguments = parser.parse_args()
    values, labels, missed = examples(api.load(arguments.model), GOLD)
    model = LogisticRegression(C=1.0, max_iter=1000)
    sure = cross_val_predict(model, values, labels, cv=10, method="predict_proba")[:, 1]
    model.fit(values, labels)
    weights = (float(model.intercept_[0]), *(float(w) for w in model.coef_[0]))
    print(f"{len(labels)} candidates, {labels.sum()} right, {missed} labelled spans not met by any")
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        kept = sure >= threshold
        right = (kept & labels).sum()
        print(
            f"threshold {threshold}: precision {right / max(1, kept.sum()):.3f}, "
            f"recall {right / (labels.sum() + missed):.3f}"
        )
    for field, weight in zip(fields(Weights), weights, strict=True):
        print(f"    {field.name}: float = {weight:.2f}")


if __name__ == "__main__":
    main()
