"""`careercraft taxonomy`: bring one's own skills, choose among taxonomies, and see what is in them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercraft.cli import console
from careercraft.cli.options import ListFormat, Listing, Quiet, Taxonomy, settings_from
from careercraft.cli.output import write_lines
from careercraft.cli.vectors import watch_vectors

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.taxonomy.check import Finding

app = typer.Typer(help="Bring your own skills; choose, check and count taxonomies.", no_args_is_help=True)


class Source(StrEnum):
    """What can be imported."""

    esco = "esco"
    onet = "onet"
    csv = "csv"
    labels = "labels"


@app.command("import")
def import_(
    source: Annotated[Source, typer.Argument(metavar="esco|onet|csv|labels", help="What PATH holds.")],
    path: Annotated[Path, typer.Argument(help="The folder of ESCO or O*NET, or the file.")],
    name: Annotated[
        str | None,
        typer.Option(help="What to call it; else esco, onet or the file's name.", show_default=False),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Import skills for --taxonomy; what had the name before is replaced.

    esco: the folder of its CSV download. onet: the folder of its database. csv: a table with the columns id, name and
    aliases (parted by |). labels: a label a line, kept as it stands.
    """
    from msgspec import structs

    from careercraft.api import Workbench
    from careercraft.errors import InputError
    from careercraft.taxonomy import stored
    from careercraft.taxonomy.importers import READERS
    from careercraft.taxonomy.importers.parts import slug_of

    folder = source in {Source.esco, Source.onet}
    wanted = stored.check_name(
        name if name is not None else source.value if folder else slug_of(path.stem)[:64]
    )
    if not path.exists():
        raise InputError(f"there is no {'folder' if folder else 'file'} {path}", "check the path")
    found = READERS[source.value](path)
    bench = Workbench(structs.replace(settings_from(taxonomy=[wanted]), roles=""))
    replaced = stored.is_kept(wanted)
    compiled = stored.compile_imported(found.skills, found.roles)
    kept = stored.keep(wanted, source.value, str(path), bench.today.isoformat(), compiled)
    console.out(
        f"{'replaced' if replaced else 'imported'} {wanted}: {kept.skills} skills, {kept.names} names, "
        f"{kept.roles} roles\n"
    )
    if not quiet:
        for note in found.notes:
            console.say(f"note: {note}")
    watch_vectors(bench, quiet)
    bench.vectors  # noqa: B018  # made once, here, so that no analysis has to wait for them


@app.command("list")
def list_taxonomies(format: Listing = ListFormat.terminal) -> None:
    """List what there is to choose from; a star marks what is in use."""

    from careercraft.render.tables import columns
    from careercraft.taxonomy.named import split_names

    used = split_names(settings_from().taxonomy)
    rows = _rows(used)
    if format is ListFormat.json:
        write_lines(rows)
        return
    head = ("", "name", "skills", "names", "roles", "format", "imported", "source")
    lines = [("*" if row["in_use"] else "", *(f"{row[name]}" for name in head[1:])) for row in rows]
    console.out(columns([head, *lines]))


def _rows(used: list[str]) -> list[dict[str, Any]]:
    import msgspec

    from careercraft.errors import ConfigError
    from careercraft.taxonomy import load_taxonomy, stored

    own = load_taxonomy()
    names = sum(1 + len(skill.aliases) for skill in own.entries)
    rows = [
        {
            "name": stored.BUILTIN, "format": "yaml", "source": "careercraft", "imported": "",
            "skills": len(own.skills), "names": names, "roles": len(own.roles), "hash": own.hash,
        }
    ]  # fmt: skip
    for name in stored.names():
        try:
            about = stored.about(name)
        except ConfigError as error:
            console.say(f"note: {error.message}; {error.hint}")
            continue
        if about is not None:
            rows.append(msgspec.to_builtins(about))
    return [{**row, "in_use": row["name"] in used} for row in rows]


@app.command("use")
def use(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="The first leads; builtin is careercraft's own.")
    ],
) -> None:
    """Choose what commands without --taxonomy link to; several are merged."""
    from careercraft.settings import load_settings
    from careercraft.taxonomy import named

    value = named.use(names)
    console.out(f"in use: {value.replace(',', ', ')}\n")
    loaded = load_settings()
    if loaded.settings.taxonomy != (value if value != "builtin" else ""):
        console.say(f"note: {loaded.origins['taxonomy']} says otherwise, and goes before this")


@app.command("remove")
def remove(name: Annotated[str, typer.Argument(metavar="NAME", help="As `taxonomy list` shows it.")]) -> None:
    """Delete an imported taxonomy; reports that were made with it stay."""
    from careercraft.errors import UsageError
    from careercraft.taxonomy import named, stored

    if name == stored.BUILTIN:
        raise UsageError(f"{name} is careercraft's own and stays", "`careercraft taxonomy list`")
    stored.remove(name)
    console.out(f"removed {name}\n")
    chosen = named.split_names(named.in_use())
    if name in chosen:
        left = [other for other in chosen if other != name] or [stored.BUILTIN]
        console.out(f"in use: {named.use(left).replace(',', ', ')}\n")


@app.command("check")
def check(
    taxonomy: Taxonomy = None,
    texts: Annotated[
        list[str] | None,
        typer.Option(
            "--text",
            metavar="FILE",
            help="A document, folder or quoted glob that skills may be used by. Repeatable.",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when there are warnings.")] = False,
    format: Listing = ListFormat.terminal,
) -> None:
    """Find duplicates, orphans, alias clashes, circles, implausible hours, dead references and unused skills.

    Exits with 6 when there are errors.
    """
    from careercraft.api import Workbench
    from careercraft.taxonomy.check import check_part, check_whole
    from careercraft.taxonomy.named import parts_of

    settings = settings_from(taxonomy=taxonomy)
    found = [finding for part in parts_of(settings.taxonomy, settings.roles) for finding in check_part(part)]
    if not any(finding.severity == "error" for finding in found):
        bench = Workbench(settings)
        found += check_whole(bench.taxonomy, _used(bench, texts) if texts else None)
    _tell(found, format)
    if any(finding.severity == "error" for finding in found):
        raise SystemExit(console.ExitCode.CONFIG)
    if strict and found:
        raise SystemExit(console.ExitCode.GATE)


def _used(bench: Workbench, texts: list[str]) -> set[str]:
    from careercraft.cli.pairs import expand

    files = dict.fromkeys(file for text in texts for file in expand(text))
    return {hit.skill_id for file in files for hit in bench.linker.mentions(bench.read(file))}


def _tell(found: list[Finding], format: ListFormat) -> None:
    from collections import Counter

    if format is ListFormat.json:
        write_lines(finding._asdict() for finding in found)
        return
    for finding in found:
        console.out(
            console.printable(f"{finding.severity}: {finding.where}: {finding.kind}: {finding.message}")
            + "\n"
        )
    counts = Counter(f"{finding.kind} ({finding.severity})" for finding in found)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in sorted(counts))
    console.out(f"{len(found)} finding(s): {told}\n" if found else "ok: nothing was found\n")


@app.command("stats")
def stats(taxonomy: Taxonomy = None, format: Listing = ListFormat.terminal) -> None:
    """Count what is known of each family: skills, names, resources, codes and roles."""
    import msgspec

    from careercraft.api import Workbench
    from careercraft.render.tables import columns
    from careercraft.taxonomy.stats import count_families

    rows = count_families(Workbench(settings_from(taxonomy=taxonomy)).taxonomy)
    if format is ListFormat.json:
        write_lines(rows)
        return
    head = ("family", "skills", "names", "resource", "ESCO", "O*NET", "roles")
    lines = [tuple(f"{value}" for value in msgspec.structs.astuple(row)) for row in rows]
    console.out(columns([head, *((line[0] or "-", *line[1:]) for line in lines)]))
