"""Texts come back by number, on disk or not, and cost nothing once closed."""

from contextlib import closing

import pytest

from slantwise.report import spool
from slantwise.report.spool import Spool


@pytest.mark.parametrize("in_memory", [1, 2**20])
def test_texts_come_back_in_any_order(monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    monkeypatch.setattr(spool, "_IN_MEMORY", in_memory)
    with closing(Spool()) as texts:
        texts.add("first")
        texts.add("sécond")
        assert texts[1] == "sécond".encode()
        texts.add("")
        assert list(texts) == [b"first", "sécond".encode(), b""]
        assert texts.sizes == [5, 6, 0]  # é is one character and two bytes


def test_no_text_gives_none() -> None:
    with closing(Spool()) as texts:
        assert list(texts) == []


def test_a_lone_surrogate_is_kept_as_its_escape() -> None:
    with closing(Spool()) as texts:
        texts.add("\ud800!")
        assert texts[0] == b"\\ud800!"
