"""Plain data to `Skill` and `Role`, with every error of every entry named by file, line and key."""

from __future__ import annotations

import re
import typing
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from careercraft.model.skill import Role, Skill
from careercraft.taxonomy.source import Path_, Source

Entry = TypeVar("Entry", Skill, Role)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MSGSPEC_PATH = re.compile(r" - at `\$(?P<path>[^`]*)`$")


def skills_of(source: Source) -> list[tuple[Skill, Path_]]:
    """The valid entries with their places; what is wrong with the others goes to `source.issues`."""
    if source.data is None:
        return []
    if not isinstance(source.data, list):
        source.report((), "must be a list of skills")
        return []
    family = Path(source.file).parent.as_posix()
    found: list[tuple[Skill, Path_]] = []
    for index, data in enumerate(source.data):
        entry = _entry(source, (index,), data, Skill, family)
        if entry is not None:
            _check_hours(source, (index,), entry)
            found.append((entry, (index,)))
    return found


def role_of(source: Source) -> Role | None:
    family = Path(source.file).parent.name
    role = _entry(source, (), source.data, Role, family)
    if role is None:
        return None
    if role.id != Path(source.file).stem:
        source.report(("id",), f"is {role.id!r}, but the file is named {Path(source.file).name}")
    if role.family != family:
        source.report(("family",), f"is {role.family!r}, but the folder is {family!r}")
    return role


def _entry(source: Source, at: Path_, data: Any, kind: type[Entry], family: str) -> Entry | None:
    if not isinstance(data, dict):
        source.report(at, f"must be a mapping, not {type(data).__name__}")
        return None
    if kind is Skill:
        data = {**data, "family": family}
    before = len(source.issues)
    _check_keys(source, at, data, kind)
    if not _ID.fullmatch(str(data.get("id", ""))):
        source.report((*at, "id"), "must be lower-case words joined by hyphens")
    return msgspec.convert(data, kind) if len(source.issues) == before else None


def _check_keys(source: Source, at: Path_, data: dict[str, Any], kind: type[Entry]) -> None:
    """Each key on its own, so that one pass names every error and not only the first."""
    types = typing.get_type_hints(kind)
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for name, value in data.items():
        if name not in fields:
            source.report((*at, name), "is no known key")
            continue
        try:
            msgspec.convert(value, types[name])
        except msgspec.ValidationError as error:
            _report(source, (*at, name), error)
    for name, field in fields.items():
        if field.required and name not in data:
            source.report((*at, name), "is missing")


def _report(source: Source, at: Path_, error: msgspec.ValidationError) -> None:
    message = str(error)
    found = _MSGSPEC_PATH.search(message)
    if found:
        message = message[: found.start()]
        parts = re.findall(r"[^.\[\]]+", found["path"])
        at = (*at, *(int(part) if part.isdigit() else part for part in parts))
    source.report(at, message[0].lower() + message[1:])


def _check_hours(source: Source, at: Path_, skill: Skill) -> None:
    hours = [skill.hours.beginner, skill.hours.intermediate, skill.hours.advanced, skill.hours.expert]
    if hours[0] <= 0 or hours != sorted(hours) or len(set(hours)) < 4:
        source.report((*at, "hours"), "must be over zero and grow from beginner to expert", "hours")
    for name, share in skill.related.items():
        if not 0 < share <= 1:
            source.report((*at, "related", name), f"must be over 0 and at most 1, not {share}")
