"""`careercraft profile skills add|edit|remove|list`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, NamedTuple

import typer

from careercraft.cli import console
from careercraft.cli.options import ListFormat, Listing, Quiet, settings_from
from careercraft.cli.profile_entries import list_section, told
from careercraft.cli.profile_kept import DEFAULT, Number, Payload, ProfileName, change

app = typer.Typer(
    help="The skills of your profile, with levels and where each was shown.", no_args_is_help=True
)

Level = Annotated[
    str | None,
    typer.Option(help="beginner, intermediate, advanced or expert.", metavar="LEVEL", show_default=False),
]
Years = Annotated[float | None, typer.Option(help="For how long you have used it.", show_default=False)]
Shown = Annotated[
    list[str] | None,
    typer.Option(
        "--shown",
        help="A position or project that shows it: “Data Engineer at Northwind”, or a part of that. Repeatable.",
        metavar="PLACE",
        show_default=False,
    ),
]
AsTyped = Annotated[
    bool, typer.Option("--as-typed", help="Keep the name as you write it, not as the taxonomy does.")
]


class _Named(NamedTuple):
    name: str
    note: str
    same: Callable[[str], bool] = lambda name: False
    """Whether another name is one of the same skill."""


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="A skill, a tool, a method, a language.", show_default=False)],
    level: Level = None,
    years: Years = None,
    shown: Shown = None,
    as_typed: AsTyped = False,
    profile_name: ProfileName = DEFAULT,
    quiet: Quiet = False,
) -> None:
    """Add a skill."""
    from careercraft.parse.profile_skills import skill_added

    named = _named(name, as_typed)
    notes = [named.note]

    def make(payload: Payload) -> tuple[Payload, str]:
        places, unknown = _places(payload, shown or ())
        notes[1:] = unknown
        _check_new(payload, named)
        new = skill_added(payload, named.name, level, years, places)
        return new, f"added skill {_told(new, -1)}"

    change(profile_name, make)
    _say(notes, quiet)


@app.command("edit")
def edit(
    number: Number,
    name: Annotated[str | None, typer.Option(help="Another name.", show_default=False)] = None,
    level: Level = None,
    years: Years = None,
    shown: Shown = None,
    as_typed: AsTyped = False,
    profile_name: ProfileName = DEFAULT,
    quiet: Quiet = False,
) -> None:
    """Change a skill; an empty --level takes the level out, --shown replaces all places."""
    from careercraft.parse.profile_skills import skill_edited

    named = _Named("", "") if name is None else _named(name, as_typed)
    notes = [named.note]

    def make(payload: Payload) -> tuple[Payload, str]:
        places, unknown = _places(payload, shown or ())
        notes[1:] = unknown
        new = skill_edited(
            payload,
            number,
            name=named.name if name is not None else None,
            level=level,
            years=years,
            shown=None if shown is None else places,
        )
        return new, f"changed skill {_told(new, number - 1)}"

    change(profile_name, make)
    _say(notes, quiet)


@app.command("remove")
def remove(number: Number, profile_name: ProfileName = DEFAULT) -> None:
    """Remove a skill; the numbers after it move up."""
    from careercraft.parse.profile_skills import skill_removed

    def make(payload: Payload) -> tuple[Payload, str]:
        new, gone = skill_removed(payload, number)
        return new, f"removed skill {number}: {gone}"

    change(profile_name, make)


@app.command("list")
def list_skills(profile_name: ProfileName = DEFAULT, format: Listing = ListFormat.terminal) -> None:
    """List the skills with their numbers, levels and where each was shown."""
    list_section("skills", profile_name, format)


def _named(name: str, as_typed: bool) -> _Named:
    """The taxonomy's name of it, and what there is to say."""
    from careercraft.api import Workbench

    words = " ".join(name.split())
    if as_typed or not words:
        return _Named(words, "")
    taxonomy = Workbench(settings_from()).taxonomy
    skill = taxonomy.find(words)
    if skill is None:
        return _Named(
            words,
            f"{words!r} is not in the taxonomy; it is kept as you wrote it, and counts where a posting says the same",
        )
    note = f"{words!r} is {skill.name} in the taxonomy (--as-typed keeps your words)"
    known = skill.name.casefold() == words.casefold()
    return _Named(skill.name, "" if known else note, lambda name: taxonomy.find(name) == skill)


def _check_new(payload: Payload, named: _Named) -> None:
    """Raises UsageError where the skill is there under another name."""
    from careercraft.errors import UsageError
    from careercraft.parse.profile_skills import listed_skills

    for number, one in enumerate(listed_skills(payload), start=1):
        if named.same(one.name):
            raise UsageError(
                f"{named.name} is in the profile already, as skill {number}: {one.name}",
                f"change it with `careercraft profile skills edit {number}`",
            )


def _places(payload: Payload, wanted: list[str] | tuple[str, ...]) -> tuple[list[str], list[str]]:
    """As the profile names them, and notes on those that it doesn't."""
    from careercraft.parse.profile_skills import places_of

    there, places, notes = places_of(payload), [], []
    for words in (" ".join(one.split()) for one in wanted):
        if not words:
            continue
        same = [place for place in there if place.casefold() == words.casefold()]
        found = same or [place for place in there if words.casefold() in place.casefold()]
        places.append(found[0] if found else words)
        if not found:
            notes.append(
                f"{words!r} is no position and no project of the profile; it is kept as you wrote it"
            )
    return places, notes


def _told(payload: Payload, index: int) -> str:
    from careercraft.parse.profile_summary import section_lines

    line = section_lines(payload, "skills")[index]
    return f"{line.number}: {told(line)}"


def _say(notes: list[str], quiet: bool) -> None:
    for note in filter(None, notes if not quiet else ()):
        console.say(f"note: {note}")
