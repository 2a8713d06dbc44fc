"""Kind, importance, label, level, years and the word "mandatory" of single statements."""

from __future__ import annotations

import pytest

from careercraft.model.job import Statement
from careercraft.parse.job import parse_job
from careercraft.read import read_text

FILLER = "\n\nResponsibilities\n- Keep the shelves filled and the records straight\n"


def statements(text: str) -> tuple[Statement, ...]:
    return parse_job(read_text(text, "job.txt")).statements


def only(item: str, heading: str = "Requirements") -> Statement:
    return statements(f"{heading}\n- {item}\n- Patience\n{FILLER}")[0]


@pytest.mark.parametrize(
    ("heading", "importance"),
    [
        ("Requirements", "must"),
        ("What we're looking for", "must"),
        ("You need", "must"),
        ("Basic Qualifications:", "must"),
        ("Minimum Education and Experience", "must"),
        ("Preferred qualifications", "preferred"),
        ("Desired Skills", "preferred"),
        ("Nice to have", "nice"),
        ("Bonus points if you have", "nice"),
        ("Ihr Profil", "must"),
        ("Von Vorteil", "nice"),
        ("Profil recherché", "must"),
        ("Requisitos deseables", "preferred"),
        ("Requisitos obrigatórios", "must"),
        ("Requisiti", "must"),
        ("Functie-eisen", "must"),
    ],
)
def test_heading_sets_importance(heading: str, importance: str) -> None:
    statement = only("Excel", heading)
    assert (statement.kind, statement.importance) == ("requirement", importance)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What you'll do", "duty"),
        ("Duties and Responsibilities:", "duty"),
        ("Ihre Aufgaben", "duty"),
        ("Vos missions", "duty"),
        ("Benefits", "benefit"),
        ("Wir bieten", "benefit"),
        ("Our values", "value"),
        ("About Acme", "about"),
        ("Equal Opportunity Employer", "meta"),
    ],
)
def test_heading_sets_kind(heading: str, kind: str) -> None:
    assert only("Excel", heading).kind == kind


@pytest.mark.parametrize(
    ("item", "heading", "importance"),
    [
        ("Excel is a plus", "Requirements", "nice"),
        ("Excel (preferred)", "Requirements", "preferred"),
        ("Ideally you know Excel", "Requirements", "preferred"),
        ("Excel is required", "Nice to have", "must"),
        ("Experience with schedulers (Airflow preferred)", "Requirements", "must"),
        ("Bachelor's degree required, preferably in math", "Preferred", "must"),
        ("A driving licence is not required", "Requirements", "nice"),
        ("Make reports as required", "Preferred qualifications", "preferred"),
    ],
)
def test_words_override_the_heading(item: str, heading: str, importance: str) -> None:
    assert only(item, heading).importance == importance


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        (
            "Associate degree in Nursing; BSN preferred",
            [("Associate degree in Nursing", "must"), ("BSN preferred", "preferred")],
        ),
        (
            "Fluent English, knowledge of German is an advantage",
            [("Fluent English", "must"), ("knowledge of German is an advantage", "nice")],
        ),
        ("French B2, English is a plus", [("French B2", "must"), ("English is a plus", "nice")]),
        ("Java, Kotlin and Scala preferred", [("Java, Kotlin and Scala preferred", "preferred")]),
        ("Reads plans; builds frames; sets doors", [("Reads plans; builds frames; sets doors", "must")]),
    ],
)
def test_clauses_of_other_strength_part(item: str, parts: list[tuple[str, str]]) -> None:
    found = statements(f"Requirements\n- {item}\n{FILLER}")
    assert [(one.text.value, one.importance) for one in found if one.kind == "requirement"] == parts


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("Diagnostics: able to run test programs", "Diagnostics"),
        ("Audio Visual: knowledge of AV setups", "Audio Visual"),
        ("Time Management Skills: sets priorities", "Time Management Skills"),
        ("Attention to detail – spots small errors quickly", "Attention to detail"),
        ("Experience with the following: Excel, Word", None),
        ("Preferred: Excel", None),
        ("Knowledge of more than seven words before it: yes", None),
        ("Excel", None),
    ],
)
def test_label(item: str, label: str | None) -> None:
    found = only(item).label
    assert (found.value if found else None) == label


@pytest.mark.parametrize(
    ("item", "level"),
    [
        ("Expert in Excel", "expert"),
        ("Strong SQL skills", "advanced"),
        ("Proficient in Excel", "intermediate"),
        ("Working knowledge of welding", "intermediate"),
        ("Familiarity with forklifts", "beginner"),
        ("Basic German skills", "beginner"),
        ("German B2", "intermediate"),
        ("Excel", None),
        ("Advanced Cardiac Life Support", None),
        ("Advanced degree", None),
    ],
)
def test_level(item: str, level: str | None) -> None:
    assert only(item).level == level


@pytest.mark.parametrize(
    ("item", "years", "most"),
    [
        ("5+ years of Python", 5, None),
        ("Minimum three (3) years of welding", 3, None),
        ("2-4 years of sales", 2, 4),
        ("Two to four years of sales", 2, 4),
        ("18 months of tanker experience", 1.5, None),
        ("Mindestens 3 Jahre Berufserfahrung", 3, None),
        ("3 ans d'expérience en gériatrie", 3, None),
        ("Must be at least 18 years old", None, None),
        ("Degree of a 4-year college", None, None),
    ],
)
def test_years(item: str, years: float | None, most: float | None) -> None:
    statement = only(item)
    assert (statement.years, statement.max_years) == (years, most)


@pytest.mark.parametrize(
    "item",
    [
        "Must hold a valid RN license",
        "Class A CDL is mandatory",
        "Secret clearance required",
        "Must be authorized to work in the US",
        "We do not sponsor visas",
        "Python is required",
    ],
)
def test_hard(item: str) -> None:
    assert only(item).hard


@pytest.mark.parametrize(
    "item",
    [
        "RN license",
        "Must have good communication skills",
        "RN license is a plus",
        "Must have 5 years of experience",
        "May require a driver's license",
        "A degree is required",
        "Python",
    ],
)
def test_not_hard(item: str) -> None:
    assert not only(item).hard


def test_boilerplate_under_requirements_asks_nothing() -> None:
    found = statements(
        "Requirements\n- Excel\n\n"
        "We are an equal opportunity employer. We offer a competitive salary and paid time off. "
        "Our team has grown every year since 2010. Apply online at www.example.org.\n"
    )
    assert [one.kind for one in found] == ["requirement", "meta", "benefit", "about", "meta"]


def test_asks_among_duties_are_asks() -> None:
    found = statements(
        "Responsibilities\n- Drive the truck\n- Experience with air brakes\n- Must lift 50 pounds\n"
    )
    assert [one.kind for one in found] == ["duty", "requirement", "requirement"]


def test_years_of_the_company_are_not_asked() -> None:
    found = statements(
        "About us\nWe have over 20 years of experience in roofing.\n\nRequirements\n- Safe on ladders\n"
    )
    assert [one.years for one in found] == [None, None]


def test_what_the_candidate_will_do_is_a_duty() -> None:
    found = statements(
        "Requirements\n- Patience\n\nThe successful candidate will:\n- Keep records\n- Clean shelves\n"
    )
    assert [item.kind for item in found] == ["requirement", "duty", "duty"]


def test_a_deed_behind_a_label_is_a_duty() -> None:
    item = only("Dive into data: Develop a comprehensive understanding of our data", "Responsibilities")
    assert item.kind == "duty"


def test_why_us_is_no_list_of_asks() -> None:
    found = statements(
        "Requirements\n- Patience\n- Excel\n\nWhy work for Acme!\n\nFastest of fifty\n\nTop Ten Companies\n"
    )
    assert [item.kind for item in found if item.text.value.startswith(("Fastest", "Top"))] == [
        "benefit",
        "benefit",
    ]


def test_pay_in_a_line_opens_no_section() -> None:
    text = "Designer\n\nCompensation: CAD 95,000 - 120,000\nFrench is an asset\nYou draw maps.\n"
    job = parse_job(read_text(text, "job.txt"))
    assert job.salary is not None
    assert [ask.language for ask in job.languages] == ["French"]


def test_compensation_above_a_list_is_a_heading() -> None:
    text = "Designer\n\nRequirements\n- Patience\n\nCompensation:\n- Free lunch\n- A gym\n"
    kinds = {one.text.value: one.kind for one in parse_job(read_text(text, "job.txt")).statements}
    assert kinds["Free lunch"] == kinds["A gym"] == "benefit"


def test_a_list_of_semicolons_is_cut_into_items() -> None:
    found = statements(
        "Baker\n\nMastered baking techniques for bread; Meticulous attention to detail; High physical stamina.\n"
    )
    assert [(one.text.value, one.kind) for one in found if one.kind != "meta"] == [
        ("Mastered baking techniques for bread", "requirement"),
        ("Meticulous attention to detail", "requirement"),
        ("High physical stamina.", "requirement"),
    ]


def test_bare_names_between_semicolons_stay_one_list() -> None:
    found = statements(f"Requirements\n- Python; Java; Advanced SQL; Go\n{FILLER}")
    assert "Python; Java; Advanced SQL; Go" in [one.text.value for one in found]


def test_an_ask_goes_on_behind_a_semicolon() -> None:
    text = (
        "About the job\nWe bake bread in a small town.\n\n"
        "Candidates must have experience with ovens; a love of early hours; the bakery of a hotel as a background.\n"
    )
    kinds = {one.text.value: (one.kind, one.importance) for one in statements(text)}
    assert kinds["a love of early hours"] == ("requirement", "must")
    assert kinds["We bake bread in a small town."][0] == "about"


def test_following_skills_are_no_label() -> None:
    found = only(
        "Applicants should possess the following skills: Linux, Solaris, understanding of IT architectures."
    )
    assert found.label is None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The role calls for sound judgment and calm hands.", "requirement"),
        ("What we need is a calm pair of hands.", "requirement"),
        ("Tasks include the daily care of eleven horses.", "duty"),
        ("The work consists of feeding and walking horses.", "duty"),
    ],
)
def test_what_a_sentence_of_prose_does(sentence: str, kind: str) -> None:
    found = statements(f"Stable Hand\n\nWe keep horses in a small town.\n\n{sentence}\n")
    assert [one.kind for one in found if one.text.value == sentence] == [kind]


def test_boilerplate_goes_on_behind_a_semicolon() -> None:
    text = "We hire regardless of race or color; sex, gender or gender identity; affectional or sexual orientation."
    found = statements(f"Stable Hand\n\nWe keep horses in a small town.\n\n{text}\n")
    assert [one for one in found if one.kind == "requirement"] == []
