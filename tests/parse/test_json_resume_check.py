"""What a person may give for a resume, and the line and column of what won't do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercraft.errors import InputError
from careercraft.parse.json_places import place_of, value_offsets
from careercraft.parse.json_resume_check import check_resume, check_syntax
from careercraft.read import read_text
from tests.conftest import EXAMPLES

GOOD: dict[str, Any] = {
    "$schema": "a link",
    "basics": {
        "name": "Ada Moss",
        "email": "ada@example.org",
        "location": {"city": "Leeds"},
        "profiles": [{"network": "GitHub", "url": "github.com/ada"}],
        "other": ["Driving license"],
    },
    "work": [
        {
            "name": "Tidewater Transit",
            "position": "Data Analyst",
            "startDate": "2019-01",
            "highlights": ["Built reports in SQL and Python for the operations team every week"],
        },
        {"name": "Harbor", "position": "Clerk", "startDate": "2016", "endDate": "2018-12-31"},
    ],
    "education": [{"institution": "Leeds", "studyType": "BSc", "endDate": "2016", "score": 3.8}],
    "skills": [{"name": "Tools", "keywords": ["SQL", "Python"]}, "Excel"],
    "projects": None,
    "meta": {"version": 1},
}


def check(payload: Any) -> tuple[str, ...]:
    text = payload if isinstance(payload, str) else json.dumps(payload, indent=2)
    unread = check_syntax(text, "cv.json")
    check_resume(read_text(text, "cv.json", "json_resume"), text)
    return unread


def changed(path: str, value: Any) -> str:
    """GOOD with another value at `work/0/position`, one value a line."""
    payload: Any = json.loads(json.dumps(GOOD))
    *parents, last = path.split("/")
    inner = payload
    for part in parents:
        inner = inner[int(part) if part.isdigit() else part]
    inner[int(last) if last.isdigit() else last] = value
    return json.dumps(payload, indent=2)


def test_a_good_one() -> None:
    assert check(GOOD) == ()


def test_an_example() -> None:
    assert check((EXAMPLES / "electrician.json").read_text(encoding="utf-8")) == ()


def test_sections_that_nothing_reads_are_told() -> None:
    assert check({**GOOD, "skils": [{"name": "Looms"}]}) == ("skils",)


WRONG = {
    "a text for a list of entries": ("work", "Clerk", "work must be a list"),
    "an object for a list of entries": ("work", {}, "work must be a list"),
    "a list for basics": ("basics", [], "basics must be an object"),
    "a list for a text": ("work/0/position", ["Analyst"], "work[0].position must be a text, not a list"),
    "an object for a text": ("basics/name", {}, "basics.name must be a text, not an object"),
    "an object among texts": ("work/0/highlights/0", {"text": "x"}, "work[0].highlights[0] must be a text"),
    "an object for a list": ("skills/0/keywords", {"a": "b"}, "skills[0].keywords must be a list of texts"),
    "a list for an entry": ("work/1", ["Harbor"], "work[1] must be an object, not a list"),
    "a list in a profile": ("basics/profiles/0/url", [], "basics.profiles[0].url must be a text"),
    "a list in the location": ("basics/location/city", ["Leeds"], "basics.location.city must be a text"),
    "depth under an unknown name": ("work/0/tools", [["SQL"]], "work[0].tools[0] must be a text"),
    "no date": ("work/0/startDate", "soon", "work[0].startDate is no date"),
    "no end": ("education/0/endDate", "20x6", "education[0].endDate is no date"),
}


@pytest.mark.parametrize("name", WRONG)
def test_mistakes_have_a_place(name: str) -> None:
    path, value, words = WRONG[name]
    text = changed(path, value)
    with pytest.raises(InputError) as caught:
        check(text)
    message = caught.value.message
    assert words in message
    assert message.startswith("cv.json: ")
    line = int(message.partition("(line ")[2].partition(",")[0])
    key = path.rpartition("/")[2]
    shown = " ".join(text.splitlines()[line - 2 : line])
    assert f'"{key}"' in shown or key.isdigit(), shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"basics": {"name": "Ada",}}', "line 1, column 27"),
        ('{\n "basics": {\n  "name": "Ada"\n', "line 4"),
        ("", "not valid JSON"),
        ("[]", "is an object"),
        ("{}", "has no basics"),
        ('{"basics": {}, "work": []}', "has no basics"),
        ('{"basics": {"name": "A"},\n "work": [],\n "work": []}', "work stands twice: only the second one"),
        ('{"basics": {"name": "Ada"}}', "too little for a resume"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_resume(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        check(text)
    assert words in caught.value.message


def test_the_second_of_two_equal_names_is_shown() -> None:
    with pytest.raises(InputError, match=r"line 3, column 10"):
        check('{"basics": {"name": "A"},\n "work": [],\n "work": []}')


@pytest.mark.parametrize("date", ["2019-03-01", "2019-03", "2019", "March 2019", "present"])
def test_dates_as_people_write_them(date: str) -> None:
    assert check(changed("work/1/endDate", date)) == ()


_KEYS = st.text(alphabet='ab"\\{}[],: \né', min_size=1, max_size=4)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _KEYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(_JSON, st.sampled_from([None, 2]), st.booleans())
def test_each_value_is_found_where_it_stands(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    decoder = json.JSONDecoder()
    found = [decoder.raw_decode(text, offset)[0] for _, offset in value_offsets(text)]
    assert found == list(_values(value))


def _values(value: Any) -> list[Any]:
    """In the order of the text, each before what is in it."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(item for child in inner for item in _values(child))]


def test_places_count_from_one(tmp_path: Path) -> None:
    assert place_of("ab\ncd", 0) == (1, 1)
    assert place_of("ab\ncd", 4) == (2, 2)
