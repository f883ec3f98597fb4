"""One analyser for all tests of the pipeline: loading the shipped model takes a second."""

import pytest

from slantwise import load
from slantwise.pipeline import Analyser


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return load()


@pytest.fixture(scope="session")
def demo(corpora):
    return corpora / "demo" / "articles"
