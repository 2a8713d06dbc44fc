"""`careercraft roles match`: which roles of the catalogue a resume fits, and the gap to each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.keeping import tolerant_corrections
from careercraft.cli.options import (
    Encoder,
    Full,
    NoCorrections,
    Ocr,
    Output,
    Quiet,
    Taxonomy,
    Today,
    settings_from,
)
from careercraft.cli.output import screen, write_text
from careercraft.cli.progress import StageLine
from careercraft.cli.vectors import watch_vectors
from careercraft.cli.wished import Location, Rate, Relocate, Remote, Salary, WorkAuthorization, wish_flags

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.model.role_match import RoleMatch
    from careercraft.model.score import Scorecard
    from careercraft.model.skill import Role
    from careercraft.pipeline import JobSide, ResumeSide


class Format(StrEnum):
    """How the roles are written."""

    terminal = "terminal"
    markdown = "markdown"
    json = "json"


def match(
    resume: Annotated[
        str, typer.Argument(help="The resume: the formats of `analyze`, or - for standard input.")
    ],
    top: Annotated[int, typer.Option(help="Most roles to show; 0 for all.", min=0)] = 10,
    family: Annotated[str | None, typer.Option(help="Only this family.", show_default=False)] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = Format.terminal,
    output: Output = None,
    full: Full = False,
    location: Location = None,
    salary: Salary = None,
    rate: Rate = None,
    remote: Remote = None,
    relocate: Relocate = None,
    work_authorization: WorkAuthorization = None,
    no_corrections: NoCorrections = False,
    ocr: Ocr = False,
    taxonomy: Taxonomy = None,
    today: Today = None,
    encoder: Encoder = None,
    quiet: Quiet = False,
) -> None:
    """Rank the roles that fit a resume, with the gap to each and what the occupation pays. Keeps nothing."""
    from careercraft.api import Workbench
    from careercraft.render.role_match import render

    wishes = wish_flags(
        location=location,
        salary=salary,
        rate=rate,
        remote=remote,
        relocate=relocate,
        work_authorization=work_authorization,
    )
    settings = settings_from(
        today=today, encoder=encoder, ocr=ocr, no_corrections=no_corrections, taxonomy=taxonomy, **wishes
    )
    bench = Workbench(settings, corrections=tolerant_corrections(settings))
    bench.warm_up()
    watch_vectors(bench, quiet)
    roles = chosen(bench.taxonomy.roles.values(), family)
    source = console.read_stdin() if resume == "-" else resume
    with StageLine(quiet) as line:
        side = bench.resume(bench.read_resume(source), line)
        found = rank(bench, side, roles, top, family, lambda role: line.say(f"against {role.title}"))
    shown = {**screen(), "full": full} if output is None else {"full": True}
    write_text(render(found, format.value, **shown), output)


def chosen(roles: Iterable[Role], family: str | None) -> list[Role]:
    """Of a family, or all, by family and id. Raises UsageError for a family that there isn't."""
    from careercraft.errors import UsageError

    ordered = sorted(roles, key=lambda role: (role.family, role.id))
    if family is None:
        return ordered
    families = sorted({role.family for role in ordered})
    if family not in families:
        raise UsageError(f"there is no family {family!r}", f"families: {', '.join(families)}")
    return [role for role in ordered if role.family == family]


def rank(
    bench: Workbench,
    side: ResumeSide,
    roles: Sequence[Role],
    top: int,
    family: str | None,
    tell: Callable[[Role], None] = lambda role: None,
) -> RoleMatch:
    """All roles are scored, those shown are analyzed in full: the figures are those of `analyze --role`."""
    from careercraft.model.role_match import SCHEMA, RoleMatch
    from careercraft.score.role_match import role_fit, role_place

    jobs = {role.id: bench.role_job(role.id) for role in roles}
    _encode_together(bench, list(jobs.values()))
    cards: dict[str, Scorecard] = {}
    for role in roles:
        tell(role)
        cards[role.id] = _card(bench, side, jobs[role.id])
    ranked = sorted(roles, key=lambda role: role_place(cards[role.id], role.id))
    best = ranked[: top or None]
    return RoleMatch(
        schema=SCHEMA,
        resume=side.document.name,
        candidate=side.resume.name.value if side.resume.name else None,
        threshold=bench.settings.threshold,
        family=family,
        compared=len(roles),
        fits=sum(card.verdict.label == "FIT" for card in cards.values()),
        roles=tuple(
            role_fit(place, role, bench.analyze(side, jobs[role.id])) for place, role in enumerate(best, 1)
        ),
        engine=bench.engine,
    )


def _card(bench: Workbench, side: ResumeSide, job: JobSide) -> Scorecard:
    """The scores of `analyze --role`, without the advice; what the person added counts, too."""
    from careercraft.match.guards.guarded import without_pasted
    from careercraft.model.score import Scorecard
    from careercraft.pipeline import Understanding, weigh

    if bench.said(side):
        analysis = bench.analyze(side, job)
        return Scorecard(scores=analysis.scores, verdict=analysis.verdict)
    mine, theirs = without_pasted(side, job, bench.linker)
    sides = Understanding(resume=mine, job=theirs)
    return weigh(sides, bench.linker, bench.settings, bench.today, bench.engine)[1]


def _encode_together(bench: Workbench, jobs: Sequence[JobSide]) -> None:
    """What the comparisons will ask the encoder for one by one, in one go: a third of the time."""
    from careercraft.match.titles import title_parts

    asked = [requirement.mention for job in jobs for requirement in job.requirements]
    titles = [part for job in jobs if job.job.title for part in title_parts(job.job.title.value)]
    bench.linker.encode(list(dict.fromkeys([*asked, *titles])))
