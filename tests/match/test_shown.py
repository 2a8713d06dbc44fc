"""Where a resume shows something, and since when it is no longer recent."""

from __future__ import annotations

import pytest

from careercraft.match.linker import Linker
from careercraft.match.shown import Places
from careercraft.model.document import Span
from tests.match.parts import TODAY, resume, resume_side, uses


@pytest.mark.parametrize(
    ("dates", "recent"),
    [
        ("Jan 2018 - Nov 2021", True),  # 60 months before today
        ("Jan 2018 - Oct 2021", False),
        ("2018 - 2021", True),  # a year alone counts as a whole
        ("2018 - 2020", False),
        ("Jan 2018 - Present", True),
    ],
)
def test_recent_is_what_ended_in_the_last_years(linker: Linker, dates: str, recent: bool) -> None:
    assert uses(resume(work="Python", dates=dates), linker)["python"].shown.recent is recent


def test_volunteering_shows_a_skill(linker: Linker) -> None:
    text = "Jane Doe\njane@example.com\n\nVolunteering\n\nTutor, Code Club\nJan 2023 - Present\n- Taught Python\n"
    shown = uses(text, linker)["python"].shown
    assert (shown.entries, shown.listed) == (1, False)


def test_named_elsewhere_in_other_words_is_listed_too(linker: Linker) -> None:
    side = resume_side(resume(work="Python"), linker)
    places = Places(side.resume, TODAY)
    span = next(hit.span for hit in side.mentions if hit.skill_id == "python")
    assert [places.shown([span], named).listed for named in (False, True)] == [False, True]
    assert not places.is_used(Span(0, 4))
