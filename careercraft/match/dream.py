"""A wish in a sentence -> the role of the catalogue that it means."""

from __future__ import annotations

from careercraft.errors import UsageError
from careercraft.match.linker import Linker
from careercraft.match.semantic import DECIMALS, best_windows, windows
from careercraft.match.titles import core_words
from careercraft.model.skill import Role
from careercraft.taxonomy.surface import fold

_NEAR_ENOUGH = 0.42
"""Similarity from which a role is taken; below it the wish is too far from every role known."""
_TITLE_BONUS = 0.35
"""For a role whose title stands in the wish."""
_SENTENCE_SHARE = 0.5


def nearest_role(wish: str, linker: Linker) -> Role:
    """Raises UsageError that names the nearest roles when none is near enough."""
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
    return ranked[0][1]


def _scores(wish: str, roles: list[Role], linker: Linker) -> list[float]:
    labels = linker.encode([f"{role.title}. {role.summary}" for role in roles])
    titles = linker.encode([role.title for role in roles])
    tokens = linker.encoder.encode_tokens([wish])[0]
    by_window, _ = best_windows(windows(tokens), titles)
    by_sentence = labels @ tokens.sentence
    folded = f" {fold(wish)} "
    return [
        round(
            float((1 - _SENTENCE_SHARE) * by_window[i] + _SENTENCE_SHARE * by_sentence[i])
            + _bonus(folded, role),
            DECIMALS,
        )
        for i, role in enumerate(roles)
    ]


def _bonus(folded_wish: str, role: Role) -> float:
    names = (core_words(title) for title in (role.title, *role.alternate_titles))
    return _TITLE_BONUS if any(name and f" {name} " in folded_wish for name in names) else 0.0
