"""A wish in a sentence -> the role of the catalogue that it means."""

from __future__ import annotations

from careercraft.errors import UsageError
from careercraft.match.linker import Linker
from careercraft.match.semantic import DECIMALS, best_windows, windows
from careercraft.match.titles import core_words
from careercraft.model.skill import Role
from careercraft.taxonomy.surface import fold

_NEAR_ENOUGH = 0.3
"""Similarity from which a role is taken; below it the wish is too far from every role known."""
_TITLE_BONUS = 0.35
"""For a role whose title stands in the wish."""
_SKILL_BONUS, _MOST_SKILLS = 0.1, 3
"""For each skill that the wish names and the role needs."""
_SENTENCE_SHARE = 0.5


def nearest_roles(wish: str, linker: Linker, count: int = 3) -> list[Role]:
    """The nearest first; the others are what it may have been meant by. Raises UsageError that names the nearest roles
    when none is near enough."""
    roles = [linker.taxonomy.roles[key] for key in sorted(linker.taxonomy.roles)]
    if not roles:
        raise UsageError("there are no roles to compare with", "check the setting `roles`")
    scores = _scores(wish, roles, linker)
    ranked = sorted(zip(scores, roles, strict=True), key=lambda pair: (-pair[0], pair[1].id))
    if ranked[0][0] < _NEAR_ENOUGH:
        names = ", ".join(role.id for _, role in ranked[:3])
        raise UsageError(
            f"no role is near enough to {wish[:60]!r}", f"nearest: {names}; take one with --role"
        )
    return [role for _, role in ranked[:count]]


def _scores(wish: str, roles: list[Role], linker: Linker) -> list[float]:
    """Titles and deeds held against the wish's best phrases, the summary against the whole of it."""
    tokens = linker.encoder.encode_tokens([wish])[0]
    found = windows(tokens)
    deeds = [(i, task) for i, role in enumerate(roles) for task in role.tasks]
    by_title, _ = best_windows(found, linker.encode([role.title for role in roles]))
    by_deed, _ = best_windows(found, linker.encode([task for _, task in deeds]))
    by_sentence = linker.encode([f"{role.title}. {role.summary}" for role in roles]) @ tokens.sentence
    best_deed = [0.0] * len(roles)
    for (i, _), score in zip(deeds, by_deed, strict=True):
        best_deed[i] = max(best_deed[i], float(score))
    named = {hit.skill_id for hit in linker.surface.find(wish)}
    folded = f" {fold(wish)} "
    return [
        round(
            (1 - _SENTENCE_SHARE) * max(float(by_title[i]), best_deed[i])
            + _SENTENCE_SHARE * float(by_sentence[i])
            + _bonus(folded, named, role),
            DECIMALS,
        )
        for i, role in enumerate(roles)
    ]


def _bonus(folded_wish: str, named: set[str], role: Role) -> float:
    """For a title that stands in the wish, and for skills that it names and the role needs."""
    names = (_telling(title) for title in (role.title, *role.alternate_titles))
    titled = any(name and f" {name} " in folded_wish for name in names)
    needed = len(named & {asked.id for asked in (*role.skills.must, *role.skills.preferred)})
    return (_TITLE_BONUS if titled else 0.0) + _SKILL_BONUS * min(needed, _MOST_SKILLS)


def _telling(title: str) -> str:
    """The title without words of rank, unless its last one is among them: "school" is no school principal."""
    whole, core = fold(title), core_words(title)
    return core if core.split()[-1:] == whole.split()[-1:] else whole
