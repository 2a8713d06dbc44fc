"""What the guards left out, in words."""

from __future__ import annotations

from msgspec import UNSET

from careercraft.model.analysis import LeftOut
from careercraft.render import wording
from careercraft.render.wording import clean

_LABELS = {"resume": "resume", "job": "posting"}
_QUOTE = 160


def left_out(one: LeftOut, readiness: float) -> str:
    """One note: where, why, the words, and what they would have been worth."""
    worth = _worth(one, readiness)
    if one.kind == "hidden":  # each hidden text has a note of its own
        return f"The {_words(one)} hidden in the {_LABELS[one.document]} were left out. {worth}"
    page = "" if one.page is UNSET else f" (page {one.page})"
    quote = wording.shorten(clean(one.quote), _QUOTE)
    reason = clean(one.reason)
    return f"Left out of the {_LABELS[one.document]}{page}: {_words(one)}, since {reason}: “{quote}” {worth}"


def _words(one: LeftOut) -> str:
    return f"{one.words} word{'s' * (one.words != 1)}"


def _worth(one: LeftOut, readiness: float) -> str:
    if one.readiness_if_counted is UNSET:
        return "Counted, they would leave nothing to compare."
    if one.readiness_if_counted == readiness:
        return f"Counted, they would leave the readiness at {wording.score(readiness)}."
    counted = wording.score(one.readiness_if_counted)
    return f"Counted, they would make the readiness {counted}, not {wording.score(readiness)}."
