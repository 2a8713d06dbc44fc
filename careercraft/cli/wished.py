"""Flags for what the resume doesn't say of the person: where, for how much, how, and with which papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

Location = Annotated[
    str | None,
    typer.Option(
        help="Where you live or want to live, in place of the resume's; several with ; between them.",
        metavar="PLACE",
        show_default=False,
    ),
]
Salary = Annotated[
    str | None,
    typer.Option(
        help='The pay you wish: 65000, "65k EUR", "30/h", "4,500 EUR a month".',
        metavar="PAY",
        show_default=False,
    ),
]
Rate = Annotated[
    list[str] | None,
    typer.Option(
        "--rate",
        help="One unit of another currency in that of your wish: USD=0.92. Repeatable; none is built in.",
        metavar="CODE=NUMBER",
        show_default=False,
    ),
]
Remote = Annotated[
    bool | None, typer.Option("--remote/--no-remote", help="Work at home, or rather not.", show_default=False)
]
Relocate = Annotated[
    bool | None, typer.Option("--relocate/--no-relocate", help="Whether you would move.", show_default=False)
]
WorkAuthorization = Annotated[
    list[str] | None,
    typer.Option(
        "--work-authorization",
        help='A country, or EU, in which you may work without a sponsor; "-US" where you need one. Repeatable.',
        metavar="COUNTRY",
        show_default=False,
    ),
]


def wish_flags(
    *,
    location: str | None,
    salary: str | None,
    rate: Sequence[str] | None,
    remote: bool | None,
    relocate: bool | None,
    work_authorization: Sequence[str] | None,
) -> dict[str, Any]:
    """The settings `wishes.*` that these flags make; those not given are None. Raises UsageError for what is wrong."""
    from careercraft.match.money import read_pay, read_rate
    from careercraft.match.permits import read_permit
    from careercraft.match.profile import read_homes

    if location is not None:
        checked("--location", location, read_homes)
    if salary is not None:
        checked("--salary", salary, read_pay)
    for country in work_authorization or ():
        checked("--work-authorization", country, read_permit)
    return {
        "wishes.location": location,
        "wishes.salary": salary,
        "wishes.rates": dict(checked("--rate", text, read_rate) for text in rate) if rate else None,
        "wishes.remote": remote,
        "wishes.relocate": relocate,
        "wishes.work_authorization": list(work_authorization) if work_authorization else None,
    }


def checked(flag: str, text: str, read: Callable[[str], Any]) -> Any:
    """What `read` makes of it. Raises UsageError that names the flag."""
    from careercraft.errors import UsageError
    from careercraft.match.money import WishError

    try:
        return read(text)
    except WishError as error:
        raise UsageError(f"{flag}: {error.reason}", error.hint) from None
