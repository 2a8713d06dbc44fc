"""The formats say the same: every number of the scorecard and every skill stands in each of them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from careercraft.model.analysis import Analysis
from careercraft.render.json import decode, encode
from careercraft.render.wording import clean
from tests.render.sample import all_samples
from tests.render.texts import visible

SAMPLES = all_samples()
PEOPLE = ("terminal", "markdown", "html")


def numbers(analysis: Analysis) -> Iterator[str]:
    verdict = analysis.verdict
    for value in (verdict.readiness, verdict.confidence, *verdict.interval):
        yield f"{value:.1f}"
    for score in analysis.scores:
        yield "–" if score.value is None else f"{score.value:.1f}"
    for gap in analysis.gaps:
        yield f"{gap.points:+.1f}"
    for way in analysis.counterfactuals:
        yield f"{way.points:+.1f}"


def words(analysis: Analysis) -> Iterator[str]:
    skills = analysis.skills
    for entry in (*skills.required(), *skills.extra):
        yield entry.name
        for evidence in entry.resume_evidence:
            yield evidence.quote
    yield from (item.text for item in analysis.strengths)
    yield from (item.text for item in (*analysis.recommendations, *analysis.priority_improvements))
    for gap in analysis.gaps:
        yield from (gap.name, gap.severity, gap.reason)
    for hard in analysis.verdict.hard_requirements:
        yield hard.text
    for resource in analysis.learning_resources:
        yield from (resource.title, resource.url)
    for step in analysis.next_steps:
        yield from (step.text, step.command or "")


def missing(analysis: Analysis, format: str) -> list[str]:
    shown = visible(analysis, format)
    # The terminal says with "+2" that there are more quotes, in its full form too.
    quotes = {item.quote for entry in analysis.skills.required() for item in entry.resume_evidence[1:]}
    wanted = [word for word in words(analysis) if format != "terminal" or word not in quotes]
    return [part for part in (*numbers(analysis), *map(clean, wanted)) if part not in shown]


@pytest.mark.parametrize("format", PEOPLE)
@pytest.mark.parametrize("name", SAMPLES)
def test_everything_is_said(name: str, format: str) -> None:
    assert missing(SAMPLES[name], format) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_json_holds_it_all(name: str) -> None:
    assert decode(encode(SAMPLES[name])) == SAMPLES[name]


def test_the_check_sees_what_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = SAMPLES["engineer"]
    without = msgspec.structs.replace(analysis, skills=msgspec.structs.replace(analysis.skills, extra=()))
    shown = visible(without, "markdown")
    monkeypatch.setattr("tests.render.test_agreement.visible", lambda *_: shown)
    assert "French" in missing(analysis, "markdown")
