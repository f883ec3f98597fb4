"""Data sets that label whole sentences: Anno-lexical and NewsSD-ENG."""

from pathlib import Path

from slantwise.errors import GoldError
from slantwise.train.data.files import read_csv
from slantwise.train.examples import Example

NEWSSD_FILES = {"train": "train.csv", "dev": "val.csv", "test": "test.csv"}
ANNO_FILES = {
    "train": "anno-lexical-train.parquet",
    "dev": "anno-lexical-dev.parquet",
    "test": "anno-lexical-test.parquet",
}
NEWSSD_LABELS = {"SUBJ": True, "OBJ": False}


def read_newssd(folder: Path, split: str) -> list[Example]:
    """NewsSD-ENG: a subjective sentence is near to one biased by word choice.

    Raises:
        GoldError: a column is missing or a label is neither SUBJ nor OBJ.
    """
    path = folder / NEWSSD_FILES[split]
    examples = []
    for number, (place, row) in enumerate(read_csv(path, ("Sentence", "Label"))):
        if row["Label"] not in NEWSSD_LABELS:
            raise GoldError(f"{place}: expected label SUBJ or OBJ, found {row['Label']!r}")
        text = row["Sentence"].strip()
        examples.append(Example(f"newssd-{split}-{number}", text, NEWSSD_LABELS[row["Label"]]))
    return examples


def read_anno_lexical(folder: Path, split: str) -> list[Example]:
    """Anno-lexical: labels by vote of three language models, no person checked them.

    Raises:
        GoldError: the file is missing or lacks a column, or a label is neither 0 nor 1.
    """
    import pyarrow.parquet

    path = folder / ANNO_FILES[split]
    if not path.exists():
        raise GoldError(f"{path} is missing; check the data folder")
    table = pyarrow.parquet.read_table(path)
    missing = {"text", "label"} - set(table.column_names)
    if missing:
        raise GoldError(f"{path}: columns {sorted(missing)} missing, found {table.column_names}")
    examples = []
    pairs = zip(table["text"].to_pylist(), table["label"].to_pylist(), strict=True)
    for number, (text, label) in enumerate(pairs):
        if label not in (0, 1):
            raise GoldError(f"{path}, row {number + 1}: expected label 0 or 1, found {label!r}")
        examples.append(Example(f"anno-lexical-{split}-{number}", text.strip(), label == 1))
    return examples
