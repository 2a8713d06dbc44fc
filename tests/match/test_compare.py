"""Requirements against a resume: by name, through other skills, by meaning; and what must not count."""

from __future__ import annotations

import pytest

from careercraft.match import credit
from careercraft.match.linker import Linker
from careercraft.model.match import Shown
from careercraft.model.ports import Encoder
from careercraft.taxonomy import Taxonomy
from tests.match.parts import entry_of, job_side, linker_of, matched, posting, resume, resume_side

USED = Shown(entries=1, recent=True)


@pytest.fixture(scope="module")
def small(tiny: Taxonomy, encoder: Encoder) -> Linker:
    """The tiny taxonomy with the real encoder."""
    return linker_of(tiny, encoder)


def test_by_name(small: Linker) -> None:
    skills = matched(
        resume(work="Wrote services in Java", skills="Kotlin"), posting("Java\nKotlin\nFood hygiene"), small
    )
    where, java = entry_of(skills, "java")
    assert (where, java.strength, java.tier, java.via) == (
        "matched",
        1 - credit.BOTH - credit.REPEATED,
        "exact",
        java.via,
    )
    assert entry_of(skills, "kotlin")[1].strength == credit.NAMED
    where, hygiene = entry_of(skills, "food-hygiene")
    assert (where, hygiene.strength, hygiene.resume_evidence) == ("missing", 0.0, ())
    assert [piece.document for piece in java.job_evidence + java.resume_evidence] == ["job", "resume"]


def test_no_encoder_is_asked_when_all_is_named(names_only: Linker) -> None:
    skills = matched(resume(work="Java and Kotlin"), posting("Java\nKotlin\nC++ or Java"), names_only)
    assert [entry.id for entry in skills.matched] == ["java", "kotlin", "java"]
    with pytest.raises(AssertionError, match="the encoder was asked"):
        matched(resume(work="Java and Kotlin"), posting("Java\nFood hygiene"), names_only)


def test_a_special_skill_implies_the_general_one_by_steps(small: Linker) -> None:
    skills = matched(
        resume(work="Ran Spring Boot services"), posting("Java\nProgramming\nProblem solving"), small
    )
    for skill_id, steps in (("java", 1), ("programming", 2), ("problem-solving", 3)):
        _, entry = entry_of(skills, skill_id)
        assert (entry.tier, entry.via, entry.strength) == (
            "implied",
            "Spring Boot",
            pytest.approx(credit.IMPLIED[steps - 1] * credit.evidence(USED, entry.kind), abs=0.001),
        )
        assert "Spring Boot" in entry.resume_evidence[0].quote


def test_the_general_skill_does_not_show_the_special_one(small: Linker) -> None:
    skills = matched(resume(work="Much programming"), posting("Spring Boot\nKotlin"), small)
    assert [entry_of(skills, skill_id)[0] for skill_id in ("spring-boot", "kotlin")] == ["missing", "missing"]


def test_related_skills_count_in_their_direction_only(small: Linker) -> None:
    """The entry of Java says that .8 of it carries over to Kotlin; Kotlin's says nothing of Java."""
    _, kotlin = entry_of(matched(resume(work="Wrote Java"), posting("Kotlin\nC++"), small), "kotlin")
    assert (kotlin.tier, kotlin.via, kotlin.strength) == ("related", "Java", credit.related(0.8))
    where, java = entry_of(matched(resume(work="Wrote Kotlin"), posting("Java\nC++"), small), "java")
    assert (where, java.tier) != ("partial", "related")


def test_one_alternative_is_enough_and_the_best_one_is_named(small: Linker) -> None:
    skills = matched(resume(work="Wrote Kotlin"), posting("C++ or Kotlin\nJava"), small)
    where, entry = entry_of(skills, "kotlin")
    assert (where, entry.strength, entry.alternatives) == (
        "matched",
        1 - credit.BOTH - credit.REPEATED,
        ("C++",),
    )


def test_extra_skills_are_those_not_asked(small: Linker) -> None:
    skills = matched(resume(work="Java and C++", skills="Forklift License"), posting("Java\nKotlin"), small)
    assert [entry.id for entry in skills.extra] == ["c-plus-plus", "forklift-license"]
    assert all(entry.resume_evidence and not entry.job_evidence for entry in skills.extra)


def test_too_few_years_are_met_in_part_however_else_the_word_stands_there(linker: Linker) -> None:
    """Neither the word itself, nor its meaning, nor a skill that implies it makes up for the years."""
    text = resume(work="Built Python services with Django", skills="Python", dates="Jan 2025 - Dec 2025")
    where, python = entry_of(matched(text, posting("10 years of Python experience\nGit"), linker), "python")
    assert where == "partial"
    assert python.strength < credit.MATCHED
    assert (python.required_years, python.found_years) == (10.0, 1.0)


@pytest.mark.parametrize(
    ("line", "skill_id", "summary"),
    [
        ("Kubernetes", "kubernetes", "No experience with Kubernetes."),
        ("Kubernetes", "kubernetes", "Ran servers for years, without Kubernetes."),
        ("Excel", "microsoft-excel", "I excel at whatever I do."),
        ("Go", "go", "Ready to go the extra mile."),
        ("Java", "java", "Wrote much JavaScript."),
        ("Terraform", "terraform", "Eager to learn Terraform."),
        ("Critical care", "critical-care", "Nurse looking to move to critical care."),
        ("Critical care", "critical-care", "Nurse's aide who wants to work in critical care."),
        ("Python", "python", "Interested in Python and in music."),
    ],
)
def test_what_the_surface_rules_turn_down_comes_in_by_no_back_door(
    linker: Linker, line: str, skill_id: str, summary: str
) -> None:
    skills = matched(resume(summary=summary, work="Sold shoes"), posting(f"{line}\nGit"), linker)
    assert entry_of(skills, skill_id)[0] != "matched"
    # The control: the plain name counts.
    plain = resume(work=f"Used Word, {line}, Outlook")
    assert entry_of(matched(plain, posting(f"{line}\nGit"), linker), skill_id)[0] == "matched"


def test_a_long_word_that_the_posting_writes_small_is_the_same_word_in_the_resume(linker: Linker) -> None:
    for summary, where in (("Driving sales close-out.", "matched"), ("No sales, only repairs.", "missing")):
        skills = matched(resume(summary=summary, work="Mended shoes"), posting("sales\nGit"), linker)
        assert entry_of(skills, "sales")[0] == where


def test_a_wish_to_use_what_one_has_is_proof(linker: Linker) -> None:
    text = resume(summary="Looking to apply nine years of Python to medicine.", work="Sold shoes")
    assert entry_of(matched(text, posting("Python\nGit"), linker), "python")[0] == "matched"
    text = resume(summary="Eager to learn. Python since school.", work="Sold shoes")
    assert entry_of(matched(text, posting("Python\nGit"), linker), "python")[0] == "matched"


def test_a_misspelled_item_counts(linker: Linker) -> None:
    _, entry = entry_of(
        matched(resume(skills="Kuberentes"), posting("Kubernetes\nGit"), linker), "kubernetes"
    )
    assert (entry.tier, entry.strength) == ("fuzzy", credit.NAMED)


def test_own_words_of_an_uncovered_requirement(linker: Linker) -> None:
    line = "Ability to juggle flaming torches"
    found = matched(resume(work="Juggle flaming torches at fairs"), posting(f"{line}\nGit"), linker).matched
    assert [(entry.id, entry.tier, entry.strength) for entry in found] == [
        (None, "stated", 1 - credit.BOTH - credit.REPEATED)
    ]
    missing = matched(resume(work="Sold shoes"), posting(f"{line}\nGit"), linker).missing
    assert missing[0].id is None


@pytest.mark.parametrize(
    ("line", "skill_id", "bullet"),
    [
        ("Cash handling", "cash-handling", "Counted cash at the till"),
        ("Conflict resolution", "conflict-resolution", "Mediated in conflicts of tenants"),
    ],
)
def test_a_deed_in_other_words_counts_by_meaning(
    linker: Linker, line: str, skill_id: str, bullet: str
) -> None:
    assert skill_id in linker.taxonomy.skills
    where, entry = entry_of(matched(resume(work=bullet), posting(f"{line}\nGit"), linker), skill_id)
    assert where != "missing"
    assert entry.tier == "semantic"
    assert isinstance(entry.via, str)
    assert entry.via in bullet
    assert credit.PARTIAL <= entry.strength <= credit.SEMANTIC_CEILING
    where, _ = entry_of(matched(resume(work="Sold shoes"), posting(f"{line}\nGit"), linker), skill_id)
    assert where == "missing"


def test_every_quote_stands_where_it_says(linker: Linker) -> None:
    resume_text = resume(
        work="Built Python services\nMentored juniors", skills="Docker, Kuberentes", summary="SQL"
    )
    job_text = posting("Python\nKubernetes\nMentoring\nSQL", nice="Docker")
    skills = matched(resume_text, job_text, linker)
    pieces = [
        piece
        for entry in (*skills.required(), *skills.extra)
        for piece in (*entry.job_evidence, *entry.resume_evidence)
    ]
    texts = {
        "resume": resume_side(resume_text, linker).document.text,
        "job": job_side(job_text, linker).document.text,
    }
    assert pieces
    assert [piece for piece in pieces if texts[piece.document][piece.start : piece.end] != piece.quote] == []
