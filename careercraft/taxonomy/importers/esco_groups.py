"""ESCO's skill groups: above each skill the way up to its pillar."""

from __future__ import annotations

from collections.abc import Iterable

from careercraft.taxonomy.importers.parts import slug_of
from careercraft.taxonomy.importers.rows import Row

_LEVELS = range(4)


class Groups:
    """Names, codes and order of the groups. Files that aren't there leave it empty."""

    def __init__(self, hierarchy: Iterable[Row], broader: Iterable[Row]) -> None:
        self._labels: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        self._above: dict[str, list[str]] = {}
        for row in hierarchy:
            for level in _LEVELS:
                uri = row.get(f"Level {level} URI")
                self._labels.setdefault(uri, row.get(f"Level {level} preferred term"))
                self._codes.setdefault(uri, row.get(f"Level {level} code"))
        for row in broader:
            self._above.setdefault(row.need("conceptUri"), []).append(row.need("broaderUri"))

    def above(self, uri: str) -> list[str]:
        """The groups and skills next above, in the file's order."""
        return self._above.get(uri, [])

    def family(self, uri: str) -> str:
        """The group under the pillar, as a folder would be named."""
        way = self._way_up(uri)
        return slug_of(self._labels[way[-2]]) if len(way) > 1 else ""

    def code(self, uri: str) -> str:
        """Of the group under the pillar (`S1`, `T2`, `06`), else of the pillar itself."""
        way = self._way_up(uri)
        return self._codes[way[-2] if len(way) > 1 else way[-1]] if way else ""

    def _way_up(self, uri: str) -> list[str]:
        """Groups above a skill, the pillar last; where several are, the first."""
        way: list[str] = []
        seen = {uri}
        while ups := [up for up in self.above(uri) if up not in seen]:
            uri = ups[0]
            seen.add(uri)
            if uri in self._labels:
                way.append(uri)
        return way
