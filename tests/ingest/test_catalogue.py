import slantwise
from slantwise.ingest import FORMATS, readable
from slantwise.ingest.columns import FIELDS


def test_every_format_and_container_is_described() -> None:
    forms = readable()
    assert [form.name for form in forms if not form.is_container] == [f.name for f in FORMATS]
    assert {form.name for form in forms if form.is_container} == {"folder", "zip", "gz", "hub"}
    for form in forms:
        assert form.description
        assert form.known_by
        assert form.is_container or set(form.fields) <= set(FIELDS)
        assert form.is_container or "body" in form.fields or "url" in form.fields


def test_it_is_public() -> None:
    assert slantwise.formats() == readable()
