"""One score explained: every row, every quote of both sides, and how it adds up; nothing that isn't in the report."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
from rich.cells import cell_len

from careercraft.errors import UsageError
from careercraft.model.analysis import Analysis
from careercraft.model.facts import ExperienceFacts, Facts, RelevantWork, YearsAsked
from careercraft.model.match import Evidence
from careercraft.model.score import Row
from careercraft.render.explain import FORMATS, KEYS, explain, parse_keys, render
from careercraft.render.wording import clean
from careercraft.score.formulas import FORMULAS
from careercraft.score.skills import KINDS
from tests.render import sample_hostile
from tests.render.sample import all_samples
from tests.render.texts import markdown_page

SAMPLES = all_samples()


def words(text: str) -> str:
    return " ".join(text.split())


def seen(analysis: Analysis, key: str, format: str) -> str:
    shown = render(analysis, parse_keys([key]), format, width=900)
    return words(shown if format == "terminal" else markdown_page(shown).text)


def with_score(analysis: Analysis, key: str, *rows: Row, value: float = 50.0) -> Analysis:
    scores = tuple(
        msgspec.structs.replace(score, rows=rows, value=value, status="scored") if score.key == key else score
        for score in analysis.scores
    )
    return msgspec.structs.replace(analysis, scores=scores)


@pytest.mark.parametrize("format", ["terminal", "markdown"])
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", SAMPLES)
def test_all_of_a_score_is_said(name: str, key: str, format: str) -> None:
    analysis = SAMPLES[name]
    score = next(score for score in analysis.scores if score.key == key)
    shown = seen(analysis, key, format)
    assert FORMULAS[key] in shown  # type: ignore[index]
    for row in score.rows:
        assert clean(row.label) in shown or key == "readiness"
        assert (f"{row.points:.2f}" if key == "readiness" else f"{row.points:.3f}") in shown
        for evidence in row.evidence:
            assert clean(evidence.quote) in shown
    if score.value is not None:
        assert f"{score.value:.1f}" in shown


@pytest.mark.parametrize("name", SAMPLES)
def test_a_requirement_shows_both_sides(name: str) -> None:
    """The report's row holds the evidence of one side."""
    analysis = SAMPLES[name]
    (found,) = explain(analysis, ["skills_match"])
    entries = {clean(entry.name): entry for entry in analysis.skills.required()}
    for row in found.rows:
        entry = entries.get(row.label)
        if entry is not None:
            assert {quote.text for quote in row.resume} >= {clean(e.quote) for e in entry.resume_evidence}
            assert {quote.text for quote in row.job} >= {clean(e.quote) for e in entry.job_evidence}
            assert f"share {entry.strength:.3f}".rstrip("0").rstrip(".") in row.worth


def test_the_words_of_the_person_stand_in_no_quote() -> None:
    analysis = SAMPLES["engineer"]
    entry = msgspec.structs.replace(
        analysis.skills.matched[0], source="self", statement="two years at work", resume_evidence=()
    )
    skills = msgspec.structs.replace(analysis.skills, matched=(entry,))
    analysis = with_score(
        msgspec.structs.replace(analysis, skills=skills), "skills_match",
        Row(label=entry.name, points=50, of=100, evidence=entry.job_evidence),
    )  # fmt: skip
    for format in ("terminal", "markdown"):
        assert "you say: “two years at work”" in seen(analysis, "skills_match", format)


def quote(side: str, words: str, start: int) -> Evidence:
    return Evidence(document=side, quote=words, start=start, end=start + len(words))  # type: ignore[arg-type]


def test_a_fact_shows_what_is_asked_beside_what_is_found() -> None:
    """Two facts rest on the same words of the resume; each row gets the other side of its own."""
    dated, asked = quote("resume", "Nurse, 2019 - 2024", 0), quote("job", "three years on a ward", 10)
    experience = ExperienceFacts(
        asked=(
            YearsAsked(
                label="ward", years=3, found=5, importance="must", evidence=(asked,), found_evidence=(dated,)
            ),
        ),
        work=(RelevantWork(label="Nurse, Mercy", years=5, relevance=1, evidence=(dated,)),),
    )
    analysis = with_score(
        msgspec.structs.replace(SAMPLES["nurse"], facts=Facts(experience=experience)), "experience_match",
        Row(label="ward: 5 of 3 years", points=30, of=50, evidence=(dated,)),
        Row(label="Kind of work: Nurse, Mercy", points=20, of=50, evidence=(dated,)),
    )  # fmt: skip
    years, kind = explain(analysis, ["experience_match"])[0].rows
    assert [q.text for q in (*years.resume, *years.job)] == [dated.quote, asked.quote]
    assert [q.text for q in (*kind.resume, *kind.job)] == [dated.quote]


def test_what_a_score_adds_to_the_readiness_is_said() -> None:
    analysis = SAMPLES["engineer"]
    assert "35.00 % of all that is known: it adds 20.51" in seen(analysis, "skills_match", "terminal")
    assert "takes no part in the readiness" in seen(analysis, "salary_match", "terminal")
    assert "in the readiness" not in seen(analysis, "confidence", "markdown").replace("no part of", "")


def test_the_readiness_is_its_waterfall() -> None:
    for format in ("terminal", "markdown"):
        shown = seen(SAMPLES["engineer"], "readiness", format)
        assert "20.51" in shown
        assert "Not stated, so without weight: salary match." in shown
    assert explain(SAMPLES["engineer"], ["skills_match"])[0].fall is None


def test_json_is_the_score_alone() -> None:
    analysis = SAMPLES["engineer"]
    score = next(score for score in analysis.scores if score.key == "soft_skills")
    assert msgspec.json.decode(render(analysis, ("soft_skills",), "json"), type=type(score)) == score
    both = render(analysis, ("soft_skills", "readiness"), "json")
    decoder, found = json.JSONDecoder(), []
    while both.strip():
        value, end = decoder.raw_decode(both.lstrip())
        found.append(value["key"])
        both = both.lstrip()[end:]
    assert found == ["soft_skills", "readiness"]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
@pytest.mark.parametrize("width", [60, 80, 100])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_is_wider_than_asked(name: str, width: int, encoding: str) -> None:
    shown = render(SAMPLES[name], KEYS, "terminal", width=width, encoding=encoding)
    assert [line for line in shown.splitlines() if cell_len(line) > width] == []
    shown.encode(encoding)


def test_color_changes_no_word() -> None:
    plain = render(SAMPLES["engineer"], KEYS, "terminal")
    color = render(SAMPLES["engineer"], KEYS, "terminal", color=True)
    assert color != plain
    assert re.sub("\x1b\\[[0-9;]*m", "", color) == plain


def test_hostile_text_is_text() -> None:
    shown = render(SAMPLES["hostile"], KEYS, "terminal", width=300)
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown) == []
    page = markdown_page(render(SAMPLES["hostile"], KEYS, "markdown"))
    assert {tag for tag, _ in page.elements} <= {
        "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "br",
    }  # fmt: skip
    assert sample_hostile.SCRIPT not in render(SAMPLES["hostile"], KEYS, "markdown")


def test_a_score_may_be_named_as_people_write_it() -> None:
    assert parse_keys(["Skills match", "skills-match", "READINESS"]) == ("skills_match", "readiness")


@pytest.mark.parametrize("name", ["", "skill", "skills_match2", "\x1b[31m"])
def test_another_name_is_refused_with_the_list(name: str) -> None:
    with pytest.raises(UsageError, match="there is no score") as raised:
        parse_keys([name])
    assert all(key in raised.value.hint for key in KEYS)
    assert "\x1b" not in raised.value.message


def test_other_formats_are_refused() -> None:
    with pytest.raises(UsageError, match="writes no html"):
        render(SAMPLES["nurse"], ("readiness",), "html")
    assert FORMATS == ("terminal", "markdown", "json")


def test_every_score_has_a_formula() -> None:
    assert set(FORMULAS) == set(KEYS)
    assert all("must 3" in FORMULAS[key] for key in KINDS)
