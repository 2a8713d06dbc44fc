"""What one JSON Resume has and another hasn't: to complete a resume by a profile, and a profile by a resume."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from careercraft.parse.degrees import find_degrees, highest
from careercraft.parse.profile_dates import earlier, read_date
from careercraft.parse.profile_entries import entries
from careercraft.parse.profile_skills import listed_skills, own_part, with_all_shown, with_told
from careercraft.parse.profile_text import Item

_WORD = re.compile(r"[^\W_]+")
_NAMED: Mapping[str, tuple[str, ...]] = {
    "projects": ("name",),
    "certificates": ("name",),
    "languages": ("language", "name"),
    "awards": ("title",),
    "publications": ("name",),
    "interests": ("name",),
    "references": ("reference", "name"),
}
"""Sections whose entries are the same where one of these is."""
SkillKey = Callable[[str], Hashable]
"""Equal for names of the same skill."""


def folded(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))


def skill_words(name: str) -> str:
    """C, C++ and C# are three skills."""
    return " ".join(name.casefold().split())


def missing_from(payload: Item, other: Item, key: SkillKey = skill_words) -> Item:
    """The entries of `payload` that `other` doesn't have, section by section, each whole; sections without one are
    left out, and `basics` altogether. A skill of which `other` says neither level nor years, and `payload` does, is
    one of them."""
    found: Item = {}
    for section in ("work", "volunteer", "education", *_NAMED):
        there = entries(other, section)
        rest = [
            entry
            for entry in entries(payload, section)
            if not any(_same(section, entry, one) for one in there)
        ]
        if rest:
            found[section] = rest
    if skills := _new_skills(payload, other, key):
        found["skills"] = skills
    return found


def merged(payload: Item, more: Item) -> Item:
    """With what `more` has beside it; of `basics` only the fields that are empty. Names of neither standard nor
    program stay as `payload` has them."""
    found, lacking = dict(payload), missing_from(more, payload)
    for section in (name for name in lacking if name != "skills"):
        found[section] = [*entries(payload, section), *lacking[section]]
    for skill in lacking.get("skills", ()):
        found = _with_skill(found, skill)
    basics, others = payload.get("basics") or {}, more.get("basics") or {}
    found["basics"] = {**basics, **{name: part for name, part in others.items() if not basics.get(name)}}
    shown = own_part(more).get("shown")
    return with_all_shown(found, shown if isinstance(shown, dict) else {})


def _same(section: str, one: Any, other: Any) -> bool:
    if one == other:
        return True
    if not isinstance(one, dict) or not isinstance(other, dict):
        return folded(str(one)) == folded(str(other))
    if section in ("work", "volunteer"):
        return _same_job(one, other)
    if section == "education":
        return _same_study(one, other)
    names = [folded(_first(entry, _NAMED[section])) for entry in (one, other)]
    return bool(names[0]) and names[0] == names[1]


def _same_job(one: Item, other: Item) -> bool:
    """By employer and title, as far as both say them, and a start that may be the same."""
    pairs = [
        (_first(one, keys), _first(other, keys))
        for keys in (("name", "organization", "company"), ("position",))
    ]
    told = [pair for pair in pairs if all(pair)]
    return bool(told) and all(_alike(*pair) for pair in told) and _may_be_same_day(one, other, "startDate")


def _same_study(one: Item, other: Item) -> bool:
    """The same degree at the same school, or with the same end where one of both names no school."""
    levels = [
        highest([found.level for found in find_degrees(_first(entry, ("studyType",)))])
        for entry in (one, other)
    ]
    if levels[0] != levels[1]:
        return False
    pairs = [(_first(one, (key,)), _first(other, (key,))) for key in ("institution", "area")]
    told = [pair for pair in pairs if all(pair)]
    return bool(told) and all(_alike(*pair) for pair in told) and _may_be_same_day(one, other, "endDate")


def _alike(one: str, other: str) -> bool:
    """The words of one are among the other's: "Pinecrest Benefits" and "Pinecrest Benefits, Inc."."""
    first, second = set(folded(one).split()), set(folded(other).split())
    return first <= second or second <= first


def _may_be_same_day(one: Item, other: Item, key: str) -> bool:
    first, second = (read_date(str(entry.get(key) or "")) for entry in (one, other))
    return first is None or second is None or not (earlier(first, second) or earlier(second, first))


def _new_skills(payload: Item, other: Item, key: SkillKey) -> list[Item]:
    """One entry a skill, since those of one group may be here and there."""
    there: dict[Hashable, bool] = {}
    for one in listed_skills(other):
        there[key(one.name)] = there.get(key(one.name), False) or bool(one.level or one.years)
    found: list[Item] = []
    for one in listed_skills(payload):
        told = there.get(key(one.name))
        if told is None or (not told and (one.level or one.years)):
            parts = {"name": one.name, "level": one.level, "years": one.years and _number(one.years)}
            found.append({name: part for name, part in parts.items() if part not in ("", 0)})
    return found


def _with_skill(payload: Item, skill: Item) -> Item:
    """A skill that is there gets the level and the years that it lacks."""
    for number, one in enumerate(listed_skills(payload), start=1):
        if skill_words(one.name) == skill_words(skill["name"]):
            told: Item = {"level": skill.get("level"), "years": skill.get("years")}
            return with_told(payload, number, told)
    return {**payload, "skills": [*entries(payload, "skills"), skill]}


def _number(words: str) -> float | int | str:
    """Years as JSON Resumes of this program have them."""
    try:
        years = float(words)
    except ValueError:
        return words
    return years if years % 1 else int(years)


def _first(entry: Item, keys: tuple[str, ...]) -> str:
    return next((str(entry[key]) for key in keys if isinstance(entry.get(key), str | int | float)), "")
