"""The view-model and the places that its quotes point to."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from careercraft.model.match import Evidence
from careercraft.render.build import build
from careercraft.render.passages import anchor, build_documents, find_marks
from tests.render.sample import all_samples

SAMPLES = all_samples()
REPORTS = {name: build(analysis) for name, analysis in SAMPLES.items()}


def test_the_documents_are_whole() -> None:
    analysis = SAMPLES["engineer"]
    for view in REPORTS["engineer"].documents:
        document = getattr(analysis.documents, view.side)
        assert "".join(segment.text for segment in view.segments) == document.text


def test_overlapping_evidence_shares_a_mark() -> None:
    analysis = SAMPLES["engineer"]
    marks = find_marks(analysis)
    spans = marks["resume"]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    evidence = [e for entry in analysis.skills.required() for e in entry.resume_evidence]
    assert all(anchor(marks, item) for item in evidence)
    assert len(spans) < len({(item.start, item.end) for item in evidence}) + 20


def test_evidence_that_is_wrong_or_outside_has_no_mark() -> None:
    marks = find_marks(SAMPLES["engineer"])
    assert anchor(marks, Evidence(document="resume", quote="x", start=10**6, end=10**6 + 1)) == ""
    wrong = Evidence(document="resume", quote="these words stand nowhere", start=3, end=28)
    assert anchor(find_marks(SAMPLES["hostile"]), wrong) == ""
    brief = msgspec.structs.replace(SAMPLES["engineer"], documents=msgspec.UNSET)
    assert find_marks(brief) == {}
    assert build_documents(brief, {}) == ()


def test_must_comes_before_nice() -> None:
    order = [skill.importance for skill in REPORTS["engineer"].missing]
    assert order == ["must", "must", "nice", "nice", "nice"]


def test_a_gap_brings_its_figures_to_the_skill() -> None:
    missing = {skill.name: skill for skill in REPORTS["engineer"].missing}
    assert (missing["Apache Airflow"].points, missing["Apache Airflow"].hours) == ("+7.1", "30 h")
    assert missing["clinical data standards (HL7 FHIR)"].points == "+0.9"
    assert missing["Apache Kafka"].points == ""


def test_a_recommendation_is_given_once() -> None:
    analysis = SAMPLES["engineer"]
    both = (*analysis.priority_improvements, *analysis.recommendations)
    report = build(msgspec.structs.replace(analysis, recommendations=both))
    assert len(report.recommendations) == len(analysis.recommendations)


def test_the_same_quote_is_shown_once() -> None:
    analysis = SAMPLES["engineer"]
    first = analysis.skills.matched[0]
    doubled = msgspec.structs.replace(first, resume_evidence=first.resume_evidence * 2)
    skills = msgspec.structs.replace(analysis.skills, matched=(doubled,))
    report = build(msgspec.structs.replace(analysis, skills=skills))
    assert len(report.matched[0].resume_quotes) == 3


def test_only_addresses_of_the_web_may_be_followed() -> None:
    assert [resource.link for resource in REPORTS["hostile"].resources] == [False, False]
    assert all(resource.link for resource in REPORTS["engineer"].resources)


def test_hidden_text_and_problems_are_told() -> None:
    notes = REPORTS["hostile"].notes
    assert notes[0].startswith("Hidden text in the resume on page 1, in the color of the page, was left out")
    assert notes[1].startswith("In the posting: [bold]loud")


def test_titles_fall_back() -> None:
    assert REPORTS["baker"].title == "Job posting"
    without = msgspec.structs.replace(SAMPLES["engineer"], job=msgspec.UNSET)
    assert build(without).title == "northwind.txt"
