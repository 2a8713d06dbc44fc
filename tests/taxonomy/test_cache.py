"""The compiled taxonomy: made once, read after that, and never trusted when it isn't of these very files."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercraft import paths
from careercraft.taxonomy import Taxonomy, build, load, load_taxonomy
from careercraft.taxonomy.load import hash_sources
from tests.taxonomy.conftest import Write, role, skill


@pytest.fixture(autouse=True)
def _new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Taxonomies in use are kept in memory; here each load is the first of its process."""

    class Forgetful(dict[str, Taxonomy]):
        def __setitem__(self, key: str, value: Taxonomy) -> None:
            return

    monkeypatch.setattr(load, "_held", Forgetful())


@pytest.fixture
def folders(write: Write) -> tuple[Path, Path]:
    return write(
        {"a/x.yaml": skill("sql"), "b/y.yaml": skill("dax")}, {"crafts/smith.yaml": role("smith", "sql")}
    )


def cached() -> list[Path]:
    return sorted(paths.cache_dir().glob("taxonomy-*.msgpack"))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The skills folders whose YAML is read, in order."""
    found: list[Path] = []
    real = build.read_folders

    def counted(skills: Path, roles: Path | None) -> object:
        found.append(skills)
        return real(skills, roles)

    monkeypatch.setattr(build, "read_folders", counted)
    return found


def test_read_once(folders: tuple[Path, Path], reads: list[Path]) -> None:
    first, second = load_taxonomy(*folders), load_taxonomy(*folders)
    assert len(reads) == 1
    assert len(cached()) == 1
    assert (first.entries, first.roles, first.surfaces) == (second.entries, second.roles, second.surfaces)


def test_any_change_is_seen(folders: tuple[Path, Path], reads: list[Path]) -> None:
    """Of content, of a name, of a role, of a file more or less."""
    skills, roles = folders
    seen = {load_taxonomy(skills, roles).hash}
    changes = (
        lambda: (skills / "a" / "x.yaml").write_text(skill("sql", "Structured Query Language")),
        lambda: (skills / "b" / "y.yaml").rename(skills / "b" / "z.yaml"),
        lambda: (skills / "b").rename(skills / "c"),
        lambda: (roles / "crafts" / "smith.yaml").write_text(role("smith", "dax")),
        lambda: (roles / "crafts" / "baker.yaml").write_text(role("baker")),
        lambda: (skills / "c" / "z.yaml").unlink() or (roles / "crafts" / "smith.yaml").unlink(),
    )
    for number, change in enumerate(changes, 2):
        change()
        seen.add(load_taxonomy(skills, roles).hash)
        assert len(seen) == len(reads) == number


@pytest.mark.parametrize("content", [b"", b"\x00garbage" * 50, b"\x93\x01\xa3abc", None])
def test_a_broken_cache_is_rebuilt(
    folders: tuple[Path, Path], reads: list[Path], content: bytes | None
) -> None:
    whole = load_taxonomy(*folders)
    (file,) = cached()
    good = file.read_bytes()
    file.write_bytes(good[: len(good) // 2] if content is None else content)
    again = load_taxonomy(*folders)
    assert len(reads) == 2
    assert again.entries == whole.entries
    assert file.read_bytes() == good


def test_a_cache_of_other_files_is_not_taken(folders: tuple[Path, Path], reads: list[Path]) -> None:
    """A file under the right name with another hash inside."""
    load_taxonomy(*folders)
    (file,) = cached()
    old = file.read_bytes()
    (folders[0] / "a" / "x.yaml").write_text(skill("sql", "Other"))
    paths.cache_dir().joinpath(f"taxonomy-{hash_sources(*folders)[:16]}.msgpack").write_bytes(old)
    assert load_taxonomy(*folders).skills["sql"].name == "Other"
    assert len(reads) == 2


def test_a_cache_of_another_format_is_not_taken(
    folders: tuple[Path, Path], reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_taxonomy(*folders)
    monkeypatch.setattr(load, "FORMAT_VERSION", load.FORMAT_VERSION + 1)
    load_taxonomy(*folders)
    assert len(reads) == 2


def test_a_cache_that_can_not_be_written_costs_nothing_but_time(
    folders: tuple[Path, Path], home: Path, reads: list[Path]
) -> None:
    (home / "cache").write_text("a file where the folder should be")
    assert load_taxonomy(*folders).skills
    assert load_taxonomy(*folders).skills
    assert len(reads) == 2


def test_no_temporary_file_stays(folders: tuple[Path, Path]) -> None:
    load_taxonomy(*folders)
    assert list(paths.cache_dir().iterdir()) == cached()


def test_the_built_in_one_needs_neither_yaml_nor_cache(reads: list[Path]) -> None:
    load_taxonomy()
    assert reads == []
    assert cached() == []


def test_one_in_use_is_not_loaded_again(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    first = load_taxonomy(*folders)
    assert load_taxonomy(*folders) is first
    next(folders[0].rglob("*.yaml")).write_text(skill("cobol"), encoding="utf-8")
    assert load_taxonomy(*folders) is not first
