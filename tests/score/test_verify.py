"""`verify` passes what the program wrote and finds whatever was changed in it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.errors import InputError
from careercraft.model.analysis import Analysis
from careercraft.read import read_text
from careercraft.render.json import decode, encode
from careercraft.score.verify import evidence_of, verify
from tests.match import parts
from tests.score.builders import fuzz

RESUME = parts.resume(
    summary="Developer with a liking for teamwork",
    work="Built Python services on PostgreSQL\nWrote dashboards with Power BI",
    skills="Docker, Kuberentes",
    dates="Jan 2024 - Present",
    education="BSc Physics, Example University, 2016 - 2020",
)
JOB = parts.posting(
    "5+ years of experience with Python\nKubernetes\nMySQL\nFlask\nDocker\nTeamwork\nMust hold a CDL\n"
    "6+ years of experience as a software engineer\nBachelor's degree in Computer Science",
    nice="Terraform\nAbility to juggle flaming torches",
)


@cache
def analysis() -> Analysis:
    bench = parts.built_in()
    resume = bench.resume(read_text(RESUME, "resume.txt"))
    return bench.analyze(resume, bench.job(read_text(JOB, "job.txt")))


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return msgspec.json.decode(encode(analysis()))


def mismatches(report: dict[str, Any]) -> list[str]:
    return [found.where for found in verify(decode(msgspec.json.encode(report)))]


def test_what_was_written_passes(report: dict[str, Any]) -> None:
    assert mismatches(report) == []
    assert report["counterfactuals"]
    assert report["recommendations"]
    assert all(report["skills"][name] for name in ("matched", "partial", "missing", "extra"))


def test_a_brief_line_passes_without_its_documents(report: dict[str, Any]) -> None:
    brief = {key: value for key, value in report.items() if key not in {"documents", "resume", "job"}}
    assert mismatches(brief) == []


def test_all_evidence_is_looked_at(report: dict[str, Any]) -> None:
    def count(value: object) -> int:
        if isinstance(value, dict):
            return ("quote" in value and "document" in value) + sum(count(item) for item in value.values())
        return sum(count(item) for item in value) if isinstance(value, list) else 0

    assert sum(1 for _ in evidence_of(decode(msgspec.json.encode(report)))) == count(report)


Change = Callable[[dict[str, Any]], None]


def _score(report: dict[str, Any], key: str) -> dict[str, Any]:
    return next(score for score in report["scores"] if score["key"] == key)


def _shown(report: dict[str, Any]) -> dict[str, Any]:
    return report["skills"]["matched"][0]["resume_evidence"][0]


TAMPERED: dict[str, tuple[Change, str]] = {
    "a quote": (lambda r: _shown(r).update(quote="Wrote Linux"), "skills.matched[0]"),
    "a place": (lambda r: _shown(r).update(start=0), "skills.matched[0]"),
    "a place from the end": (
        lambda r: _shown(r).update(start=-5, end=-1, quote=r["documents"]["resume"]["text"][-5:-1]),
        "skills.matched[0]",
    ),
    "the side of a quote": (lambda r: _shown(r).update(document="job"), "skills.matched[0]"),
    "no evidence": (lambda r: r["skills"]["matched"][0].update(resume_evidence=[]), "skills.matched[0]"),
    "the posting as evidence": (
        lambda r: r["skills"]["matched"][0].update(resume_evidence=r["skills"]["matched"][0]["job_evidence"]),
        "skills.matched[0]",
    ),
    "the text": (lambda r: r["documents"]["resume"].update(text="x" + r["documents"]["resume"]["text"]), "skills"),
    "a score": (lambda r: _score(r, "skills_match").update(value=99.0), "scores.skills_match"),
    "a score that wasn't stated": (
        lambda r: _score(r, "salary_match").update(value=99.0, status="scored"), "scores.salary_match"),
    "a row": (lambda r: _score(r, "skills_match")["rows"][0].update(points=0.0), "scores.skills_match"),
    "a weight of a score": (lambda r: _score(r, "skills_match").update(weight=0.1), "scores.skills_match.weight"),
    "a weight of the engine": (lambda r: r["engine"]["weights"].update(skills_match=0.9), "scores"),
    "a weight taken away": (lambda r: r["engine"]["weights"].pop("skills_match"), "engine.weights"),
    "a weight added": (lambda r: r["engine"]["weights"].update(charm=1.0), "engine.weights"),
    "a score taken away": (lambda r: r["scores"].pop(), "scores.confidence"),
    "a strength": (lambda r: r["skills"]["partial"][0].update(strength=0.99), "scores.skills_match"),
    "an importance": (lambda r: r["skills"]["missing"][0].update(importance="nice"), "scores.skills_match"),
    "a missing skill taken away": (lambda r: r["skills"]["missing"].pop(0), "scores.skills_match"),
    "a list": (lambda r: r["skills"]["matched"].append(r["skills"]["missing"].pop(0)), "skills.matched"),
    "the label": (lambda r: r["verdict"].update(label="FIT"), "verdict.label"),
    "the readiness": (lambda r: r["verdict"].update(readiness=88.8), "verdict.readiness"),
    "the threshold": (lambda r: r["verdict"].update(threshold=10), "verdict.threshold"),
    "the threshold of the engine": (lambda r: r["engine"].update(threshold=10), "verdict"),
    "the interval": (lambda r: r["verdict"].update(interval=[0.0, 1.0]), "verdict.interval"),
    "borderline": (lambda r: r["verdict"].update(borderline=not r["verdict"]["borderline"]), "verdict.borderline"),
    "a reason": (lambda r: r["verdict"].update(reasons=["because"]), "verdict.reasons"),
    "a hard requirement": (
        lambda r: r["verdict"]["hard_requirements"][0].update(met="yes"), "verdict.hard_requirements"),
    "a fact": (lambda r: r["facts"]["experience"]["asked"][0].update(found=50.0), "scores.experience_match"),
    "points of a gap": (lambda r: r["gaps"][0].update(points=0.1), "gaps."),
    "severity of a gap": (lambda r: r["gaps"][0].update(severity="minor"), "gaps."),
    "a gap taken away": (lambda r: r["gaps"].pop(0), "gaps."),
    "points of a gap of years": (
        lambda r: next(gap for gap in r["gaps"] if "years" in gap["name"]).update(points=0.1), "gaps."),
    "a gap added": (lambda r: r["gaps"].append({**r["gaps"][0], "name": "Charm"}), "gaps.Charm"),
    "points of a strength": (lambda r: r["strengths"][0].update(points=50.0), "strengths"),
    "points of a recommendation": (lambda r: r["recommendations"][0].update(points=50.0), "recommendations[0]"),
    "points of an improvement": (lambda r: r["priority_improvements"][0].update(points=50.0), "priority_improvements"),
    "points of a counterfactual": (lambda r: r["counterfactuals"][0].update(points=1.0), "counterfactuals[0].points"),
    "readiness of a counterfactual": (
        lambda r: r["counterfactuals"][0].update(readiness=99.0), "counterfactuals[0].readiness"),
    "a change of a counterfactual": (
        lambda r: r["counterfactuals"][0]["changes"][0].update(points=77.0), "counterfactuals[0].changes"),
    "a counterfactual that does too little": (
        lambda r: r["counterfactuals"][0]["changes"].pop(), "counterfactuals[0]"),
    "a change of what is no gap": (
        lambda r: r["counterfactuals"][0]["changes"][0].update(name="Charm"), "counterfactuals[0].changes"),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERED)
def test_each_kind_of_tampering_is_found(report: dict[str, Any], name: str) -> None:
    change, where = TAMPERED[name]
    changed = copy.deepcopy(report)
    change(changed)
    assert changed != report
    found = mismatches(changed)
    assert any(path.startswith(where) for path in found), found


COMPUTED = ("verdict", "scores", "strengths", "counterfactuals", "next_steps", "priority_improvements")
"""All that follows from the rest of the report."""


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    else:
        yield path


def changed_at(report: dict[str, Any], path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    changed = copy.deepcopy(report)
    holder: Any = changed
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return changed


def other(value: object, data: st.DataObject) -> object:
    """Another value of the same JSON type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + data.draw(st.sampled_from([-7, -1, 1, 3, 40]))
    return f"{value}x" if isinstance(value, str) else value


@fuzz
@given(st.data())
def test_no_computed_value_can_change_unseen(data: st.DataObject) -> None:
    report = msgspec.json.decode(encode(analysis()))
    path = data.draw(
        st.sampled_from([path for path in leaves(report) if path[0] in COMPUTED and path[-1] != "page"])
    )
    value: Any = report
    for step in path:
        value = value[step]
    changed = changed_at(report, path, other(value, data))
    if changed == report or (path[0] == "counterfactuals" and path[-1] == "hours"):
        return  # hours come from the taxonomy, which a report doesn't hold
    try:
        read = decode(msgspec.json.encode(changed))
    except InputError:
        return  # the schema finds it
    assert verify(read) != [], path


PRECIOUS = ("skills", "facts", "engine", "gaps", "counterfactuals", "verdict", "recommendations", "documents")


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Of every key and item, not only the leaves."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value[:3]):
            yield from places(item, (*path, index))


def test_whatever_is_taken_out_never_breaks_it(report: dict[str, Any]) -> None:
    """A damaged report is a list of mismatches or no report at all, never a crash."""
    data = msgspec.json.encode(report)
    tried = 0
    for path in places({key: report[key] for key in PRECIOUS}):
        changed = holder = msgspec.json.decode(data)
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
        try:
            read = decode(msgspec.json.encode(changed))
        except InputError:
            continue  # the schema finds it
        verify(read)
        tried += 1
    assert tried > 100


@cache
def fit() -> dict[str, Any]:
    """A FIT, with what it rests on and what would have become of it."""
    from careercraft.api import Workbench
    from careercraft.match.changes import parse_changes
    from careercraft.match.removal import Held
    from careercraft.match.resume_skills import skill_uses
    from careercraft.score.steps import Scene
    from careercraft.score.what_if import tried
    from careercraft.settings import Settings

    bench = Workbench(Settings(threshold=20.0), parts.TODAY, {})
    bench.__dict__["linker"] = parts.built_in().linker
    resume = bench.resume(read_text(RESUME, "resume.txt"))
    job = JOB.replace("Must hold a CDL\n", "").replace("- Must hold a CDL", "")
    found = bench.analyze(resume, bench.job(read_text(job, "job.txt")))
    assert found.verdict.label == "FIT"
    scene = Scene(found.skills, found.facts, found.engine.weights, found.engine.threshold)
    held = Held(skill_uses(resume.resume, resume.mentions, parts.TODAY), resume.document)
    changes = parse_changes(["-Python", "+Terraform:2y", "-degree"], bench.linker, found.skills, (), held)
    what_if = tried(scene, changes)
    report: dict[str, Any] = msgspec.json.decode(encode(msgspec.structs.replace(found, what_if=what_if)))
    return report


FIT_TAMPERED: dict[str, tuple[Change, str]] = {
    "the margin": (lambda r: r["margin"].update(points=50.0), "margin"),
    "what it rests on": (lambda r: r["margin"].update(falls_without=["Charm"]), "margin"),
    "the margin taken away": (lambda r: r.pop("margin"), "margin"),
    "the verdict of what if": (lambda r: r["what_if"]["verdict"].update(readiness=99.0), "what_if"),
    "a score of what if": (lambda r: r["what_if"]["scores"][0].update(after=1.0), "what_if"),
    "a requirement of what if": (lambda r: r["what_if"]["requirements"].pop(), "what_if"),
    "a change of what if": (lambda r: r["what_if"]["changes"].pop(), "what_if"),
    "what is left in what if": (
        lambda r: r["what_if"]["changes"][0]["leaves"][0].update(strength=0.5), "what_if"),
}  # fmt: skip


def test_a_fit_with_a_what_if_passes() -> None:
    assert mismatches(fit()) == []


@pytest.mark.parametrize("name", FIT_TAMPERED)
def test_tampering_with_a_fit_is_found(name: str) -> None:
    change, where = FIT_TAMPERED[name]
    changed = copy.deepcopy(fit())
    change(changed)
    assert any(path.startswith(where) for path in mismatches(changed))
