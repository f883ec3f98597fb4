"""Whether bfloat16 is quicker is asked of the processor, once."""

import pytest

torch = pytest.importorskip("torch")

from slantwise.train import precision  # noqa: E402


@pytest.mark.parametrize("quicker", [torch.float32, torch.bfloat16])
def test_the_quicker_precision_wins(quicker: torch.dtype, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def seconds(a: torch.Tensor, b: torch.Tensor) -> float:
        asked.append((a.dtype, b.dtype))
        return 1.0 if a.dtype == quicker else 2.0

    monkeypatch.setattr(precision, "best_seconds", seconds)
    precision.rounding_pays.cache_clear()
    assert precision.rounding_pays("cpu") is (quicker == torch.bfloat16)
    assert precision.rounding_pays("cpu") is (quicker == torch.bfloat16)
    assert asked == [(torch.float32,) * 2, (torch.bfloat16,) * 2]
    precision.rounding_pays.cache_clear()


def test_a_gpu_always_rounds() -> None:
    assert precision.rounding_pays("cuda")


def test_products_take_time() -> None:
    assert precision.best_seconds(torch.ones(64, 64), torch.ones(64, 64)) > 0
