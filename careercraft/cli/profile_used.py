"""`--profile`: a kept profile in place of a resume file, or to complete one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.profile_kept import DEFAULT, load, payload_of

if TYPE_CHECKING:
    from careercraft.model.analysis import Analysis
    from careercraft.model.profile import Profile

UseProfile = Annotated[
    bool,
    typer.Option(
        "--profile",
        help="Your profile in place of a resume file; with a resume file, what it lacks. Its wishes count too.",
    ),
]
UsedName = Annotated[
    str | None,
    typer.Option(
        "--profile-name", metavar="NAME", help="As --profile, with this one of several.", show_default=False
    ),
]


def profile_used(asked: bool, name: str | None) -> Profile | None:
    """Raises UsageError where there is none of this name."""
    return load(name or DEFAULT) if asked or name is not None else None


def note_profile(profile: Profile | None, analyses: Sequence[Analysis]) -> None:
    """Say on standard error what the profile did, and where a posting's hours are not those that it wishes."""
    from careercraft.model.analysis import Documents

    if profile is None:
        return
    for analysis in analyses[:1]:
        if isinstance(analysis.documents, Documents):
            resume = analysis.documents.resume
            notes = [problem.message for problem in resume.problems if problem.code == "profile"]
            console.say(
                f"note: {notes[0] if notes else f'your profile has nothing that {resume.name} lacks'}"
            )
    for analysis in analyses:
        if words := hours_apart(profile, analysis):
            console.say(f"note: {words}")


def hours_apart(profile: Profile, analysis: Analysis) -> str:
    """Empty where one of both says nothing, or where the wish lies in what the posting offers."""
    from careercraft.match.profile_wishes import wishes_of
    from careercraft.model.job import Job

    wished, job = wishes_of(payload_of(profile)).get("hoursPerWeek"), analysis.job
    if not isinstance(wished, int | float) or not isinstance(job, Job) or job.hours is None:
        return ""
    least, most = job.hours.minimum, job.hours.maximum
    low, high = least if least is not None else most, most if most is not None else least
    if low is None or high is None or low <= wished <= high:
        return ""
    asked = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return f"the posting says {asked} hours a week, you wish {wished:g}"
