"""The text whose vector stands for a skill."""

from __future__ import annotations

from careercraft.match.neutral import neutral
from careercraft.taxonomy import Taxonomy


def skill_labels(taxonomy: Taxonomy) -> tuple[tuple[str, ...], list[str]]:
    """Ids and labels in the taxonomy's order; the label is the name, as the encoder reads all texts."""
    return tuple(skill.id for skill in taxonomy.entries), [neutral(skill.name) for skill in taxonomy.entries]
