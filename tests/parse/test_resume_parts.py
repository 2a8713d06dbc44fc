"""Header, sections, education, skills and the other lists."""

from __future__ import annotations

import pytest

from tests.parse.resumes import parse, period, value


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("JANE Q. PUBLIC\nRegistered Nurse\njane@example.org", "JANE Q. PUBLIC"),
        ("Name: Jane Public\nEmail: jane@example.org", "Jane Public"),
        ("First Name: Jane\nLast Name: Public\nEmail: jane@example.org", "Jane Public"),
        ("Jane Public, RN | jane@example.org | Austin, TX", "Jane Public"),
        ("CURRICULUM VITAE\nJane van der Berg\njane@example.org", "Jane van der Berg"),
        ("SENIOR ACCOUNTANT\nSummary\nAn accountant with many years behind her.", None),
    ],
)
def test_names(header: str, name: str | None) -> None:
    assert value(parse(f"{header}\n\nExperience\nCook, Corner Cafe, 2018 - 2020\n").name) == name


def test_contact_details() -> None:
    resume = parse(
        "Jane Public\nData Engineer\nAustin, TX | (512) 555-0142 | jane@example.org | linkedin.com/in/janepublic\n\n"
        "Experience\nCook, Corner Cafe, 2018 - 2020\n"
    )
    assert value(resume.headline) == "Data Engineer"
    assert [phone.value for phone in resume.phones] == ["(512) 555-0142"]
    assert [link.value for link in resume.links] == ["linkedin.com/in/janepublic"]
    assert (value(resume.location), resume.city, resume.region, resume.country) == (
        "Austin, TX",
        "Austin",
        "TX",
        "US",
    )


def test_years_are_no_phone_numbers() -> None:
    assert parse("Jane Public\n2015 - 2019, 2019-2023\n\nSkills\nSQL\n").phones == ()


def education(*lines: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    resume = parse("\n".join(["Jane Public", "", "EDUCATION", *lines]))
    return [(value(e.institution), e.level, value(e.area), period(e.dates)) for e in resume.education]


@pytest.mark.parametrize(
    "lines",
    [
        ("Lund University — BSc in Physics, 2012 – 2015",),
        ("BSc in Physics, Lund University, Lund, Sweden    2012 – 2015",),
        ("Lund University    2012 – 2015", "BSc in Physics"),
        ("2012 – 2015", "BSc, Physics", "Lund University"),
        ("BSc    Lund University, Physics    2012 – 2015",),
        ("Lund University, BSc in Physics – Lund, Sweden    2012 – 2015", "- Thesis: On the color of snow"),
    ],
)
def test_one_degree_in_many_layouts(lines: tuple[str, ...]) -> None:
    assert education(*lines) == [("Lund University", "bachelor", "Physics", "2012-00/2015-00")]


def test_two_schools_and_a_high_school() -> None:
    found = education(
        "University of Texas at Austin - Master of Science in Nursing (MSN), 2015",
        "Fresno City College, Certificate in Electrical Technology, 2014",
        "High School Diploma, Roosevelt High School, Fresno CA (2012)",
    )
    assert [entry[:3] for entry in found] == [
        ("University of Texas at Austin", "master", "Nursing"),
        ("Fresno City College", "certificate", "Electrical Technology"),
        ("Roosevelt High School", "high_school", None),
    ]


def test_a_grade() -> None:
    (school,) = parse(
        "Jane Public\n\nEducation\nBSc in Physics, Lund University, 2015, GPA 3.8/4.0\n"
    ).education
    assert value(school.grade) == "3.8/4.0"


def skills(*lines: str) -> list[tuple[str | None, list[str]]]:
    groups = parse("\n".join(["Jane Public", "", "SKILLS", *lines])).skills
    return [(value(group.name), [item.text.value for item in group.items]) for group in groups]


@pytest.mark.parametrize(
    "lines",
    [
        ("Python, Docker, C++, CI/CD",),
        ("- Python", "- Docker", "- C++", "- CI/CD"),
        ("Python | Docker | C++ | CI/CD",),
        ("Python • Docker • C++ • CI/CD",),
        ("1. Python", "2. Docker", "3. C++", "4. CI/CD"),
        ("Python; Docker; C++; CI/CD",),
    ],
)
def test_skills_in_many_layouts(lines: tuple[str, ...]) -> None:
    assert skills(*lines) == [(None, ["Python", "Docker", "C++", "CI/CD"])]


def test_skill_groups_levels_and_brackets() -> None:
    groups = parse(
        "Jane Public\n\nSKILLS\nCloud: AWS (EC2, S3), Azure\nExcel (advanced), Go - expert, Java (3 years)\n"
    ).skills
    assert [item.text.value for item in groups[0].items] == ["AWS (EC2, S3)", "Azure"]
    assert [(item.text.value, item.level, item.years) for item in groups[1].items] == [
        ("Excel", "advanced", None),
        ("Go", "expert", None),
        ("Java", None, 3.0),
    ]


def test_a_sentence_is_no_skill_and_is_kept() -> None:
    resume = parse(
        "Jane Public\n\nSKILLS\n- SQL\n- Able to lead large teams through long and difficult projects\n"
    )
    assert [item.text.value for group in resume.skills for item in group.items] == ["SQL"]
    assert "Able to lead large teams through long and difficult projects" in [
        text.value for text in resume.other
    ]


def test_programming_languages_under_languages_are_skills() -> None:
    resume = parse("Jane Public\n\nLANGUAGES\nPython, Java\n")
    assert resume.languages == ()
    assert [item.text.value for item in resume.skills[0].items] == ["Python", "Java"]


def test_certifications_with_issuer_and_date() -> None:
    resume = parse(
        "Jane Public\n\nCERTIFICATIONS\nRN License, Texas Board of Nursing, 2015\nACLS - American Heart Association\n"
    )
    assert [(item.name.value, value(item.issuer), period(item.dates)) for item in resume.certifications] == [
        ("RN License", "Texas Board of Nursing", "/2015-00"),
        ("ACLS", "American Heart Association", None),
    ]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["AWS Certified Cloud", "Practitioner, 2024"], ["AWS Certified Cloud Practitioner"]),
        (
            ["Google Data Analytics", "Professional Certificate, 2022", "CPR"],
            ["Google Data Analytics Professional Certificate", "CPR"],
        ),
        (["Basic Life Support", "(BLS), 2023"], ["Basic Life Support (BLS)"]),
        (["CPR and First Aid", "Forklift Operator, 2022"], ["CPR and First Aid", "Forklift Operator"]),
        (["RN License", "Certificate, 2022"], ["RN License", "Certificate"]),
        (["CPR, 2020", "Associate, 2022"], ["CPR", "Associate"]),
    ],
)
def test_a_certificate_broken_in_a_narrow_column(lines: list[str], names: list[str]) -> None:
    found = parse("\n".join(["Jane Public", "", "CERTIFICATIONS", *lines])).certifications
    assert [item.name.value for item in found] == names


def test_a_broken_certificate_keeps_its_date_and_span() -> None:
    text = "Jane Public\n\nCERTIFICATIONS\nAWS Certified Cloud\nPractitioner, 2024\n"
    (item,) = parse(text).certifications
    assert (period(item.dates), item.issuer) == ("/2024-00", None)
    assert text[item.name.span.start : item.name.span.end] == "AWS Certified Cloud\nPractitioner"


def test_projects() -> None:
    (project,) = parse(
        "Jane Public\n\nPROJECTS\nOpenCrop    2022 – 2023\n- Satellite crop classifier\n"
    ).projects
    assert (value(project.name), period(project.dates)) == ("OpenCrop", "2022-00/2023-00")
    assert [bullet.value for bullet in project.bullets] == ["Satellite crop classifier"]


def test_headings_with_other_words_keep_their_kind() -> None:
    resume = parse(
        "Jane Public\n\n## Work History\nCook, Cafe Nine, 2018 - 2020\n\n## Welding & Cutting Skills\nMIG, TIG\n\n"
        "## Odds and Ends\nA boat\n",
        "resume.md",
    )
    assert [section.kind for section in resume.sections] == ["header", "work", "skills", "other"]
    assert [text.value for text in resume.other] == ["A boat"]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Jane Public\n\nSkills\nSQL\n", "no_email", True),
        ("Jane Public\njane@example.org\n\nSkills\nSQL\n", "no_email", False),
        ("Jane Public\n\nSkills\nSQL\n", "no_work_section", True),
        ("Jane Public\n\nExperience\nCook, Cafe Nine\n- Cooked\n", "no_dates", True),
        ("Jane Public\n\nExperience\nCook, Cafe Nine, 2018 - 2020\n", "no_dates", False),
        (
            "Cook\n\nWe are looking for a cook. You will run the grill.\n\nRequirements:\n- 3 years\n",
            "looks_like_job",
            True,
        ),
        (
            "Jane Public\njane@example.org\n\nExperience\nCook, Cafe Nine, 2018 - 2020\n",
            "looks_like_job",
            False,
        ),
    ],
)
def test_problems(text: str, code: str, expected: bool) -> None:
    assert (code in [problem.code for problem in parse(text).problems]) is expected


def test_several_degrees_under_one_school() -> None:
    found = education(
        "University of Toronto, Toronto, Canada",
        "PhD, Chemistry    2020 – Present",
        "MSc, Chemistry    2018 – 2020",
        "Peking University, Beijing, China",
        "BSc Chemistry    2014 – 2018",
    )
    assert [entry[:2] for entry in found] == [
        ("University of Toronto", "doctorate"),
        ("University of Toronto", "master"),
        ("Peking University", "bachelor"),
    ]


def test_a_school_broken_in_a_narrow_column() -> None:
    assert education("BSc Statistics", "Western Washington", "University", "2015 – 2019") == [
        ("Western Washington University", "bachelor", "Statistics", "2015-00/2019-00")
    ]


def test_what_is_left_of_a_school_line_is_kept() -> None:
    resume = parse("Jane Public\n\nEDUCATION\nBSc in Physics, Lund University, 2015\nOSHA 30-Hour\n")
    assert [text.value for text in resume.other] == ["OSHA 30-Hour"]


def test_letter_spaced_headings() -> None:
    resume = parse(
        "Jane Public\n\nE X P E R I E N C E\nCook, Cafe Nine, 2018 - 2020\n\nEDUCAT ION\nBSc, Lund University\n"
    )
    assert [section.kind for section in resume.sections] == ["header", "work", "education"]


def test_references_on_request_are_no_item_of_the_section_before() -> None:
    resume = parse("Jane Public\n\nINTERESTS\nRunning\nReferences available on request.\n")
    assert [text.value for text in resume.interests] == ["Running"]
    assert resume.sections[-1].kind == "references"


@pytest.mark.parametrize(
    ("lines", "degree", "area"),
    [
        (["BSc Statistics", "Lund University, 2019"], "BSc", "Statistics"),
        (["Bachelor of Science in Physics, Lund University, 2015"], "Bachelor of Science", "Physics"),
        (["Bachelor of Arts (Honours) History, Leeds University"], "Bachelor of Arts (Honours)", "History"),
        (["BBA, Boston University, 2019", "Concentration: Accounting"], "BBA", "Accounting"),
        (["BBA, Concentration: Accounting", "Boston University, 2019"], "BBA", "Accounting"),
        (["BBA, Concentration in Finance", "Boston University, 2019"], "BBA", "Finance"),
    ],
)
def test_the_degree_and_its_field_stand_apart(lines: list[str], degree: str, area: str) -> None:
    (entry,) = parse("\n".join(["Jane Public", "", "EDUCATION", *lines])).education
    assert (value(entry.degree), value(entry.area)) == (degree, area)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Public\n\nSKILLS\nLanguages: Go, TypeScript\n",
        "Jane Public\n\nSKILLS\nPython\nLanguages: Go, TypeScript\n",
        "Jane Public\n\n## Skills\n\n### Languages\n\nGo, TypeScript\n",
    ],
)
def test_programming_languages_are_a_named_group_of_skills(text: str) -> None:
    resume = parse(text, "resume.md" if "##" in text else "resume.txt")
    group = resume.skills[-1]
    assert (value(group.name), [item.text.value for item in group.items]) == (
        "Languages",
        ["Go", "TypeScript"],
    )
    assert resume.languages == ()
