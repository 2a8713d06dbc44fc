"""FIT: an intensive-care nurse, with a DOCX (no pages), a licence that is met and a narrative by a model."""

from __future__ import annotations

from msgspec import UNSET

from careercraft.model.advice import Gap, LearningResource, NextStep, Recommendation, Strength
from careercraft.model.analysis import Analysis, Documents, Narrative, NarrativeFlag
from careercraft.model.facts import Facts
from careercraft.model.match import SkillMatch
from careercraft.model.score import HardRequirement, Score, Verdict
from tests.render.sample import Case, analysis, job, row, score, skill

RESUME = """Ingrid Solheim, RN
Bergen, Norway

Intensive Care Nurse, Fjordside Hospital, 2017 to today
- Cared for two ventilated patients a shift in a 14-bed unit
- Taught new colleagues the sepsis bundle; time to first antibiotic fell from 94 to 51 minutes
- Ran the night shift as charge nurse, about six shifts a month

Bachelor of Nursing, Western Norway University of Applied Sciences, 2017
Registered Nurse (HPR 1234567), Advanced Life Support 2024
Norwegian (native), English (C1)
"""

JOB = """ICU Nurse
Harbour General, Bergen. Permanent, 100 %, NOK 620,000 to 690,000 a year.

We ask for
* Registration as a nurse is required
* Three years in intensive care, with ventilated patients
* Advanced Life Support
* Calm in a crisis, and clear hand-overs
We would like
* Haemofiltration (CRRT)
* Experience of teaching
"""


def build() -> Analysis:
    case = Case(RESUME, JOB)
    return analysis(
        "nurse",
        Documents(
            resume=case.document("resume", "solheim.docx", "docx"),
            job=case.document("job", "harbour.md", "markdown"),
        ),
        verdict=Verdict(
            label="FIT",
            readiness=88.0,
            threshold=70.0,
            confidence=91.2,
            interval=(84.9, 90.3),
            borderline=False,
            reasons=("18 points over FIT (70).", "Every mandatory requirement is met."),
            hard_requirements=(
                HardRequirement(
                    text="registered nurse", met="yes", evidence=case.resume("Registered Nurse (HPR 1234567)")
                ),
            ),
        ),
        scores=_scores(case),
        skills=_skills(case),
        facts=Facts(),
        resume={"basics": {"name": "Ingrid Solheim, RN"}},
        job=job(case, "ICU Nurse", "Harbour General"),
        narrative=Narrative(
            model="ollama/llama3",
            text="You bring what this unit asks for.\n\nLead with the sepsis bundle, which few can show.",
            flags=(NarrativeFlag(quote="which few can show", reason="nothing in the documents says so"),),
        ),
        **_advice(case),
    )


def _scores(case: Case) -> tuple[Score, ...]:
    years = case.resume("Intensive Care Nurse, Fjordside Hospital, 2017 to today")
    return (
        score("skills_match", 86.5, "5 of 6 requirements", row("Must", 70, 70), row("Preferred", 16.5, 30)),
        score(
            "experience_match", 100.0, "8.9 relevant years, 3 asked", row("Relevant years", 100, 100, years)
        ),
        score("education_match", 100.0, "bachelor's in nursing", row("Level", 100, 100)),
        score("culture_fit", 75.0, "calm in a crisis", row("Calm in a crisis", 75, 100)),
        score("location_match", 100.0, "Bergen", row("Same city", 100, 100, case.resume("Bergen, Norway"))),
        score("salary_match", None, "the posting states NOK 620,000 to 690,000; no wish is set"),
        score("technical_skills", 82.4, "4 of 5", row("Must", 70, 70), row("Preferred", 12.4, 30)),
        score("soft_skills", 78.1, "2 of 2", row("Hand-overs", 38.1, 50), row("Calm", 40, 50)),
        score("domain_knowledge", 100.0, "intensive care", row("Intensive care", 100, 100, years)),
        score("readiness", 88.0, "weighted mean of the 8 known scores", row("All parts", 88, 100)),
        score("confidence", 91.2, "one score is not stated", row("Known scores", 91.2, 100)),
    )


def _skills(case: Case) -> SkillMatch:
    return SkillMatch(
        matched=(
            skill("Nursing license", 1.0, kind="certification", hard=True, tier="alias",
                  mention="Registration",
                  job_evidence=case.job("Registration as a nurse is required"),
                  resume_evidence=case.resume("Registered Nurse (HPR 1234567)")),
            skill("Mechanical ventilation", 1.0, required_years=3.0, found_years=8.9, tier="alias",
                  required_level="intermediate", found_level="advanced", mention="ventilated patients",
                  job_evidence=case.job("Three years in intensive care, with ventilated patients"),
                  resume_evidence=case.resume("two ventilated patients a shift")),
            skill("Advanced Life Support", 1.0, kind="certification", tier="exact",
                  mention="Advanced Life Support", job_evidence=case.job("Advanced Life Support"),
                  resume_evidence=case.resume("Advanced Life Support 2024")),
            skill("Crisis management", 0.75, kind="soft", tier="implied", via="charge nurse",
                  mention="Calm in a crisis", job_evidence=case.job("Calm in a crisis"),
                  resume_evidence=case.resume("Ran the night shift as charge nurse")),
            skill("Teaching", 1.0, kind="soft", importance="preferred", tier="fuzzy", mention="teaching",
                  job_evidence=case.job("Experience of teaching"),
                  resume_evidence=case.resume("Taught new colleagues the sepsis bundle")),
        ),
        missing=(
            skill("Continuous renal replacement therapy", 0.0, importance="preferred",
                  mention="Haemofiltration (CRRT)", job_evidence=case.job("Haemofiltration (CRRT)")),
        ),
        extra=(
            skill("Norwegian", 1.0, importance=UNSET, kind="language", tier="exact", found_level="expert",
                  resume_evidence=case.resume("Norwegian (native)")),
        ),
    )  # fmt: skip


def _advice(case: Case) -> dict[str, object]:
    crrt = case.job("Haemofiltration (CRRT)")
    return {
        "strengths": (
            Strength(text="Eight years at the bedside, three asked", points=20.0,
                     evidence=case.resume("Intensive Care Nurse")),
        ),
        "gaps": (
            Gap(id="continuous-renal-replacement-therapy", name="Continuous renal replacement therapy",
                severity="minor", priority=1, points=2.1, hours=16.0, level="beginner",
                reason="preferred, not required", evidence=crrt),
        ),
        "recommendations": (
            Recommendation(text="Mention haemofiltration if your unit runs it", points=2.1, evidence=crrt),
        ),
        "next_steps": (NextStep(text="Apply"),),
        "learning_resources": (
            LearningResource(skill="continuous-renal-replacement-therapy",
                             name="Continuous renal replacement therapy", title="CRRT for nurses",
                             url="https://example.org/crrt", kind="course", free=False),
        ),
    }  # fmt: skip
