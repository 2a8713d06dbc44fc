"""What each swap changes, and what it leaves alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest

from careercraft.audit.blocks import blocks
from careercraft.audit.formats import format_swaps, photo_swaps
from careercraft.audit.gender import gender_swaps
from careercraft.audit.names import PEOPLE, name_swaps
from careercraft.audit.order import bullet_swaps, section_swaps
from careercraft.audit.periods import date_swaps
from careercraft.audit.personal import personal_swaps
from careercraft.audit.places import address_swaps, phone_swaps
from careercraft.audit.spelling import british, spelling_swaps
from careercraft.audit.swap import Edit, Paper, Sheet, Swap, edited
from careercraft.parse import parse_resume
from careercraft.read import read_bytes, read_text
from careercraft.taxonomy.british import american

TEXT = """Ana Ruiz
ana.ruiz@example.com | (602) 555-0142 | Phoenix, AZ | github.com/anaruiz
Nationality: Spanish

SUMMARY

Ana Ruiz is a salesman who organized a color program. Ms. Ruiz and her team won.

EXPERIENCE

Salesman, Acme Center, Phoenix, AZ
Jan 2020 - Mar 2023
• Modeled the behavior of clients for the analytics center in town,
which took a year
• Labeled goods

EDUCATION

BSc Statistics, Color University, 2012 - 2016

SKILLS

Python, SQL
"""


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    document = read_text(TEXT, "resume.txt")
    return Sheet(document, parse_resume(document))


def text_of(swap: Swap) -> str:
    return swap.after.data.decode()


def only(swaps: Iterator[Swap], what: str) -> Swap:
    (found,) = [swap for swap in swaps if what in swap.what]
    return found


def test_a_name_is_swapped_wherever_it_stands(sheet: Sheet) -> None:
    text = text_of(only(name_swaps(sheet), "Jamal Washington"))
    assert text.startswith("Jamal Washington\njamal.washington@example.com")
    assert "github.com/jamalwashington" in text
    assert "Jamal Washington is a salesman" in text
    assert "Ms. Washington and" in text
    assert "Ruiz" not in text
    assert "ruiz" not in text


def test_names_are_of_many_kinds_and_some_are_skills() -> None:
    assert len(PEOPLE) >= 12
    assert {"Ruby", "Java", "Grant", "Dean"} <= {person.first for person in PEOPLE}


def test_words_of_gender_are_swapped_but_in_names(sheet: Sheet) -> None:
    text = text_of(only(gender_swaps(sheet), "…man, …person -> …woman"))
    assert "is a saleswoman who" in text
    assert "\nSaleswoman, Acme" in text
    pronouns = text_of(only(gender_swaps(sheet), "she, her"))
    assert "Mr. Ruiz and his team" in pronouns


def test_a_degree_is_no_title() -> None:
    document = read_text(TEXT.replace("BSc Statistics", "MS Statistics"), "resume.txt")
    text = text_of(only(gender_swaps(Sheet(document, parse_resume(document))), "she, her"))
    assert "MS Statistics" in text


def test_personal_lines_come_and_go(sheet: Sheet) -> None:
    swaps = list(personal_swaps(sheet))
    assert {swap.kind for swap in swaps} == {"age", "nationality", "personal"}
    assert "github.com/anaruiz\nAge: 58\n" in text_of(only(iter(swaps), "Age: 58"))
    assert text_of(only(iter(swaps), '1961" under the name')).startswith(
        "Ana Ruiz\nDate of birth: 14 March 1961\n"
    )
    assert "Nationality" not in text_of(only(iter(swaps), "taken out"))


def test_home_and_phone(sheet: Sheet) -> None:
    home = text_of(only(address_swaps(sheet), "Lagos"))
    assert (
        home.splitlines()[1] == "ana.ruiz@example.com | (602) 555-0142 | Lagos, Nigeria | github.com/anaruiz"
    )
    assert "Acme Center, Phoenix, AZ" in home
    assert "+49 30 901820 | Phoenix" in text_of(only(phone_swaps(sheet), "+49"))


@pytest.mark.parametrize(
    ("what", "written"),
    [
        ("as Jan 2020", "Jan 2020 - Mar 2023"), ("01/2020", "01/2020 – 03/2023"), ("2020-01", "2020-01 to 2023-03"),
        ("January", "January 2020 until March 2023"), ("01.2020", "01.2020–03.2023"),
    ],
)  # fmt: skip
def test_periods_in_other_forms(sheet: Sheet, what: str, written: str) -> None:
    text = text_of(only(date_swaps(sheet), what))
    assert f"\n{written}\n" in text
    assert "University, 2012" in text


def test_sections_move_as_a_whole(sheet: Sheet) -> None:
    text = text_of(only(section_swaps(sheet), "reversed"))
    places = [text.index(name) for name in ("Ana Ruiz", "SKILLS", "EDUCATION", "EXPERIENCE", "SUMMARY")]
    assert places == sorted(places)
    assert text.index("SKILLS\n\nPython, SQL") > 0


def test_bullets_in_other_forms(sheet: Sheet) -> None:
    assert "\n➢ Labeled goods" in text_of(only(bullet_swaps(sheet), "➢"))
    bare = only(bullet_swaps(sheet), "nothing")
    assert (
        "\n    Modeled the behavior of clients for the analytics center in town, which took a year\n"
        in text_of(bare)
    )
    assert bare.before is not None
    assert b"\n- Labeled goods" in bare.before.data


def test_spelling_but_of_names(sheet: Sheet) -> None:
    text = text_of(only(spelling_swaps(sheet), "American"))
    for word in ("organised", "colour programme", "Modelled the behaviour", "analytics centre", "Labelled"):
        assert word in text
    assert "Acme Center" in text
    assert "Color University" in text


@pytest.mark.parametrize(
    "word",
    [
        "organize",
        "color",
        "center",
        "license",
        "modeling",
        "analyze",
        "pediatric",
        "catalog",
        "fulfill",
        "hematology",
    ],
)
def test_british_words_lead_back(word: str) -> None:
    other = british(word)
    assert other != word
    assert american(other) == word


def test_formats_say_the_same(sheet: Sheet) -> None:
    swaps = {swap.what: swap for swap in format_swaps(sheet, Paper(TEXT.encode(), "resume.txt"), "text")}
    assert set(swaps) == {"text -> Markdown", "text -> HTML", "text -> DOCX", "text -> JSON Resume"}
    for swap in swaps.values():
        text = " ".join(read_bytes(swap.after.data, swap.after.name).text.split())
        for words in ("Ana Ruiz", "Salesman", "analytics center in town, which took a year", "BSc", "SQL"):
            assert words in text, (swap.what, words)


def test_a_pdf_is_held_against_its_text(sheet: Sheet) -> None:
    original = Paper(b"%PDF", "resume.pdf")
    assert only(format_swaps(sheet, original, "pdf"), "the file itself").before == original


def test_the_docx_is_the_same_every_time(sheet: Sheet) -> None:
    first, again = (only(format_swaps(sheet, None, "text"), "DOCX").after.data for _ in range(2))
    assert first == again
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None


def test_a_photo_is_a_picture_alone(sheet: Sheet) -> None:
    for swap in photo_swaps(sheet):
        assert swap.before is not None
        mark = b"![" if swap.after.name.endswith(".md") else b"<img"
        assert mark in swap.after.data
        assert mark not in swap.before.data


def test_wrapped_items_are_one_block(sheet: Sheet) -> None:
    items = [block.text for block in blocks(sheet) if block.kind == "item"]
    assert items == [
        "Modeled the behavior of clients for the analytics center in town, which took a year",
        "Labeled goods",
    ]


def test_without_bullets_nothing_is_promised(sheet: Sheet) -> None:
    assert [swap.what for swap in bullet_swaps(sheet) if not swap.promised] == ["• -> nothing but an indent"]


def test_edits_are_made_once() -> None:
    assert edited("abc", [Edit(1, 2, "x"), Edit(1, 3, "y"), Edit(0, 0, ">")]) == ">axc"
