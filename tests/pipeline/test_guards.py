"""Guards on what a document may count for; each has a case beside it that would pass without the guard."""

from __future__ import annotations

from msgspec import structs

from careercraft.api import Workbench
from careercraft.match.pieces import pieces
from careercraft.model.analysis import Documents

RESUME = """Ada Moss
ada@example.org

Summary
{summary}

Experience
Data Analyst, Tidewater Transit, Jan 2019 - Dec 2022
- Built weekly reports in SQL for the operations team

Education
BSc Statistics, Olympic Coast University, 2018
"""
GERMAN = """Pflegefachkraft (m/w/d)

Ihre Aufgaben
- Pflege und Betreuung der Patienten auf der Station
- Dokumentation der Pflege und Zusammenarbeit mit den Ärzten

Ihr Profil
- Abgeschlossene Ausbildung als Pflegefachkraft
- Sie haben Erfahrung mit SAP und arbeiten gerne im Team
"""
POSTING = """Data Analyst

Requirements
- 2 years of experience as a data analyst
- SQL and Python
- Clear written communication with the team
"""


def texts_of_pieces(bench: Workbench, summary: str) -> str:
    side = bench.resume(bench.read(RESUME.format(summary=summary).encode(), "resume.txt"))
    return " | ".join(side.document.quote(span) for span in pieces(side.resume, side.document))


def test_a_wish_is_not_searched_for_what_it_means(bench: Workbench) -> None:
    assert "intensive care" in texts_of_pieces(bench, "Worked in intensive care for a year with patients.")
    assert "intensive care" not in texts_of_pieces(
        bench, "Looking to move into intensive care with patients."
    )


def test_a_name_does_not_run_over_list_items(bench: Workbench) -> None:
    def found(text: str) -> set[str]:
        return {hit.skill_id for hit in bench.linker.surface.find(text)}

    assert "machine-learning" in found("- We use machine\n  learning every day")
    assert "machine-learning" not in found("- We repair every machine\n- learning is part of the day")


def test_another_language_is_said(bench: Workbench) -> None:
    resume = bench.resume(bench.read(RESUME.format(summary="Analyst of the bus network.").encode(), "r.txt"))
    for language, text in (("de", GERMAN), ("en", POSTING)):
        analysis = bench.analyze(resume, bench.job(bench.read(text.encode(), "job.txt")))
        assert isinstance(analysis.documents, Documents)
        assert analysis.documents.job.language == language
        codes = [problem.code for problem in analysis.documents.job.problems]
        assert ("other_language" in codes) == (language == "de")


def test_another_language_halves_the_quality(bench: Workbench) -> None:
    """The same posting, once taken for German."""
    resume = bench.resume(bench.read(RESUME.format(summary="Analyst of the bus network.").encode(), "r.txt"))
    document = bench.read(POSTING.encode(), "job.txt")
    known, foreign = (
        bench.analyze(resume, bench.job(structs.replace(document, language=language))).facts.job_quality
        for language in ("en", "de")
    )
    assert foreign == round(known / 2, 2)


def test_a_wish_says_which_role_it_was_taken_for(bench: Workbench) -> None:
    side = bench.described_job("I want to bake bread in my own shop")
    (note,) = [problem for problem in side.job.problems if problem.code == "described"]
    assert "baker" in note.message
    assert "--role" in note.message
