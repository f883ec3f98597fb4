"""What became of each file of an ingest, counted on the stored parts."""

from slantwise.clean import ANALYSED
from slantwise.run import FileCounts, Store

_QUERY = """
WITH records AS (
  SELECT path, id, language, n_paragraphs, reason, fatal, filename, file_row_number AS number
  FROM read_parquet($parts, filename = true, file_row_number = true)
), judged AS (
  SELECT records.*, gone.id IS NOT NULL AS gone
  FROM records LEFT JOIN read_parquet($left_out) AS gone ON records.id = gone.id
)
SELECT path,
       count(id),
       count(*) FILTER (id IS NOT NULL AND NOT gone AND n_paragraphs > 0),
       count(*) FILTER (gone),
       count(*) FILTER (id IS NOT NULL AND NOT gone AND n_paragraphs > 0
                        AND language NOT IN ('', $analysed)),
       histogram(CASE WHEN id IS NULL THEN reason ELSE 'no-text' END)
         FILTER ((id IS NULL AND (fatal OR reason = 'not-an-article'))
                 OR (id IS NOT NULL AND n_paragraphs = 0))
FROM judged GROUP BY path ORDER BY min((filename, number))
"""


def count_files(store: Store) -> tuple[FileCounts, ...]:
    """The counts of each file, in input order; none where nothing was read."""
    import duckdb

    parts = [str(part) for part in store.parts()]
    if not parts:
        return ()
    left_out = str(store.folder / "left_out.parquet")
    found = duckdb.execute(
        _QUERY, {"parts": parts, "left_out": left_out, "analysed": ANALYSED}
    ).fetchall()
    return tuple(
        FileCounts(path, read, kept, duplicates, other, dict(sorted((skipped or {}).items())))
        for path, read, kept, duplicates, other, skipped in found
    )
