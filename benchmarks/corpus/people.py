"""The made-up people: JSON Resumes (schema 1.0.0) kept as files."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
PEOPLE = FOLDER / "people"
HELD_OUT = (FOLDER / "held_out", FOLDER / "held_out_2", FOLDER / "held_out_3")
"""All three are opened; the third was when the parser had been frozen and measured on it."""
FURTHER = FOLDER / "further"
"""Made for development: names, degrees, leaves and towns as other countries write them."""
SECTIONS = (
    "work", "education", "volunteer", "projects", "certificates", "awards", "publications", "skills",
    "languages", "interests", "references",
)  # fmt: skip


def load(folder: Path = PEOPLE) -> dict[str, dict[str, Any]]:
    """Resumes by the name of their file. Sections and lists that a resume leaves out are empty."""
    return {path.stem: _filled(json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json"))}


def _filled(resume: dict[str, Any]) -> dict[str, Any]:
    return {**resume, **{section: resume.get(section, []) for section in SECTIONS}}


def for_themes(resume: dict[str, Any]) -> dict[str, Any]:
    """With the names of the schema before 1.0.0 beside today's, for the themes that know only those.

    What is empty is left out: some themes print its heading all the same.
    """
    shown = {key: value for key, value in copy.deepcopy(resume).items() if value}
    shown["basics"] = {key: value for key, value in shown["basics"].items() if value or value == []}
    entries = [entry for section in SECTIONS for entry in shown.get(section, ())]
    for entry in (shown["basics"], *entries):
        if entry.get("url"):
            entry["website"] = entry["url"]
    for entry in shown.get("work", ()):
        entry["company"] = entry["name"]
    for entry in shown.get("education", ()):
        entry["gpa"] = entry.get("score", "")
    return shown
