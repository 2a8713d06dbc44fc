"""The audit as a table for people and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec

from careercraft.audit.run import Audit, Move, Outcome
from careercraft.audit.swap import Kind

SCHEMA = "careercraft.audit/1"
SAME = "same to the byte"
TITLES: dict[Kind, str] = {
    "name": "Name",
    "gender": "Gendered words",
    "age": "Age and date of birth",
    "nationality": "Nationality and place of birth",
    "personal": "Family, gender, religion",
    "photo": "Photo",
    "address": "Address",
    "phone": "Telephone",
    "dates": "Form of the dates",
    "sections": "Order of the sections",
    "bullets": "Bullets",
    "spelling": "British or American spelling",
    "format": "File format",
}
HOME = (
    "all but location_match and what contains it (readiness, confidence, the verdict): it asks for the place"
)
BARE = "nothing is promised here: without a bullet nothing tells an item of a list from a line that goes on"
_GAP = 2


def as_json(audit: Audit) -> bytes:
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "resume": audit.resume,
        "job": audit.job,
        "swaps": [
            {
                "kind": outcome.kind,
                "what": outcome.what,
                "same": outcome.same,
                "moves": outcome.moves,
                "expected": outcome.expected,
                "promised": outcome.promised,
            }
            for outcome in audit.outcomes
        ],
        "moved": audit.moved,
        "nothing_to_swap": audit.missing,
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def as_text(audit: Audit, width: int = 80) -> str:
    """For a terminal, at most `width` columns wide."""
    lines = [_summary(audit)]
    for kind, group in groupby(audit.outcomes, key=lambda outcome: outcome.kind):
        lines += ["", TITLES[kind]]
        for outcome in group:
            lines += _rows(outcome, width)
    for note in _notes(audit):
        lines += ["", *textwrap.wrap(note, width)]
    if audit.missing:
        names = ", ".join(TITLES[kind] for kind in audit.missing)
        lines += ["", *textwrap.wrap(f"The resume has nothing to swap of: {names}.", width)]
    return "\n".join(lines) + "\n"


def as_markdown(audit: Audit) -> str:
    lines = [f"# Audit of {_cell(audit.resume)}", "", _cell(_summary(audit)), ""]
    lines += ["| Swap | What was changed | Scores |", "|---|---|---|"]
    for outcome in audit.outcomes:
        moves = (f"{move.score} {move.before} → {move.after}" for move in _shown(outcome))
        told = "<br>".join([_cell(_told(outcome)), *map(_cell, moves)])
        lines.append(f"| {TITLES[outcome.kind]} | {_cell(outcome.what)} | {told} |")
    lines += [f"| {TITLES[kind]} | nothing to swap | – |" for kind in audit.missing]
    for note in _notes(audit):
        lines += ["", _cell(note)]
    return "\n".join(lines) + "\n"


def _summary(audit: Audit) -> str:
    count = len(audit.outcomes)
    told = f"{audit.resume} against {audit.job}: {count} swaps, "
    return told + (f"{audit.moved} moved a score" if audit.moved else f"every score {SAME}")


def _rows(outcome: Outcome, width: int) -> Iterator[str]:
    """What was changed, and behind it what came of it; scores that moved stand below."""
    room = width - 2 * _GAP - len(SAME) - 1
    first, *more = textwrap.wrap(_clean(outcome.what), room) or [""]
    yield f"{'':{_GAP}}{first:<{room}}{'':{_GAP}}{_told(outcome)}"
    yield from (f"{'':{2 * _GAP}}{line}" for line in more)
    for move in _shown(outcome):
        yield f"{'':{2 * _GAP}}{move.score}: {move.before} -> {_clean(move.after)}"


def _told(outcome: Outcome) -> str:
    if outcome.same and (outcome.promised or not outcome.expected):
        return f"{SAME}*" if outcome.expected else SAME
    return "moved" if outcome.promised else "moved**"


def _shown(outcome: Outcome) -> tuple[Move, ...]:
    """What stands under a row: not what follows from another address."""
    return outcome.moves if outcome.promised else (*outcome.moves, *outcome.expected)


def _notes(audit: Audit) -> Iterator[str]:
    expected = [outcome.promised for outcome in audit.outcomes if outcome.expected]
    if True in expected:
        yield f"* {HOME}"
    if False in expected:
        yield f"** {BARE}"


def _clean(text: str) -> str:
    """On one line, without what a terminal would take for an order."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def _cell(text: str) -> str:
    """Without what Markdown would take for a mark."""
    plain = _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{char}" if char in "\\|`*_[]" else char for char in plain)
