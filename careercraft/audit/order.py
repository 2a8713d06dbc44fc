"""The same sections in another order, and the same lists with other bullets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercraft.audit.swap import Edit, Sheet, Swap, as_text, edited
from careercraft.model.document import Line
from careercraft.model.resume import Section
from careercraft.read.clean import bullet_length

GLYPHS = ("-", "*", "•", "▪", "–", "➢")
_FEWEST = 2


def section_swaps(sheet: Sheet) -> Iterator[Swap]:
    """Sections with a heading, moved as a whole; what stands above the first heading stays, and so does the order of
    several of one kind, since work is told from the latest on."""
    sections = [section for section in sheet.resume.sections if section.heading is not None]
    if len(sections) < _FEWEST:
        return
    head = sheet.text[: sections[0].span.start].rstrip()
    before = as_text(_joined(sheet, head, sections))
    kinds = list(dict.fromkeys(section.kind for section in sections))
    orders = {"reversed": kinds[::-1], "the first one last": [*kinds[1:], kinds[0]]}
    for first in ("education", "skills"):
        orders[f"{first} first"] = sorted(kinds, key=lambda kind, first=first: kind != first)  # type: ignore[misc]
    for what, order in orders.items():
        moved = sorted(sections, key=lambda section, order=order: order.index(section.kind))  # type: ignore[misc]
        after = as_text(_joined(sheet, head, moved))
        if after != before:
            yield Swap(kind="sections", what=what, after=after, before=before)


def _joined(sheet: Sheet, head: str, sections: Sequence[Section]) -> str:
    blocks = [sheet.document.quote(section.span).strip("\n") for section in sections]
    return "\n\n".join(filter(None, (head, *blocks))) + "\n"


def bullet_swaps(sheet: Sheet) -> Iterator[Swap]:
    lines = [line for line in sheet.document.lines if _glyph(sheet, line)]
    if not lines:
        return
    shown = _glyph(sheet, lines[0])
    for glyph in GLYPHS:
        edits = [Edit(line.span.start, line.span.start + len(_glyph(sheet, line)), glyph) for line in lines]
        changed = edited(sheet.text, edits)
        if changed != sheet.text:
            yield Swap(kind="bullets", what=f"{shown} -> {glyph}", after=as_text(changed))
    yield Swap(
        kind="bullets",
        what=f"{shown} -> nothing but an indent",
        before=as_text(_one_line_each(sheet, "- ")),
        after=as_text(_one_line_each(sheet, "    ")),
        promised=False,
    )


def _glyph(sheet: Sheet, line: Line) -> str:
    """The bullet of a line; none where it begins with a number."""
    text = sheet.document.quote(line.span)
    found = text[: bullet_length(text)].strip() if line.bullet else ""
    return found if found and not any(char.isalnum() for char in found) else ""


def _one_line_each(sheet: Sheet, mark: str) -> str:
    """Every item on a line of its own, since without a bullet nothing tells its second line from the next item."""
    parts: list[str] = []
    block = -1
    end = 0
    for line in sheet.document.lines:
        text = sheet.document.quote(line.span)
        gap = "\n\n" if "\n\n" in sheet.text[end : line.span.start] else "\n"
        end = line.span.end
        if glyph := _glyph(sheet, line):
            block = line.block
            parts.append(f"{gap}{mark}{text[len(glyph) :].strip()}")
        elif line.block == block and gap == "\n":
            parts.append(f" {text.strip()}")
        else:
            block = -1
            parts.append(f"{gap}{text}")
    return "".join(parts).strip("\n") + "\n"
