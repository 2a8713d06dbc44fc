"""`verify` on a model's part of a report: nothing counts for it that it didn't propose, and no number is another."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
import pytest

from careercraft.match.proposed import checked
from careercraft.model.proposed import Claim
from careercraft.pipeline import Understanding, settled
from careercraft.read import read_text
from careercraft.render.json import decode, encode
from careercraft.score.proposed import told
from careercraft.score.verify import verify
from tests.cli.llm_desk import JOB, RESUME
from tests.match import parts

CLAIMS = [
    Claim(kind="skill", name="Titanium", quote="the app of the depot with Titanium"),
    Claim(kind="soft_skill", name="Conflict resolution", quote="two quarrelling teams back to one table"),
    Claim(kind="requirement", name="Grafana", quote="We love Grafana dashboards"),
]
Report = dict[str, Any]
Change = Callable[[Report], None]


@cache
def written(counted: bool) -> bytes:
    bench = parts.built_in()
    resume, job = bench.resume(read_text(RESUME, "resume.txt")), bench.job(read_text(JOB, "job.txt"))
    sides = settled(Understanding(resume=resume, job=job), bench.linker)
    kept = checked(CLAIMS, sides.resume, sides.job, bench.linker, bench.today).kept
    assert [item.name for item in kept] == ["Titanium", "Conflict Resolution", "Grafana"]
    without, counting = bench.analyze(resume, job), bench.analyze(resume, job, proposals=kept)
    return encode(told(without, counting, kept, {}, model="openai/x", prompts=["p 1"], counted=counted))


def found(report: Report) -> list[str]:
    return [f"{item.where}: {item.message}" for item in verify(decode(msgspec.json.encode(report)))]


def entry(report: Report, name: str) -> Any:
    return next(
        e for part in ("matched", "partial", "missing") for e in report["skills"][part] if e["name"] == name
    )


def words(report: Report) -> list[Any]:
    """Those of Titanium, as evidence."""
    return [copy.deepcopy(report["proposals"]["kept"][0]["words"])]


SHOWN: dict[str, tuple[Change, str]] = {
    "the verdict without them": (
        lambda r: r["proposals"]["verdict_without"].update(reasons=["because"]),
        "its verdict isn't that of the report"),
    "a score before": (lambda r: r["proposals"]["scores"][0].update(before=1.5), "is 1.5, the report says"),
    "a better readiness": (
        lambda r: r["proposals"]["verdict_with"].update(readiness=69.9), "proposals.verdict_with.readiness: is 69.9"),
    "a better confidence": (
        lambda r: r["proposals"]["verdict_with"].update(confidence=99.9), "proposals.verdict_with.confidence: is 99.9"),
    "a FIT that it wouldn't be": (
        lambda r: r["proposals"]["verdict_with"].update(threshold=90), "says FIT under the threshold"),
    "one that counts all the same": (
        lambda r: entry(r, "Titanium").update(source="model", resume_evidence=words(r)),
        "no counted proposal of a model bears out Titanium"),
}  # fmt: skip
USED: dict[str, tuple[Change, str]] = {
    "the verdict with them": (
        lambda r: r["proposals"]["verdict_with"].update(reasons=["because"]), "its verdict isn't that of the report"),
    "a score after": (lambda r: r["proposals"]["scores"][0].update(after=1.5), "is 1.5, the report says"),
    "words from outside of the quote": (
        lambda r: r["proposals"]["kept"][0].update(words=r["proposals"]["kept"][1]["words"]),
        "the quote doesn't hold the words of Titanium"),
    "a proposal taken away": (
        lambda r: r["proposals"]["kept"].pop(0), "no counted proposal of a model bears out Titanium"),
    "one taken away, and its mark with it": (
        lambda r: entry(r, r["proposals"]["kept"].pop(0)["name"]).update(source="document"),
        "no counted proposal of a model bears out Titanium"),
    "a mark of its own making": (
        lambda r: entry(r, "Linux").update(source="model"), "no counted proposal of a model bears out Linux"),
    "other evidence": (
        lambda r: entry(r, "Titanium").update(resume_evidence=entry(r, "Linux")["resume_evidence"]),
        "no counted proposal of a model bears out Titanium"),
    "the words of another skill": (
        lambda r: entry(r, "Terraform").update(source="model", tier="exact", resume_evidence=words(r)),
        "no counted proposal of a model bears out Terraform"),
}  # fmt: skip


@pytest.mark.parametrize("counted", [False, True])
def test_what_was_written_holds(counted: bool) -> None:
    assert found(msgspec.json.decode(written(counted))) == []


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_only_shown_can_not_be_made_more_of(name: str) -> None:
    _is_found(SHOWN[name], counted=False)


@pytest.mark.parametrize("name", USED)
def test_what_counts_was_proposed(name: str) -> None:
    _is_found(USED[name], counted=True)


def _is_found(tampered: tuple[Change, str], *, counted: bool) -> None:
    change, message = tampered
    report = msgspec.json.decode(written(counted))
    change(report)
    assert any(message in line for line in found(report)), found(report)
