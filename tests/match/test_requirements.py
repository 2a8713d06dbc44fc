"""Postings to requirements: what is asked, how strongly, with which years and level."""

from __future__ import annotations

import pytest

from careercraft.match.linker import Linker
from careercraft.match.requirements import requirements
from careercraft.model.match import Requirement
from careercraft.parse.role_job import role_posting
from careercraft.taxonomy import Taxonomy
from tests.match.parts import asked, job_side, posting


def by_id(found: tuple[Requirement, ...]) -> dict[str, Requirement]:
    return {requirement.options[0]: requirement for requirement in found if requirement.options}


def test_each_requirement_quotes_the_posting(linker: Linker) -> None:
    text = posting("Strong Python and SQL\nAbility to juggle flaming torches", nice="Terraform")
    side = job_side(text, linker)
    found, document = side.requirements, side.document
    assert len(found) == 4
    for requirement in found:
        first = document.quote(requirement.spans[0])
        assert " ".join(first.split()) == requirement.mention
    assert [item.spans[0].start for item in found] == sorted(item.spans[0].start for item in found)


def test_importance_comes_from_the_section(linker: Linker) -> None:
    found = by_id(asked(posting("Python\nDocker preferred", nice="Terraform"), linker))
    assert {key: item.importance for key, item in found.items()} == {
        "python": "must", "docker": "preferred", "terraform": "nice",
    }  # fmt: skip


def test_years_and_level_are_kept(linker: Linker) -> None:
    found = by_id(
        asked(posting("5+ years of experience with Python\nExpert knowledge of SQL\nDocker"), linker)
    )
    assert (found["python"].years, found["python"].level) == (5.0, None)
    assert (found["sql"].years, found["sql"].level) == (None, "expert")
    assert (found["docker"].years, found["docker"].level) == (None, None)


def test_years_are_not_asked_of_behavior(linker: Linker) -> None:
    found = by_id(asked(posting("3 years of experience with Python, teamwork\nGit"), linker))
    assert found["python"].years == 3.0
    assert all(item.years is None for item in found.values() if item.kind == "soft")


def test_mandatory_in_so_many_words_is_hard(linker: Linker) -> None:
    found = by_id(asked(posting("Must hold a CDL\nGit\nPython"), linker))
    hard = [key for key, item in found.items() if item.hard]
    assert len(hard) == 1
    assert "python" not in hard


@pytest.mark.parametrize(
    ("line", "skill_id"),
    [
        ("CPA required", "certified-public-accountant"),
        ("A valid driver's license is required", "drivers-license"),
        ("Must be a licensed electrician with knowledge of Excel", "journeyman-electrician"),
    ],
)
def test_a_license_that_is_called_required_is_hard_and_alone_so(
    linker: Linker, line: str, skill_id: str
) -> None:
    found = asked(posting(f"{line}\nGit"), linker)
    assert [item.options[0] for item in found if item.hard] == [skill_id]


@pytest.mark.parametrize(
    "line", ["CPA preferred", "CPA", "A license may be required", "Must have presentation skills"]
)
def test_what_is_only_wished_and_manners_are_not_hard(linker: Linker, line: str) -> None:
    assert not any(item.hard for item in asked(posting(f"{line}\nGit"), linker))


def test_what_nobody_can_compare_is_not_hard(linker: Linker) -> None:
    found = asked(posting("A splendid juggler is required\nGit"), linker)
    assert found[0].options == ()
    assert not found[0].hard


@pytest.mark.parametrize(
    "line",
    ["Must be 18 years or older", "No experience needed", "Security clearance required", "Ready to learn more?",
     "An advanced degree", "Must be authorized to work in the US"],
)  # fmt: skip
def test_what_is_no_skill_is_not_asked_as_one(linker: Linker, line: str) -> None:
    assert [item.name for item in asked(posting(f"{line}\nGit"), linker)] == ["Git"]


@pytest.mark.parametrize(
    "line", ["Ability to travel to all of our shops", "Passionate about our flaming torches"]
)
def test_circumstances_and_feelings_weigh_little(linker: Linker, line: str) -> None:
    assert asked(posting(f"{line}\nGit"), linker)[0].importance == "nice"


def test_of_examples_one_is_enough(linker: Linker) -> None:
    lines = "Databases such as PostgreSQL, Foozle, Barzle or MySQL\nTools such as Foozle, Bazzle, and Barzle"
    found = asked(posting(lines), linker)
    assert [set(item.options) for item in found] == [{"databases", "postgresql", "mysql"}, set()]
    assert found[1].mention == "Foozle, Bazzle, and Barzle"


def test_examples_in_brackets_with_slashes_are_alternatives(linker: Linker) -> None:
    found = asked(posting("Databases (PostgreSQL / MySQL / Redis)\nGit"), linker)
    assert len(found) == 2
    assert {"postgresql", "mysql", "redis"} <= set(found[0].options)


def test_the_label_of_a_list_is_no_item(linker: Linker) -> None:
    found = asked(posting("Formats: PostgreSQL, Foozle, MySQL\nExperience with our tools: Git"), linker)
    assert [item.mention for item in found] == ["PostgreSQL", "Foozle", "MySQL", "Git"]


def test_a_topic_is_no_certificate_in_it(linker: Linker) -> None:
    found = asked(posting("OSHA safety\nGit"), linker)
    assert all(item.kind != "certification" for item in found)


def test_years_behind_a_title_ask_for_no_skill(linker: Linker) -> None:
    assert [item.name for item in asked(posting("Flame Juggler: min 4 years\nGit"), linker)] == ["Git"]


def test_alternatives_are_one_requirement(linker: Linker) -> None:
    found = asked(posting("Java or Kotlin\nPython, SQL and Docker\nOne of AWS, Azure or GCP"), linker)
    assert [item.options for item in found] == [
        ("java", "kotlin"), ("python",), ("sql",), ("docker",), ("aws", "azure", "google-cloud-platform"),
    ]  # fmt: skip
    assert found[0].mention == "Java or Kotlin"


def test_repeated_ones_are_merged_to_the_strongest(linker: Linker) -> None:
    found = asked(posting("Python\nGit\n3 years of Python experience", nice="Python"), linker)
    python = [item for item in found if item.options == ("python",)]
    assert len(python) == 1
    assert (python[0].importance, python[0].years, len(python[0].spans)) == ("must", 3.0, 3)


def test_a_preference_becomes_a_must_when_it_is_asked_again(linker: Linker) -> None:
    text = posting("Git", nice="Python") + "\nMinimum requirements\n- Python\n"
    assert by_id(asked(text, linker))["python"].importance == "must"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Networking: able to configure what connects our sites", ["networking"]),
        ("Databases: PostgreSQL, MySQL, Redis", ["databases", "postgresql", "mysql", "redis"]),
    ],
)
def test_a_label_asks_for_itself_unless_it_heads_a_list(linker: Linker, line: str, names: list[str]) -> None:
    assert [item.options[0] for item in asked(posting(line), linker)] == names


def test_what_nothing_covers_keeps_its_own_words(linker: Linker) -> None:
    found = asked(posting("Ability to juggle flaming torches safely\nPython"), linker)
    assert (found[0].name, found[0].kind, found[0].options) == (
        "juggle flaming torches safely", "other", (),
    )  # fmt: skip


def test_a_misspelled_name_is_linked(linker: Linker) -> None:
    assert asked(posting("Kuberentes\nGit"), linker)[0].options == ("kubernetes",)


def test_a_phrase_that_means_a_skill_is_linked(linker: Linker) -> None:
    assert asked(posting("Solving problems\nGit"), linker)[0].options == ("problem-solving",)


def test_people_one_works_with_are_no_skill(linker: Linker) -> None:
    found = asked(posting("Experience working together with product managers\nGit"), linker)
    assert "product-management" not in by_id(found)


def test_demands_on_the_body_weigh_little_since_no_resume_states_them(linker: Linker) -> None:
    lines = "Must be able to lift 50 lbs\nIt is mandatory to stand for long periods\nGit"
    found = asked(posting(lines), linker)
    assert [(item.importance, item.hard) for item in found] == [
        ("nice", False),
        ("nice", False),
        ("must", False),
    ]


def test_fields_of_study_and_titles_are_asked_elsewhere(linker: Linker) -> None:
    text = posting("Bachelor's degree in statistics or biology\n4 years as a Security Analyst\nPython")
    assert list(by_id(asked(text, linker))) == ["python"]


def test_a_duty_asks_for_what_it_names_but_not_for_behavior(linker: Linker) -> None:
    text = posting("Git", more="What you'll do\n- Build services in Python with good teamwork\n")
    found = by_id(asked(text, linker))
    assert found["python"].importance == "preferred"
    assert [key for key, item in found.items() if item.kind == "soft"] == []


def test_a_negated_skill_is_not_asked(linker: Linker) -> None:
    assert "java" not in by_id(asked(posting("Python (Java is not required)\nGit"), linker))


def test_a_role_posting_asks_for_exactly_its_skills(tiny: Taxonomy, names_only: Linker) -> None:
    document, job = role_posting(tiny.role("java-developer"), tiny.skills)
    found = requirements(job, document, names_only.mentions(document), names_only)
    assert [(item.options, item.importance, item.level) for item in found] == [
        (("java",), "must", "advanced"), (("spring-boot",), "preferred", "beginner"),
    ]  # fmt: skip
    assert [document.quote(item.spans[0]) for item in found] == ["Java", "Spring Boot"]


def test_every_role_of_the_catalogue_asks_for_all_of_its_skills(linker: Linker) -> None:
    taxonomy = linker.taxonomy
    for role in taxonomy.roles.values():
        document, job = role_posting(role, taxonomy.skills)
        found = requirements(job, document, (), linker)
        wanted = [
            item.id for part in (role.skills.must, role.skills.preferred, role.skills.nice) for item in part
        ]
        assert sorted(item.options[0] for item in found) == sorted(wanted)
    assert len(taxonomy.roles) >= 40
