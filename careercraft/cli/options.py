"""Options that several commands share, and the settings that they make."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from careercraft.model.profile import Profile
    from careercraft.settings import Settings


class ReportFormat(StrEnum):
    """How an analysis is written."""

    terminal = "terminal"
    markdown = "markdown"
    html = "html"
    json = "json"
    csv = "csv"
    """Of several postings only."""


class ListFormat(StrEnum):
    """How lists are written."""

    terminal = "terminal"
    json = "json"


Encoder = Annotated[
    str | None,
    typer.Option(
        help="A sentence-transformers model by name or path in place of the shipped encoder.",
        show_default=False,
    ),
]
Taxonomy = Annotated[
    list[str] | None,
    typer.Option(
        "--taxonomy",
        metavar="NAME",
        help="An imported taxonomy, a folder of skills, or builtin; several are merged, the first one leading.",
        show_default=False,
    ),
]
Today = Annotated[
    str | None, typer.Option(help='The day that "present" means, YYYY-MM-DD.', show_default=False)
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write here in place of standard output.")
]
Full = Annotated[
    bool, typer.Option("--full", help="On the terminal: every list whole, not about one screen.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on standard error.")]
Ocr = Annotated[bool, typer.Option("--ocr", help="Read pictures and scanned pages by tesseract.")]
NoCorrections = Annotated[
    bool,
    typer.Option("--no-corrections", help="Read the resume as it stands, without what you put right in it."),
]
Listing = Annotated[ListFormat, typer.Option("--format", "-f", help="How to write it.")]


def settings_from(
    *,
    ocr: bool = False,
    no_corrections: bool = False,
    taxonomy: list[str] | None = None,
    profile: Profile | None = None,
    **flags: Any,
) -> Settings:
    """Settings with these flags on top, over the wishes of a profile that is used; those that are None were not given.

    Raises UsageError for a flag that is wrong, ConfigError for what the file or a variable says.
    """
    from datetime import date

    from careercraft.errors import UsageError
    from careercraft.settings import load_settings

    flags |= {"read.ocr": ocr or None, "corrections": False if no_corrections else None}
    flags["taxonomy"] = ",".join(taxonomy) if taxonomy else None
    if flags.get("today") is not None:
        try:
            date.fromisoformat(flags["today"])
        except ValueError:
            raise UsageError(f"--today {flags['today']!r} is no day", "write it as 2026-12-01") from None
    given = {name: value for name, value in flags.items() if value is not None}
    return load_settings(given, own=_wishes(profile) if profile else None).settings


def _wishes(profile: Profile) -> dict[str, Any]:
    from careercraft.match.profile_wishes import wish_settings
    from careercraft.parse.profile_text import checked

    return wish_settings(checked(profile.text, f"the profile {profile.name}"))
