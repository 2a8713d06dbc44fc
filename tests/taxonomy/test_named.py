"""Taxonomies by name: kept, merged, chosen; nothing half-written stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercraft import paths
from careercraft.errors import ConfigError, StorageError, UsageError
from careercraft.model.skill import Role, RoleSkill, RoleSkills, Skill
from careercraft.settings import load_settings
from careercraft.taxonomy import Taxonomy, load, load_taxonomy, merge, named, stored
from careercraft.taxonomy.hours import hours_of
from tests.taxonomy.conftest import Write, role, skill

DAY = "2026-11-20"


def made(id: str, name: str, *aliases: str, **more: object) -> Skill:
    return Skill(id=id, name=name, kind="technical", hours=hours_of("technical"), aliases=aliases, **more)  # type: ignore[arg-type]


def asking(id: str, title: str, *must: str) -> Role:
    skills = RoleSkills(must=tuple(RoleSkill(id=key, level="advanced") for key in must))
    return Role(id=id, title=title, level="mid", family="crafts", summary="", skills=skills)


def kept(name: str, *skills: Skill, roles: tuple[Role, ...] = ()) -> stored.About:
    return stored.keep(name, "csv", "a.csv", DAY, stored.compile_imported(skills, roles))


def test_kept_and_loaded() -> None:
    about = kept("mine", made("b", "Baking", "bake"), made("a", "Acting"))
    assert (about.skills, about.names, about.imported) == (2, 3, DAY)
    assert stored.about("mine") == about
    assert stored.names() == ["mine"]
    taxonomy = named.load_named("mine")
    assert list(taxonomy.skills) == ["a", "b"]
    assert taxonomy.hash == about.hash
    assert taxonomy.by_surface["bake"] == "b"
    assert taxonomy.roles == {}


def test_the_hash_is_over_the_entries() -> None:
    first = kept("x", made("a", "Acting")).hash
    assert kept("y", made("a", "Acting")).hash == first
    assert kept("x", made("a", "Acting", "act")).hash != first


def test_readable_for_its_owner_alone() -> None:
    kept("mine", made("a", "Acting"))
    assert (paths.taxonomies_dir() / "mine.taxonomy").stat().st_mode & 0o077 == 0


def test_nothing_half_written_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    kept("mine", made("a", "Acting"))
    before = stored.about("mine")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StorageError, match="No space left"):
        kept("mine", made("b", "Baking"))
    assert stored.about("mine") == before
    assert [file.name for file in paths.taxonomies_dir().iterdir()] == ["mine.taxonomy"]


@pytest.mark.parametrize("keep", [0, 10, 60, -10])
def test_a_broken_file_is_told(keep: int) -> None:
    kept("mine", made("a", "Acting"))
    file = paths.taxonomies_dir() / "mine.taxonomy"
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(ConfigError, match="imported taxonomy 'mine' can't be read") as caught:
        named.load_named("mine")
    assert "import it again" in caught.value.hint


def test_kept_by_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    kept("mine", made("a", "Acting"))
    monkeypatch.setattr(stored, "FORMAT_VERSION", load.FORMAT_VERSION + 1)
    assert list(stored.load("mine").skills) == ["a"]


@pytest.mark.parametrize("name", ["", "Esco", "a/b", "..", "-a", "a b", "a,b", "builtin", "x" * 65])
def test_names_that_won_t_do(name: str) -> None:
    with pytest.raises(UsageError):
        stored.check_name(name)


@pytest.mark.parametrize("value", ["", "builtin", "builtin,builtin"])
def test_the_built_in_one(value: str) -> None:
    assert named.load_named(value).hash == load_taxonomy().hash


def test_a_folder(write: Write) -> None:
    skills, roles = write({"a/x.yaml": skill("sql")}, {"crafts/smith.yaml": role("smith", "sql")})
    assert list(named.load_named(str(skills)).skills) == ["sql"]
    assert list(named.load_named(str(skills), str(roles)).roles) == ["smith"]


def test_unknown_names_and_folders() -> None:
    kept("mine", made("a", "Acting"))
    with pytest.raises(ConfigError, match="no folder or taxonomy 'yours'") as caught:
        named.load_named("mine,yours")
    assert "builtin, mine" in caught.value.hint
    with pytest.raises(ConfigError, match="there is no folder"):
        named.load_named("/nowhere/at/all")


def test_roles_need_skills_of_a_folder(tmp_path: Path) -> None:
    kept("mine", made("a", "Acting"))
    with pytest.raises(ConfigError, match="the setting roles"):
        named.load_named("mine", str(tmp_path))


def test_merged_in_order() -> None:
    """The first has the say over names and ids; what is new comes from the later one."""
    kept("one", made("c", "C++", "cpp"), made("py", "Python"), roles=(asking("dev", "Developer", "py"),))
    kept("two", made("c", "C#"), made("python", "python", "py3", family="code"), made("x", "Cooking", "cpp"),
         roles=(asking("dev", "Deviser", "python", "c"),))  # fmt: skip
    both = named.load_named("one,two")
    assert {key: entry.name for key, entry in both.skills.items()} == {
        "c": "C++", "c-2": "C#", "py": "Python", "x": "Cooking"
    }  # fmt: skip
    assert both.skills["py"].aliases == ("py3",)
    assert both.skills["py"].family == "code"
    assert [both.by_surface[form] for form in ("cpp", "c#", "py3", "python")] == ["c", "c-2", "py", "py"]
    assert [item.id for item in both.roles["dev"].skills.must] == ["py"]
    assert [item.id for item in both.roles["dev-2"].skills.must] == ["py", "c-2"]
    other = named.load_named("two,one")
    assert other.by_surface["cpp"] == "x"
    assert other.skills["python"].name == "python"
    assert both.hash != other.hash


def test_merged_by_esco_address() -> None:
    kept("one", made("bake", "Baking", esco="e/1"))
    kept("two", made("b", "to bake bread", esco="e/1"), made("s", "shaping", implies=("b", "gone")))
    both = named.load_named("one,two")
    assert list(both.skills) == ["bake", "s"]
    assert both.skills["bake"].aliases == ("to bake bread",)
    assert both.skills["s"].implies == ("bake",)


def test_a_bare_entry_takes_the_relations_of_its_twin() -> None:
    kept("mine", made("K1", "Go"))
    both = named.load_named("mine,builtin")
    built_in = load_taxonomy().find("Go")
    assert built_in
    assert both.skills["K1"].match == built_in.match
    assert both.skills["K1"].hours == built_in.hours
    assert not {"go", "golang"} & both.skills.keys()


def test_merged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    kept("one", made("a", "Acting"))
    kept("two", made("b", "Baking"))
    first = named.load_named("one,two")

    def never(parts: list[Taxonomy], version: int, hash: str) -> None:
        raise AssertionError("merged again")

    monkeypatch.setattr(merge, "merge", never)
    assert named.load_named("one,two").entries == first.entries
    kept("two", made("b", "Boxing"))
    with pytest.raises(AssertionError, match="merged again"):
        named.load_named("one,two")


def test_use_and_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    kept("mine", made("a", "Acting"))
    assert load_settings().settings.taxonomy == ""
    assert named.use(["mine", "builtin", "mine"]) == "mine,builtin"
    loaded = load_settings()
    assert (loaded.settings.taxonomy, loaded.origins["taxonomy"]) == ("mine,builtin", "taxonomy use")
    monkeypatch.setenv("CAREERCRAFT_TAXONOMY", "builtin")
    assert load_settings().settings.taxonomy == "builtin"
    monkeypatch.delenv("CAREERCRAFT_TAXONOMY")
    named.use(["builtin"])
    assert load_settings().settings.taxonomy == ""
    with pytest.raises(UsageError, match="no taxonomy 'yours'"):
        named.use(["yours"])


def test_removed() -> None:
    kept("mine", made("a", "Acting"))
    stored.remove("mine")
    assert stored.names() == []
    with pytest.raises(UsageError, match="no taxonomy 'mine'"):
        stored.remove("mine")
