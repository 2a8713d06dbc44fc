"""What the checker's reasons mean, in words for people: "2 with a number that the analysis doesn't have"."""

from __future__ import annotations

from collections.abc import Mapping

_KINDS = {
    "verdict": "with another verdict",
    "number": "with a number that the analysis doesn't have",
    "skill": "with a skill that stands nowhere",
    "gap": "that says the contrary of what was found",
    "date": "with a date that stands nowhere",
    "time": "with a date of another place",
    "degree": "with a degree that stands nowhere",
    "employer": "with an employer that stands nowhere",
    "school": "with a school that stands nowhere",
    "address": "with an address that stands nowhere",
    "name": "with a name that stands nowhere",
    "quote": "with a quote that stands in no document",
    "too_long": "too long to be checked",
    "echo": "out of its own instructions",
    "again": "that was said before",
}
_OTHER = "that the analysis doesn't bear out"


def refused_for(reason: str) -> str:
    """Goes with "a sentence", whatever the reason is."""
    return _KINDS.get(reason, _OTHER)


def counted(dropped: Mapping[str, int]) -> str:
    """ "1 with another verdict, 2 with a number that the analysis doesn't have"; empty where there are none."""
    found: dict[str, int] = {}
    for reason, count in dropped.items():
        found[refused_for(reason)] = found.get(refused_for(reason), 0) + count
    return ", ".join(f"{count} {words}" for words, count in found.items())
