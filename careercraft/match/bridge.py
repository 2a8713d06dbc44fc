"""What the built-in taxonomy knows of names, lent to a taxonomy of one's own.

A list of labels has "Kubernetes" and no "k8s". Where an entry has the name, or one of the aliases, of a built-in skill,
a text that names the skill in any of the built-in ways names the entry too. The taxonomy itself stays as it was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from careercraft.match.surface import SurfaceMatcher
from careercraft.model.document import Span
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.surface import fold


class Bridge:
    """From the names of `known` to the entries of `target`."""

    def __init__(self, known: Taxonomy, target: Taxonomy) -> None:
        self._known = known
        self._target = target

    def find(self, text: str) -> dict[str, Span]:
        """Ids of `target` that a name known to the other taxonomy leads to, each with where it stands first."""
        found: dict[str, Span] = {}
        for mention in self._matcher.find(text):
            for key in self._same[mention.skill_id]:
                found.setdefault(key, mention.span)
        return found

    @cached_property
    def _matcher(self) -> SurfaceMatcher:
        return SurfaceMatcher(self._known)

    @cached_property
    def _same(self) -> dict[str, tuple[str, ...]]:
        """Of each known skill the target's entries that share a form with it, in the order of its forms."""
        return {skill.id: tuple(self._entries((skill.name, *skill.aliases))) for skill in self._known.entries}

    def _entries(self, forms: Sequence[str]) -> Iterable[str]:
        names = self._target.by_surface
        return dict.fromkeys(names[form] for form in map(fold, forms) if form in names)
