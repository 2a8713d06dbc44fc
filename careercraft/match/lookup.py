"""Skills for a person's words: named so, spelled nearly so, or meaning so."""

from __future__ import annotations

from careercraft.match.linker import Linker
from careercraft.match.semantic import DECIMALS
from careercraft.model.skill import Skill
from careercraft.taxonomy.surface import fold

_FLOOR = 0.5
"""Score under which nobody would see why a skill was found."""
_SPELLED = 80
"""Likeness of spelling, of 100, from which a name may be meant."""


def search_skills(words: str, linker: Linker, limit: int) -> list[tuple[Skill, float]]:
    """Best first with a score of 0..1; ties by id."""
    from rapidfuzz import fuzz, process

    taxonomy = linker.taxonomy
    folded = fold(words)
    if not folded:
        return []
    scores: dict[str, float] = {}
    for form, skill_id in taxonomy.by_surface.items():
        if f" {folded}" in f" {form}":  # at the beginning of a word of the name
            _raise(scores, skill_id, 0.5 + 0.5 * len(folded) / len(form))
    spelled = process.extract(
        folded,
        list(taxonomy.by_surface),
        scorer=fuzz.token_sort_ratio,
        score_cutoff=_SPELLED,
        limit=5 * limit,
    )
    for form, score, _ in spelled:
        _raise(scores, taxonomy.by_surface[form], score / 100)
    similarity = (linker.vectors.matrix @ linker.encode([words])[0]).round(DECIMALS)
    for row in (-similarity).argsort(kind="stable")[:limit]:
        _raise(scores, linker.vectors.ids[row], float(similarity[row]))
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return [
        (taxonomy.skills[key], round(score, DECIMALS)) for key, score in ranked[:limit] if score >= _FLOOR
    ]


def _raise(scores: dict[str, float], skill_id: str, score: float) -> None:
    if skill_id:
        scores[skill_id] = max(score, scores.get(skill_id, 0.0))
