"""The gauge says of every state what the scorer says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from careercraft.model.facts import ExperienceFacts, Facts, HardFact, IndustryFacts, YearsAsked
from careercraft.score.changes import replaced
from careercraft.score.gauge import Gauge
from careercraft.score.steps import Scene
from tests.score.builders import STRENGTHS, entry, entry_lists, fuzz, scene_of


def _facts(found: float | None, permit: bool | None, industry: bool) -> Facts:
    asked = YearsAsked(label="relevant work", years=4.0, found=found, importance="must", evidence=())
    return Facts(
        experience=ExperienceFacts(asked=(asked,)),
        hard=(HardFact(text="permit", met=permit, evidence=()),),
        industry=IndustryFacts(name="Health care", share=1.0) if industry else IndustryFacts(),
    )


_FACTS = st.builds(
    _facts, st.sampled_from([None, 1.0, 4.0]), st.sampled_from([None, True, False]), st.booleans()
)


def _moved(scene: Scene, strengths: dict[int, float]) -> Scene:
    entries = scene.skills.required()
    new = {id(entries[one]): structs.replace(entries[one], strength=to) for one, to in strengths.items()}
    return scene._replace(skills=replaced(scene.skills, new))


@fuzz
@given(st.data())
def test_every_state_has_the_readiness_and_the_verdict_of_the_scorer(data: st.DataObject) -> None:
    entries = data.draw(entry_lists())
    scene = scene_of(entries, data.draw(_FACTS), threshold=data.draw(st.sampled_from([30.0, 70.0])))
    places = st.integers(0, max(0, len(entries) - 1))
    strengths = data.draw(st.dictionaries(places, STRENGTHS)) if entries else {}
    then = _moved(scene, strengths)
    gauge = Gauge(scene)
    readiness = gauge.readiness(strengths)
    assert readiness == then.readiness()
    assert abs(gauge.exact(strengths) - readiness) < 0.1
    assert gauge.is_fit(readiness, strengths) == (then.card().verdict.label == "FIT")


def test_one_gauge_tells_of_one_state_after_another() -> None:
    scene = scene_of([entry("Welding", 0.5), entry("Rigging", 0.0, at=100)])
    gauge = Gauge(scene)
    first = gauge.readiness({})
    assert gauge.readiness({0: 1.0, 1: 1.0}) == 100.0
    assert gauge.readiness({}) == first == scene.readiness()
    assert gauge.readiness({1: 0.0}) == first


def test_the_threshold_itself_is_enough() -> None:
    scene = scene_of([entry("Welding", 0.7)], threshold=70.0)
    assert scene.card().verdict.label == "FIT"
    assert Gauge(scene).is_fit(70.0, {})
    assert not Gauge(scene).is_fit(69.9, {})


def test_words_that_no_skill_covers_bar_nothing() -> None:
    scene = scene_of(
        [entry("Welding", 1.0), entry("A good heart", 0.0, covered=False, hard=True, at=100)], threshold=40.0
    )
    gauge = Gauge(scene)
    assert gauge.is_fit(gauge.readiness({}), {}) == (scene.card().verdict.label == "FIT")


def test_what_is_mandatory_bars_until_it_is_met_in_part() -> None:
    scene = scene_of([entry("Welding", 1.0), entry("License", 0.0, hard=True, at=100)], threshold=40.0)
    gauge = Gauge(scene)
    assert not gauge.is_fit(gauge.readiness({}), {})
    assert not gauge.is_fit(gauge.readiness({1: 0.34}), {1: 0.34})
    assert gauge.is_fit(gauge.readiness({1: 0.35}), {1: 0.35})
