"""`careercraft roles`: the catalogue of roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console, roles_match
from careercraft.cli.options import ListFormat, Listing, Taxonomy, settings_from
from careercraft.cli.output import write_json, write_lines

if TYPE_CHECKING:
    from careercraft.model.skill import Role
    from careercraft.taxonomy import Taxonomy as Index

app = typer.Typer(help="The roles to compare with when there is no posting.", no_args_is_help=True)
app.command("match")(roles_match.match)


@app.command("list")
def list_roles(
    family: Annotated[str | None, typer.Option(help="Only this family.", show_default=False)] = None,
    taxonomy: Taxonomy = None,
    format: Listing = ListFormat.terminal,
) -> None:
    """List all roles."""

    from careercraft.render.tables import columns

    roles = roles_match.chosen(_index(taxonomy).roles.values(), family)
    if format is ListFormat.json:
        write_lines(
            {"id": role.id, "title": role.title, "level": role.level, "family": role.family} for role in roles
        )
        return
    console.out(columns([(role.id, role.title, role.level, role.family) for role in roles]))


@app.command("show")
def show(
    role_id: Annotated[str, typer.Argument(metavar="ID", help="As `roles list` shows it.")],
    taxonomy: Taxonomy = None,
    format: Listing = ListFormat.terminal,
) -> None:
    """Show one role: its skills with levels, education, years and pay."""

    from careercraft.render.tables import described

    index = _index(taxonomy)
    role = index.role(role_id)
    if format is ListFormat.json:
        write_json(role)
        return
    console.out(described(role.title, _fields(role, index)))


def _index(names: list[str] | None) -> Index:
    from careercraft.api import Workbench

    return Workbench(settings_from(taxonomy=names)).taxonomy


def _fields(role: Role, taxonomy: Index) -> list[tuple[str, str]]:
    return [
        ("id", role.id),
        ("level", f"{role.level} ({role.family})"),
        ("about", role.summary),
        ("also", ", ".join(role.alternate_titles)),
        *((name, _skills(role, name, taxonomy)) for name in ("must", "preferred", "nice")),
        ("education", _education(role)),
        (
            "years",
            ""
            if role.years is None
            else f"{role.years.min:g}" + (f" to {role.years.max:g}" if role.years.max else " or more"),
        ),
        ("pay", _pay(role)),
        ("work", "; ".join(role.tasks)),
        ("next", ", ".join(role.next)),
        ("O*NET", role.onet),
        ("ESCO", role.esco),
    ]


def _skills(role: Role, importance: str, taxonomy: Index) -> str:
    return ", ".join(
        f"{taxonomy.skills[item.id].name} ({item.level})" for item in getattr(role.skills, importance)
    )


def _education(role: Role) -> str:
    if role.education is None or role.education.level == "none":
        return ""
    fields = f" in {', '.join(role.education.fields)}" if role.education.fields else ""
    return f"{role.education.level.replace('_', ' ')}{fields}" + (
        "" if role.education.required else " (not required)"
    )


def _pay(role: Role) -> str:
    pay = role.salary
    if pay is None:
        return ""
    spread = f", {pay.p10:,.0f} to {pay.p90:,.0f} for the middle four fifths" if pay.p10 and pay.p90 else ""
    return f"{pay.median:,.0f} {pay.currency} a year at the median{spread} ({pay.source})"
