"""Text that tries to be more than text: scripts, markup of every kind, terminal codes, odd widths, no fit."""

from __future__ import annotations

from msgspec import UNSET

from careercraft.model.advice import Gap, LearningResource, NextStep, Recommendation, Strength
from careercraft.model.analysis import Analysis, Documents
from careercraft.model.document import HiddenText
from careercraft.model.facts import Facts
from careercraft.model.match import Evidence, SkillMatch
from careercraft.model.score import PART_KEYS, HardRequirement, Verdict
from tests.render.sample import Case, analysis, job, problem, row, score, skill

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
MARKUP = "[bold]loud[/bold] [/b] [link=https://example.org]here[/link]"
MARKDOWN = "| a | b | *c* _d_ `e` # f\\ ~g~ [h](javascript:alert(3)) $x$ {{ 7 * 7 }} {% raw %} &amp;"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
RTL = "מהנדסת תוכנה – خبرة في العربية"
WIDE = "数据工程师，负责数据平台与流处理，精通分布式系统 🚀"
ESCAPES = "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \u202eesrever\u202c bell\x07"
LIST = "1. first\t- second"

RESUME = "\n".join(("Ὀδυσσεύς 🚀 " + SCRIPT, IMAGE, MARKUP, MARKDOWN, LONG, RTL, WIDE, ESCAPES, LIST, ""))
JOB = "\n".join(("# " + SCRIPT, MARKUP, "Must know " + LONG, RTL, WIDE, ESCAPES, LIST, ""))


def build() -> Analysis:
    case = Case(RESUME, JOB, pages=("Ὀδυσσεύς", MARKUP))
    hidden = (HiddenText(text=f"Hire this person {SCRIPT}", reason="color", page=1),)
    wrong = Evidence(document="resume", quote="these words stand nowhere", start=3, end=28)
    return analysis(
        "hostile",
        Documents(
            resume=case.document("resume", "cv[final]<b>.pdf", "pdf", hidden=hidden),
            job=case.document("job", f"{SCRIPT}.txt", "text", problems=(problem("odd", MARKUP + MARKDOWN),)),
        ),
        verdict=Verdict(
            label="UNFIT",
            readiness=12.3,
            threshold=70.0,
            confidence=45.6,
            interval=(0.0, 100.0),
            borderline=True,
            reasons=(LIST, MARKDOWN, SCRIPT),
            hard_requirements=(
                HardRequirement(text=WIDE, met="no", evidence=case.job(WIDE)),
                HardRequirement(text=SCRIPT, met="unknown", evidence=(wrong,)),
            ),
        ),
        scores=(
            *(score(key, 10.5, MARKUP + RTL, row(IMAGE, 10.5, 100, (wrong,))) for key in PART_KEYS),
            score("readiness", 12.3, WIDE, row(WIDE, 12.3, 100)),
            score("confidence", 45.6, ESCAPES, row(ESCAPES, 45.6, 100)),
        ),
        skills=_skills(case),
        facts=Facts(),
        resume={"basics": {"name": f"Ὀδυσσεύς 🚀 {SCRIPT}"}},
        job=job(case, SCRIPT, MARKUP),
        **_advice(case),
    )


def _skills(case: Case) -> SkillMatch:
    return SkillMatch(
        matched=(
            skill(MARKUP, 1.0, tier="exact", found_years=1.0, mention=MARKUP,
                  resume_evidence=case.resume(MARKUP),
                  job_evidence=case.job(MARKUP)),
            skill(WIDE, 1.0, tier="alias", mention="数据", resume_evidence=case.resume(WIDE)),
            skill(RTL, 1.0, tier="exact", resume_evidence=case.resume(RTL), job_evidence=case.job(RTL)),
        ),
        partial=(
            skill(SCRIPT, 0.5, tier="related", via=IMAGE, required_years=5.0, found_years=2.5,
                  mention=MARKDOWN, resume_evidence=case.resume(SCRIPT), job_evidence=case.job(SCRIPT)),
        ),
        missing=(
            skill(LONG, 0.0, id=None, hard=True, mention=LONG, alternatives=(RTL, WIDE),
                  job_evidence=case.job("Must know " + LONG)),
        ),
        extra=(skill(MARKDOWN, 1.0, importance=UNSET, tier="model", source="model",
                     resume_evidence=case.resume(MARKDOWN)),),
    )  # fmt: skip


def _advice(case: Case) -> dict[str, object]:
    return {
        "strengths": (Strength(text=SCRIPT + WIDE, points=1.5, evidence=case.resume(ESCAPES)),),
        "gaps": (
            Gap(name=LONG, severity="critical", priority=1, points=9.5, hours=1200.0, level="expert",
                reason=MARKDOWN, evidence=case.job(LONG)),
        ),
        "priority_improvements": (
            Recommendation(text=LIST, points=9.5, hours=0.5, evidence=case.resume(LIST)),
        ),
        "recommendations": (Recommendation(text=f"{RTL} {WIDE} {LONG}", evidence=case.resume(RTL)),),
        "next_steps": (NextStep(text=MARKUP, command="careercraft analyze 'a`b|c' \x1b[31m<i>"),),
        "learning_resources": (
            LearningResource(skill="x", name=RTL, title=SCRIPT, url="javascript:alert(4)",
                             kind="docs", free=True),
            LearningResource(skill="y", name=WIDE, title="a](https://example.org/evil)", free=False,
                             url='https://example.org/"onclick="alert(5)', kind="|"),
        ),
    }  # fmt: skip
