"""`careercraft skills`: the taxonomy, and what it finds in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console, skills_link
from careercraft.cli.options import ListFormat, Listing, Ocr, Taxonomy, settings_from
from careercraft.cli.output import write_json, write_lines
from careercraft.cli.vectors import watch_vectors

if TYPE_CHECKING:
    from careercraft.model.skill import Skill
    from careercraft.taxonomy import Taxonomy as Index

app = typer.Typer(help="Search the taxonomy; find skills in a text.", no_args_is_help=True)
app.command("link")(skills_link.link)


@app.command("extract")
def extract(
    file: Annotated[str, typer.Argument(help="Any document, or - for standard input.")],
    ocr: Ocr = False,
    least: Annotated[
        float | None, typer.Option(help="Only hits of this probability or more.", min=0, max=1)
    ] = None,
    taxonomy: Taxonomy = None,
    format: Listing = ListFormat.terminal,
) -> None:
    """List the skills that a document names or means, with the words they came from and how likely each is."""

    from careercraft.api import Workbench
    from careercraft.match.links import is_likely
    from careercraft.match.quoting import Quoter
    from careercraft.read.language import ENGLISH
    from careercraft.render.tables import columns

    bench = Workbench(settings_from(ocr=ocr, taxonomy=taxonomy))
    document = bench.read(console.read_stdin()) if file == "-" else bench.read(file)
    watch_vectors(bench)
    found = bench.linker.link(document.text, encode=document.language in ENGLISH)
    hits = [hit for hit in found if is_likely(hit, least)]
    skills = bench.taxonomy.skills
    if format is ListFormat.json:
        write_lines(
            {
                "id": hit.skill_id, "name": skills[hit.skill_id].name, "kind": skills[hit.skill_id].kind,
                "tier": hit.tier, "score": hit.score, "probability": hit.probability,
                "quote": document.quote(hit.span), "start": hit.span.start, "end": hit.span.end,
            }
            for hit in hits
        )  # fmt: skip
        return
    quoter = Quoter("resume", document)
    best = {hit.skill_id: hit for hit in sorted(hits, key=lambda hit: (hit.probability, -hit.span.start))}
    rows = [
        (skills[key].name, skills[key].kind, f"{hit.probability:.2f}", quoter.around(hit.span).quote)
        for key, hit in sorted(best.items())
    ]
    console.out(columns(rows) if rows else "no skill was found\n")


@app.command("search")
def search(
    words: Annotated[list[str], typer.Argument(help="Part of a name, or words that mean it.")],
    limit: Annotated[int, typer.Option(help="Most skills to show.", min=1)] = 10,
    taxonomy: Taxonomy = None,
    format: Listing = ListFormat.terminal,
) -> None:
    """Find skills by name, by spelling and by meaning."""

    from careercraft.api import Workbench
    from careercraft.match.lookup import search_skills
    from careercraft.render.tables import columns

    bench = Workbench(settings_from(taxonomy=taxonomy))
    bench.warm_up()
    watch_vectors(bench)
    found = search_skills(" ".join(words), bench.linker, limit)
    if format is ListFormat.json:
        write_lines(
            {"id": skill.id, "name": skill.name, "kind": skill.kind, "score": score} for skill, score in found
        )
        return
    console.out(
        columns([(skill.id, skill.name, skill.kind, skill.family) for skill, _ in found])
        or "nothing was found\n"
    )


@app.command("show")
def show(
    skill_id: Annotated[str, typer.Argument(metavar="ID", help="Id, name or alias.")],
    taxonomy: Taxonomy = None,
    format: Listing = ListFormat.terminal,
) -> None:
    """Show one skill: names, relations, hours and where to learn it."""

    from careercraft.api import Workbench
    from careercraft.render.tables import described

    index = Workbench(settings_from(taxonomy=taxonomy)).taxonomy
    skill = index.find(skill_id) or _unknown(skill_id, index)
    if format is ListFormat.json:
        write_json(skill)
        return
    console.out(described(skill.name, _fields(skill)))


def _unknown(skill_id: str, taxonomy: Index) -> Skill:
    from rapidfuzz import process

    from careercraft.errors import UsageError

    near = [
        str(name)
        for name, _, _ in process.extract(skill_id, sorted(taxonomy.skills), limit=3, score_cutoff=60)
    ]
    raise UsageError(
        f"there is no skill {skill_id!r}",
        f"did you mean {', '.join(near)}?" if near else "`careercraft skills search` finds skills by words",
    )


def _fields(skill: Skill) -> list[tuple[str, str]]:
    hours = skill.hours
    return [
        ("id", skill.id),
        ("kind", f"{skill.kind} ({skill.family})"),
        ("also", ", ".join(skill.aliases)),
        ("covers", ", ".join(skill.covers)),
        ("as an item", ", ".join(skill.items)),
        ("about", skill.description),
        ("part of", ", ".join(skill.broader)),
        ("implies", ", ".join(skill.implies)),
        ("related", ", ".join(f"{name} {share:g}" for name, share in skill.related.items())),
        ("first", ", ".join(skill.prerequisites)),
        (
            "hours",
            ", ".join(f"{level} {getattr(hours, level):g}" for level in hours.__struct_fields__),
        ),
        *(
            ("learn", f"{item.title} <{item.url}>{' (free)' if item.free else ''}")
            for item in skill.resources
        ),
        ("ESCO", skill.esco),
    ]
