"""The measures of the fit suite, on cases counted by hand; the data itself is no part of the project."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from benchmarks import fit, fit_calibration, fit_families, fit_fooling, fit_rows, fit_rules, fit_stated
from benchmarks.filler import SENTENCES, filler, padded
from benchmarks.fit_bench import lower_bar, share_bar, shown_bar
from benchmarks.fit_onet import foreign_tasks
from benchmarks.fit_rjdb import Outcome
from benchmarks.fit_years import asked, shortened
from benchmarks.intervals import share_interval
from careercraft.match.surface import SurfaceMatcher
from careercraft.model.analysis import Analysis
from careercraft.model.match import SkillEntry, SkillMatch
from careercraft.model.ports import TokenVectors
from careercraft.model.score import Score, ScoreKey
from careercraft.read import read_bytes, read_text
from careercraft.taxonomy import load_taxonomy
from training.hidden_draws import Draw
from training.remembering import RememberingEncoder


def test_an_interval_of_a_share_is_no_point_where_all_hold() -> None:
    assert share_interval(300, 300) == "0.987 to 1.000"
    assert share_interval(0, 10) == "0.000 to 0.278"
    assert share_interval(5, 10) == "0.237 to 0.763"
    assert share_interval(0, 0) == "unknown"


def test_bars() -> None:
    bar = share_bar("a", [True, True, True, False], 0.75)
    assert (bar["value"], bar["met"], bar["of"]) == (0.75, True, 4)
    assert not share_bar("a", [True, False], 0.51)["met"]
    assert not share_bar("a", [], 0.5)["met"]
    assert lower_bar("a.lower_by", 0.90, 0.85, 0.05)["met"]
    assert not lower_bar("a.lower_by", 0.90, 0.849, 0.05)["met"]
    assert shown_bar(bar) == "met     a: 0.75  (0.301 to 0.954, of 4)  at least 0.75"
    assert shown_bar(lower_bar("a.lower_by", 0.9, 0.5, 0.05)) == "MISSED  a.lower_by: 0.4  at most 0.05"


def test_filler_has_the_length_asked_for_to_within_a_word() -> None:
    for length in (0, 5, 61, 400, 9_000):
        assert length - 16 <= len(filler(length, 3)) <= length
    assert filler(300, 2).startswith(SENTENCES[2])
    assert filler(300, 2) == filler(300, 2 + len(SENTENCES))
    assert len(set(SENTENCES)) == len(SENTENCES) >= 60


def test_filler_names_no_skill() -> None:
    """Spring and windows are in it, as words."""
    matcher = SurfaceMatcher(load_taxonomy())
    text = "\n".join(SENTENCES)
    assert matcher.find(text, read_text(text, "filler.txt")) == ()
    assert matcher.find(f"{text}\nKubernetes", read_text(f"{text}\nKubernetes", "filler.txt"))


def test_padding_goes_behind_the_text_and_only_to_the_shorter() -> None:
    text = "Ada\n\nSkills\n- Go\n"
    longer = padded(text, 200, heading="Personal")
    assert longer.startswith("Ada\n\nSkills\n- Go\n\nPersonal\n")
    assert 180 <= len(longer) <= 201
    assert padded(text, len(text)) == text
    assert "Personal" not in padded(text, 200)


POSTING = """Required Experience
- Minimum 5 years of experience as a Baggage Porter, Bellhop and Concierge
- At least two years as a Java developer, 3 years as a Broadcast Technician.
We have worked on the waterfront for 40 years. A baker with an apron.
"""


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Baggage porters - bellhops - and concierges", 5),
        ("Java Developers", 2),
        ("Broadcast technicians", 3),
        ("Bakers", None),
    ],
)
def test_the_years_that_a_posting_asks_for_a_title(title: str, years: int | None) -> None:
    assert asked(POSTING, title) == years


def _row(experience: str, unmatched: str) -> dict[str, Any]:
    return {
        "Filtered-information": {"Experience": experience, "Skills": []},
        "Resume-unmatched": unmatched,
        "Job-Description": POSTING,
        "Experiences": ["Java Developers"],
    }


SHORTER = 'instead of "Java Developers (2019 - 2021)" use "Java Developers (2019 - 2020)"'


def test_a_shortened_position() -> None:
    found = shortened(_row(SHORTER, "Java Developer 2019 to 2020"))
    assert found == ("Java Developers", 2, 1, 2)
    assert shortened(_row(SHORTER, "Java Developer 2019 to 2021")) is None  # the text wasn't changed
    assert shortened(_row('without including "Java Developers (2019 - 2021)"', "2020")) is None


def _outcome(number: int, **values: Any) -> Outcome:
    return Outcome(
        number=number, row=_row(SHORTER, "2019 - 2020"), told={"as_is": "why", "prose": "why"}, **values
    )


def test_ties_and_refusals_lose() -> None:
    assert fit_rows.wins((60.1, 60.0))
    assert fit_rows.wins((0.0, None))
    assert not fit_rows.wins((60.0, 60.0))
    assert not fit_rows.wins((None, 10.0))
    assert not fit_rows.wins((None, None))


def test_pairs_by_form_and_padding() -> None:
    rows = [
        _outcome(1, readiness={"as_is": (70, 60), "prose": (70, 60)}),
        _outcome(2, readiness={"as_is": (70, 60), "prose": (60, 60)}),
    ]
    figures, bars = fit_rows.pair_bars(rows)
    assert figures["as_is"]["share"] == 1.0
    assert figures["prose"]["ties"] == 1
    assert [(bar["figure"], bar["met"]) for bar in bars] == [
        ("pairs.as_is", True),
        ("pairs.prose.lower_by", False),
    ]
    lines = list(fit_rows.misses(rows, {"pairs"}))
    assert len(lines) == 2
    assert "#2 prose 60 : 60" in lines[0]


def test_removed_skills_are_summed_over_the_rows() -> None:
    rows = [
        _outcome(1, counts={"as_is": (3, 1, 0), "prose": (1, 0, 1)}),
        _outcome(2, counts={"as_is": (0, 0, 1), "prose": (1, 0, 0)}),
    ]
    figures, bars = fit_rows.removed_bars(rows)
    assert (figures["as_is"]["f1"], figures["prose"]["f1"]) == (0.75, 0.8)
    assert [bar["met"] for bar in bars] == [False, True]


def test_years_count_where_they_fall_under_what_is_asked() -> None:
    fewer = {"as_is": (90.0, 40.0), "prose": (90.0, 90.0)}
    figures, bars = fit_rows.year_bars([_outcome(1, experience=fewer)])
    assert figures["as_is"] == {"share": 1.0, "rows": 1}
    assert [(bar["value"], bar["met"]) for bar in bars] == [(1.0, True), (1.0, False)]
    enough = Outcome(number=2, row=_row(SHORTER.replace("Java Developers", "Bakers"), "2019 - 2020"))
    assert not fit_rows.falls_under(enough)


def test_other_resumes_must_stay_under() -> None:
    rows = [
        _outcome(
            1,
            readiness={"as_is": (50, 1), "prose": (50, 1)},
            others={"as_is": [10.0, 50.0], "prose": [10.0, 20.0]},
        )
    ]
    figures, bars = fit_rows.other_bars(rows)
    assert figures["as_is"]["share"] == 0.5
    assert [bar["met"] for bar in bars] == [False, True]
    assert any("others [50.0]" in line for line in fit_rows.misses(rows, {"others"}))


def test_ranks_of_families_lose_ties() -> None:
    placed = [
        fit_families.place("a.pdf", "CHEF", {"CHEF": 50.0, "HR": 40.0, "ARTS": 30.0, "SALES": 20.0}),
        fit_families.place("b.pdf", "CHEF", {"CHEF": 10.0, "HR": 10.0, "ARTS": 10.0, "SALES": 10.0}),
    ]
    assert [resume.rank for resume in placed] == [1, 4]
    assert fit_families.by_family(placed) == {"CHEF": "1 4"}
    assert fit_families.taken_for(placed) == {"ARTS": 1, "HR": 1, "SALES": 1}


def test_every_family_has_its_occupations() -> None:
    assert len(fit_families.FAMILIES) == 24
    codes = [code for family in fit_families.FAMILIES.values() for code in family.codes]
    assert all(re.fullmatch(r"\d\d-\d{4}\.\d\d", code) for code in codes)
    assert all(1 <= len(family.codes) <= 3 for family in fit_families.FAMILIES.values())


def _onet(folder: Path) -> Path:
    tables = {
        "occupation_data": ["Code,Title,Description", "35-1011.00,Chefs,Direct a kitchen."],
        "job_zones": ["Code,Title,Job Zone", "35-1011.00,Chefs,3"],
        "task_statements": [
            "Code,Title,Task ID,Task,Task Type,Incumbents Responding",
            "35-1011.00,Chefs,1,Check sauces.,Core,50",
            "35-1011.00,Chefs,2,Plan menus.,Core,90",
            "49-3023.00,Mechanics,3,Change tires.,Core,90",
        ],
        "tasks_to_dwas": ["Code,Title,Task ID,Task,DWA ID,DWA Title", "35-1011.00,Chefs,2,x,y,Plan menu options."],
        "technology_skills": [
            "Code,Title,Example,Commodity,Commodity Title,Hot Technology,In Demand",
            "35-1011.00,Chefs,Menu software,1,x,N,N",
            "35-1011.00,Chefs,Microsoft Excel,1,x,Y,Y",
        ],
        "alternate_titles": ["Code,Title,Alternate Title", "35-1011.00,Chefs,Sous Chef", "49-3023.00,Mechanics,Fitter"],
    }  # fmt: skip
    (folder / "onet").mkdir()
    for name, lines in tables.items():
        text = "\n".join(lines).replace("Code,", "O*NET-SOC Code,", 1)
        (folder / "onet" / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_posting_from_the_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_families, "FAMILIES", {"CHEF": fit_families.Family("Chef", ("35-1011.00",))})
    text = fit_families.postings(_onet(tmp_path))["CHEF"]
    assert text.startswith("Chef\n\nDirect a kitchen.\n\nResponsibilities:\n- Plan menus.\n- Check sauces.\n")
    assert text.rstrip().endswith(
        "Requirements:\n- Associate degree or vocational training\n- Able to plan menu options\n"
        "- Experience with Microsoft Excel\n- Experience with Menu software"
    )


def test_foreign_tasks_come_from_other_trades(tmp_path: Path) -> None:
    tasks = foreign_tasks(_onet(tmp_path))
    assert set(tasks(["Sous Chefs"])) == {"Change tires."}
    assert set(tasks(["Pastry chef"])) == {"Change tires."}
    assert set(tasks(["Fitter"])) == {"Check sauces.", "Plan menus."}


def test_what_a_label_states() -> None:
    assert fit_stated.stated({"location": [{"city": "Tampa"}], "work_mode": [None, "remote"]}) == ["location"]
    assert fit_stated.stated({}) == []
    assert set(fit_stated.KINDS) == {"location", "work_mode", "salary"}


def test_moves_within_a_point_hold() -> None:
    assert fit_fooling.holds("pasted", 1.0)
    assert fit_fooling.holds("pasted", -1.0)
    assert not fit_fooling.holds("pasted", 1.1)
    assert not fit_fooling.holds("filler", 1.0)
    assert fit_fooling.holds("filler", -0.9)
    assert not fit_fooling.holds("filler", None)
    assert fit_fooling.told([0.5, -2.0, None]) == {"mean": -0.75, "worst": -2.0, "refused": 1}


def test_items_go_into_the_list_of_skills() -> None:
    text = "Ada\n\n## Skills\n1. Go\n2. Rust\n\n## Experience\n- Cook (2019 - 2020)"
    assert fit_fooling.inside(text, ["SQL", "Java"]).split("\n")[3:8] == [
        "1. Go",
        "2. Rust",
        "3. SQL",
        "4. Java",
        "",
    ]
    assert fit_fooling.inside("Ada\ncooks", ["SQL"]) == "Ada\ncooks\n- SQL\n"


class _Counting:
    name, fingerprint, dimension = "fake", "fake-1", 2

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Any) -> Any:
        self.texts += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)

    def encode_tokens(self, texts: Any) -> list[TokenVectors]:
        self.texts += texts
        return [
            TokenVectors(np.ones(2, np.float32), np.ones((1, 2), np.float32), [(0, len(text))])
            for text in texts
        ]


def test_each_text_is_encoded_once() -> None:
    counting = _Counting()
    encoder = RememberingEncoder(counting)
    assert encoder.encode(["a", "bb", "a"]).tolist() == [[1, 1], [2, 1], [1, 1]]
    assert encoder.encode(["bb"]).tolist() == [[2, 1]]
    assert [found.offsets for found in encoder.encode_tokens(["a", "ccc"])] == [[(0, 1)], [(0, 3)]]
    encoder.encode_tokens(["ccc"])
    assert counting.texts == ["a", "bb", "a", "ccc"]
    encoder.forget()
    encoder.encode_tokens(["ccc"])
    assert counting.texts == ["a", "bb", "a", "ccc", "ccc"]


def test_parts_have_names_of_their_own() -> None:
    assert len(set(fit.PARTS)) == len(fit.PARTS)


def _draw(row: int, chance: float, stays: bool) -> Draw:
    return Draw(row=row, hidden="both", fit=True, away=1.0, rest=0.0, confidence=chance, stays=stays)


def test_the_calibration_error_of_all_rows_is_that_of_their_sum() -> None:
    draws = [_draw(0, 0.95, True), _draw(0, 0.95, False), _draw(1, 0.95, True), _draw(1, 0.55, True)]
    rows = fit_calibration.counts(draws, [draw.confidence for draw in draws])
    assert len(rows) == 2
    # Of four draws three say .95 and two of them stay, one says .55 and stays.
    assert fit_calibration.expected_error(rows) == pytest.approx((3 * abs(0.95 - 2 / 3) + 0.45) / 4, abs=1e-4)
    assert fit_calibration.expected_error(rows[:1]) == pytest.approx(0.45)


def _analysis(**values: float | None) -> Analysis:
    keys: tuple[ScoreKey, ...] = ("skills_match", "experience_match", "readiness", "confidence")
    scores = tuple(
        Score(key=key, value=values.get(key, 50.0), status="scored", weight=0.0, summary="", rows=())
        for key in keys
    )
    missing = tuple(
        SkillEntry(
            id=key, name=name, kind="technical", strength=0.0, source="document", job_evidence=(), resume_evidence=()
        )
        for key, name in (("sql", "SQL"), (None, "vim and vigor"))
    )  # fmt: skip
    return cast(Analysis, SimpleNamespace(scores=scores, skills=SkillMatch(missing=missing)))


def test_a_score_that_falls_is_told() -> None:
    before = _analysis()
    assert list(fit_rules.falls(before, _analysis(confidence=1.0, readiness=60.0), "used")) == []
    assert list(fit_rules.falls(before, _analysis(skills_match=49.9), "used")) == [
        "skills_match 50.0 -> 49.9"
    ]
    assert list(fit_rules.falls(before, _analysis(skills_match=None), "used")) == [
        "skills_match 50.0 -> None"
    ]
    assert list(fit_rules.falls(before, _analysis(skills_match=49.9), "years")) == []
    assert list(fit_rules.falls(before, _analysis(experience_match=49.9), "years")) != []


def test_one_thing_is_added_at_a_time() -> None:
    text = "Ada\n\n## Skills\n- Go\n\n## Experience\n- Cook (2019 - 2020)\n- Waiter (2017 - 2019)\n"
    found = {kind: after for kind, _, after in fit_rules.grown(text, _analysis())}
    assert found["listed"] == text.replace("- Go\n", "- Go\n- SQL\n") + "\n"
    assert found["used"] == text.replace("(2019 - 2020)\n", "(2019 - 2020)\n  Worked with SQL every week.\n")
    assert found["years"] == text.replace("(2019 - 2020)", "(2018 - 2020)")


def test_tricks_keep_the_resume_and_add_to_it() -> None:
    row = {"Resume-unmatched": "Ada\n\n## Skills\n- Go\n", "Job-Description": "Cook\n- Knives\n"}
    found = dict(fit_fooling.tampered(row, ["SQL", "Knives"], ["Knives"], 0))
    assert all(text.startswith("Ada\n\n## Skills\n- Go\n") for text in found.values())
    assert found["repeated"].count("Knives") == 30
    assert "expert in Knives" in found["injected"]
    assert found["pasted"].endswith("Cook\n- Knives\n")
    assert found["list_line"].endswith("Skills: SQL, Knives\n")


def test_only_the_hiding_page_hides() -> None:
    plain, hiding = (
        read_bytes(page.encode(), "a.html") for page in fit_fooling.pages("Ada\nA & B", ["Knives"])
    )
    assert (plain.text, bool(plain.hidden)) == (hiding.text, False)
    assert [found.text for found in hiding.hidden] == ["Skills: Knives"]
