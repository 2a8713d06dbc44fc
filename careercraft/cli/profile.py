"""`careercraft profile`: what a person keeps of themselves, to be analyzed in place of a resume or beside one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console, profile_entries, profile_skills, profile_wishes
from careercraft.cli.options import Full, ListFormat, Listing, Ocr, Output, settings_from
from careercraft.cli.output import screen, write_lines, write_text
from careercraft.cli.profile_kept import DEFAULT, ProfileName, checked_name, load, payload_of

if TYPE_CHECKING:
    from careercraft.model.profile import Profile, ProfileSummary

app = typer.Typer(
    help="Your profile: a JSON Resume of your own, with levels and wishes; changes can be undone.",
    no_args_is_help=True,
)
app.add_typer(profile_entries.experience, name="experience")
app.add_typer(profile_entries.education, name="education")
app.add_typer(profile_entries.projects, name="projects")
app.add_typer(profile_entries.certifications, name="certifications")
app.add_typer(profile_skills.app, name="skills")
app.add_typer(profile_wishes.app, name="wishes")


class ShowFormat(StrEnum):
    """How a profile is shown."""

    terminal = "terminal"
    json = "json"
    markdown = "markdown"


class ExportFormat(StrEnum):
    """How a profile is exported."""

    json = "json"
    markdown = "markdown"


Yes = Annotated[bool, typer.Option("--yes", "-y", help="Put it in the place of what is there.")]
Merge = Annotated[bool, typer.Option("--merge", help="Add what is new to what is there.")]


@app.command("init")
def init(
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="A resume in any format, a LinkedIn export, or -; an empty profile without it.",
            show_default=False,
        ),
    ] = None,
    yes: Yes = False,
    merge: Merge = False,
    ocr: Ocr = False,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Make a profile from a resume, and say what was found and what to look at."""
    from careercraft.cli import profile_take

    profile_take.init(source, checked_name(profile_name), settings_from(ocr=ocr), yes=yes, merge=merge)


@app.command("import")
def import_file(
    file: Annotated[str, typer.Argument(help="A JSON Resume, a LinkedIn export, or -.")],
    yes: Yes = False,
    merge: Merge = False,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Take a JSON Resume as your profile, as it is: names that nobody knows and their order stay."""
    from careercraft.cli import profile_take

    profile_take.take(file, checked_name(profile_name), settings_from(), yes=yes, merge=merge)


@app.command("edit")
def edit(
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Take up a draft though the profile was changed since.")
    ] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Throw an unfinished draft away.")] = False,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Edit the profile as JSON Resume in your $EDITOR."""
    from careercraft.cli import profile_take

    profile_take.edit(checked_name(profile_name), settings_from(), yes=yes, forget=forget)


@app.command("show")
def show(
    format: Annotated[
        ShowFormat, typer.Option("--format", "-f", help="How to write it.")
    ] = ShowFormat.terminal,
    full: Full = False,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Show the profile, with the numbers that the other commands take."""
    profile = load(profile_name)
    if format is not ShowFormat.terminal:
        console.out(_written(profile, ExportFormat(format.value)))
        return
    from careercraft.render.profile import profile_text

    console.out(profile_text(_summary(profile), full, screen()["width"]))


@app.command("list")
def list_profiles(format: Listing = ListFormat.terminal) -> None:
    """List the profiles, where you keep several."""

    from careercraft.render.tables import columns
    from careercraft.store import open_profiles, profile_names

    settings = settings_from()
    names = profile_names(settings.history_file)
    if not names:
        console.say("there is no profile yet; `careercraft profile init --from resume.pdf` makes one")
        return
    with open_profiles(settings.history_file) as kept:
        found = [(profile, _summary(profile).person) for profile in map(kept.get, names)]
    if format is ListFormat.json:
        write_lines(
            {"name": one.name, "person": person, "revision": one.revision, "changed": one.created}
            for one, person in found
        )
        return
    day = [(p.name, person, f"change {p.revision}", p.created.partition("T")[0]) for p, person in found]
    console.out(columns(day))


@app.command("export")
def export(
    output: Output = None,
    format: Annotated[
        ExportFormat | None, typer.Option("--format", "-f", help="How to write it; else by the ending of -o.")
    ] = None,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Write the profile as JSON Resume, with everything that it came with; or as Markdown."""
    markdown = output is not None and output.suffix.lower() in {".md", ".markdown"}
    written = format or (ExportFormat.markdown if markdown else ExportFormat.json)
    write_text(_written(load(profile_name), written), output)


@app.command("undo")
def undo(
    listed: Annotated[bool, typer.Option("--list", help="Only list what can be taken back.")] = False,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Take the last change back; up to 19 changes can be, one after the other."""
    from careercraft.render.tables import columns
    from careercraft.store import open_profiles

    name, settings = checked_name(profile_name), settings_from()
    load(name, settings)  # so that none makes no file
    with open_profiles(settings.history_file) as kept:
        if listed:
            rows = [
                (str(one.revision), one.created.replace("T", " ").rstrip("Z"), one.change)
                for one in kept.versions(name)
            ]
            console.out(columns(rows))
            return
        gone, now = kept.undo(name)
    console.say(f"took back: {gone.change}; what counts is change {now.revision}: {now.change}")


@app.command("delete")
def delete(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    profile_name: ProfileName = DEFAULT,
) -> None:
    """Delete the profile with all its versions, from the disk too."""
    from careercraft.cli.profile_take import draft_of
    from careercraft.store import open_profiles

    settings = settings_from()
    profile = load(profile_name, settings)
    what = f"the profile {profile.name} for good"
    console.confirm(yes, f"this deletes {what}", f"Delete {what}?")
    with open_profiles(settings.history_file) as kept:
        kept.delete(profile.name)
    draft_of(profile).drop()
    console.say(f"deleted the profile {profile.name}")


def _summary(profile: Profile) -> ProfileSummary:
    from careercraft.match.profile_wishes import wish_lines
    from careercraft.parse.profile_summary import profile_summary

    payload = payload_of(profile)
    return profile_summary(profile, payload, wish_lines(payload))


def _written(profile: Profile, format: ExportFormat) -> str:
    if format is ExportFormat.json:
        from careercraft.parse.profile_text import formatted

        return formatted(profile.text)
    from careercraft.render.profile import profile_markdown

    return profile_markdown(_summary(profile))
