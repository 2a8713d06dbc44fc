"""The benchmark of the labeled postings: what counts as right, what is never printed, and sound labels."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from benchmarks import postings
from careercraft.model.document import Span, Text
from careercraft.model.job import EducationAsk, ExperienceAsk, Importance, Job, Period, Seniority, WorkMode
from careercraft.model.resume import DEGREE_ORDER

PORT_CHEMIST = (
    "Senior Chemist",
    "Harbor Labs\nLocation: Tampa, FL\nPay: $70,000 - $80,000 per year\n\nRequirements\n"
    "Bachelor's degree in chemistry\n5+ years of experience in water analysis\nKnows chromatography\n",
)
NIGHT_BAKER = (
    "Baker",
    "Ovens since 1910.\n\nRequirements\nKneads dough by hand\nWorks at night\nLifts sacks\n",
)
TAMPA = {"city": "Tampa", "region": "FL", "country": "US", "stated": ["city", "region"]}
PAY = {"minimum": 70000, "maximum": 80000, "currency": "USD", "period": "year"}
DEGREE = {"level": "bachelor", "importance": "must", "or_equivalent": False}
RIGHT = {"level": ["senior"], "location": [TAMPA], "salary": [PAY], "years": [5], "degree": [DEGREE]}


def _data(folder: Path, *rows: tuple[str, str]) -> Path:
    (folder / "jobs").mkdir()
    with (folder / "jobs" / "glassdoor_data_jobs.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Job Title", "Salary Estimate", "Job Description", "Company Name", "Location"])
        writer.writerows([title, "$1K-$2K", text, "Elsewhere Inc.", "Boise, ID"] for title, text in rows)
    return folder


def _labels(folder: Path, monkeypatch: pytest.MonkeyPatch, **sets: dict[str, Any]) -> None:
    """Sets that aren't given are empty."""
    path = folder / "labels.json"
    path.write_text(json.dumps({"about": [], **{key: {} for key in postings.SETS}, **sets}), encoding="utf-8")
    monkeypatch.setattr(postings, "read_labels", lambda: _READ(path))


_READ = postings.read_labels


def test_shares_of_the_stated_and_of_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _data(tmp_path, PORT_CHEMIST, NIGHT_BAKER)
    wrong = {**RIGHT, "years": [9], "work_mode": [None, "remote"]}
    chemist, baker = postings.row_key(*PORT_CHEMIST), postings.row_key(*NIGHT_BAKER)
    _labels(
        tmp_path,
        monkeypatch,
        labeled={chemist: wrong},
        second={baker: {}},
        third={baker: {"years": [4]}},
        fresh={baker: {"level": ["lead"]}},
    )
    found = postings.run(data)
    assert found["postings.salary"] == {"stated": 1.0, "not_stated": None, "of": [1, 0]}
    assert found["postings.years"] == {"stated": 0.0, "not_stated": None, "of": [1, 0]}
    assert found["postings.work_mode"] == {"stated": None, "not_stated": 1.0, "of": [0, 1]}
    assert found["postings.or_equivalent"] == {"right": 1.0, "of": 1}
    assert found["postings.all"]["stated"] == 0.8
    assert found["postings_second.salary"] == {"stated": None, "not_stated": 1.0, "of": [0, 1]}
    assert found["postings_third.years"] == {"stated": 0.0, "not_stated": None, "of": [1, 0]}
    assert found["postings_fresh.level"] == {"stated": 0.0, "not_stated": None, "of": [1, 0]}
    assert found["postings_fresh.years"] == {"stated": None, "not_stated": 1.0, "of": [0, 1]}


def test_what_is_read_where_nothing_is_stated_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = _data(tmp_path, PORT_CHEMIST)
    _labels(tmp_path, monkeypatch, labeled={postings.row_key(*PORT_CHEMIST): {"salary": [None]}})
    assert postings.run(data)["postings.salary"] == {"stated": None, "not_stated": 0.0, "of": [0, 1]}


def test_misses_quote_the_posting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _data(tmp_path, PORT_CHEMIST, NIGHT_BAKER)
    chemist, baker = postings.row_key(*PORT_CHEMIST), postings.row_key(*NIGHT_BAKER)
    _labels(
        tmp_path, monkeypatch, labeled={chemist: {**RIGHT, "years": [9]}}, second={baker: {"level": ["lead"]}}
    )
    (miss,) = postings.misses(data)
    assert (miss.row, miss.field, miss.wanted, miss.got) == (chemist, "years", [9], 5)
    assert miss.quote is not None
    assert "5+ years" in miss.quote
    assert {(one.row, one.wanted[0]) for one in postings.misses(data, "second")} >= {(baker, "lead")}
    assert {one.row for one in postings.misses(data, "second")} == {baker}


def _unseen_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _labels(folder, monkeypatch, unseen={postings.row_key(*NIGHT_BAKER): {"level": ["lead"], "years": [40]}})
    return _data(folder, NIGHT_BAKER)


def test_misses_of_the_unseen_set_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _unseen_only(tmp_path, monkeypatch)
    with pytest.raises(ValueError, match="misses of unseen are not shown"):
        postings.misses(data, "unseen")


@pytest.mark.parametrize("options", [[], *(["--set", shown] for shown in postings.SHOWN)])
def test_the_command_prints_nothing_of_the_unseen_set(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = _unseen_only(tmp_path, monkeypatch)
    monkeypatch.setattr("sys.argv", ["postings", "--data", str(data), *options])
    postings.main()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("shown", ["second", "third", "fresh"])
def test_the_command_prints_the_misses_of_the_set_that_is_named(
    shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = _data(tmp_path, PORT_CHEMIST)
    chemist = postings.row_key(*PORT_CHEMIST)
    _labels(tmp_path, monkeypatch, **{shown: {chemist: {**RIGHT, "years": [9]}}})
    monkeypatch.setattr("sys.argv", ["postings", "--data", str(data), "--set", shown])
    postings.main()
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{chemist[:8]}  years      wanted [9]  got 5")


def test_the_command_has_no_such_set_as_the_unseen_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["postings", "--data", str(tmp_path), "--set", "unseen"])
    with pytest.raises(SystemExit):
        postings.main()
    assert "invalid choice: 'unseen'" in capsys.readouterr().err


def test_the_role_is_looked_up_in_the_shipped_catalogue() -> None:
    assert postings.parse("\n\n".join(NIGHT_BAKER)).role == "baker"
    assert postings.parse("\n\n".join(PORT_CHEMIST)).role is None


def test_a_labeled_row_that_is_not_in_the_data_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = _data(tmp_path, NIGHT_BAKER)
    _labels(tmp_path, monkeypatch, labeled={postings.row_key(*PORT_CHEMIST): RIGHT})
    with pytest.raises(ValueError, match="1 labeled postings aren't in the data"):
        postings.run(data)


def test_the_posting_has_its_title_and_none_of_the_columns_beside(tmp_path: Path) -> None:
    key = postings.row_key(*NIGHT_BAKER)
    (text,) = postings.read_texts(_data(tmp_path, NIGHT_BAKER), {key: {}}).values()
    assert text == f"Baker\n\n{NIGHT_BAKER[1]}"


SEATTLE = {"city": "Seattle", "region": "WA", "country": "US", "stated": ["city"]}
ST_LOUIS = {"city": "St. Louis", "region": "MO", "country": "US", "stated": ["city", "region"]}


@pytest.mark.parametrize(
    ("accepted", "got", "right"),
    [
        ([TAMPA], {"city": "Tampa", "region": "FL", "country": "US"}, True),
        ([TAMPA], {"city": "tampa", "region": "Florida"}, True),
        ([TAMPA], {"city": "Tampa"}, False),  # the state is named
        ([TAMPA], {"city": "Tampa", "region": "GA"}, False),
        ([TAMPA], {"city": "Miami", "region": "FL"}, False),
        ([SEATTLE], {"city": "Seattle"}, True),  # the state isn't named
        ([SEATTLE], {"city": "Seattle", "region": "OR"}, False),
        ([SEATTLE], {"city": "Seattle", "country": "CA"}, False),
        ([SEATTLE], {"region": "WA"}, False),
        ([TAMPA, SEATTLE], {"city": "Seattle", "region": "WA"}, True),
        ([ST_LOUIS], {"city": "Saint Louis", "region": "MO"}, True),
        ([ST_LOUIS], {"city": "San Luis", "region": "MO"}, False),
        ([TAMPA], None, False),
        ([TAMPA, None], None, True),
        ([None], {"city": "Tampa"}, False),
    ],
)
def test_right_places(accepted: list[Any], got: dict[str, str] | None, right: bool) -> None:
    assert postings.is_right("location", accepted, got) is right


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, True),
        ({"minimum": 70}, False),
        ({"maximum": None}, False),
        ({"currency": None}, False),
        ({"period": "hour"}, False),
    ],
)
def test_right_pay(change: dict[str, Any], right: bool) -> None:
    assert postings.is_right("salary", [PAY], {**PAY, **change}) is right


def test_a_currency_that_no_sign_names_may_be_left_open() -> None:
    unsigned = {**PAY, "currency": ["USD", None]}
    assert postings.is_right("salary", [unsigned], {**PAY, "currency": None})
    assert not postings.is_right("salary", [unsigned], {**PAY, "currency": "EUR"})


def test_the_committed_labels_hold_hashes_and_facts_alone() -> None:
    sets = postings.read_labels()
    assert {name: len(rows) for name, rows in sets.items()} == _ROWS
    labels = [label for rows in sets.values() for label in rows.items()]
    assert len({row for row, _ in labels}) == sum(_ROWS.values())
    for row, label in labels:
        assert re.fullmatch(r"[0-9a-f]{64}", row)
        assert set(label) <= set(postings.FIELDS)
        for field, accepted in label.items():
            assert accepted != [None], f"{row} {field}: leave it out"
            assert all(_sound(field, one) for one in accepted if one is not None), (row, field)


_ROWS = {"labeled": 60, "second": 30, "third": 60, "fresh": 55, "unseen": 90}


def _sound(field: str, answer: Any) -> bool:
    if field == "role":
        return answer in _ROLES
    if field == "location":
        return {"stated"} < set(answer) <= {"city", "region", "country", "stated"} and set(
            answer["stated"]
        ) < set(answer)
    if field == "salary":
        return answer["minimum"] <= answer["maximum"] and answer["period"] in get_args(Period)
    if field == "years":
        return isinstance(answer, int) and 0 <= answer < 20
    if field == "degree":
        return answer["level"] in DEGREE_ORDER and answer["importance"] in get_args(Importance)
    return answer in get_args({"level": Seniority, "work_mode": WorkMode}[field])


_ROLES = {path.stem for path in (Path(__file__).parents[2] / "roles").rglob("*.yaml")}


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("role", "astronaut"),
        ("location", {"city": "Tampa", "stated": ["region"]}),
        ("salary", {**PAY, "minimum": 90000}),
        ("years", "five"),
        ("degree", {**DEGREE, "level": "phd"}),
        ("level", "principal"),
        ("work_mode", "travel"),
    ],
)
def test_unsound_labels_are_told(field: str, answer: Any) -> None:
    assert not _sound(field, answer)


def _text(start: int, value: str) -> Text:
    return Text(value=value, span=Span(start=start, end=start + len(value)))


def test_the_headline_is_the_first_of_the_strongest_asks() -> None:
    asks = (
        ExperienceAsk(years=9, importance="preferred", text=_text(0, "nine would be good")),
        ExperienceAsk(years=2, text=_text(90, "two of chemistry")),
        ExperienceAsk(years=4, text=_text(40, "four at least")),
    )
    assert postings.answers(Job(experience=asks))["years"].value == 4


def test_the_degree_is_the_least_of_the_strongest_asks() -> None:
    asks = (
        EducationAsk(level="associate", importance="nice", text=_text(0, "associate")),
        EducationAsk(level="master", text=_text(20, "master")),
        EducationAsk(level="bachelor", or_equivalent=True, text=_text(40, "bachelor")),
    )
    assert postings.answers(Job(education=asks))["degree"].value == {
        "level": "bachelor",
        "or_equivalent": True,
    }


def test_nothing_read_is_no_answer() -> None:
    assert {answer.value for answer in postings.answers(Job()).values()} == {None}
