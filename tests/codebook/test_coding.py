"""A codebook through the whole analysis, with the shipped model."""

import json

import numpy as np
import pytest

from slantwise import analyze, compare, load
from slantwise.codebook import read_kept
from slantwise.codebook.classifier import Classifier, CrossValidated
from slantwise.errors import RunError
from slantwise.pipeline import AnalyserSettings
from slantwise.records import Voice
from slantwise.records.as_json import from_dict, to_dict

TEXT = (
    "A swarm of marchers crossed the bridge.\n\n"
    "“They are a swarm of thieves,” said Ada Lund, the mayor.\n\n"
    "The council met on Monday."
)


@pytest.fixture(scope="module")
def example(corpora):
    return corpora / "codebooks/conflict_metaphors.toml"


@pytest.fixture(scope="module")
def analysed(example):
    return load(codebook=example, threads=1).read(TEXT)


def test_terms_are_found_with_voice_and_evidence(analysed):
    found = [c for c in analysed.codes if c.confidence == 1.0]
    assert [c.span.of(TEXT) for c in found] == ["swarm of", "swarm of"]
    assert [c.voice for c in found] == [Voice.OUTLET, Voice.DIRECT]
    assert all(c.evidence.startswith("term 'swarm* of'; classifier 0.") for c in found)


def test_our_own_findings_are_the_same_with_and_without(analysed):
    plain = load(threads=1).read(TEXT)
    assert plain.codes == () and plain.findings == analysed.findings
    assert plain.mention_stances == analysed.mention_stances


def test_saved_and_read_again(analysed):
    assert from_dict(json.loads(json.dumps(to_dict(analysed)))) == analysed


def test_instead_of_ours(example, tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(example.read_text("utf-8").replace("replace = false", "replace = true"))
    read = load(codebook=path, threads=1).read(TEXT)
    assert read.findings == () and read.codes


def test_in_run_and_report(example, tmp_path, corpora):
    settings = AnalyserSettings(codebook=example, threads=1)
    articles = corpora / "demo/articles/daily-klaxon"
    run = analyze(articles, run=tmp_path / "run", settings=settings, workers=1)
    assert run.manifest.signature["codebook"] == "Conflict metaphors"
    kept = read_kept(run)
    assert kept and len(kept["classifiers"]["crowd-as-weather"]["weights"]) == 768
    compare(run, out=tmp_path / "out")
    page = (tmp_path / "out/report.html").read_text("utf-8")
    assert "war words for civic life" in page and "5-fold cross-validation" in page
    rates = (tmp_path / "out/tables/codebook_rates.csv").read_text("utf-8")
    assert rates.count("war-for-civic-life") == 4  # one outlet, four voices
    (run.path / "codebook.json").unlink()
    with pytest.raises(RunError, match=r"codebook\.json"):
        read_kept(run)


def test_a_classifier_is_kept_as_numbers():
    # Of 8 that hold 6 were found, of 10 that do not 2: precision 6/8, recall 6/8, F1 12/16.
    checked = CrossValidated(8, 10, 6, 2)
    assert (checked.precision, checked.recall, checked.f1) == (0.75, 0.75, 0.75)
    one = Classifier(np.array([0.5, -0.25]), 0.125, 0.5, checked)
    again = Classifier.from_dict(json.loads(json.dumps(one.to_dict())))
    assert again.weights.tolist() == [0.5, -0.25] and again.checked == checked
    assert (again.constant, again.threshold) == (0.125, 0.5)
