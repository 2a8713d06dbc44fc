"""The list of roles: each figure and name in each format, within the width, with the source of each pay."""

from __future__ import annotations

import json
import re

import jsonschema
import msgspec
import pytest
from rich.cells import cell_len

from careercraft.errors import UsageError
from careercraft.model.role_match import RoleMatch
from careercraft.render.role_match import render
from careercraft.render.schema import build
from tests.render.sample_comparison import role, roles
from tests.render.sample_hostile import ESCAPES, MARKUP, SCRIPT, WIDE
from tests.render.texts import markdown_page


def visible(found: RoleMatch, format: str) -> str:
    shown = render(found, format, width=900, full=True)
    return " ".join(shown.split()) if format == "terminal" else markdown_page(shown).text


@pytest.mark.parametrize("format", ["terminal", "markdown"])
def test_everything_is_said(format: str) -> None:
    shown = visible(roles(), format)
    for text in (
        "amara.pdf against 5 roles", "1 FIT", "Role 1", "role-1", "mid, data", "59.0", "80.0", "58.6", "2.8 of 2 years",
        "unknown of 1 year", "Docker", "Rust", "median 135,980 USD a year, 81,630 to 209,990 (BLS OEWS May 2024)",
        "the dates of Analyst, Tidewater (an edit) would do it", "2 more; --top 5 shows all.",
    ):  # fmt: skip
        assert text in shown, text


@pytest.mark.parametrize("format", ["terminal", "markdown"])
def test_empty_things_read_well(format: str) -> None:
    shown = visible(roles(roles=(role(1),), compared=1, fits=0, family="data", candidate="Ana Ruiz"), format)
    assert "Ana Ruiz against 1 role of data" in shown
    assert "more" not in shown
    assert "Must-haves missing:" not in shown
    assert "Pay:" not in shown


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_asked(width: int, full: bool, encoding: str) -> None:
    hostile = role(3, title=WIDE, missing_musts=(SCRIPT, MARKUP, WIDE), family=ESCAPES)
    found = roles(roles=(*roles().roles, hostile), candidate=WIDE * 3)
    shown = render(found, "terminal", width=width, full=full, encoding=encoding)
    assert [line for line in shown.splitlines() if cell_len(line) > width] == []
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown) == []
    assert SCRIPT not in render(found, "markdown")
    shown.encode(encoding)


def test_ten_roles_are_about_a_screen() -> None:
    pay = roles().roles[0].salary
    ten = tuple(role(rank, missing_musts=("Docker",) * 9, salary=pay) for rank in range(1, 11))
    assert len(render(roles(roles=ten), "terminal").splitlines()) <= 46


def test_json_keeps_to_its_schema() -> None:
    data = json.loads(render(roles(), "json"))
    validator = jsonschema.Draft202012Validator(build("role_match"))
    validator.validate(data)
    assert data["schema"] == "careercraft.role_match/1"
    assert msgspec.json.decode(render(roles(), "json"), type=RoleMatch) == roles()
    data["roles"][0]["label"] = "MAYBE"
    assert not validator.is_valid(data)


def test_other_formats_are_refused() -> None:
    with pytest.raises(UsageError, match="unknown format: html"):
        render(roles(), "html")
