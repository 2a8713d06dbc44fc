"""Plain text: encodings, line breaks, bullets, wrapped lines."""

from __future__ import annotations

import pytest

from careercraft.errors import InputError
from careercraft.read import read_bytes, read_text

WORDS = "Résumé – naïve “quoted” €uro"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", WORDS),
        ("utf-8-sig", WORDS),
        ("utf-16", WORDS),
        ("utf-16-be", "\ufeff" + WORDS),
        ("utf-16-le", "Jane Doe, engineer"),
        ("utf-16-be", "Jane Doe, engineer"),
        ("utf-32", WORDS),
        ("cp1252", WORDS),
        ("latin-1", "Résumé, naïve, Müller"),
    ],
)
def test_encodings(encoding: str, text: str) -> None:
    assert read_bytes(text.encode(encoding), "a.txt").text == text.lstrip("\ufeff")


def test_cyrillic_in_its_own_encoding() -> None:
    text = "Инженер по качеству с опытом работы в крупной компании, знание английского языка"
    assert read_bytes((text + "\n").encode("cp1251") * 3, "a.txt").text.splitlines()[0] == text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_breaks(newline: str) -> None:
    document = read_text(newline.join(["Jane", "", "", "Doe"]), "-")
    assert document.text == "Jane\n\nDoe"


@pytest.mark.parametrize(
    "line",
    [
        "• item",
        "- item",
        "* item",
        "+ item",
        "– item",
        "▪ item",
        "‣ item",
        "1. item",
        "12) item",
        "(a) item",
        "o Item",
        "●item",
    ],
)
def test_bullets(line: str) -> None:
    assert read_text(f"x\n{line}\n", "-").lines[1].bullet


@pytest.mark.parametrize(
    "line",
    [
        "item",
        "-item",
        "2019. A year",
        "1.5 years",
        "o item in lower case",
        "C++ and C",
        "-- item",
        "1,200 people",
    ],
)
def test_no_bullets(line: str) -> None:
    assert not read_text(f"x\n{line}\n", "-").lines[1].bullet


def test_hanging_lines_belong_to_their_item() -> None:
    document = read_text("- built a thing\n  that works\n- and another", "-")
    assert [line.block for line in document.lines] == [0, 0, 1]
    assert [line.bullet for line in document.lines] == [True, False, True]


def test_hard_wrapped_paragraphs_are_blocks() -> None:
    paragraph = (
        "We look for somebody who has kept bees for more than five\n"
        "seasons, who knows the diseases of the hive and who drives\n"
        "a van. The work is outdoors in spring and in summer, and in\n"
        "the workshop in winter.\n"
    )
    document = read_text(paragraph + "Apply now\n\n" + paragraph, "-")
    assert [line.block for line in document.lines] == [0, 0, 0, 0, 1, 2, 2, 2, 2]


def test_rules_are_left_out() -> None:
    document = read_text("Title\n=====\n---\n* * *\nBody", "-")
    assert document.text == "Title\n\nBody"


def test_tabs_and_odd_spaces() -> None:
    assert read_text("Acme\t2019\u00a0–\u20092022      now", "-").text == "Acme  2019 – 2022  now"


def test_nothing_but_invisible_characters_is_empty() -> None:
    with pytest.raises(InputError, match="is empty"):
        read_text("\u200b \ufeff\n\u00ad", "-")
