"""The industry of a posting and what a resume shows of it: plain words only, and nothing lost by silence."""

from __future__ import annotations

import re

import pytest

from careercraft.match.industries import FILE, industry_facts, industry_of
from careercraft.match.linker import Linker
from careercraft.model.facts import Facts, IndustryFacts
from careercraft.model.match import SkillMatch
from careercraft.model.score import Score
from careercraft.score.card import part_scores, readiness
from tests.match.parts import TODAY, job_side, resume_side
from tests.score.builders import WEIGHTS, entry

HOSPITAL = """Data Analyst
Mercy Hospital

About us
Mercy Hospital cares for 40,000 patients a year in its clinics.

Requirements
- SQL
- Excel
"""
PLAIN = [
    ("Teller\nFirst National Bank\n\nAbout us\nA community bank with 30 branches.", "banking"),
    ("Line Cook\nThe Green Door Restaurant\n\nWhat you do\n- Prepare our menu", "restaurants"),
    ("Truck Driver\nAcme Corp\n\nWhat you do\n- Haul freight across the state", "logistics"),
    (
        "Carpenter\nHill & Sons Construction\n\nWhat you do\n- Frame walls on the construction site",
        "construction",
    ),
    ("Engineer\nAcme Corp\n\nAbout us\nWe are a SaaS company.\nOur cloud platform runs shops.", "software"),
    ("Teacher\nLincoln Elementary School\n\nWhat you do\n- Teach 25 pupils", "education"),
    ("Clerk\nCity of Springfield\n\nAbout us\nThe city council serves citizens.", "public-sector"),
]
NOT_PLAIN = [
    "Data Analyst\nAcme Corp\n",
    "Accountant\nAcme Corp\n\nBenefits\n- Health insurance with any hospital, clinic, physician\n- Nursing, outpatient",
    "Analyst\nAcme Corp\n\nAbout us\nWe run the parking lot of a hospital.",
    "Developer\nAcme Corp\n\nAbout us\nWe build software for banks, hospitals, schools and airlines.",
    "Analyst\nAcme Corp\n\nAbout us\nOur clients are hospitals and their patients, banks and their mortgages.",
]


def asked(text: str, linker: Linker) -> str | None:
    side = job_side(text + "\n\nRequirements\n- Excel\n- SQL\n- Git\n", linker)
    found = industry_of(side.job, side.document)
    return found[0] if found else None


def facts(resume_text: str, job_text: str, linker: Linker) -> IndustryFacts:
    mine, theirs = resume_side(resume_text, linker), job_side(job_text, linker)
    return industry_facts(mine.resume, theirs.job, (mine.document, theirs.document), TODAY)


def person(*work: str, summary: str = "") -> str:
    """A resume with these positions ("Title, Employer", then bullets after |), two years each."""
    entries = []
    for at, text in enumerate(work):
        head, *bullets = text.split("|")
        entries.append(
            "\n".join([head, f"Jan {2022 - 2 * at} - Dec {2023 - 2 * at}", *(f"- {b}" for b in bullets)])
        )
    about = f"Summary\n{summary}\n\n" if summary else ""
    return (
        "Jane Doe\njane@example.com\n\n"
        + about
        + "Experience\n\n"
        + "\n\n".join(entries)
        + "\n\nSkills\nSQL, Excel\n"
    )


@pytest.mark.parametrize(("text", "industry"), PLAIN)
def test_a_plain_industry(linker: Linker, text: str, industry: str) -> None:
    assert asked(text, linker) == industry


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_no_industry_where_it_isnt_plain(linker: Linker, text: str) -> None:
    assert asked(text, linker) is None


def test_work_in_the_industry(linker: Linker) -> None:
    found = facts(person("Data Analyst, Riverside Clinic|Made reports"), HOSPITAL, linker)
    assert (found.name, found.share, found.near, found.years) == ("Health care", 1.0, None, 2.0)
    assert "Mercy Hospital" in found.evidence[0].quote
    assert "Riverside Clinic" in found.found_evidence[0].quote


def test_a_title_or_two_words_of_the_bullets_will_do(linker: Linker) -> None:
    by_title = facts(person("Registered Nurse, Acme Corp|Worked nights"), HOSPITAL, linker)
    by_words = facts(person("Analyst, Acme Corp|Counted patients|Visited every clinic"), HOSPITAL, linker)
    by_one = facts(person("Analyst, Acme Corp|Counted patients"), HOSPITAL, linker)
    assert [by_title.share, by_words.share, by_one.share] == [1.0, 1.0, 0.0]


def test_a_near_industry_and_words_alone_show_half(linker: Linker) -> None:
    near = facts(person("Data Analyst, Helix Pharmaceuticals|Made reports"), HOSPITAL, linker)
    words = facts(
        person("Analyst, Acme Corp|Made reports", summary="I know hospitals and care for patients."),
        HOSPITAL,
        linker,
    )
    assert (near.share, near.near) == (0.5, "Pharmaceuticals and biotechnology")
    assert (words.share, words.near, words.years) == (0.5, None, None)


def test_another_industry_shows_none(linker: Linker) -> None:
    found = facts(person("Line Cook, The Green Door Restaurant|Cooked"), HOSPITAL, linker)
    assert (found.name, found.share, found.found_evidence) == ("Health care", 0.0, ())


def test_another_language_has_no_industry(linker: Linker) -> None:
    german = (
        "Datenanalystin\nKlinikum Musterstadt\n\nÜber uns\nWir sind ein Hospital und eine Clinic mit vielen "
        "Patienten in der ganzen Region.\n\nAnforderungen\n- Gute Kenntnisse in SQL und Excel\n- Sorgfalt bei der "
        "Arbeit\n- Freude am Umgang mit Menschen\n"
    )
    assert facts(person("Data Analyst, Riverside Clinic"), german, linker) == IndustryFacts()


# The score


def domain(skills: SkillMatch, industry: IndustryFacts) -> Score:
    scores = part_scores(skills, Facts(industry=industry), WEIGHTS)
    return next(score for score in scores if score.key == "domain_knowledge")


def of(*strengths: float) -> SkillMatch:
    entries = [
        entry(name=f"S{at}", kind="domain", strength=value, at=100 * at) for at, value in enumerate(strengths)
    ]
    return SkillMatch(
        matched=tuple(item for item in entries if item.strength >= 0.7),
        missing=tuple(item for item in entries if item.strength < 0.7),
    )


SHOWN = [IndustryFacts(name="Retail", share=share) for share in (0.0, 0.5, 1.0)]


def test_the_industry_is_a_row_when_it_is_shown() -> None:
    score = domain(of(1.0, 0.0), SHOWN[2])
    assert [(row.label, row.points, row.of) for row in score.rows][-1] == ("Industry: Retail", 20.0, 20.0)
    assert score.value == 60.0
    assert [domain(of(1.0, 0.0), shown).value for shown in SHOWN] == [50.0, 55.6, 60.0]
    assert "near" in domain(of(1.0), IndustryFacts(name="Retail", share=0.5, near="Wholesale")).rows[-1].label


def test_the_industry_alone_has_the_weight_of_one_requirement() -> None:
    weights = [domain(of(), shown).weight for shown in SHOWN]
    one = domain(of(1.0), SHOWN[0]).weight
    assert weights[0] == 0
    assert weights[2] == one
    assert weights[1] == pytest.approx(one / 2, abs=0.001)
    assert [domain(of(), shown).value for shown in SHOWN] == [None, 100.0, 100.0]


@pytest.mark.parametrize("strengths", [(), (0.0,), (1.0,), (0.0, 1.0), (0.0, 0.0, 0.0, 0.0)])
def test_showing_the_industry_never_lowers(strengths: tuple[float, ...]) -> None:
    other = entry(name="SQL", kind="technical", strength=0.8, at=900)
    skills = of(*strengths)
    skills = SkillMatch(matched=(*skills.matched, other), missing=skills.missing)
    values = [domain(skills, shown).value or 0.0 for shown in SHOWN]
    totals = [readiness(skills, Facts(industry=shown), WEIGHTS) for shown in SHOWN]
    assert values == sorted(values)
    assert totals == sorted(totals)


def test_the_industry_stays_a_small_part() -> None:
    """Even where the resume shows nothing else."""
    gained = [readiness(of(0.0, 0.0, 0.0), Facts(industry=shown), WEIGHTS) for shown in SHOWN]
    assert 0 < gained[2] - gained[0] <= 2.0


def test_the_table_is_sound() -> None:
    text = FILE.read_text(encoding="utf-8")
    heads = dict(re.findall(r"^([a-z-]+) = [^~\n]+(?: ~ (.*))?$", text, re.MULTILINE))
    assert len(heads) >= 45
    assert {near for nears in heads.values() for near in nears.split()} <= heads.keys()
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert all(re.match(r"[a-z-]+ = | +", line) for line in lines)
    for label in ("names", "titles", "words"):
        assert text.count(f"\n    {label}: ") == len(heads)
