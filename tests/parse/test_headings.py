"""Section headings: seven languages, odd words, numbering and signs, and what only looks like one."""

from __future__ import annotations

import pytest

from careercraft.parse.headings import is_weak, known_kind, likely_kind, normalize
from tests.parse.resumes import parse
from tests.parse.styled import TOP, Set, heading
from tests.parse.styled import parse as parse_set

WORDS = {
    "work": """
        Where I’ve worked|What I have done|My journey|1. Work Experience|II. Professional Experience|💼 Experience
        Professional Experience (cont.)|Work Experience (Selected)|Past roles|Clinical Placements
        Berufserfahrung|Beruflicher Werdegang|Praktische Erfahrungen|Nebenjobs|Expérience professionnelle|Mon parcours
        Experiencia laboral|Trayectoria profesional|Vida laboral|Experiência profissional|Atividade profissional
        Esperienza lavorativa|Percorso professionale|Werkervaring|Relevante werkervaring""",
    "education": """
        Education & Training|🎓 Education|3) Education|What I studied|Formation et diplômes|Formation académique
        Formación académica|Estudios realizados|Istruzione e formazione|Percorso di studi|Opleidingen|Vooropleiding
        Schulische Laufbahn|Studium & Ausbildung|Formação acadêmica|Habilitações literárias""",
    "skills": """
        What I can do|Things I'm good at|Technical toolbox|Skills & Expertise|EDV-Kenntnisse|Fachkompetenzen
        Compétences clés|Outils informatiques|Habilidades y herramientas|Competencias digitales|Competências técnicas
        Capacità e competenze|Kennis en vaardigheden|Kwaliteiten|Welding & Cutting Skills""",
    "certifications": """
        Licenses & Permits|Tickets and licences|Fort- und Weiterbildung|Certifications et formations
        Cursos y certificados|Formação complementar|Corsi di formazione|Cursussen en certificaten""",
    "languages": "Languages I speak|Sprachkenntnisse|Langues vivantes|Conocimientos de idiomas|Línguas|Talenkennis",
    "projects": "Things I've built|Case studies|Eigene Projekte|Projets réalisés|Proyectos|Projetos|Progetti|Projecten",
    "awards": "Career highlights|Honours & Awards|Auszeichnungen|Prix et distinctions|Premios|Prêmios|Premi|Prijzen",
    "volunteer": "Giving back|Soziales Engagement|Bénévolat|Voluntariado|Volontariato|Vrijwilligerswerk|Pro bono work",
    "interests": "Outside work|When I'm not working|Hobbys & Interessen|Centres d’intérêt|Aficiones|Tempo libero",
    "references": "Kind words|What people say|Referenzen|Références|Referencias|Referenze|Referenties",
    "summary": "Who I am|In a nutshell|Kurzprofil|Qui suis-je ?|Sobre mí|Quem sou|Chi sono|Over mij",
    "header": "Say hello|Persönliche Angaben|Coordonnées|Datos de contacto|Dados pessoais|Recapiti|Personalia",
}  # fmt: skip
CASES = [
    (words.strip(), kind)
    for kind, block in WORDS.items()
    for line in block.split("\n")
    for words in line.split("|")
    if words.strip()
]


@pytest.mark.parametrize(("words", "kind"), CASES)
def test_a_heading_in_any_case_with_a_colon(words: str, kind: str) -> None:
    for form in (words, words.upper(), f"{words}:"):
        key = normalize(form)
        assert (known_kind(key) or likely_kind(key)) == kind


@pytest.mark.parametrize("words", ["Harbor Grill", "Line Cook", "Berlin", "Anna Schulz", "Managed a team"])
def test_other_words_are_no_heading(words: str) -> None:
    key = normalize(words)
    assert known_kind(key) is None
    assert likely_kind(key) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Work (3)", "work"),
        ("// Jobs and Experience", "work"),
        ("— Mes expériences professionnelles —", "work"),
        ("Wo ich gearbeitet habe", "work"),
        ("Bisherige Positionen", "work"),
        ("Waar ik heb gewerkt", "work"),
        ("Where I went to school", "education"),
        ("Formation scolaire", "education"),
        ("Schulbildung und Studium", "education"),
        ("Formação educacional", "education"),
        ("What I bring", "skills"),
        ("Aree di competenza", "skills"),
        ("Was ich mitbringe", "skills"),
        ("Cursos y talleres", "certifications"),
        ("Seminare und Workshops", "certifications"),
        ("Logros y reconocimientos", "awards"),
        ("Poste visé", "header"),
        ("Preferred job", "header"),
    ],
)
def test_headings_of_real_life(words: str, kind: str) -> None:
    assert known_kind(normalize(words)) == kind


def test_a_label_among_the_interests_is_a_detail_where_skills_have_a_section() -> None:
    resume = parse_set(
        *TOP, heading("Skills"), "SQL, Excel", heading("Work Experience"), "Clerk, Norvik Goods Ltd, 2018 – 2020",
        heading("Interests"), "Sea swimming", "Skills: Forty Foot, all year",
    )  # fmt: skip
    assert [item.text.value for group in resume.skills for item in group.items] == ["SQL", "Excel"]


def test_words_that_are_labels_too_are_weak() -> None:
    assert is_weak("tools")
    assert is_weak("software & systems")
    assert not is_weak("work experience")


def test_a_label_that_every_entry_has_is_no_heading() -> None:
    lines: list[Set | str] = [*TOP, heading("Experience")]
    for title in ("Cook", "Line Cook", "Prep Cook"):
        lines += [
            Set(title, bold=True),
            "Harbor Grill  2018 – 2020",
            Set("Highlights", bold=True),
            "• Ran the pass",
        ]
    resume = parse_set(*lines, heading("Education"), "BSc Physics, Leeds University, 2012")
    assert [section.kind for section in resume.sections] == ["header", "work", "education"]
    assert [bullet.value for work in resume.work for bullet in work.bullets] == ["Ran the pass"] * 3


def test_entries_set_like_the_headings_open_no_section() -> None:
    resume = parse_set(
        *TOP,
        heading("Experience"),
        Set("Harbor Grill", size=1.5, bold=True, gap=True),
        "Cook, 2018 – 2020",
        "• Ran the pass",
        Set("Blue Door Bistro", size=1.5, bold=True, gap=True),
        "Line Cook, 2015 – 2018",
        "• Cooked",
        Set("Marigold", size=1.5, bold=True, gap=True),
        "Prep Cook, 2013 – 2015",
        "• Peeled",
        heading("Skills"),
        "Knife work, Pastry",
    )
    assert [section.kind for section in resume.sections] == ["header", "work", "skills"]
    assert [work.employer.value for work in resume.work if work.employer] == [
        "Harbor Grill",
        "Blue Door Bistro",
        "Marigold",
    ]


def test_a_heading_over_two_lines_of_a_narrow_column() -> None:
    resume = parse_set(
        *TOP,
        Set("EXPERIENCIA", bold=True, gap=True),
        Set("LABORAL", bold=True),
        "2018 – 2020  Cocinera, Hotel Mirador",
        Set("IDIOMAS", bold=True, gap=True),
        "Inglés (C1)",
    )
    assert [section.kind for section in resume.sections] == ["header", "work", "languages"]
    assert [work.employer.value for work in resume.work if work.employer] == ["Hotel Mirador"]


def test_the_second_line_of_a_headline_is_no_heading() -> None:
    resume = parse_set(
        Set("Priya Raman", size=3.0),
        Set("School leaver seeking an office", size=2.4),
        Set("Apprenticeship", size=2.4),
        "priya@example.org",
        heading("Education"),
        "A-levels, Leeds Grammar School, 2024",
    )
    assert [section.kind for section in resume.sections] == ["header", "education"]
    assert resume.headline is not None
    assert resume.headline.value == "School leaver seeking an office Apprenticeship"


@pytest.mark.parametrize(("entry", "own"), [(False, True), (True, False)])
def test_a_label_and_a_heading_in_a_style_of_their_own_are_both_headings(entry: bool, own: bool) -> None:
    """In a sidebar that is set smaller than the main column; not where an entry has the style too."""
    resume = parse_set(
        *TOP,
        Set("EDUCATION", size=1.1, bold=True),
        Set("LEEDS UNIVERSITY" if entry else "Leeds University", size=1.1 if entry else 1.0, bold=True),
        "BSc Physics, 2012",
        Set("LANGUAGES", size=1.1, bold=True),
        "English (Native)",
        Set("WORK EXPERIENCE", size=1.4, gap=True),
        "Cook, Harbor Grill, 2018 – 2020",
        Set("AWARDS", size=1.4, gap=True),
        "Cook of the Year 2019",
    )
    assert ("languages" in [section.kind for section in resume.sections]) is own


def test_a_name_under_the_document_title_is_a_name() -> None:
    resume = parse_set(
        Set("Curriculum Vitae", size=1.4), Set("Gareth Pugh", size=1.4), "g.pugh@example.org",
        heading("Degrees"), "2012–2016  PhD, Geology, University of Exeter.",
    )  # fmt: skip
    assert resume.name is not None
    assert resume.name.value == "Gareth Pugh"
    assert [school.institution.value for school in resume.education if school.institution] == [
        "University of Exeter"
    ]


def test_a_list_under_a_heading_without_meaning_is_a_group_of_skills() -> None:
    resume = parse(
        "# Ada Brown\n\n## Experience\nCook, Cafe Nine, 2018 - 2020\n\n## In the kitchen\n- Grill\n- Pastry\n",
        "a.md",
    )
    (group,) = resume.skills
    assert group.name is not None
    assert (group.name.value, [item.text.value for item in group.items]) == (
        "In the kitchen",
        ["Grill", "Pastry"],
    )


def test_a_deeper_declared_heading_is_an_entrys() -> None:
    resume = parse(
        "# Ada Brown\n\n## Work (2)\n\n### Harbourline Building Services\nElectrical Supervisor\n2019-04 - Present\n"
        "- Leads\n\n### Kestrel Wind Farms\nElectrician\n2014-02 - 2019-03\n- Serviced\n\n"
        "## Education\n### Leeds University\nBSc Physics\n2012\n",
        "a.md",
    )
    assert [section.kind for section in resume.sections] == ["header", "work", "education"]
    assert [work.employer.value for work in resume.work if work.employer] == [
        "Harbourline Building Services",
        "Kestrel Wind Farms",
    ]
