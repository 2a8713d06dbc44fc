"""A profile as people see it: any JSON Resume can be shown, and none breaks out of its line."""

from __future__ import annotations

import unicodedata
from typing import Any

from hypothesis import given, settings

from careercraft.model.profile import Profile
from careercraft.parse.profile_summary import profile_summary
from careercraft.render.profile import profile_markdown, profile_text, section_text
from tests.parse.json_resumes import json_resumes

PROFILE = Profile(name="default", version=1, revision=1, created="", change="", text="")


@given(json_resumes())
@settings(deadline=None)
def test_any_profile_can_be_shown(payload: dict[str, Any]) -> None:
    summary = profile_summary(PROFILE, payload, (("places", "Oslo"),))
    for page in (profile_text(summary), profile_text(summary, full=True), profile_markdown(summary)):
        assert not any(unicodedata.category(char) == "Cc" and char != "\n" for char in page), page
    assert all(len(line) <= 92 for line in profile_text(summary, width=80).splitlines()), profile_text(
        summary
    )


def test_a_section_has_one_line_an_entry_or_all_of_it() -> None:
    entry = {"position": "Cook", "startDate": "2020", "highlights": ["Sauces", "Grill " * 30]}
    summary = profile_summary(PROFILE, {"work": [entry, entry]}, ())
    lines = dict(summary.sections)["experience"]
    assert section_text("experience", lines, 80) == (
        "  1  Cook  2020 to present; 2 bullets\n  2  Cook  2020 to present; 2 bullets\n"
    )
    whole = section_text("experience", lines)
    assert "       - Sauces" in whole
    assert ("Grill " * 30).strip() in whole
    assert section_text("projects", ()) == "  none yet: careercraft profile projects add --name NAME\n"
