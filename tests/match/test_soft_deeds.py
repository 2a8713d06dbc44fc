"""Deeds that show soft skills: of every kind of work, told of the person, and worth more than words."""

from __future__ import annotations

import re

import pytest

from careercraft.match import credit
from careercraft.match.deed_table import FILE, rules, verbs
from careercraft.match.experience import RELEVANT
from careercraft.match.facts import gather_facts
from careercraft.match.linker import Linker
from careercraft.match.soft_deeds import deeds
from careercraft.match.verb_forms import forms, singular
from careercraft.model.match import SkillUse
from careercraft.pipeline import Understanding, judge, make_engine
from careercraft.settings import Settings, Wishes
from tests.match.parts import TODAY, entry_of, job_side, matched, posting, resume, resume_side, uses


def full(text: str) -> set[str]:
    return {deed.skill_id for deed in deeds(text) if deed.full}


def hinted(text: str) -> set[str]:
    return {deed.skill_id for deed in deeds(text) if not deed.full}


TOLD = {
    "Mentored four juniors": {"mentoring"},
    "Presented quarterly results to the board": {"presentation-skills", "communication"},
    "resolved 40 tickets a day": {"problem-solving"},
    "Led a team of 5": {"leadership", "people-management"},
    "Scheduled shifts for 12 nurses": {"planning-skills", "organizational-skills"},
    "Translated between engineers and clients": {"communication"},
    # a nurse, a cook, a driver, a teacher, a carpenter, a clerk, a guard, a farmer, an actor, a cleaner
    "Triaged patients and comforted their families": {"decision-making", "prioritization", "empathy"},
    "Administered medication to 12 patients": {"attention-to-detail", "accuracy-precision"},
    "Trained two apprentices; plated 200 covers a night": {"training-and-coaching", "fast-paced-work"},
    "Met every delivery deadline for six years": {"time-management"},
    "Loaded and unloaded 20 kg boxes": {"physical-strength"},
    "Taught maths to 25 pupils and wrote reports to their parents": {
        "training-and-coaching",
        "written-communication",
    },
    "Supervised 8 carpenters, inspected their joints": {"supervision", "attention-to-detail"},
    "Answered 80 calls a day, handled complaints": {"communication", "customer-service"},
    "De-escalated fights at the door": {"conflict-resolution"},
    "Coordinated the harvest with three neighboring farms": {"coordination"},
    "Improvised with the audience": {"creativity"},
    "Opened and closed the store, counted cash": {"reliability"},
    "Disinfected operating rooms": {"tidiness"},
    "Negotiates with suppliers": {"negotiation"},
    "Responsible for leading a crew of six": {"leadership"},
    "Worked closely with designers and the marketing team": {"teamwork"},
    "Co-led the rollout of the new till": {"leadership"},
    "Managed a $2M budget": {"budgeting"},
    "I also mentored interns": {"mentoring"},
    "Not only led a team of 5 but also recruited it": {"leadership"},
}
NOT_TOLD = [
    "Team player with excellent communication skills",
    "Was mentored by senior nurses",
    "Mentored by the head chef",
    "Trained under a master carpenter",
    "Never led a team",
    "Did not supervise staff",
    "Without leading a team",
    "Worked with a director who led 40 people",
    "Shadowed nurses comforting patients",
    "Attended training on negotiating contracts",
    "Lead developer of the payment system",
    "Lead generation for hotels",
    "Followed established operating procedures and practices",
    "Trained in first aid",
    "Was coached twice a week",
    "Relied on the trained staff",
    "Supervised by two managers",
    "Auditing, compliance, payroll",
    "Reduced to writing",
    "Marketing, sales, negotiation",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_deed_shows_its_skills(text: str) -> None:
    assert TOLD[text] <= full(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_isnt_the_persons_deed_shows_none(text: str) -> None:
    assert full(text) == set()


def test_mentoring_is_leadership_in_part() -> None:
    assert "leadership" in hinted("Mentored four juniors")
    assert "leadership" not in full("Mentored four juniors")


@pytest.mark.parametrize(
    ("text", "skill_id"),
    [
        ("Assisted the chef in planning menus", "planning-skills"),
        ("Ability to lead teams", "leadership"),
        ("Experience leading teams of 5", "people-management"),
    ],
)
def test_help_and_claims_are_hints(text: str, skill_id: str) -> None:
    assert skill_id not in full(text)
    assert skill_id in hinted(text)


def test_the_quote_is_the_deed() -> None:
    text = "• Cooked. Mentored four juniors, every day"
    assert {text[deed.start : deed.end] for deed in deeds(text) if deed.skill_id == "mentoring"} == {
        "Mentored four juniors"
    }


def test_british_and_american_are_told_alike() -> None:
    british = "Organised the harvest festival, counselled 20 students, analysed the data of the programme"
    american = "Organized the harvest festival, counseled 20 students, analyzed the data of the program"
    assert [deed[:2] for deed in deeds(british)] == [deed[:2] for deed in deeds(american)]
    assert {"planning-skills", "communication", "analytical-skills"} <= full(british)


def test_the_table_is_sound(linker: Linker) -> None:
    named = {skill for rule in rules() for skill in (*rule.full, *rule.partly)}
    assert named - linker.taxonomy.skills.keys() == set()
    assert all(rule.verbs and rule.objects != frozenset() for rule in rules())
    assert [rule for rule in rules() if set(rule.full) & set(rule.partly)] == []
    used = set(re.findall(r"@\w+", FILE.read_text(encoding="utf-8")))
    assert all(f"\n{name} = " in FILE.read_text(encoding="utf-8") for name in used)
    assert {"led", "leading", "leads", "cross trained", "co led", "juggled"} <= verbs().keys()


def test_verbs_and_nouns_have_their_forms() -> None:
    assert forms("plan") == {"plan": "base", "planned": "past", "planning": "gerund", "plans": "third"}
    assert set(forms("write")) == {"write", "wrote", "written", "writing", "writes"}
    assert set(forms("tidy")) == {"tidy", "tidied", "tidying", "tidies"}
    assert [singular(word) for word in ("stories", "boxes", "nurses", "boss", "status", "children")] == [
        "story", "box", "nurse", "boss", "status", "child",
    ]  # fmt: skip


# In a resume


def test_a_deed_is_evidence_and_a_word_is_weak(linker: Linker) -> None:
    job = posting("Mentoring\nGit")
    deed = entry_of(matched(resume(work="Mentored four juniors"), job, linker), "mentoring")
    word = entry_of(matched(resume(skills="Mentoring, Git"), job, linker), "mentoring")
    claim = entry_of(matched(resume(work="Strong mentoring skills"), job, linker), "mentoring")
    assert (deed[0], deed[1].strength) == ("matched", 1.0)
    assert "four juniors" in deed[1].resume_evidence[0].quote
    assert (word[0], word[1].strength) == ("partial", credit.SOFT_WORD)
    assert (claim[0], claim[1].strength) == ("partial", credit.SOFT_WORD)


def test_words_and_a_deed_are_a_deed_that_is_quoted_first(linker: Linker) -> None:
    text = resume(work="Strong mentoring skills\nMentored four juniors", summary="Mentoring is my passion")
    _, entry = entry_of(matched(text, posting("Mentoring\nGit"), linker), "mentoring")
    assert entry.strength == 1.0
    assert "Mentored" in entry.resume_evidence[0].quote


def test_a_hint_is_met_in_part(linker: Linker) -> None:
    where, entry = entry_of(
        matched(resume(work="Mentored four juniors"), posting("Leadership\nGit"), linker), "leadership"
    )
    assert (where, entry.strength) == ("partial", credit.SOFT_WORD)


@pytest.mark.parametrize(
    ("bullet", "used"),
    [
        ("Resolved outages by teamwork with the night shift", True),
        ("Resolved outages with teamwork skills", False),
        ("Excellent teamwork", False),
        ("Demonstrated teamwork", False),
        ("Teamwork", False),
        ("Praised for teamwork", False),
    ],
)
def test_a_name_in_a_bullet_needs_a_verb(linker: Linker, bullet: str, used: bool) -> None:
    use: SkillUse = uses(resume(work=bullet), linker)["teamwork"]
    assert (use.shown.entries > 0) == used


@pytest.mark.parametrize(
    "text",
    [
        resume(summary="Mentored four juniors", skills="Git"),
        resume(skills="Git, mentored four juniors"),
        resume(work="Looking to mentor juniors", skills="Git"),
        resume(
            education="BSc Physics, Example University, 2016 - 2020\n- Mentored four juniors", skills="Git"
        ),
    ],
)
def test_only_bullets_of_work_tell_deeds(linker: Linker, text: str) -> None:
    side = resume_side(text, linker)
    assert [hit for hit in side.mentions if hit.deed] == []


def test_volunteering_and_projects_tell_deeds_too(linker: Linker) -> None:
    text = resume(skills="Git") + "\nVolunteering\n\nCoach, City Club\n2019 - 2021\n- Mentored four juniors\n"
    assert uses(text, linker)["mentoring"].shown.entries == 1


def test_another_language_tells_no_deeds(linker: Linker) -> None:
    text = (
        "Jane Doe\njane@example.com\n\nBerufserfahrung\n\nKöchin, Gasthaus Linde\nJan 2020 - heute\n"
        "- Ausbildung von vier Lehrlingen und Leitung der Küche am Wochenende\n- Mentored juniors\n"
        "- Bestellung der Waren und Kontrolle der Vorräte für das ganze Haus mit achtzig Plätzen\n"
        "- Zubereitung der warmen Speisen und Betreuung der Gäste bei Feiern und Hochzeiten\n\n"
        "Ausbildung\n\nAbitur, Gymnasium Musterstadt, 2012\n\nKenntnisse\nKochen, Einkauf, Kalkulation\n"
    )
    side = resume_side(text, linker)
    assert side.document.language == "de"
    assert [hit for hit in side.mentions if hit.deed is not None] == []


def test_a_deed_more_never_lowers(linker: Linker) -> None:
    job = posting("Mentoring\nLeadership\nCommunication\nTeamwork\nProblem solving", nice="Planning")
    before = matched(resume(work="Sold shoes", skills="Teamwork"), job, linker)
    for bullet in TOLD:
        after = matched(resume(work=f"Sold shoes\n{bullet}", skills="Teamwork"), job, linker)
        for entry in before.required():
            assert entry.id is not None
            assert entry_of(after, entry.id)[1].strength >= entry.strength


def test_soft_skills_in_common_are_no_common_work(linker: Linker) -> None:
    work = "Mentored two cooks\nLed a team of 5\nCollaborated with waiters\nSolved problems of guests"
    job = posting("Mentoring\nLeadership\nTeamwork\nProblem solving\nPython", title="Software Engineer")
    mine, theirs = resume_side(resume(work=work, title="Line Cook"), linker), job_side(job, linker)
    shown = uses(resume(work=work, title="Line Cook"), linker)
    facts = gather_facts(
        mine.resume,
        theirs.job,
        (mine.document, theirs.document),
        theirs.requirements,
        shown,
        linker,
        Wishes(),
        TODAY,
    )
    assert {"mentoring", "leadership", "teamwork", "problem-solving"} <= shown.keys()
    assert [item.relevance < RELEVANT for item in facts.experience.work] == [True]


@pytest.mark.parametrize("skills", ["Git, teamwork", "Git"])
def test_a_deed_more_lowers_no_score(linker: Linker, skills: str) -> None:
    job = posting(
        "3 years of leadership experience\nMentoring\nTeamwork\nPython\nRetail industry",
        title="Store Manager",
        more="Our values\n- Teamwork\n- Openness\n",
    )
    before = scores(resume(work="Sold shoes", skills=skills), job, linker)
    for bullet in [*TOLD, "Greeted shoppers in the store and the supermarket"]:
        after = scores(resume(work=f"Sold shoes\n{bullet}", skills=skills), job, linker)
        lower = {
            key: (value, after[key]) for key, value in before.items() if (after[key] or 0) < (value or 0)
        }
        assert lower == {}, bullet


def scores(resume_text: str, job_text: str, linker: Linker) -> dict[str, float | None]:
    """All but the confidence, as the pipeline finds them."""
    understood = Understanding(resume=resume_side(resume_text, linker), job=job_side(job_text, linker))
    engine = make_engine("0", "", "", Settings(), TODAY)
    found = judge(understood, linker, Settings(), TODAY, engine, "").scores
    return {score.key: score.value for score in found if score.key != "confidence"}
