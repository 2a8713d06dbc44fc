"""The tables of words in `plan/data/`: for kinds of skills, for families, and for the steps of learning."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from careercraft.model.plan import TaskKind

FOLDER = Path(__file__).parent / "data"
GENERAL, CAREFUL = "general", "careful"
Lines = Mapping[str, str]
"""Templates by key."""
_LIKE = {"domain": "technical"}
"""Whose steps a kind of skill has where it has none of its own."""


class Step(NamedTuple):
    topic: str
    """As a title ends."""
    check: str
    """After "You can"."""


class Words(dict[str, str]):
    """Templates filled in when they are asked for, from each other and from what was put in. What stands in a name is
    never taken for a template."""

    def __init__(self, templates: Lines) -> None:
        self.templates = templates

    def __missing__(self, key: str) -> str:
        self[key] = filled = self.templates[key].format_map(self)
        return filled


@cache
def table(name: str) -> Mapping[str, Lines]:
    """A file of `plan/data/` as sections of templates: `[section]`, `key = template`, indented where one goes on."""
    found: dict[str, dict[str, str]] = {}
    lines: dict[str, str] = {}
    key = ""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), {})
        elif line.startswith(" "):
            lines[key] += f" {line.strip()}"
        else:
            key, _, template = line.partition(" = ")
            lines[key] = template
    return found


def family(name: str) -> Lines:
    """The words of a family of the taxonomy; the general ones for a family that has none of its own."""
    found = table("families")
    return found.get(name, found[GENERAL])


def kind_words(name: str) -> Lines:
    """Of a kind of skill; `certification by study` is a certification with some lines of its own. What a kind leaves
    out, the family says."""
    found = table("kinds")
    return {**found[name.partition(" by ")[0]], **found[name]}


def steps(kind_of_skill: str, kind: TaskKind, when: str) -> tuple[Step, ...]:
    """Of a level, or of `start`, `review` or `whole`; none where there is nothing to say."""
    found = table("steps")
    base = kind_of_skill.partition(" by ")[0]
    sections = (f"{one} {kind} {when}" for one in (kind_of_skill, base, _LIKE.get(base)))
    words = next((found[section] for section in sections if section in found), {})
    return tuple(Step(topic, check) for topic, check in words.items())
