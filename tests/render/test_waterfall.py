"""The waterfall: its numbers are those of the report, its bars begin where the one before ends, in every format."""

from __future__ import annotations

import msgspec
import pytest
from rich.cells import cell_len

from careercraft.model.analysis import Analysis
from careercraft.model.score import Row
from careercraft.render import render
from careercraft.render.build import build
from careercraft.render.chart import WIDTH, waterfall_chart
from careercraft.render.waterfall import Waterfall, lines, silence, waterfall
from tests.render.sample import all_samples
from tests.render.texts import visible

SAMPLES = all_samples()
PEOPLE = ("terminal", "markdown", "html")


def fall_of(analysis: Analysis) -> Waterfall:
    return waterfall(build(analysis), analysis.verdict.threshold)


def with_rows(analysis: Analysis, *rows: Row, value: float | None = None) -> Analysis:
    """The same with other rows of the readiness."""
    scores = tuple(
        msgspec.structs.replace(score, rows=rows, value=value) if score.key == "readiness" else score
        for score in analysis.scores
    )
    return msgspec.structs.replace(analysis, scores=scores)


def row(label: str, points: float, of: float) -> Row:
    return Row(label=label, points=points, of=of)


@pytest.mark.parametrize("name", SAMPLES)
def test_each_step_begins_where_the_one_before_ends(name: str) -> None:
    found = fall_of(SAMPLES[name])
    rows = next(score for score in SAMPLES[name].scores if score.key == "readiness").rows
    assert [(step.points, step.of) for step in found.steps] == [
        (f"{row.points:.2f}", f"{row.of:.2f}") for row in rows
    ]
    ends = [0.0, *(step.end for step in found.steps)]
    assert [step.start for step in found.steps] == ends[:-1]
    assert abs(ends[-1] - found.value) < 0.06
    assert all(step.start <= step.end <= step.most + 1e-9 for step in found.steps)


@pytest.mark.parametrize("format", PEOPLE)
def test_every_format_says_what_each_part_adds(format: str) -> None:
    shown = visible(SAMPLES["engineer"], format)
    for step in fall_of(SAMPLES["engineer"]).steps:
        assert step.name in shown
        assert step.points in shown
        assert step.of in shown
    assert "without weight: salary match" in shown


@pytest.mark.parametrize("format", PEOPLE)
def test_another_number_is_another_waterfall(format: str) -> None:
    shown = {
        render(
            with_rows(SAMPLES["engineer"], row("Skills match", points, 100), value=40.0), format, full=True
        )
        for points in (40.04, 40.03)
    }
    assert len(shown) == 2


def test_the_short_report_says_in_a_column_what_each_score_adds() -> None:
    shown = render(SAMPLES["engineer"], "terminal").splitlines()
    line = next(line for line in shown if line.startswith("  Experience match"))
    assert line.split()[3:5] == ["76.2", "+15.2"]
    readiness = next(line for line in shown if line.startswith("  Readiness"))
    assert "+" not in readiness


@pytest.mark.parametrize("threshold", [0.0, 3.0, 50.0, 70.0, 97.0, 100.0])
@pytest.mark.parametrize("width", [58, 78, 98])
def test_the_threshold_is_drawn_at_its_place(width: int, threshold: float) -> None:
    analysis = SAMPLES["engineer"]
    found = waterfall(build(analysis), threshold)
    drawn = [[name, "".join(text for text, _ in runs)] for name, runs in lines(found, width, 16)]
    assert all(16 + 2 + cell_len(text) <= width for _, text in drawn)
    *_, (_, label) = drawn
    room = width - 16 - 16 - 4
    assert abs(label.index("│") - threshold * room / 100) <= 1
    assert f"FIT needs {found.threshold}" in label
    for _, text in drawn[:-1]:
        assert text[label.index("│")] in "│█░"


def test_what_adds_next_to_nothing_is_seen() -> None:
    found = fall_of(with_rows(SAMPLES["engineer"], row("Soft skills", 0.04, 2), row("A", 0.0, 98), value=0.0))
    first, second, *_ = (("".join(text for text, _ in runs)) for _, runs in lines(found, 78, 16))
    assert first.count("█") == 1
    assert "█" not in second


def test_nothing_known_is_said() -> None:
    nothing = with_rows(SAMPLES["engineer"], value=None)
    found = fall_of(nothing)
    assert found.steps == ()
    assert silence(found) == "Nothing could be compared, so nothing adds up."
    for format in PEOPLE:
        assert "Nothing could be compared" in visible(nothing, format)


def test_everything_known_needs_no_words() -> None:
    analysis = SAMPLES["engineer"]
    known = tuple(
        msgspec.structs.replace(score, value=50.0) if score.value is None else score
        for score in analysis.scores
    )
    assert silence(fall_of(msgspec.structs.replace(analysis, scores=known))) == ""


@pytest.mark.parametrize("name", SAMPLES)
def test_the_picture_stays_in_its_frame(name: str) -> None:
    chart = waterfall_chart(fall_of(SAMPLES[name]))
    for fall in chart.falls:
        assert 0 <= fall.x <= fall.x + fall.length + fall.lost <= WIDTH + 0.2
        assert fall.y < chart.height
    assert [fall.whole for fall in chart.falls][-1:] == [True]
    assert f"FIT needs {fall_of(SAMPLES[name]).threshold}." in chart.description


def test_bars_have_an_ascii_form() -> None:
    shown = render(SAMPLES["engineer"], "terminal", full=True, encoding="ascii")
    drawn = next(line for line in shown.splitlines() if "+20.51 of 35.00" in line)
    assert "#" in drawn
    assert "|" in drawn
    assert "?" not in drawn
