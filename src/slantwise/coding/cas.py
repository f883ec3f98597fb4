"""Exchange with INCEpTION: UIMA CAS XMI and its type system (extra `coding`: dkpro-cassis).

One document a coder: every unit between its neighbouring sentences. Offsets in XMI are UTF-16
units, which dkpro-cassis turns into characters.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from slantwise.coding.anchoring import locate, quote, storable
from slantwise.coding.answers import UnknownAnswer, choices, chosen, kind_of
from slantwise.coding.received import Received, Units, problem
from slantwise.coding.records import Answer, Mark, Task, Unit
from slantwise.errors import CodingError, MissingExtraError
from slantwise.records import Problem, Source, Span

TYPES = "TypeSystem.xml"
UNIT = "webanno.custom.SlantwiseUnit"
FINDING = "webanno.custom.SlantwiseFinding"
MENTION = "webanno.custom.SlantwiseMention"
_FEATURES = {
    UNIT: ("unit", "coder", "sample", "answer"),
    FINDING: ("kind",),
    MENTION: ("actor",),
}
_STRING = "uima.cas.String"


def type_system() -> str:
    """The type system as XML: the layers to set up in INCEpTION, and how XMI files are read.

    Raises:
        MissingExtraError: dkpro-cassis is not installed.
    """
    return str(_types().to_xml())


def document(units: Sequence[Unit], coder: str, sample: str) -> str:
    """The XMI document of one coder, with empty answers.

    Raises:
        MissingExtraError: dkpro-cassis is not installed.
    """
    types = _types()
    cas = _cassis().Cas(typesystem=types)
    pieces: list[str] = []
    reached = 0
    for unit in units:
        lead = f"{unit.before}\n" if unit.before else ""
        tail = f"\n{unit.after}" if unit.after else ""
        start = reached + len(lead)
        pieces.append(f"{lead}{unit.text}{tail}\n\n")
        reached += len(pieces[-1])
        end = start + len(unit.text)
        named = {"unit": unit.id, "coder": coder, "sample": sample}
        cas.add(types.get_type(UNIT)(begin=start, end=end, **named))
        if unit.mention is not None:
            place = unit.mention.shift(start - unit.span.start)
            mention = types.get_type(MENTION)
            cas.add(mention(begin=place.start, end=place.end, actor=storable(unit.actor)))
    cas.sofa_string = storable("".join(pieces))
    cas.sofa_mime = "text/plain"
    return str(cas.to_xmi())


def read_document(path: Path, units: Units) -> Iterator[Received | Problem]:
    """The answers of an XMI document in order; units without answer and mark are not yet coded.

    Annotations of other layers are passed over. A mark outside all units is a problem.

    Raises:
        MissingExtraError: dkpro-cassis is not installed.
        CodingError: the file is not XMI, or holds no unit.
    """
    cas = _loaded(path)
    held = sorted(cas.select(UNIT), key=lambda unit: int(unit.begin))
    if not held:
        raise CodingError(
            f"{path} holds no annotation of {UNIT}; export the document as “UIMA CAS XMI” from a "
            f"project that has the layers of {TYPES}."
        )
    marks = list(cas.select(FINDING))
    inside: set[int] = set()
    for found in held:
        within = [
            number
            for number, mark in enumerate(marks)
            if found.begin <= mark.begin and mark.end <= found.end
        ]
        inside.update(within)
        source = Source(str(path), f"annotation {found.xmiID}")
        if found.answer or within:
            yield _received(found, [marks[n] for n in within], source, units)
    for number, mark in enumerate(marks):
        if number not in inside:
            source = Source(str(path), f"annotation {mark.xmiID}")
            words = repr(_words(mark))
            yield problem("outside-unit", f"the mark {words} lies in no unit or in two", source)


def _received(found: Any, marks: Sequence[Any], source: Source, units: Units) -> Received | Problem:
    unit = units.find(found.unit or "", _words(found), source)
    if isinstance(unit, Problem):
        return unit
    if found.sample and found.sample != units.sample.id:
        message = f"unit {unit.id} is of sample {found.sample}, not of {units.sample.id}"
        return problem("other-sample", message, source)
    try:
        answer = _answer(found, marks, units.sample.task, unit)
    except UnknownAnswer as error:
        return problem("unknown-label", f"unit {unit.id}: {error}", source)
    return Received(unit, (found.coder or "").strip(), answer, source)


def _answer(found: Any, marks: Sequence[Any], task: Task, unit: Unit) -> Answer:
    if marks and (task is Task.STANCE or found.answer):
        expected = "marks alone" if task is Task.FRAMING else ", ".join(choices(task))
        raise UnknownAnswer(f"it has marks and the answer {found.answer!r}; expected {expected}")
    if not marks:
        return chosen(task, found.answer)
    whole = _words(found)
    made: list[Mark] = []
    for mark in marks:
        inside = Span(int(mark.begin - found.begin), int(mark.end - found.begin))
        span = locate(unit.text, quote(whole, inside))
        if span is None:
            raise UnknownAnswer(f"the mark {_words(mark)!r} does not stand in the unit's text")
        made.append(Mark(kind_of(mark.kind or ""), span))
    return Answer(marks=tuple(sorted(made, key=lambda mark: mark.span or Span(0, 0))))


def _words(annotation: Any) -> str:
    return str(annotation.get_covered_text() or "")


def _loaded(path: Path) -> Any:
    cassis = _cassis()
    from lxml.etree import XMLSyntaxError

    try:
        with path.open("rb") as file:
            return cassis.load_cas_from_xmi(file, typesystem=_types(), lenient=True)
    except XMLSyntaxError as error:
        raise CodingError(f"{path} is not XMI: {error}; export it again.") from error


def _types() -> Any:
    types = _cassis().TypeSystem()
    for name, features in _FEATURES.items():
        layer = types.create_type(name=name, supertypeName="uima.tcas.Annotation")
        for feature in features:
            types.create_feature(domainType=layer, name=feature, rangeType=_STRING)
    return types


def _cassis() -> Any:
    try:
        import cassis
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            "UIMA CAS XMI needs the package dkpro-cassis: pip install 'slantwise[coding]'"
        ) from error
    return cassis
