"""More is never less: no strength, year, degree or offer gained lowers a score."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import structs

from careercraft.match import credit
from careercraft.match.place import ABROAD, SAME_COUNTRY, SAME_REGION
from careercraft.model.facts import CultureValue, Facts
from careercraft.model.match import SkillEntry, SkillMatch
from careercraft.model.resume import DEGREE_ORDER
from careercraft.score.gaps import Scene
from tests.score.builders import SCENES, SHARES, card_of, entry, fuzz, match_of, scene_of


def parts(scene: Scene) -> dict[str, float | None]:
    return {key: score.value for key, score in card_of(scene).by_key().items() if key != "confidence"}


def no_lower(before: Scene, after: Scene) -> None:
    """Every score that both know, and the readiness."""
    old, new = parts(before), parts(after)
    for key, value in old.items():
        if value is not None:
            assert new[key] is not None
            assert new[key] >= value, key  # type: ignore[operator]


def with_strength(skills: SkillMatch, name: str, strength: float) -> SkillMatch:
    def stronger(item: SkillEntry) -> SkillEntry:
        return structs.replace(item, strength=strength) if item.name == name else item

    changed = match_of(stronger(item) for item in skills.required())
    return SkillMatch(
        matched=changed.matched, partial=changed.partial, missing=changed.missing, extra=skills.extra
    )


@fuzz
@given(SCENES, st.data())
def test_a_stronger_skill_lowers_nothing(scene: Scene, data: st.DataObject) -> None:
    required = scene.skills.required()
    assume(required)
    item = data.draw(st.sampled_from(required))
    strength = data.draw(st.floats(item.strength, 1.0))
    after = scene._replace(skills=with_strength(scene.skills, item.name, round(strength, 3)))
    if strength >= item.strength and (
        round(strength, 3) >= credit.PARTIAL or round(strength, 3) == item.strength
    ):
        no_lower(scene, after)
        labels = [card_of(one).verdict.label for one in (scene, after)]
        assert labels != ["FIT", "UNFIT"]


@fuzz
@given(SCENES, st.floats(0, 20))
def test_more_years_lower_nothing(scene: Scene, more: float) -> None:
    experience = scene.facts.experience
    asked = tuple(
        ask if ask.found is None else structs.replace(ask, found=ask.found + more) for ask in experience.asked
    )
    facts = structs.replace(scene.facts, experience=structs.replace(experience, asked=asked))
    no_lower(scene, scene._replace(facts=facts))


@fuzz
@given(SCENES, SHARES)
def test_a_more_relevant_position_lowers_nothing(scene: Scene, relevance: float) -> None:
    experience = scene.facts.experience
    assume(experience.work)
    more = (*experience.work, structs.replace(experience.work[0], relevance=relevance))
    facts = structs.replace(scene.facts, experience=structs.replace(experience, work=more))
    no_lower(scene, scene._replace(facts=facts))


@fuzz
@given(SCENES, st.sampled_from(DEGREE_ORDER))
def test_a_higher_degree_lowers_nothing(scene: Scene, degree: str) -> None:
    education = scene.facts.education
    assume(education.found_level and DEGREE_ORDER.index(degree) >= DEGREE_ORDER.index(education.found_level))  # type: ignore[arg-type]
    higher = structs.replace(education, found_level=degree)  # type: ignore[arg-type]
    no_lower(scene, scene._replace(facts=structs.replace(scene.facts, education=higher)))


@fuzz
@given(SCENES, st.floats(0, 50_000))
def test_more_pay_lowers_nothing(scene: Scene, more: float) -> None:
    salary = scene.facts.salary
    assume(salary.maximum)
    better = structs.replace(salary, maximum=(salary.maximum or 0) + more)
    no_lower(scene, scene._replace(facts=structs.replace(scene.facts, salary=better)))


@fuzz
@given(SCENES)
def test_extra_skills_change_nothing(scene: Scene) -> None:
    extra = structs.replace(scene.skills, extra=(entry("Else", 1.0),))
    assert card_of(scene._replace(skills=extra)) == card_of(scene)


def test_the_first_value_shown_lowers_nothing() -> None:
    def scene(shown: float) -> Scene:
        values = [CultureValue(label="Teamwork", shown=shown, evidence=())]
        values += [CultureValue(label=f"Value {n}", shown=0.0, evidence=()) for n in range(4)]
        return scene_of([entry("A", 1.0)], Facts(culture=tuple(values)))

    assert parts(scene(1.0))["readiness"] >= parts(scene(0.0))["readiness"]  # type: ignore[operator]


@fuzz
@given(SCENES, st.data())
def test_a_value_shown_lowers_nothing(scene: Scene, data: st.DataObject) -> None:
    values = list(scene.facts.culture)
    assume(values)
    index = data.draw(st.integers(0, len(values) - 1))
    values[index] = structs.replace(values[index], shown=1.0, opposed=False)
    no_lower(scene, scene._replace(facts=structs.replace(scene.facts, culture=tuple(values))))


@fuzz
@given(SCENES)
def test_readiness_to_move_and_the_right_to_work_lower_nothing(scene: Scene) -> None:
    location = scene.facts.location
    for change in ({"will_relocate": True}, {"authorized": True}):
        after = structs.replace(location, **change)
        no_lower(scene, scene._replace(facts=structs.replace(scene.facts, location=after)))


@fuzz
@given(
    SCENES,
    st.tuples(st.integers(0, 600), st.integers(0, 600)).map(sorted),
    st.sampled_from([SAME_REGION, SAME_COUNTRY, ABROAD]),
)
def test_a_shorter_way_lowers_nothing(scene: Scene, ways: list[int], nearness: float) -> None:
    def at(km: int) -> Scene:
        location = structs.replace(scene.facts.location, km=km, nearness=nearness)
        return scene._replace(facts=structs.replace(scene.facts, location=location))

    near, far = ways
    no_lower(at(far), at(near))
