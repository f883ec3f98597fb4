"""Exchange with Label Studio: a labelling config, tasks as JSON, and its JSON export back.

Label Studio counts offsets in code points since late 2021 and in UTF-16 units before
(HumanSignal/label-studio issues 1008 and 1347), so marks are found again by their words.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from slantwise.coding.anchoring import in_characters, locate
from slantwise.coding.answers import UnknownAnswer, choices, chosen, kind_of
from slantwise.coding.received import Received, Units, problem
from slantwise.coding.records import Answer, Mark, Task, Unit
from slantwise.errors import CodingError
from slantwise.records import Kind, Problem, Source

CONFIG = "label-studio.xml"
KIND, ANSWER, TEXT = "kind", "answer", "text"
_QUESTION = {
    Task.FRAMING: "Mark loaded words of the outlet itself, not of those it quotes; else choose.",
    Task.STANCE: "How do these words present the actor named between ‹ and ›: $actor?",
}


def config(task: Task) -> str:
    """The labelling config of a task, to paste into Label Studio's labelling interface."""
    lines = ["<View>", f"  <Header value={quoteattr(_QUESTION[task])}/>"]
    lines.append('  <Text name="before" value="$before"/>')
    if task is Task.FRAMING:
        labels = "".join(f"\n    <Label value={quoteattr(kind.value)}/>" for kind in Kind)
        lines.append(f'  <Labels name="{KIND}" toName="{TEXT}">{labels}\n  </Labels>')
    lines.append(f'  <Text name="{TEXT}" value="${TEXT}" granularity="word"/>')
    if task is Task.STANCE:
        lines.append('  <Text name="marked" value="$marked"/>')
    lines.append('  <Text name="after" value="$after"/>')
    options = "".join(f"\n    <Choice value={quoteattr(word)}/>" for word in choices(task))
    lines.append(f'  <Choices name="{ANSWER}" toName="{TEXT}" choice="single">{options}')
    return "\n".join([*lines, "  </Choices>", "</View>", ""])


def tasks(units: Sequence[Unit], coder: str) -> str:
    """The tasks of one coder as JSON."""
    rows = [
        {
            "data": {
                "unit": unit.id,
                "coder": coder,
                "text": unit.text,
                "before": unit.before,
                "after": unit.after,
                "actor": unit.actor,
                "marked": unit.marked,
            }
        }
        for unit in units
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def read_tasks(path: Path, units: Units) -> Iterator[Received | Problem]:
    """The answers of a JSON export in order; tasks without annotation are not yet coded.

    Raises:
        CodingError: the file is not JSON in Label Studio's full form.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CodingError(f"{path} is not JSON in UTF-8 ({error}); export again.") from error
    rows = data if isinstance(data, list) else [data]
    for number, row in enumerate(rows, 1):
        source = Source(str(path), f"task {number}")
        if not isinstance(row, dict) or not isinstance(row.get("data"), dict):
            raise CodingError(
                f"{source}: expected a task with 'data' and 'annotations'; export from Label "
                "Studio as “JSON”, not “JSON-MIN”."
            )
        yield from _task(row, source, units)


def _task(row: Mapping[str, Any], source: Source, units: Units) -> Iterator[Received | Problem]:
    annotations = row.get("annotations") or row.get("completions") or []
    if not annotations:
        return
    data = row["data"]
    text = str(data.get("text", ""))
    unit = units.find(str(data.get("unit", "")), text, source)
    if isinstance(unit, Problem):
        yield unit
        return
    for number, annotation in enumerate(annotations, 1):
        here = Source(source.path, f"{source.record}, annotation {number}")
        if annotation.get("was_cancelled"):
            yield problem("skipped", f"unit {unit.id} was skipped by its coder", here, fatal=False)
            continue
        coder = str(data.get("coder") or "") or _person(annotation.get("completed_by"))
        try:
            answer = _answer(annotation.get("result") or [], units.sample.task, unit, text)
        except UnknownAnswer as error:
            yield problem("unknown-label", f"unit {unit.id}: {error}", here)
        else:
            yield Received(unit, coder.strip(), answer, here)


def _person(found: object) -> str:
    """The one who completed an annotation: an e-mail address, a name or a number."""
    if isinstance(found, Mapping):
        return str(next((found[k] for k in ("email", "username", "id") if found.get(k)), ""))
    return "" if found is None else str(found)


def _answer(result: Sequence[Mapping[str, Any]], task: Task, unit: Unit, text: str) -> Answer:
    marks: list[Mark] = []
    words: list[str] = []
    for region in result:
        value = region.get("value", {})
        if "labels" in value:
            marks += _marks(value, unit, text)
        elif region.get("from_name") == ANSWER:
            words += value.get("choices", [])
    if marks and task is Task.FRAMING and not words:
        return Answer(marks=tuple(marks))
    if marks or len(words) != 1:
        said = ", ".join([*(mark.kind.value for mark in marks), *words]) or "nothing"
        expected = ", ".join(choices(task))
        what = "marks, or one of: " if task is Task.FRAMING else "one of: "
        raise UnknownAnswer(f"it says {said}; expected {what}{expected}")
    return chosen(task, words[0])


def _marks(value: Mapping[str, Any], unit: Unit, text: str) -> Iterator[Mark]:
    words = str(value.get("text") or "")
    start, end = int(value.get("start") or 0), int(value.get("end") or 0)
    span = locate(unit.text, in_characters(text, start, end, words or text[start:end]))
    if span is None:
        raise UnknownAnswer(f"the marked words {words!r} do not stand in the unit's text")
    for label in value["labels"]:
        yield Mark(kind_of(label), span)
