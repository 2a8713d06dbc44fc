"""An analysis to which a change was tried, by hand, and one that says how much its FIT bears."""

from __future__ import annotations

from msgspec import structs

from careercraft.model.advice import Margin
from careercraft.model.analysis import Analysis
from careercraft.model.change import RemoveSkill, RequirementMove, ScoreMove, WhatIf
from tests.render import sample_engineer, sample_nurse
from tests.render.sample_hostile import SCRIPT


def asked_what_if(moves: bool = True) -> Analysis:
    """The engineer's, with the verdict that a change would give; without `moves` nothing would move."""
    analysis = sample_engineer.build()
    then = structs.replace(analysis.verdict, label="FIT", readiness=72.5) if moves else analysis.verdict
    tried = WhatIf(
        changes=(RemoveSkill(text="+Airflow:2y", id="a", name="A"), RemoveSkill(text=SCRIPT, id=None, name="B")),
        verdict=then,
        scores=(
            ScoreMove(key="skills_match", before=58.6, after=71.2),
            ScoreMove(key="salary_match", before=None, after=50.0),
        ),
        requirements=(
            RequirementMove(
                name="Apache Airflow", before="missing", after="partial", strength_before=0.0, strength_after=0.85
            ),
        ),
    )  # fmt: skip
    return structs.replace(
        analysis, what_if=tried if moves else structs.replace(tried, scores=(), requirements=())
    )


def with_margin(*names: str) -> Analysis:
    return structs.replace(sample_nurse.build(), margin=Margin(points=18.0, falls_without=names))
