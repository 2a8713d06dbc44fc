"""Plain text to draft lines."""

from __future__ import annotations

import re

from careercraft.model.document import Document
from careercraft.read.assemble import Draft, Source, assemble
from careercraft.read.clean import bullet_length, clean_line, split_lines

_RULE = re.compile(r"\s*([-=_*~#•.])(?:\s?\1){2,}\s*\Z")
_WIDEST_WRAP = 110
_TYPICAL_WRAP = 60
_NARROWEST_WRAP = 45


def read_plain(text: str, source: Source) -> Document:
    """Each line as it stands. A line that only draws a rule parts blocks and is left out."""
    return assemble(plain_drafts(text), source, "text")


def plain_drafts(text: str) -> list[Draft]:
    """Hard-wrapped lines of one paragraph or list item share a block."""
    cleaned = [clean_line(raw) for raw in split_lines(text)]
    width = wrap_width([len(line) for line in cleaned if line])
    drafts: list[Draft] = []
    gap = False
    for line in cleaned:
        if not line or _RULE.match(line):
            gap = True
            continue
        _append(drafts, line, width, gap and bool(drafts))
        gap = False
    return drafts


def _append(drafts: list[Draft], line: str, width: int | None, gap: bool) -> None:
    body = line.lstrip()
    draft = Draft(text=body, gap=gap, bullet=bool(bullet_length(body)), indent=(len(line) - len(body)) / 2)
    if drafts:
        joins = not gap and not draft.bullet and _continues(drafts, draft, width)
        draft.block = drafts[-1].block + (not joins)
    drafts.append(draft)


def _continues(drafts: list[Draft], draft: Draft, width: int | None) -> bool:
    previous = drafts[-1]
    if _first_of_block(drafts).bullet and draft.indent > _first_of_block(drafts).indent:
        return True
    length = len(previous.text) + 2 * previous.indent
    if width is not None and length + 1 + len(draft.text.split(" ", 1)[0]) > width:
        return draft.indent <= previous.indent + 1
    return length >= _TYPICAL_WRAP and draft.text[:1].islower() and not previous.text.endswith((".", ":"))


def _first_of_block(drafts: list[Draft]) -> Draft:
    for draft in reversed(drafts):
        if draft.block != drafts[-1].block:
            break
        first = draft
    return first


def wrap_width(lengths: list[int]) -> int | None:
    """The column at which the text was hard-wrapped; None where lines are whole paragraphs."""
    if not lengths or max(lengths) > _WIDEST_WRAP or max(lengths) < _NARROWEST_WRAP:
        return None
    near = sum(length >= 0.85 * max(lengths) for length in lengths)
    return max(lengths) if near >= max(3, len(lengths) // 8) else None
