"""Skills with levels, languages, certificates, projects, awards and references."""

from __future__ import annotations

import pytest

from careercraft.parse.language_levels import language_level
from careercraft.parse.ratings import rating
from tests.parse.resumes import parse, period, value
from tests.parse.styled import TOP, Set, heading
from tests.parse.styled import parse as parse_set


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("C1", "C1"), ("B2+", "B2"), ("courant (C1)", "C1"), ("Native or bilingual proficiency", "native"),
        ("Full professional proficiency", "fluent"), ("Professional working proficiency", "advanced"),
        ("Limited working proficiency", "intermediate"), ("Elementary proficiency", "basic"),
        ("Muttersprache", "native"), ("verhandlungssicher", "fluent"), ("sehr gut", "advanced"),
        ("Gute Kenntnisse", "intermediate"), ("Grundkenntnisse", "basic"), ("langue maternelle", "native"),
        ("notions", "basic"), ("lengua materna", "native"), ("nivel alto", "advanced"), ("fluente", "fluent"),
        ("madrelingua", "native"), ("moedertaal", "native"), ("vloeiend", "fluent"), ("goed", "intermediate"),
        ("●●●●○", "advanced"), ("4/5", "advanced"), ("Fluent in speech, good in writing", "fluent"),
        ("TOEFL 110", None), ("since 2019", None),
    ],
)  # fmt: skip
def test_a_fluency_as_a_level(words: str, level: str | None) -> None:
    assert language_level(words) == level


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("●●●○○", 0.6),
        ("★★★", 0.6),
        ("4/5", 0.8),
        ("7 / 10", 0.7),
        ("80 %", 0.8),
        ("○○○", 0.0),
        ("6/5", None),
        ("C++", None),
    ],
)
def test_ratings(text: str, share: float | None) -> None:
    assert rating(text) == share


def skills(*lines: str) -> list[tuple[str | None, list[tuple[str, str | None, float | None]]]]:
    groups = parse("\n".join(["Jane Public", "", "SKILLS", *lines])).skills
    return [(value(group.name), [(i.text.value, i.level, i.years) for i in group.items]) for group in groups]


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Python ●●●●○", ("Python", "advanced", None)),
        ("SQL 2/5", ("SQL", "intermediate", None)),
        ("Go: 80 %", ("Go", "advanced", None)),
        ("Excel: advanced", ("Excel", "advanced", None)),
        ("Java – 5 years", ("Java", None, 5.0)),
        ("Photoshop (Expert)", ("Photoshop", "expert", None)),
    ],
)
def test_a_stated_level(line: str, item: tuple[str, str | None, float | None]) -> None:
    assert skills(line) == [(None, [item])]


def test_spaced_slashes_part_a_list_and_others_do_not() -> None:
    assert skills("Software — QGIS / Python / R", "CI/CD, VOB/B") == [
        ("Software", [("QGIS", None, None), ("Python", None, None), ("R", None, None)]),
        (None, [("CI/CD", None, None), ("VOB/B", None, None)]),
    ]


def test_languages_among_the_skills() -> None:
    resume = parse("Jane Public\n\nSKILLS\nLanguages: English (native), Arabic (basic)\nTools: Excel, SAP\n")
    assert [(item.name.value, item.level) for item in resume.languages] == [
        ("English", "native"),
        ("Arabic", "basic"),
    ]
    assert [value(group.name) for group in resume.skills] == ["Tools"]


def test_what_was_done_is_no_list_of_skills() -> None:
    resume = parse(
        "Jane Public\n\nSKILLS\n- Advised 40 managers on performance, leave and discipline\n- SAP\n"
    )
    assert [item.text.value for group in resume.skills for item in group.items] == ["SAP"]
    assert [text.value for text in resume.other] == [
        "Advised 40 managers on performance, leave and discipline"
    ]


def test_a_group_with_its_level_beside_the_name() -> None:
    resume = parse_set(
        *TOP, heading("Skills"), Set("Frameworks  Advanced", bold=True), "Django  FastAPI",
        Set("Tools", bold=True), "Expert", "Git  Docker",
    )  # fmt: skip
    assert [
        (value(group.name), [(item.text.value, item.level) for item in group.items])
        for group in resume.skills
    ] == [
        ("Frameworks", [("Django", "advanced"), ("FastAPI", "advanced")]),
        ("Tools", [("Git", "expert"), ("Docker", "expert")]),
    ]


def test_a_skill_that_wraps_in_a_list_with_dots() -> None:
    resume = parse_set(
        *TOP,
        heading("Skills"),
        Set("Forecasting · Contract", block=7),
        Set("negotiation · Coaching", block=7),
    )
    assert [item.text.value for group in resume.skills for item in group.items] == [
        "Forecasting", "Contract negotiation", "Coaching",
    ]  # fmt: skip


def test_languages_in_cells() -> None:
    resume = parse("Jane Public\n\nLANGUAGES\nWelsh: Native speaker    English: Bilingual    Dutch: B1\n")
    assert [(item.name.value, value(item.fluency), item.level) for item in resume.languages] == [
        ("Welsh", "Native speaker", "native"),
        ("English", "Bilingual", "native"),
        ("Dutch", "B1", "B1"),
    ]


def certificates(*lines: Set | str) -> list[tuple[str, str | None, str | None]]:
    found = parse_set(*TOP, heading("Certifications"), *lines).certifications
    return [(item.name.value, value(item.issuer), period(item.dates)) for item in found]


FIRST_AID = [("Standard First Aid", "Canadian Red Cross", "/2023-00"), ("Safe Pass", "SOLAS", "/2021-00")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Standard First Aid, Canadian Red Cross (2023)", "Safe Pass, SOLAS (2021)"],
        ["Standard First Aid | Canadian Red Cross | 2023", "Safe Pass | SOLAS | 2021"],
        ["Standard First Aid", "Canadian Red Cross, 2023", "Safe Pass", "SOLAS, 2021"],
        ["2023  Standard First Aid", "Canadian Red Cross", "2021  Safe Pass", "SOLAS"],
        [
            Set("Standard First Aid", bold=True), "Issued by Canadian Red Cross", "2023",
            Set("Safe Pass", bold=True), "Issued by SOLAS", "2021",
        ],
        [Set("Canadian Red Cross  2023", bold=True), "Standard First Aid", Set("SOLAS  2021", bold=True), "Safe Pass"],
    ],
)  # fmt: skip
def test_a_certificate_with_issuer_and_date(lines: list[Set | str]) -> None:
    assert certificates(*lines) == FIRST_AID


def test_a_degree_among_the_certificates_is_education_and_a_scrum_master_is_not() -> None:
    resume = parse(
        "Jane Public\n\nCERTIFICATIONS\nProfessional Scrum Master I\nMaster of Science, Lund University, 2019\n"
    )
    assert [item.name.value for item in resume.certifications] == ["Professional Scrum Master I"]
    assert [entry.level for entry in resume.education] == ["master"]


def test_projects_with_technologies() -> None:
    resume = parse(
        "Jane Public\n\nPROJECTS\nOpenCrop | Python, PostgreSQL    2022 – 2023\n- Maps fields from space\n\n"
        "Lamp    2021 – 2022\n- Dims itself\n- Built with Rust, Embassy\n"
    )
    assert [
        (value(project.name), [text.value for text in project.technologies], len(project.bullets))
        for project in resume.projects
    ] == [("OpenCrop", ["Python", "PostgreSQL"], 1), ("Lamp", ["Rust", "Embassy"], 1)]


def test_a_sentence_with_commas_lists_no_technologies() -> None:
    (project,) = parse("Jane Public\n\nPROJECTS\nLamp    2021 – 2022\n- Dims, warms, and sleeps\n").projects
    assert project.technologies == ()
    assert [bullet.value for bullet in project.bullets] == ["Dims, warms, and sleeps"]


def test_a_year_in_a_project_name_stays_there() -> None:
    resume = parse_set(
        *TOP, heading("Projects"), Set("Year Book 2025", bold=True), "Feb 2025 – Oct 2025", "• Proofread 180 pages",
        Set("Stock Tracker", bold=True), "May 2024 – Sep 2024", "• Counts tins",
    )  # fmt: skip
    assert [(value(project.name), period(project.dates)) for project in resume.projects] == [
        ("Year Book 2025", "2025-02/2025-10"),
        ("Stock Tracker", "2024-05/2024-09"),
    ]


def test_an_award_is_one_item_with_all_that_belongs_to_it() -> None:
    resume = parse_set(
        *TOP, heading("Awards"),
        Set("Nurse of the Year", bold=True), "Awarded 2023-05", Set("by Leeds Teaching Hospitals", bold=True),
        "Chosen by patients.", Set("Silver Medal", bold=True), "Yorkshire Show, 2021",
    )  # fmt: skip
    assert [text.value for text in resume.awards] == [
        "Nurse of the Year Awarded 2023-05 by Leeds Teaching Hospitals Chosen by patients.",
        "Silver Medal Yorkshire Show, 2021",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "“She notices what the monitors miss.”",
            "• — Helen Cartwright",
            "“Calm on the worst night.”",
            "• — Imran Sheikh",
        ],
        [
            "Helen Cartwright",
            "“She notices what the monitors miss.”",
            "Imran Sheikh",
            "“Calm on the worst night.”",
        ],
    ],
)
def test_a_reference_is_a_quote_with_its_author(lines: list[str]) -> None:
    assert len(parse_set(*TOP, heading("References"), *lines).references) == 2


def test_references_on_request_are_none() -> None:
    assert parse_set(*TOP, heading("References"), "Available upon request").references == ()


def test_publications_one_a_line() -> None:
    resume = parse_set(
        *TOP, heading("Publications"),
        Set("Pugh, G. R. (2022). Bank collapse after drought in lowland rivers. River Studies 4(2), 11–38.", block=9),
        Set("Pugh, G. R. (2018). Seeing sand move: a towed camera on sandy beds. Sediment 4(2), 1–8.", block=9),
    )  # fmt: skip
    assert len(resume.publications) == 2


def test_a_label_before_the_fluency_is_no_part_of_it() -> None:
    found = parse(
        "Ada Brown\na@example.org\n\nLANGUAGES\nPolish\nFluency: Native\nEnglish\nFluency: C1"
    ).languages
    assert [(value(item.name), value(item.fluency), item.level) for item in found] == [
        ("Polish", "Native", "native"), ("English", "C1", "C1"),
    ]  # fmt: skip


def test_a_language_and_a_fluency_in_no_table_between_others() -> None:
    found = parse(
        "Ada Brown\na@example.org\n\nLANGUAGES\nEnglish\nC1\nZorblish\nConversational\nLatein\nGroßes Latinum"
    ).languages
    assert [(value(item.name), value(item.fluency)) for item in found] == [
        ("English", "C1"), ("Zorblish", "Conversational"), ("Latein", "Großes Latinum"),
    ]  # fmt: skip


def test_a_fluency_broken_over_two_lines_of_a_narrow_column() -> None:
    lines = [
        ("• Welsh (Mother", 4),
        ("tongue)", 4),
        ("• Swedish", 5),
        ("(Professional working)", 5),
        ("• Greek", 6),
    ]
    found = parse_set(
        *TOP, heading("Languages"), *(Set(text, block=block) for text, block in lines)
    ).languages
    assert [(value(item.name), value(item.fluency)) for item in found] == [
        ("Welsh", "Mother tongue"), ("Swedish", "Professional working"), ("Greek", None),
    ]  # fmt: skip


def test_awards_in_step_with_their_dates() -> None:
    lines = (
        "Prize of the Port", "2021-05", "Harbor Society", "For a long and quiet service.",
        "Prize of the City", "2023-05", "Town Hall", "For another long service.",
    )  # fmt: skip
    found = parse("\n".join(["Ada Brown", "a@example.org", "", "AWARDS", *lines])).awards
    assert [item.value.split(" 20")[0] for item in found] == ["Prize of the Port", "Prize of the City"]


def test_spoken_languages_under_a_name_of_their_own_among_the_skills() -> None:
    resume = parse_set(
        *TOP, heading("SKILLS"), Set("TRIAGE"),
        Set("Languages", bold=True), Set("English (native)"), Set("Igbo (fluent)"),
    )  # fmt: skip
    assert [value(item.name) for item in resume.languages] == ["English", "Igbo"]
    assert [item.text.value for group in resume.skills for item in group.items] == ["TRIAGE"]


def test_dots_under_a_language_are_its_fluency() -> None:
    found = parse("Ada Brown\na@example.org\n\nLANGUAGES\nSpanish\n●●●●○\nGerman\n●●○○○").languages
    assert [(value(item.name), value(item.fluency)) for item in found] == [
        ("Spanish", "●●●●○"), ("German", "●●○○○"),
    ]  # fmt: skip


def test_languages_under_their_name_among_the_skills_of_a_plain_text() -> None:
    text = "SKILLS\nWood\nOak, Spruce\nLanguages\nEnglish\nIrish (fluent)\nTools\nChisel, Lathe\n"
    resume = parse(f"Ada Brown\na@example.org\n\n{text}")
    assert [value(item.name) for item in resume.languages] == ["English", "Irish"]
    assert "Lathe" in [item.text.value for group in resume.skills for item in group.items]
