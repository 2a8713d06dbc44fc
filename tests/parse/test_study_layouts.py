"""Education as templates print it: capitals, field first, wrapped names, brackets, towns, grades."""

from __future__ import annotations

import pytest

from careercraft.model.resume import PartialDate
from careercraft.parse.degrees import find_studies
from careercraft.parse.study_phrases import find_phrases
from tests.parse.resumes import parse, value

Study = tuple[str | None, str | None, str | None]


def studies(*lines: str) -> list[Study]:
    """Degree, field of study and school of each entry."""
    text = "\n".join(["Ada Brown", "ada@example.org", "", "EDUCATION", "", *lines])
    return [(value(e.degree), value(e.area), value(e.institution)) for e in parse(text).education]


@pytest.mark.parametrize(
    ("text", "degree", "area"),
    [
        ("NVQ LEVEL 4 RAIL TRANSPORT OPERATIONS", "NVQ LEVEL 4", "RAIL TRANSPORT OPERATIONS"),
        ("MSC BIOTECHNOLOGY", "MSC", "BIOTECHNOLOGY"),
        ("PÓS-GRADUAÇÃO PRODUÇÃO ANIMAL", "PÓS-GRADUAÇÃO", "PRODUÇÃO ANIMAL"),
        ("A LEVELS MATHEMATICS, PHYSICS AND WELSH", "A LEVELS", "MATHEMATICS, PHYSICS AND WELSH"),
        ("HIGHER SCHOOL CERTIFICATE BUSINESS STUDIES", "HIGHER SCHOOL CERTIFICATE", "BUSINESS STUDIES"),
    ],
)
def test_names_of_degrees_in_capitals(text: str, degree: str, area: str) -> None:
    assert studies("SEVERN COLLEGE", text, "2010 - 2012") == [(degree, area, "SEVERN COLLEGE")]


@pytest.mark.parametrize(
    ("text", "degree", "area", "level"),
    [
        ("Magister farmacji Farmacja apteczna", "Magister farmacji", "Farmacja apteczna", "master"),
        ("Magister farmacji, Farmacja apteczna", "Magister farmacji", "Farmacja apteczna", "master"),
        ("Magister farmacji in Farmacja apteczna", "Magister farmacji", "Farmacja apteczna", "master"),
        ("Kandidatexamen i datavetenskap", "Kandidatexamen", "datavetenskap", "bachelor"),
        ("Mastergrad i økonomi", "Mastergrad", "økonomi", "master"),
        ("Cand.merc. Finansiering", "Cand.merc.", "Finansiering", "master"),
        ("Insinööri (AMK) Tietotekniikka", "Insinööri (AMK)", "Tietotekniikka", "bachelor"),
        ("Yüksek Lisans Makine Mühendisliği", "Yüksek Lisans", "Makine Mühendisliği", "master"),
        ("Bc. Informatika", "Bc.", "Informatika", "bachelor"),
        ("QQI Level 5 Healthcare Support", "QQI Level 5", "Healthcare Support", "certificate"),
        ("BA Hons Fine Art", "BA Hons", "Fine Art", "bachelor"),
        (
            "Diploma di maturità professionale Moda",
            "Diploma di maturità professionale",
            "Moda",
            "high_school",
        ),
    ],
)
def test_degrees_of_more_countries(text: str, degree: str, area: str, level: str) -> None:
    resume = parse(f"Ada Brown\nada@example.org\n\nEDUCATION\n\nNorth University\n{text}\n2010 - 2014")
    (entry,) = resume.education
    assert (value(entry.degree), value(entry.area), entry.level) == (degree, area, level)


@pytest.mark.parametrize(
    "text", ["Hochschule für Technik", "das Studium", "Vancouver, BC", "Candidate of the year", "Engineering"]
)
def test_words_that_are_no_phrase_of_a_degree(text: str) -> None:
    assert find_phrases(text) == []


def test_capitals_count_only_in_a_text_of_capitals() -> None:
    assert find_studies("Courses as listed") == []
    assert [degree.level for degree in find_studies("BSC PHYSICS")] == ["bachelor"]


@pytest.mark.parametrize(
    ("text", "degree", "area"),
    [
        ("B.Eng. (Second Class Upper) Civil Engineering", "B.Eng. (Second Class Upper)", "Civil Engineering"),
        ("Diploma (Online) in Data Science", "Diploma (Online)", "Data Science"),
        ("HSC (XII) Maths, Physics, Computer Science", "HSC (XII)", "Maths, Physics, Computer Science"),
        ("Bachelor of Business (Accounting)", "Bachelor of Business", "Accounting"),
        ("GCSEs 8 incl. English and Maths", "GCSEs", "8 incl. English and Maths"),
        ("MSc - Biotechnology GPA: 8.6/10", "MSc", "Biotechnology"),
    ],
)
def test_brackets_and_grades_beside_the_field(text: str, degree: str, area: str) -> None:
    assert studies("North College", text, "2010 - 2012") == [(degree, area, "North College")]


def test_a_grade_behind_its_label_is_kept() -> None:
    resume = parse(
        "Ada Brown\na@example.org\n\nEDUCATION\n\nNorth College\nBSc Biology GPA: Passed well\n2010 - 2014"
    )
    assert value(resume.education[0].grade) == "Passed well"


def test_the_field_before_the_degree() -> None:
    assert studies(
        "Rail Transport Operations, NVQ Level 4, Severn College", "Sep 2010 - Jun 2012",
        "Welsh, A Levels, Bro Elan", "Sep 1986 - Jun 1988",
    ) == [
        ("NVQ Level 4", "Rail Transport Operations", "Severn College"),
        ("A Levels", "Welsh", "Bro Elan"),
    ]  # fmt: skip
    assert studies("Hillcrest, BSc, Physics", "2010 - 2012") == [("BSc", "Physics", "Hillcrest")]


def test_cells_of_a_row_are_not_one_name() -> None:
    assert studies(
        "Electrical Installation    2009 – 2013", "Cork Institute of Trades    Advanced Craft Certificate",
    ) == [("Advanced Craft Certificate", "Electrical Installation", "Cork Institute of Trades")]  # fmt: skip


def test_a_name_that_runs_on_below_its_dates() -> None:
    text = "Royal College of Surgeons in 2013-09-09 - 2015-05-29\nIreland"
    resume = parse(f"Ada Brown\nada@example.org\n\nEDUCATION\n\n{text}")
    (entry,) = resume.education
    assert value(entry.institution) == "Royal College of Surgeons in Ireland"
    assert entry.dates is not None
    assert (entry.dates.start, entry.dates.end) == (PartialDate(2013, 9, 9), PartialDate(2015, 5, 29))


def test_a_town_behind_the_school_is_no_field() -> None:
    assert studies(
        "University of the Coast, Nsukka", "M.Eng. in Water Resources", "2016 – 2018",
        "Government Secondary School, Nsukka", "WASSCE", "2001 – 2007",
    ) == [
        ("M.Eng.", "Water Resources", "University of the Coast, Nsukka"),
        ("WASSCE", None, "Government Secondary School, Nsukka"),
    ]  # fmt: skip


def test_school_and_dates_as_list_items_under_the_degree() -> None:
    assert studies(
        "Master, Contrôle de gestion", "• IAE Lyon School of Management", "• Sep 2013 – Sep 2015"
    ) == [("Master", "Contrôle de gestion", "IAE Lyon School of Management")]


def test_how_long_it_took_is_no_name() -> None:
    assert studies(
        "2004 — 2007", "Public Administration, Master of Arts", "Portland State University    3 years"
    ) == [("Master of Arts", "Public Administration", "Portland State University")]


@pytest.mark.parametrize(
    ("text", "degree", "area", "level"),
    [
        ("Certificate, Level 4 Te Reo Māori", "Certificate, Level 4", "Te Reo Māori", "certificate"),
        ("CERTIFICATE, LEVEL 4 BEEKEEPING", "CERTIFICATE, LEVEL 4", "BEEKEEPING", "certificate"),
        ("Diploma (Level 5) in Tourism", "Diploma (Level 5)", "Tourism", "certificate"),
        ("Certificate Level 3 - Cookery", "Certificate Level 3", "Cookery", "certificate"),
        ("BSurv (Hons) Surveying", "BSurv (Hons)", "Surveying", "bachelor"),
        ("BViro (Hons), Ecology", "BViro (Hons)", "Ecology", "bachelor"),
        ("M.L.S. Library Science", "M.L.S.", "Library Science", "master"),
        ("MLIS in Archives", "MLIS", "Archives", "master"),
        ("M.P.P., Housing", "M.P.P.", "Housing", "master"),
        ("B.A.Sc. Civil Engineering", "B.A.Sc.", "Civil Engineering", "bachelor"),
    ],
)
def test_names_of_degrees_with_a_level_or_many_letters(text: str, degree: str, area: str, level: str) -> None:
    assert studies("Severn College", text, "2010 - 2012") == [(degree, area, "Severn College")]
    assert [found.level for found in find_studies(text)] == [level]


def test_a_level_that_begins_the_next_name_stays_there() -> None:
    found = find_studies("Certificate, Level 3 Diploma in Fencing")
    assert [(degree.start, degree.end) for degree in found] == [(0, 11), (13, 28)]


@pytest.mark.parametrize(
    "lines",
    [
        ("B.A. English, minor in Rural Studies, Lund University", "2000 - 2004"),
        ("English, minor in Rural Studies, B.A., Lund University", "2000 - 2004"),
        ("Lund University", "English, minor in Rural Studies", "B.A.", "2000 - 2004"),
        ("Lund University  2000 - 2004", "B.A. in English, minor in Rural Studies, GPA: 3.71"),
    ],
)
def test_a_minor_belongs_to_the_field(lines: tuple[str, ...]) -> None:
    assert studies(*lines) == [("B.A.", "English, minor in Rural Studies", "Lund University")]


def test_a_class_with_its_division_is_a_grade() -> None:
    lines = ("Surveying, BSurv (Hons), Severn College", "2004 - 2007", "Second Class, Division One")
    (entry,) = parse("\n".join(["Ada Brown", "ada@example.org", "", "EDUCATION", "", *lines])).education
    assert (value(entry.area), value(entry.grade)) == ("Surveying", "Second Class, Division One")
    following = ("Te Reo, Certificate, Level 4, Te Wānanga o Ruru", "2016 - 2017")
    assert studies(*lines, *following)[1:] == [("Certificate, Level 4", "Te Reo", "Te Wānanga o Ruru")]


def test_labels_before_the_degree_and_its_field() -> None:
    assert studies(
        "Severn College", "Degree: MBA", "Major: Retail", "Completed: 05/2016",
        "Lund University", "Abschluss: B.Tech", "Major: Textiles", "Completed: 05/2014",
    ) == [("MBA", "Retail", "Severn College"), ("B.Tech", "Textiles", "Lund University")]  # fmt: skip


def test_a_column_name_that_broke_off_from_the_others_is_no_field() -> None:
    assert studies(
        "Abschluss", "Meisterprüfung (Optik)", "Einrichtung  Jahr", "Höhere Fachschule Köln  2015",
        "Abitur (Physik)  Gymnasium Bad Iburg  2007",
    ) == [
        ("Meisterprüfung", "Optik", "Höhere Fachschule Köln"), ("Abitur", "Physik", "Gymnasium Bad Iburg"),
    ]  # fmt: skip
