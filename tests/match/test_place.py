"""Where and how the work is done: places of both sides, distances, office days, moving."""

from __future__ import annotations

import pytest

from careercraft.match.linker import Linker
from careercraft.match.place import ABROAD, OTHER_CITY, SAME_CITY, SAME_COUNTRY, SAME_REGION, Site, nearness
from careercraft.model.facts import LocationFacts
from careercraft.settings import Wishes
from tests.match.parts import resume
from tests.match.test_facts import facts

Parts = tuple[str | None, str | None, str | None]


@pytest.mark.parametrize(
    ("home", "target", "expected"),
    [
        (("Berlin", "BE", "DE"), ("Berlin", "BE", "DE"), SAME_CITY),
        (("berlin", None, "DE"), ("Berlin", None, "DE"), SAME_CITY),
        (("Zürich", None, "CH"), ("Zurich", None, "CH"), SAME_CITY),
        (("Tacoma", "WA", "US"), ("Seattle", "WA", "US"), SAME_REGION),
        (("Portland", "OR", "US"), ("Portland", "ME", "US"), SAME_COUNTRY),
        (("Austin", "TX", "US"), ("Seattle", "WA", "US"), SAME_COUNTRY),
        ((None, None, "US"), ("Seattle", "WA", "US"), SAME_COUNTRY),
        (("Paris", None, "FR"), ("Paris", "TX", "US"), ABROAD),
        (("Berlin", None, None), ("Munich", None, None), OTHER_CITY),
        (("Berlin", None, "DE"), ("Xburg", None, None), OTHER_CITY),
        ((None, None, None), ("Seattle", "WA", "US"), None),
        ((None, "OH", "US"), ("Xburg", None, None), None),
        (("Seattle", "WA", "US"), (None, None, None), None),
    ],
)
def test_nearness(home: Parts, target: Parts, expected: float | None) -> None:
    first, second = Site(*home, ""), Site(*target, "")
    assert nearness(first, second) == expected
    assert nearness(second, first) == expected


PERSON = "Jane Doe\nTacoma, WA\njane@example.com\n\nSummary\nAnalyst. {}\n\nSkills\nPython, SQL\n"
POSTING = "Data Analyst\nAcme Corp\n{}\n\nRequirements\n- Python\n- SQL\n- Excel\n"


def place(linker: Linker, head: str, says: str = "", wishes: Wishes | None = None) -> LocationFacts:
    return facts(PERSON.format(says), POSTING.format(head), linker, wishes).location


def test_a_distance_in_kilometers_where_both_towns_are_known(linker: Linker) -> None:
    found = place(linker, "Location: Seattle, WA")
    assert found.km == 41
    assert (found.resume_place, found.job_place) == ("Tacoma, WA", "Seattle, WA")
    assert [piece.quote for piece in (*found.found_evidence, *found.evidence)] == [
        "Tacoma, WA",
        "Location: Seattle, WA",
    ]
    assert place(linker, "Location: Xburg, WA").km is None


@pytest.mark.parametrize(
    ("head", "nearest"),
    [
        ("Location: New York, NY or Seattle, WA", "Seattle, WA"),
        ("Location: Berlin, Munich or Seattle", "Seattle"),
        ("Location: London / Leeds", "Leeds"),
        ("Location: Boston, MA. We also sell in Seattle, WA.", "Boston, MA"),
    ],
)
def test_of_several_sites_the_nearest_counts(linker: Linker, head: str, nearest: str) -> None:
    assert place(linker, head).job_place == nearest


@pytest.mark.parametrize(
    ("head", "in_reach"),
    [
        ("Remote (US)", True),
        ("Remote - Germany", False),
        ("Remote within EU", False),
        ("Remote in the Americas", True),
        ("Remote", None),
        ("Location: Berlin (remote)", None),  # a seat, not a bound
        ("Location: Germany", None),
    ],
)
def test_remote_work_may_be_tied_to_a_country(linker: Linker, head: str, in_reach: bool | None) -> None:
    assert place(linker, head).in_reach is in_reach


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Hybrid: 3 days in the office", 3),
        ("Hybrid, two days a week in our Leeds office", 2),
        ("Hybrid role, 2-3 days per week on site", 2.5),
        ("Hybrid, 2 days a week from home", 3),
        ("Hybrid, office 1 day per week", 1),
        ("Hybrid, 2 Tage Homeoffice", 3),
        ("Hybrid", None),
        ("Hybrid, one day a month in the office", 0.2),
        ("Fully remote", None),
    ],
)
def test_days_at_the_office(linker: Linker, words: str, days: float | None) -> None:
    assert place(linker, f"Location: Leeds, UK\n{words}").office_days == days


def test_moving_by_words_of_the_resume_and_by_wish(linker: Linker) -> None:
    head = "Location: Boston, MA\nRelocation assistance available"
    silent = place(linker, head)
    assert (silent.relocation, silent.will_relocate) == ("offered", None)
    ready = place(linker, head, "Willing to relocate.")
    assert ready.will_relocate is True
    assert [piece.document for piece in ready.relocation_evidence] == ["resume", "job"]
    wished = place(linker, head, "Willing to relocate.", Wishes(relocate=False))
    assert wished.will_relocate is False
    assert [piece.document for piece in wished.relocation_evidence] == ["job"]


def test_the_wish_for_remote_work_goes_before_the_resumes(linker: Linker) -> None:
    said = place(linker, "Remote", "Seeking a fully remote position.")
    assert said.wants_remote is True
    assert [piece.document for piece in said.mode_evidence] == ["resume", "job"]
    assert (
        place(linker, "Remote", "Seeking a fully remote position.", Wishes(remote=False)).wants_remote
        is False
    )


def test_a_wished_place_that_nobody_knows_is_an_error(linker: Linker) -> None:
    from careercraft.errors import ConfigError

    with pytest.raises(ConfigError, match=r"wishes\.location: 'Nowhereville' is no place known here"):
        place(linker, "Location: Boston, MA", wishes=Wishes(location="Nowhereville"))


def test_others_who_move_and_sponsor_say_nothing(linker: Linker) -> None:
    text = resume(work="Helped families willing to relocate\nSponsored visas: requires visa sponsorship")
    found = facts(text, POSTING.format("Location: Boston, MA"), linker).location
    assert found.will_relocate is None


@pytest.mark.parametrize(
    ("words", "relocate"),
    [
        ("Willing to relocate.", True),
        ("Open to relocation anywhere in Europe", True),
        ("Able to travel and relocate; relocation: yes", True),
        ("Umzugsbereit ab sofort", True),
        ("Not willing to relocate.", False),
        ("Unable to relocate at this time", False),
        ("Relocation: no", False),
        ("Specialist in finding homes for employees willing to relocate", None),
        ("Relocated twice for work", None),
    ],
)
def test_words_on_moving(linker: Linker, words: str, relocate: bool | None) -> None:
    assert place(linker, "Location: Boston, MA", words).will_relocate is relocate


@pytest.mark.parametrize(
    ("words", "remote"),
    [
        ("Seeking a fully remote position.", True),
        ("Looking for remote work", True),
        ("Remote only", True),
        ("Prefers to work from home", True),
        ("Prefers on-site work", False),
        ("Open to remote", None),
        ("Led remote teams", None),
        ("Seeking remote sensing roles", None),
    ],
)
def test_words_on_remote_work(linker: Linker, words: str, remote: bool | None) -> None:
    assert place(linker, "Remote", words).wants_remote is remote
