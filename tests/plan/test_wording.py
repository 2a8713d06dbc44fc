"""What tasks say, over every skill of the built-in taxonomy, and by profession."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from msgspec import UNSET, structs

from careercraft.model.plan import PlanResource, Task, TaskKind
from careercraft.model.resume import PROFICIENCY_ORDER, Proficiency
from careercraft.model.skill import Hours, Skill, SkillKind
from careercraft.plan.resources import choose_resource
from careercraft.plan.wording import TaskText, application_tasks, task_text, week_goal
from careercraft.plan.wording_goals import week_milestone
from careercraft.plan.wording_parts import parts_of
from careercraft.plan.wording_tables import CAREFUL, FOLDER, GENERAL, family, kind_words, table
from careercraft.taxonomy import Taxonomy, load_taxonomy

KINDS: tuple[TaskKind, ...] = ("learn", "practice", "build", "prove")
PARTS = 8
"""As many as a plan has at most (`tasks.py`)."""
LEVELS: tuple[tuple[Proficiency | None, Proficiency], ...] = (
    (None, "beginner"),
    (None, "intermediate"),
    ("beginner", "advanced"),
    ("advanced", "expert"),
)
CODE = re.compile(r"\b(repositor\w*|README|deploy\w*|coding|merged|commit|notebook with|pull request)\b")
"""Words that say nothing to a nurse or a welder."""
TITLE = 70
"""Characters of a title, where the name allows."""
OF_CODE = {"software", "data-ai", "cloud-infrastructure", "networks-support", "security", "hardware-embedded"}


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


def made_up(name: str, kind: SkillKind = "technical", family_name: str = "") -> Skill:
    return Skill(id="some-skill", name=name, kind=kind, hours=Hours(5, 20, 80, 300), family=family_name)


def texts(
    skill: Skill,
    kind: TaskKind,
    level_from: Proficiency | None,
    level: Proficiency,
    parts: int,
    target: str = "",
) -> list[TaskText]:
    return [
        task_text(
            skill, kind, level_from, level, part, parts, choose_resource(skill, kind, part, "any"), target
        )
        for part in range(1, parts + 1)
    ]


def every_text(skill: Skill, parts: int = 2) -> Iterator[TaskText]:
    for kind in KINDS:
        yield from texts(skill, kind, None, "intermediate", parts, skill.family)


def faults(text: TaskText, skill: Skill, kind: TaskKind, last: bool) -> Iterator[str]:
    """What is wrong with the words of one task."""
    if not re.match(r"[A-Z]", text.title) or text.title.endswith((".", ":")):
        yield f"title: {text.title}"
    if len(text.title) > max(TITLE, len(skill.name) + 60):
        yield f"long title: {text.title}"
    if not text.check.startswith(("You can ", "You can, ")) or text.check.endswith("."):
        yield f"check: {text.check}"
    if len(text.check) > 190 + 2 * len(skill.name):
        yield f"long check: {text.check}"
    if (text.milestone is not None) != (last and kind in ("build", "prove")):
        yield f"milestone: {text.milestone}"
    for line in (text.title, text.check, text.milestone or ""):
        if re.search(r"[{}]|\s\s|\s[,.:;]|,,|\bNone\b", line.replace(skill.name, "it")):
            yield f"line: {line}"


def test_every_skill_has_words_for_every_task(taxonomy: Taxonomy) -> None:
    found: list[str] = []
    for place, skill in enumerate(taxonomy.skills.values()):
        level_from, level = LEVELS[place % len(LEVELS)]
        parts = 1 + place % PARTS
        titles: list[str] = []
        for kind in KINDS:
            for part, text in enumerate(texts(skill, kind, level_from, level, parts, skill.family), 1):
                found.extend(faults(text, skill, kind, part == parts))
                titles.append(text.title)
        if len(set(titles)) != len(titles):
            found.append(f"the same title twice: {skill.name}, {titles}")
    assert not found, found[:20]


@pytest.mark.parametrize(
    "text",
    [
        TaskText("Learn German.", "You can speak", None),
        TaskText("Learn German", "Speak it", None),
        TaskText("Learn German", "You can say {name}", None),
        TaskText("Learn German" + " and more" * 9, "You can speak", None),
        TaskText("Learn German", "You can speak", "A recording"),
    ],
)
def test_faults_are_found(text: TaskText) -> None:
    assert list(faults(text, made_up("German"), "learn", True))


@pytest.mark.parametrize("kind", ["technical", "soft", "domain", "language", "certification"])
@pytest.mark.parametrize("parts", [1, 2, 3, 5, 8, 40])
def test_every_part_says_something_of_its_own(kind: SkillKind, parts: int) -> None:
    for name in ("Roofing", "Security Clearance", "Bachelor of Nursing"):
        skill = made_up(name, kind)
        for level_from in (None, *PROFICIENCY_ORDER):
            for level in PROFICIENCY_ORDER:
                for task in KINDS:
                    found = texts(skill, task, level_from, level, parts)
                    assert len({text.title for text in found}) == parts
                    assert len({text.check for text in found}) == parts


def test_parts_go_from_an_overview_to_the_hard_and_end_with_a_review() -> None:
    topics = [one.step.topic for one in parts_of("technical", "learn", None, "advanced", 4)]
    assert topics == [
        "purpose and main terms",
        "the everyday tasks",
        "the hard cases",
        "review and gaps",
    ]


def test_whoever_knows_a_part_does_not_begin_at_the_beginning() -> None:
    topics = [one.step.topic for one in parts_of("technical", "learn", "beginner", "intermediate", 6)]
    assert topics[0] == "what you know, what is missing"
    assert "purpose and main terms" not in topics


def test_one_part_is_that_of_the_level_aimed_at() -> None:
    alone = [parts_of("technical", "practice", None, level, 1)[0].step for level in PROFICIENCY_ORDER]
    assert len(set(alone)) == len(PROFICIENCY_ORDER)


def test_more_parts_than_steps_are_rounds_of_the_same(taxonomy: Taxonomy) -> None:
    found = texts(taxonomy.skills["docker"], "learn", None, "beginner", 8)
    assert found[0].title.endswith("(1 of 3)")
    assert found[0].check.startswith("You can, for part 1 of 3 of your material, ")
    assert found[2].check.startswith("You can explain the purpose")


@pytest.mark.parametrize(
    ("name", "coded"),
    [("Docker", True), ("Kanboard", True), ("On-Call Rotation", False), ("Code Review", False)],
)
def test_what_nobody_codes_needs_no_repository(name: str, coded: bool) -> None:
    for field in ("software", "cloud-infrastructure", "data-ai"):
        skill = made_up(name, "technical", field)
        said = " ".join(f"{text.title} {text.check} {text.milestone}" for text in every_text(skill, 2))
        assert ("repository" in said) == coded
        assert name in said
    nurse = made_up("Chart Review", "technical", "healthcare")
    assert "supervis" in " ".join(text.title for text in every_text(nurse, 2))


def test_every_family_of_the_taxonomy_has_its_own_lines(taxonomy: Taxonomy) -> None:
    families = {skill.family for skill in taxonomy.skills.values()}
    lines = table("families")
    assert families == set(lines) - {GENERAL, CAREFUL}
    wanted = set(lines[GENERAL]) - {"names"}
    for name in families:
        assert set(lines[name]) == wanted, name
        assert all(lines[name].values()), name
    for key in ("piece", "shown", "evidence", "trial", "papers", "work"):
        shared = defaultdict(list)
        for name in families:
            shared[lines[name][key]].append(name)
        assert max(map(len, shared.values())) <= 3, key


def doubled(text: str) -> list[str]:
    """Sections that stand twice in a table, and keys that stand twice in a section."""
    found: list[str] = []
    section = ""
    for line in text.splitlines():
        section = line if line.startswith("[") else section
        if line and not line.startswith(("#", " ")):
            found.append(f"{section} {line.partition(' = ')[0]}")
    return [one for one, count in Counter(found).items() if count > 1]


@pytest.mark.parametrize("name", ["families", "kinds", "steps"])
def test_no_line_of_a_table_hides_another(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert not doubled(text)
    assert doubled(text + "\n" + text)
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", "[", " "))]
    assert not [line for line in lines if not line.partition(" = ")[2].strip()]


def test_sentences_hold_for_plural_names() -> None:
    """ "Vital Signs is" is no English."""
    number = re.compile(r"\{name\} (is|was|has|does|asks|comes|goes|looks|needs|helps|means)\b")
    assert number.search("what {name} is for")
    lines = [
        line
        for name in ("families", "kinds", "steps")
        for one in table(name).values()
        for line in one.values()
    ]
    assert not [line for line in lines if number.search(line)]


def test_every_kind_of_skill_fills_every_line() -> None:
    for kind in table("kinds"):
        lines = {**family(GENERAL), **kind_words(kind)}
        needed = {
            "learn",
            "practice",
            "planned",
            "begun",
            "made",
            "shown",
            "prove",
            "proven",
            "evidence",
            "gather",
        }
        assert needed <= set(lines), kind
        assert {f"build {level}" for level in PROFICIENCY_ORDER} <= set(lines), kind


def test_a_family_that_nobody_knows_has_the_general_lines() -> None:
    assert list(every_text(made_up("Beekeeping", family_name="bees"))) == list(
        every_text(made_up("Beekeeping"))
    )


def test_no_words_of_code_outside_of_computing(taxonomy: Taxonomy) -> None:
    by_code: set[str] = set()
    for name, kind in {(skill.family, skill.kind) for skill in taxonomy.skills.values()}:
        for text in every_text(made_up("It", kind, name), 4):
            if CODE.search(f"{text.title} {text.check} {text.milestone}"):
                by_code.add(name)
    for name in table("families"):
        for task in application_tasks("", (), name):
            if CODE.search(f"{task.title} {task.check} {task.milestone}"):
                by_code.add(name)
    assert "software" in by_code
    assert by_code <= OF_CODE


@pytest.mark.parametrize(
    ("skill_id", "kind", "shows"),
    [
        ("docker", "build", "repository"),
        ("graphic-design", "build", "portfolio piece"),
        ("patient-care", "build", "supervised shift"),
        ("patient-care", "prove", "signed-off competency"),
        ("roofing", "prove", "inspected work"),
        ("welding", "build", "signed off by the supervisor"),
        ("cooking", "build", "under supervision"),
        ("classroom-management", "prove", "observed lesson"),
        ("seo", "build", "figures"),
        ("bookkeeping", "prove", "worked file"),
        ("german", "prove", "official test"),
        ("empathy", "prove", "witness"),
        ("pmp", "prove", "certificate itself"),
        ("soil-science", "build", "write-up"),
    ],
)
def test_what_proves_a_skill_is_of_its_profession(
    taxonomy: Taxonomy, skill_id: str, kind: TaskKind, shows: str
) -> None:
    assert shows in (texts(taxonomy.skills[skill_id], kind, None, "intermediate", 1)[0].milestone or "")


@pytest.mark.parametrize(
    ("name", "family_name"),
    [
        ("Wound Care", "healthcare"),
        ("Electrical Wiring", "construction-trades"),
        ("High Voltage Switching", "anything"),
        ("Firearms Proficiency", "law-public-service"),
        ("Stunts", "arts"),
        ("Night Flying", "aviation-logistics"),
    ],
)
def test_what_can_hurt_somebody_is_never_practiced_alone(name: str, family_name: str) -> None:
    skill = made_up(name, family_name=family_name)
    for text in texts(skill, "practice", None, "intermediate", 3):
        assert "under supervision" in text.title
        assert "alone" not in text.check


def test_reading_up_and_desk_work_need_no_supervision() -> None:
    calm = [
        made_up("Bookkeeping", family_name="finance-accounting"),
        made_up("Wound Care", "domain", "healthcare"),
    ]
    for skill in calm:
        assert not any("supervision" in text.title for text in every_text(skill))


def test_levels_are_worded_apart() -> None:
    skill = made_up("Roofing", family_name="construction-trades")
    for kind in ("learn", "practice", "build"):
        found = {texts(skill, kind, None, level, 1)[0].title for level in PROFICIENCY_ORDER}
        assert len(found) == len(PROFICIENCY_ORDER), kind


def test_names_stand_as_they_are() -> None:
    for name in ("CompTIA Security+", "C++", "{braces} %s", "iOS", "Certified: Associate", "Ärzte & Co."):
        for kind in ("technical", "soft", "domain", "language", "certification"):
            titles = [text.title for text in every_text(made_up(name, kind))]
            assert all(name in title for title in titles), (name, kind, titles)


def test_a_name_with_a_colon_gets_no_second_one() -> None:
    skill = made_up("Certified: Associate", "certification")
    assert all(text.title.count(":") == 1 for text in every_text(skill, 3))


@pytest.mark.parametrize(
    ("name", "title", "milestone"),
    [
        ("RN License", "Take the exam or assessment for RN License", "the license itself"),
        ("Security Clearance", "Apply for Security Clearance", "the written confirmation"),
        ("Bachelor of Laws", "Finish Bachelor of Laws", "the diploma itself"),
        ("CompTIA A+", "Take the exam or assessment for CompTIA A+", "the certificate itself"),
    ],
)
def test_credentials_are_got_in_their_own_way(name: str, title: str, milestone: str) -> None:
    text = texts(made_up(name, "certification"), "prove", None, "beginner", 1)[0]
    assert (text.title, milestone in (text.milestone or "")) == (title, True)


def test_a_credential_goes_from_registration_by_study_and_mock_exam_to_the_exam() -> None:
    skill = made_up("CompTIA Security+", "certification")
    learn, rehearse = (
        texts(skill, "learn", None, "advanced", 4),
        texts(skill, "practice", None, "advanced", 2),
    )
    assert learn[0].title == "Prepare for CompTIA Security+: conditions and registration"
    assert "mock exam" in rehearse[0].title


def test_terms_are_checked_against_the_resource_of_the_task() -> None:
    skill = made_up("Roofing", family_name="construction-trades")
    book = PlanResource(title="The Roofer's Book", url="https://example.org/book", kind="book", free=False)
    with_book = task_text(skill, "learn", None, "beginner", 1, 1, book, "")
    assert with_book.check.endswith("checked against “The Roofer's Book”")
    named_alike = structs.replace(book, title="roofing")
    assert task_text(skill, "learn", None, "beginner", 1, 1, named_alike, "").check.endswith(
        "against the book"
    )
    assert "code in force" in task_text(skill, "learn", None, "beginner", 1, 1, None, "").check


def test_a_certificate_on_offer_is_another_proof() -> None:
    skill = made_up("Roofing", family_name="construction-trades")
    offer = PlanResource(title="Roofers' Board", url="https://example.org", kind="certification", free=False)
    text = task_text(skill, "prove", None, "beginner", 1, 1, offer, "")
    assert (text.milestone or "").endswith(", or a certificate (Roofers' Board)")


def test_language_and_soft_skills_speak_of_the_job_aimed_at() -> None:
    talk = texts(made_up("German", "language"), "build", None, "advanced", 1, "healthcare")[0]
    assert talk.title == "Record a conversation in German about health care"
    deed = texts(made_up("Empathy", "soft"), "build", None, "intermediate", 1, "education")[0]
    assert deed.title == "Take on a task in teaching that needs Empathy"


@pytest.mark.parametrize("name", [*table("families"), "", "unknown"])
def test_applying_is_the_same_for_every_profession_in_its_words(name: str) -> None:
    found = application_tasks("Registered Nurse", ["Patient Care", "Epic", "Excel"], name)
    assert [task.slug for task in found] == ["facts", "resume", "papers", "apply", "interview"]
    assert found[3].title == "Apply for five Registered Nurse jobs"
    for task in found:
        assert 1 <= task.hours <= 4
        assert (task.hours * 4).is_integer()
        assert task.check.startswith("You can ")
        assert not task.check.endswith(".")
        assert len(task.title) <= TITLE


def test_papers_and_trials_differ_by_profession() -> None:
    nurse, artist = (application_tasks("", ["Care"], name) for name in ("healthcare", "arts"))
    assert "license" in nurse[2].check
    assert "portfolio" in artist[2].check
    assert "audition" in (artist[4].milestone or "")


@pytest.mark.parametrize(
    ("skills", "said"),
    [([], "each thing that the job asks for"), (["Epic"], "for Epic"), (["A", "B", "C"], "(A, B and so on)")],
)
def test_applying_names_the_new_skills(skills: list[str], said: str) -> None:
    assert said in application_tasks("Nurse", skills, "healthcare")[0].check


def test_a_long_or_missing_title_is_not_repeated() -> None:
    for title in ("", "Senior Lead Principal Data Engineer (m/f/d), Remote, Full Time"):
        assert application_tasks(title, ["SQL"], "data-ai")[3].title == "Apply for five jobs of this kind"


NAMES = {"docker": "Docker", "sql": "SQL", "k8s": "Kubernetes", "go": "Go", "aws": "AWS", "rust": "Rust"}


def task(skill: str, kind: TaskKind, part: str = "", milestone: str = "") -> Task:
    return Task(
        id=f"{skill}-{kind}{part}",
        number=1,
        phase="core",
        kind=kind,
        title=f"Do {skill}",
        hours=2.0,
        skill=UNSET if kind == "apply" else skill,
        check="You can do it",
        milestone=milestone or UNSET,
    )


@pytest.mark.parametrize(
    ("tasks", "ends", "goal"),
    [
        ([], [], "Week off (holidays)"),
        ([task("docker", "learn")], [], "Begin Docker"),
        ([task("docker", "learn", "-2")], [], "Learn Docker"),
        ([task("docker", "learn", "-1"), task("docker", "practice")], [], "Begin and practice Docker"),
        ([task("docker", "practice")], [], "Practice Docker"),
        ([task("docker", "build"), task("sql", "build")], [], "Put Docker and SQL to use"),
        (
            [task("docker", "prove", milestone="x"), task("k8s", "learn")],
            ["docker-prove"],
            "Finish Docker; begin Kubernetes",
        ),
        ([task("docker", "prove", milestone="x")], [], "Prove Docker"),
        (
            [task("docker", "learn"), task("docker", "prove", milestone="x")],
            ["docker-learn", "docker-prove"],
            "Learn and prove Docker",
        ),
        ([task(one, "learn") for one in NAMES], [], "Begin Docker, SQL and 4 more"),
        ([task("apply", "apply", "-resume")], ["apply-apply-resume"], "Do apply"),
        ([task("apply", "apply", "-resume"), task("apply", "apply", "-x")], [], "Work on your application"),
        (
            [
                task("docker", "learn"),
                task("sql", "practice"),
                task("k8s", "build"),
                task("go", "prove", milestone="x"),
                task("aws", "learn", "-3"),
            ],
            [],
            "Begin Docker; practice SQL; work on 3 more",
        ),
    ],
)
def test_a_week_has_a_goal_in_one_line(tasks: list[Task], ends: list[str], goal: str) -> None:
    assert week_goal(tasks, NAMES, ends) == goal


def test_a_week_of_few_skills_says_what_of_them(taxonomy: Taxonomy) -> None:
    texts_of = {
        one.id: structs.replace(one, title=text.title)
        for kind in ("learn", "practice")
        for part, text in enumerate(texts(taxonomy.skills["docker"], kind, None, "intermediate", 2), 1)
        for one in [task("docker", kind, f"-{part}")]
    }
    first, second, *practice = texts_of.values()
    assert week_goal([first], NAMES, []) == "Begin Docker: purpose and main terms"
    assert week_goal([second], NAMES, []) == "Learn Docker: the everyday tasks"
    once = week_goal([first, second], NAMES, [first.id], begun={first.id})
    assert once == "Learn Docker: purpose and main terms"  # nothing begins twice
    assert week_goal(practice, NAMES, ["docker-practice-1"]) == "Practice Docker: step by step"
    assert week_goal([second, task("sql", "practice"), task("go", "build")], NAMES, []).startswith(
        "Learn Docker;"
    )


def test_a_goal_takes_names_as_they_are() -> None:
    odd = {"docker": "{Docker}: 100 %"}
    assert week_goal([task("docker", "learn")], odd, []) == "Begin {Docker}: 100 %"


def test_the_same_words_every_time(taxonomy: Taxonomy) -> None:
    skill = taxonomy.skills["docker"]
    assert list(every_text(skill)) == list(every_text(skill))


def test_every_week_with_work_has_something_to_show() -> None:
    names = {"airflow": "Apache {Airflow}"}
    texts = set()
    for kind in ("learn", "practice", "build", "prove", "apply"):
        task = Task(
            id=kind, number=1, phase="core", kind=kind, title="Do it", hours=1.0, check="You can",
            **({} if kind == "apply" else {"skill": "airflow"}),
        )  # fmt: skip
        texts.add(week_milestone([task], names, []))
        done = structs.replace(task, milestone="A thing")
        assert week_milestone([task, done], names, [kind]) == "A thing"
        assert week_milestone([done], names, []) != "A thing"
    assert len(texts) == 5
    assert sum("Apache {Airflow}" in str(text) for text in texts) == 4
    assert week_milestone([], names, []) is None
