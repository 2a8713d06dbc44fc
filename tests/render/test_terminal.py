"""The terminal: its width, its height, its words without color, and no power to a document."""

from __future__ import annotations

import re

import msgspec
import pytest
from rich.cells import cell_len

from careercraft.render import render
from tests.render import sample_hostile
from tests.render.sample import all_samples

SAMPLES = all_samples()
COLOR = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("width", [60, 80, 100, 137])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_is_wider_than_asked(name: str, width: int, full: bool) -> None:
    lines = render(SAMPLES[name], "terminal", width=width, full=full).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_no_line_is_wider_in_another_encoding(encoding: str) -> None:
    for analysis in SAMPLES.values():
        lines = render(analysis, "terminal", encoding=encoding).splitlines()
        assert [line for line in lines if cell_len(line) > 80] == []
        assert all(line.encode(encoding) for line in lines if line)


@pytest.mark.parametrize("name", SAMPLES)
def test_color_changes_no_word(name: str) -> None:
    plain = render(SAMPLES[name], "terminal")
    color = render(SAMPLES[name], "terminal", color=True)
    assert color != plain
    assert [line.rstrip() for line in COLOR.sub("", color).splitlines()] == plain.splitlines()


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render(SAMPLES["nurse"], "terminal", color=True)
    for name, value in {"NO_COLOR": "1", "COLUMNS": "40", "TERM": "dumb", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert render(SAMPLES["nurse"], "terminal", color=True) == before


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_about_one_screen(name: str) -> None:
    assert len(render(SAMPLES[name], "terminal").splitlines()) <= 52


def test_the_verdict_and_the_way_out_come_first() -> None:
    head = render(SAMPLES["engineer"], "terminal").split("\n\n")[0]
    assert head.startswith(" UNFIT ")
    assert "8.7 points short of FIT (70)" in head
    assert "Apache Airflow and dimensional modeling" in head


def test_what_is_cut_is_counted() -> None:
    lines = render(SAMPLES["engineer"], "terminal").splitlines()
    missing = next(i for i, line in enumerate(lines) if line.startswith("  Missing"))
    assert lines[missing + 1].startswith("  +1 more")
    assert "clinical data standards" not in "\n".join(lines)
    assert "clinical data standards" in render(SAMPLES["engineer"], "terminal", full=True)


def test_nothing_reaches_the_terminal_but_text() -> None:
    for full in (False, True):
        shown = render(SAMPLES["hostile"], "terminal", full=full)
        assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown) == []
        assert "[31m" not in shown


def test_markup_is_shown_as_it_stands() -> None:
    shown = COLOR.sub("", render(SAMPLES["hostile"], "terminal", width=300, color=True))
    assert sample_hostile.MARKUP in shown
    assert sample_hostile.SCRIPT in shown


def test_sequences_of_emoji_keep_the_width() -> None:
    analysis = SAMPLES["nurse"]
    entry = msgspec.structs.replace(analysis.skills.matched[0], name="👩🏽‍🔬👨‍👩‍👧‍👦 e\u0301" * 9)
    skills = msgspec.structs.replace(analysis.skills, matched=(entry,))
    lines = render(msgspec.structs.replace(analysis, skills=skills), "terminal").splitlines()
    assert max(map(cell_len, lines)) <= 80


def test_bars_have_an_ascii_form() -> None:
    shown = render(SAMPLES["engineer"], "terminal", encoding="ascii")
    assert "Skills match      ######....  58.6  +20.5" in shown
    assert "█" in render(SAMPLES["engineer"], "terminal")


def test_the_scores_stand_apart_where_nothing_is_mandatory() -> None:
    analysis = SAMPLES["engineer"]
    verdict = msgspec.structs.replace(analysis.verdict, hard_requirements=())
    shown = render(msgspec.structs.replace(analysis, verdict=verdict), "terminal")
    assert "\n\n  Missing " in shown


def test_a_brief_analysis_is_enough() -> None:
    brief = msgspec.structs.replace(
        SAMPLES["engineer"], documents=msgspec.UNSET, resume=msgspec.UNSET, job=msgspec.UNSET
    )
    for format in ("terminal", "markdown", "html"):
        assert "Job posting" in render(brief, format)
