"""What the scorer needs to predict, without the words of the documents."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import UNSET, Struct, structs

from careercraft.model.analysis import Analysis
from careercraft.model.match import Evidence, SkillEntry, SkillMatch
from careercraft.model.plan import Basis
from careercraft.score.steps import Scene

_S = TypeVar("_S", bound=Struct)


def basis_of(analysis: Analysis) -> Basis:
    """No quote, no name of a position, no skill that nobody asks for: what is left are requirements and figures."""
    skills = analysis.skills
    lists = {name: tuple(map(_bare, getattr(skills, name))) for name in ("matched", "partial", "missing")}
    facts = _unquoted(analysis.facts)
    work = tuple(structs.replace(one, label="") for one in facts.experience.work)
    facts = structs.replace(facts, experience=structs.replace(facts.experience, work=work))
    return Basis(
        skills=SkillMatch(**lists),
        facts=facts,
        weights=dict(analysis.engine.weights),
        threshold=analysis.engine.threshold,
    )


def scene_of(basis: Basis) -> Scene:
    return Scene(basis.skills, basis.facts, basis.weights, basis.threshold)


def _bare(entry: SkillEntry) -> SkillEntry:
    return structs.replace(
        entry, mention=UNSET, via=UNSET, statement=UNSET, job_evidence=(), resume_evidence=()
    )


def _unquoted(value: _S) -> _S:
    """The struct without evidence, all the way down."""
    return structs.replace(value, **{name: _plain(getattr(value, name)) for name in value.__struct_fields__})


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value if not isinstance(item, Evidence))
    return _unquoted(value) if isinstance(value, Struct) else value
