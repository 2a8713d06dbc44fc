"""Figures against the bars, and the list of what was wrong."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus.outcome import Outcome
from benchmarks.corpus.report import as_json, misses, tables
from benchmarks.corpus.scored import Choice, Scored


def scored(corpus: str, right: int, wrong: int, group: str = "even") -> Scored:
    good, bad = Outcome("skills", "Go", "Go", True), Outcome("skills", "R", None, False)
    return Scored(corpus, f"a.{group}.pdf", group, (*[good] * right, *[bad] * wrong))


def bars(*documents: Scored) -> list[tuple[str, float, bool]]:
    return [(row["corpus"], row["bar"], row["met"]) for row in as_json(documents)["bars"]]


def test_a_bar_is_met_at_its_figure_and_not_under_it() -> None:
    assert bars(scored("own", 10, 0)) == [("own", 0.95, True)]
    assert bars(scored("own", 9, 1)) == [("own", 0.95, False)]  # F1 is 18 of 19


def test_held_out_documents_are_held_against_the_figures_before() -> None:
    known = scored("own", 9, 1)  # 0.9474
    assert bars(known, scored("held-out-people", 9, 2))[1] == ("held-out-people", 0.8974, True)
    assert bars(known, scored("held-out-people", 8, 2))[1] == ("held-out-people", 0.8974, False)
    assert bars(scored("held-out-people", 9, 1)) == [("held-out-people", 0.9, True)]


def test_themes_are_told_apart() -> None:
    groups = as_json([scored("own", 1, 0, "even"), scored("own", 0, 1, "flat")])["own.groups"]
    assert groups == {"even": {"skills": 1.0}, "flat": {"skills": 0.0}}
    assert any("flat" in line for line in tables([scored("own", 1, 0), scored("own", 0, 1, "flat")]))


def test_misses_name_the_document_and_each_wrong_value() -> None:
    rows = (
        Outcome("name", "Ada", "Ada", True),
        Outcome("name", "Ada", "Bob", False),
        Outcome("skills", "Go", None, False),
        Outcome("skills", None, "[x]", False),
    )
    lines = list(misses([Scored("own", "a.even.pdf", "even", rows)]))
    told = "\n".join(lines)
    assert "own/a.even.pdf" in told
    assert "~ name" in told
    assert "'Ada'" in told
    assert "'Bob'" in told
    assert "- skills                   'Go'" in told
    assert "+ skills                   '[x]'" in told
    assert "(1 missed, 1 extra, 0 other)" in told
    assert not any("skills" in line for line in misses([Scored("own", "a", "even", rows)], "name"))
    assert list(misses([Scored("own", "a", "even", rows[:1])])) == []


def test_documents_are_chosen_by_corpus_or_by_name() -> None:
    path = Path("nurse.even.pdf")
    assert Choice(only="own/*.even.pdf").takes("own", path)
    assert Choice(only="nurse.*").takes("own", path)
    assert not Choice(only="own-docx/*").takes("own", path)
    assert Choice().takes("own", path)


def test_an_unreadable_document_is_a_failure_and_no_end(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    resume, failure = Choice().parse(broken)
    assert failure is not None
    assert not failure.right
    assert resume.work == ()
