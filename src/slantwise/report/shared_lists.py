"""What repeats across articles, listed once for the page: kinds, actors and reasons of findings."""

import re
from collections.abc import Iterable
from typing import Any

from slantwise.report.packing import PackedArticle, PackedFinding
from slantwise.report.script_json import as_script

_PIECES = re.compile(r"(?<=[,;]) ")
"""Where explanations are cut: most share their pieces, few are alike as a whole."""


class _Interned:
    """Distinct values in order of first use."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._place: dict[Any, int] = {}

    def __contains__(self, key: Any) -> bool:
        return key in self._place

    def place(self, key: Any, value: Any) -> int:
        if key not in self._place:
            self._place[key] = len(self.values)
            self.values.append(value)
        return self._place[key]


class SharedLists:
    """The lists, which grow in the order in which articles are given."""

    def __init__(self) -> None:
        """Start with empty lists."""
        self._kindsets = _Interned()
        self._actorsets = _Interned()
        self._reasons = _Interned()
        self._said = _Interned()

    def shared(self) -> dict[str, Any]:
        """The lists that rows point into; complete once every article is written."""
        return {
            "kindsets": self._kindsets.values,
            "actorsets": self._actorsets.values,
            "reasons": self._reasons.values,
            "said": self._said.values,
        }

    def written(self, packed: PackedArticle) -> str:
        """The whole article as JSON, safe inside a script element."""
        rows = [number for finding in packed.findings for number in self._row(finding)]
        return f"{packed.before}{as_script(rows)}{packed.after}"

    def _row(self, finding: PackedFinding) -> Iterable[int]:
        return (
            finding.start,
            finding.length,
            self._kindsets.place(finding.kinds, finding.kinds),
            finding.voice,
            finding.speaker,
            self._actorsets.place(finding.actors, finding.actors),
            finding.direction,
            finding.sure,
            self._reason(finding.reason),
        )

    def _reason(self, shown: str) -> int:
        if shown in self._reasons:
            return self._reasons.place(shown, None)
        pieces = [self._said.place(piece, piece) for piece in _PIECES.split(shown)]
        return self._reasons.place(shown, pieces)
