"""What a posting asks beside the names that are known, in which words, and what shows it beside a name."""

from __future__ import annotations

import pytest

from careercraft.match.asked_once import BETWEEN, merge
from careercraft.match.common_words import CommonWords
from careercraft.match.linker import Linker
from careercraft.match.pieces import pieces
from careercraft.match.unnamed import unnamed_places
from careercraft.model.document import Document, Span, Text
from careercraft.model.job import Importance, Statement
from careercraft.model.match import Requirement
from careercraft.read import read_text
from tests.match.parts import asked, matched, posting, resume, resume_side


def plain(text: str) -> Document:
    return read_text(text, "resume.txt")


def wanted(mention: str, start: int, importance: Importance = "must") -> Requirement:
    span = Span(start, start + len(mention))
    return Requirement(
        name="Salesforce Development", kind="technical", importance=importance,
        options=("salesforce-development",), mention=mention, spans=(span,), years=None, level=None,
    )  # fmt: skip


def said(start: int, end: int) -> Statement:
    return Statement(text=Text("x" * (end - start), Span(start, end)), kind="requirement", importance="must")


def test_the_words_are_those_of_the_statement_that_asks_for_little_else() -> None:
    found = merge(
        [wanted("physically fit", 10), wanted("physical fitness", 205)], [said(0, 200), said(201, 230)]
    )
    assert [item.mention for item in found] == ["physical fitness"]
    assert [span.start for span in found[0].spans] == [10, 205]


def test_other_names_of_a_skill_are_kept() -> None:
    found = merge(
        [wanted("Apex", 5), wanted("Visualforce", 20), wanted("Apex", 60)], [said(0, 40), said(50, 99)]
    )
    assert [item.mention for item in found] == [BETWEEN.join(("Apex", "Visualforce"))]


def test_a_must_gives_its_words_before_a_wish() -> None:
    found = merge([wanted("Apex code", 5, "nice"), wanted("Visualforce", 60)], [said(0, 20), said(50, 199)])
    assert found[0].mention == BETWEEN.join(("Visualforce", "Apex code"))
    assert found[0].importance == "must"


def unnamed(linker: Linker, line: str) -> list[str]:
    hits = linker.surface.find(line)
    return [line[start:end] for start, end in unnamed_places(line, 0, len(line), hits)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Experience with Python and Foozle", ["Foozle"]),
        ("Proficiency in Foozle, Barfly and Python", ["Proficiency in Foozle", "Barfly"]),
        ("We use Python, and the scripting language ZORK", ["ZORK"]),
        ("Strong Python, understanding of loom warping", ["understanding of loom warping"]),
        ("Experience with Python in New York", []),
        ("Experience with Python at Acme Corp", []),
        ("Python, not Foozle", []),
        ("Working with Python and Senior Developers", []),
        ("Python And Foozle Are Required Every Single Day", []),
        ("Experience with Python and IT systems", []),
    ],
)
def test_unknown_neighbors_of_a_known_name(linker: Linker, line: str, found: list[str]) -> None:
    assert unnamed(linker, line) == found


def test_they_become_requirements_in_their_own_words(linker: Linker) -> None:
    found = asked(posting("Experience with Python and Foozle\nGit"), linker)
    assert [(item.mention, bool(item.options)) for item in found] == [
        ("Python", True), ("Foozle", False), ("Git", True),
    ]  # fmt: skip


def outcome(linker: Linker, line: str, bullet: str) -> str:
    skills = matched(resume(work=bullet), posting(f"{line}\nGit"), linker)
    return "missing" if skills.missing and skills.missing[0].mention != "Git" else "shown"


@pytest.mark.parametrize(
    ("bullet", "expected"),
    [
        ("Ran the estimations under the Contract W9 framework", "shown"),
        ("Sold shoes and mended bags for travelers", "missing"),
        ("Never ran estimations without a Contract W9 framework", "shown"),
    ],
)
def test_words_in_common_help_the_meaning(linker: Linker, bullet: str, expected: str) -> None:
    assert outcome(linker, "Making estimations in the Contract W9 framework", bullet) == expected


def common(text: str, phrase: str) -> float:
    return CommonWords(plain(text), [Span(0, len(text))]).best(phrase).share


def test_what_is_denied_is_no_common_word() -> None:
    assert common("Ran Zork clusters and the Foozle grid", "Zork clusters") == 1.0
    assert common("No Zork at all, but other clusters", "Zork clusters") == 0.5
    assert common("Ran Zork clusters", "Zork") == 0.0  # a single word is looked up as a name


def test_common_words_stand_where_they_say() -> None:
    text = "We baked bread. Managed the budget of three sites."
    found = CommonWords(plain(text), [Span(0, 15), Span(16, len(text))]).best("budget management")
    assert (found.share, found.words) == (1.0, 2)
    assert text[slice(*found.place)] == "Managed the budget"


def shown_by(linker: Linker, line: str, bullet: str) -> object:
    skills = matched(resume(work=bullet), posting(f"{line}\nGit"), linker)
    first = next(entry for entry in skills.required() if entry.mention != "Git")
    return first.tier


@pytest.mark.parametrize(
    ("line", "bullet", "found"),
    [
        ("Experience with Excel spreadsheets and pivot tables", "Excel at selling shoes", False),
        ("Experience with Excel", "Was firm in Excel from day one", True),
        ("Experience with Excel", "Did without Excel from day one", False),
        ("Experience with Excel", "Did without Zork and Excel from day one", False),
        ("Experience with Excel", "Looking to move to Excel", False),
    ],
)
def test_a_word_that_is_a_name_needs_the_postings_capitals(
    linker: Linker, line: str, bullet: str, found: bool
) -> None:
    assert (shown_by(linker, line, bullet) in ("exact", "alias", "stated")) is found


def read_pieces(text: str, linker: Linker) -> list[str]:
    side = resume_side(text, linker)
    return [side.document.quote(span) for span in pieces(side.resume, side.document)]


def test_a_resume_in_one_paragraph_is_read_clause_by_clause(linker: Linker) -> None:
    deeds = (
        "I bring calm teamwork, can stand for long durations, follow strict directives, and have sold shoes"
    )
    text = (
        f"Jo Doe. jo@example.com. {deeds}, bags and hats in three towns for more than eleven happy years. "
        + ("I also painted houses and mended the roofs of all my neighbors whenever they asked me to do it.")
    )
    assert "can stand for long durations," in read_pieces(text, linker)
