"""The audit: every swap read and scored by the whole pipeline, and what moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct, structs

from careercraft.audit.blocks import unwrapped
from careercraft.audit.formats import format_swaps, photo_swaps
from careercraft.audit.gender import gender_swaps
from careercraft.audit.names import name_swaps
from careercraft.audit.order import bullet_swaps, section_swaps
from careercraft.audit.periods import date_swaps
from careercraft.audit.personal import personal_swaps
from careercraft.audit.places import address_swaps, phone_swaps
from careercraft.audit.spelling import spelling_swaps
from careercraft.audit.swap import KINDS, Kind, Paper, Sheet, Swap, as_text
from careercraft.errors import InputError
from careercraft.model.analysis import Analysis
from careercraft.model.document import Document
from careercraft.pipeline import JobSide

if TYPE_CHECKING:
    from careercraft.api import Workbench

Figures = dict[str, bytes]
"""The eleven scores and the verdict, as the report's bytes."""
_CONTACT = ("name", "email", "phones", "links", "location")
WITH_ADDRESS = frozenset({"location_match", "readiness", "confidence", "verdict"})
"""What may move with an address: location and what contains it."""


class Move(Struct, frozen=True):
    """One score that a swap has moved."""

    score: str
    before: str
    after: str


class Outcome(Struct, frozen=True, kw_only=True):
    """What one swap has done."""

    kind: Kind
    what: str
    moves: tuple[Move, ...] = ()
    expected: tuple[Move, ...] = ()
    """What may move: of an address location_match and what contains it, where nothing is promised everything."""
    promised: bool = True

    @property
    def same(self) -> bool:
        return not self.moves


class Audit(Struct, frozen=True, kw_only=True):
    """The whole table."""

    resume: str
    job: str
    outcomes: tuple[Outcome, ...]
    missing: tuple[Kind, ...]
    """Kinds of which the resume has nothing to swap."""

    @property
    def moved(self) -> int:
        return sum(not outcome.same for outcome in self.outcomes)


def audit(
    bench: Workbench,
    document: Document,
    original: Paper | None,
    job: JobSide,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> Audit:
    """Every swap of a resume against one posting. `original` is the file that `document` was read from, None where
    it is no single file; `tell` is called with the swaps done and all of them.

    Raises InputError where the resume or its text can't be scored.
    """
    measured: dict[Paper, Figures] = {}

    def figures(paper: Paper) -> Figures:
        if paper not in measured:
            side = bench.resume(bench.read(paper.data, paper.name))
            measured[paper] = figures_of(bench.analyze(side, job))
        return measured[paper]

    sheet = sheet_of(bench, document)
    text = as_text(sheet.text)
    figures(text)
    swaps = sorted(swaps_of(sheet, original, document.format), key=lambda swap: KINDS.index(swap.kind))
    outcomes = []
    for done, swap in enumerate(swaps):
        tell(done, len(swaps))
        outcomes.append(_outcome(swap, text, figures))
    tell(len(swaps), len(swaps))
    return Audit(
        resume=document.name,
        job=job.document.name,
        outcomes=tuple(outcomes),
        missing=tuple(kind for kind in KINDS if all(swap.kind != kind for swap in swaps)),
    )


def sheet_of(bench: Workbench, document: Document) -> Sheet:
    """What swaps are made from: the text of the document, read again; with the name and address that only the
    document's own type tells."""
    paper = as_text(unwrapped(document))
    again = bench.read(paper.data, paper.name)
    resume = bench.resume(again).resume
    if again.text == document.text:
        first = bench.resume(document).resume
        known = {name: getattr(resume, name) or getattr(first, name) for name in _CONTACT}
        resume = structs.replace(resume, **known)
    return Sheet(again, resume)


def swaps_of(sheet: Sheet, original: Paper | None = None, format: str = "text") -> Iterator[Swap]:
    """All swaps; `format` is that of the original file."""
    yield from name_swaps(sheet)
    yield from gender_swaps(sheet)
    yield from personal_swaps(sheet)
    yield from photo_swaps(sheet)
    yield from address_swaps(sheet)
    yield from phone_swaps(sheet)
    yield from date_swaps(sheet)
    yield from section_swaps(sheet)
    yield from bullet_swaps(sheet)
    yield from spelling_swaps(sheet)
    yield from format_swaps(sheet, original, format)


def _outcome(swap: Swap, text: Paper, figures: Callable[[Paper], Figures]) -> Outcome:
    told: dict[str, Any] = {"kind": swap.kind, "what": swap.what, "promised": swap.promised}
    before = figures(swap.before or text)
    try:
        after = figures(swap.after)
    except InputError as error:
        unread = Move("all", "scored", f"unreadable: {error.message}")
        return Outcome(**told, moves=(unread,))
    allowed = WITH_ADDRESS if swap.kind == "address" else frozenset() if swap.promised else frozenset(before)
    moved = [key for key in before if before[key] != after[key]]
    moves = {key: Move(key, _shown(before[key]), _shown(after[key])) for key in moved}
    return Outcome(
        **told,
        moves=tuple(move for key, move in moves.items() if key not in allowed),
        expected=tuple(move for key, move in moves.items() if key in allowed),
    )


def figures_of(analysis: Analysis) -> Figures:
    verdict = analysis.verdict
    held: Figures = {score.key: msgspec.json.encode(score.value) for score in analysis.scores}
    hard = [[requirement.text, requirement.met] for requirement in verdict.hard_requirements]
    told = (verdict.label, verdict.interval, verdict.borderline, hard)
    return {**held, "verdict": msgspec.json.encode(told)}


def _shown(value: bytes) -> str:
    decoded = msgspec.json.decode(value)
    if isinstance(decoded, list):
        label, interval, borderline, _ = decoded
        return f"{label} {interval[0]}–{interval[1]}" + (" borderline" if borderline else "")
    return "not stated" if decoded is None else str(decoded)
