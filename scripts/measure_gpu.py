"""How far the torch encoder's outputs are from ONNX Runtime's, head by head.

    python scripts/measure_gpu.py [--model base] [--device cpu] [--precision bf16] [--sentences 300]

Reads the invented sentences of corpora/codebooks/background.txt. Prints for each head how many
places (sentences, tokens, pairs of tokens) get the same labels, and the mean and largest
difference of a probability. With `--device cpu` the same code runs without a GPU.
"""

import argparse

from slantwise.encode import OnnxEncoder, TorchEncoder, open_model
from slantwise.encode.agreement import compare_encoders
from slantwise.resources import BACKGROUND, model_folder, shipped


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--model", default="base")
    parser.add_argument("--device", choices=["cpu", "cuda"], default="cuda")
    parser.add_argument("--precision", choices=["bf16", "fp32"])
    parser.add_argument("--sentences", type=int, default=300)
    options = parser.parse_args()
    texts = shipped(BACKGROUND).read_text(encoding="utf-8").splitlines()[: options.sentences]
    model = open_model(model_folder(options.model))
    encoder = TorchEncoder(model, device=options.device, precision=options.precision)
    found = compare_encoders(OnnxEncoder(model), encoder, texts)
    print(f"{model.name} {model.digest[:12]}, {encoder.signed()['encoder']}, {len(texts)} texts")
    print(f"{'head':<12}{'places':>9}{'equal':>9}{'share':>9}{'mean':>9}{'largest':>9}")
    for head, one in found.items():
        print(
            f"{head:<12}{one.n_places:>9}{one.n_equal:>9}{one.share_equal:>9.4f}"
            f"{one.mean_difference:>9.4f}{one.largest_difference:>9.4f}"
        )


if __name__ == "__main__":
    main()
