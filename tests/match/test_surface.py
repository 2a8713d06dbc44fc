"""The surface tier: names on word boundaries, names that are also words, overlaps, negation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.match.linker import Linker
from careercraft.match.surface import SurfaceMatcher
from careercraft.read import read_text
from careercraft.taxonomy import Taxonomy
from tests.match.parts import TINY_SKILLS, built_in, found, fuzz, ids, tiny_taxonomy


@pytest.fixture(scope="module")
def small(tiny: Taxonomy) -> SurfaceMatcher:
    return SurfaceMatcher(tiny)


@pytest.fixture(scope="module")
def whole(linker: Linker) -> SurfaceMatcher:
    return linker.surface


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Java", ["java"]),
        ("JavaScript", ["javascript"]),
        ("Javanese", []),
        ("MyJava", []),
        ("Java and JavaScript", ["java", "javascript"]),
        ("Java/Kotlin", ["java", "kotlin"]),
        ("Java's", ["java"]),
        ("written in Java.", ["java"]),
        ("written in Java.Tested", ["java"]),
        ("main.java", []),
        ("java.util", []),
        ("Java8", []),
        ("(Java)", ["java"]),
        ("Java+Kotlin", ["java", "kotlin"]),
        ("JAVA, java", ["java", "java"]),
        ("ECMAScript", ["javascript"]),
    ],
)
def test_names_stand_on_word_boundaries(small: SurfaceMatcher, text: str, expected: list[str]) -> None:
    assert ids(small, text) == expected


@pytest.mark.parametrize("text", ["problem solving", "Problem-Solving", "problem\nsolving", "problem-\nsolving",
                                  "problem‑solving", "problem   solving", "PROBLEM_SOLVING"])  # fmt: skip
def test_hyphens_and_line_breaks_are_one_space(small: SurfaceMatcher, text: str) -> None:
    assert found(small, text) == [("problem-solving", text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C, C++", ["c", "c-plus-plus"]),
        ("C/C++", ["c", "c-plus-plus"]),
        ("C++17", []),
        ("C#", []),  # not in the tiny taxonomy, and no C
        ("embedded C", ["c"]),
        ("vitamin C", []),
        ("c, d", []),
        ("plan C is ready", []),
        ("C&A", []),
        ("C.", ["c"]),
        ("C.R. Smith", []),
        ("C's compiler", []),
    ],
)
def test_one_letter_and_signs(small: SurfaceMatcher, text: str, expected: list[str]) -> None:
    assert ids(small, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spring", ["spring"]),  # an item of its own
        ("Skills: Java, Spring, Kotlin", ["java", "spring", "kotlin"]),
        ("• Spring (since 2019)", ["spring"]),
        ("the Spring framework", ["spring"]),
        ("the next\nSpring brings Java", ["spring", "java"]),  # company in the same line
        ("in Spring we hired", []),
        ("every spring we use the framework", []),  # the capitals are wrong
        ("SPRING framework", []),
        ("Knowledge of Spring is a must", ["spring"]),
        ("knowledge of spring flowers", []),
        ("- Spring in action, and Java", ["java"]),  # a verb, capital by its place
        ("- Spring, and Java", ["spring", "java"]),
        ("built in Spring\n\n\nwith the framework", []),  # company too far away
    ],
)
def test_names_that_are_words_need_company_or_a_list(
    small: SurfaceMatcher, text: str, expected: list[str]
) -> None:
    assert ids(small, text) == expected


def test_the_longest_name_wins_and_hits_never_overlap(small: SurfaceMatcher) -> None:
    assert found(small, "the Spring Boot framework") == [("spring-boot", "Spring Boot")]
    assert ids(small, "Java Spring Boot Java") == ["java", "spring-boot", "java"]


@pytest.mark.parametrize(
    "text",
    [
        "no Java",
        "No experience with Java",
        "without any Java",
        "does not use Java",
        "Java is not required",
        "Java experience is not needed",
        "unlike Java",
        "never used Java",
        "lack of Java",
        "neither Java nor Kotlin is required",
        "You need neither Java nor Kotlin.",
        "instead of Java",
        "rather than Java",
        "You don't have to know Java.",
        "Java isn't a must",
        "all of them with the exception of Java",
        "except for Java",
        "(excluding the Java parts)",
        "Java is no requirement",
        "Java is not mandatory",
        "There's no need to know Java",
        "It is not necessary to know Java, C++ or Kotlin",
        "Java, C++ or Kotlin is not required",
        "without Java, C++ or Kotlin",
    ],
)
def test_a_negated_name_is_no_hit(small: SurfaceMatcher, text: str) -> None:
    assert ids(small, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not only Java but Kotlin", ["java", "kotlin"]),
        ("No nonsense. We write Java", ["java"]),
        ("Java is required, Kotlin is not required", ["java"]),
        ("no\nJava", ["java"]),  # another line
        ("Java is not required\nKotlin", ["kotlin"]),
        ("not limited to Java", ["java"]),
        ("Java is a plus, but not required", ["java"]),
        ("Java preferred but not required", ["java"]),
        ("Java would be nice but is not necessary", ["java"]),
        ("Java is required; Kotlin is not a must", ["java"]),
        ("Kotlin, unlike Java, has coroutines", ["kotlin"]),
        ("unlike Java, Kotlin has coroutines", ["kotlin"]),
        ("Kotlin but not Java", ["kotlin"]),
        ("no problem with Java", ["java"]),
        ("no matter if Java or Kotlin", ["java", "kotlin"]),
    ],
)
def test_negation_ends_where_it_ends(small: SurfaceMatcher, text: str, expected: list[str]) -> None:
    assert ids(small, text) == expected


def test_plurals_of_names_are_found_where_the_rule_is_safe(small: SurfaceMatcher) -> None:
    assert ids(small, "fork truck licenses") == ["forklift-license"]
    assert ids(small, "Forklift Licenses") == ["forklift-license"]
    assert ids(small, "Cs") == []


def test_the_name_is_exact_and_any_other_form_an_alias(small: SurfaceMatcher) -> None:
    tiers = {
        text: small.find(text)[0].tier
        for text in ("JavaScript", "JS", "Forklift Licenses", "forklift license")
    }
    assert tiers == {
        "JavaScript": "exact",
        "JS": "alias",
        "Forklift Licenses": "alias",
        "forklift license": "exact",
    }


def test_pages_come_from_the_document(small: SurfaceMatcher) -> None:
    document = read_text("Java\n", "a.txt")
    assert small.find(document.text, document)[0].span.page is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JavaScript, Java", ["javascript", "java"]),
        ("C, C++, C#, .NET, R and Go", ["c", "c-plus-plus", "c-sharp", "dotnet", "r", "go"]),
        ("C/C++/C#", ["c", "c-plus-plus", "c-sharp"]),
        ("B&R parts", []),
        ("We excel at service", []),
        ("skills: Word, Excel, Outlook", ["microsoft-word", "microsoft-excel", "microsoft-outlook"]),
        ("Node.js APIs", ["node-js"]),
        ("a node of the cluster", []),
        ("let it go, then react to it", []),
        ("spring cleaning and a swift answer", []),
        ("go to the office", []),
        ("ASP.NET", ["asp-net"]),
        ("SQL+Python", ["sql", "python"]),
        ("relational database", ["relational-databases"]),
    ],
)
def test_the_built_in_taxonomy(whole: SurfaceMatcher, text: str, expected: list[str]) -> None:
    assert ids(whole, text) == expected


def test_every_name_of_the_built_in_taxonomy_finds_itself_in_a_list(whole: SurfaceMatcher) -> None:
    """An id that can't be found by its own name in a skills list would be dead weight."""
    taxonomy = built_in().taxonomy
    lost = [
        skill.name for skill in taxonomy.entries if skill.id not in ids(whole, f"Skills: {skill.name}, xyz")
    ]
    assert lost == []


WORDS = ["Java", "JavaScript", "C", "C++", "Spring Boot", "Spring", "problem-\nsolving", "no", "and", ",", ".", "\n",
         "•", "framework", "İstanbul", "ß", "🙂", "Ｊava", "e\u0301", "licenses", "forklift"]  # fmt: skip


@fuzz
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=60))
def test_spans_point_at_the_words_and_never_overlap(text: str) -> None:
    taxonomy = tiny_taxonomy(TINY_SKILLS)
    hits = SurfaceMatcher(taxonomy).find(text)
    ends = [0, *(hit.span.end for hit in hits)]
    assert all(
        end <= hit.span.start < hit.span.end <= len(text) for end, hit in zip(ends, hits, strict=False)
    )
    for hit in hits:
        named = taxonomy.find(text[hit.span.start : hit.span.end])
        assert named is not None
        assert named.id == hit.skill_id


@fuzz
@given(st.text(alphabet="abcdefghij ,.\n", max_size=40), st.text(alphabet="abcdefghij ,.\n", max_size=40))
def test_what_stands_around_a_list_item_does_not_hide_it(before: str, after: str) -> None:
    taxonomy = tiny_taxonomy(TINY_SKILLS)
    assert ("kotlin", "Kotlin") in found(SurfaceMatcher(taxonomy), f"{before}\n\nKotlin\n\n{after}")


def test_a_list_shares_the_head_of_its_last_item(whole: SurfaceMatcher) -> None:
    text = "Strong written, oral, and interpersonal communication"
    assert ids(whole, text) == ["written-communication", "verbal-communication", "interpersonal-skills"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("front- and back-end development", ["front-end-development", "back-end-development"]),
        ("back- and front-end development", ["back-end-development", "front-end-development"]),
        ("front- and backend development", ["front-end-development", "back-end-development"]),
        ("SQL and NoSQL databases", ["sql", "nosql"]),
        ("NoSQL and SQL databases", ["nosql", "relational-databases"]),
        ("accounts payable and receivable", ["accounts-payable", "accounts-receivable"]),
        ("accounts receivable and payable", ["accounts-receivable", "accounts-payable"]),
        ("data collection and analysis", ["data-collection", "data-analysis"]),
        (
            "unit, integration and end-to-end testing",
            ["unit-testing", "integration-testing", "end-to-end-testing"],
        ),
        ("Java development and Kotlin", ["java", "kotlin"]),
        ("Kotlin and Java development", ["kotlin", "java"]),
        ("accounts payable, then lunch and receivable", ["accounts-payable"]),
    ],
)
def test_an_enumeration_names_a_part_once(whole: SurfaceMatcher, text: str, expected: list[str]) -> None:
    assert ids(whole, text) == expected


def test_what_is_no_word_needs_no_capitals(whole: SurfaceMatcher) -> None:
    assert ids(whole, "node.js and reactjs") == ["node-js", "react"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("spring, java, kotlin", ["spring", "java", "kotlin"]),  # nothing but names
        ("java kotlin spring", ["java", "kotlin", "spring"]),
        ("java kotlin spring holidays", ["java", "kotlin"]),
        ("spring, java", ["java"]),  # two aren't enough
        ("SPRING, java, kotlin", ["java", "kotlin"]),
    ],
)
def test_names_in_small_letters(small: SurfaceMatcher, text: str, expected: list[str]) -> None:
    assert ids(small, text) == expected


def test_negation_goes_on_to_what_is_joined(small: SurfaceMatcher) -> None:
    assert ids(small, "No experience with Java or Kotlin") == []
    assert ids(small, "All except Java and Kotlin") == []
    assert ids(small, "No Java, Kotlin") == ["kotlin"]


@pytest.mark.parametrize(
    ("text", "skill_id"),
    [
        ("Negotiated contracts with vendors", "contract-negotiation"),
        ("Analyzed data of three plants", "data-analysis"),
        ("Led a team of nine", "leadership"),
        ("Trained new staff", "training-and-coaching"),
        ("Trained 12 new employees", "training-and-coaching"),
        ("Assessed student progress", "educational-assessment"),
    ],
)
def test_deeds_are_found_with_what_stands_between(whole: SurfaceMatcher, text: str, skill_id: str) -> None:
    assert ids(whole, text) == [skill_id]


def test_a_bare_tail_makes_no_name_longer(whole: SurfaceMatcher) -> None:
    assert "stress-management" in ids(whole, "High-level stress management abilities")
    assert found(whole, "communication skills") == [("communication", "communication skills")]


def test_what_is_written_goes_before_a_deed(whole: SurfaceMatcher) -> None:
    assert "accounts-payable" in ids(whole, "Managed accounts payable")
    assert ids(whole, "Prepared financial statements") == ["financial-statements"]


@pytest.mark.parametrize(
    "text",
    [
        "We do not require knowledge of legacy Docker.",
        "You don't need to know Docker.",
        "It doesn't require Docker.",
    ],
)
def test_what_is_not_required_is_not_found(linker: Linker, text: str) -> None:
    assert "docker" not in {hit.skill_id for hit in linker.surface.find(text)}
    assert "docker" in {hit.skill_id for hit in linker.surface.find("You need to know Docker.")}


@pytest.mark.parametrize(
    "text",
    [
        "the whole stack minus Java",
        "in the absence of Java",
        "Java was not part of the work",
        "Java was not a part of it",
        "Java has not been used",
        "Java was not involved",
    ],
)
def test_what_a_position_went_without_is_no_hit(small: SurfaceMatcher, text: str) -> None:
    assert ids(small, text) == []
