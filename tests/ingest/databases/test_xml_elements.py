import io

import pytest

from slantwise.ingest.databases.xml_elements import Bounded, RefusedXmlError, elements


def _texts(xml: str, limit: int = 10_000) -> list[str]:
    stream = Bounded(io.BytesIO(xml.encode()), limit)
    return ["".join(element.itertext()) for element in elements(stream, ("a",))]


def test_elements_in_order_in_any_namespace() -> None:
    assert _texts("<r xmlns:n='u'><a>1</a><b>x</b><n:a>2</n:a></r>") == ["1", "2"]
    assert _texts("<r/>") == []


def test_entities_are_never_expanded() -> None:
    bomb = "<!DOCTYPE r [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;&x;&x;'>]><r><a>&y;</a></r>"
    with pytest.raises(RefusedXmlError, match="declares"):
        _texts(bomb)


def test_nothing_outside_the_file_is_read(tmp_path: object) -> None:
    outside = f"<!DOCTYPE r [<!ENTITY x SYSTEM 'file://{tmp_path}/x'>]><r><a>&x;</a></r>"
    with pytest.raises(RefusedXmlError, match="declares"):
        _texts(outside)


def test_a_part_over_the_limit_is_refused() -> None:
    assert len(_texts("<r>" + "<a>word</a>" * 5000 + "</r>", 70_000)) == 5000
    with pytest.raises(RefusedXmlError, match="longer than 70000 bytes"):
        _texts("<r><a>" + "word " * 30_000 + "</a></r>", 70_000)


@pytest.mark.parametrize("xml", ["", "<r>", "<r><a></r>", "text", "<r>&none;</r>"])
def test_what_is_no_sound_xml_is_refused(xml: str) -> None:
    with pytest.raises(RefusedXmlError):
        _texts(xml)
