"""Documents in another language than English: names and aliases count, and the encoder is never asked."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec import structs

from careercraft.api import Workbench
from careercraft.match.linker import Linker
from careercraft.match.titles import TitleComparer
from careercraft.model.analysis import Analysis
from careercraft.pipeline import Understanding, judge, understand_job, understand_resume
from careercraft.read import read_text
from careercraft.settings import Settings
from tests.match import parts

TODAY = date(2026, 11, 20)
RESUME = """Ada Moser
ada@example.org

Berufserfahrung
Softwareentwicklerin bei der Nordwind GmbH, Januar 2019 bis Dezember 2022
- Entwicklung der Dienste mit Kotlin und JavaScript für die Kunden
- Pflege der Datenbanken und der Berichte

Ausbildung
Bachelor Informatik, Universität Bremen, 2018

Kenntnisse
JavaScriptt, Kotlin, Teamarbeit
"""
POSTING = """Java-Entwickler (m/w/d)

Ihr Profil
- Sie haben Erfahrung mit Java und mit der Programmierung von Diensten
- Sie kennen JavaScript und arbeiten gerne im Team
- Abgeschlossenes Bachelorstudium in Wirtschaftsinformatik
- Sorgfältige Fehlersuche in verteilten Anwendungen
"""


def analyze(linker: Linker, resume: str = "de", job: str = "de") -> Analysis:
    """With the languages as said, whatever the texts are in."""
    documents = [
        structs.replace(read_text(text, name), language=language)
        for text, name, language in ((RESUME, "lebenslauf.txt", resume), (POSTING, "stelle.txt", job))
    ]
    understood = Understanding(
        resume=understand_resume(documents[0], linker), job=understand_job(documents[1], linker)
    )
    return judge(understood, linker, Settings(), TODAY, parts.built_in().engine, "2026-11-20")


@pytest.mark.parametrize("languages", [("de", "de"), ("de", "en"), ("en", "de")])
def test_the_encoder_is_not_asked_when_one_side_is_in_another_language(
    bench: Workbench, languages: tuple[str, str]
) -> None:
    """Only one in English is held against the taxonomy by itself; the two aren't compared by meaning."""
    with pytest.raises(AssertionError, match="the encoder was asked"):
        analyze(parts.linker_of(bench.taxonomy), "en", "en")
    if languages == ("de", "de"):
        analyze(parts.linker_of(bench.taxonomy), *languages)
    tiers = {
        entry.tier
        for found in [analyze(bench.linker, *languages).skills]
        for entry in (*found.matched, *found.partial)
    }
    assert tiers
    assert "semantic" not in tiers


def test_a_misspelled_item_is_no_skill_in_another_language(bench: Workbench) -> None:
    """ "JavaScriptt" is a misspelling in an English list; another language may have such a word."""
    tiers = {}
    for language in ("de", "en"):
        side = understand_resume(
            structs.replace(read_text(RESUME, "lebenslauf.txt"), language=language),
            parts.linker_of(bench.taxonomy),
        )
        tiers[language] = {hit.tier for hit in side.mentions}
    assert "fuzzy" not in tiers["de"]
    assert "fuzzy" in tiers["en"]


def test_titles_in_another_language_are_compared_by_their_words(bench: Workbench) -> None:
    german = structs.replace(read_text(RESUME, "lebenslauf.txt"), language="de")
    by_words, by_meaning = TitleComparer(bench.linker, german), TitleComparer(bench.linker)
    assert by_words.likeness("Software Engineer", ["Application Programmer"]) == [0.0]
    assert by_meaning.likeness("Software Engineer", ["Application Programmer"])[0] > 0.0
    assert by_words.likeness("Krankenpfleger", ["Krankenpfleger (m/w/d)"]) == [1.0]


def test_a_language_that_is_not_covered_is_said(bench: Workbench) -> None:
    for language, said in (("pl", True), ("de", False)):
        codes = {problem.code for problem in analyze(bench.linker, language).documents.resume.problems}  # type: ignore[union-attr]
        assert ("uncovered_language" in codes) is said
        assert "other_language" in codes
