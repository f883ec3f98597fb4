"""docs/performance.md: what is measured, what is not, and the page that is kept."""

import json
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MACHINE = {
    "cpu": "Some CPU",
    "cores": 2,
    "memory_gb": 8,
    "instructions": ["avx2"],
    "slantwise": "0.1",
}
ENCODER = {
    "sentences": 800,
    "sentences_per_second": 900.5,
    "gops_per_second": 120.5,
    "peak_gops_per_second": 241.0,
    "share_of_peak": 0.5,
    "share_with_padding": 0.61,
}
RESULTS = {
    "pipeline": {
        "machine": MACHINE,
        "command": "python scripts/measure.py --model base",
        "workers": 2,
        "articles": 1920,
        "words": 529860,
        "words_per_second": 12000,
        "peak_memory_mb": 900,
        "seconds": 44.2,
        "seconds_per_1k_words": {"encode": 0.06, "tag": 0.03, "other": 0.01},
        "encoder": ENCODER,
    },
    "encoder": {
        "machine": MACHINE,
        "command": "python scripts/measure.py --model base",
        "threads": 2,
        "encoder": ENCODER,
        "peer": {"sentences": 60, "targets_per_sentence": 1.8, "sentences_per_second": 15.0},
        "times_the_peer": 60.0,
    },
    "peers": {
        "machine": MACHINE,
        "command": "python scripts/measure.py --model base",
        "cores": 2,
        "price_per_core_hour": 0.04,
        "words_per_article": 700,
        "ours": {
            "articles": 1280,
            "words": 353240,
            "words_per_second": 12000.0,
            "peak_memory_mb": 900,
            "cost_per_million_articles": 1.3,
        },
        "peer": {
            "articles": 6,
            "words": 1650,
            "words_per_second": 150.0,
            "peak_memory_mb": 1300,
            "cost_per_million_articles": 103.7,
            "passes": 150,
            "batch": 8,
        },
        "times_the_peer": 80.0,
    },
    "resume": {
        "machine": MACHINE,
        "command": "python scripts/measure.py --model base",
        "articles": 300,
        "kills": 3,
        "undisturbed_cpu_seconds": 100.5,
        "killed_cpu_seconds": 112.5,
        "seconds_a_kill": 4.0,
        "same_result": True,
    },
}
SCALE = {
    "machine": MACHINE,
    "command": "python scripts/measure.py",
    "words": 250,
    "workers": 1,
    "rows": [
        {
            "step": "ingest",
            "articles": 100000,
            "cpu_seconds": 167.5,
            "cost_per_article": 0.98,
            "peak_mb_of_a_process": 427,
        }
    ],
}


def test_what_is_not_measured_is_said_with_its_command(scripts, tmp_path):
    text = scripts("benchmarks.page").page(tmp_path, ["base"])
    assert text.count("Not measured yet: `python scripts/benchmark") == 6
    assert "--model base" in text


def test_every_result_stands_on_the_page(scripts, tmp_path):
    for kind, result in RESULTS.items():
        (tmp_path / f"{kind}-base.json").write_text(json.dumps(result), "utf-8")
    (tmp_path / "scale-stand-in.json").write_text(json.dumps(SCALE), "utf-8")
    text = scripts("benchmarks.page").page(tmp_path, ["base"])
    assert "Not measured" not in text
    assert (
        text.count("On Some CPU, 2 cores, 8 GB, avx2, slantwise 0.1; `python scripts/measure.py")
        == 6
    )
    assert "| 1,920 | 529,860 | 2 | 12,000 | 900 | 44.2 |" in text
    # 0.06 of 0.06 + 0.03 + 0.01
    assert "| encode | 0.0600 | 60% |" in text
    assert "reaches 50% of the matrix peak of one thread (120.5 of 241.0" in text
    assert "| classifier once a target (1.8 a sentence) | 60 | 2 | 15 |  |" in text
    assert "| the usual way | 6 | 1,650 | 150 | 1,300 | 103.70 |" in text
    assert "80.0 times as fast on 2 cores" in text
    # 4 s are 2 % of 200 s.
    assert "a kill costs 4.0 seconds" in text and "2 % of any run of 3.3 minutes" in text
    assert "| ingest | 100,000 | 167.5 | 0.98 | 427 |" in text


def test_models_are_those_measured_and_base_first(scripts, tmp_path):
    for name in (
        "scale-stand-in",
        "peers-large",
        "encoder-large",
        "encoder-my-own",
        "notes",
        "encoder-base",
    ):
        (tmp_path / f"{name}.json").write_text("{}")
    models = scripts("benchmarks.page").models_of
    assert models(tmp_path) == ["base", "large", "my-own"]
    assert models(tmp_path / "none") == ["base"]


def test_a_million_articles_cost_what_their_core_hours_cost(scripts):
    cost = scripts("benchmark_peers").cost_per_million
    # 7e8 words at 7,000 a second are 100,000 s, on 36 cores 1,000 core hours.
    assert cost(7000.0, cores=36, price=0.05) == pytest.approx(50.0)


def test_each_measurement_runs_once_a_model(scripts):
    made = scripts("make_performance_page").commands(["base", "large"])
    names = ["", "_encoder", "_peers", "_resume"]
    assert [(c[1], c[c.index("--model") + 1]) for c in made[:-1]] == [
        (f"scripts/benchmark{name}.py", model) for model in ("base", "large") for name in names
    ]
    assert made[-1][1] == "scripts/benchmark_scale.py" and "--model" not in made[-1]
    for command in made:
        assert all((ROOT / word).exists() for word in command if "/" in word and "perf" not in word)
    assert shlex.split(" ".join(made[0])) == made[0]


def test_the_page_that_is_kept_is_that_of_the_results_kept(scripts):
    assert scripts("make_performance_page").main(["--check"]) == 0
