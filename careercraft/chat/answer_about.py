"""What is asked about the tool itself: how the numbers come about, whether they are fair, what to put right or keep."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET

from careercraft.chat import answer_skills
from careercraft.chat.scene import Desk, Said
from careercraft.chat.sources import Citations
from careercraft.model.score import PART_KEYS
from careercraft.render.wording import SCORE_NAMES, clean, listed, number, score


def method(desk: Desk, cite: Citations) -> Said:
    """What the scores, the verdict and the threshold are."""
    found = desk.analysis.verdict
    known = [part for part in desk.analysis.scores if part.key in PART_KEYS and part.value is not None]
    names = listed([SCORE_NAMES[part.key].lower() for part in known])
    lines = (
        "Every number is counted from the two documents, by the same rules for everybody; no model sets one.",
        f"- **FIT** means: readiness {number(found.threshold)} or more, and nothing mandatory that is plainly not "
        "met. **UNFIT** is everything else. It is about this resume and this posting, not about you as a person.",
        f"- Readiness ({score(found.readiness)} here) is the weighted mean of what is known: {names}.",
        f"- Confidence ({score(found.confidence)} here) is how likely the verdict stays once what isn't known is "
        "known. It is no part of the readiness.",
        "- The threshold and the weights are settings: `careercraft config` shows them.",
        "Ask for one of them row by row, as “explain skills match”.",
    )
    data = {"threshold": found.threshold, "readiness": found.readiness, "parts": [part.key for part in known]}
    return Said(lines=lines, data=data)


def fair(desk: Desk, cite: Citations) -> Said:
    """What counts and what doesn't, and how to try it out."""
    resume, job = _files(desk)
    return _said(
        "It can only read words, and that has limits: what you can do and didn't write down counts for nothing here.",
        "- Name, gender, age, nationality, family and photo move no score. Your place does, in the location match "
        "alone.",
        f"- You can try it out on your own file: `careercraft audit {resume} {job}` swaps them one by one.",
        "- What was read wrongly can be put right: ask “how do I correct it?”.",
        "Each number can be traced: ask “explain skills match” or “where do you get that from?”.",
    )


def upset(desk: Desk, cite: Citations) -> Said:
    return _said(
        "I'm sorry that this is no help so far. The verdict is about two documents, not about you.",
        "- If a number looks wrong, ask “where do you get that from?” and “what did you leave out?”.",
        "- If something was read wrongly, ask “how do I correct it?”.",
        "- If you want the shortest way on, ask “what would make me fit?”.",
    )


def correct(desk: Desk, cite: Citations, names: Sequence[str] = ()) -> Said:
    """How to say what the resume doesn't, and how to put right what was read. Of skills that are named first what was
    found of them."""
    resume, _ = _files(desk)
    run = "" if desk.run is None else f" {desk.run}"
    skill = clean(names[0]).replace('"', "'").replace("`", "'") if names else "Docker"
    found = answer_skills.skill(desk, cite, names) if names else Said(lines=(), data={})
    lines = (
        *found.lines,
        "I change nothing by being told; these do, and then the analysis is made again:",
        f'- A skill that you have: `careercraft reanalyze{run} --add "{skill}: 2 years at work"`, with your own years. '
        "It counts from then on, marked as your own statement.",
        f"- Something that was read wrongly (a title, a date, a name): `careercraft parse {resume} --edit`.",
        "- Best of all, write it into the resume and analyze it again.",
        "- A profile of your own, which completes every resume: `careercraft profile init`, later "
        "`careercraft profile edit`.",
    )
    return Said(lines=lines, data=found.data, items=found.items)


def export(desk: Desk, cite: Citations) -> Said:
    """How to keep or share the report and the conversation."""
    run = "latest" if desk.run is None else str(desk.run)
    return _said(
        f"- The report as a page: `careercraft history show {run} --format html > report.html`. Open it in a browser; "
        "printing it there makes a PDF. `--format markdown` and `--format json` are there too.",
        "- This conversation: `/save talk.md`, or later `careercraft chat export`.",
        "- A plan for your calendar: `careercraft roadmap`, then `careercraft roadmap show --format ics -o plan.ics`.",
    )


def _files(desk: Desk) -> tuple[str, str]:
    """Names of the resume and of the posting, as arguments of a command."""
    documents = desk.analysis.documents
    if documents is UNSET:
        return "RESUME", "JOB"
    names = (clean(documents.resume.name), clean(documents.job.name))
    return _argument(names[0], "RESUME"), _argument(names[1], "JOB")


def _argument(name: str, otherwise: str) -> str:
    """A name that could end a code span or a command isn't shown."""
    if not name or name == "-" or set(name) & set("`\"'$\\;|&<>"):
        return otherwise
    return f'"{name}"' if " " in name else name


def _said(*lines: str) -> Said:
    return Said(lines=lines, data={})
