"""Small folders of skills and roles, written by the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

HOURS = "hours: {beginner: 10, intermediate: 20, advanced: 40, expert: 80}"
Write = Callable[..., tuple[Path, Path]]


def skill(id: str, name: str = "", extra: str = "") -> str:
    """One entry of a skills file, four or more lines."""
    lines = [f"- id: {id}", f"  name: {name or id.title()}", "  kind: technical", f"  {HOURS}"]
    return "\n".join([*lines, *(f"  {line}" for line in extra.splitlines())]) + "\n"


def role(id: str, must: str = "", extra: str = "") -> str:
    asked = f"[{{id: {must}, level: advanced}}]" if must else "[]"
    lines = [f"id: {id}", f"title: {id.title()}", "level: mid", "family: crafts", "summary: Does it.",
             f"skills: {{must: {asked}}}", *extra.splitlines()]  # fmt: skip
    return "\n".join(lines) + "\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write({"data/a.yaml": text}, {"crafts/b.yaml": text})` -> (skills folder, roles folder)."""

    def put(skills: dict[str, str], roles: dict[str, str] | None = None) -> tuple[Path, Path]:
        for folder, files in (("skills", skills), ("roles", roles or {})):
            (tmp_path / folder).mkdir(exist_ok=True)
            for name, text in files.items():
                file = tmp_path / folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        return tmp_path / "skills", tmp_path / "roles"

    return put
