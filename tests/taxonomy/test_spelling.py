"""Whole phrases that write a name in another way; what merely looks like one is left alone."""

from __future__ import annotations

import pytest

from careercraft.model.skill import Hours, MatchRule, Skill
from careercraft.taxonomy.index import Compiled, Taxonomy, compile_surfaces
from careercraft.taxonomy.spelling import Spellings, glued


def _skill(
    id: str,
    name: str,
    *aliases: str,
    family: str = "software",
    rule: MatchRule | None = None,
    items: tuple[str, ...] = (),
) -> Skill:
    hours = Hours(10, 20, 40, 80)
    return Skill(
        id=id,
        name=name,
        kind="technical",
        hours=hours,
        aliases=aliases,
        items=items,
        family=family,
        match=rule or MatchRule(),
    )


SKILLS = (
    _skill("react", "React", "ReactJS"),
    _skill("python", "Python"),
    _skill("d3", "D3.js", "D3"),
    _skill("linq", "LINQ to SQL"),
    _skill("dotnet", ".NET"),
    _skill("multithreading", "Multithreading", "threading"),
    _skill("refactoring", "Refactoring"),
    _skill("debugging", "Debugging"),
    _skill("engineering", "Data Engineering", "solutioning"),
    _skill("rails", "Ruby on Rails", "Rails", rule=MatchRule(case=True)),
    _skill("serialization", "Serialization"),
    _skill("linter", "Linter"),
    _skill("express", "Express"),
    _skill("web", "Web Development", items=("web",)),
    _skill("azure", "Microsoft Azure", "Azure"),
    _skill("oracle", "Oracle Database", "Oracle SQL"),
    _skill("access", "Access Objects", "Dataaccess Object"),
    _skill("dao", "Objects Pattern", "Data Accessobject"),
    _skill("cooking", "Cooking", family="hospitality-kitchen"),
    _skill("excel", "Excel Sheets", family="office-administration"),
)


@pytest.fixture(scope="module")
def spellings() -> Spellings:
    return Spellings(Taxonomy(Compiled(0, "small", SKILLS, (), compile_surfaces(SKILLS))))


@pytest.mark.parametrize(
    ("phrase", "skill"),
    [
        ("reactjs", "react"),
        ("React.js", "react"),
        ("React-JS library", "react"),
        ("Python 3.11", "python"),
        ("python-3.x", "python"),
        ("python3", "python"),
        ("The Python programming language", "python"),
        ("d3v4", "d3"),
        ("linq2sql", "linq"),
        ("Multi-Threaded", "multithreading"),
        ("multi threading", "multithreading"),
        ("multithread", "multithreading"),
        ("thread", "multithreading"),
        ("refactor", "refactoring"),
        ("Debug", "debugging"),
        ("MS Azure platform", "azure"),
        ("azure", "azure"),
        ("serialise", "serialization"),
        ("serializing", "serialization"),
        ("linters", "linter"),
    ],
)
def test_another_spelling_names_the_skill(spellings: Spellings, phrase: str, skill: str) -> None:
    assert spellings.find(phrase) == skill


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "3.11",
        "net",  # too short for .NET
        "rail",  # Rails is a word with a rule
        "the web",  # an item counts as it stands alone
        "expression",  # the ending of a deed makes no Express
        "solution",  # not "solutioning"
        "data engineers",  # people, no field
        "cook",  # an ending makes another word outside of technology
        "excel sheet tools",
        "Oracle/SQL Server",  # two things
        "dataaccessobject",  # two skills are spelled so
        "python for kids and their parents at home",
    ],
)
def test_what_only_looks_alike_is_left_alone(spellings: Spellings, phrase: str) -> None:
    assert spellings.find(phrase) is None


def test_gaps_dots_and_a_two_for_to_do_not_count() -> None:
    assert glued("node.js") == glued("node js") == "nodejs"
    assert glued("linq2sql") == "linqtosql"
    assert glued("s3 v2") == "s3v2"
    assert glued("c++ & c#") == "c++c#"
