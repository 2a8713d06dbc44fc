"""The measures of the linking suite, on cases counted by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.gaps import as_prose
from benchmarks.intervals import difference, interval, ratio_interval
from benchmarks.linking import labels_linker, linked, mrr, read_annotations, rp, weighted
from benchmarks.pairs import f1 as gaps_f1
from benchmarks.skillspan import calibration, f1, posting_of, span_counts


def test_r_precision_and_reciprocal_rank() -> None:
    order = np.array([4, 2, 9, 7, 5, 1])
    assert rp(order, {2, 1}) == 0.5
    assert rp(order, set(range(10, 20)) | {4}) == pytest.approx(1 / 5)
    assert mrr(order, {9, 1}) == pytest.approx(1 / 3)
    assert mrr(order, {100}) == 0


def test_annotations_without_a_label_are_dropped(tmp_path: Path) -> None:
    file = tmp_path / "set.csv"
    file.write_text(
        "sentence,span,sub_span,label\n"
        "a b,a,,Alpha\na b,b,part,Beta\na b,b,,LABEL NOT PRESENT\nc,c,,UNDERSPECIFIED\nd,d,,Elsewhere\n"
    )
    sentences, spans = read_annotations(file, {"alpha": 0, "beta": 1})
    assert sentences == {"a b": {0, 1}}
    assert spans == [("a", 0), ("part", 1)]


@pytest.fixture(scope="module")
def linker(tmp_path_factory: pytest.TempPathFactory) -> object:
    file = tmp_path_factory.mktemp("labels") / "labels.txt"
    file.write_text("Kubernetes\nPython\nteam leadership\n")
    return labels_linker(file)


def test_relaxed_spans() -> None:
    row = {
        "tokens": ["Knows", "Python", "3", "and", "SQL", ",", "team", "leadership", ",", "Kubernetes"],
        "tags_knowledge": ["O", "B", "I", "O", "B", "O", "O", "O", "O", "O"],
        "tags_skill": ["O", "O", "O", "O", "O", "O", "B", "I", "O", "O"],
    }
    posting = posting_of([row, row])
    text = posting.text
    assert text.count("\n") == 1
    assert [text[start:end] for start, end in posting.knowledge] == ["Python 3", "SQL"] * 2
    assert [text[start:end] for start, end in posting.skill] == ["team leadership"] * 2
    # Of four knowledge spans one is met; Kubernetes is a false hit, the leadership is a skill and doesn't count.
    hits = [(text.index(word), text.index(word) + 3) for word in ("Python", "leadership", "Kubernetes")]
    assert span_counts(posting, hits) == (4, 1, 2, 1)
    assert f1([(2, 1, 2, 1), (2, 2, 2, 2)]) == 0.75


def test_calibration() -> None:
    pairs = [(0.25, True), (0.25, False), (0.25, False), (0.25, False), (0.95, True), (0.95, False)]
    found = calibration(pairs)
    assert found["reliability"] == ["0.25: 0.25 (4)", "0.95: 0.50 (2)"]
    assert found["calibration_error"] == 0.15
    assert calibration([(1.0, True)])["calibration_error"] == 0


def test_a_tag_leads_to_its_skill(linker: object) -> None:
    assert linked("Kuberentes", linker) == linked("kubernetes", linker) == "kubernetes"  # type: ignore[arg-type]
    assert linked("rust", linker) is None  # type: ignore[arg-type]
    assert weighted([(30, 30), (0, 10)]) == 0.75


def test_intervals_are_the_same_each_time_and_hold_the_mean() -> None:
    values = [0.0, 1.0] * 50
    low, high = map(float, interval(values, 2).split(" to "))
    assert 0.35 < low < 0.5 < high < 0.65
    assert interval(values, 2) == interval(values, 2)
    assert difference(values, values, 1) == "+0.0 (0.0 to 0.0)"
    assert difference([1.0] * 9, [0.0] * 9, 1).startswith("+1.0 (1.0")
    assert ratio_interval([(1, 2)] * 10, weighted) == "0.500 to 0.500"


def test_prose_has_no_headings_and_no_lists() -> None:
    text = "# Posting\n\nRequirements:\n- Python\n- 3 years of SQL.\n\nSkills: Docker, Git\nWe bake bread. Join: now!\n"
    assert as_prose(text) == "Python; 3 years of SQL.\n\nDocker, Git\nWe bake bread. Join: now!"


def test_names_of_sections_go_and_positions_stay() -> None:
    text = "Experience\n### Baker (2016 - 2019)\n**Cook (2014 - 2016)**:\nStews.\n- 2012 - 2014: Waiter\n- Can: Pan\n"
    assert as_prose(text) == "Baker (2016 - 2019)\nCook (2014 - 2016):\nStews.\n2012 - 2014: Waiter; Pan."


def test_gaps_f1() -> None:
    assert gaps_f1([(3, 1, 0), (0, 0, 1)]) == 0.75
