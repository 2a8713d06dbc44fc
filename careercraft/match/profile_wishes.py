"""The wishes of a profile: pay, places, remote work, hours, values, papers. They stand in `meta.careercraft.wishes`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from careercraft.errors import InputError
from careercraft.match.money import WishError, read_pay, read_rate
from careercraft.match.permits import read_permit
from careercraft.match.profile import read_home, read_value
from careercraft.parse.profile_skills import own_part, with_own
from careercraft.parse.profile_text import OWN, Item

MOST_HOURS = 168
LABELS: Mapping[str, str] = {
    "salary": "pay",
    "locations": "places",
    "remote": "remote work",
    "relocate": "would move",
    "hoursPerWeek": "hours of work a week",
    "studyHours": "hours of learning a week",
    "values": "values",
    "workAuthorization": "may work in",
    "rates": "rates",
}
BY_FLAG: Mapping[str, str] = {
    "salary": "salary",
    "location": "locations",
    "remote": "remote",
    "relocate": "relocate",
    "hours-per-week": "hoursPerWeek",
    "study-hours": "studyHours",
    "value": "values",
    "work-authorization": "workAuthorization",
    "rate": "rates",
}
"""The names that commands use."""
_SETTINGS = {
    "salary": "wishes.salary",
    "locations": "wishes.location",
    "remote": "wishes.remote",
    "relocate": "wishes.relocate",
    "studyHours": "plan.hours_per_week",
    "values": "wishes.values",
    "workAuthorization": "wishes.work_authorization",
    "rates": "wishes.rates",
}
"""The setting that a wish stands for. The hours of work are no setting: a posting's are told beside them."""
_LISTS: Mapping[str, Callable[[str], Any]] = {
    "locations": read_home, "values": read_value, "workAuthorization": read_permit,
}  # fmt: skip


def wishes_of(payload: Item) -> Item:
    found = own_part(payload).get("wishes")
    return found if isinstance(found, dict) else {}


def with_wishes(payload: Item, wishes: Mapping[str, Any]) -> Item:
    """With these in place of all that were; those that are None or empty are none."""
    return with_own(
        payload, "wishes", {key: value for key, value in wishes.items() if value not in (None, [], "")}
    )


def check_wishes(payload: Item, label: str) -> None:
    """Raises InputError for the first that can't be read, with its path and how to write it."""
    own = own_part(payload).get("wishes")
    if own is not None and not isinstance(own, dict):
        raise _refused(label, "", "must be an object", 'as in {"remote": true}')
    for key, value in wishes_of(payload).items():
        _check(key, value, label)


def wish_settings(payload: Item) -> dict[str, Any]:
    """The settings that these wishes stand for, by their names."""
    told = {key: value for key, value in wishes_of(payload).items() if value not in (None, "")}
    found = {_SETTINGS[key]: value for key, value in told.items() if key in _SETTINGS}
    places = found.get("wishes.location")
    if isinstance(places, list):
        found["wishes.location"] = "; ".join(places)
    return found


def wish_lines(payload: Item) -> tuple[tuple[str, str], ...]:
    """(what, value) of each that is known here, in one order."""
    wishes = wishes_of(payload)
    return tuple((name, _shown(key, wishes[key])) for key, name in LABELS.items() if key in wishes)


def _shown(key: str, value: Any) -> str:
    if isinstance(value, bool):
        if key == "remote":
            return "yes" if value else "rather not"
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{name}={rate}" for name, rate in value.items())
    if isinstance(value, list):
        return ("; " if key == "locations" else ", ").join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _check(key: str, value: Any, label: str) -> None:
    """A name that isn't known here is left alone."""
    try:
        if key in _LISTS:
            if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
                raise WishError("must be a list of texts", 'as in ["Lyon, France"]')
            for item in value:
                _LISTS[key](item)
        elif key == "salary":
            if isinstance(value, bool) or not isinstance(value, str | int | float):
                raise WishError("must be a text or a number", 'as in "65k EUR"')
            read_pay(str(value))
        elif key in ("remote", "relocate") and not isinstance(value, bool):
            raise WishError("must be true or false", "write it without quotes")
        elif key in ("hoursPerWeek", "studyHours"):
            read_hours("" if isinstance(value, bool) else str(value))
        elif key == "rates":
            if not isinstance(value, dict):
                raise WishError("must be an object", 'as in {"USD": 0.92}')
            for name, rate in value.items():
                read_rate(f"{name}={rate}")
    except WishError as error:
        raise _refused(label, f".{key}", error.reason, error.hint) from None


def read_hours(text: str) -> float:
    """Hours of a week. Raises WishError."""
    try:
        hours = float(text)
    except ValueError:
        hours = 0.0
    if not 0 < hours <= MOST_HOURS:
        raise WishError(f"{text!r} is no number of hours of a week", f"over 0, and at most {MOST_HOURS}")
    return hours


def _refused(label: str, path: str, reason: str, hint: str) -> InputError:
    return InputError(f"{label}: meta.{OWN}.wishes{path}: {reason}", hint)
