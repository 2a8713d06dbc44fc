"""Lists of skills so long that nobody can have them, of which nearly none is shown in any position or project.

The measure is what stands in lists and nowhere in a deed: on real resumes 55 skills at most, and 105 items of any kind
(docs/guards.md). Past twice that a resume is stuffed, and the lists that make it so count for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, structs

from careercraft.match.guards.lists import Piece, lists, pieces
from careercraft.match.guards.suspects import Suspect
from careercraft.model.document import Document
from careercraft.model.match import Mention
from careercraft.model.resume import Project, Resume, Work

MOST_SKILLS = 90
"""Different skills in lists that no deed shows."""
MOST_ITEMS = 160
"""The same with items that are no skill of the taxonomy."""
_SEPARATORS = (",", ";", "|", "•", "·", "\t", "\n", "  ")
_BIG = 60
"""Of one list: nobody's own."""
_KEPT = 30
"""Of the lists that are not big, in the order of the document, so many may stay."""
_FIRST = 12
"""Items that stay at the head of a resume's only list where no deed tells which of it is its owner's."""
_UNSHOWN, _BESIDE = 0.25, 2
"""What an item that no deed shows takes from a stretch of those that are shown; such items kept at its ends."""
_FEW = 3
"""Items from which a list is one."""
_OWN_UNIT = 40
"""Items of a paragraph from which it is a list by itself, whatever stands beside it."""
_SHOWN = 0.25
"""Share of a list that deeds show, from which it is its owner's."""
_SKILLS = 0.4
"""Share of a list's items that are skills; below, it is a list of something else."""
_PLAIN_LIST = 40
"""Items of a list up to which it may stand in a position as what was used there."""


class _Unit(Struct):
    pieces: list[Piece]
    names: set[str]
    unshown: set[str]

    @property
    def of_skills(self) -> bool:
        skills = sum(not name.startswith("=") for name in self.names)
        return skills >= _SKILLS * len(self.names) or len(self.names) >= _OWN_UNIT


def stuffed(document: Document, resume: Resume, mentions: Sequence[Mention]) -> list[Suspect]:
    few = len({hit.skill_id for hit in mentions}) < MOST_SKILLS
    if few and sum(map(document.text.count, _SEPARATORS)) < MOST_ITEMS:
        return []
    found = pieces(document, mentions)
    runs = lists(found)
    shown = _shown(found, runs, resume)
    units = [_unit(group, shown) for run in runs for group in _groups(run)]
    unshown = {name for unit in units for name in unit.unshown}
    skills = {name for name in unshown if not name.startswith("=")}
    if len(skills) < MOST_SKILLS and len(unshown) < MOST_ITEMS:
        return []
    dropped = _dropped(units)
    if dropped:
        before = _before(found, resume, dropped[0])
        if before or not _other_list(document, resume, dropped):
            dropped[0] = _without_own(dropped[0], max(0, _FIRST - before))
    return _suspects(dropped, len(unshown))


def _before(found: Sequence[Piece], resume: Resume, unit: _Unit) -> int:
    """How many items of a section of skills stand right before a list, which goes on with them."""
    first = unit.pieces[0]
    inside = any(
        section.kind == "skills" and section.span.start <= first.start < section.span.end
        for section in resume.sections
    )
    at = next(index for index, piece in enumerate(found) if piece.start == first.start)
    start = at
    while start > 0 and found[start - 1].bullet and first.bullet and not found[start].gap:
        start -= 1
    return at - start if inside else 0


def _other_list(document: Document, resume: Resume, dropped: Sequence[_Unit]) -> bool:
    """Whether a section of skills says something that isn't dropped."""
    gone = [(piece.start, piece.end) for unit in dropped for piece in unit.pieces]
    left = [
        document.text[line.span.start : line.span.end]
        for section in resume.sections
        if section.kind == "skills"
        for line in document.lines
        if section.span.start <= line.span.start < section.span.end
        if section.heading is None or line.span.start >= section.heading.span.end
        if not any(start < line.span.end and line.span.start < end for start, end in gone)
    ]
    return any(char.isalpha() for text in left for char in text)


def _shown(found: Sequence[Piece], runs: Sequence[Sequence[Piece]], resume: Resume) -> set[str]:
    """What positions and projects name, apart from long lists in them."""
    long = {
        piece.start
        for run in runs
        for group in _groups(run)
        if len({name for piece in group for name, _, _ in piece.names}) > _PLAIN_LIST
        for piece in group
    }
    entries: list[Work | Project] = [*resume.work, *resume.projects, *resume.volunteer]
    places = [entry.span for entry in entries]
    return {
        name
        for piece in found
        if piece.start not in long
        for name, start, _ in piece.names
        if any(place.start <= start < place.end for place in places)
    }


def _unit(group: Sequence[Piece], shown: set[str]) -> _Unit:
    names = {name for piece in group for name, _, _ in piece.names}
    return _Unit(list(group), names, names - shown)


def _groups(run: Sequence[Piece]) -> list[list[Piece]]:
    """A run cut where the look changes, at empty lines unless they stand everywhere, and around very long lines."""
    gaps = sum(piece.gap for piece in run) <= len(run) / 2
    found = [[run[0]]]
    for before, piece in pairwise(run):
        long = max(len(before.names), len(piece.names)) >= _OWN_UNIT
        parts = before.bullet != piece.bullet or long or (piece.gap and gaps)
        if parts and not piece.goes_on:
            found.append([])
        found[-1].append(piece)
    return found


def _dropped(units: Sequence[_Unit]) -> list[_Unit]:
    """The lists that go: big ones, and of the others those behind the first that are a usual number together."""
    dropped: list[_Unit] = []
    kept = 0
    for before, unit in pairwise([None, *units]):
        if unit is None or not unit.of_skills or len(unit.names) < _FEW:
            continue
        own = len(unit.names - unit.unshown) >= _SHOWN * len(unit.names)
        tail = bool(dropped) and before is dropped[-1] and not unit.pieces[0].gap
        few = kept + len(unit.unshown) <= _KEPT and not tail
        if len(unit.unshown) < _BIG and (own or few):
            kept += len(unit.unshown)
        else:
            dropped.append(unit)
    return dropped


def _without_own(unit: _Unit, head: int) -> _Unit:
    """The one list of a resume without the part that was there before the rest was added to it: where deeds show its
    items most densely, else its first `head` items."""
    shown = [name not in unit.unshown for piece in unit.pieces for name, _, _ in piece.names]
    first, stop = _own_part(shown) or (0, head)
    rest: list[Piece] = []
    at = 0
    for piece in unit.pieces:
        begin, end = max(0, first - at), min(len(piece.names), stop - at)
        at += len(piece.names)
        if begin >= end:
            rest.append(piece)
            continue
        if begin:
            rest.append(structs.replace(piece, end=piece.names[begin][1]))
        if end < len(piece.names):
            rest.append(structs.replace(piece, start=piece.names[end][1]))
    return _Unit(rest, unit.names, unit.unshown)


def _own_part(shown: Sequence[bool]) -> tuple[int, int] | None:
    """First item and one past the last of the stretch with most items that deeds show, each item that none shows taking
    some away."""
    best, place, total, start = 0.0, (0, 0), 0.0, 0
    for index, one in enumerate(shown):
        if total <= 0:
            total, start = 0.0, index
        total += 1 if one else -_UNSHOWN
        if total > best:
            best, place = total, (start, index + 1)
    if sum(shown[slice(*place)]) < _FEW:
        return None
    return max(0, place[0] - _BESIDE), place[1] + _BESIDE


def _suspects(units: Sequence[_Unit], unshown: int) -> list[Suspect]:
    return [
        Suspect(
            kind="stuffed",
            start=piece.start,
            end=piece.end,
            reason=f"the resume lists {unshown} things that no position and no project shows",
        )
        for unit in units
        for piece in unit.pieces
    ]
