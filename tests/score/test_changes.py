"""Changes: adding never lowers what it is about, removing never raises it, and nothing else moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from careercraft.match import credit
from careercraft.match.again import emptied, worth
from careercraft.model.change import AddSkill, Brought, ChangeDegree, ChangeYears, RemoveSkill
from careercraft.model.facts import EducationFacts, ExperienceFacts, Facts, YearsAsked
from careercraft.model.match import Shown, SkillEntry, SkillMatch
from careercraft.model.resume import PROFICIENCY_ORDER
from careercraft.score.changes import LISTED, apply
from careercraft.score.gaps import Scene
from careercraft.score.what_if import tried
from tests.score.builders import SCENES, card_of, entry, fuzz, match_of, only, scene_of, slug

LEVELS = st.none() | st.sampled_from(PROFICIENCY_ORDER)
YEARS = st.none() | st.sampled_from([0.5, 2.0, 10.0])


def add(name: str, own: bool = False, text: str = "", **more: object) -> AddSkill:
    return AddSkill(
        text=text or f"+{name}", id=slug(name), name=name, skill_kind="technical", own=own, **more
    )  # type: ignore[arg-type]


def named(skills: SkillMatch, name: str) -> SkillEntry:
    return next(item for item in (*skills.required(), *skills.extra) if item.name == name)


def after(entries: list[SkillEntry], *changes: AddSkill | RemoveSkill) -> SkillMatch:
    return apply(match_of(entries), Facts(), changes)[0]


@fuzz
@given(SCENES, st.data(), st.booleans(), LEVELS, YEARS)
def test_adding_lowers_nothing_and_touches_nothing_else(
    scene: Scene, data: st.DataObject, own: bool, level: str | None, years: float | None
) -> None:
    name = f"Skill {data.draw(st.integers(0, 9))}"
    near = Brought(id="skill-3", name="Skill 3", steps=data.draw(st.integers(0, 2)), share=0.9)
    change = add(name, own, level=level or UNSET, years=years or UNSET, brings=(near,))
    skills, facts = apply(scene.skills, scene.facts, [change])
    assert facts == scene.facts
    for entry_before in scene.skills.required():
        entry_after = named(skills, entry_before.name)
        assert entry_after.strength >= entry_before.strength
        if entry_before.name not in {name, "Skill 3"}:
            assert entry_after == entry_before
    card, new = card_of(scene), card_of(scene._replace(skills=skills))
    assert new.verdict.readiness >= card.verdict.readiness
    for old_score, new_score in zip(card.scores, new.scores, strict=True):
        if old_score.key != "confidence":
            assert (new_score.value or 0) >= (old_score.value or 0)
    # Said again, it changes nothing more.
    assert apply(skills, facts, [change])[0] == skills


@fuzz
@given(SCENES, st.data())
def test_removing_raises_nothing(scene: Scene, data: st.DataObject) -> None:
    required = scene.skills.required()
    chosen = data.draw(st.lists(st.sampled_from(required), max_size=2)) if required else []
    change = RemoveSkill(text="-x", id="x", name="x", leaves=tuple(emptied(item) for item in chosen))
    skills, _ = apply(scene.skills, scene.facts, [change])
    assert card_of(scene._replace(skills=skills)).verdict.readiness <= card_of(scene).verdict.readiness
    gone = {item.name for item in chosen}
    assert {item.name for item in skills.missing} == {item.name for item in scene.skills.missing} | gone


@fuzz
@given(SCENES, st.data(), LEVELS, YEARS)
def test_a_statement_earns_no_more_than_a_list(
    scene: Scene, data: st.DataObject, level: str | None, years: float | None
) -> None:
    name = f"Skill {data.draw(st.integers(0, 5))}"
    change = add(name, own=True, level=level or UNSET, years=years or UNSET)
    skills, _ = apply(scene.skills, scene.facts, [change])
    for before in scene.skills.required():
        now = named(skills, before.name)
        if before.id == slug(name):
            listed = worth(before, LISTED, years, level)  # type: ignore[arg-type]
            assert now.strength == max(before.strength, listed)
        if now != before:
            assert (now.source, now.statement) == ("self", change.text)


def test_a_statement_is_labeled_and_quotes_nothing() -> None:
    said = add("Docker", own=True, text="Docker: 2 years at work", years=2.0)
    skills = after([entry("Docker", required_years=4.0), entry("Go", 1.0, at=50)], said)
    (docker,) = (item for item in skills.required() if item.name == "Docker")
    assert (docker.source, docker.tier, docker.statement) == ("self", "stated", "Docker: 2 years at work")
    assert (docker.found_years, docker.resume_evidence) == (2.0, ())
    assert docker.strength == worth(docker, Shown(listed=True), 2.0) < 1.0
    shown = after([entry("Docker", 0.5, required_years=4.0)], said).required()[0]
    assert len(shown.resume_evidence) == 1  # what the resume says of the same skill stays


def test_what_is_not_asked_is_extra() -> None:
    skills = after([entry("Go", 1.0)], add("Docker", own=True, text="Docker"), add("Ansible"))
    assert [(item.name, item.source, item.statement) for item in skills.extra] == [
        ("Ansible", "self", "+Ansible"), ("Docker", "self", "Docker"),
    ]  # fmt: skip
    assert after([entry("Go", 1.0)], add("Go")).extra == ()


def test_what_comes_with_a_skill_and_what_is_near_to_it() -> None:
    entries = [entry("Containers"), entry("Nomad", at=20), entry("Go", at=40)]
    near = (
        Brought(id="containers", name="Containers", steps=1),
        Brought(id="nomad", name="Nomad", share=0.9),
    )
    skills = after(entries, add("Kubernetes", brings=near))
    implied, related = named(skills, "Containers"), named(skills, "Nomad")
    assert (implied.tier, implied.via) == ("implied", "Kubernetes")
    assert (related.tier, related.via, related.strength) == ("related", "Kubernetes", credit.related(0.9))
    assert implied.strength > related.strength > named(skills, "Go").strength == 0.0
    distant = Brought(id="nomad", name="Nomad", share=0.1)
    assert named(after(entries, add("Kubernetes", brings=(distant,))), "Nomad").strength == 0.0


def test_one_of_several_is_enough() -> None:
    either = entry("Java", alternatives=("Kotlin", "Scala"))
    (item,) = after([either], add("Kotlin")).required()
    assert (item.id, item.name, item.alternatives) == ("kotlin", "Kotlin", ("Java", "Scala"))
    assert item.strength > credit.MATCHED


def test_words_that_no_entry_covers() -> None:
    own = entry("juggle torches", covered=False, kind="other", mention="juggle flaming torches")
    for words in ("juggle torches", "Juggle Flaming Torches"):
        change = AddSkill(text="+", id=None, name=words, skill_kind="other")
        (item,) = after([own], change).required()
        assert (item.id, item.name) == (None, "juggle torches")
        assert item.strength > credit.MATCHED


def test_a_level_under_the_one_asked_costs() -> None:
    asked = entry("Go", required_level="expert")
    strengths = [after([asked], add("Go", level=level)).required()[0].strength for level in PROFICIENCY_ORDER]
    assert strengths == sorted(set(strengths))
    (item,) = after(
        [entry("Go", 0.5, required_level="expert", found_level="advanced")], add("Go", level="beginner")
    ).required()
    assert item.found_level == "advanced"  # the resume may show more than was thought of


def test_removals_go_first_and_the_order_of_the_posting_stays() -> None:
    entries = [entry(name, 1.0, at=10 * place) for place, name in enumerate("ABCD")]
    gone = RemoveSkill(text="-B", id="b", name="B", leaves=(emptied(entries[1]),))
    assert [item.name for item in after(entries, add("B"), gone).matched] == ["A", "B", "C", "D"]
    skills = after(entries, gone, add("B"))
    assert [item.name for item in skills.matched] == ["A", "B", "C", "D"]
    assert skills.matched[1].strength < 1.0


DEGREE = EducationFacts(
    asked_level="master", asked_fields=("physics",), found_level="bachelor", found_known=True, field_match=0.6
)


def education(change: ChangeDegree, facts: EducationFacts = DEGREE) -> EducationFacts:
    return apply(SkillMatch(), Facts(education=facts), [change])[1].education


def score(facts: EducationFacts) -> float:
    scene = scene_of([], Facts(education=facts), only(education_match=1.0))
    return card_of(scene).by_key()["education_match"].value or 0.0


def test_degrees() -> None:
    higher = education(ChangeDegree(text="+", level="doctorate", field="physics", field_match=1.0))
    assert (higher.found_level, higher.field_match) == ("doctorate", 1.0)
    lower = education(ChangeDegree(text="+", level="associate", field_match=0.1))
    assert (lower.found_level, lower.field_match) == ("bachelor", 0.6)
    assert score(higher) == 100.0 > score(DEGREE) > score(education(ChangeDegree(text="-degree", level=None)))


@pytest.mark.parametrize("level", ["high_school", "bachelor", "master", None])
@pytest.mark.parametrize("years", [None, 2.0, 40.0])
@pytest.mark.parametrize("field", [None, 0.0, 1.0])
def test_taking_the_degree_away_never_raises(
    level: str | None, years: float | None, field: float | None
) -> None:
    """Not even where work may stand for it, and not to "unknown", which would leave the mean."""
    facts = structs.replace(
        DEGREE, found_level=level, or_equivalent=years is not None, experience_years=years, field_match=field
    )  # type: ignore[arg-type]
    without = education(ChangeDegree(text="-degree", level=None), facts)
    scene = scene_of([], Facts(education=without), only(education_match=1.0))
    assert card_of(scene).by_key()["education_match"].value is not None
    assert score(without) <= score(facts) or level is None


def test_years_count_for_every_demand() -> None:
    asks = tuple(
        YearsAsked(label="work", years=5.0, found=found, importance="must", evidence=())
        for found in (2.0, None)
    )
    facts = Facts(
        experience=ExperienceFacts(total_years=4.0, relevant_years=2.0, asked=asks),
        education=EducationFacts(experience_years=2.0),
    )
    more = apply(SkillMatch(), facts, [ChangeYears(text="+5y", years=5.0)])[1]
    assert [ask.found for ask in more.experience.asked] == [7.0, 5.0]
    assert (more.experience.relevant_years, more.education.experience_years) == (7.0, 7.0)
    fewer = apply(SkillMatch(), facts, [ChangeYears(text="-5y", years=-5.0)])[1]
    assert [ask.found for ask in fewer.experience.asked] == [0.0, None]


def test_what_if_tells_what_moved_and_only_that() -> None:
    entries = [entry("A", 1.0), entry("B", at=10), entry("C", 0.5, at=20)]
    scene = scene_of(entries, weights=only(skills_match=1.0))
    found = tried(scene, [add("B"), ChangeYears(text="+5y", years=5.0)])
    assert [(move.name, move.before, move.after) for move in found.requirements] == [
        ("B", "missing", "matched")
    ]
    assert found.requirements[0].strength_before == 0.0 < found.requirements[0].strength_after
    moved = {move.key: (move.before, move.after) for move in found.scores}
    assert moved["readiness"] == (50.0, found.verdict.readiness)
    assert "soft_skills" not in moved
    assert (card_of(scene).verdict.label, found.verdict.label) == ("UNFIT", "FIT")
    nothing = tried(scene, [add("A")])
    assert (nothing.scores, nothing.requirements) == ((), ())
    assert nothing.verdict == card_of(scene).verdict
