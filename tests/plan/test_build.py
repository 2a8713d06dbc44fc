"""One plan after another, each with what it should hold and why."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from msgspec import UNSET, structs

from careercraft.errors import ConfigError, UsageError
from careercraft.match import credit
from careercraft.model.facts import ExperienceFacts, Facts, HardFact, RelevantWork, YearsAsked
from careercraft.model.plan import WEEKDAYS, Meets, Period, PlannedSkill, Roadmap, Task
from careercraft.model.skill import Resource
from careercraft.plan.basis import basis_of
from careercraft.plan.build import build_roadmap
from careercraft.plan.forecast import Forecaster, Predictor
from careercraft.plan.hours import quarters
from careercraft.plan.identity import person
from careercraft.taxonomy import Taxonomy
from tests.plan.worlds import (
    CREATED,
    TODAY,
    analysis_of,
    asked,
    planned,
    settings_of,
    skill,
    taxonomy_of,
)
from tests.score.builders import entry

LINUX, DOCKER = skill("linux", 10.0), skill("docker", 20.0, prerequisites=("linux",))
KUBERNETES = skill("kubernetes", 40.0, prerequisites=("docker",), related={"nomad": 0.5})
NOMAD = skill("nomad", 30.0)
HEAVY, LIGHT = skill("heavy", 100.0), skill("light", 4.0)
ALL = taxonomy_of([LINUX, DOCKER, KUBERNETES, NOMAD, HEAVY, LIGHT])


def names(plan: Roadmap) -> list[str]:
    return [one.id for one in plan.skills]


def phases(plan: Roadmap, skill_id: str) -> list[str]:
    return [task.phase for task in plan.tasks if task.skill == skill_id]


def test_what_the_posting_does_not_name_and_the_resume_does_not_show_comes_first() -> None:
    plan = planned(ALL, [asked(KUBERNETES)])
    assert names(plan) == ["linux", "docker", "kubernetes"]
    assert [one.why for one in plan.skills] == ["prerequisite", "prerequisite", "gap"]
    assert set(phases(plan, "linux")) == {"foundation"}
    assert list(dict.fromkeys(phases(plan, "kubernetes"))) == ["core", "applied", "proof"]
    assert [one.needed_for for one in plan.skills] == [("docker",), ("kubernetes",), ()]
    assert {one.state for one in plan.skills} == {"missing"}
    # One that the posting asks for is there for itself, and the application speaks of what it asks for.
    both = planned(ALL, [asked(KUBERNETES), asked(DOCKER, at=100)])
    assert [one.needed_for for one in both.skills] == [("docker",), (), ()]
    assert next(task for task in plan.tasks if task.kind == "apply").check.startswith(
        "You can say for Kubernetes what"
    )
    assert plan.skills[2].after == ("docker",)


def test_a_prerequisite_goes_one_level_less_deep() -> None:
    linux, docker, kubernetes = planned(ALL, [asked(KUBERNETES, required_level="advanced")]).skills
    assert (kubernetes.level, docker.level, linux.level) == ("advanced", "intermediate", "beginner")
    assert (docker.hours, linux.hours) == (20.0, 5.0)


def test_what_the_resume_shows_is_no_prerequisite_to_learn() -> None:
    shown = analysis_of(ALL, [asked(KUBERNETES)], extra=[asked(DOCKER, 0.9)])
    assert names(build_roadmap(shown, ALL, settings_of(), CREATED)) == ["kubernetes"]


def test_most_points_an_hour_come_first() -> None:
    assert names(planned(ALL, [asked(HEAVY), asked(LIGHT, at=100)])) == ["light", "heavy"]
    # The heavy one is a must and the light one nearly worthless: still cheap by the hour.
    cheap = planned(ALL, [asked(HEAVY), asked(LIGHT, 0.0, "nice", 100)])
    rates = [one.points / one.hours for one in cheap.skills]
    assert rates == sorted(rates, reverse=True)


def test_the_hours_of_prerequisites_count_for_the_rate() -> None:
    """Kubernetes with all before it takes 55 hours: more an hour than the heavy one, less than nomad."""
    plan = planned(ALL, [asked(KUBERNETES), asked(NOMAD, at=100), asked(HEAVY, at=200)])
    assert names(plan) == ["nomad", "linux", "docker", "kubernetes", "heavy"]


def test_who_knows_a_part_begins_there() -> None:
    plan = planned(ALL, [asked(DOCKER, 0.5, tier="related", via="Podman")])
    docker = next(one for one in plan.skills if one.id == "docker")
    assert (docker.state, docker.hours, docker.level_from) == ("weak", 10.0, "beginner")
    stated = planned(
        ALL, [asked(DOCKER, 0.6, found_level="intermediate", required_level="advanced", tier="exact")]
    )
    docker = next(one for one in stated.skills if one.id == "docker")
    assert (docker.level_from, docker.level, docker.hours) == ("intermediate", "advanced", 20.0)


def test_related_skills_share_hours() -> None:
    both = planned(ALL, [asked(KUBERNETES, 0.0, "must"), asked(NOMAD, 0.0, "nice", 100)])
    alone = planned(ALL, [asked(NOMAD, 0.0, "nice", 100)])
    nomad = next(one for one in both.skills if one.id == "nomad")
    # Half of nomad's 30 hours come with kubernetes, which is longer.
    assert (nomad.hours, nomad.hours_alone, nomad.shares_with) == (15.0, 30.0, "kubernetes")
    assert alone.skills[0].hours == 30.0


def test_what_comes_with_another_skill_takes_a_quarter_at_least() -> None:
    wide = taxonomy_of([skill("narrow", 40.0, implies=("wide",)), skill("wide", 20.0)])
    plan = planned(wide, [asked(wide.skills["narrow"]), asked(wide.skills["wide"], 0.0, "nice", 100)])
    assert {one.id: one.hours for one in plan.skills} == {"narrow": 40.0, "wide": 5.0}


def test_a_skill_asked_for_twice_is_learned_once() -> None:
    plan = planned(ALL, [asked(LIGHT), asked(LIGHT, 0.0, "nice", 100)])
    assert names(plan) == ["light"]
    assert len(plan.skills[0].meets) == 2
    assert plan.skills[0].importance == "must"


# focus


def test_focus_must_leaves_out_the_rest_by_name() -> None:
    plan = planned(ALL, [asked(LIGHT), asked(NOMAD, 0.0, "preferred", 100)], focus=("must",))
    assert names(plan) == ["light"]
    assert [(left.id, left.why) for left in plan.left_out] == [("nomad", "focus")]


def test_focus_on_a_skill_takes_what_it_needs_along() -> None:
    plan = planned(ALL, [asked(KUBERNETES), asked(LIGHT, at=100)], focus=("kubernetes",))
    assert names(plan) == ["linux", "docker", "kubernetes"]


def test_focus_fit_ends_at_fit() -> None:
    entries = [asked(LIGHT), asked(NOMAD, 1.0, at=100), asked(HEAVY, at=200)]
    whole, short = planned(ALL, entries), planned(ALL, entries, focus=("fit",))
    assert names(whole) == ["light", "heavy"]
    assert whole.verdict == "UNFIT"
    # Two of three musts are 67: it takes the heavy one too, unless 66 are enough.
    assert names(short) == ["light", "heavy"]
    lower = build_roadmap(
        analysis_of(ALL, entries, threshold=60.0), ALL, settings_of(focus=("fit",)), CREATED
    )
    assert names(lower) == ["light"]
    assert lower.forecast.verdict == "FIT"
    assert lower.notes == ()


def test_several_words_of_focus_add_up() -> None:
    entries = [asked(LIGHT), asked(NOMAD, 0.0, "nice", 100), asked(HEAVY, 0.0, "nice", 200)]
    assert set(names(planned(ALL, entries, focus=("must", "all")))) == {"light", "nomad", "heavy"}
    assert set(names(planned(ALL, entries, focus=("must", "nomad")))) == {"light", "nomad"}


def test_what_is_mandatory_belongs_to_every_way_to_fit() -> None:
    entries = [asked(LIGHT), asked(NOMAD, 1.0, at=100), asked(HEAVY, 0.0, "nice", 200, hard=True)]
    analysis = analysis_of(ALL, entries, threshold=10.0)
    plan = build_roadmap(analysis, ALL, settings_of(focus=("fit",)), CREATED)
    assert names(plan) == ["heavy"]
    assert plan.verdict == "UNFIT"
    assert plan.forecast.verdict == "FIT"


def test_where_learning_does_not_do_it_the_plan_says_so() -> None:
    refused = Facts(hard=(HardFact(text="work permit", met=False, evidence=()),))
    analysis = analysis_of(ALL, [asked(LIGHT)], facts=refused)
    plan = build_roadmap(analysis, ALL, settings_of(focus=("fit",)), CREATED)
    assert plan.forecast.verdict == "UNFIT"
    assert (plan.forecast.fit_week, plan.forecast.fit_day, plan.forecast.earliest_fit) == (UNSET,) * 3
    assert any("Learning alone" in note for note in plan.notes)
    assert any("--focus fit" in note for note in plan.notes)
    assert names(plan) == ["light"]


# days


def test_the_verdict_turns_on_the_day_of_the_task_that_turns_it() -> None:
    plan = planned(ALL, [asked(LIGHT), asked(HEAVY, 0.0, "nice", 100)])
    assert (plan.verdict, plan.forecast.verdict, plan.forecast.fit_week) == ("UNFIT", "FIT", 1)
    day = plan.forecast.fit_day
    through: set[str] = set()
    for session in (session for week in plan.weeks for session in week.sessions):
        if session.day <= str(day):
            through.add(session.task)
    assert "light-learn" in through
    assert not any(task.startswith("heavy") for task in through)
    # Two of light's tasks are enough; the second ends on the second day, on which others begin.
    assert day == [session.day for session in plan.weeks[0].sessions if session.task == "light-build"][-1]


def test_the_verdict_may_turn_on_the_last_day_of_a_week() -> None:
    plan = planned(ALL, [asked(LIGHT)], weekdays=("mon",))
    assert (plan.forecast.fit_week, plan.forecast.fit_day) == (1, "2026-12-07") == (1, plan.weeks[0].last)


def test_applying_comes_as_soon_as_it_is_fit() -> None:
    plan = planned(ALL, [asked(LIGHT), asked(HEAVY, 0.0, "nice", 100)])
    order = [task.skill or "apply" for task in plan.tasks]
    assert order.index("apply") < order.index("heavy")
    # Where it never is, at the end; where it is already, at once.
    never = planned(
        ALL, [asked(LIGHT), entry("Odd", covered=False, at=50), entry("Odder", covered=False, at=99)]
    )
    assert [task.phase for task in never.tasks][-1] == "application"
    assert never.forecast.verdict == "UNFIT"
    ready = planned(ALL, [asked(NOMAD, 1.0), asked(LIGHT, 0.0, "nice", 100)])
    assert ready.tasks[0].phase == "application"
    assert ready.forecast.fit_week == 0
    assert any("FIT already" in note for note in ready.notes)
    # It speaks of what is learned by then alone.
    texts = [f"{task.title} {task.check}" for plan in (plan, ready) for task in plan.tasks if not task.skill]
    assert any("Light" in text for text in texts[:5])
    assert not any("Heavy" in text for text in texts[:5])
    assert not any("Light" in text or "learned" in text for text in texts[5:])


def test_a_deadline_keeps_what_brings_most() -> None:
    entries = [asked(LIGHT), asked(HEAVY, at=100), asked(NOMAD, 0.0, "nice", 200)]
    plan = planned(ALL, entries, deadline="2027-01-15")
    assert names(plan) == ["light", "nomad"]
    assert [(left.id, left.why) for left in plan.left_out] == [("heavy", "deadline")]
    assert "2027-01-15" in plan.left_out[0].reason
    assert plan.forecast.finish <= "2027-01-15"
    assert plan.forecast.earliest_fit
    assert plan.forecast.earliest_fit > "2027-01-15"


def test_a_deadline_that_holds_the_shortest_way_takes_it_first() -> None:
    """By points an hour nomad and light come first; the heavy one alone makes it FIT."""
    entries = [
        asked(HEAVY, 0.0, "must", hard=True),
        asked(NOMAD, 0.0, "nice", 100),
        asked(DOCKER, 1.0, at=200),
    ]
    analysis = analysis_of(ALL, entries, threshold=60.0)
    whole = build_roadmap(analysis, ALL, settings_of(), CREATED)
    assert names(whole)[-1] in {"heavy", "nomad"}
    end = str(whole.forecast.earliest_fit)
    short = build_roadmap(analysis, ALL, settings_of(hours_per_week=8.0, deadline="2027-03-20"), CREATED)
    assert "heavy" in names(short)
    assert short.forecast.verdict == "FIT"
    assert end < "2027-03-20"


def test_a_deadline_too_near_for_the_application_keeps_what_its_days_hold() -> None:
    plan = planned(ALL, [asked(HEAVY)], deadline="2026-12-03")
    assert names(plan) == []
    held = {session.task for week in plan.weeks for session in week.sessions}
    assert held == {task.id for task in plan.tasks}
    assert len(held) < 4
    assert any("hold" in note for note in plan.notes)
    ready = planned(ALL, [asked(NOMAD, 1.0), asked(LIGHT, 0.0, "nice", 100)], deadline="2026-12-03")
    assert [word in note for word, note in zip(("FIT already", "hold"), ready.notes, strict=True)] == [
        True,
        True,
    ]


def test_a_deadline_plans_no_prerequisite_by_itself() -> None:
    plan = planned(ALL, [asked(KUBERNETES)], deadline="2026-12-19")
    assert names(plan) == []
    assert sum(week.hours for week in plan.weeks) + 5.0 <= 8 * 2.5  # room for linux alone


def test_the_shortest_way_to_fit_comes_before_what_brings_more_an_hour() -> None:
    known, long, short = skill("known"), skill("long", 24.0), skill("short", 3.0)
    taxonomy = taxonomy_of([known, long, short])
    entries = [asked(known, 1.0), asked(long, at=100), asked(short, 0.0, "preferred", 200)]
    whole = planned(taxonomy, entries)
    assert names(whole) == ["short", "long"]
    assert str(whole.forecast.earliest_fit) < str(whole.forecast.fit_day)
    tight = planned(taxonomy, entries, deadline="2026-12-31")
    assert (names(tight), tight.forecast.verdict) == (["long"], "FIT")


@pytest.mark.parametrize("pace", [1.1, 2.0])
def test_a_deadline_holds_all_that_it_lets_be_planned_at_any_pace(pace: float) -> None:
    """However the hours round: the last day is not over-full by a quarter."""
    entries = [asked(LIGHT), asked(NOMAD, at=100), asked(KUBERNETES, 0.0, "nice", 200)]
    for week in range(14):
        end = (TODAY + timedelta(days=20 + 6 * week)).isoformat()
        plan = planned(ALL, entries, deadline=end, pace=pace)
        spent = Counter[str]()
        for session in (session for week in plan.weeks for session in week.sessions):
            spent[session.task] += session.hours  # type: ignore[assignment]
        learning = [task for task in plan.tasks if task.skill]
        assert all(spent[task.id] == quarters(task.hours * pace) for task in learning)
        assert not learning or not any("hold" in note for note in plan.notes)


def test_days_off_are_weeks_off() -> None:
    off = Period("2026-12-07", "2026-12-22")
    plan = planned(ALL, [asked(HEAVY)], holidays=(off,))
    quiet = [week for week in plan.weeks if not week.sessions]
    assert [week.number for week in quiet] == [2, 3]
    assert all(week.hours == 0 for week in quiet)
    assert all(later.readiness >= week.readiness for week, later in pairwise(plan.weeks))


def test_breadth_begins_every_skill_before_it_ends_one() -> None:
    entries = [asked(HEAVY), asked(NOMAD, at=100)]
    deep, wide = (planned(ALL, entries, style=style) for style in ("depth", "breadth"))
    assert [task.skill for task in deep.tasks[:3]] == ["nomad"] * 3
    assert {task.skill for task in wide.tasks[:2]} == {"nomad", "heavy"}
    assert sum(task.hours for task in deep.tasks) == sum(task.hours for task in wide.tasks)
    kinds = [task.kind for task in wide.tasks if task.skill]
    assert kinds.index("build") > max(place for place, kind in enumerate(kinds) if kind == "learn")


def test_pace_stretches_the_sessions_and_not_the_estimates() -> None:
    usual, slow = (planned(ALL, [asked(NOMAD)], pace=pace) for pace in (1.0, 1.5))
    assert [task.hours for task in slow.tasks] == [task.hours for task in usual.tasks]
    assert slow.forecast.hours > 1.4 * usual.forecast.hours


# left out, notes


def test_years_and_unknown_words_are_named() -> None:
    short = YearsAsked(label="relevant work", years=5.0, found=2.0, importance="must", evidence=())
    entries = [
        asked(LIGHT),
        entry("Odd wishes", covered=False, at=50),
        asked(NOMAD, 0.8, at=100, required_years=5.0, found_years=2.0),
        asked(HEAVY, 0.6, at=150),
    ]
    analysis = analysis_of(ALL, entries, facts=Facts(experience=ExperienceFacts(asked=(short,))))
    plan = build_roadmap(analysis, ALL, settings_of(), CREATED)
    assert {left.name: left.why for left in plan.left_out} == {
        "Odd wishes": "unknown",
        "5 years: relevant work": "years",
        "Heavy": "nothing_to_learn",
    }
    assert plan.strong == ("Nomad",)


def test_a_gap_that_another_requirement_plans_is_not_left_out() -> None:
    """Of one there is nothing to learn any more; of the other there is."""
    entries = [asked(HEAVY, 0.6, at=150), asked(HEAVY, at=50), asked(LIGHT, at=10)]
    assert planned(ALL, entries).left_out == ()
    assert {left.why for left in planned(ALL, entries, focus=("light",)).left_out} == {"focus"}


def test_a_gap_asked_for_twice_is_left_out_once_with_its_hours() -> None:
    entries = [asked(HEAVY), asked(HEAVY, at=50), asked(LIGHT, at=10)]
    (left,) = planned(ALL, entries, focus=("light",)).left_out
    assert (left.id, left.hours) == ("heavy", 100.0)


def test_only_the_first_week_of_a_task_begins_it() -> None:
    first, second, *_ = planned(ALL, [asked(HEAVY)], hours_per_week=2.0).weeks
    assert first.goal.startswith("Begin Heavy")
    assert second.goal.startswith("Learn Heavy")


def test_what_is_met_further_stays_so() -> None:
    forecaster = Forecaster(basis_of(analysis_of(ALL, [asked(LIGHT, 0.8), asked(HEAVY, at=50)])))
    assert forecaster.predict({0: 0.1}) == forecaster.predict({0: 0.8}) == forecaster.predict({})
    assert forecaster.predict({0: 1.0}).readiness > forecaster.predict({}).readiness


def test_a_free_plan_says_what_it_has_no_resource_for() -> None:
    paid = Resource(title="Course", url="https://example.org/c", kind="course", free=False)
    taxonomy = taxonomy_of([skill("light", 10.0, resources=(paid,))])
    entries = [asked(taxonomy.skills["light"])]
    free, any_ = (planned(taxonomy, entries, budget=budget) for budget in ("free", "any"))
    assert not any(task.resource for task in free.tasks)
    assert any("Light" in note for note in free.notes)
    assert any(task.resource for task in any_.tasks)
    assert not any_.notes
    assert not planned(ALL, [asked(LIGHT)]).notes  # one without any resource, and nobody asked for free ones


def test_no_gap_at_all_is_a_plan_to_apply() -> None:
    plan = planned(ALL, [asked(LIGHT, 1.0)])
    assert plan.skills == ()
    assert {task.phase for task in plan.tasks} == {"application"}
    assert plan.weeks
    assert any("no gap" in note for note in plan.notes)


def test_a_circle_of_prerequisites_is_named() -> None:
    """The loader refuses such a taxonomy; a merged one could still hold it."""
    one, other = skill("egg", prerequisites=("hen",)), skill("hen", prerequisites=("egg",))
    circle: Taxonomy = taxonomy_of([one, other])
    with pytest.raises(ConfigError, match="egg -> hen -> egg"):
        planned(circle, [asked(one)])


def test_a_prerequisite_that_the_taxonomy_does_not_know_is_passed_over() -> None:
    lonely = skill("lonely", prerequisites=("nowhere",))
    assert names(planned(taxonomy_of([lonely]), [asked(lonely)])) == ["lonely"]


def test_a_brief_analysis_is_no_ground_for_a_plan() -> None:
    brief = structs.replace(analysis_of(ALL, [asked(LIGHT)]), documents=UNSET, resume=UNSET, job=UNSET)
    with pytest.raises(UsageError, match="brief"):
        build_roadmap(brief, ALL, settings_of(), CREATED)


def test_a_certificate_counts_once_it_is_there() -> None:
    license_ = skill("license", 10.0, kind="certification")
    plan = planned(taxonomy_of([license_]), [asked(license_)])
    (meets,) = plan.skills[0].meets
    assert (meets.core, meets.applied, meets.proof) == (0.0, 0.0, 1.0)
    assert [week.readiness for week in plan.weeks][-1] == 100.0


def test_learning_earns_a_name_building_more_and_proof_all() -> None:
    (meets,) = planned(ALL, [asked(LIGHT)]).skills[0].meets
    assert meets.core == credit.NAMED < meets.applied < meets.proof == 1.0
    with_years = planned(ALL, [asked(LIGHT, required_years=3.0)]).skills[0].meets[0]
    assert with_years.proof == credit.UNDATED_SHARE


def test_who_uses_a_skill_knows_what_comes_before_it() -> None:
    """The resume shows docker and not linux; nomad needs linux too."""
    nomad = skill("nomad", 30.0, prerequisites=("linux",))
    taxonomy = taxonomy_of([LINUX, DOCKER, nomad])
    shown = analysis_of(taxonomy, [asked(nomad)], extra=[asked(DOCKER, 0.9)])
    assert names(build_roadmap(shown, taxonomy, settings_of(), CREATED)) == ["nomad"]
    bare = analysis_of(taxonomy, [asked(nomad)])
    assert names(build_roadmap(bare, taxonomy, settings_of(), CREATED)) == ["linux", "nomad"]


def test_where_it_is_never_fit_applying_comes_after_the_must_haves() -> None:
    refused = Facts(hard=(HardFact(text="work permit", met=False, evidence=()),))
    entries = [asked(LIGHT), asked(HEAVY, 0.0, "nice", 100)]
    plan = build_roadmap(analysis_of(ALL, entries, facts=refused), ALL, settings_of(), CREATED)
    order = [task.skill or "apply" for task in plan.tasks]
    assert list(dict.fromkeys(order)) == ["light", "apply", "heavy"]
    entries = [asked(LIGHT), asked(HEAVY, 0.0, "preferred", 100)]
    plan = build_roadmap(analysis_of(ALL, entries, facts=refused), ALL, settings_of(), CREATED)
    assert [task.skill for task in plan.tasks][-1] == "heavy"
    entries = [asked(LIGHT, 0.0, "nice"), asked(NOMAD, 0.0, "preferred", 100)]  # no must at all: at the end
    plan = build_roadmap(analysis_of(ALL, entries, facts=refused), ALL, settings_of(), CREATED)
    assert plan.tasks[-1].kind == "apply"


def test_two_skills_for_one_requirement_never_lower_it() -> None:
    first, second = (
        PlannedSkill(
            id=name,
            name=name,
            kind="technical",
            why="gap",
            state="missing",
            level="intermediate",
            hours=1.0,
            hours_alone=1.0,
            points=1.0,
            meets=(Meets(entry=0, core=core, applied=proof, proof=proof),),
        )
        for name, core, proof in (("one", 0.9, 1.0), ("two", 0.4, 0.5))
    )
    basis = basis_of(analysis_of(ALL, [asked(LIGHT)]))
    tasks = [
        Task(
            id=f"{name}-learn",
            number=number,
            phase="core",
            kind="learn",
            title=name,
            hours=1.0,
            skill=name,
            check="",
        )
        for number, name in enumerate(("one", "two"), 1)
    ]
    values = [
        then.readiness for then in Predictor(basis, [first, second], tasks).along(["one-learn", "two-learn"])
    ]
    assert values == [0.0, 90.0, 90.0]


def test_what_is_met_is_named_once() -> None:
    plan = planned(ALL, [asked(LIGHT), asked(NOMAD, 1.0, at=50), asked(NOMAD, 1.0, "nice", 100)])
    assert plan.strong == ("Nomad",)


def test_what_a_deadline_holds_is_told_by_rounded_hours() -> None:
    """A quarter a day; at this pace the tasks take 19.75 hours, and 19.375 unrounded."""
    days: dict[str, Any] = {"hours_per_week": 1.75, "weekdays": WEEKDAYS, "pace": 1.25}
    held, short = (
        planned(ALL, [asked(LIGHT)], deadline=(TODAY + timedelta(days=count)).isoformat(), **days)
        for count in (78, 77)
    )
    assert (names(held), held.left_out, held.forecast.hours) == (["light"], (), 19.75)
    assert (names(short), [left.why for left in short.left_out]) == ([], ["deadline"])


def test_a_skill_takes_half_an_hour_at_least() -> None:
    tiny = skill("tiny", 0.25)
    (one,) = planned(taxonomy_of([tiny]), [asked(tiny)]).skills
    assert one.hours == one.hours_alone == 0.5


def test_a_plan_keeps_no_words_of_the_person() -> None:
    """It outlives the purge of its analysis: no position, no way by which a skill was found, no own statement."""
    secret = "Quetzal"
    work = RelevantWork(label=f"Cook at {secret}", years=4.0, relevance=1.0, evidence=())
    entries = [
        asked(LIGHT, 0.5, tier="related", via=f"{secret} via", mention=f"{secret} mention"),
        asked(NOMAD, 0.85, at=100, source="self", statement=f"{secret} statement"),
    ]
    analysis = analysis_of(ALL, entries, facts=Facts(experience=ExperienceFacts(work=(work,))))
    assert secret.encode() in msgspec.json.encode(analysis)
    plan = build_roadmap(analysis, ALL, settings_of(), CREATED)
    assert secret.encode() not in msgspec.json.encode(plan)
    assert plan.readiness == analysis.verdict.readiness


def test_a_person_is_known_without_being_named() -> None:
    plan = planned(ALL, [asked(LIGHT)])
    assert "ana" not in plan.person.lower()
    assert plan.person == person(" ana@example.ORG ", "Somebody Else", "other file")
    assert len({person("", "Ana", "x"), person("ana", "", "x"), person("", "", "ana"), plan.person}) == 4


def test_a_license_comes_as_soon_as_it_alone_keeps_the_verdict() -> None:
    """By points an hour it comes last; but the light one brings the readiness, and then only the license lacks."""
    license_ = skill("license", 500.0, kind="certification")
    taxonomy = taxonomy_of([LIGHT, NOMAD, HEAVY, license_])
    entries = [
        asked(LIGHT),
        asked(license_, 0.0, "nice", 50, hard=True),
        asked(NOMAD, 0.0, "nice", 100),
        asked(HEAVY, 0.0, "nice", 200),
    ]
    soft = [structs.replace(one, hard=False) for one in entries]
    assert names(planned(taxonomy, soft)) == ["light", "nomad", "heavy", "license"]
    bound = build_roadmap(analysis_of(taxonomy, entries, threshold=60.0), taxonomy, settings_of(), CREATED)
    assert names(bound) == ["light", "license", "nomad", "heavy"]
    assert bound.forecast.fit_day == bound.forecast.earliest_fit
