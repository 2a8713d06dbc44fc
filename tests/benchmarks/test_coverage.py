"""What counts as covered, and that a closed half is only counted."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from benchmarks import coverage
from careercraft.taxonomy import load_taxonomy


@pytest.fixture(scope="module")
def known() -> coverage.Known:
    return coverage.Known(load_taxonomy())


@pytest.mark.parametrize(
    ("phrase", "covered"),
    [
        ("Python", True),
        ("python programming skills", True),
        ("Python (3.x)", True),
        ("Pyhton", True),
        ("Kuberentes", True),
        ("Spring/Hibernate", True),
        ("Python zorbling", False),
        ("zorbling", False),
    ],
)
def test_covered(known: coverage.Known, phrase: str, covered: bool) -> None:
    assert known.covers(phrase) is covered


def test_two_skills_in_a_phrase_are_covered_and_not_as_a_whole(known: coverage.Known) -> None:
    assert known.covers("Python/Kubernetes")
    assert not known.covers_whole("Python/Kubernetes")
    assert known.covers_whole("Python programming skills")


def _data(folder: Path) -> Path:
    (folder / "gaps").mkdir()
    (folder / "onet").mkdir()
    rows = [
        {"Job-Description": f"posting {number}", "Skills": ["Python", f"zorb {number}"]}
        for number in range(20)
    ]
    (folder / "gaps" / "rjdb_dev.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "onet" / "technology_skills.csv").write_text(
        "Example,Hot Technology\nPython,Y\nPython,Y\nZorb,Y\nOld,N\n"
    )
    return folder


def test_shares_by_half_and_no_word_of_a_closed_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = coverage.run(_data(tmp_path), argparse.Namespace(misses=True))
    assert figures["onet_hot"]["open"] == {
        "phrases": 2,
        "covered": 0.5,
        "covered_whole": 0.5,
        "covered_as_named": 0.6667,
        "bar": 0.95,
    }
    halves = figures["rjdb"]
    assert halves["open"]["phrases"] + halves["closed"]["phrases"] == 22
    assert halves["closed"]["covered_as_named"] == 0.5
    printed = capsys.readouterr().out
    closed = [number for number in range(20) if not coverage.is_open(f"posting {number}")]
    assert "zorb" in printed
    assert closed
    assert not any(f"zorb {number}\n" in printed for number in closed)


def test_the_labels_are_hashes_and_short_phrases_in_the_right_half() -> None:
    labels = json.loads(coverage.LABELS.read_text(encoding="utf-8"))
    assert len(labels["open"]) + len(labels["closed"]) == 60
    for half in ("open", "closed"):
        for row, phrases in labels[half].items():
            assert (int(row[-1], 16) % 2 == 0) is (half == "open")
            assert all(len(phrase.split()) <= 6 for phrase in phrases)
