"""Skills that roles of all kinds ask for: budgeting, Excel, leadership. Sharing them makes no two jobs alike."""

from __future__ import annotations

from collections import defaultdict

from careercraft.taxonomy import Taxonomy

_SHARE = 0.25
"""Of the families of roles that ask for a skill, from which it is common."""
_LEAST_FAMILIES = 8
"""A smaller catalogue tells nothing of what is common."""


def common_skills(taxonomy: Taxonomy) -> frozenset[str]:
    """Soft skills, and those that a quarter of the families of roles or more ask for."""
    soft = {skill.id for skill in taxonomy.entries if skill.kind == "soft"}
    families: dict[str, set[str]] = defaultdict(set)
    for role in taxonomy.roles.values():
        for item in (*role.skills.must, *role.skills.preferred, *role.skills.nice):
            families[item.id].add(role.family)
    every = {role.family for role in taxonomy.roles.values()}
    if len(every) < _LEAST_FAMILIES:
        return frozenset(soft)
    return frozenset(soft | {key for key, found in families.items() if len(found) >= _SHARE * len(every)})
