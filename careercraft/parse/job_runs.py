"""Cuts units that hold several: text pasted without line breaks, with its bullets, numbers and headings inline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_inline import inline_headings
from careercraft.parse.job_units import Unit, trim

_RUN_ON = 280
_SHORT_LINE = 120
_MARKUP = re.compile(r"(?:^|\s)#{1,5}\s+(?=\S)")
_ENDING = Lazy(r"[.!?;:]\s+\S")
_UNMISTAKABLE = Lazy(
    r"responsib|dut(?:y|ies)|requirement|qualification|benefit|perks|about|nice|preferred|required"
    r"|what|we offer"
    r"|aufgaben|profil|missions|requisitos",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2})[.)]\s+(?=\S)")
# "bull" is what remains of &bull; in carelessly converted pages.
_SIGN = re.compile(r"\s(?:&bull;|bull(?=\s[A-Z]))\s*|\s[•▪●◦‣∙■➢►✓✔]\s*|\s·\s+")
_DASH = re.compile(r"\s([-–*+])\s+(?=\S)")
_RANGE = re.compile(r"[\dkK]\s[-–]\s+[$£€]?\d")


class _Cut(NamedTuple):
    """Where one piece of a unit ends and the next begins, relative to the unit."""

    end: int
    start: int
    item: bool = False
    heading: int = 0


def split_units(flat: str, units: list[Unit]) -> list[Unit]:
    """The units with those cut that hold several."""
    few = len(units) <= 3
    return [piece for unit in units for piece in _split(flat, unit, few)]


def _split(flat: str, unit: Unit, few: bool) -> Iterator[Unit]:
    text = flat[unit.start : unit.end]
    run_on = len(text) > _RUN_ON or (few and len(text) > 60)
    cuts = [] if unit.heading else _cuts(text, unit, run_on)
    if not cuts:
        yield unit
        return
    last = _Cut(0, 0, unit.bullet)
    for cut in [*cuts, _Cut(len(text), len(text))]:
        start, end = trim(flat, unit.start + last.start, unit.start + cut.end)
        if start < end:
            yield _piece(unit, start, end, last)
        last = cut


def _piece(unit: Unit, start: int, end: int, cut: _Cut) -> Unit:
    whole = start == unit.start and end == unit.end
    return unit._replace(
        start=start,
        end=end,
        tail=start,
        bullet=cut.item,
        heading=cut.heading,
        strong=unit.strong and whole,
        gap=unit.gap and start == unit.start,
        piece=not whole,
    )


def _cuts(text: str, unit: Unit, run_on: bool) -> list[_Cut]:
    cuts: list[_Cut] = []
    # "Acme • Boston, MA • Full-time" is one header line.
    if run_on or len(text) >= _SHORT_LINE or ":" in text:
        cuts = [_Cut(end, start, item=True) for end, start in _marks(text, run_on, unit.bullet)]
    cuts += [_Cut(match.start(), match.end()) for match in _MARKUP.finditer(text)]
    cuts += _heading_cuts(text, unit, run_on, {cut.start for cut in cuts if cut.item})
    merged: list[_Cut] = []
    for cut in sorted(cuts):
        if not merged or cut.end >= merged[-1].start - 1:
            merged.append(cut)
    return merged


def _heading_cuts(text: str, unit: Unit, run_on: bool, items: set[int]) -> list[_Cut]:
    """Around each inline heading: one cut before it and one after."""
    cuts = []
    heads = sorted(items | ({0} if unit.bullet else set()))
    for start, end in inline_headings(text, run_on):
        # "Education: a degree" at the head of a list item is that item's label.
        head = max((item for item in heads if item <= start), default=-1)
        if head >= 0 and _is_label(text[head:end], text[start:end], run_on):
            continue
        if start:
            cuts.append(_Cut(start, start, heading=1))
        if end < len(text):
            cuts.append(_Cut(end, end))
    return cuts


def _is_label(words: str, heading: str, run_on: bool) -> bool:
    """Whether a heading's words only end the label of a list item ("Time Management Skills: …")."""
    if len(words.split()) > 7 or _ENDING.search(words):
        return False
    return words == heading or not run_on or not _UNMISTAKABLE.search(heading)


def _marks(text: str, run_on: bool, bullet: bool) -> list[tuple[int, int]]:
    """Where list items begin inside `text`: (start of the mark, start of the item), in order."""
    found = [match.span() for match in _SIGN.finditer(text)]
    # Within a list item only the signs that are nothing else cut.
    if bullet and not run_on:
        return found
    found += _numbered(text)
    dashes = [match for match in _DASH.finditer(text) if not _RANGE.match(text, match.start() - 1)]
    if dashes and _dashes_are_bullets(text, dashes, run_on):
        found += [match.span() for match in dashes]
    return sorted(found)


def _numbered(text: str) -> list[tuple[int, int]]:
    """Runs 1. 2. 3. and so on; a later 1. begins the next list."""
    spans: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    expected = 1
    for match in _NUMBER.finditer(text):
        number = int(match[1])
        if number == 1:
            spans += run if len(run) > 1 else []
            run, expected = [match.span()], 2
        elif number == expected and run:
            run.append(match.span())
            expected += 1
    return spans + (run if len(run) > 1 else [])


def _dashes_are_bullets(text: str, dashes: list[re.Match[str]], run_on: bool) -> bool:
    after_colon = any(text[: match.start()].rstrip().endswith(":") for match in dashes)
    if after_colon and len(dashes) >= 2:
        return True
    capital = sum(text[match.end()].isupper() or text[match.end()].isdigit() for match in dashes)
    return run_on and len(dashes) >= 3 and capital >= 0.8 * len(dashes)
