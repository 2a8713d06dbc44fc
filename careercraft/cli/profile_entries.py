"""`careercraft profile experience|education|projects|certifications add|edit|remove|list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercraft.cli import console
from careercraft.cli.options import ListFormat, Listing
from careercraft.cli.output import write_lines
from careercraft.cli.profile_kept import DEFAULT, Number, Payload, ProfileName, change, load, payload_of

if TYPE_CHECKING:
    from careercraft.model.profile import ProfileLine, ProfileSection

experience = typer.Typer(help="The positions of your profile.", no_args_is_help=True)
education = typer.Typer(help="The education of your profile.", no_args_is_help=True)
projects = typer.Typer(help="The projects of your profile.", no_args_is_help=True)
certifications = typer.Typer(
    help="The certificates, licenses and permits of your profile.", no_args_is_help=True
)

Text = str | None
Start = Annotated[Text, typer.Option(help="2020, 2020-03 or 2020-03-15.", metavar="DATE", show_default=False)]
End = Annotated[
    Text,
    typer.Option(help="The same, or `present`; none is the present too.", metavar="DATE", show_default=False),
]
Url = Annotated[Text, typer.Option(help="A web address.", show_default=False)]
Bullet = Annotated[
    list[str] | None,
    typer.Option(
        "--bullet", help="What you did, in a sentence. Repeatable.", metavar="TEXT", show_default=False
    ),
]
NewBullet = Annotated[
    list[str] | None,
    typer.Option(
        "--add-bullet",
        help="One more, behind those that are there. Repeatable.",
        metavar="TEXT",
        show_default=False,
    ),
]
Title = Annotated[Text, typer.Option(help="What you were: Data Engineer.", show_default=False)]
Employer = Annotated[Text, typer.Option(help="For whom.", show_default=False)]
Location = Annotated[Text, typer.Option(help="Where.", show_default=False)]
Summary = Annotated[Text, typer.Option(help="A sentence about it.", show_default=False)]
Institution = Annotated[Text, typer.Option(help="The school, college or company.", show_default=False)]
Degree = Annotated[
    Text, typer.Option(help="As on the paper: BSc, Apprenticeship, Diploma.", show_default=False)
]
Field = Annotated[Text, typer.Option(help="What you studied.", show_default=False)]
Grade = Annotated[Text, typer.Option(help="As it is written.", show_default=False)]
Course = Annotated[
    list[str] | None,
    typer.Option("--course", help="A course of it. Repeatable.", metavar="TEXT", show_default=False),
]
Name = Annotated[Text, typer.Option(help="Its name.", show_default=False)]
Description = Annotated[Text, typer.Option(help="What it is, in a sentence.", show_default=False)]
Used = Annotated[
    list[str] | None,
    typer.Option("--skill", help="A skill that it shows. Repeatable.", metavar="NAME", show_default=False),
]
Issuer = Annotated[Text, typer.Option(help="Who gave it.", show_default=False)]
Earned = Annotated[Text, typer.Option("--date", help="When you got it.", metavar="DATE", show_default=False)]
Expires = Annotated[Text, typer.Option(help="Until when it holds.", metavar="DATE", show_default=False)]


@experience.command("add")
def add_position(
    title: Title = None,
    employer: Employer = None,
    start: Start = None,
    end: End = None,
    location: Location = None,
    summary: Summary = None,
    url: Url = None,
    bullet: Bullet = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Add a position."""
    _add("experience", profile_name, title=title, employer=employer, start=start, end=end, location=location,
         summary=summary, url=url, bullet=bullet)  # fmt: skip


@experience.command("edit")
def edit_position(
    number: Number,
    title: Title = None,
    employer: Employer = None,
    start: Start = None,
    end: End = None,
    location: Location = None,
    summary: Summary = None,
    url: Url = None,
    bullet: Bullet = None,
    add_bullet: NewBullet = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Change fields of a position; an empty text takes a field out, --bullet replaces all bullets."""
    _edit("experience", number, profile_name, title=title, employer=employer, start=start, end=end, location=location,
          summary=summary, url=url, bullet=bullet, add_bullet=add_bullet)  # fmt: skip


@education.command("add")
def add_education(
    institution: Institution = None,
    degree: Degree = None,
    field: Field = None,
    start: Start = None,
    end: End = None,
    grade: Grade = None,
    url: Url = None,
    course: Course = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Add a degree, an apprenticeship, a training."""
    _add("education", profile_name, institution=institution, degree=degree, field=field, start=start, end=end,
         grade=grade, url=url, course=course)  # fmt: skip


@education.command("edit")
def edit_education(
    number: Number,
    institution: Institution = None,
    degree: Degree = None,
    field: Field = None,
    start: Start = None,
    end: End = None,
    grade: Grade = None,
    url: Url = None,
    course: Course = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Change fields of an entry; an empty text takes a field out, --course replaces all courses."""
    _edit("education", number, profile_name, institution=institution, degree=degree, field=field, start=start, end=end,
          grade=grade, url=url, course=course)  # fmt: skip


@projects.command("add")
def add_project(
    name: Name = None,
    description: Description = None,
    start: Start = None,
    end: End = None,
    url: Url = None,
    skill: Used = None,
    bullet: Bullet = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Add a project."""
    _add("projects", profile_name, name=name, description=description, start=start, end=end, url=url, skill=skill,
         bullet=bullet)  # fmt: skip


@projects.command("edit")
def edit_project(
    number: Number,
    name: Name = None,
    description: Description = None,
    start: Start = None,
    end: End = None,
    url: Url = None,
    skill: Used = None,
    bullet: Bullet = None,
    add_bullet: NewBullet = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Change fields of a project; an empty text takes a field out, --bullet and --skill replace all there are."""
    _edit("projects", number, profile_name, name=name, description=description, start=start, end=end, url=url,
          skill=skill, bullet=bullet, add_bullet=add_bullet)  # fmt: skip


@certifications.command("add")
def add_certificate(
    name: Name = None,
    issuer: Issuer = None,
    date: Earned = None,
    expires: Expires = None,
    url: Url = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Add a certificate, a license or a permit."""
    _add("certifications", profile_name, name=name, issuer=issuer, date=date, expires=expires, url=url)


@certifications.command("edit")
def edit_certificate(
    number: Number,
    name: Name = None,
    issuer: Issuer = None,
    date: Earned = None,
    expires: Expires = None,
    url: Url = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Change fields of a certificate; an empty text takes a field out."""
    _edit(
        "certifications", number, profile_name, name=name, issuer=issuer, date=date, expires=expires, url=url
    )


def _add(section: ProfileSection, profile_name: str, **values: Any) -> None:
    from careercraft.parse.profile_entries import KINDS, added
    from careercraft.parse.profile_summary import section_lines

    def make(payload: Payload) -> tuple[Payload, str]:
        new = added(payload, section, values)
        line = section_lines(new, section)[-1]
        return new, f"added {KINDS[section].noun} {line.number}: {told(line)}"

    change(profile_name, make)


def _edit(section: ProfileSection, number: int, profile_name: str, **values: Any) -> None:
    from careercraft.parse.profile_entries import KINDS, edited
    from careercraft.parse.profile_summary import section_lines

    def make(payload: Payload) -> tuple[Payload, str]:
        new = edited(payload, section, number, values)
        return (
            new,
            f"changed {KINDS[section].noun} {number}: {told(section_lines(new, section)[number - 1])}",
        )

    change(profile_name, make)


def _remove(section: ProfileSection, number: int, profile_name: str) -> None:
    from careercraft.parse.profile_entries import KINDS, removed
    from careercraft.parse.profile_summary import section_lines

    def make(payload: Payload) -> tuple[Payload, str]:
        new = removed(payload, section, number)
        line = section_lines(payload, section)[number - 1]
        return new, f"removed {KINDS[section].noun} {number}: {line.title}"

    change(profile_name, make)


def told(line: ProfileLine) -> str:
    return f"{line.title} ({line.detail})" if line.detail else line.title


def list_section(section: ProfileSection, profile_name: str, format: ListFormat) -> None:
    """On standard output, with the numbers that the other commands take."""
    from careercraft.parse.profile_summary import section_lines
    from careercraft.render.profile import section_text

    lines = section_lines(payload_of(load(profile_name)), section)
    if format is ListFormat.json:
        write_lines(lines)
        return
    console.out(section_text(section, lines))


def _common(app: typer.Typer, section: ProfileSection) -> None:
    """`remove` and `list`, which are the same for all sections."""

    @app.command("remove")
    def remove(number: Number, profile_name: ProfileName = DEFAULT) -> None:
        """Remove an entry; the numbers after it move up."""
        _remove(section, number, profile_name)

    @app.command("list")
    def list_entries(profile_name: ProfileName = DEFAULT, format: Listing = ListFormat.terminal) -> None:
        """List the entries with their numbers."""
        list_section(section, profile_name, format)


_common(experience, "experience")
_common(education, "education")
_common(projects, "projects")
_common(certifications, "certifications")
