"""`taxonomy check` and `taxonomy stats`, on small taxonomies with one mistake each."""

from __future__ import annotations

import pytest

from careercraft.taxonomy import load_taxonomy, stored
from careercraft.taxonomy.check import Finding, check_part, check_whole
from careercraft.taxonomy.named import load_named, parts_of
from careercraft.taxonomy.stats import count_families
from tests.taxonomy.conftest import Write, role, skill
from tests.taxonomy.test_named import kept, made

LINKED = "related: {b: 0.5}"


def parted(write: Write, skills: str, roles: dict[str, str] | None = None) -> list[Finding]:
    folders = write({"crafts/x.yaml": skills}, roles)
    (part,) = parts_of(str(folders[0]), str(folders[1]) if roles else "")
    return check_part(part)


@pytest.mark.parametrize(
    ("skills", "kind", "where"),
    [
        (skill("a") + skill("a"), "duplicate", "crafts/x.yaml:5"),
        (skill("a", "Bread") + skill("b", "Dough", "aliases: [bread]"), "alias-clash", "crafts/x.yaml:9"),
        (skill("a", extra="prerequisites: [gone]"), "reference", "crafts/x.yaml:5"),
        (
            skill("a", extra="prerequisites: [b]") + skill("b", extra="prerequisites: [a]"),
            "circle",
            "crafts/x.yaml:5",
        ),
        (skill("a").replace("beginner: 10", "beginner: 90"), "hours", "crafts/x.yaml:4"),
        (skill("a", extra="odd: 1"), "invalid", "crafts/x.yaml:5"),
    ],
)
def test_errors_of_files(write: Write, skills: str, kind: str, where: str) -> None:
    found = parted(write, skills)
    assert [(finding.severity, finding.kind, finding.where) for finding in found] == [("error", kind, where)]


def test_a_role_that_asks_for_nothing_known(write: Write) -> None:
    found = parted(write, skill("a"), {"crafts/smith.yaml": role("smith", "gone")})
    assert [finding.kind for finding in found] == ["reference"]


def test_clean_files(write: Write) -> None:
    assert parted(write, skill("a", extra=LINKED) + skill("b")) == []


def test_what_was_imported_gets_warnings() -> None:
    kept("mine", made("a", "Bread", "loaf", prerequisites=("gone",)), made("b", "Loaf"))
    (part,) = parts_of("mine")
    assert [(finding.severity, finding.kind) for finding in check_part(part)] == [
        ("warning", "alias-clash"), ("warning", "reference")
    ]  # fmt: skip


def whole(write: Write, skills: str, in_texts: set[str] | None = None) -> list[tuple[str, str]]:
    folders = write({"crafts/x.yaml": skills}, {"crafts/smith.yaml": role("smith", "a")})
    found = check_whole(load_taxonomy(*folders), in_texts)
    assert {finding.severity for finding in found} <= {"warning"}
    return [(finding.kind, finding.where) for finding in found]


def test_nothing_to_warn_of(write: Write) -> None:
    assert whole(write, skill("a", extra=LINKED) + skill("b"), {"b"}) == []


@pytest.mark.parametrize(
    ("skills", "told"),
    [
        (
            skill("a", "Test Automation") + skill("b", "Automation tests", "related: {a: 0.5}"),
            ("duplicate", "b"),
        ),
        (skill("a") + skill("b"), ("orphan", "b")),
        (skill("a", extra=LINKED) + skill("b").replace("expert: 80", "expert: 90000"), ("hours", "b")),
        (
            skill("a", extra=LINKED) + skill("b").replace("intermediate: 20", "intermediate: 11"),
            ("hours", "b"),
        ),
    ],
)
def test_warnings(write: Write, skills: str, told: tuple[str, str]) -> None:
    assert whole(write, skills) == [told]


def test_a_language_may_stand_alone(write: Write) -> None:
    assert whole(write, skill("a") + skill("b").replace("kind: technical", "kind: language")) == []


def test_unused(write: Write) -> None:
    skills = skill("a", extra="related: {b: 0.5, c: 0.5}") + skill("b") + skill("c")
    assert whole(write, skills, {"c"}) == [("unused", "b")]
    assert whole(write, skills) == []


def test_stats(write: Write) -> None:
    extra = "aliases: [x, y]\nesco: e/1\nresources: [{title: T, url: 'https://example.org', kind: docs}]"
    folders = write(
        {"crafts/x.yaml": skill("a", extra=extra) + skill("b"), "art/y.yaml": skill("c", extra="onet: '1'")},
        {"crafts/smith.yaml": role("smith", "a")},
    )
    rows = [
        (row.family, row.skills, row.forms, row.with_resource, row.with_esco, row.with_onet, row.roles)
        for row in count_families(load_taxonomy(*folders))
    ]
    assert rows == [("art", 1, 1, 0, 0, 1, 0), ("crafts", 2, 4, 1, 1, 0, 1), ("total", 3, 5, 1, 1, 1, 1)]


def test_the_built_in_one_has_no_errors() -> None:
    (part,) = parts_of(stored.BUILTIN)
    assert check_part(part) == []
    assert not [finding for finding in check_whole(load_named("")) if finding.kind == "invalid"]
