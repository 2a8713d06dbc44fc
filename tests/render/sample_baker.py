"""UNFIT, and little known: a baker's short text against a posting of a few lines. Most lists are empty."""

from __future__ import annotations

from careercraft.model.analysis import Analysis, Documents
from careercraft.model.facts import Facts
from careercraft.model.match import SkillMatch
from careercraft.model.score import HardRequirement, Verdict
from tests.render.sample import Case, analysis, problem, row, score, skill

RESUME = "I have baked bread at the Old Mill since spring. I like early mornings.\n"
JOB = "Baker wanted. Laminated doughs are a must. A forklift licence is required. Start at 3 a.m.\n"


def build() -> Analysis:
    case = Case(RESUME, JOB)
    unknown = [
        score(key, None, "not stated")
        for key in ("education_match", "culture_fit", "location_match", "salary_match")
    ]
    short = problem("short_document", "only 2 sentences; a full resume says more")
    return analysis(
        "baker",
        Documents(
            resume=case.document("resume", "-", "text", problems=(short,)),
            job=case.document("job", "-", "text", language="und"),
        ),
        verdict=Verdict(
            label="UNFIT",
            readiness=22.4,
            threshold=70.0,
            confidence=19.0,
            interval=(4.0, 88.5),
            borderline=True,
            reasons=("47.6 points short of FIT (70)", "a mandatory requirement is not met"),
            hard_requirements=(
                HardRequirement(
                    text="forklift license", met="no", evidence=case.job("A forklift licence is required")
                ),
            ),
        ),
        scores=(
            score("skills_match", 30.0, "1 of 2 in part", row("Baking", 30, 100)),
            score("experience_match", 14.8, "years unknown", row("Last position", 14.8, 100)),
            *unknown,
            score("technical_skills", 0.0, "0 of 1", row("Laminated doughs", 0, 100)),
            score("soft_skills", None, "not stated"),
            score("domain_knowledge", 50.0, "bakery", row("Bakery", 50, 100)),
            score("readiness", 22.4, "weighted mean of the 4 known scores", row("All parts", 22.4, 100)),
            score("confidence", 19.0, "5 scores are not stated", row("Known scores", 19, 100)),
        ),
        skills=SkillMatch(
            missing=(
                skill("laminated doughs", 0.0, id=None, kind="other", mention="Laminated doughs",
                      job_evidence=case.job("Laminated doughs are a must")),
            ),
        ),
        facts=Facts(),
    )  # fmt: skip
