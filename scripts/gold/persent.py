"""PerSenT dev as `stance-articles` (Bastan et al., COLING 2020)."""

from collections.abc import Iterator
from pathlib import Path

from gold.sets import GoldSet, known
from slantwise.train.data.files import read_csv

COLUMNS = ("DOCUMENT_INDEX", "TITLE", "TARGET_ENTITY", "DOCUMENT", "TRUE_SENTIMENT")
STANCES = {"Negative": "against", "Neutral": "neutral", "Positive": "favour"}


def convert(folder: Path) -> Iterator[GoldSet]:
    """Documents with the crowd's label of the author's stance toward the main actor.

    The release's one paragraph a line becomes paragraphs parted by blank lines.
    """
    lines = tuple(
        {
            "id": f"persent-{row['DOCUMENT_INDEX']}",
            "title": row["TITLE"],
            "body": "\n\n".join(part for part in row["DOCUMENT"].split("\n") if part.strip()),
            "actor": row["TARGET_ENTITY"],
            "stance": known(STANCES, row["TRUE_SENTIMENT"], place),
        }
        for place, row in read_csv(folder / "dev.csv", COLUMNS)
    )
    yield GoldSet(
        "persent-dev",
        "stance-articles",
        lines,
        ("the release replaced commas by blanks; crowd labels lean to favour",),
    )
