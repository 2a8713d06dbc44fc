"""From text to scores: a true skill that is shown lowers nothing, and a year more of the work lowers no experience.

Each example is a resume put together from positions, bullets and a list; one line is added to it, and each score of
the longer one has to be at least that of the shorter one: so taking the line away raises none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.api import Workbench
from careercraft.model.analysis import Analysis
from careercraft.pipeline import JobSide
from tests.match.parts import built_in
from tests.match.parts import fuzz as _fuzz


class Trade(NamedTuple):
    """A posting, and lines that resumes for it are made of."""

    posting: str
    titles: tuple[str, ...]
    bullets: tuple[str, ...]
    asked: tuple[tuple[str, str], ...]
    """A required skill, and a bullet that shows it."""


DATA = Trade(
    """Data Engineer\nNorthwind Health\n
Requirements
- 4+ years of experience as a data engineer
- 3 years of Python
- SQL, Apache Airflow and Docker
- Data modeling
- Strong communication skills and mentoring of juniors
- Bachelor's degree in computer science

Nice to have
- Kubernetes
- Knowledge of healthcare
""",
    ("Data Engineer", "Software Developer", "Shop Assistant"),
    ("Built reports for the finance team", "Ran 40 jobs a night without a loss", "Looked after the shop on Saturdays",
     "Wrote services in Python", "Designed warehouse tables", "Worked with five teams in three countries"),
    (("Python", "Wrote ingestion services in Python"), ("SQL", "Tuned SQL over two billion rows"),
     ("Apache Airflow", "Ran pipelines with Apache Airflow"), ("Docker", "Packed services with Docker"),
     ("Data modeling", "Did the data modeling of the warehouse"), ("Mentoring", "Mentored four juniors"),
     ("Kubernetes", "Moved jobs to Kubernetes")),
)  # fmt: skip
NURSING = Trade(
    """Registered Nurse, Intensive Care\nSt. Olaf Hospital\n
Requirements
- 2 years of experience as a registered nurse
- Wound care, triage and patient education
- BLS certification
- Teamwork and attention to detail

Preferred
- Electronic health records
- Spanish
""",
    ("Registered Nurse", "Care Assistant", "Waiter"),
    ("Cared for twelve patients a shift", "Served guests at forty tables", "Kept the ward's stock",
     "Trained new colleagues at the bedside", "Wrote handover notes"),
    (("Wound care", "Did wound care on the surgical ward"), ("Triage", "Did triage in the emergency room"),
     ("Patient education", "Gave patient education before discharge"),
     ("Electronic health records", "Documented in electronic health records"), ("Teamwork", "Worked in a team of nine"),
     ("Spanish", "Talked with families in Spanish")),
)  # fmt: skip
TRADES = (DATA, NURSING)
fuzz = hypothesis.settings(_fuzz, max_examples=30)


class Position(NamedTuple):
    title: str
    first: int
    years: int
    bullets: tuple[str, ...]


def text_of(positions: Sequence[Position], skills: Sequence[str]) -> str:
    parts = ["Jane Doe\njane.doe@example.com\n\nExperience\n"]
    for place, position in enumerate(positions):
        lines = "\n".join(f"- {bullet}" for bullet in position.bullets)
        parts.append(
            f"{position.title}, Firm {'ABC'[place]}\n"
            f"Jan {position.first} - Dec {position.first + position.years - 1}\n{lines}\n"
        )
    parts.append("Education\n\nBachelor of Science in Computer Science, Lund University, 2008\n")
    if skills:
        parts.append(f"Skills\n{', '.join(skills)}\n")
    return "\n".join(parts)


def _position(trade: Trade, place: int) -> st.SearchStrategy[Position]:
    return st.builds(
        Position,
        st.sampled_from(trade.titles),
        st.just(2020 - 5 * place),
        st.integers(1, 4),
        st.lists(st.sampled_from(trade.bullets), min_size=1, max_size=3, unique=True).map(tuple),
    )


@st.composite
def resumes(draw: st.DrawFn) -> tuple[Trade, list[Position], list[str]]:
    trade = draw(st.sampled_from(TRADES))
    positions = [draw(_position(trade, place)) for place in range(draw(st.integers(1, 2)))]
    names = [name for name, _ in trade.asked]
    return trade, positions, draw(st.lists(st.sampled_from(names), max_size=3, unique=True))


_jobs: dict[str, JobSide] = {}


def analyzed(trade: Trade, positions: Sequence[Position], skills: Sequence[str]) -> Analysis:
    bench: Workbench = built_in()
    if trade.posting not in _jobs:
        _jobs[trade.posting] = bench.job(bench.read(trade.posting.encode(), "job.txt"))
    text = text_of(positions, skills)
    return bench.analyze(bench.resume(bench.read(text.encode(), "resume.txt")), _jobs[trade.posting])


def no_lower(before: Analysis, after: Analysis) -> None:
    old = {score.key: score.value for score in before.scores}
    for score in after.scores:
        value = old[score.key]
        if score.key != "confidence" and value is not None:
            assert score.value is not None, score.key
            assert score.value >= value, (score.key, value, score.value)
    assert (before.verdict.label, after.verdict.label) != ("FIT", "UNFIT")


@fuzz
@given(resumes(), st.data())
def test_a_required_skill_that_a_bullet_shows_lowers_nothing(
    drawn: tuple[Trade, list[Position], list[str]], data: st.DataObject
) -> None:
    trade, positions, skills = drawn
    _, bullet = data.draw(st.sampled_from(trade.asked))
    place = data.draw(st.integers(0, len(positions) - 1))
    longer = list(positions)
    longer[place] = positions[place]._replace(bullets=(*positions[place].bullets, bullet))
    no_lower(analyzed(trade, positions, skills), analyzed(trade, longer, skills))


@fuzz
@given(resumes(), st.data())
def test_a_required_skill_in_the_list_lowers_nothing(
    drawn: tuple[Trade, list[Position], list[str]], data: st.DataObject
) -> None:
    trade, positions, skills = drawn
    name, _ = data.draw(st.sampled_from(trade.asked))
    if name not in skills:
        no_lower(analyzed(trade, positions, skills), analyzed(trade, positions, [*skills, name]))


@fuzz
@given(resumes(), st.data())
def test_more_years_of_a_position_lower_no_experience(
    drawn: tuple[Trade, list[Position], list[str]], data: st.DataObject
) -> None:
    trade, positions, skills = drawn
    place = data.draw(st.integers(0, len(positions) - 1))
    longer = list(positions)
    longer[place] = positions[place]._replace(years=positions[place].years + data.draw(st.integers(1, 3)))
    before, after = (analyzed(trade, each, skills) for each in (positions, longer))
    no_lower(before, after)
    experience = [
        {score.key: score.value for score in one.scores}["experience_match"] for one in (before, after)
    ]
    assert experience[1] >= experience[0]  # type: ignore[operator]


@pytest.mark.parametrize("trade", TRADES, ids=["data", "nursing"])
def test_each_required_skill_is_worth_something(trade: Trade) -> None:
    """The control: what lowers nothing might also do nothing."""
    position = Position(trade.titles[0], 2020, 3, trade.bullets[:1])
    bare = analyzed(trade, [position], [])
    for name, bullet in trade.asked:
        shown = analyzed(trade, [position._replace(bullets=(*position.bullets, bullet))], [])
        assert shown.verdict.readiness > bare.verdict.readiness, name
