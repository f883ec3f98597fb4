import csv
import io
import json
from dataclasses import replace

import pytest

from slantwise.coding import Task, export_sample, import_codings
from slantwise.coding.records import Answer, Mark
from slantwise.errors import CodingError
from slantwise.records import Kind, Span, Stance

cassis = pytest.importorskip("cassis")

THUGS = Mark(Kind.LABEL, Span(10, 15))  # "The union thugs"
STORMED = Mark(Kind.CHARGED_VERB, Span(16, 23))
SIGN = {
    "=SUM": (Mark(Kind.EUPHEMISM, Span(len("=SUM(A1) is what sign 0\r\nsaid, "), 35)),),
    "A caf": (Mark(Kind.EVALUATIVE, Span(2, 7)),),  # cafe and its combining accent
}


def answer(unit):
    """What our coders say of a unit."""
    if unit.text.startswith("The union"):
        return Answer(marks=(THUGS, STORMED))
    if unit.text.startswith("“"):
        return Answer(unsure=True)
    marks = next((marks for start, marks in SIGN.items() if unit.text.startswith(start)), ())
    return Answer(marks=marks)


def expected(sample, say=answer):
    return {(unit.id, coder): say(unit) for unit in sample.units for coder in unit.coders}


def taken(found):
    return {(coding.unit, coding.coder): coding.answer for coding in found.coded.codings}


def cell(answer, text):
    if answer.unsure:
        return "unsure"
    if answer.stance:
        return answer.stance.value
    entries = [f"{mark.kind.value}: {mark.span.of(text)}" for mark in answer.marks]
    return " | ".join(entries) or "none"


def fill_sheet(path, sample, say=answer, **changes):
    """Fill in the column `label`; `changes` replace cells of the first row of units."""
    units = {unit.id: unit for unit in sample.units}
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    for row in rows:
        row["label"] = cell(say(units[row["unit"]]), units[row["unit"]].text)
    rows[0].update(changes)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def test_sheets_go_out_and_come_back(sample, tmp_path):
    paths = export_sample(sample, "csv", tmp_path)
    for path in paths:
        fill_sheet(path, sample)
    found = import_codings(sample, paths)
    assert taken(found) == expected(sample)
    assert found.problems == ()


def test_sheets_hold_no_formula_and_nothing_of_outlet_or_model(sample, tmp_path):
    for path in export_sample(sample, "csv", tmp_path):
        text = path.read_text("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row)
        assert "'=SUM(A1)" in text
        for secret in ("Harbour", "Quay Gazette", "finding", "H1"):
            assert secret not in text


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_sheets_saved_with_other_delimiters_are_read(sample, tmp_path, delimiter):
    (path, _) = export_sample(sample, "csv", tmp_path)
    fill_sheet(path, sample)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    assert len(import_codings(sample, [path]).coded.codings) == 24


def test_stances_go_out_and_come_back(stances, tmp_path):
    def say(unit):
        if "thugs" not in unit.text:
            return Answer(unsure=True)
        return Answer(stance=Stance.AGAINST)

    paths = export_sample(stances, "csv", tmp_path)
    for path in paths:
        fill_sheet(path, stances, say)
    assert taken(import_codings(stances, paths)) == expected(stances, say)


def annotate(path, sample, *, unit_of, say=answer, newline=False):
    """Annotate Label Studio tasks; offsets in code points or UTF-16 units."""
    units = {unit.id: unit for unit in sample.units}
    tasks = json.loads(path.read_text("utf-8"))
    for task in tasks:
        unit = units[task["data"]["unit"]]
        text = task["data"]["text"]
        said = say(unit)
        result = []
        for mark in said.marks:
            start, end = (unit_of(text, at) for at in (mark.span.start, mark.span.end))
            value = {"start": start, "end": end, "text": mark.span.of(text)}
            value["labels"] = [mark.kind.value]
            result.append({"from_name": "kind", "type": "labels", "value": value})
        if not said.marks:
            choice = cell(said, text)
            result.append({"from_name": "answer", "value": {"choices": [choice]}})
        task["annotations"] = [{"completed_by": {"email": "a@b.test"}, "result": result}]
        if newline:  # browsers turn line ends into \n and may compose letters
            task["data"]["text"] = text.replace("\r\n", "\n").replace("e\u0301", "\u00e9")
    path.write_text(json.dumps(tasks), encoding="utf-8")


def in_points(_text, at):
    return at


def in_utf16(text, at):
    return len(text[:at].encode("utf-16-le")) // 2


@pytest.mark.parametrize("newline", [False, True])
@pytest.mark.parametrize("unit_of", [in_points, in_utf16])
def test_label_studio_tasks_go_out_and_come_back(sample, tmp_path, unit_of, newline):
    *paths, config = export_sample(sample, "label-studio", tmp_path)
    assert '<Label value="charged-verb"/>' in config.read_text("utf-8")
    for path in paths:
        annotate(path, sample, unit_of=unit_of, newline=newline)
    found = import_codings(sample, paths)
    assert taken(found) == expected(sample)
    assert found.problems == ()


def test_label_studio_by_hand_of_the_shared_layout(sample, tmp_path, shared):
    task = json.loads(
        (shared / "exports/labelstudio/tasks_with_predictions.json").read_text("utf-8")
    )[0]
    (region, _) = task["predictions"][0]["result"]
    unit = next(unit for unit in sample.units if unit.text.startswith("The union"))
    text = task["data"]["text"]
    own = replace(unit, text=text, span=Span(0, len(text)))
    changed = replace(sample, units=tuple(own if u is unit else u for u in sample.units))
    region["value"]["labels"] = ["charged-verb"]
    row = {"data": {"unit": unit.id, "coder": "ann", "text": text}}
    row["annotations"] = [{"result": [region]}]
    path = tmp_path / "ann.json"
    path.write_text(json.dumps([row]), encoding="utf-8")
    (coding,) = import_codings(changed, [path]).coded.codings
    assert coding.answer.marks[0].span.of(text) == "stormed"


def test_inception_documents_go_out_and_come_back(sample, tmp_path):
    *paths, types = export_sample(sample, "inception", tmp_path)
    units = {unit.id: unit for unit in sample.units}
    for path in paths:
        with types.open("rb") as file:
            system = cassis.load_typesystem(file)
        with path.open("rb") as file:
            cas = cassis.load_cas_from_xmi(file, typesystem=system)
        layer = system.get_type("webanno.custom.SlantwiseFinding")
        for found in list(cas.select("webanno.custom.SlantwiseUnit")):
            unit = units[found.unit]
            assert found.get_covered_text() == unit.text
            said = answer(unit)
            for mark in said.marks:
                begin, end = found.begin + mark.span.start, found.begin + mark.span.end
                cas.add(layer(begin=begin, end=end, kind=mark.kind.value))
            found.answer = None if said.marks else cell(said, unit.text)
        cas.to_xmi(path)
    result = import_codings(sample, paths)
    assert taken(result) == expected(sample)
    assert result.problems == ()


def test_offsets_of_xmi_count_utf16_units(stances, tmp_path):
    unit = next(unit for unit in stances.units if "🙂" in unit.text)
    one = replace(stances, units=(replace(unit, coders=("ann",)),), key=stances.key[:1])
    (path, *_) = export_sample(one, "inception", tmp_path)
    found = path.read_text("utf-8")
    before = len(unit.before.encode("utf-16-le")) // 2 + 1
    end = before + len(unit.text) + 1  # the smile is two units
    assert f'begin="{before}" end="{end}" unit="{unit.id}"' in found


def test_characters_that_xml_cannot_hold_do_not_move_marks(sample, tmp_path):
    first = sample.units[0]
    odd = replace(first, text="\x00" + first.text[1:], coders=("ann",))
    one = replace(sample, units=(odd,), key=sample.key[:1])
    (path, *_) = export_sample(one, "inception", tmp_path)
    text = path.read_text("utf-8").replace(f'unit="{odd.id}"', f'unit="{odd.id}" answer="none"')
    path.write_text(text, encoding="utf-8")
    assert taken(import_codings(one, [path])) == {(odd.id, "ann"): Answer()}


def refused(sample, path):
    """The problems of one file, those not coded left out."""
    found = import_codings(sample, [path])
    return [problem for problem in found.problems if problem.reason != "not-coded"]


@pytest.fixture
def filled(sample, tmp_path):
    (path, _) = export_sample(sample, "csv", tmp_path)
    fill_sheet(path, sample)
    return path


@pytest.mark.parametrize(
    ("changes", "reason", "words"),
    [
        ({"label": "loaded"}, "unknown-label", "the kind is 'loaded'; expected one of: evaluative"),
        ({"label": "label: nobody"}, "unknown-label", "'nobody' do not stand in the unit's text"),
        ({"coder": " "}, "no-coder", "fill in the coder, or name one with --coder"),
        ({"text": "Something else."}, "altered-text", "was changed: expected"),
        ({"unit": "u99999", "text": "Something else."}, "unknown-unit", "no unit 'u99999'"),
    ],
)
def test_a_bad_row_is_named_with_file_and_line(sample, filled, changes, reason, words):
    fill_sheet(filled, sample, **changes)
    (problem,) = refused(sample, filled)
    assert (problem.reason, problem.fatal) == (reason, True)
    assert f"{filled}, line 2" in problem.message
    assert words in problem.message
    assert len(import_codings(sample, [filled]).coded.codings) == 23
    with pytest.raises(CodingError, match="line 2"):
        import_codings(sample, [filled], strict=True)


def test_a_lost_id_is_made_up_for_by_the_text(sample, filled):
    texts = [unit.text for unit in sample.units]
    unique = next(unit for unit in sample.units if texts.count(unit.text) == 1)
    row = {"unit": "?", "coder": "ann", "text": unique.text, "label": "none"}
    with filled.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row)
        writer.writeheader()
        writer.writerow(row)
    assert list(taken(import_codings(sample, [filled]))) == [(unique.id, "ann")]


def test_a_coder_may_be_named_for_files_that_name_none(sample, filled):
    fill_sheet(filled, sample, coder="")
    found = import_codings(sample, [filled], coder="cy")
    assert {coding.coder for coding in found.coded.codings} == {"ann", "cy"}


def test_a_missing_column_stops_the_file(sample, filled):
    filled.write_text(filled.read_text("utf-8").replace("label", "code", 1), encoding="utf-8")
    with pytest.raises(CodingError, match=r"ann\.csv, line 1: column 'label' is missing"):
        import_codings(sample, [filled])


def test_two_codings_of_one_unit_by_one_coder_are_refused(sample, filled):
    rows = list(csv.reader(io.StringIO(filled.read_text("utf-8"), newline="")))
    again = rows[1].copy()
    again[7] = "unsure" if again[7] != "unsure" else "none"
    with filled.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*rows, again])
    (problem,) = refused(sample, filled)
    assert problem.reason == "coded-twice" and problem.fatal
    assert "at first in" in problem.message and "line 2" in problem.message
    assert (rows[1][0], "ann") not in taken(import_codings(sample, [filled]))
    # handed in twice, alike: counted once, and said
    (path, same) = (filled, filled.with_name("again.csv"))
    fill = [*rows, rows[1]]
    with same.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(fill)
    (remark,) = refused(sample, same)
    assert not remark.fatal
    assert path.exists() and len(import_codings(sample, [same]).coded.codings) == 24


def test_what_is_not_yet_coded_is_listed_and_never_none(sample, tmp_path):
    paths = export_sample(sample, "csv", tmp_path)
    found = import_codings(sample, paths)
    assert found.coded.codings == ()
    assert [problem.reason for problem in found.problems] == ["not-coded"] * 48
    assert found.n_refused == 0


def test_label_studio_faults_are_named(sample, tmp_path):
    path = tmp_path / "ann.json"
    unit = sample.units[0]
    data = {"unit": unit.id, "coder": "ann", "text": unit.text}
    both = [{"from_name": "answer", "value": {"choices": ["none", "unsure"]}}]
    task = {"data": data, "annotations": [{"result": both}, {"result": []}, {"was_cancelled": 1}]}
    path.write_text(json.dumps([task]), encoding="utf-8")
    reasons = [(p.reason, p.source.record) for p in refused(sample, path)]
    assert reasons == [
        ("unknown-label", "task 1, annotation 1"),
        ("unknown-label", "task 1, annotation 2"),
        ("skipped", "task 1, annotation 3"),
    ]
    path.write_text(json.dumps([{"text": "x"}]), encoding="utf-8")
    with pytest.raises(CodingError, match="not “JSON-MIN”"):
        import_codings(sample, [path])


def test_a_mark_outside_every_unit_is_named(sample, tmp_path):
    (path, *_) = export_sample(sample, "inception", tmp_path)
    text = path.read_text("utf-8")
    mark = '<custom:SlantwiseFinding xmi:id="9000" sofa="1" begin="0" end="1" kind="label"/>'
    text = text.replace("<cas:View", f"{mark}<cas:View").replace('members="', 'members="9000 ')
    path.write_text(text, encoding="utf-8")
    (problem,) = refused(sample, path)
    assert (problem.reason, problem.source.record) == ("outside-unit", "annotation 9000")


def test_files_that_are_no_coding_file_are_refused(sample, tmp_path):
    for name, content in (("a.xmi", "<x"), ("a.json", "{"), ("a.txt", ""), ("b.csv", "\xff")):
        (tmp_path / name).write_bytes(content.encode("latin-1"))
        with pytest.raises(CodingError, match=name):
            import_codings(sample, [tmp_path / name])
    with pytest.raises(CodingError, match="does not exist"):
        import_codings(sample, [tmp_path / "none.csv"])


def test_files_that_may_hold_codings_are_not_written_over(sample, tmp_path):
    export_sample(sample, "csv", tmp_path)
    with pytest.raises(CodingError, match="may hold codings"):
        export_sample(sample, "csv", tmp_path)


def test_the_task_asks_for_its_own_answers(sample, stances, tmp_path):
    assert sample.task is Task.FRAMING
    (path, _) = export_sample(stances, "csv", tmp_path)
    fill_sheet(path, stances, lambda _: Answer())
    assert {problem.reason for problem in refused(stances, path)} == {"unknown-label"}
