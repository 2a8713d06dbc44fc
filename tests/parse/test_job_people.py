"""What a posting asks of a person beside skills: spoken languages, licences and certificates."""

from __future__ import annotations

import pytest

from careercraft.model.job import Job
from careercraft.parse.job import parse_job
from careercraft.read import read_text


def parse(line: str) -> Job:
    text = f"Clerk\n\nRequirements\n- Experience with spreadsheets\n- {line}\n- Patience with people\n"
    return parse_job(read_text(text, "job.txt"))


@pytest.mark.parametrize(
    ("line", "languages"),
    [
        (
            "Fluent in English and Spanish",
            [("English", "Fluent", None, "must"), ("Spanish", "Fluent", None, "must")],
        ),
        (
            "English (B2), German (native)",
            [("English", None, "B2", "must"), ("German", "native", None, "must")],
        ),
        ("Bilingual Spanish preferred", [("Spanish", "Bilingual", None, "preferred")]),
        ("Native-level Mandarin speaker", [("Mandarin", "Native-level", None, "must")]),
        (
            "Sehr gute Deutsch- und gute Englischkenntnisse",
            [("German", "Sehr gute", None, "must"), ("English", "gute", None, "must")],
        ),
        (
            "Verhandlungssicheres Deutsch in Wort und Schrift, Englisch von Vorteil",
            [("German", "Verhandlungssicheres", None, "must"), ("English", None, None, "nice")],
        ),
        (
            "Anglais courant exigé, l'allemand serait un plus",
            [("English", "courant", None, "must"), ("German", None, None, "nice")],
        ),
        ("Inglés avanzado (C1)", [("English", "avanzado", "C1", "must")]),
        (
            "Inglês fluente; espanhol desejável",
            [("English", "fluente", None, "must"), ("Spanish", None, None, "preferred")],
        ),
        ("Ottima conoscenza della lingua inglese", [("English", "Ottima", None, "must")]),
        ("Uitstekende beheersing van de Nederlandse taal", [("Dutch", "Uitstekende", None, "must")]),
        ("Bachelor's degree in English or Journalism", []),
        ("Experience with the German market", []),
        ("Ability to polish documents", []),
        ("Research on non-English language data", []),
        ("Strong programming language skills in Go and Swift", []),
    ],
)
def test_languages(line: str, languages: list[tuple[str, str | None, str | None, str]]) -> None:
    # The German line with "von Vorteil" and its like are cut into two statements: the fluency isn't handed on.
    found = [(ask.language, ask.fluency, ask.cefr, ask.importance) for ask in parse(line).languages]
    assert found == languages


def test_languages_under_their_heading() -> None:
    text = "Clerk\n\nRequirements\n- Spreadsheets\n\nLanguages\n- English\n- German\n"
    assert [ask.language for ask in parse_job(read_text(text, "job.txt")).languages] == ["English", "German"]


@pytest.mark.parametrize(
    ("line", "credentials"),
    [
        ("Valid driver's license required", [("driver's license", "must", True)]),
        ("CPA or CFA preferred", [("CPA", "preferred", False), ("CFA", "preferred", False)]),
        ("Must hold an active RN license in the state of Ohio", [("RN license", "must", True)]),
        ("PMP certification is a plus", [("PMP certification", "nice", False)]),
        (
            "BLS and ACLS certification required",
            [("BLS", "must", True), ("ACLS certification", "must", True)],
        ),
        ("Licensed electrician with 5 years of experience", [("Licensed electrician", "must", False)]),
        ("AWS Certified Solutions Architect", [("AWS Certified Solutions Architect", "must", False)]),
        ("Certification in Microsoft Excel", [("Certification in Microsoft Excel", "must", False)]),
        ("Führerschein Klasse B", [("Führerschein Klasse B", "must", False)]),
        ("Carnet B", [("Carnet B", "must", False)]),
        ("Licencia de conducir vigente", [("Licencia de conducir", "must", False)]),
        ("Permis B exigé", [("Permis B", "must", True)]),
        ("Carnet de conducir B", [("Carnet de conducir B", "must", False)]),
        ("Patente di guida B", [("Patente di guida B", "must", False)]),
        ("Rijbewijs B vereist", [("Rijbewijs B", "must", True)]),
        ("Relevant certifications are a plus", []),
        ("Knowledge of software licenses and ISO certification", []),
        ("Certainty in judgment", []),
    ],
)
def test_credentials(line: str, credentials: list[tuple[str, str, bool]]) -> None:
    assert [(ask.name, ask.importance, ask.hard) for ask in parse(line).credentials] == credentials
