"""`careercraft roadmap start|begin|done|skip|log|reopen|reset`: what a person did with a plan. Each is one write, safe
beside other terminals, and loads neither taxonomy nor encoder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from careercraft.cli import console
from careercraft.cli.options import settings_from
from careercraft.cli.roadmap_flags import Key, On, Which, Words, which

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careercraft.model.progress import EventKind


class LogCommand(TyperCommand):
    """`log -2h docker`: below 0, not the options -2 and -h."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # contexts differ between versions of typer
        from careercraft.cli import roadmap_values

        for word in args[: args.index("--") if "--" in args else None]:
            if re.match(r"-[\d.]", word):
                roadmap_values.hours(word)
        return list(super().parse_args(ctx, args))


def start(key: Key = None, on: On = None, roadmap: Which = None) -> None:
    """Begin a plan today, or on another day."""
    _note_plan("start", which(key, roadmap), on)


def begin(task: Words, on: On = None, roadmap: Which = None) -> None:
    """Say that a task is begun."""
    _note_task("begin", task, roadmap, on)


def done(
    task: Words,
    evidence: Annotated[
        str,
        typer.Option(
            help="What shows it: an address, a file, a sentence. Skills that are done with evidence count in the next "
            "analysis.",
            show_default=False,
        ),
    ] = "",
    hours: Annotated[
        str | None, typer.Option(metavar="TIME", help="How long it took: 2h, 90m, 1:30.", show_default=False)
    ] = None,
    on: On = None,
    roadmap: Which = None,
) -> None:
    """Tick a task off."""
    from careercraft.cli import roadmap_values

    took = roadmap_values.hours(hours) if hours is not None else 0.0
    _note_task("done", task, roadmap, on, hours=took, evidence=" ".join(evidence.split()))


def skip(
    task: Words,
    why: Annotated[str, typer.Option(help="Kept with it, for yourself.", show_default=False)] = "",
    on: On = None,
    roadmap: Which = None,
) -> None:
    """Leave a task out."""
    _note_task("skip", task, roadmap, on, evidence=" ".join(why.split()))


def log(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="TIME TASK...",
            help="How long (2h, 90m, 1h30, 1:30, 2.5) and on which task: its number, id, or words of its title.",
            show_default=False,
        ),
    ],
    on: On = None,
    roadmap: Which = None,
) -> None:
    """Note time spent on a task; later plans learn from it."""
    from careercraft.cli import roadmap_values

    hours, task = roadmap_values.hours_and_task(words)
    _note_task("log", [task], roadmap, on, hours=hours)


def reopen(task: Words, on: On = None, roadmap: Which = None) -> None:
    """Take back that a task is done or skipped; the hours noted stay."""
    _note_task("reopen", task, roadmap, on)


def reset(
    key: Key = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    roadmap: Which = None,
) -> None:
    """Begin a plan anew: nothing of what was noted counts any more."""
    from careercraft.store import open_roadmaps

    settings = settings_from()
    with open_roadmaps(settings.history_file) as kept:
        number = kept.get(which(key, roadmap)).number
    what = f"what you did with roadmap {number}"
    console.confirm(yes, f"reset forgets {what}", f"Forget {what}?")
    _note_plan("reset", str(number), None)


def _note_plan(kind: EventKind, key: str, on: str | None) -> None:
    from careercraft import clock
    from careercraft.cli import roadmap_values
    from careercraft.cli.roadmap_said import after_plan
    from careercraft.store import open_roadmaps

    settings = settings_from()
    today = clock.today(settings.today)
    later = "`careercraft roadmap replan --start {day}` moves the plan there"
    day = roadmap_values.past_day(on, "--on", today, later if kind == "start" else "")
    with open_roadmaps(settings.history_file) as kept:
        number = kept.get(key).number
        noted = kept.note_plan(number, kind, day=day, at=clock.now())
        after = kept.get(str(number))
    if noted.said:
        console.say(f"note: {noted.said}")
    if noted.event is not None:
        console.out(after_plan(after, kind, day, today))


def _note_task(
    kind: EventKind,
    words: Sequence[str],
    roadmap: str | None,
    on: str | None,
    *,
    hours: float = 0.0,
    evidence: str = "",
) -> None:
    from careercraft import clock
    from careercraft.cli import roadmap_values
    from careercraft.cli.roadmap_said import after_task
    from careercraft.plan.progress import find_task
    from careercraft.store import open_roadmaps

    settings = settings_from()
    today = clock.today(settings.today)
    day = roadmap_values.past_day(on, "--on", today)
    with open_roadmaps(settings.history_file) as kept:
        before = kept.get(which(None, roadmap))
        task = find_task(before.roadmap, " ".join(words))
        noted = kept.note_task(
            before.number, kind, task.id, day=day, at=clock.now(), hours=hours, evidence=evidence
        )
        after = kept.get(str(before.number))
    if noted.said:
        console.say(f"note: {noted.said}")
    if noted.event is not None:
        console.out(after_task(before, after, task, noted.event, today))
