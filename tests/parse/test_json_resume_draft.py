"""What a person is given to put right holds every word that was found."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from msgspec import structs

from careercraft.parse.json_resume_draft import draft_of, full_json_resume
from careercraft.parse.resume import parse_resume
from careercraft.read import read_path, read_text
from tests.conftest import EXAMPLES

TEXT = """
Ada Moss
ada@example.org | Leeds, UK

Experience
Data Analyst, Tidewater Transit
Jan 2019 - Present
- Built reports in SQL and Python

Education
MSc Statistics, University of Leeds, 2016 - 2018

Skills
SQL, Python, Tableau

Odds and ends
Rides a bicycle to work in every season
"""


def draft(text: str = TEXT) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft_of(read_text(text, "cv.txt")))
    return found


def test_what_fits_nowhere_has_a_place() -> None:
    assert any("bicycle" in text for text in draft()["basics"]["other"])
    resume = parse_resume(read_text(TEXT, "cv.txt"))
    assert any("bicycle" in text for text in full_json_resume(resume)["basics"]["other"])
    assert "other" not in draft(TEXT.partition("\nOdds")[0])["basics"]


def test_bare_skills_are_one_list() -> None:
    assert draft(TEXT.partition("\nOdds")[0])["skills"] == [{"keywords": ["SQL", "Python", "Tableau"]}]


def test_named_groups_stay() -> None:
    skills = draft(TEXT.replace("SQL, Python, Tableau", "Tools: SQL, Python\nTableau"))["skills"]
    assert {"name": "Tools", "keywords": ["SQL", "Python"]} in skills


@pytest.mark.parametrize("name", ["resume.pdf", "nurse.docx"])
def test_no_line_of_words_is_lost(name: str) -> None:
    document = read_path(EXAMPLES / name)
    words = set(re.findall(r"[^\W\d_]{3,}", draft_of(document).lower()))
    for line in document.lines:
        text = document.quote(line.span)
        missing = {word for word in re.findall(r"[^\W\d_]{3,}", text.lower()) if word not in words}
        assert len(missing) < 5, (text, missing)


def test_words_that_no_field_took_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when a parser passes over a line."""
    document = read_text(TEXT, "cv.txt")
    whole = parse_resume(document)
    poor = structs.replace(whole, work=(), other=())
    monkeypatch.setattr("careercraft.parse.json_resume_draft.parse_resume", lambda document: poor)
    others = json.loads(draft_of(document))["basics"]["other"]
    assert any("Built reports in SQL and Python" in text for text in others)
    assert any("bicycle" in text for text in others)
    assert not any("Statistics" in text for text in others)


def test_a_json_resume_is_given_as_it_is() -> None:
    given = (EXAMPLES / "electrician.json").read_text(encoding="utf-8")
    assert json.loads(draft_of(read_text(given, "cv.json", "json_resume"))) == json.loads(given)
