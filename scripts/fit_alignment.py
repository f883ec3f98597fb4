"""Fits the weights of `slantwise.wording.alignment` and measures its precision.

Labels: corpora/wording/predicates.jsonl, on the articles of corpora/demo. Every event is scored
by weights fitted on the other events; pairs are those of `act_pairs`, direct
quotation left out, as a quoted speaker's words are not the outlet's.

    python scripts/fit_alignment.py
"""

import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from slantwise import load
from slantwise.api import read_one
from slantwise.records import Voice
from slantwise.wording.act_pairs import FEATURES, act_table
from slantwise.wording.acts import Act, act_of
from slantwise.wording.alignment import AlignmentSettings, aligned, linked, mutual

ROOT = Path(__file__).resolve().parent.parent
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Print weights, and precision and recall by threshold."""
    events = _events()
    tables = {event: _table(acts, labels) for event, (acts, labels) in events.items()}
    n_pairs = sum(len(t[1]) for t in tables.values())
    n_same = sum(sum(t[1]) for t in tables.values())
    print(f"{len(events)} events, {n_pairs} candidate pairs, {n_same} of them one act")
    everything = sum(_positives(acts, labels) for acts, labels in events.values())
    print(f"{everything} pairs that are one act, candidates or not")
    final = _fit([tables[event] for event in events])
    print("weights = (" + ", ".join(f"{w:.2f}" for w in final) + ")")
    for name, weight in zip(FEATURES, final, strict=True):
        print(f"  {name:20} {weight:6.2f}")
    left_out = {
        event: _fit([tables[other] for other in events if other != event]) for event in events
    }
    for threshold in THRESHOLDS:
        _print_line(events, left_out, threshold)


def _events() -> dict[str, tuple[list[Act], list[frozenset[str]]]]:
    analyser = load(actors=[ROOT / "corpora/demo/actors.yaml"])
    rows = [
        json.loads(line)
        for line in (ROOT / "corpora/wording/predicates.jsonl").read_text("utf-8").splitlines()
    ]
    events: dict[str, tuple[list[Act], list[frozenset[str]]]] = {}
    for name in sorted({row["article"] for row in rows}):
        outlet, event = name.split("/")
        analysed = analyser.read(read_one(ROOT / f"corpora/demo/articles/{name}.txt"))
        labels = {row["start"]: row["acts"] for row in rows if row["article"] == name}
        acts, told = events.setdefault(event, ([], []))
        n = len(analysed.sentences)
        for predicate in analysed.predicates:
            if predicate.speech or predicate.voice is Voice.DIRECT:
                continue
            sentence = analysed.sentences[predicate.sentence].span
            source = (name, outlet, predicate.sentence / n)
            acts.append(act_of(predicate, analysed.text, sentence, source=source))
            told.append(frozenset(labels.get(predicate.span.start, ())))
    return events


def _table(
    acts: list[Act], labels: list[frozenset[str]]
) -> tuple[list[tuple[float, ...]], list[bool]]:
    values, same = [], []
    for first, second, rows in act_table(acts).blocks():
        values += [tuple(row) for row in rows.tolist()]
        pairs = zip(first.tolist(), second.tolist(), strict=True)
        same += [bool(labels[a] & labels[b]) for a, b in pairs]
    return values, same


def _positives(acts: list[Act], labels: list[frozenset[str]]) -> int:
    return sum(
        bool(labels[a] & labels[b])
        for a in range(len(acts))
        for b in range(a + 1, len(acts))
        if acts[a].outlet != acts[b].outlet
    )


def _fit(tables: list[tuple[list[tuple[float, ...]], list[bool]]]) -> tuple[float, ...]:
    values = np.array([v for table in tables for v in table[0]])
    same = np.array([s for table in tables for s in table[1]])
    model = LogisticRegression(C=1.0, fit_intercept=False, max_iter=1000).fit(values, same)
    return tuple(float(weight) for weight in model.coef_[0])


def _print_line(events, left_out, threshold) -> None:  # type: ignore[no-untyped-def]
    links = right = grouped = held = total = n_groups = 0
    for event, (acts, labels) in events.items():
        settings = AlignmentSettings(weights=left_out[event], threshold=threshold)
        table = act_table(acts)
        best = mutual(linked(table, settings), table.article, threshold).pairs
        for a, b in zip(*(each.tolist() for each in best), strict=True):
            links, right = links + 1, right + bool(labels[a] & labels[b])
        total += _positives(acts, labels)
        for group, _ in aligned(acts, settings):
            n_groups += 1
            for at, a in enumerate(group):
                for b in group[at + 1 :]:
                    if acts[a].outlet != acts[b].outlet:
                        grouped, held = grouped + 1, held + bool(labels[a] & labels[b])
    print(
        f"threshold {threshold:.1f}: links {right}/{links} = {right / max(1, links):.3f}; "
        f"pairs within groups {held}/{grouped} = {held / max(1, grouped):.3f}, "
        f"recall {held / total:.3f} of {total}; {n_groups} groups"
    )


if __name__ == "__main__":
    main()
