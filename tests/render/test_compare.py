"""Postings side by side: the formats say the same, nothing of a document gets power, empty things read well."""

from __future__ import annotations

import csv
import io
import json
import re

import jsonschema
import msgspec
import pytest
from rich.cells import cell_len

from careercraft.errors import UsageError
from careercraft.model.comparison import Comparison
from careercraft.render import FORMATS
from careercraft.render.compare import SHOWN_SCORES, render
from careercraft.render.schema import build
from careercraft.render.wording import SCORE_NAMES, clean
from tests.render import sample_hostile
from tests.render.sample_comparison import COMPARISONS, posting, usual
from tests.render.texts import Page, markdown_page

SAMPLES = {name: make() for name, make in COMPARISONS.items()}
PEOPLE = ("terminal", "markdown", "html")
FORBIDDEN = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"


def visible(comparison: Comparison, format: str) -> str:
    shown = render(comparison, format, width=900, full=True)
    if format == "terminal":
        return " ".join(shown.split())
    return (markdown_page if format == "markdown" else Page)(shown).text


def wanted(comparison: Comparison) -> list[str]:
    found = []
    for item in comparison.postings:
        found += [item.label, f"{item.readiness:.1f}", f"{item.interval[0]:.1f}–{item.interval[1]:.1f}"]
        found += [f"{item.confidence:.1f}", item.title or item.file, item.company or ""]
        found += ["–" if value is None else f"{value:.1f}" for value in item.scores.values()]
        found += [*item.missing_musts, *item.hard_unmet, *item.hard_unknown]
    for gap in comparison.common_gaps:
        found += [gap.name, f"{gap.points:+.1f} points on average"]
    for unread in comparison.unread:
        found += [unread.file, unread.message, unread.hint]
    return [clean(text) for text in found]


@pytest.mark.parametrize("format", PEOPLE)
@pytest.mark.parametrize("name", SAMPLES)
def test_everything_is_said(name: str, format: str) -> None:
    shown = visible(SAMPLES[name], format)
    assert [text for text in wanted(SAMPLES[name]) if text not in shown] == []


@pytest.mark.parametrize("format", PEOPLE)
def test_what_they_have_in_common_is_said(format: str) -> None:
    shown = visible(SAMPLES["usual"], format)
    assert "missing in 2 of 3, in part in 1" in shown
    assert "in part in 2 of 3" in shown
    assert "makes 1 more FIT (no. 2)" in shown
    assert "+3.1 points on average, 20 h" in shown
    assert "1 FIT, 2 UNFIT, 1 not read" in shown
    assert (
        "Docker and the dates of Analyst, Tidewater (an edit) would do it: +6.1 points, about 20 h" in shown
    )


@pytest.mark.parametrize("format", PEOPLE)
def test_empty_things_read_well(format: str) -> None:
    assert "No posting could be read." in visible(SAMPLES["nothing"], format)
    assert "against 1 posting" in visible(SAMPLES["nothing"], format)
    single = visible(SAMPLES["single"], format)
    assert "In common" not in single
    assert "Must-haves missing" not in single.replace("Mandatory", "")
    two = msgspec.structs.replace(SAMPLES["single"], postings=(posting(1), posting(2)))
    assert "No gap stands in two of the postings." in visible(two, format)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("width", [60, 80, 100, 137])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_is_wider_than_asked(name: str, width: int, full: bool, encoding: str) -> None:
    shown = render(SAMPLES[name], "terminal", width=width, full=full, encoding=encoding)
    assert [line for line in shown.splitlines() if cell_len(line) > width] == []
    shown.encode(encoding)


def test_the_short_form_is_about_a_screen_and_counts_what_it_leaves_out() -> None:
    gap = SAMPLES["usual"].common_gaps[0]
    names = tuple(f"A skill with a long name {i}" for i in range(12))
    many = msgspec.structs.replace(
        SAMPLES["usual"],
        postings=tuple(posting(rank, missing_musts=names) for rank in range(1, 31)),
        common_gaps=(gap,) * 12,
    )
    shown = render(many, "terminal")
    assert len(shown.splitlines()) <= 52
    assert "+20 more; --full shows them" in shown
    assert re.search(r"A skill with a long name 0 \+11$", shown, re.MULTILINE)
    assert "+7 more" in shown
    full = render(many, "terminal", full=True)
    assert "more" not in full.replace("makes 1 more FIT", "")
    assert full.count("A skill with a long name 11") == 30


def test_color_changes_no_word() -> None:
    plain, color = (render(SAMPLES["usual"], "terminal", color=color) for color in (False, True))
    assert plain != color
    assert re.sub("\x1b\\[[0-9;]*m", "", color) == plain


def test_narrow_pages_leave_out_the_last_scores() -> None:
    heads = [render(SAMPLES["usual"], "terminal", width=width).splitlines()[2] for width in (60, 137)]
    assert "skills" in heads[0]
    assert "domain" not in heads[0]
    assert all(name in heads[1] for name in SHOWN_SCORES.values())


def test_hostile_text_is_text() -> None:
    for full in (True, False):
        assert re.findall(FORBIDDEN, render(SAMPLES["hostile"], "terminal", full=full)) == []
    for format in ("html", "markdown"):
        shown = render(SAMPLES["hostile"], format)
        assert sample_hostile.SCRIPT not in shown
        tags = {tag for tag, _ in (markdown_page if format == "markdown" else Page)(shown).elements}
        assert not tags & {"script", "img", "iframe", "form", "object"}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_is_whole(name: str) -> None:
    page = Page(render(SAMPLES[name], "html"))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.values("href")} <= set(ids)
    assert {part for value in page.values("aria-labelledby") for part in value.split()} <= set(ids)
    assert not {tag for tag, _ in page.elements} & {"script", "link", "img", "iframe", "form"}
    assert "sha256-" in render(SAMPLES[name], "html")


@pytest.mark.parametrize("name", SAMPLES)
def test_json_keeps_to_its_schema(name: str) -> None:
    data = json.loads(render(SAMPLES[name], "json"))
    jsonschema.Draft202012Validator(build("comparison")).validate(data)
    assert data["schema"] == "careercraft.comparison/1"
    assert msgspec.json.decode(render(SAMPLES[name], "json"), type=Comparison) == SAMPLES[name]


def test_the_schema_refuses_what_breaks_the_contract() -> None:
    data = json.loads(render(usual(), "json"))
    data["postings"][0]["label"] = "MAYBE"
    assert not jsonschema.Draft202012Validator(build("comparison")).is_valid(data)


@pytest.mark.parametrize("name", SAMPLES)
def test_csv_is_a_line_a_posting(name: str) -> None:
    comparison = SAMPLES[name]
    rows = list(csv.DictReader(io.StringIO(render(comparison, "csv"), newline="")))
    assert len(rows) == len(comparison.postings) + len(comparison.unread)
    for row, item in zip(rows, comparison.postings, strict=False):
        assert (int(row["rank"]), row["verdict"]) == (item.rank, item.label)
        assert (float(row["readiness"]), float(row["low"]), float(row["high"])) == (
            item.readiness,
            *item.interval,
        )
        for key, value in item.scores.items():
            assert row[key] == ("" if value is None else str(value))
    for row, unread in zip(rows[len(comparison.postings) :], comparison.unread, strict=True):
        assert row["error"] == clean(unread.message)
    assert all(None not in row and None not in row.values() for row in rows)


def test_a_cell_is_no_formula() -> None:
    title = '=HYPERLINK("http://example.org")'
    evil = msgspec.structs.replace(usual(), postings=(posting(1, title=title, company="+1", file="@a"),))
    (row, _) = csv.DictReader(io.StringIO(render(evil, "csv"), newline=""))
    assert (row["title"], row["company"], row["file"]) == (f"'{title}", "'+1", "'@a")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown format: pdf"):
        render(usual(), "pdf")
    assert set(PEOPLE) < set(FORMATS)
    assert set(SHOWN_SCORES) <= set(SCORE_NAMES)
