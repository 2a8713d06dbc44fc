"""Values and ways of working: only what is stated counts."""

from __future__ import annotations

import re

import pytest

from careercraft.match.culture import Value
from careercraft.match.culture_words import CONDITIONS, VALUES
from careercraft.match.linker import Linker
from careercraft.model.facts import CultureValue
from careercraft.settings import Wishes
from tests.match.parts import posting, resume
from tests.match.test_facts import facts


def values(linker: Linker, says: str, stated: str, *wishes: str) -> dict[str, CultureValue]:
    job = posting("Python\nDocker\nGit") + f"\nAbout us\n{stated}\n"
    found = facts(resume(work=says), job, linker, Wishes(values=wishes)).culture
    return {value.label: value for value in found}


def test_other_words_of_the_same_value_count(linker: Linker) -> None:
    found = values(
        linker,
        "Worked with a cross-functional team\nTook ownership of the build",
        "We value teamwork, autonomy and honest feedback.",
    )
    assert {label: value.shown for label, value in found.items()} == {
        "Teamwork": 1.0, "Ownership and autonomy": 1.0, "Openness and transparency": 0.0,
    }  # fmt: skip
    teamwork = found["Teamwork"]
    assert "cross-functional" in teamwork.found_evidence[0].quote
    assert "teamwork" in teamwork.evidence[0].quote
    assert found["Openness and transparency"].found_evidence == ()


def test_a_wish_states_a_value_too(linker: Linker) -> None:
    found = values(linker, "Python", "We value transparency and teamwork.", "transparency", "team spirit")
    assert {label: (value.shown, value.wished) for label, value in found.items()} == {
        "Teamwork": (1.0, True), "Openness and transparency": (1.0, True),
    }  # fmt: skip


@pytest.mark.parametrize("wish", ["-overtime", "not overtime", "no long hours"])
def test_the_opposite_is_said_plainly(linker: Linker, wish: str) -> None:
    found = values(linker, "Overtime reports in Python", "Some overtime is expected.", wish)
    assert (found["Overtime"].opposed, found["Overtime"].shown) == (True, 0.0)


def test_conditions_count_only_where_the_person_speaks_of_them(linker: Linker) -> None:
    assert values(linker, "Worked overtime", "Some overtime is expected.") == {}


def test_what_the_posting_denies_it_does_not_state(linker: Linker) -> None:
    assert values(linker, "Python", "No overtime, ever.", "-overtime") == {}


def test_what_the_law_wants_said_is_no_value(linker: Linker) -> None:
    stated = "We are an equal opportunity employer and celebrate diversity without regard to race."
    assert values(linker, "Led a diversity council", stated) == {}


def test_values_in_own_words(linker: Linker) -> None:
    job = posting("Python\nDocker\nGit") + "\nOur values\n- Radical candor\n- Bravery\n"
    silent = facts(resume(work="Python"), job, linker).culture
    assert all(value.shown == 0.0 for value in silent)
    said = facts(resume(work="Known for bravery"), job, linker).culture
    assert {value.label: value.shown for value in said}["Bravery"] == 1.0
    wished = facts(resume(work="Python"), job, linker, Wishes(values=("-bravery",))).culture
    assert {value.label: value.opposed for value in wished}["Bravery"] is True


def test_wishes_in_own_words_are_looked_for(linker: Linker) -> None:
    found = values(linker, "Python", "We are a worker cooperative with dogs.", "worker cooperative", "-cats")
    assert {label: value.wished for label, value in found.items()} == {"worker cooperative": True}


@pytest.mark.parametrize("entry", [*VALUES, *CONDITIONS], ids=lambda entry: entry[0])
def test_every_entry_has_stems_that_its_words_hold(entry: tuple[str, str, str]) -> None:
    """Without one of its stems a match would be dismissed unseen."""
    label, stems, pattern = entry
    re.compile(pattern)
    assert stems == stems.lower()
    examples = EXAMPLES[label]
    for text in examples:
        assert any(True for _ in Value(*entry).find(text, text.lower())), text
    assert not any(True for _ in Value(*entry).find(OTHER, OTHER.lower()))


OTHER = "Wrote Python scripts, managed invoices and repaired engines for a data center in the city."
EXAMPLES = {
    "Teamwork": [
        "a team player",
        "collaborated with sales",
        "work closely together",
        "cross-functional",
        "travail en esprit d'équipe",
        "gute Zusammenarbeit",
    ],
    "Ownership and autonomy": [
        "take ownership",
        "work independently",
        "self-starter",
        "Ownership",
        "eigenverantwortlich",
    ],
    "Fast pace": [
        "a fast-paced environment",
        "tight deadlines",
        "works well under pressure",
        "high-growth",
        "move quickly",
    ],
    "Structure": ["a structured environment", "clear processes", "process-driven", "clear procedures"],
    "Diversity and inclusion": ["diversity", "an inclusive team", "belonging", "diverse teams"],
    "Learning": [
        "continuous learning",
        "eager to learn",
        "growth mindset",
        "professional development",
        "curious",
    ],
    "Customer focus": ["customer-focused", "put patients first", "member-focused", "user-centric"],
    "Sustainability": ["sustainability", "carbon footprint", "Nachhaltigkeit"],
    "Work-life balance": ["work-life balance", "work/life harmony"],
    "Flexibility": ["flexible hours", "flexi-time", "flexibility", "adaptable", "Gleitzeit"],
    "Family friendly": ["family-friendly", "parental leave", "maternity leave", "childcare"],
    "Innovation": ["innovation", "cutting-edge", "thinks outside the box", "creativity"],
    "Openness and transparency": ["transparency", "open communication", "candor"],
    "Integrity and trust": ["integrity", "ethical", "a culture of trust"],
    "Respect and empathy": ["empathy", "treat people with respect", "compassionate"],
    "Excellence": ["operational excellence", "high standards", "craftsmanship"],
    "Results and accountability": [
        "results-oriented",
        "accountability",
        "goal-driven",
        "ergebnisorientiert",
    ],
    "Safety": ["safety-first", "a safe workplace", "safety protocols"],
    "Community and volunteering": ["volunteered", "giving back", "social impact", "philanthropy"],
    "Well-being": ["wellbeing", "wellness", "mental health days"],
    "Fun": ["a fun team", "sense of humor"],
    "Agile working": ["agile", "Scrum"],
    "Distributed and asynchronous work": ["a distributed team", "remote-first"],
    "Mentoring": ["mentored juniors", "coaching"],
    "International work": ["an international team", "multicultural"],
    "Flat hierarchy": ["flat hierarchies", "flache Hierarchien"],
    "Overtime": ["overtime", "long hours", "60-hour weeks"],
    "Weekend and evening work": ["weekends", "work some evenings"],
    "Shift work": ["rotating shifts", "night shift"],
    "On-call duty": ["on-call rotation"],
    "Travel": ["travel up to 20 %", "willing to travel", "frequent travel"],
    "Competition and pressure": ["high-pressure", "hustle", "competitive environment"],
}
