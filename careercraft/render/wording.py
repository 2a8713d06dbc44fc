"""How numbers, levels and words of a document are put for people. The same for all formats but JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

SCORE_NAMES = {
    "skills_match": "Skills match",
    "experience_match": "Experience match",
    "education_match": "Education match",
    "culture_fit": "Culture fit",
    "location_match": "Location match",
    "salary_match": "Salary match",
    "technical_skills": "Technical skills",
    "soft_skills": "Soft skills",
    "domain_knowledge": "Domain knowledge",
    "readiness": "Readiness",
    "confidence": "Confidence",
}
OWN_WORDS = "your profile"
"""In place of a page, where what is quoted stands in no file."""
TIERS = {
    "exact": "named in the resume",
    "alias": "under another name",
    "fuzzy": "spelled a little differently",
    "implied": "implied by {via}",
    "related": "close to it: {via}",
    "semantic": "in other words: {via}",
    "stated": "stated by the candidate",
    "model": "read by the model",
}
CORRECTED = "In the resume: your corrections stand in place of what was read in the file"
HIDDEN_REASONS = {
    "color": "in the color of the page",
    "tiny": "too small to read",
    "off_page": "outside the page",
    "invisible": "drawn invisibly",
    "covered": "covered by something else",
    "hidden_run": "marked as hidden",
    "hidden_element": "in an element that isn't shown",
}
UNKNOWN = "–"

# Whole terminal sequences (colors, titles, links) first, so that no "[31m" stays behind; then what is left
# of control characters, and the bidirectional overrides that make text read other than it is stored.
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[@-Z\\-_]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def strip_controls(text: str) -> str:
    """Without control characters and terminal sequences; tabs and line breaks stay."""
    return _CONTROL.sub("", _SEQUENCE.sub("", text))


def clean(text: str) -> str:
    """One line, single spaces, nothing that a terminal would obey."""
    return " ".join(strip_controls(text).split())


def score(value: float | None) -> str:
    """A score, as exactly as it was computed: one decimal."""
    return UNKNOWN if value is None else f"{value:.1f}"


def number(value: float, decimals: int = 1) -> str:
    """Years, hours, thresholds, weights: no trailing zeros."""
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def hours(value: float) -> str:
    """ "2.75 h": quarters stay whole."""
    return f"{number(value, 2)} h"


def counted(value: float, unit: str) -> str:
    """ "1 year", "4.2 years"."""
    shown = number(value)
    return f"{shown} {unit}" if shown == "1" else f"{shown} {unit}s"


def shown_in(ways: Sequence[str]) -> str:
    """Where a resume shows a skill: "used in several positions, of late, and listed", "only listed"."""
    if "used" not in ways:
        return "only listed" if "listed" in ways else ""
    used = "used in several positions or projects" if "repeated" in ways else "used in a position or project"
    recent = ", of late" if "recent" in ways else ""
    return used + recent + (", and listed" if "listed" in ways else "")


def sentence(text: str) -> str:
    """With a capital first and a full stop, where it has no end yet."""
    text = text[:1].upper() + text[1:]
    return text if not text or text[-1] in ".!?…" else f"{text}."


def listed(names: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def shorten(
    text: str, width: int, *, focus: str = "", measure: Callable[[str], int] = len, ellipsis: str = "…"
) -> str:
    """`text` in at most `width` columns, cut on word boundaries in the middle.

    When the words of `focus` would fall into the cut, a window around them is kept instead: a quote must show
    what it is quoted for. A first word wider than everything is cut within itself.
    """
    if measure(text) <= width:
        return text
    words = text.split(" ")
    head = _grow(words, width, measure, ellipsis)
    wanted = focus.casefold()
    if wanted and wanted in text.casefold() and wanted not in head.casefold():
        return _window(words, wanted, width, measure, ellipsis) or head
    return head


def _grow(words: list[str], width: int, measure: Callable[[str], int], ellipsis: str) -> str:
    """The most words from both ends, taken in turn, the beginning first."""

    def shown(head: int, tail: int) -> str:
        return " ".join([*words[:head], ellipsis, *words[len(words) - tail :]])

    head = tail = 0
    while True:
        steps = [(head + 1, tail), (head, tail + 1)]
        steps = steps if head <= tail else steps[::-1]
        fitting = [step for step in steps if measure(shown(*step)) <= width]
        if not fitting:
            break
        head, tail = fitting[0]
    return shown(head, tail) if head else cut(words[0], width, measure, ellipsis)


def _window(words: list[str], wanted: str, width: int, measure: Callable[[str], int], ellipsis: str) -> str:
    """The most words around `wanted`, or nothing when it doesn't fit by itself."""

    def shown(start: int, end: int) -> str:
        parts = [ellipsis] * (start > 0) + words[start:end] + [ellipsis] * (end < len(words))
        return " ".join(parts)

    count = len(wanted.split(" "))
    starts = [i for i in range(len(words)) if wanted in " ".join(words[i : i + count]).casefold()]
    if not starts or measure(shown(starts[0], starts[0] + count)) > width:
        return ""
    start, end = starts[0], starts[0] + count
    while True:
        steps = [(start, end + 1)] * (end < len(words)) + [(start - 1, end)] * (start > 0)
        fitting = [step for step in steps if measure(shown(*step)) <= width]
        if not fitting:
            return shown(start, end)
        start, end = fitting[0]


def cut(text: str, width: int, measure: Callable[[str], int] = len, ellipsis: str = "…") -> str:
    """`text` in at most `width` columns, cut at its end wherever that is."""
    if measure(text) <= width:
        return text
    kept = text[: max(width, 0)]
    while kept and measure(kept + ellipsis) > width:
        kept = kept[:-1]
    return kept + ellipsis if kept else ellipsis[:width]
