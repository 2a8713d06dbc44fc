"""This posting beside others of the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET

from careercraft.chat.intent_postings import files_in, is_file, named_runs
from careercraft.chat.scene import Desk, Item, Said, md
from careercraft.chat.sources import Citations
from careercraft.errors import UsageError
from careercraft.model.analysis import Analysis
from careercraft.model.comparison import ComparedPosting
from careercraft.render.build_ways import way_out
from careercraft.render.wording import SCORE_NAMES, listed, number, score
from careercraft.score.comparison import compare_postings

if TYPE_CHECKING:
    from careercraft.store.history import Run

_MOST_RUNS = 10
_MOST_COMPARED = 5
_MOST_GAPS = 3


def history(desk: Desk, cite: Citations, full: bool = False) -> Said:
    """The analyses that are kept, newest first."""
    found = list(desk.runs())
    if not found:
        return Said(lines=("The history holds no analysis.",), data={"runs": []})
    shown = found if full else found[:_MOST_RUNS]
    lines = ["The analyses of the history, newest first:"]
    lines += [f"- {_run(run)}{' (this one)' if run.run == desk.run else ''}" for run in shown]
    lines += ["There are more: ask for “more”."] if len(found) > len(shown) else []
    data = {"runs": [{"run": run.run, "label": run.label, "readiness": run.readiness} for run in found]}
    return Said(lines=tuple(lines), data=data, items=_items(shown))


def _run(run: Run) -> str:
    title = md(run.job_title or run.job_name)
    return f"run {run.run}: {title} ({md(run.resume_name)} on {md(run.job_name)}), {run.label} {score(run.readiness)}"


def others(desk: Desk) -> list[Run]:
    """The latest run of each other posting with the same resume file, newest first."""
    documents = desk.analysis.documents
    if documents is UNSET:
        return []
    seen: dict[str, Run] = {}
    for run in desk.runs():
        if (
            run.run != desk.run
            and run.resume_name == documents.resume.name
            and run.job_name != documents.job.name
        ):
            seen.setdefault(run.job_name, run)
    return list(seen.values())


def compare(desk: Desk, cite: Citations, keys: Sequence[str], said: str = "") -> Said:
    """This posting and others, the best first: runs by number or by a word of their title, and files. `said` is what
    the person wrote: a file that doesn't stand in it is not read, whoever asks. Raises UsageError, InputError."""
    if desk.kept is None and desk.from_posting is None:
        raise UsageError(
            "there is no history to compare with", "`careercraft compare RESUME JOB JOB` compares files"
        )
    if not keys:
        return _which(desk)
    found = {desk.analysis.id: desk.analysis}
    for key in dict.fromkeys(keys[:_MOST_COMPARED]):
        name, other = _other(desk, key, said)
        if other.id == desk.analysis.id:
            raise UsageError(f"{name} is the very analysis that we talk about", "name another one")
        found[other.id] = other
    return _compared(desk, cite, list(found.values()))


def _other(desk: Desk, key: str, said: str) -> tuple[str, Analysis]:
    if is_file(key):
        if key not in files_in(said):
            raise UsageError("only files that you name yourself are read", f"/compare {key} reads this one")
        if desk.from_posting is None:
            raise UsageError(
                f"{key} can't be compared here", f"`careercraft compare RESUME JOB {key}` does it"
            )
        return key, desk.from_posting(key)
    assert desk.kept is not None
    named = () if key.isdigit() else named_runs(key, desk, desk.runs())
    run, other = desk.kept(named[0] if named else key)
    return f"run {run}", other


def _which(desk: Desk) -> Said:
    runs = others(desk)
    if not runs:
        none = "The history holds no other posting for this resume: analyze one first, with"
        return Said(lines=(f"{none} `careercraft analyze RESUME OTHER_JOB`.",), data={"runs": []})
    lines = ("With which one? I can compare with:", *(f"- {_run(run)}" for run in runs[:_MOST_RUNS]))
    data = {"runs": [{"run": run.run, "label": run.label, "readiness": run.readiness} for run in runs]}
    return Said(lines=lines, data=data, items=_items(runs[:_MOST_RUNS]))


def _compared(desk: Desk, cite: Citations, analyses: list[Analysis]) -> Said:
    this = desk.analysis
    resume = "" if this.documents is UNSET else this.documents.resume.name
    found = compare_postings(resume, None, this.verdict.threshold, analyses, ())
    best = found.postings[0]
    mine = best.analysis == this.id
    lines = ["You are better off with this posting:" if mine else f"You are better off with {_name(best)}:"]
    for posting in found.postings:
        lines += _posting(posting, this, cite)
    common = found.common_gaps[:_MOST_GAPS]
    if common:
        lines.append(f"Missing in several of them: {md(listed([gap.name for gap in common]))}.")
    lines += [f"Note: {note}" for note in _notes(analyses)]
    data = {
        "postings": [
            {
                "rank": one.rank,
                "title": one.title,
                "label": one.label,
                "readiness": one.readiness,
                "scores": one.scores,
            }
            for one in found.postings
        ],
        "common_gaps": [gap.name for gap in found.common_gaps],
    }
    return Said(
        lines=tuple(lines), data=data, items=tuple(Item(kind="skill", key=gap.name) for gap in common)
    )


def _posting(posting: ComparedPosting, this: Analysis, cite: Citations) -> list[str]:
    """With the words of this posting; those of the others stand in their own reports."""
    low, high = posting.interval
    mine = posting.analysis == this.id
    own = ", the one that we talk about" if mine else ""
    asked = {entry.name: entry.job_evidence for entry in this.skills.missing if mine}
    musts = [f"{md(name)}{cite.cite(asked.get(name, ()))}" for name in posting.missing_musts]
    missing = f"; must-haves missing: {listed(musts)}" if musts else ""
    lines = [
        f"- {_name(posting)}{own}: **{posting.label}**, readiness {score(posting.readiness)} "
        f"({score(low)} to {score(high)}){missing}"
    ]
    if posting.way_out is not UNSET:
        lines.append(f"- The way to FIT there: {md(way_out(posting.way_out))}")
    parts = [
        f"{SCORE_NAMES[key].lower()} {number(value)}"
        for key, value in posting.scores.items()
        if value is not None
    ]
    lines += [f"- Its parts: {', '.join(parts)}"] if parts else []
    return lines


def _name(posting: ComparedPosting) -> str:
    at = f" at {md(posting.company)}" if posting.company else ""
    return f"{md(posting.title or posting.file)}{at}"


def _notes(analyses: Sequence[Analysis]) -> list[str]:
    """What makes the comparison unequal."""
    resumes = {one.documents.resume.hash for one in analyses if one.documents is not UNSET}
    engines = {(one.engine.version, one.engine.taxonomy, one.engine.settings) for one in analyses}
    days = {one.engine.today for one in analyses}
    return [
        note
        for note, holds in (
            ("the resumes differ, so more than the posting differs.", len(resumes) > 1),
            ("they were made with other settings, taxonomies or versions; analyze them again.", len(engines) > 1),
            ("they were made on different days, which moves years of work.", len(days) > 1),
        )
        if holds
    ]  # fmt: skip


def _items(runs: Sequence[Run]) -> tuple[Item, ...]:
    return tuple(Item(kind="run", key=str(run.run)) for run in runs)
