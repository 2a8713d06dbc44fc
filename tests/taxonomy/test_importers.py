"""Vocabularies of others: what is read from them, and that every mistake is named by file, line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercraft.errors import ConfigError
from careercraft.model.skill import RoleSkill, Skill
from careercraft.taxonomy.importers import READERS, Imported

URI = "http://data.europa.eu/esco/skill/"
SKILLS = (
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description\n"
    f'KnowledgeSkillCompetence,{URI}1,knowledge,sector-specific,bread law,"loaf law\nlaw of loaves | crumb law",'
    "crumbs law,released,What the law says.\n"
    f"KnowledgeSkillCompetence,{URI}2,skill/competence,cross-sector,knead dough,,,released,\n"
    f"KnowledgeSkillCompetence,{URI}3,skill/competence,transversal,show patience,,,released,\n"
    f"KnowledgeSkillCompetence,{URI}4,skill/competence,sector-specific,old thing,,,obsolete,\n"
    f"KnowledgeSkillCompetence,{URI}5,skill/competence,sector-specific,shape dough,,,released,\n"
)
COLLECTION = (
    "conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description\n"
    f"KnowledgeSkillCompetence,{URI}2,knead dough,released,skill/competence,cross-sector,work dough | work the dough,\n"
    f"KnowledgeSkillCompetence,{URI}6,Oven OS,released,knowledge,sector-specific,OvenOS,\n"
)
HIERARCHY = (  # as published, with rows that end early
    "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 0 code,Level 1 code\n"
    "g/S,skills\n"
    "g/S,skills,g/S1,handling food,S,S1\n"
    "g/L,languages,,,L,\n"
)
BROADER = (
    "conceptType,conceptUri,broaderType,broaderUri\n"
    f"K,{URI}2,G,g/S1\nG,g/S1,G,g/S\nK,{URI}5,K,{URI}2\nK,{URI}6,G,g/L\n"
)
RELATIONS = (
    "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n"
    f"{URI}5,x,essential,x,{URI}2\n{URI}5,x,optional,x,{URI}1\n{URI}5,x,optional,x,{URI}404\n"
)
OCCUPATIONS = "conceptUri,iscoGroup,preferredLabel,altLabels,description\no/1,7512,baker,bread baker,Bakes.\n"
ASKED = f"occupationUri,relationType,skillType,skillUri\no/1,essential,x,{URI}2\no/1,optional,x,{URI}1\n"

ONET = {
    "technology_skills.csv": "O*NET-SOC Code,Title,Example,Commodity Code,Commodity Title,Hot Technology,In Demand\n"
    "51-3011.00,Bakers,Dough Desk,43,Bakery software,N,Y\n51-3011.00,Bakers,Loaf Ledger,43,Bakery software,Y,N\n"
    "51-3011.00,Bakers,Crumb Count,43,Bakery software,N,N\n",
    "tools_used.csv": "O*NET-SOC Code,Title,Example,Commodity Code,Commodity Title\n"
    "51-3011.00,Bakers,Dough desk,48,Tables\n51-3011.00,Bakers,Rotary ovens,48,Ovens\n",
    "dwa_reference.csv": "Element ID,DWA ID,DWA Title\n4.A,4.A.D1,Mix dough.\n4.A,4.A.D2,Count loaves.\n",
    "tasks_to_dwas.csv": "O*NET-SOC Code,Task,DWA ID,DWA Title\n51-3011.00,Mix it.,4.A.D1,Mix dough.\n",
    "alternate_titles.csv": "O*NET-SOC Code,Title,Alternate Title,Short Title\n51-3011.00,Bakers,Bread Maker,\n",
    "occupation_data.csv": "O*NET-SOC Code,Title,Description\n51-3011.00,Bakers,Bake bread.\n",
}


def esco(folder: Path, **changed: str) -> Path:
    files = {"skills_en": SKILLS, "digitalSkillsCollection_en": COLLECTION, "skillsHierarchy_en": HIERARCHY,
             "broaderRelationsSkillPillar_en": BROADER, "skillSkillRelations_en": RELATIONS,
             "occupations_en": OCCUPATIONS, "occupationSkillRelations_en": ASKED} | changed  # fmt: skip
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def onet(folder: Path) -> Path:
    for name, text in ONET.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def written(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def by_id(found: Imported) -> dict[str, Skill]:
    skills = {skill.id: skill for skill in found.skills}
    assert len(skills) == len(found.skills)
    return skills


def test_esco_skills(tmp_path: Path) -> None:
    skills = by_id(READERS["esco"](esco(tmp_path)))
    assert sorted(skills) == ["bread-law", "knead-dough", "oven-os", "shape-dough", "show-patience"]
    assert skills["bread-law"].aliases == ("loaf law", "law of loaves", "crumb law", "crumbs law")
    assert skills["bread-law"].esco == f"{URI}1"
    assert skills["knead-dough"].aliases == ("work dough", "work the dough"), "from the collection"
    assert skills["oven-os"].name == "Oven OS"
    kinds = {key: skill.kind for key, skill in skills.items()}
    assert kinds == {"bread-law": "domain", "knead-dough": "technical", "oven-os": "language",
                     "shape-dough": "technical", "show-patience": "soft"}  # fmt: skip


def test_esco_relations(tmp_path: Path) -> None:
    skills = by_id(READERS["esco"](esco(tmp_path)))
    shaping = skills["shape-dough"]
    assert shaping.broader == shaping.prerequisites == ("knead-dough",)
    assert list(shaping.related) == ["bread-law"]
    assert skills["knead-dough"].family == shaping.family == "handling-food"
    assert skills["knead-dough"].broader == (), "a group is no skill"


def test_esco_occupations(tmp_path: Path) -> None:
    (role,) = READERS["esco"](esco(tmp_path)).roles
    assert (role.id, role.title, role.alternate_titles, role.family) == (
        "baker", "baker", ("bread baker",), "isco-75"
    )  # fmt: skip
    assert role.skills.must == (RoleSkill(id="knead-dough", level="intermediate"),)
    assert [item.id for item in role.skills.nice] == ["bread-law"]


def test_esco_collections_alone_will_do(tmp_path: Path) -> None:
    written(tmp_path / "digitalSkillsCollection_en.csv", COLLECTION)
    found = READERS["esco"](tmp_path)
    assert [skill.name for skill in found.skills] == ["knead dough", "Oven OS"]
    assert found.skills[1].kind == "technical"
    assert "occupations_en.csv" in found.notes[0]


def test_onet(tmp_path: Path) -> None:
    found = READERS["onet"](onet(tmp_path))
    skills = by_id(found)
    assert sorted(skills) == [
        "count-loaves",
        "crumb-count",
        "dough-desk",
        "loaf-ledger",
        "mix-dough",
        "rotary-ovens",
    ]
    assert (skills["mix-dough"].name, skills["mix-dough"].onet) == ("Mix dough", "4.A.D1")
    (role,) = found.roles
    asked = [[item.id for item in getattr(role.skills, kind)] for kind in ("must", "preferred", "nice")]
    assert asked == [["dough-desk"], ["mix-dough"], ["loaf-ledger"]]
    assert (role.onet, role.alternate_titles) == ("51-3011.00", ("Bread Maker",))


def test_onet_as_text_files(tmp_path: Path) -> None:
    """The database as tab-separated text, with a quotation mark that quotes nothing."""
    table = ONET["technology_skills.csv"].replace(",", "\t").replace("Loaf Ledger", 'Loaf "L')
    written(tmp_path / "Technology Skills.txt", table)
    assert [skill.name for skill in READERS["onet"](tmp_path).skills] == [
        "Dough Desk",
        'Loaf "L',
        "Crumb Count",
    ]


def test_table(tmp_path: Path) -> None:
    file = written(
        tmp_path / "m.csv", '\ufeffid,name,aliases,kind\nK_1,C++,"cpp|c plus plus",\nK/2,Tact,,soft\n'
    )
    first, second = READERS["csv"](file).skills
    assert (first.id, first.name, first.aliases) == ("K_1", "C++", ("cpp", "c plus plus"))
    assert (second.id, second.kind) == ("K/2", "soft")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_table_with_other_delimiters(tmp_path: Path, delimiter: str) -> None:
    text = "id,name,aliases\n1,Kneading,work dough|fold dough\n".replace(",", delimiter)
    (skill,) = READERS["csv"](written(tmp_path / "m.csv", text)).skills
    assert skill.aliases == ("work dough", "fold dough")


def test_labels_stay_as_they_are(tmp_path: Path) -> None:
    lines = ["C", "C#", "C++", "c", "  two blanks", "Küche", "Kuche", "面包", "面", "C", "", "c-2"]
    found = READERS["labels"](written(tmp_path / "l.txt", "\n".join(lines) + "\r\n"))
    assert [skill.name for skill in found.skills] == [line for line in dict.fromkeys(lines) if line]
    assert len(by_id(found)) == 10
    assert found.skills[0].id == "c"
    assert found.notes == ("1 label(s) stood twice",)


TABLE = "id,name,aliases\n1,Kneading,\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", r"m\.csv:1: column 1: the file is empty; it needs id, name, aliases"),
        ("id,name\n1,x\n", r"m\.csv:1: the header has no column aliases"),
        ("id,id,name,aliases\n1,1,x,\n", r"m\.csv:1: column id: stands twice"),
        (TABLE + "2,,\n", r"m\.csv:3: column name: is empty"),
        (TABLE + '\n2,"two\nlines",\n3,,\n', r"m\.csv:6: column name: is empty"),
        (TABLE + "1,Baking,\n", r"m\.csv:3: column id: '1' stands in line 2 too"),
        (TABLE + "2,a,b,c\n", r"m\.csv:3: column 4: the row has 4 cell\(s\), the header 3"),
        (TABLE + "2,a\n", r"m\.csv:3: column 3: the row has 2 cell\(s\)"),
        (TABLE + '2,"never closed,\n3,x,\n', r"m\.csv:3: the row that begins here: "),
        ("id,name,aliases,kind\n1,x,,odd\n", r"m\.csv:2: column kind: 'odd' is no kind"),
        (b"id,name,aliases\n1,Caf\xe9,\n", r"m\.csv:2: column 6: is not UTF-8"),
        ("id,name,aliases\n1,a\0b,\n", r"m\.csv:2: column 4: holds a zero byte"),
        ("id,name,aliases\n", r"m\.csv:2: column 1: there is no skill"),
    ],
)
def test_mistakes_in_a_table(tmp_path: Path, text: str | bytes, told: str) -> None:
    with pytest.raises(ConfigError, match=f"^{told}") as caught:
        READERS["csv"](written(tmp_path / "m.csv", text))
    assert "\n" not in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (
            "skills_en",
            "conceptUri,preferredLabel\nx,y\n",
            r"skills_en\.csv:1: the header has no column altLabels",
        ),
        (
            "skills_en",
            f"conceptUri,preferredLabel,altLabels\n{URI}1,,\n",
            r"skills_en\.csv:2: column preferredLabel",
        ),
        (
            "skillSkillRelations_en",
            "a,b\n",
            r"skillSkillRelations_en\.csv:1: the header has no column original",
        ),
        (
            "occupations_en",
            "conceptUri,preferredLabel,altLabels\n,y,\n",
            r"occupations_en\.csv:2: column conceptUri",
        ),
    ],
)
def test_mistakes_in_esco(tmp_path: Path, file: str, text: str, told: str) -> None:
    with pytest.raises(ConfigError, match=f"^{told}"):
        READERS["esco"](esco(tmp_path, **{file: text}))


@pytest.mark.parametrize("source", ["esco", "onet"])
def test_a_folder_of_something_else(tmp_path: Path, source: str) -> None:
    with pytest.raises(ConfigError, match=r"has no (skills_en|technology_skills)"):
        READERS[source](tmp_path)
    with pytest.raises(ConfigError, match="is no folder"):
        READERS[source](written(tmp_path / "a.zip", "x"))


def test_labels_without_a_label(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"l\.txt:1: column 1: there is no label"):
        READERS["labels"](written(tmp_path / "l.txt", "\n  \n"))
