"""What all importers make: entries with ids that are distinct."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from careercraft.model.skill import Role, Skill
from careercraft.taxonomy.surface import fold

_SIGNS = {"+": " plus ", "#": " sharp ", "&": " and "}
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 80
_ALIASES = re.compile(r"[\n|]")


class Imported(NamedTuple):
    """What a source holds, in its own order."""

    skills: tuple[Skill, ...]
    roles: tuple[Role, ...] = ()
    notes: tuple[str, ...] = ()
    """What was left out, a line each."""


class Slugs:
    """Ids from names: lower-case words joined by hyphens, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: dict[str, int] = {}

    def make(self, name: str) -> str:
        slug = slug_of(name)
        found = slug
        while found in self._given:
            self._next[slug] = self._next.get(slug, 1) + 1
            found = f"{slug}-{self._next[slug]}"
        self._given.add(found)
        return found


def slug_of(name: str) -> str:
    """The same for names that differ by case, accents or punctuation only; never empty."""
    spelled = "".join(_SIGNS.get(char, char) for char in name)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    return _SEPARATORS.sub("-", plain).strip("-")[:_LONGEST_SLUG].strip("-") or "skill"


def aliases_of(name: str, *cells: str) -> tuple[str, ...]:
    """Forms from cells that part them by line breaks or `|`, each once, without the name."""
    return distinct(name, (form for cell in cells for form in _ALIASES.split(cell)))


def distinct(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The forms that fold to something, each once, without the name."""
    seen = {fold(name), ""}
    found = []
    for form in forms:
        folded = fold(form)
        if folded not in seen:
            seen.add(folded)
            found.append(" ".join(form.split()))
    return tuple(found)
