"""ESCO, from the folder of its official CSV download (https://esco.ec.europa.eu; CC BY 4.0).

Skills come from `skills_en.csv` and from the collections beside it, so that a folder with collections alone will do.
Hierarchy, relations and occupations are taken where their files are; of several languages English is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import structs

from careercraft.errors import ConfigError
from careercraft.model.skill import Role, RoleSkill, RoleSkills, Skill, SkillKind
from careercraft.taxonomy.hours import hours_of
from careercraft.taxonomy.importers.esco_groups import Groups
from careercraft.taxonomy.importers.parts import Imported, Slugs, aliases_of, distinct
from careercraft.taxonomy.importers.rows import Row, read_rows

_SKILL_FILE = re.compile(r"(?:skills|\w+SkillsCollection)_[a-z]{2}\.csv")
_OPTIONAL_SHARE = 0.3
"""What carries over of a skill that is optional for another: ESCO gives no figure, this is a cautious one."""
_GONE = {"obsolete", "deprecated"}


def read_esco(folder: Path) -> Imported:
    """Raises ConfigError for a folder without skills, and for the first mistake in a file."""
    groups = Groups(
        _rows(folder, "skillsHierarchy", ()), _rows(folder, "broaderRelationsSkillPillar", _BROADER)
    )
    by_uri = _skills(folder, groups)
    ids = {uri: skill.id for uri, skill in by_uri.items()}
    _relate(by_uri, ids, folder, groups)
    roles = tuple(_roles(folder, ids))
    notes = () if roles else ("no occupations_en.csv: no roles were imported",)
    return Imported(tuple(by_uri.values()), roles, notes)


_BROADER = ("conceptUri", "broaderUri")


def _rows(folder: Path, name: str, needed: Sequence[str]) -> Iterator[Row]:
    """Of `name_en.csv`, or of the first other language; nothing when there is none."""
    found = sorted(file for file in folder.glob(f"{name}_??.csv") if file.is_file())
    found.sort(key=lambda file: file.stem != f"{name}_en")
    if found:
        yield from read_rows(found[0], needed)


def _skill_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise ConfigError(f"{folder.name} is no folder", "unpack ESCO's CSV download and give its folder")
    found = sorted(file for file in folder.iterdir() if _SKILL_FILE.fullmatch(file.name))
    english = [file for file in found if file.stem.endswith("_en")] or found
    if not english:
        raise ConfigError(f"{folder.name} has no skills_en.csv", "give the folder of ESCO's CSV download")
    return sorted(english, key=lambda file: (not file.name.startswith("skills_"), file.name))


def _skills(folder: Path, groups: Groups) -> dict[str, Skill]:
    """By address. What stands in a collection too adds its aliases."""
    slugs = Slugs()
    found: dict[str, Skill] = {}
    for file in _skill_files(folder):
        digital = file.name.startswith("digital")
        for row in read_rows(file, ("conceptUri", "preferredLabel", "altLabels")):
            if row.get("conceptType") == "SkillGroup" or row.get("status") in _GONE:
                continue
            uri = row.need("conceptUri")
            known = found.get(uri)
            found[uri] = _joined(known, row) if known else _skill(row, slugs, groups)
            if digital and found[uri].kind == "domain":
                found[uri] = structs.replace(found[uri], kind="technical")
    return found


def _skill(row: Row, slugs: Slugs, groups: Groups) -> Skill:
    uri, name = row.need("conceptUri"), row.need("preferredLabel")
    kind = _kind(row, groups.code(uri))
    return Skill(
        id=slugs.make(name), name=name, kind=kind, hours=hours_of(kind), aliases=_aliases(name, row),
        description=row.get("description"), esco=uri, family=groups.family(uri),
    )  # fmt: skip


def _aliases(name: str, row: Row) -> tuple[str, ...]:
    return aliases_of(name, row.get("altLabels"), row.get("hiddenLabels"))


def _joined(skill: Skill, row: Row) -> Skill:
    return structs.replace(skill, aliases=distinct(skill.name, (*skill.aliases, *_aliases(skill.name, row))))


def _kind(row: Row, code: str) -> SkillKind:
    """By the pillar of ESCO's hierarchy (L languages, T transversal, K knowledge with its ISCED field)."""
    if code.startswith("L"):
        return "language"
    if code.startswith("T") or row.get("reuseLevel") == "transversal":
        return "soft"
    if code.startswith("06"):
        return "technical"
    return "domain" if row.get("skillType") == "knowledge" else "technical"


def _relate(by_uri: dict[str, Skill], ids: dict[str, str], folder: Path, groups: Groups) -> None:
    needs: dict[str, dict[str, None]] = {}
    helps: dict[str, dict[str, float]] = {}
    columns = ("originalSkillUri", "relationType", "relatedSkillUri")
    for row in _rows(folder, "skillSkillRelations", columns):
        uri, other = row.need("originalSkillUri"), ids.get(row.need("relatedSkillUri"))
        if other and row.need("relationType") == "essential":
            needs.setdefault(uri, {})[other] = None
        elif other:
            helps.setdefault(uri, {})[other] = _OPTIONAL_SHARE
    for uri, skill in by_uri.items():
        broader = tuple(ids[up] for up in groups.above(uri) if up in ids)
        by_uri[uri] = structs.replace(
            skill, broader=broader, prerequisites=tuple(needs.get(uri, ())), related=helps.get(uri, {})
        )


def _roles(folder: Path, ids: dict[str, str]) -> Iterator[Role]:
    asked: dict[str, dict[str, dict[str, None]]] = {}
    for row in _rows(folder, "occupationSkillRelations", ("occupationUri", "relationType", "skillUri")):
        skill = ids.get(row.need("skillUri"))
        if skill:
            kinds = asked.setdefault(row.need("occupationUri"), {})
            kinds.setdefault(row.need("relationType"), {})[skill] = None
    slugs = Slugs()
    for row in _rows(folder, "occupations", ("conceptUri", "preferredLabel", "altLabels")):
        if row.get("status") in _GONE:
            continue
        uri, title = row.need("conceptUri"), row.need("preferredLabel")
        mine = asked.get(uri, {})
        skills = RoleSkills(must=_asked(mine.get("essential", {})), nice=_asked(mine.get("optional", {})))
        yield Role(
            id=slugs.make(title), title=title, level="mid", family=f"isco-{row.get('iscoGroup')[:2] or 'none'}",
            summary=row.get("description"), skills=skills, alternate_titles=_aliases(title, row), esco=uri,
        )  # fmt: skip


def _asked(ids: dict[str, None]) -> tuple[RoleSkill, ...]:
    return tuple(RoleSkill(id=skill, level="intermediate") for skill in ids)
