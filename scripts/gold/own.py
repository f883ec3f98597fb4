"""Our own corpora: the demo articles, the labelled sentences and the texts of voices."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from gold.sets import GoldSet, Line, read_objects, value_at
from slantwise.errors import GoldError
from slantwise.train.data.files import read_text

Actors = Mapping[str, Mapping[str, Any]]
_ATTRIBUTED = ("direct", "reported")


def demo(folder: Path) -> Iterator[GoldSet]:
    """The demo articles as spans, attributions, stances and events."""
    actors = {entry["id"]: entry for entry in yaml.safe_load(read_text(folder / "actors.yaml"))}
    spans, voices, stances, events = [], [], [], []
    for place, row in read_objects(folder / "labels.jsonl"):
        name = value_at(row, "id", place)
        head, text = read_article(folder / "articles" / f"{name}.txt")
        title, _, body = text.partition("\n\n")
        marked = [to_span(span, actors) for span in row["spans"]]
        spans.append({"id": name, "text": text, "spans": marked})
        voices.append({"id": name, "text": text, "attributions": attributions(row)})
        article = {"outlet": row["outlet"], "title": title, "body": body}
        stances += [
            {"id": f"{name}/{one['actor']}", **article, **to_stance(one, actors)}
            for one in row["stances"]
        ]
        events.append({"id": name, **article, "published": head["Date"], "event": row["event"]})
    scare = "scare quotations attribute to nobody and are left out"
    yield GoldSet("demo", "framing-spans", tuple(spans), ("of several actors, the first",))
    yield GoldSet("demo", "voice", tuple(voices), (scare,))
    yield GoldSet("demo", "stance-articles", tuple(stances))
    yield GoldSet("demo", "articles", tuple(events))


def framing(folder: Path) -> Iterator[GoldSet]:
    """The labelled sentences of each split as spans; kinds and actors beyond the first are cut."""
    for path in (folder / f"{split}.jsonl" for split in ("dev", "test", "train")):
        lines = tuple(
            {
                "id": value_at(row, "id", place),
                "text": value_at(row, "text", place),
                "spans": [to_span(span, {}) for span in value_at(row, "spans", place)],
            }
            for place, row in read_objects(path)
        )
        seen = ("the shipped models are trained on these",) if path.stem == "train" else ()
        yield GoldSet(f"framing-{path.stem}", "framing-spans", lines, seen)


def voice(folder: Path) -> Iterator[GoldSet]:
    """The texts of corpora/voice with their direct and reported attributions."""
    for path in (folder / f"{split}.jsonl" for split in ("dev", "test")):
        lines = tuple(
            {
                "id": value_at(row, "id", place),
                "text": value_at(row, "text", place),
                "attributions": attributions(row),
            }
            for place, row in read_objects(path)
        )
        note = "scare quotations attribute to nobody and are left out"
        yield GoldSet(f"voice-{path.stem}", "voice", lines, (note,))


def actors(folder: Path) -> Iterator[GoldSet]:
    """The texts of corpora/actors_gold, which are in the form of the task as they stand."""
    yield from _as_they_stand(folder, "actors")


def agency(folder: Path) -> Iterator[GoldSet]:
    """The texts of corpora/agency, which are in the form of the task as they stand."""
    yield from _as_they_stand(folder, "agency")


def _as_they_stand(folder: Path, task: str) -> Iterator[GoldSet]:
    for split in ("dev", "test"):
        lines = tuple(row for _, row in read_objects(folder / f"{split}.jsonl"))
        yield GoldSet(f"{task}-{split}", task, lines)


def read_article(path: Path) -> tuple[dict[str, str], str]:
    """The header of an article by key, and its text from the headline on.

    Raises:
        GoldError: it has no header, or no date in it.
    """
    header, _, text = read_text(path).partition("\n\n")
    head = dict(line.split(": ", 1) for line in header.split("\n") if ": " in line)
    if "Date" not in head or not text.strip():
        raise GoldError(f"{path}: expected Outlet:, Date:, Byline:, a blank line and the article")
    return head, text


def to_span(span: Line, actors: Actors) -> Line:
    """A labelled span with its main kind and its first actor, by name where we know it."""
    line: Line = {"start": span["start"], "end": span["end"], "kind": span["kinds"][0]}
    line["voice"] = span["voice"]
    if span["actors"]:
        first = span["actors"][0]
        line["actor"] = actors[first]["name"] if first in actors else first
    return line


def to_stance(stance: Line, actors: Actors) -> Line:
    """The stance toward an actor, with the names that our table knows."""
    entry = actors.get(stance["actor"], {"name": stance["actor"]})
    aliases = {"aliases": entry["aliases"]} if entry.get("aliases") else {}
    return {"actor": entry["name"], "stance": stance["stance"], **aliases}


def attributions(row: Line) -> list[Line]:
    """Direct and reported attributions."""
    return [
        {key: one[key] for key in ("content", "source", "cue")}
        for one in row["attributions"]
        if one["voice"] in _ATTRIBUTED
    ]
