"""O*NET, from the folder of its database as CSV or as tab-separated text (https://www.onetcenter.org; CC BY 4.0).

Skills are technologies, tools and detailed work activities; occupations are the roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from careercraft.errors import ConfigError
from careercraft.model.skill import Role, RoleSkill, RoleSkills, Skill, SkillKind
from careercraft.taxonomy.hours import hours_of
from careercraft.taxonomy.importers.parts import Imported, Slugs, distinct, slug_of
from careercraft.taxonomy.importers.rows import Row, read_rows
from careercraft.taxonomy.surface import fold

_CODE = "O*NET-SOC Code"


class _Occupation:
    """What the tables say about one occupation."""

    def __init__(self) -> None:
        self.in_demand: dict[str, None] = {}
        self.hot: dict[str, None] = {}
        self.activities: dict[str, None] = {}
        self.titles: list[str] = []


class _Skills:
    """Skills by folded name: a tool and a technology of the same name are one."""

    def __init__(self) -> None:
        self.by_name: dict[str, Skill] = {}
        self._slugs = Slugs()

    def add(self, name: str, kind: SkillKind, family: str, code: str) -> str:
        """The id of the skill of this name."""
        folded = fold(name)
        if folded not in self.by_name:
            self.by_name[folded] = Skill(
                id=self._slugs.make(name),
                name=name,
                kind=kind,
                hours=hours_of(kind),
                family=family,
                onet=code,
            )
        return self.by_name[folded].id


def read_onet(folder: Path) -> Imported:
    """Raises ConfigError for a folder without technology skills, and for the first mistake in a file."""
    files = _tables(folder)
    if "technology_skills" not in files:
        raise ConfigError(
            f"{folder.name} has no technology_skills.csv nor Technology Skills.txt",
            "unpack O*NET's database and give its folder",
        )
    skills = _Skills()
    occupations: dict[str, _Occupation] = {}
    _technologies(files, skills, occupations)
    for row in _rows(files, "tools_used", ("Example",)):
        skills.add(
            row.need("Example"), "technical", slug_of(row.get("Commodity Title")), row.get("Commodity Code")
        )
    _activities(files, skills, occupations)
    for row in _rows(files, "alternate_titles", (_CODE, "Alternate Title")):
        titles = occupations.setdefault(row.need(_CODE), _Occupation()).titles
        titles += [row.need("Alternate Title"), row.get("Short Title")]
    roles = tuple(_roles(files, occupations))
    notes = () if roles else ("no occupation_data.csv: no roles were imported",)
    return Imported(tuple(skills.by_name.values()), roles, notes)


def _tables(folder: Path) -> dict[str, Path]:
    """Files by their names in lower case, blanks as underscores: both of O*NET's ways to name them."""
    if not folder.is_dir():
        raise ConfigError(f"{folder.name} is no folder", "unpack O*NET's database and give its folder")
    return {
        slug_of(file.stem).replace("-", "_"): file
        for file in sorted(folder.iterdir())
        if file.suffix.lower() in {".csv", ".txt"} and file.is_file()
    }


def _rows(files: dict[str, Path], name: str, needed: Sequence[str]) -> Iterator[Row]:
    if name in files:  # the tab-separated files quote nothing
        yield from read_rows(files[name], needed, quoted=files[name].suffix.lower() == ".csv")


def _technologies(files: dict[str, Path], skills: _Skills, occupations: dict[str, _Occupation]) -> None:
    for row in _rows(files, "technology_skills", (_CODE, "Example", "Commodity Title")):
        name, family = row.need("Example"), slug_of(row.get("Commodity Title"))
        skill = skills.add(name, "technical", family, row.get("Commodity Code"))
        occupation = occupations.setdefault(row.need(_CODE), _Occupation())
        if row.get("In Demand") == "Y":
            occupation.in_demand[skill] = None
        elif row.get("Hot Technology") == "Y":
            occupation.hot[skill] = None


def _activities(files: dict[str, Path], skills: _Skills, occupations: dict[str, _Occupation]) -> None:
    for row in _rows(files, "dwa_reference", ("DWA ID", "DWA Title")):
        _activity(row, skills)
    for row in _rows(files, "tasks_to_dwas", (_CODE, "DWA ID", "DWA Title")):
        occupations.setdefault(row.need(_CODE), _Occupation()).activities[_activity(row, skills)] = None


def _activity(row: Row, skills: _Skills) -> str:
    return skills.add(
        row.need("DWA Title").removesuffix("."), "domain", "work-activities", row.need("DWA ID")
    )


def _roles(files: dict[str, Path], occupations: dict[str, _Occupation]) -> Iterator[Role]:
    slugs = Slugs()
    for row in _rows(files, "occupation_data", (_CODE, "Title", "Description")):
        code, title = row.need(_CODE), row.need("Title")
        known = occupations.get(code, _Occupation())
        skills = RoleSkills(
            must=_asked(known.in_demand), preferred=_asked(known.activities), nice=_asked(known.hot)
        )
        yield Role(
            id=slugs.make(title), title=title, level="mid", family=f"soc-{code[:2]}", summary=row.get("Description"),
            skills=skills, alternate_titles=distinct(title, known.titles), onet=code,
        )  # fmt: skip


def _asked(ids: dict[str, None]) -> tuple[RoleSkill, ...]:
    return tuple(RoleSkill(id=skill, level="intermediate") for skill in ids)
