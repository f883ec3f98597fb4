from pathlib import Path

import pytest
from typer.testing import CliRunner

from slantwise.cli.app import app


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("The council met on Monday, and nothing was signed.\n", encoding="utf-8")
    return path


def call(article: Path, *options: str) -> tuple[int, str, Path]:
    run = article.parent / "run"
    result = CliRunner().invoke(app, ["analyze", str(article), "--run", str(run), *options])
    return result.exit_code, " ".join(result.output.split()), run


def test_cuda_without_a_gpu_is_refused_before_a_run_is_begun(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch = pytest.importorskip("torch")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    status, output, run = call(article, "--device", "cuda")
    assert status == 2
    assert "torch finds no GPU here" in output
    assert not (run / "manifest.json").exists()


def test_a_precision_for_the_cpu_is_refused(article: Path) -> None:
    status, output, run = call(article, "--precision", "bf16")
    assert status == 2
    assert "precision 'bf16' is a setting of the GPU path" in output
    assert not (run / "manifest.json").exists()


def test_a_device_that_is_none_is_refused(article: Path) -> None:
    status, output, _ = call(article, "--device", "tpu")
    assert status == 2
    assert "'tpu'" in output and "cuda" in output
