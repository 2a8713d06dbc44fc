"""A person's words to changes, and what is left of a resume without a skill."""

from __future__ import annotations

import pytest
from msgspec import UNSET

from careercraft.errors import UsageError
from careercraft.match.changes import parse_additions, parse_changes
from careercraft.match.removal import Held
from careercraft.match.resume_skills import skill_uses
from careercraft.model.change import AddSkill, Change, ChangeDegree, ChangeYears, RemoveSkill
from careercraft.model.match import SkillEntry, SkillMatch
from careercraft.score.changes import apply
from tests.match import parts

RESUME = parts.resume(
    work="Built shops with Spring Boot and Kotlin\nKept the records in Excel",
    skills="Java, JavaScript",
    dates="Jan 2020 - Present",
)
JOB = parts.posting(
    "3+ years of Java\nKotlin or Java\nProgramming\nProblem solving\nJavaScript\nFood hygiene\n"
    "Bachelor's degree in physics",
    nice="Ability to juggle flaming torches\nC++",
)


class Pair:
    """A resume and a posting with the tiny taxonomy."""

    def __init__(self) -> None:
        self.linker = parts.linker_of(parts.tiny_taxonomy(), parts.built_in().encoder)
        side = parts.resume_side(RESUME, self.linker)
        self.skills = parts.matched(RESUME, JOB, self.linker)
        self.held = Held(skill_uses(side.resume, side.mentions, parts.TODAY), side.document)

    def changes(self, *texts: str) -> tuple[Change, ...]:
        return parse_changes(texts, self.linker, self.skills, ("physics",), self.held)

    def additions(self, *texts: str) -> tuple[AddSkill, ...]:
        return parse_additions(texts, self.linker, self.skills)

    def after(self, *texts: str) -> SkillMatch:
        from careercraft.model.facts import Facts

        return apply(self.skills, Facts(), self.changes(*texts))[0]


@pytest.fixture(scope="module")
def pair() -> Pair:
    return Pair()


def short(change: Change) -> object:
    if isinstance(change, AddSkill):
        return (change.id, change.level or None, None if change.years is UNSET else change.years)
    if isinstance(change, ChangeYears):
        return change.years
    return change.level if isinstance(change, ChangeDegree) else f"-{change.name}"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+Java", ("java", None, None)),
        ("+ java : intermediate", ("java", "intermediate", None)),
        ("+JS:2y", ("javascript", None, 2.0)),
        ("+C++:expert, 2.5 years", ("c-plus-plus", "expert", 2.5)),
        ("+Java:B2", ("java", "intermediate", None)),
        ("+Java:fluent", ("java", "advanced", None)),
        ("+Food Hygiene:18 months", ("food-hygiene", None, 1.5)),
        ("+5y", 5.0),
        ("+1.5 years of experience", 1.5),
        ("-2 yrs", -2.0),
        ("-degree", None),
        ("+degree:master", "master"),
        ("+degree: PhD in physics", "doctorate"),
        ("+degree:high_school", "high_school"),
        ("+Degree:BSc Physics", "bachelor"),
        ("-Java", "-Java"),
        ("-C++", "-C++"),
    ],
)
def test_what_if(pair: Pair, text: str, expected: object) -> None:
    (change,) = pair.changes(text)
    assert short(change) == expected
    assert change.text == " ".join(text.split())


def test_the_field_of_a_degree_is_compared(pair: Pair) -> None:
    (same,) = pair.changes("+degree:master in physics")
    (other,) = pair.changes("+degree:master in medieval poetry")
    (none,) = pair.changes("+degree:master")
    assert isinstance(same, ChangeDegree)
    assert isinstance(other, ChangeDegree)
    assert isinstance(none, ChangeDegree)
    assert (same.field, same.field_match) == ("physics", 1.0)
    assert other.field_match is not UNSET
    assert other.field_match < 0.5
    assert (none.field, none.field_match) == (UNSET, UNSET)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("+Kotlinn", "knows no skill 'Kotlinn'", "did you mean Kotlin"),
        ("-Kotlinn", "knows no skill 'Kotlinn'", "did you mean Kotlin"),
        ("+qqqqq", "knows no skill", "careercraft skills search"),
        ("+Java:wizard", "'wizard' is no level and no number of years", "beginner, intermediate"),
        ("+degree", "names no degree", "master"),
        ("+degree:wizardry", "names no degree", "master"),
        ("-Java:2y", "needs no level or years", "-Python"),
        ("Java", "says neither + nor -", "+Kubernetes"),
        ("+", "says neither + nor -", "+Kubernetes"),
        ("", "says neither + nor -", "+Kubernetes"),
    ],
)
def test_what_makes_no_sense_is_said(pair: Pair, text: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        pair.changes("+Java", text)
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Java: 2 years at work", ("java", None, 2.0)),
        ("Java", ("java", None, None)),
        ("  JavaScript:   advanced,  since school ", ("javascript", "advanced", None)),
        ("3 years of Java at work", ("java", None, 3.0)),
        ("Java: basic knowledge", ("java", "beginner", None)),
        ("C++: used at home", ("c-plus-plus", None, None)),
    ],
)
def test_additions(pair: Pair, text: str, expected: object) -> None:
    (change,) = pair.additions(text)
    assert short(change) == expected
    assert change.own
    assert change.text == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "nothing is named"),
        (": 2 years", "nothing is named"),
        ("Kotlinn: 2 years", "knows no skill 'Kotlinn'"),
        ("Java and Kotlin", "names 2 skills: Java, Kotlin"),
        ("I can do many things", "knows no skill"),
    ],
)
def test_additions_that_name_nothing_or_too_much(pair: Pair, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        pair.additions(text)


def test_a_requirement_may_be_named_by_its_own_words(pair: Pair) -> None:
    words = next(entry.name for entry in pair.skills.required() if entry.id is None)
    (change,) = pair.changes(f"+{words}")
    assert isinstance(change, AddSkill)
    assert (change.id, change.name) == (None, words)
    skills = pair.after(f"+{words}")
    assert words in {entry.name for entry in skills.matched}


def named(skills: SkillMatch, mention: str) -> SkillEntry:
    return next(entry for entry in skills.required() if str(entry.mention).lower() == mention.lower())


def test_what_came_through_a_skill_goes_with_it(pair: Pair) -> None:
    """Programming is implied by Java and by Kotlin; problem solving by programming."""
    programming = named(pair.skills, "Programming")
    assert programming.tier == "implied"
    some = pair.after("-Java", "-Spring Boot")
    left = named(some, "Programming")
    assert (left.tier, left.via) == ("implied", "Kotlin")
    assert 0 < left.strength <= programming.strength
    gone = pair.after("-Java", "-Spring Boot", "-Kotlin")
    assert named(gone, "Programming").strength == 0.0
    assert named(gone, "Problem solving").strength == 0.0


def test_a_skill_is_taken_away_whatever_else_would_bring_it(pair: Pair) -> None:
    """Spring Boot comes with Java, but who takes Java away means Java."""
    skills = pair.after("-Java")
    assert named(skills, "Java").strength == 0.0
    assert named(skills, "JavaScript") == named(pair.skills, "JavaScript")


def test_the_other_one_of_two_is_enough(pair: Pair) -> None:
    either = next(entry for entry in pair.skills.required() if entry.alternatives)
    taken = pair.after(f"-{either.name}")
    left = next(entry for entry in taken.required() if entry.job_evidence == either.job_evidence)
    assert left.strength > 0
    assert left.name != either.name
    assert left.resume_evidence
    assert left.strength <= either.strength


def test_removing_what_is_not_there_changes_nothing(pair: Pair) -> None:
    (change,) = pair.changes("-C++")
    assert isinstance(change, RemoveSkill)
    assert change.leaves == ()
    assert pair.after("-C++") == pair.skills


def test_adding_brings_what_the_posting_asks_of_its_relations(pair: Pair) -> None:
    (change,) = pair.additions("Spring Boot")
    brought = {other.id: other.steps for other in change.brings}
    assert brought["java"] == 1
    assert brought["programming"] == 2
    assert set(brought) <= {entry.id for entry in pair.skills.required()} | {"kotlin", "java"}
