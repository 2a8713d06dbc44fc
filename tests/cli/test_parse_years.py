"""What the work of a resume adds up to, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import CallCli

RESUME = """Ada Brown
ada@example.org

Experience
Cook, Harbor Grill, Jan 2018 – Dec 2019
- Cooked fish for 100 guests a night
Barista (part-time), Corner Cafe, Jan 2019 – Dec 2020
- Made coffee for the neighbors all day long
Kitchen Intern, Blue Door, Jan 2016 – Jun 2016
- Cut vegetables and cleaned the kitchen

Education
BSc Physics, Lund University, 2010 – 2015
"""


def test_years_are_told_apart(call_cli: CallCli, tmp_path: Path) -> None:
    """Overlaps once, the intern's half year and the part-time years named, school years in none of them."""
    path = tmp_path / "ada.txt"
    path.write_text(RESUME, encoding="utf-8")
    ran = call_cli("parse", path, "--format", "json")
    assert json.loads(ran.stdout)["experience"] == {
        "total_years": 3.5,
        "internship_years": 0.5,
        "part_time_years": 2.0,
        "by_title": {"Cook": 2.0, "Barista (part-time)": 2.0, "Kitchen Intern": 0.5},
        "gaps": [{"start": "2016-07", "end": "2017-12", "months": 18}],
    }
    sheet = " ".join(call_cli("parse", path).stdout.decode().split())
    assert "years 3.5 in all, of these 0.5 internships, 2 part-time" in sheet
    assert "gap 2016-07 to 2017-12, 18 months" in sheet


def test_without_dates_there_are_no_years(call_cli: CallCli, tmp_path: Path) -> None:
    path = tmp_path / "ada.txt"
    path.write_text(RESUME.replace(", Jan 2018 – Dec 2019", "").split("Barista")[0], encoding="utf-8")
    ran = call_cli("parse", path, "--format", "json")
    assert "total_years" not in json.loads(ran.stdout)["experience"]
    assert " in all" not in call_cli("parse", path).stdout.decode()
