"""What the person says of themselves beside the resume: the settings `wishes.*`, read and checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from careercraft.errors import ConfigError
from careercraft.match.money import Pay, WishError, read_currency, read_pay, read_rate
from careercraft.match.permits import Permit, read_permit
from careercraft.parse.places import Place, find_place, town_country
from careercraft.settings import Wishes

_NOT = re.compile(r"^(?:-|not\s|no\s)\s*", re.IGNORECASE)
Read = TypeVar("Read")


class ValueWish(NamedTuple):
    """A value or way of working that the person wants, or plainly doesn't."""

    words: str
    wanted: bool


class Home(NamedTuple):
    """Where the person lives or wants to live."""

    place: Place
    words: str


class Profile(NamedTuple):
    homes: tuple[Home, ...] = ()
    """Each as good as the others; the one nearest to the job counts."""
    pay: Pay | None = None
    rates: Mapping[str, float] = {}
    remote: bool | None = None
    relocate: bool | None = None
    permits: tuple[Permit, ...] = ()
    values: tuple[ValueWish, ...] = ()


def read_profile(wishes: Wishes) -> Profile:
    """Raises ConfigError that names the setting with the mistake."""
    return Profile(
        homes=_setting("location", wishes.location, read_homes) if wishes.location.strip() else (),
        pay=_pay(wishes),
        rates=dict(
            _setting("rates", f"{name}={rate}", read_rate) for name, rate in sorted(wishes.rates.items())
        ),
        remote=wishes.remote,
        relocate=wishes.relocate,
        permits=tuple(
            _setting("work_authorization", name, read_permit) for name in wishes.work_authorization
        ),
        values=tuple(_setting("values", words, read_value) for words in wishes.values),
    )


def read_homes(text: str) -> tuple[Home, ...]:
    """Places with semicolons between them, as "Lyon, France; Geneva". Raises WishError."""
    parts = [part for part in (" ".join(words.split()) for words in text.split(";")) if part]
    return tuple(Home(read_home(part), part) for part in parts or [text])


def read_home(text: str) -> Place:
    """A town, region or country that is known. Raises WishError."""
    words = " ".join(text.split())
    known = town_country(words)
    place = find_place(words) or (Place(0, len(words), words, *known) if known else None)
    if place is None or not (place.city or place.country):
        raise WishError(
            f"{text!r} is no place known here", 'add the state or country, as "Gouda, Netherlands"'
        )
    return place


def read_value(text: str) -> ValueWish:
    """ "autonomy", "-overtime", "no weekend work". Raises WishError."""
    words = " ".join(text.split())
    bare = _NOT.sub("", words)
    if not re.search(r"[^\W\d_]{2}", bare):
        raise WishError(f"{text!r} is no value", 'name it in a word or two: "autonomy", "-overtime"')
    return ValueWish(bare, bare == words)


def _pay(wishes: Wishes) -> Pay | None:
    """A currency among the words of the amount goes before `wishes.currency`."""
    if not wishes.salary or str(wishes.salary).strip() in ("", "0"):
        return None
    pay = _setting("salary", str(wishes.salary), read_pay)
    if pay.currency is None and wishes.currency.strip():
        pay = pay._replace(currency=_setting("currency", wishes.currency, read_currency))
    return pay


def _setting(name: str, text: str, read: Callable[[str], Read]) -> Read:
    try:
        return read(text)
    except WishError as error:
        raise ConfigError(f"wishes.{name}: {error.reason}", error.hint) from error
