"""Fixtures shared by all tests."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from slantwise.encode import OnnxEncoder

# The same examples every time: a green suite stays green. scripts/fuzz_readers.py looks further.
settings.register_profile("suite", derandomize=True)
settings.load_profile("suite")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public data sets beside the checkout; skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("the public data sets do not stand beside the checkout (../shared)")
    return folder


@pytest.fixture(scope="session")
def encoder() -> "OnnxEncoder":
    """The shipped encoder, which also reads words."""
    from slantwise.encode import OnnxEncoder, open_model

    return OnnxEncoder(open_model(ROOT / "models" / "base"))


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The checkout's own corpora."""
    return ROOT / "corpora"
