"""Passages -> statements: kind, importance, label, years, level, and whether they are called mandatory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs

from careercraft.model.document import Span, Text
from careercraft.model.job import Importance, Statement, StatementKind
from careercraft.parse.job_clauses import clauses, rank_of
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_cues import ASKS, ASKS_FIRST
from careercraft.parse.job_guard import is_bait
from careercraft.parse.job_hardness import is_hard
from careercraft.parse.job_headings import exact_heading
from careercraft.parse.job_kinds import kind_of
from careercraft.parse.job_levels import stated_level
from careercraft.parse.job_sections import Outline, Passage
from careercraft.parse.job_years import find_years

_LABEL = re.compile(r"[*_]*(?P<label>[^\W\d_][^:.!?;]{0,60}?)[*_]*\s?:[*_]*\s+(?=\S)")
_DASHED = re.compile(r"[*_]*(?P<label>[A-Z][\w+#/&' ]{1,40}?)[*_]*\s+[–—-]\s+(?=\w+\s+\w+\s+\w+)")
_NO_LABEL = Lazy(
    r"\bfollowing(?: \w+){0,2}$|\b(?:includ\w+|such as|like|as|of|e\.g|example|years?|to|are|is|will)$|^(?:required"
    r"|preferred|must|note|please|bonus|plus|ideally|nice)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"(?:none|n/?a|tbd|yes|no|and|or|etc|not applicable|see below|open|other)\W*", re.IGNORECASE
)


_BLURB = 2


class Context(NamedTuple):
    """What the whole posting says about its statements."""

    skip: frozenset[tuple[int, int]]
    """Ranges of lines that are facts, such as the title."""
    headless: bool
    title: str = ""


def read_statements(
    outline: Outline, skip: frozenset[tuple[int, int]], title: Text | None = None
) -> tuple[Statement, ...]:
    """The posting cut into statements, in reading order."""
    telling = any(found and found.kind == "requirement" for _, found in outline.headings)
    context = Context(skip, not telling, title.value.casefold() if title else "")
    found: list[Statement] = []
    fading = 0
    for before, passage in zip((None, *outline.passages), outline.passages, strict=False):
        fading = fading if _goes_on(outline, before, passage) else 0
        group = [
            _statement(outline.flat, passage, start, end, context)
            for start, end in clauses(outline.flat, passage)
            if any(character.isalnum() for character in outline.flat[start:end])
        ]
        group = list(_carried(outline.flat, group))
        if fading >= _BLURB:
            group = [_as_blurb(one) for one in group]
        fading += passage.section == "requirement" and _is_blurb(group)
        found += group
    return tuple(found)


def _carried(flat: str, group: list[Statement]) -> Iterator[Statement]:
    """What follows an ask behind a semicolon, and says nothing else, is asked as well; what follows boilerplate is
    more of it ("regardless of race; sex; sexual orientation")."""
    before: Statement | None = None
    for one in group:
        if before and flat[before.text.span.end : one.text.span.start].strip() == ";":
            if before.kind == "meta":
                one = structs.replace(one, kind="meta", importance="nice", hard=False, years=None, level=None)
            elif before.kind == "requirement" and one.kind == "about":
                stated = importance_of(one.text.value, "requirement", None)
                one = structs.replace(one, kind="requirement", importance=stated)
        yield one
        before = one


def _goes_on(outline: Outline, before: Passage | None, passage: Passage) -> bool:
    """Whether no heading stands between two passages, and the second is no list item."""
    if before is None or passage.unit.bullet or passage.section != before.section:
        return False
    return not any(before.unit.end <= unit.start < passage.unit.start for unit, _ in outline.headings)


def _is_blurb(group: list[Statement]) -> bool:
    """The employer speaks of itself: after several such lines the list of asks is over, whatever its heading said."""
    return bool(group) and all(one.kind in ("about", "benefit", "value", "meta") for one in group)


def _as_blurb(statement: Statement) -> Statement:
    text = statement.text.value
    if statement.kind != "requirement" or ASKS.search(text) or ASKS_FIRST.search(text):
        return statement
    return structs.replace(statement, kind="about", importance="nice", hard=False, years=None, level=None)


def _statement(flat: str, passage: Passage, start: int, end: int, context: Context) -> Statement:
    text = flat[start:end]
    part = flat[start : end + 1] if flat.startswith(";", end) else text
    kind = _kind(part, start, end, passage, context)
    importance = importance_of(text, kind, passage.importance)
    # Years said of the employer or of a benefit ("vests over 4 years") are asked of nobody.
    years = find_years(text) if kind in ("requirement", "duty") else []
    least = min(years, key=lambda item: item.least, default=None)
    return Statement(
        text=Text(tidy(text), Span(start, end, passage.unit.page)),
        kind=kind,
        importance=importance,
        label=_label(flat, passage, start, end, kind),
        years=least.least if least else None,
        max_years=least.most if least else None,
        level=stated_level(text) if kind in ("requirement", "duty") else None,
        hard=kind == "requirement" and importance == "must" and is_hard(text),
    )


def _kind(text: str, start: int, end: int, passage: Passage, context: Context) -> StatementKind:
    says_nothing = (start, end) in context.skip or text.strip(" .").casefold() == context.title
    if says_nothing or is_bait(text) or _EMPTY.fullmatch(text):
        return "meta"
    return kind_of(text, passage, context.headless)


def tidy(text: str) -> str:
    """White space as single spaces, Markdown's stars of emphasis dropped."""
    return " ".join(text.replace("**", "").split())


def importance_of(text: str, kind: StatementKind, heading: Importance | None) -> Importance:
    if kind == "duty":
        return "preferred"
    if kind != "requirement":
        return "nice"
    stated = rank_of(text)
    # "Must have a car" under "Nice to have" is written by habit more often than by intent; "required" isn't.
    return stated or heading or "must"


def _label(flat: str, passage: Passage, start: int, end: int, kind: StatementKind) -> Text | None:
    """The words before the colon, or before a dash in a list, at the head of a statement."""
    if kind in ("meta", "about"):
        return None
    match = _LABEL.match(flat, start, end)
    most = 6
    if match is None and passage.unit.bullet and kind == "requirement":
        match, most = _DASHED.match(flat, start, end), 4
    if (
        match is None
        or not 1 <= len(match["label"].split()) <= most
        or not _may_label(match["label"], passage)
    ):
        return None
    return Text(tidy(match["label"]), Span(match.start("label"), match.end("label"), passage.unit.page))


def _may_label(label: str, passage: Passage) -> bool:
    if _NO_LABEL.search(label):
        return False
    found = None if passage.unit.bullet else exact_heading(label)
    return found is None
