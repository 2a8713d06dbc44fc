"""A profile's JSON: read with every mistake told by its place, kept as it came, written in one way."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, NoReturn

import msgspec

from careercraft.errors import InputError
from careercraft.parse.json_resume_check import Mistake, check_syntax, raise_first
from careercraft.parse.profile_dates import PRESENT, earlier, read_date
from careercraft.read.json_text import load_json

Item = dict[str, Any]
OWN = "careercraft"
"""Under `meta`: what no field of the standard holds."""
_DATED = ("work", "volunteer", "education", "projects", "certificates", "awards", "publications")
_DATES = ("startDate", "endDate", "date", "releaseDate")
_NO_DATE = "is no date: write it as 2019-03-01, 2019-03 or 2019, and leave endDate out for the present"
EMPTY = '{\n  "basics": {}\n}\n'


def read_profile(text: str, label: str) -> Item:
    """The JSON Resume of a profile that was kept or comes from outside; unknown names are fine and stay.

    Raises InputError, under the name `label` and with line and column, for what can't be one.
    """
    payload = checked(text, label)
    raise_first(_mistakes(payload), text, label)
    return payload


def checked(text: str, label: str) -> Item:
    """As `read_profile`, its dates unread."""
    check_syntax(text, label, kept_whole=True)

    def refuse(found: str) -> NoReturn:
        raise InputError(
            f"{label}: not valid JSON: {found} is no number", "write a number, or a text in quotes"
        )

    def number(found: str) -> float:
        return value if math.isfinite(value := float(found)) else refuse(found)

    json.loads(text, parse_constant=refuse, parse_float=number)
    payload: Item = load_json(text)
    return payload


def doubts(payload: Item) -> tuple[str, ...]:
    """What `read_profile` would refuse, all of it; a resume that was read may have some, for a person to put right."""
    return tuple(f"{path} {reason}" for path, reason, _ in _mistakes(payload))


def unread_names(text: str, label: str) -> tuple[str, ...]:
    """The names at the top level that are no sections: kept, but read by no analysis."""
    return check_syntax(text, label, kept_whole=True)


def written(payload: Item) -> str:
    """Indented by two, names and their order as they are."""
    return json.dumps(payload, ensure_ascii=False, indent=2) + "\n"


def formatted(text: str) -> str:
    """The same JSON indented by two; numbers and the order of names stay as they were written."""
    try:
        return msgspec.json.format(text, indent=2) + "\n"
    except msgspec.DecodeError:  # half of a surrogate pair, which no encoding has bytes for
        return written(load_json(text))


def _mistakes(payload: Item) -> Iterator[Mistake]:
    meta = payload.get("meta")
    own = meta.get(OWN) if isinstance(meta, dict) else None
    if meta is not None and not isinstance(meta, dict):
        yield Mistake("meta", "must be an object")
    if own is not None and not isinstance(own, dict):
        yield Mistake(f"meta.{OWN}", "must be an object")
    for key in _DATED:
        for index, entry in enumerate(payload.get(key) or ()):
            if isinstance(entry, dict):
                yield from _dates(entry, f"{key}[{index}]")


def _dates(entry: Item, path: str) -> Iterator[Mistake]:
    given = {name: str(entry[name]).strip() for name in _DATES if entry.get(name) not in (None, "")}
    for name, words in given.items():
        if words and read_date(words) is None and not (name == "endDate" and words.lower() in PRESENT):
            yield Mistake(f"{path}.{name}", _NO_DATE)
    start, end = (read_date(given.get(name, "")) for name in ("startDate", "endDate"))
    if start and end and earlier(end, start):
        yield Mistake(f"{path}.endDate", "is before startDate")
