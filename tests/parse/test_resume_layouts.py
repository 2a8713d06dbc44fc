"""Whole resumes in several languages and professions."""

from __future__ import annotations

from tests.parse.resumes import facts, parse, period, value

GERMAN = """Max Mustermann
Softwareentwickler
Musterstraße 12, 10115 Berlin
+49 170 1234567
max@mustermann.example

Berufserfahrung

03/2019 – heute    Senior Softwareentwickler, Beispiel GmbH, Berlin
- Entwicklung von Diensten in Java

10/2015 – 02/2019    Softwareentwickler bei Muster AG
- Wartung des ERP-Systems

Ausbildung
10/2012 – 09/2015    Bachelor of Science Informatik, Technische Universität München
2004 – 2012    Abitur, Goethe-Gymnasium

Kenntnisse
Java, Spring Boot, SQL

Sprachen
Deutsch (Muttersprache), Englisch (C1)

Interessen
Klettern, Schach
"""

MARKDOWN = """# Priya Sharma

**Data Scientist** · Bengaluru, India · priya@example.io · github.com/priyas

## Experience

### Senior Data Scientist — Zeta Analytics
*Jan 2021 – Present · Bengaluru*

- Built churn model (AUC 0.91)

### Data Analyst — Orbit Retail Pvt Ltd
*Jul 2017 – Dec 2020*

- Dashboards in Tableau

## Education

**M.Tech, Computer Science** — IIT Madras (2015 – 2017)

## Skills

- **Languages:** Python, R, SQL
- Tableau (5 years)

## Volunteering

Mentor, Girls Who Code, 2019 - 2021
"""

FRENCH = """Camille Dubois
Lyon, France - camille@exemple.example - 06 12 34 56 78

EXPÉRIENCE PROFESSIONNELLE
Chef de projet digital | Agence Lumière | Lyon | depuis septembre 2020
• Pilotage de projets web
Assistante marketing | Société Exemple SA | Paris | janv. 2018 – août 2020
• Campagnes

FORMATION
Master Marketing digital – Université Lyon 2 – 2017

LANGUES
Français : langue maternelle
Anglais : courant (C1)
"""


def test_german() -> None:
    resume = parse(GERMAN)
    assert (value(resume.name), value(resume.headline)) == ("Max Mustermann", "Softwareentwickler")
    assert [phone.value for phone in resume.phones] == ["+49 170 1234567"]
    assert (resume.city, resume.country) == ("Berlin", "DE")
    assert [facts(work) for work in resume.work] == [
        ("Senior Softwareentwickler", "Beispiel GmbH", "2019-03/now"),
        ("Softwareentwickler", "Muster AG", "2015-10/2019-02"),
    ]
    assert [(value(e.institution), e.level, value(e.area)) for e in resume.education] == [
        ("Technische Universität München", "bachelor", "Informatik"),
        ("Goethe-Gymnasium", "high_school", None),
    ]
    assert [(i.name.value, value(i.fluency)) for i in resume.languages] == [
        ("Deutsch", "Muttersprache"),
        ("Englisch", "C1"),
    ]
    assert [text.value for text in resume.interests] == ["Klettern", "Schach"]


def test_markdown() -> None:
    resume = parse(MARKDOWN, "resume.md")
    assert (value(resume.name), value(resume.headline)) == ("Priya Sharma", "Data Scientist")
    assert [facts(work) for work in resume.work] == [
        ("Senior Data Scientist", "Zeta Analytics", "2021-01/now"),
        ("Data Analyst", "Orbit Retail Pvt Ltd", "2017-07/2020-12"),
    ]
    (school,) = resume.education
    assert (value(school.institution), value(school.area), period(school.dates)) == (
        "IIT Madras",
        "Computer Science",
        "2015-00/2017-00",
    )
    languages, rest = resume.skills
    assert value(languages.name) == "Languages"
    assert [item.text.value for item in languages.items] == ["Python", "R", "SQL"]
    assert (rest.items[0].text.value, rest.items[0].years) == ("Tableau", 5.0)
    assert [facts(work) for work in resume.volunteer] == [("Mentor", "Girls Who Code", "2019-00/2021-00")]


def test_french() -> None:
    resume = parse(FRENCH)
    assert (resume.city, resume.country) == ("Lyon", "FR")
    assert [facts(work) for work in resume.work] == [
        ("Chef de projet digital", "Agence Lumière", "2020-09/now"),
        ("Assistante marketing", "Société Exemple SA", "2018-01/2020-08"),
    ]
    assert [value(item.fluency) for item in resume.languages] == ["langue maternelle", "courant (C1)"]


def test_every_span_stands_where_it_says() -> None:
    from careercraft.parse import parse_resume
    from tests.parse.resumes import read

    for source, name in ((GERMAN, "a.txt"), (MARKDOWN, "a.md"), (FRENCH, "a.txt")):
        document = read(source, name)
        resume = parse_resume(document)
        texts = [resume.name, resume.email, *resume.phones, *resume.links, *resume.interests]
        texts += [t for w in resume.work for t in (w.title, w.employer, w.location, *w.bullets)]
        texts += [t for e in resume.education for t in (e.institution, e.degree, e.area)]
        texts += [item.text for group in resume.skills for item in group.items]
        known = [text for text in texts if text is not None]
        assert known
        assert all(" ".join(document.quote(text.span).split()) == text.value for text in known)


def test_nothing_is_lost() -> None:
    resume = parse(GERMAN.replace("Interessen", "Sonstiges"))
    assert "Klettern, Schach" in [text.value for text in resume.other]


def test_the_same_text_gives_the_same_resume() -> None:
    assert parse(FRENCH) == parse(FRENCH)
