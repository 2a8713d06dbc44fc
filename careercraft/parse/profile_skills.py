"""The skills of a profile, one by one, though JSON Resume keeps them in groups; and where each was shown.

The level stands in the standard's `level`, the years in `years` beside it (as `parse.json_resume` reads them), where a
skill was shown in `meta.careercraft.shown` by its name.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from careercraft.errors import UsageError
from careercraft.model.resume import PROFICIENCY_ORDER
from careercraft.parse.profile_entries import entries, position
from careercraft.parse.profile_text import OWN, Item

_MOST_YEARS = 60


class Listed(NamedTuple):
    """One skill: in which entry of `skills`, and which of its keywords (None where the entry itself is the skill)."""

    entry: int
    keyword: int | None
    name: str
    group: str
    level: str
    """As it stands, in the person's words."""
    years: str


def listed_skills(payload: Item) -> list[Listed]:
    """In their order, which is how they are numbered."""
    found: list[Listed] = []
    for index, entry in enumerate(entries(payload, "skills")):
        if not isinstance(entry, dict):
            found.append(Listed(index, None, _words(entry), "", "", ""))
            continue
        name, level, years = (_words(entry.get(key)) for key in ("name", "level", "years"))
        keywords = entry.get("keywords")
        if isinstance(keywords, list) and keywords:
            found += [
                Listed(index, place, _words(word), name, level, years) for place, word in enumerate(keywords)
            ]
        else:
            found.append(Listed(index, None, name, "", level, years))
    return [one for one in found if one.name]


def checked_level(level: str | None) -> str | None:
    """Raises UsageError for what is none of the four."""
    word = level.strip().lower() if level else level
    if word and word not in PROFICIENCY_ORDER:
        raise UsageError(f"{level!r} is no level", f"one of {', '.join(PROFICIENCY_ORDER)}")
    return word


def checked_years(years: float | None) -> float | None:
    """Raises UsageError."""
    if years is not None and not (math.isfinite(years) and 0 <= years <= _MOST_YEARS):
        raise UsageError(f"{years:g} years can't be", f"a number from 0 to {_MOST_YEARS}")
    return years


def skill_added(
    payload: Item, name: str, level: str | None, years: float | None, shown: Sequence[str]
) -> Item:
    """With this skill at the end. Raises UsageError for an empty name and for one that is there already."""
    _check_new(payload, name)
    values = {"name": name, "level": checked_level(level) or None, "years": _number(checked_years(years))}
    entry = {key: value for key, value in values.items() if value is not None}
    new = {**payload, "skills": [*entries(payload, "skills"), entry]}
    return _with_shown(new, name, shown) if shown else new


def skill_edited(
    payload: Item,
    number: int,
    *,
    name: str | None,
    level: str | None,
    years: float | None,
    shown: Sequence[str] | None,
) -> Item:
    """With what is given in place of what was. Of a group only this skill changes. Raises UsageError."""
    if name is None and level is None and years is None and shown is None:
        raise UsageError("nothing is said that should change", "as in --level advanced")
    one = _at(payload, number)
    if name is not None and name.casefold() != one.name.casefold():
        _check_new(payload, name)
    told: Item = {}
    if level is not None:
        told["level"] = checked_level(level)
    if years is not None:
        told["years"] = _number(checked_years(years))
    new = payload
    if told or name is not None:
        new = _replaced(payload, one, one.name if name is None else name, told)
    if name is not None and name != one.name:
        where = shown_of(new, one.name)
        new = _with_shown(_with_shown(new, one.name, ()), name, where)
    return new if shown is None else _with_shown(new, name or one.name, shown)


def with_told(payload: Item, number: int, told: Item) -> Item:
    """The skill of this number with this level and these years, in whatever words; those that are None stay."""
    one = _at(payload, number)
    return _replaced(payload, one, one.name, {key: value for key, value in told.items() if value is not None})


def skill_removed(payload: Item, number: int) -> tuple[Item, str]:
    """Without this skill, and its name. Raises UsageError."""
    one = _at(payload, number)
    found = list(entries(payload, "skills"))
    if one.keyword is None or len(found[one.entry]["keywords"]) == 1:
        del found[one.entry]
    else:
        words = found[one.entry]["keywords"]
        found[one.entry] = {
            **found[one.entry],
            "keywords": [*words[: one.keyword], *words[one.keyword + 1 :]],
        }
    return _with_shown({**payload, "skills": found}, one.name, ()), one.name


def shown_of(payload: Item, name: str) -> tuple[str, ...]:
    """Where this skill was shown, as the person said it or as it was found in their resume."""
    where = _shown(payload).get(name)
    return tuple(_words(one) for one in where) if isinstance(where, list) else ()


def with_all_shown(payload: Item, shown: Mapping[str, Sequence[str]]) -> Item:
    """With these places beside those that are told already."""
    for name, where in shown.items():
        if where and isinstance(where, list | tuple) and not shown_of(payload, name):
            payload = _with_shown(payload, name, where)
    return payload


def places_of(payload: Item) -> list[str]:
    """What a skill may have been shown in: "Data Engineer at Northwind" of each position, the name of each project."""
    jobs = (*entries(payload, "work"), *entries(payload, "volunteer"))
    found = [place_name(entry) for entry in jobs if isinstance(entry, dict)]
    found += [_words(one.get("name")) for one in entries(payload, "projects") if isinstance(one, dict)]
    return [place for place in found if place]


def place_name(entry: Item) -> str:
    title = _words(entry.get("position"))
    employer = _words(entry.get("name") or entry.get("organization") or entry.get("company"))
    return f"{title} at {employer}" if title and employer else title or employer


def _at(payload: Item, number: int) -> Listed:
    found = listed_skills(payload)
    return found[position(number, len(found), "skill")]


def _check_new(payload: Item, name: str) -> None:
    if not name.strip():
        raise UsageError("a skill needs a name", "as in: profile skills add Kubernetes --level intermediate")
    for number, one in enumerate(listed_skills(payload), start=1):
        if one.name.casefold() == name.casefold():
            raise UsageError(
                f"{one.name} is in the profile already, as skill {number}",
                f"change it with `careercraft profile skills edit {number}`",
            )


def _replaced(payload: Item, one: Listed, name: str, told: Item) -> Item:
    """A skill of a group that gets a level of its own is cut out of it; the groups around keep its name."""
    found = list(entries(payload, "skills"))
    entry = found[one.entry]
    if one.keyword is None:
        before = entry if isinstance(entry, dict) else {}
        found[one.entry] = _but_empty({**before, "name": name, **told})
        return {**payload, "skills": found}
    words = list(entry["keywords"])
    words[one.keyword] = name
    if not told or len(words) == 1:
        found[one.entry] = _but_empty({**entry, **told, "keywords": words})
        return {**payload, "skills": found}
    parts = (words[: one.keyword], words[one.keyword : one.keyword + 1], words[one.keyword + 1 :])
    groups = [
        _but_empty({**entry, **(told if place == 1 else {}), "keywords": part})
        for place, part in enumerate(parts)
        if part
    ]
    found[one.entry : one.entry + 1] = groups
    return {**payload, "skills": found}


def _but_empty(entry: Item) -> Item:
    return {
        key: value for key, value in entry.items() if key not in ("level", "years") or value not in ("", None)
    }


def _shown(payload: Item) -> Item:
    found = own_part(payload).get("shown")
    return found if isinstance(found, dict) else {}


def own_part(payload: Item) -> Item:
    """What stands under `meta.careercraft`."""
    meta = payload.get("meta")
    found = meta.get(OWN) if isinstance(meta, dict) else None
    return found if isinstance(found, dict) else {}


def with_own(payload: Item, key: str, value: Any) -> Item:
    """With `meta.careercraft.key`, or without it where the value is empty."""
    own = {**own_part(payload), key: value}
    if not value:
        del own[key]
    meta = payload.get("meta")
    meta = {**(meta if isinstance(meta, dict) else {}), OWN: own}
    if not own:
        del meta[OWN]
    if not meta and "meta" not in payload:
        return payload
    return (
        {**payload, "meta": meta}
        if meta
        else {name: part for name, part in payload.items() if name != "meta"}
    )


def _with_shown(payload: Item, name: str, where: Sequence[str]) -> Item:
    kept = {key: value for key, value in _shown(payload).items() if key != name}
    places = list(dict.fromkeys(filter(None, map(_words, where))))
    return with_own(payload, "shown", {**kept, name: places} if places else kept)


def _number(years: float | None) -> float | int | None:
    return years if years is None or years % 1 else int(years)


def _words(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) and value is not True else ""
