"""`parse` says by itself that it can't read a language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CallCli

POLISH = """Jan Nowak
jan@example.org

Doświadczenie
Kierownik sklepu w firmie Zielony Rynek, 2018 - 2022
- Praca z zespołem i klientami oraz opieka nad magazynem, który jest na zapleczu
- Zamówienia od dostawców i inwentaryzacja na koniec miesiąca, co nie jest łatwe, za to ważne
"""
GERMAN = """Jan Nowak
jan@example.org

Berufserfahrung
Filialleiter bei der Grünmarkt GmbH, 2018 - 2022
- Arbeit mit dem Team und den Kunden sowie die Pflege des Lagers für die Filiale
"""


@pytest.mark.parametrize("kind", ["resume", "job"])
@pytest.mark.parametrize(("text", "said"), [(POLISH, True), (GERMAN, False)])
def test_a_language_that_is_not_covered(
    call_cli: CallCli, tmp_path: Path, kind: str, text: str, said: bool
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    problems = json.loads(call_cli("parse", path, "--as", kind, "--format", "json").stdout)["problems"]
    assert ("uncovered_language" in {problem["code"] for problem in problems}) is said


def test_structured_data_has_no_headings_to_miss(call_cli: CallCli, tmp_path: Path) -> None:
    path = tmp_path / "jan.json"
    work = [
        {"name": "Zielony Rynek", "position": "Kierownik sklepu", "summary": " ".join(POLISH.split()[8:])}
    ]
    path.write_text(json.dumps({"basics": {"name": "Jan Nowak"}, "work": work}), encoding="utf-8")
    line = json.loads(call_cli("parse", path, "--format", "json").stdout)
    assert "uncovered_language" not in {problem["code"] for problem in line["problems"]}
