"""Which values of a resume a template prints, and how much of each date.

Nothing here knows a template or a date format. A copy of the resume is rendered in which every text is a
token of its own and every date has a year of its own: a value is printed where its token shows. Of a date the
month is printed where the words around its year change with the month, and the day likewise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

Show = Callable[[dict[str, Any]], str]
"""Renders a resume and gives the words that a reader of it sees."""
Precision = Literal["year", "month", "day"]
Path = tuple[str | int, ...]

_DATES = ("startDate", "endDate", "date", "releaseDate")
_ENDS = _DATES[1:]
_KEPT = frozenset({"network", "countryCode", "employment", "url", "website", "locale"})
"""Themes look these up or take them apart; a token would print what the real value doesn't."""
_FIRST_YEAR = 1900
_BEFORE, _AFTER, _OPEN = 12, 7, 25
_STILL = re.compile(
    r"[-–—]\s|[-–—]\Z|present|current|now|today|heute|aujourd|actual|oggi|atual|heden", re.IGNORECASE
)


@dataclass(frozen=True)
class Printed:
    """What a template shows of one resume."""

    text: str
    """The words of the real resume as rendered."""
    tokens: frozenset[tuple[Path, str]]
    """(path without list positions, value) of each text that shows."""
    dates: dict[Path, Precision] = field(default_factory=dict)
    """Full path of each date that shows."""
    still: frozenset[Path] = frozenset()
    """Full paths of starts with a sign after them that the period hasn't ended."""

    def has(self, path: Path, value: str) -> bool:
        return (_plain(path), value) in self.tokens

    def literally(self, value: str, apart_from: str = "") -> bool:
        """For names, addresses and numbers, which stand in a resume only once.

        `apart_from` is a text that holds them too: a site's name stands in the mail address.
        """
        text = _squeezed(self.text)
        if apart_from:
            text = text.replace(_squeezed(apart_from), "\n")
        return bool(value) and _squeezed(value) in text


def printed(resume: dict[str, Any], show: Show) -> Printed:
    tokens, years = _tokens(resume), _years(resume)
    text = show(_traced(resume, tokens, years))
    starts = show(_traced(resume, tokens, years, start_month="10"))
    ends = show(_traced(resume, tokens, years, end_month="10"))
    days = show(_traced(resume, tokens, years, day="17"))
    folded = text.casefold()
    dates: dict[Path, Precision] = {}
    for path, year in years.items():
        precision = _precision(year, text, ends if path[-1] in _ENDS else starts, days)
        if precision:
            dates[path] = precision
    return Printed(
        text=show(resume),
        tokens=frozenset(key for key, token in tokens.items() if token.casefold() in folded),
        dates=dates,
        still=frozenset(path for path in dates if _is_still(years[path], text)),
    )


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """(path, text) of each text in a resume."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from leaves(inner, (*path, position))


def _tokens(resume: dict[str, Any]) -> dict[tuple[Path, str], str]:
    """Equal values at equal places have equal tokens: some themes put two jobs of one employer together."""
    keys = dict.fromkeys((_plain(path), text) for path, text in leaves(resume) if _is_token(path) and text)
    return {key: _token(number) for number, key in enumerate(keys)}


def _is_token(path: Path) -> bool:
    return path[-1] not in _KEPT and path[-1] not in _DATES


def _token(number: int) -> str:
    letters = [chr(ord("a") + number // 26**place % 26) for place in (2, 1, 0)]
    return f"Zq{''.join(letters)}x"


def _years(resume: dict[str, Any]) -> dict[Path, int]:
    paths = [path for path, text in leaves(resume) if path[-1] in _DATES and text]
    return {path: _FIRST_YEAR + number for number, path in enumerate(paths)}


def _traced(
    resume: dict[str, Any],
    tokens: dict[tuple[Path, str], str],
    years: dict[Path, int],
    *,
    start_month: str = "03",
    end_month: str = "03",
    day: str = "05",
) -> dict[str, Any]:
    def replaced(value: Any, path: Path) -> Any:
        if isinstance(value, dict):
            return {key: replaced(inner, (*path, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [replaced(inner, (*path, position)) for position, inner in enumerate(value)]
        if path in years:
            month = end_month if path[-1] in _ENDS else start_month
            return "-".join((str(years[path]), month, day)[: value.count("-") + 1])
        return tokens.get((_plain(path), value), value)

    result = replaced(resume, ())
    assert isinstance(result, dict)
    return result


def _precision(year: int, text: str, other_month: str, other_day: str) -> Precision | None:
    around = _around(year, text)
    if not around:
        return None
    if around != _around(year, other_day):
        return "day"
    return "month" if around != _around(year, other_month) else "year"


def _around(year: int, text: str) -> list[str]:
    return [
        text[max(0, match.start() - _BEFORE) : match.end() + _AFTER]
        for match in re.finditer(rf"(?<!\d){year}", text)
    ]


def _is_still(year: int, text: str) -> bool:
    """Whether a sign follows the year before the next date does."""
    found = re.search(rf"(?<!\d){year}(?:-\d\d)*(.{{0,{_OPEN}}})", text, re.DOTALL)
    return found is not None and _STILL.search(re.split(r"(?<!\d)19\d\d", found[1])[0]) is not None


def _plain(path: Path) -> Path:
    return tuple(part for part in path if isinstance(part, str))


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
