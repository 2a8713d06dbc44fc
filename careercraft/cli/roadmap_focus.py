"""`--focus`: names of skills become ids, and what is no gap is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from careercraft.errors import UsageError
from careercraft.plan.choice import FOCUS_WORDS

if TYPE_CHECKING:
    from careercraft.model.analysis import Analysis
    from careercraft.model.skill import Skill
    from careercraft.taxonomy import Taxonomy

_NEAR = 60


def focus_ids(
    wanted: Sequence[str], analysis: Analysis, taxonomy: Taxonomy
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What `PlanSettings.focus` takes, and notes on skills that are no gap of this analysis, in whole sentences.

    Raises UsageError for a skill that the taxonomy doesn't know, and where nothing is left to plan.
    """
    if not wanted:
        raise UsageError("--focus names no gap", _gaps_hint(analysis))
    words = tuple(dict.fromkeys(word.lower() for word in wanted if word.lower() in FOCUS_WORDS))
    skills = {
        skill.id: skill
        for skill in (_skill(name, taxonomy) for name in wanted if name.lower() not in FOCUS_WORDS)
    }
    gaps = {gap.id for gap in analysis.gaps}
    others = tuple(_no_gap(skill, analysis) for skill in skills.values() if skill.id not in gaps)
    ids = tuple(sorted(skills.keys() & gaps))
    if others and not ids and not words:
        raise UsageError(" ".join(others).rstrip("."), _gaps_hint(analysis))
    return ("all",) if "all" in words else (*words, *ids) or ("all",), others


def _skill(name: str, taxonomy: Taxonomy) -> Skill:
    found = taxonomy.find(name)
    if found is None:
        near = list(_near(name, taxonomy))
        hint = (
            f"did you mean {', '.join(near)}?"
            if near
            else "`careercraft skills search` finds skills by words"
        )
        raise UsageError(f"there is no skill {name!r}", hint)
    return found


def _near(name: str, taxonomy: Taxonomy) -> Iterator[str]:
    from rapidfuzz import process, utils

    names = sorted(skill.name for skill in taxonomy.entries)
    found = process.extract(name, names, limit=3, score_cutoff=_NEAR, processor=utils.default_process)
    yield from (str(near) for near, _, _ in found)


def _no_gap(skill: Skill, analysis: Analysis) -> str:
    shown = any(skill.id == entry.id for entry in analysis.skills.matched)
    reason = "the resume shows it" if shown else "the job doesn't ask for it"
    return f"{skill.name} is no gap: {reason}."


def _gaps_hint(analysis: Analysis) -> str:
    names = list(dict.fromkeys(gap.name for gap in analysis.gaps if gap.id))
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return f"the gaps are {', '.join(names[:6])}{more}" if names else "there is no gap to focus on"
