"""Levels that are drawn or counted rather than named: "4/5", "80 %", "●●●●○", "★★★☆☆"."""

from __future__ import annotations

import re

_FULL = "●★◆■▮⬤✦█"
_EMPTY = "○☆◇□▯◯✧░"
_OUT_OF = (5, 6, 10)
RATING = re.compile(
    rf"""
    [(\[\s:–-]*
    (?:
      (?P<part>\d{{1,2}}(?:[.,]\d)?)\s?(?:/|out\ of|von|sur|de|su|van)\s?(?P<whole>5|6|10|100)(?!\d)
    | (?P<percent>\d{{1,3}})\s?%
    | (?P<full>(?:[{_FULL}]\s?){{1,10}})(?P<empty>(?:[{_EMPTY}•◦]\s?){{0,10}})
    | (?P<none>(?:[{_EMPTY}]\s?){{2,10}})
    | [•◦]{{3,10}}                                                        # dots of which the filled can't be told
    )
    [)\]\s]*$
    """,
    re.VERBOSE,
)
"""At the end of an item; `rating` tells what it is worth."""


def rating(text: str) -> float | None:
    """0 to 1 for a rating at the end of `text`; None where there is none or it can't be told.

    A row of full signs alone is of five: "★★★" is 0.6.
    """
    match = RATING.search(text)
    if match is None:
        return None
    if match["part"]:
        return _share(float(match["part"].replace(",", ".")), float(match["whole"]))
    if match["percent"]:
        return _share(float(match["percent"]), 100.0)
    if match["full"]:
        full, empty = (len(match[name].replace(" ", "")) for name in ("full", "empty"))
        return _share(full, full + empty if empty else next(most for most in _OUT_OF if full <= most))
    return 0.0 if match["none"] else None


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 2) if 0 <= part <= whole else None
