"""Where, how long, which degree: readings that real postings make difficult; and whole postings in seven languages."""

from __future__ import annotations

import pytest

from careercraft.model.job import Job
from careercraft.parse.job import parse_job
from careercraft.read import read_text

BODY = "\n\nRequirements\n- Experience with spreadsheets\n- Patience with people\n"


def parse(text: str) -> Job:
    return parse_job(read_text(text + BODY, "job.txt"))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("You live within a commutable distance of Herndon, VA.", ("Herndon", "VA", "US")),
        ("Open to commuting primarily to Rockville, MD, sometimes further.", ("Rockville", "MD", "US")),
        ("Located in breathtaking downtown Santa Barbara, we build boats.", ("Santa Barbara", "CA", "US")),
        ("The health IT center of Cambridge, MA is our home.", ("Cambridge", "MA", "US")),
        (
            "You support the staff located at the Naval Air Station Patuxent River, MD.",
            ("Patuxent River", "MD", "US"),
        ),
        ("Join our growing New Jersey team.", (None, "NJ", "US")),
        ("You will work from the Company’s San Francisco Bay Area office.", ("San Francisco", "CA", "US")),
        ("Title Cook Location Sandy, UT Start Date Jan 22, 2026 Apply now", ("Sandy", "UT", "US")),
        ("Title Cook Location Houston Status Full Time", ("Houston", "TX", "US")),
        ("Location\n\nNebraska - Omaha", ("Omaha", "NE", "US")),
        ("Location: United Kingdom (London – Uxbridge)", ("London", None, "GB")),
        ("Location: US-CA-San Francisco", ("San Francisco", "CA", "US")),
        ("Location\nMO, Maryland Heights", ("Maryland Heights", "MO", "US")),
        ("Work Location:\nUSA MD Suitland", ("Suitland", "MD", "US")),
        ("A project with a client in San Jose, starting soon.", ("San Jose", "CA", "US")),
        ("Some travel (once a year) to the office in Bamako, Mali.", (None, None, None)),
        ("One of the Best Places to Work in Boston, we are told.", (None, None, None)),
        ("#21 Best Workplaces in Chicago, FORTUNE", (None, None, None)),
        ("A firm with offices in Dallas, Denver and Houston.", (None, None, None)),
        ("Established in 1997, headquarters in Houston, TX and office in Leesburg, VA.", (None, None, None)),
        ("You report to the Director, Enterprise Data Engineering.", (None, None, None)),
    ],
)
def test_place(line: str, place: tuple[str | None, str | None, str | None]) -> None:
    job = parse(f"Cook\n\n{line}")
    assert (job.city, job.region, job.country) == place


def test_place_on_a_line_of_its_own_further_down() -> None:
    lines = "\n\n".join(f"We bake bread number {number} for people who like it." for number in range(14))
    job = parse(f"Cook\n\n{lines}\n\nEmeryville, CA")
    assert (job.city, job.region) == ("Emeryville", "CA")


@pytest.mark.parametrize(
    ("line", "mode"),
    [
        ("You will work from the Company’s Reno office.", "onsite"),
        ("Benefits\n- Free lunch\n- Work From Home\n- Parking", None),
        ("Benefits\n- This job is fully remote", "remote"),
        ("All employees work from home until further notice because of the pandemic.", None),
    ],
)
def test_work_mode(line: str, mode: str | None) -> None:
    assert parse(f"Cook\n\n{line}").work_mode == mode


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("You have 5+ years doing database programming", [5]),
        (
            "Seven to ten years health data analysis, business analysis and technical documentation experience",
            [7],
        ),
        ("3+ years in business applications using the following:\n- Spreadsheets", [3]),
        (
            "B.S. in chemistry with 5+ years of experience in development with a minimum of 3+ years in testing",
            [5, 3],
        ),
        ("BS with 2+ years, or MS with 0-3 years of experience", [2]),
        ("Minimum 5 years (with M.S. degree) or 3 years (with PhD) of industry experience", [5]),
        ("Bachelor's degree or 4 years of experience", []),
        ("Masters degree in a quantitative field, or > 2 years experience in analysis", []),
        ("4-year undergraduate degree required", []),
        ("Master's degree is required (10 years of experience may be substituted)", []),
        ("10 years in business applications", [10]),
        ("10 years in business", []),
        ("Scientists get mentoring and three years of full support", []),
        ("Our team has been active for more than 30 years, providing experience", []),
        ("Mindestens 3 Jahre Berufserfahrung", [3]),
        ("Minimum 3 ans d'expérience en chirurgie", [3]),
        ("Al menos 4 años de experiencia con Java", [4]),
        ("2 anos de experiência com SQL", [2]),
        ("Almeno 5 anni di esperienza in ruoli analoghi", [5]),
        ("Minimaal 2 jaar ervaring", [2]),
    ],
)
def test_years(line: str, years: list[float]) -> None:
    assert [ask.years for ask in parse(f"Cook\n\nRequirements\n- {line}").experience] == years


@pytest.mark.parametrize(
    ("line", "degrees"),
    [
        ("MS/PhD in computer science", [("master", False)]),
        ("phd in physics", [("doctorate", False)]),
        ("Bachelor's degree (B. A. / B. S.) from a college", [("bachelor", False)]),
        ("We’re looking for someone with a Master’s or PhD in statistics.", [("master", False)]),
        ("Masters required, Ph.D. preferred in the following fields:\n- Physics", [("master", False)]),
        ("Bachelor’s Degree required; concentration in finance preferred", [("bachelor", False)]),
        ("MS in statistics, or a similar technical field", [("master", False)]),
        ("BS in computer science or equivalent experience", [("bachelor", True)]),
        ("Master core parts of the Acme platform.", []),
        ("Abgeschlossenes Studium der Informatik oder vergleichbare Ausbildung", [("bachelor", True)]),
        ("Bac+5 en informatique", [("master", False)]),
        ("Grado en Informática o experiencia equivalente", [("bachelor", True)]),
        ("Ensino superior completo em Economia", [("bachelor", False)]),
        ("Laurea in Economia", [("bachelor", False)]),
        ("HBO-diploma verpleegkunde", [("bachelor", False)]),
    ],
)
def test_degrees(line: str, degrees: list[tuple[str, bool]]) -> None:
    found = parse(f"Cook\n\nRequirements\n- {line}").education
    assert [(ask.level, ask.or_equivalent) for ask in found] == degrees


def test_equivalence_in_a_sentence_of_its_own() -> None:
    job = parse(
        "Cook\n\nRequirements\n- BS degree\n- Equivalent experience may be considered in lieu of a degree."
    )
    assert [ask.or_equivalent for ask in job.education] == [True]
    job = parse("Cook\n\nRequirements\n- BS degree\n- Education and/or experience in fisheries is preferred.")
    assert [ask.or_equivalent for ask in job.education] == [False]


def test_a_label_that_names_the_field_is_no_title() -> None:
    job = parse("Internal Audit Associate\n\nJob\n:Data Science")
    assert job.title is not None
    assert job.title.value == "Internal Audit Associate"


def test_asks_end_where_the_employer_speaks_of_itself() -> None:
    text = (
        "Cook\n\nRequirements\nExperience with grills\nKnife skills\n\nWe can't do this without people like you.\n\n"
        "We offer dental insurance and paid time off.\n\nTake care of yourself.\n\nShare in our success.\n"
    )
    asked = [
        one.text.value
        for one in parse_job(read_text(text, "job.txt")).statements
        if one.kind == "requirement"
    ]
    assert asked == ["Experience with grills", "Knife skills"]


def test_asks_go_on_after_one_such_line() -> None:
    text = "Cook\n\nRequirements\nKnife skills\n\nWe love food.\n\nPatience with guests.\n"
    asked = [
        one.text.value
        for one in parse_job(read_text(text, "job.txt")).statements
        if one.kind == "requirement"
    ]
    assert asked == ["Knife skills", "Patience with guests."]


GERMAN = """Pflegefachkraft (m/w/d)

Klinikum Nord, Hamburg

Deine Aufgaben
- Pflege der Patienten

Dein Profil
- Mindestens 2 Jahre Berufserfahrung
- Sehr gute Deutschkenntnisse (B2), Englisch von Vorteil

Wir bieten
- Unbefristeter Vertrag, 3.200 € brutto im Monat
"""
FRENCH = """Infirmier diplômé d'État (H/F)

Clinique Saint-Martin - Lyon, France

Vos missions :
- Assurer les soins

Profil recherché :
- Minimum 3 ans d'expérience en chirurgie
- Anglais courant

Nous offrons :
- CDI à temps plein
- Salaire : 2 400 à 2 800 € brut par mois
"""
SPANISH = """Desarrollador Backend

Empresa: Solventia
Ubicación: Madrid, España (híbrido)

Funciones
- Diseñar APIs

Requisitos
- Al menos 4 años de experiencia con Java
- Inglés B2

Ofrecemos
- Contrato indefinido
- Salario: 35.000 - 42.000 € brutos anuales
"""
PORTUGUESE = """Analista de Dados

Local: São Paulo, Brasil

Responsabilidades
- Criar relatórios

Requisitos
- 2 anos de experiência com SQL
- Inglês avançado

Benefícios
- Contrato CLT
- Salário: R$ 6.000 a R$ 8.000 por mês
"""
ITALIAN = """Contabile

Sede: Milano, Italia

Mansioni
- Gestione della contabilità

Requisiti
- Almeno 5 anni di esperienza
- Ottima conoscenza della lingua inglese

Offriamo
- Contratto a tempo indeterminato
- RAL 32.000 - 38.000 euro
"""
DUTCH = """Verpleegkundige

Zorggroep Noord, Utrecht

Taken
- Je verzorgt patiënten

Functie-eisen
- Minimaal 2 jaar ervaring
- Goede beheersing van de Nederlandse taal

Wij bieden
- Vast contract
- Salaris: € 2.800 - € 3.900 bruto per maand
"""
ENGLISH = """Nurse

Harbor Clinic, Boston, MA

Responsibilities
- Care for patients

Requirements
- At least 2 years of experience
- Fluent English

Benefits
- Permanent position
- $60,000 - $70,000 a year
"""


@pytest.mark.parametrize(
    ("text", "country", "years", "language", "pay"),
    [
        (GERMAN, "DE", 2, "German", (3200, "EUR", "month")),
        (FRENCH, "FR", 3, "English", (2400, "EUR", "month")),
        (SPANISH, "ES", 4, "English", (35000, "EUR", "year")),
        (PORTUGUESE, "BR", 2, "English", (6000, "BRL", "month")),
        (ITALIAN, "IT", 5, "English", (32000, "EUR", "year")),
        (DUTCH, "NL", 2, "Dutch", (2800, "EUR", "month")),
        (ENGLISH, "US", 2, "English", (60000, "USD", "year")),
    ],
)
def test_seven_languages(
    text: str, country: str, years: float, language: str, pay: tuple[float, str, str]
) -> None:
    job = parse_job(read_text(text, "job.txt"))
    assert job.title is not None
    assert job.title.value == text.splitlines()[0]
    assert job.country == country
    assert [ask.years for ask in job.experience] == [years]
    assert job.languages[0].language == language
    assert job.contract is not None
    assert job.contract.kind == "permanent"
    assert job.salary is not None
    assert (job.salary.minimum, job.salary.currency, job.salary.period) == pay
    assert [one.kind for one in job.statements].count("duty") == 1
    assert all(one.importance == "must" for one in job.statements if one.kind == "requirement" and one.years)
