"""The lines at the top: names, headlines, addresses broken or disguised, telephones by label, towns behind streets."""

from __future__ import annotations

import pytest

from careercraft.model.resume import Resume
from careercraft.parse.emails import find_email, without_emails
from careercraft.parse.phones import find_phones
from careercraft.parse.street_lines import reads_as_place, street_place
from tests.parse.resumes import parse, value
from tests.parse.styled import Set, heading
from tests.parse.styled import parse as parse_set

BODY = (
    "\n\nEXPERIENCE\n\nWarehouse Clerk, Norvik Goods Ltd\nJan 2019 - Mar 2022\n- Counted stock every week\n"
)
JOB = (heading("Experience"), "Cook, Harbor Grill, 2018 – 2020", "• Cooked for forty guests a night")


def top(header: str) -> Resume:
    return parse(header + BODY)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Dr. med. Friedlinde von der Au\nOberärztin", "Dr. med. Friedlinde von der Au"),
        ("Mr Dale Whitcomb Jr.\nFire Captain", "Dale Whitcomb Jr."),
        ("Hi, I'm Tamsin Voss\nCopywriter", "Tamsin Voss"),
        ("Tamsin Voss, M.A.\nCopywriter", "Tamsin Voss"),
        ("José Ángel Peñalva Ruiz de Aldo\nMecánico", "José Ángel Peñalva Ruiz de Aldo"),
        ("Sanne van 't Hof-de Brun\nVerpleegkundige", "Sanne van 't Hof-de Brun"),
        ("Tamsin\nVoss\nCopywriter\nLeeds, UK", "Tamsin Voss"),
        ("Sutrisno\nForklift Driver\nsutrisno.work@example.com", "Sutrisno"),
        ("Prénom : Anaïs\nNom : Bellerive\nAdresse : 5 allée des Pins, 69003 Lyon", "Anaïs Bellerive"),
        ("Nombre y apellidos: Lucía Peñalva Sanz\nTeléfono: 91 123 45 67", "Lucía Peñalva Sanz"),
    ],
)
def test_names(header: str, name: str) -> None:
    assert value(top(header).name) == name


@pytest.mark.parametrize(
    ("header", "headline"),
    [
        ("Tamsin Voss (she/her)\nCopywriter", "Copywriter"),
        ("Kwame Boateng\nMechanical Engineer, P.Eng.\nToronto, ON", "Mechanical Engineer, P.Eng."),
        ("Sanne Hofman, Mondhygiënist\nsanne@example.org", "Mondhygiënist"),
        ("Robert K. Tanaka Court Administrator\nrktanaka@example.org", "Court Administrator"),
        ("Tamsin Voss\nThe Hague, Netherlands", None),
        ("Thaís Melo\nthais-melo-jornalista\nthais@example.org", None),
    ],
)
def test_headlines(header: str, headline: str | None) -> None:
    assert value(top(header).headline) == headline


def test_a_name_in_large_type_beside_the_address() -> None:
    resume = parse_set(
        Set("Saskia van der", size=3.0), "(613) 555-0147",
        Set("Meulenhof  Ottawa, Ontario", size=3.0), Set("Primary School Teacher", size=1.5),
        "saskia@example.org", *JOB,
    )  # fmt: skip
    assert (value(resume.name), value(resume.headline)) == (
        "Saskia van der Meulenhof",
        "Primary School Teacher",
    )
    assert resume.city == "Ottawa"


def test_a_place_in_the_second_largest_type_is_no_headline() -> None:
    resume = parse_set(Set("Robert Tanaka", size=2.0), Set("Portland", size=1.5), "rt@example.org", *JOB)
    assert resume.headline is None


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("ADA.OKON@EXAMPL E.COM", "ADA.OKON@EXAMPLE.COM"),
        ("ada.okon@mail.exam ple.net", "ada.okon@mail.example.net"),
        ("priya@example.co m", "priya@example.com"),
        ("ada.\nbrown@example.org", "ada.brown@example.org"),
        ("E: declan @ example.ie", "declan@example.ie"),
        ("ada [at] example [dot] org", "ada@example.org"),
        ("ada@example.com M: 123", "ada@example.com"),
        ("ada@example.academy www.ada.example.com", "ada@example.academy"),
    ],
)
def test_addresses_put_together(text: str, email: str) -> None:
    found = find_email(text)
    assert found is not None
    assert found.value == email


@pytest.mark.parametrize("text", ["Data Engineer @ acme.io", "met at (school)", "Ada Brown"])
def test_no_address(text: str) -> None:
    assert find_email(text) is None


def test_the_end_of_a_broken_address_is_no_link() -> None:
    assert without_emails("ADA@EXAMPL E.COM x") == " " * 16 + " x"
    assert top("Ada Okon\nADA@EXAMPL E.COM").links == ()


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("Telefon: 0711 / 234 567 89", ["0711 / 234 567 89"]),
        ("Móvil: 612 345 678", ["612 345 678"]),
        ("Dandenong, VIC, 3175  0491 570 156", ["0491 570 156"]),
        ("4000-322 Porto", []),
        ("Olinda 53020-140", []),
        ("Geboortedatum: 12-03-1985", []),
        ("0000-0002-5550-1421", []),
    ],
)
def test_telephones(text: str, phones: list[str]) -> None:
    assert [text[start:end] for start, end in find_phones(text, None)] == phones


@pytest.mark.parametrize(
    ("line", "city", "country"),
    [
        ("2218 Burlington Ave, Missoula,", "Missoula", "US"),
        ("Rua do Cano 27 Évora", "Évora", "PT"),
        ("Lindenstraße 8 Leipzig", "Leipzig", "DE"),
        ("12 Shop Street Cork", "Cork", "IE"),
        ("Lindenstraße 8, Leipzig, 04155, Sachsen,", "Leipzig", "DE"),
        ("Rua da Boa Hora, 212, ap. 301, Olinda", "Olinda", "BR"),
        ("Calle Nueva 31, 2.º B, Logroño, 26001, La Rioja, Spain", "Logroño", "ES"),
        ("Missoula, Montana 59801 US", "Missoula", "US"),
        ("Portland, 97209, OR, US", "Portland", "US"),
        ("D08 X2Y4 Dublin", "Dublin", "IE"),
        ("Freiburg im Breisgau, Baden-Württemberg", "Freiburg im Breisgau", "DE"),
        ("27 Harbour Road, Bristol BS1 4DJ", "Bristol", "GB"),
    ],
)
def test_the_town_behind_a_street(line: str, city: str, country: str) -> None:
    place = street_place(line)
    assert place is not None
    assert (place.city, line[place.start : place.end]) == (city, city)
    assert place.country in {country, None}


@pytest.mark.parametrize(
    "line", ["Over 10 projects, Python", "Level 5, Registered Nurse", "28 ans, Permis B", "Ada"]
)
def test_no_town_behind_no_street(line: str) -> None:
    assert street_place(line) is None


def test_what_looks_like_a_name_and_is_a_place() -> None:
    assert reads_as_place("Roma Lazio IT")
    assert reads_as_place("Freiburg im Breisgau")
    assert not reads_as_place("Austin Powers")


def test_a_town_with_its_own_label_goes_before_the_street() -> None:
    resume = top("Ada Okon\nAddress:  14/3 Sathy Road\nPostcode & City:  641006 Coimbatore")
    assert resume.city == "Coimbatore"


def test_an_address_larger_than_the_text_keeps_its_lines() -> None:
    lines = ("27 rue des Tanneurs", "Lyon Auvergne 69003 FR", "as.lefebre@example.fr", "aslefebre")
    resume = parse_set(Set("Anne-Sophie Lefebre", size=3.6), *(Set(line, size=1.15) for line in lines), *JOB)
    assert resume.city == "Lyon"


def test_an_address_over_three_rows() -> None:
    lines = ("Ada Okon", "14 Sunday's Well", "Terrace Cork", "T23 XK51 IE", "ada@example.org")
    resume = parse_set(*(Set(line, gap=False) for line in lines), *JOB)
    assert (resume.city, resume.country) == ("Cork", "IE")
