"""Which numbers an answer may hold: those of the analysis, of its roadmap and of what was tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from careercraft.chat.scene import Desk
from careercraft.match.money import PERIODS_A_YEAR
from careercraft.score.formulas import FORMULAS

_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")
_CITED = re.compile(r"\[\d+\]")
_ADDRESS = re.compile(r"<https?://[^>]*>")
_SCALES = {"1", "100", *(f"{parts:,.0f}" for parts in PERIODS_A_YEAR.values())}
"""Of a share, of a score, and of pay by the hour or the month in a year."""


def numbers_in(text: str) -> set[str]:
    """As written, without those of citations and web addresses."""
    return set(_NUMBER.findall(_ADDRESS.sub("", _CITED.sub("", text.replace("\\", "")))))


def allowed(desk: Desk, question: str = "", also: Iterable[Any] = ()) -> set[str]:
    """Every way to write every number that stands in the analysis, in its usual plan, and in `also`."""
    found = {*_SCALES, *numbers_in(question)}
    for value in (desk.analysis, desk.plan(), *FORMULAS.values(), *also):
        found |= written(value)
    return found


def written(value: object) -> set[str]:
    """Every way to write every number in a value."""
    return set(_written(msgspec.to_builtins(value)))


def _written(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _written(key)
            yield from _written(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _written(item)
    elif isinstance(value, str):
        yield from numbers_in(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        for decimals in range(4):
            text = f"{abs(value):.{decimals}f}"
            yield from (text, f"{abs(value):,.{decimals}f}")
            if "." in text:
                yield text.rstrip("0").rstrip(".")
