"""Mistakes in the YAML that people edit: each is named by file, line and key, and all of them at once."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from careercraft.errors import ConfigError
from careercraft.taxonomy import load_taxonomy
from tests.taxonomy.conftest import Write, role, skill


class Mistake(NamedTuple):
    skills: dict[str, str]
    said: tuple[str, ...]
    """Each the beginning of a line: `file:line: key: message`."""
    roles: dict[str, str] = {}  # noqa: RUF012 - never changed


GOOD = skill("sql")
MISTAKES = {
    "unknown key": Mistake({"a/x.yaml": skill("sql", extra="colour: red")}, ("a/x.yaml:5: colour: is no known key",)),
    "missing keys": Mistake(
        {"a/x.yaml": "- id: sql\n"}, ("a/x.yaml:1: name: is missing", "a/x.yaml:1: kind: is missing")
    ),
    "wrong kind": Mistake({"a/x.yaml": GOOD.replace("technical", "tecnical")}, ("a/x.yaml:3: kind: ",)),
    "wrong type": Mistake({"a/x.yaml": skill("sql", extra="aliases: seequel")}, ("a/x.yaml:5: aliases: ",)),
    "wrong type inside": Mistake(
        {"a/x.yaml": skill("sql", extra="aliases:\n  - seequel\n  - 7")}, ("a/x.yaml:7: aliases: ",)
    ),
    "unknown key inside": Mistake(
        {"a/x.yaml": skill("sql", extra="match:\n  case: true\n  contxt: [a]")}, ("a/x.yaml:5: match: ",)
    ),
    "bad id": Mistake({"a/x.yaml": skill("SQL_1")}, ("a/x.yaml:1: id: must be lower-case",)),
    "hours that shrink": Mistake(
        {"a/x.yaml": GOOD.replace("advanced: 40", "advanced: 400")}, ("a/x.yaml:4: hours: must be over zero",)
    ),
    "a share over one": Mistake(
        {"a/x.yaml": GOOD + skill("dax", extra="related: {sql: 1.5}")}, ("a/x.yaml:9: related.sql: must be over 0",)
    ),
    "no list": Mistake({"a/x.yaml": "id: sql\n"}, ("a/x.yaml:1: must be a list of skills",)),
    "no mapping": Mistake({"a/x.yaml": "- sql\n"}, ("a/x.yaml:1: must be a mapping",)),
    "no YAML": Mistake({"a/x.yaml": "- id: [sql\n  name: x\n"}, ("a/x.yaml:2: is not valid YAML",)),
    "a key twice": Mistake({"a/x.yaml": skill("sql", extra="name: Other")}, ("a/x.yaml:5: name: stands twice",)),
    "an id twice": Mistake(
        {"a/x.yaml": GOOD, "b/y.yaml": GOOD.replace("Sql", "SQL dialect")},
        ("b/y.yaml:1: id: 'sql' stands in a/x.yaml:1 too",),
    ),
    "a name twice": Mistake(
        {"a/x.yaml": GOOD + skill("sequel", extra="aliases: [SQL]")},
        ("a/x.yaml:9: aliases: 'SQL' names 'sql' already",),
    ),
    "an alias of nothing": Mistake({"a/x.yaml": skill("sql", extra='aliases: [" - "]')}, ("a/x.yaml:5: aliases: ",)),
    "dangling references": Mistake(
        {"a/x.yaml": skill(
            "sql", extra="broader: [data]\nimplies: [tables]\nrelated: {dax: 0.5}\nprerequisites: [math]"
        )},
        ("a/x.yaml:5: broader: 'data' is no skill", "a/x.yaml:6: implies: 'tables'", "a/x.yaml:7: related: 'dax'",
         "a/x.yaml:8: prerequisites: 'math'"),
    ),
    "a circle of two": Mistake(
        {"a/x.yaml": skill("sql", extra="broader: [dax]") + skill("dax", extra="broader: [sql]")},
        ("a/x.yaml:5: broader: runs in a circle: sql > dax > sql",),
    ),
    "a circle of one": Mistake(
        {"a/x.yaml": skill("sql", extra="implies: [sql]")}, ("a/x.yaml:5: implies: runs in a circle: sql > sql",)
    ),
    "a circle of prerequisites": Mistake(
        {"a/x.yaml": "".join(skill(a, extra=f"prerequisites: [{b}]") for a, b in ("ab", "bc", "ca"))},
        ("a/x.yaml:5: prerequisites: runs in a circle: a > b > c > a",),
    ),
    "a role with an unknown skill": Mistake(
        {"a/x.yaml": GOOD}, ("crafts/smith.yaml:6: skills.must: 'forging' is no skill",),
        {"crafts/smith.yaml": role("smith", "forging")},
    ),
    "a role under another name": Mistake(
        {"a/x.yaml": GOOD}, ("crafts/smith.yaml:1: id: is 'baker', but the file is named smith.yaml",),
        {"crafts/smith.yaml": role("baker")},
    ),
    "a role in another family": Mistake(
        {"a/x.yaml": GOOD}, ("trades/smith.yaml:4: family: is 'crafts', but the folder is 'trades'",),
        {"trades/smith.yaml": role("smith")},
    ),
    "a role twice": Mistake(
        {"a/x.yaml": GOOD}, ("more/smith.yaml:1: id: 'smith' stands in crafts/smith.yaml too",),
        {"crafts/smith.yaml": role("smith"), "more/smith.yaml": role("smith").replace("crafts", "more")},
    ),
    "a next role that is none": Mistake(
        {"a/x.yaml": GOOD}, ("crafts/smith.yaml:7: next: 'king' is no role",),
        {"crafts/smith.yaml": role("smith", extra="next: [king]")},
    ),
}  # fmt: skip


def error_of(write: Write, skills: dict[str, str], roles: dict[str, str]) -> str:
    with pytest.raises(ConfigError) as caught:
        load_taxonomy(*write(skills, roles))
    assert caught.value.hint
    return caught.value.message


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_is_named(write: Write, kind: str) -> None:
    mistake = MISTAKES[kind]
    lines = [line.strip() for line in error_of(write, mistake.skills, mistake.roles).splitlines()]
    for beginning in mistake.said:
        assert [line for line in lines if line.startswith(beginning)], (beginning, lines)


def test_all_mistakes_in_one_pass(write: Write) -> None:
    """Of every file and entry, valid neighbors or not, skills before roles."""
    skills = {
        "a/x.yaml": "- id: Bad Id\n  name: A\n"
        + skill("one", extra="colour: red")
        + skill("two", extra="broader: [none]"),
        "b/y.yaml": "- [",
        "c/z.yaml": skill("three", extra="aliases: [Two]"),
    }
    roles = {"crafts/smith.yaml": role("smith", "forging"), "crafts/baker.yaml": "title: 7\n"}
    message = error_of(write, skills, roles)
    files = [line.strip().split(":")[0] for line in message.splitlines()[1:]]
    assert set(files) == {*skills, *roles}
    assert files == sorted(files[: files.index("crafts/baker.yaml")]) + sorted(
        files[files.index("crafts/baker.yaml") :]
    )
    assert message.startswith(f"the taxonomy has {len(files)} error(s)")
    assert len(files) >= 9


def test_hundreds_of_mistakes_are_counted_and_cut(write: Write) -> None:
    message = error_of(
        write, {"a/x.yaml": "".join(skill(f"s{n}", extra="colour: red") for n in range(200))}, {}
    )
    assert message.startswith("the taxonomy has 200 error(s)")
    assert "and 150 more" in message
    assert len(message.splitlines()) < 60


def test_not_utf8(write: Write) -> None:
    skills, roles = write({"a/x.yaml": GOOD})
    (skills / "a" / "y.yaml").write_bytes("- id: café".encode("latin-1"))
    with pytest.raises(ConfigError, match=r"a/y\.yaml:1: is not UTF-8"):
        load_taxonomy(skills, roles)


def test_what_is_right_loads(write: Write) -> None:
    """So that none of the above fails for another reason."""
    dax = skill("dax", extra="broader: [sql]\nrelated: {sql: 0.5}\naliases: [Data Analysis Expressions]")
    skills, roles = write(
        {"a/x.yaml": GOOD + dax}, {"crafts/smith.yaml": role("smith", "dax", "next: [smith]")}
    )
    taxonomy = load_taxonomy(skills, roles)
    assert set(taxonomy.skills) == {"sql", "dax"}
    assert set(taxonomy.roles) == {"smith"}
    assert taxonomy.skills["dax"].family == "a"


def test_a_missing_folder(write: Write) -> None:
    skills, roles = write({"a/x.yaml": GOOD})
    with pytest.raises(ConfigError, match="there is no folder"):
        load_taxonomy(skills / "nowhere", roles)
    with pytest.raises(ConfigError, match="there is no folder"):
        load_taxonomy(skills, roles / "nowhere")
