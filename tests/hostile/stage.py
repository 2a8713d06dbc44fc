"""A hostile case on the true path: documents read and understood, the model asked and checked, the reports made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import msgspec
import pytest
from markdown_it import MarkdownIt
from msgspec import UNSET, structs

from careercraft.api import Workbench
from careercraft.cli.adviser import Adviser
from careercraft.errors import CareerCraftError
from careercraft.llm.scripted import ScriptedModel
from careercraft.match import credit, proposed_again
from careercraft.model.analysis import Analysis, Documents
from careercraft.model.match import Evidence, SkillEntry
from careercraft.model.proposed import Proposal, Proposals
from careercraft.model.setting_groups import Llm
from careercraft.render import render
from careercraft.score.identity import id_of
from careercraft.score.verify import verify
from tests.hostile.case import Case
from tests.llm.server import Request, ScriptedServer, Step, answer, by
from tests.render.pages import check_nothing_is_loaded

MODEL = "openai/obeys"
OF_THE_MODEL = ("created", "proposals", "narrative", "usage")
"""Fields in which a report with a model may differ from one without, where nothing counts."""
_FORMATS = ("terminal", "markdown", "html")
_commonmark = MarkdownIt("commonmark", {"html": True})


class Staged(NamedTuple):
    plain: Analysis
    """Without a model."""
    shown: Analysis
    used: Analysis
    heard: tuple[str, ...]
    """The last message of each question."""
    failure: CareerCraftError | None


def staged(case: Case, bench: Workbench) -> Staged:
    """The model's answers come from the table."""
    replies = [case.of_resume, case.of_job]
    models = [ScriptedModel(replies), ScriptedModel(replies)]
    opened = iter(models)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("careercraft.cli.llm_flags.open_llm", lambda *_, **__: next(opened))
        found = run(case, bench, partial(Llm, model=MODEL))
    return found._replace(heard=tuple(item.messages[-1].content for item in models[0].heard))


def run(case: Case, bench: Workbench, settings: Callable[..., Llm]) -> Staged:
    """With whatever `open_llm` gives: `settings` makes the settings of a model, but for its evidence."""
    resume = bench.resume(bench.read(case.resume_bytes, case.resume_file))
    job = bench.job(bench.read(case.job_text.encode(), "job.txt"))
    plain = bench.analyze(resume, job)
    found, failure = {}, None
    for evidence in ("show", "use"):
        adviser = Adviser(settings(evidence=evidence), yes=True)
        found[evidence] = adviser.proposed(bench, resume, job, plain, lambda _: None)
        failure = failure or adviser.failure
    return Staged(plain, found["show"], found["use"], (), failure)


def check(case: Case, bench: Workbench) -> None:
    """All that must hold of every case. Raises AssertionError."""
    check_staged(case, bench, staged(case, bench))


def check_wired(case: Case, bench: Workbench, server: ScriptedServer) -> None:
    """The same over HTTP, through litellm."""

    def choose(request: Request) -> Step:
        return answer(case.answer if "read one resume" in request.text else json.dumps(case.of_job))

    server.requests.clear()
    server.always = by(choose)
    found = run(case, bench, partial(Llm, model="openai/x", base_url=server.url, cache=False))
    asked = [request.messages[-1]["content"] for request in server.chats]
    check_staged(case, bench, found._replace(heard=tuple(words for words in asked if "=== DATA" in words)))


def check_staged(case: Case, bench: Workbench, stage: Staged) -> None:
    assert bool(stage.failure) == case.fails, stage.failure
    assert bare(stage.shown) == bare(stage.plain), "a number moved by itself"
    for analysis in (stage.shown, stage.used):
        _check_proposals(case, analysis)
    _check_counted(case, stage)
    for analysis in (stage.shown, stage.used) if case.kept else (stage.shown,):
        assert list(mismatches(analysis, bench)) == []
        assert list(mismatches(tampered(analysis), bench))
        _check_formats(case, analysis)
    _check_questions(stage.heard)


def bare(analysis: Analysis) -> bytes:
    """All of it but what a model may write."""
    fields = msgspec.to_builtins(analysis)
    return msgspec.json.encode({name: value for name, value in fields.items() if name not in OF_THE_MODEL})


def mismatches(analysis: Analysis, bench: Workbench) -> Iterator[str]:
    """As `careercraft verify` has them."""
    yield from (str(found) for found in verify(analysis))
    assert isinstance(analysis.documents, Documents)
    assert isinstance(analysis.proposals, Proposals)
    if id_of(analysis) != analysis.id:
        yield "id"
    for item in analysis.proposals.kept:
        side = analysis.documents.resume if item.quote.document == "resume" else analysis.documents.job
        if not proposed_again.still_holds(item, side.text, side.language, bench.linker):
            yield f"{item.name} isn't borne out"


def tampered(analysis: Analysis) -> Analysis:
    """A skill more than the model proposed, with the words that stand at the top of the resume."""
    assert isinstance(analysis.documents, Documents)
    assert isinstance(analysis.proposals, Proposals)
    words = Evidence(document="resume", quote=analysis.documents.resume.text[:6], start=0, end=6)
    more = Proposal(kind="skill", id="kubernetes", name="Kubernetes", by="name", quote=words, words=words)
    proposals = structs.replace(analysis.proposals, kept=(*analysis.proposals.kept, more))
    changed = structs.replace(analysis, proposals=proposals)
    return structs.replace(changed, id=id_of(changed))


def _check_proposals(case: Case, analysis: Analysis) -> None:
    found = analysis.proposals
    assert isinstance(found, Proposals)
    told = [_told(item) for item in found.kept]
    assert (told, found.dropped) == (list(case.kept), case.dropped)


def _told(item: Proposal) -> str:
    years = "" if item.years is UNSET else f"{item.years:g}"
    return " ".join(filter(None, [item.id or (item.name if item.kind == "requirement" else ""), years]))


def _check_counted(case: Case, stage: Staged) -> None:
    """Whatever counts more than without a model is marked; nothing that the posting asks is gone, or asked harder."""
    if not case.kept:
        assert bare(stage.used) == bare(stage.plain)
    before = {_key(entry): entry for entry in _entries(stage.plain)}
    for entry in _entries(stage.used):
        old = before.get(_key(entry))
        if old is None or entry.strength > old.strength or entry.found_years != old.found_years:
            assert entry.source == "model", f"{entry.name} counts unmarked"
        if old is None:
            assert not entry.hard
    asked = {_key(entry): (entry.importance, entry.hard) for entry in stage.plain.skills.required()}
    now = {_key(entry): (entry.importance, entry.hard) for entry in stage.used.skills.required()}
    assert asked.items() <= now.items()
    hard = [[item.text for item in one.verdict.hard_requirements] for one in (stage.plain, stage.used)]
    assert hard[0] == hard[1]
    assert isinstance(stage.used.proposals, Proposals)
    meant = {item.id for item in stage.used.proposals.kept if item.by == "meaning"}
    most = [entry.strength for entry in _entries(stage.used) if entry.id in meant and entry.source == "model"]
    assert all(strength <= credit.SEMANTIC_CEILING for strength in most)
    for name in case.preferred:
        (entry,) = [entry for entry in stage.used.skills.required() if entry.id == name]
        assert (entry.importance, entry.source) == ("preferred", "model")


def _key(entry: SkillEntry) -> tuple[str | None, str]:
    return entry.id, str(entry.mention)


def _entries(analysis: Analysis) -> list[SkillEntry]:
    skills = analysis.skills
    return [*skills.matched, *skills.partial, *skills.missing, *skills.extra]


def _check_formats(case: Case, analysis: Analysis) -> None:
    assert isinstance(analysis.proposals, Proposals)
    for form in _FORMATS:
        words = render(analysis, form, full=True) if form == "terminal" else render(analysis, form)
        assert not [char for char in words if ord(char) < 32 and char != "\n"], form
        assert "\x7f" not in words
        for lie in case.lies:
            assert lie not in " ".join(words.split()), lie
        if case.kept and analysis.proposals.counted:
            assert "(model)" in words, form
        if form == "terminal":
            continue
        assert ("thrown away" in words) == bool(sum(case.dropped.values()))
        check_nothing_is_loaded(words if form == "html" else _commonmark.render(words))


def _check_questions(heard: tuple[str, ...]) -> None:
    """The document stands between the only two lines of its fence, which nobody who wrote it can have known."""
    for question in heard:
        lines = question.split("\n")
        fence = question.partition("two lines that read ")[2].partition(":\n")[0]
        assert fence.startswith("=== DATA ")
        assert lines.count(fence) == 2
        inside = "\n".join(lines[lines.index(fence) + 1 : len(lines) - 1 - lines[::-1].index(fence)])
        assert fence not in inside
