"""`careercraft profile wishes set|show|clear`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from careercraft.cli import console
from careercraft.cli.options import ListFormat, Listing
from careercraft.cli.profile_kept import DEFAULT, Payload, ProfileName, change, load, payload_of
from careercraft.cli.wished import Rate, Relocate, Remote, Salary, WorkAuthorization, wish_flags

app = typer.Typer(help="What you wish for: pay, places, remote work, hours, values.", no_args_is_help=True)

Locations = Annotated[
    list[str] | None,
    typer.Option(
        "--location",
        help="Where you live or want to live; the one nearest to the job counts. Repeatable.",
        metavar="PLACE",
        show_default=False,
    ),
]
Hours = Annotated[
    float | None,
    typer.Option("--hours-per-week", help="Hours of paid work a week that you wish.", show_default=False),
]
StudyHours = Annotated[
    float | None,
    typer.Option(
        "--study-hours", help="Hours a week for learning, for `roadmap --profile`.", show_default=False
    ),
]
Values = Annotated[
    list[str] | None,
    typer.Option(
        "--value",
        help="What matters to you: autonomy; or what you don't want: --value=-overtime. Repeatable.",
        metavar="TEXT",
        show_default=False,
    ),
]


@app.command("set")
def set_wishes(
    salary: Salary = None,
    location: Locations = None,
    remote: Remote = None,
    relocate: Relocate = None,
    hours_per_week: Hours = None,
    study_hours: StudyHours = None,
    value: Values = None,
    work_authorization: WorkAuthorization = None,
    rate: Rate = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Set wishes; those that you don't name stay as they are. `analyze --profile` uses them, and a flag there wins."""
    from careercraft.errors import UsageError
    from careercraft.match.profile_wishes import wishes_of, with_wishes

    flags = _checked(salary, location, remote, relocate, rate, work_authorization)
    given: dict[str, Any] = {
        "salary": salary,
        "locations": [" ".join(one.split()) for one in location or ()] or None,
        "remote": remote,
        "relocate": relocate,
        "hoursPerWeek": _hours("--hours-per-week", hours_per_week),
        "studyHours": _hours("--study-hours", study_hours),
        "values": _values(value),
        "workAuthorization": flags["wishes.work_authorization"],
        "rates": flags["wishes.rates"],
    }
    given = {key: told for key, told in given.items() if told is not None}
    if not given:
        raise UsageError("no wish is given", 'as in --salary "65k EUR" --remote')
    change(
        profile_name,
        lambda payload: (
            with_wishes(payload, {**wishes_of(payload), **given}),
            f"set wishes: {_names(given)}",
        ),
    )


@app.command("show")
def show(profile_name: ProfileName = DEFAULT, format: Listing = ListFormat.terminal) -> None:
    """Show your wishes."""
    import msgspec

    from careercraft.match.profile_wishes import wish_lines, wishes_of
    from careercraft.render.tables import described

    payload = payload_of(load(profile_name))
    if format is ListFormat.json:
        console.out(msgspec.json.encode(wishes_of(payload)) + b"\n")
        return
    lines = wish_lines(payload)
    console.out(
        described("Wishes", lines) if lines else "no wishes yet: careercraft profile wishes set --remote\n"
    )


@app.command("clear")
def clear(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WISH]...", help="As their flags: salary, location, value ...; all when none is given."
        ),
    ] = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Take wishes back."""
    from careercraft.errors import UsageError
    from careercraft.match.profile_wishes import BY_FLAG, wishes_of, with_wishes

    wanted = [name.strip().lstrip("-") for name in names or BY_FLAG]
    for name in wanted:
        if name not in BY_FLAG:
            raise UsageError(f"{name!r} is no wish", f"one of {', '.join(BY_FLAG)}")
    keys = {BY_FLAG[name] for name in wanted}

    def make(payload: Payload) -> tuple[Payload, str]:
        wishes = wishes_of(payload)
        gone = [key for key in wishes if key in keys]
        if not gone:
            raise UsageError(
                "none of these wishes is set", "`careercraft profile wishes show` lists those that are"
            )
        kept = {key: told for key, told in wishes.items() if key not in keys}
        return with_wishes(payload, kept), f"took wishes back: {_names(gone)}"

    change(profile_name, make)


def _checked(
    salary: str | None,
    location: list[str] | None,
    remote: bool | None,
    relocate: bool | None,
    rate: list[str] | None,
    work_authorization: list[str] | None,
) -> dict[str, Any]:
    """Every flag as `analyze` reads it. Raises UsageError."""
    for place in location or ():
        wish_flags(
            location=place, salary=None, rate=None, remote=None, relocate=None, work_authorization=None
        )
    return wish_flags(
        location=None,
        salary=salary,
        rate=rate,
        remote=remote,
        relocate=relocate,
        work_authorization=work_authorization,
    )


def _values(values: list[str] | None) -> list[str] | None:
    from careercraft.cli.wished import checked
    from careercraft.match.profile import read_value

    for words in values or ():
        checked("--value", words, read_value)
    return [" ".join(words.split()) for words in values] if values else None


def _hours(flag: str, hours: float | None) -> float | int | None:
    from careercraft.cli.wished import checked
    from careercraft.match.profile_wishes import read_hours

    if hours is None:
        return None
    found: float = checked(flag, f"{hours:g}", read_hours)
    return found if found % 1 else int(found)


def _names(keys: Any) -> str:
    from careercraft.match.profile_wishes import LABELS

    return ", ".join(LABELS.get(key, key) for key in keys)
