"""Releases that label whole sentences, as `framing-sentences`: NewsSD-ENG and Anno-lexical."""

from collections.abc import Iterator
from pathlib import Path

from gold.sets import GoldSet, known
from slantwise.errors import GoldError
from slantwise.train.data.files import read_csv

SUBJECTIVE = {"SUBJ": True, "OBJ": False}


def newssd(folder: Path) -> Iterator[GoldSet]:
    """NewsSD-ENG val and test (Antici et al., LREC-COLING 2024)."""
    for split in ("val", "test"):
        lines = tuple(
            {
                "id": f"newssd-{split}-{number}",
                "text": row["Sentence"].strip(),
                "biased": known(SUBJECTIVE, row["Label"], place),
            }
            for number, (place, row) in enumerate(
                read_csv(folder / f"{split}.csv", ("Sentence", "Label")), start=1
            )
        )
        note = "a subjective sentence is near to one biased by its wording, and not the same"
        yield GoldSet(f"newssd-{split}", "framing-sentences", lines, (note,))


def anno_lexical(folder: Path) -> Iterator[GoldSet]:
    """Anno-lexical dev (Horych et al., NAACL Findings 2025)."""
    import pyarrow.parquet

    path, columns = folder / "anno-lexical-dev.parquet", ("text", "label", "source_name")
    if not path.is_file():
        raise GoldError(f"{path} is missing; check the folder")
    table = pyarrow.parquet.read_table(path)
    missing = set(columns) - set(table.column_names)
    if missing:
        raise GoldError(f"{path}: columns {sorted(missing)} missing, found {table.column_names}")
    rows = table.select(columns).to_pylist()
    lines = tuple(
        {
            "id": f"anno-lexical-dev-{number}",
            "text": row["text"],
            "biased": known({0: False, 1: True}, row["label"], f"{path}, row {number}"),
            "outlet": row["source_name"],
        }
        for number, row in enumerate(rows, start=1)
    )
    note = "labels are the vote of three language models; no person checked them"
    yield GoldSet("anno-lexical-dev", "framing-sentences", lines, (note,))
