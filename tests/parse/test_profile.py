"""The JSON of a profile: nothing of it is lost, whatever is changed, and what can't be is told by its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercraft.errors import InputError, UsageError
from careercraft.model.resume import PROFICIENCY_ORDER, PartialDate
from careercraft.parse.profile_dates import earlier, read_date, typed_date
from careercraft.parse.profile_entries import added, edited, entries, removed
from careercraft.parse.profile_merge import merged, missing_from
from careercraft.parse.profile_skills import (
    listed_skills,
    shown_of,
    skill_added,
    skill_edited,
    skill_removed,
)
from careercraft.parse.profile_summary import section_lines
from careercraft.parse.profile_text import checked, formatted, read_profile, written
from tests.parse.json_resumes import json_resumes

GROUPED: dict[str, Any] = {
    "skills": [
        {"name": "Kitchen", "level": "good", "keywords": ["Sauces", "Pastry", "Butchery"], "x-own": 7},
        {"name": "HACCP", "level": "expert", "years": 4},
        "Knife work",
    ],
    "meta": {"theme": "plain"},
}


def names(payload: dict[str, Any]) -> list[str]:
    return [one.name for one in listed_skills(payload)]


@given(json_resumes())
@settings(deadline=None)
def test_what_comes_in_goes_out(payload: dict[str, Any]) -> None:
    text = json.dumps(payload, ensure_ascii=False, indent=2) + "\n"
    assert read_profile(text, "it") == payload
    assert formatted(text) == text
    assert formatted(json.dumps(payload, ensure_ascii=False)) == text
    assert written(checked(text, "it")) == text


@given(json_resumes())
@settings(deadline=None)
def test_adding_and_removing_leaves_everything_else(payload: dict[str, Any]) -> None:
    """Unknown names, their values and their order."""
    before = json.dumps(payload)
    sections: tuple[tuple[Any, str], ...] = (
        ("experience", "work"), ("education", "education"), ("projects", "projects"),
        ("certifications", "certificates"),
    )  # fmt: skip
    for section, key in sections:
        more = added(payload, section, {"title": "Cook", "institution": "School", "name": "It"})
        number = len(entries(more, key))
        again = removed(more, section, number)
        assert json.dumps({**again, key: payload.get(key)}) == json.dumps({**payload, key: payload.get(key)})
        assert entries(again, key) == entries(payload, key)
    assert json.dumps(payload) == before


@given(json_resumes(), st.sampled_from(PROFICIENCY_ORDER), st.data())
@settings(deadline=None)
def test_a_level_moves_no_other_skill(payload: dict[str, Any], level: str, data: st.DataObject) -> None:
    before = listed_skills(payload)
    if not before:
        return
    number = data.draw(st.integers(1, len(before)))
    after = listed_skills(skill_edited(payload, number, name=None, level=level, years=None, shown=None))
    assert [one.name for one in after] == [one.name for one in before]
    assert after[number - 1].level == level
    others = [(one.name, one.level, one.years, one.group) for one in before]
    found = [(one.name, one.level, one.years, one.group) for one in after]
    del others[number - 1], found[number - 1]
    assert found == others


@given(json_resumes())
@settings(deadline=None)
def test_a_profile_lacks_nothing_of_itself(payload: dict[str, Any]) -> None:
    assert missing_from(payload, payload) == {}
    assert merged(payload, payload) == {**payload, "basics": payload.get("basics") or {}}
    named = {
        "work": [{"position": "Welder", "name": "Yard 4"}],
        "skills": [{"name": "TIG", "level": "expert"}],
    }
    assert missing_from(named, {**payload, **named}) == {}
    assert missing_from(named, {}) == named


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not valid JSON"),
        ("{", "not valid JSON"),
        ("[]", "is an object"),
        ('{"theme": 1}', "no basics, work"),
        ('{"work": {}}', "work must be a list"),
        ('{\n "basics": [] }', "(line 2, column 12)"),
        ('{"basics": {"name": []}}', "basics.name must be a text"),
        ('{"basics": {}, "basics": {}}', "stands twice"),
        ('{"basics": {}, "x": NaN}', "NaN is no number"),
        ('{"basics": {}, "x": 1e999}', "1e999 is no number"),
        ('{"basics": {}, "meta": []}', "meta must be an object"),
        ('{"basics": {}, "meta": {"careercraft": 1}}', "meta.careercraft must be an object"),
        ('{"work": [{"name": "A",\n "startDate": "soon"}]}', "work[0].startDate is no date"),
        ('{"work": [{"startDate": "2020-13"}]}', "work[0].startDate is no date"),
        ('{"work": [{"startDate": "2020-05", "endDate": "2019"}]}', "work[0].endDate is before startDate"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_profile_is_told_by_its_place(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_profile(text, "cv.json")
    assert words in caught.value.message
    assert caught.value.message.startswith("cv.json: ")
    assert caught.value.hint


def test_names_that_nobody_knows_are_fine_at_any_depth() -> None:
    text = '{"work": [{"name": "A", "team": {"size": [1, {"of": "all"}]}}], "x": [[]]}'
    assert read_profile(text, "it") == json.loads(text)


def test_half_a_character_is_left_out() -> None:
    """No encoding has bytes for half of a surrogate pair."""
    text = '{"basics": {"name": "A\\ud83d"}}'
    assert read_profile(text, "it") == {"basics": {"name": "A"}}
    assert formatted(text) == '{\n  "basics": {\n    "name": "A"\n  }\n}\n'


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2019", PartialDate(2019)),
        ("2019-02", PartialDate(2019, 2)),
        ("2020-02-29", PartialDate(2020, 2, 29)),
        ("Mar 2020", PartialDate(2020, 3)),
        ("03/2020", PartialDate(2020, 3)),
        ("2020-05-01T00:00:00Z", PartialDate(2020, 5, 1)),
        ("2019-02-29", None),
        ("2019-13", None),
        ("2019-00", None),
        ("0020", None),
        ("soon 2020", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(words: str, found: PartialDate | None) -> None:
    assert read_date(words) == found


def test_a_typed_date_keeps_its_precision() -> None:
    assert [typed_date("--start", words) for words in ("2020", "Mar 2020", "2020-3-5")] == [
        "2020",
        "2020-03",
        "2020-03-05",
    ]
    with pytest.raises(UsageError, match="--start: 'soon' is no date"):
        typed_date("--start", "soon")


def test_earlier_is_only_what_is_surely_so() -> None:
    assert earlier(PartialDate(2019), PartialDate(2020, 5))
    assert not earlier(PartialDate(2020), PartialDate(2020, 5))
    assert not earlier(PartialDate(2020, 5), PartialDate(2020))
    assert earlier(PartialDate(2020, 5, 1), PartialDate(2020, 5, 2))


def test_an_entry_is_changed_field_by_field() -> None:
    made = added({}, "experience", {"title": " Line  Cook ", "employer": "Sole", "start": "2020", "end": "present",
                                    "bullet": ["Ran the grill", " "]})  # fmt: skip
    assert made == {
        "work": [
            {"position": "Line Cook", "name": "Sole", "startDate": "2020", "highlights": ["Ran the grill"]}
        ]
    }
    made["work"][0]["x-own"] = [1]
    new = edited(made, "experience", 1, {"end": "Mar 2022", "employer": "", "add_bullet": ["Wrote the menu"]})
    assert new["work"][0] == {
        "position": "Line Cook", "startDate": "2020", "highlights": ["Ran the grill", "Wrote the menu"], "x-own": [1],
        "endDate": "2022-03",
    }  # fmt: skip
    assert edited(new, "experience", 1, {"end": "present", "bullet": []})["work"][0] == {
        "position": "Line Cook",
        "startDate": "2020",
        "x-own": [1],
    }


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"title": "", "employer": None}, "no name to know it by"),
        ({"title": "Cook", "start": "2020-02-30"}, "--start: '2020-02-30' is no date"),
        (
            {"title": "Cook", "start": "2020-05", "end": "2020-04"},
            "it ends (2020-04) before it starts (2020-05)",
        ),
    ],
)
def test_an_entry_that_will_not_do(values: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        added({}, "experience", values)
    assert words in caught.value.message


@pytest.mark.parametrize(("number", "words"), [(0, "has 1 to 2"), (3, "has 1 to 2"), (-1, "has 1 to 2")])
def test_a_number_that_none_has(number: int, words: str) -> None:
    payload = {"projects": [{"name": "A"}, {"name": "B"}]}
    with pytest.raises(UsageError, match=words):
        removed(payload, "projects", number)
    with pytest.raises(UsageError, match="the profile has none"):
        removed({}, "projects", 1)
    with pytest.raises(UsageError, match="nothing is said"):
        edited(payload, "projects", 1, {"name": None})


def test_an_entry_that_is_only_a_name() -> None:
    assert edited({"certificates": ["CPR"]}, "certifications", 1, {"issuer": "Red Cross"}) == {
        "certificates": [{"name": "CPR", "issuer": "Red Cross"}]
    }


def test_a_certificate_that_holds_for_a_time_has_both_ends() -> None:
    made = added({}, "certifications", {"name": "First aid", "date": "2024-05", "expires": "2026-05"})
    assert made["certificates"] == [
        {"name": "First aid", "date": "2024-05", "endDate": "2026-05", "startDate": "2024-05"}
    ]
    gone = edited(made, "certifications", 1, {"expires": ""})["certificates"]
    assert gone == [{"name": "First aid", "date": "2024-05"}]
    with pytest.raises(UsageError, match="before it starts"):
        added({}, "certifications", {"name": "First aid", "date": "2024-05", "expires": "2023"})


def test_skills_are_numbered_one_by_one() -> None:
    assert names(GROUPED) == ["Sauces", "Pastry", "Butchery", "HACCP", "Knife work"]


def test_a_skill_with_a_level_of_its_own_is_cut_out_of_its_group() -> None:
    new = skill_edited(GROUPED, 2, name=None, level="expert", years=3.0, shown=["Pastry Chef at Sole"])
    assert new["skills"][:3] == [
        {"name": "Kitchen", "level": "good", "keywords": ["Sauces"], "x-own": 7},
        {"name": "Kitchen", "level": "expert", "keywords": ["Pastry"], "x-own": 7, "years": 3},
        {"name": "Kitchen", "level": "good", "keywords": ["Butchery"], "x-own": 7},
    ]
    assert names(new) == names(GROUPED)
    assert shown_of(new, "Pastry") == ("Pastry Chef at Sole",)
    assert new["meta"]["theme"] == "plain"
    renamed = skill_edited(new, 2, name="Patisserie", level=None, years=None, shown=None)
    assert (shown_of(renamed, "Pastry"), shown_of(renamed, "Patisserie")) == ((), ("Pastry Chef at Sole",))
    gone, name = skill_removed(renamed, 2)
    assert (name, names(gone)) == ("Patisserie", ["Sauces", "Butchery", "HACCP", "Knife work"])
    assert gone["meta"] == {"theme": "plain"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("  ", None, None), "needs a name"),
        (("haccp", None, None), "in the profile already, as skill 4"),
        (("Grill", "guru", None), "'guru' is no level"),
        (("Grill", None, -1.0), "-1 years can't be"),
        (("Grill", None, float("nan")), "years can't be"),
        (("Grill", None, 61.0), "61 years can't be"),
    ],
)
def test_a_skill_that_will_not_do(arguments: tuple[str, str | None, float | None], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        skill_added(GROUPED, *arguments, ())
    assert words in caught.value.message
    assert caught.value.hint


def test_lines_tell_dates_levels_and_places() -> None:
    payload = skill_edited(GROUPED, 4, name=None, level=None, years=None, shown=["Chef at Sole"])
    (line,) = [line for line in section_lines(payload, "skills") if line.title == "HACCP"]
    assert (line.number, line.detail) == (4, "expert; 4 years; shown as Chef at Sole")
    payload = {"work": [{"position": "Chef", "name": "Sole", "startDate": "2020", "highlights": ["Cooked"]}]}
    (line,) = section_lines(payload, "experience")
    assert (line.title, line.detail, line.lines) == ("Chef at Sole", "2020 to present", ("Cooked",))


ONE: dict[str, Any] = {
    "basics": {"name": "Ada Moss"},
    "work": [{"position": "Nurse", "name": "St. Brigid Hospital", "startDate": "2019-07"}],
    "education": [{"institution": "Wright Hill University", "studyType": "BSc", "area": "Nursing"}],
    "skills": [{"name": "Triage"}, {"name": "Wound care", "level": "expert"}],
}


@pytest.mark.parametrize(
    ("section", "entry"),
    [
        ("work", {"position": "nurse", "name": "St Brigid Hospital, Columbus", "startDate": "2019"}),
        ("work", {"position": "Nurse", "name": "St. Brigid Hospital"}),
        ("education", {"institution": "Wright Hill University", "studyType": "Bachelor of Science"}),
        ("skills", {"name": "TRIAGE"}),
        ("skills", {"name": "Wound care"}),
    ],
)
def test_the_same_in_other_words_is_not_missing(section: str, entry: dict[str, Any]) -> None:
    assert missing_from({section: [entry]}, ONE) == {}


@pytest.mark.parametrize(
    ("section", "entry"),
    [
        ("work", {"position": "Nurse", "name": "St. Brigid Hospital", "startDate": "2022-01"}),
        ("work", {"position": "Charge Nurse Manager", "name": "Mercy Clinic", "startDate": "2019-07"}),
        ("education", {"institution": "Wright Hill University", "studyType": "MSc", "area": "Nursing"}),
        ("skills", {"name": "Phlebotomy"}),
        ("skills", {"name": "Triage++"}),
        ("skills", {"name": "Triage", "level": "expert"}),
        ("certificates", {"name": "BLS"}),
    ],
)
def test_what_is_other_is_missing(section: str, entry: dict[str, Any]) -> None:
    assert missing_from({section: [entry]}, ONE) == {section: [entry]}


def test_merging_keeps_what_is_there_and_its_own_names() -> None:
    mine = {**ONE, "x-own": 1, "meta": {"careercraft": {"shown": {"Triage": ["here"]}}}}
    more = {
        "basics": {"name": "A. Moss", "email": "ada@example.org"},
        "work": [*ONE["work"], {"position": "Tutor", "name": "College"}],
        "skills": [{"name": "Triage", "level": "advanced", "years": 2}, {"name": "Coding"}],
        "meta": {"careercraft": {"shown": {"Triage": ["there"], "Coding": ["there"]}}},
    }
    found = merged(mine, more)
    assert found["basics"] == {"name": "Ada Moss", "email": "ada@example.org"}
    assert [entry["position"] for entry in found["work"]] == ["Nurse", "Tutor"]
    assert found["skills"] == [
        {"name": "Triage", "level": "advanced", "years": 2}, {"name": "Wound care", "level": "expert"},
        {"name": "Coding"},
    ]  # fmt: skip
    assert (shown_of(found, "Triage"), shown_of(found, "Coding")) == (("here",), ("there",))
    assert found["x-own"] == 1
    assert merged(found, more) == found
