"""Which converter reads which release."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from gold import babe, basil, directed, events, newsmtsc, own, persent, polnear, ptc, seesaw
from gold.sentences import anno_lexical, newssd
from gold.sets import GoldSet

RELEASES: Final[Mapping[str, Callable[[Path], Iterator[GoldSet]]]] = {
    "actors": own.actors,
    "agency": own.agency,
    "allsides": events.allsides,
    "anno-lexical": anno_lexical,
    "babe": babe.convert,
    "basil": basil.convert,
    "demo": own.demo,
    "directed": directed.convert,
    "framing": own.framing,
    "neus": events.neus,
    "newsmtsc": newsmtsc.convert,
    "newssd": newssd,
    "persent": persent.convert,
    "polnear": polnear.convert,
    "ptc": ptc.convert,
    "seesaw": seesaw.convert,
    "voice": own.voice,
}
"""Converters by the name of the release; each takes the release's folder."""
