"""JSON Resume: every value is in the text, and `fields` says where."""

from __future__ import annotations

import json
from typing import Any

from careercraft.read import read_bytes
from tests.read.conftest import texts

RESUME: dict[str, Any] = {
    "basics": {
        "name": "Jane Doe",
        "label": "Nurse",
        "email": "jane@example.org",
        "location": {"city": "Berlin", "countryCode": "DE"},
        "profiles": [{"network": "LinkedIn", "url": "https://example.org/jane"}],
        "summary": "Two lines\nof summary",
    },
    "work": [
        {
            "position": "Nurse",
            "name": "Charité",
            "startDate": "2019-03",
            "highlights": ["Led nine", "Taught\tfive"],
        },
        {"position": "Aide", "name": "Clinic", "startDate": "2015", "endDate": "2019", "team": "ICU"},
    ],
    "education": [
        {"studyType": "BSc", "area": "Nursing", "institution": "HU", "endDate": "2014", "score": 1.3}
    ],
    "skills": [{"name": "Care", "level": "Master", "keywords": ["Wounds", "Triage"]}, "Driving"],
    "languages": [{"language": "German", "fluency": "Native"}],
    "references": [{"name": "Dr. Wu", "reference": "Excellent"}],
}


def values(node: Any, path: str = "") -> dict[str, str]:
    if isinstance(node, dict):
        items = [(f"{path}.{key}" if path else key, child) for key, child in node.items()]
    elif isinstance(node, list):
        items = [(f"{path}[{index}]", child) for index, child in enumerate(node)]
    else:
        return {path: str(node)}
    return {key: value for child_path, child in items for key, value in values(child, child_path).items()}


def test_every_value_has_its_place() -> None:
    document = read_bytes(json.dumps(RESUME).encode(), "jane.json")
    found = {path: document.quote(span) for path, span in document.fields.items()}
    assert found == {path: value.replace("\t", "  ") for path, value in values(RESUME).items()}
    assert document.payload == RESUME


def test_layout() -> None:
    document = read_bytes(json.dumps(RESUME).encode(), "jane.json")
    lines = texts(document)
    assert lines[:4] == [
        "Jane Doe",
        "Nurse",
        "jane@example.org | Berlin | DE",
        "LinkedIn: https://example.org/jane",
    ]
    assert "2019-03 – present" in lines
    assert "2015 – 2019" in lines
    assert "Care (Master): Wounds, Triage" in lines
    assert [lines[number] for number, line in enumerate(document.lines) if line.bullet] == [
        "• Led nine",
        "• Taught  five",
        "• Driving",
    ]
    assert [lines[n] for n, line in enumerate(document.lines) if line.heading == 2][:2] == [
        "Summary",
        "Work Experience",
    ]


def test_odd_values_do_no_harm() -> None:
    resume: dict[str, Any] = {
        "basics": {"name": "Jane", "email": None, "phone": ["1"], "location": "Berlin"},
        "work": [None, 3, {}],
        "skills": None,
    }
    document = read_bytes(json.dumps(resume).encode(), "jane.json")
    assert "Jane" in document.text
    assert "Berlin" in document.text
