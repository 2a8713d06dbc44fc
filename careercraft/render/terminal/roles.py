"""The roles that fit a resume in a terminal: a line of figures each, and what keeps the resume from it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from careercraft.render.role_match import SHOWN_SCORES, RoleMatchView, RoleView
from careercraft.render.terminal.page import GAP, MARGIN, STYLES, Page, shown

_RANK, _LABEL, _READY, _SURE, _SCORE, _YEARS = 4, 7, 5, 7, 8, 17


def render(
    found: RoleMatchView,
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    full: bool = False,
) -> str:
    page = Page(width, encoding, full)
    room = page.width - MARGIN - _RANK - _LABEL - _READY - _SURE - _YEARS
    columns = min(room // _SCORE, len(SHOWN_SCORES))
    lines = [*_head(page, found, columns)]
    for role in found.roles:
        lines += _role(page, role, columns)
    if found.left_out:
        lines += page.indented(found.left_out, MARGIN, "dim")
    return shown(lines, color)


def _head(page: Page, found: RoleMatchView, columns: int) -> Iterator[Text]:
    room = page.width - 1 - len(GAP) - len(found.counts)
    yield Text(" ").append(page.filled(found.heading, room), "bold").append(GAP + found.counts)
    yield Text()
    names = "".join(name.rjust(_SCORE) for name in [*SHOWN_SCORES.values()][:columns])
    head = " " * (MARGIN + _RANK + _LABEL) + "ready".rjust(_READY) + "sure".rjust(_SURE)
    yield Text(head + names + "years".rjust(_YEARS), "dim")


def _role(page: Page, role: RoleView, columns: int) -> Iterator[Text]:
    line = Text(" " * MARGIN + role.rank.ljust(_RANK))
    line.append(role.label.ljust(_LABEL), STYLES["good" if role.fit else "bad"])
    line.append(role.readiness.rjust(_READY), "bold").append(role.confidence.rjust(_SURE))
    line.append("".join(page.text(score).rjust(_SCORE) for score in role.scores[:columns]))
    yield line.append(role.years.rjust(_YEARS))
    margin = MARGIN + _RANK
    yield Text(" " * margin).append(
        page.cut(f"{role.title} ({role.id}; {role.kind})", page.width - margin), "bold"
    )
    yield from page.indented(page.some("Must-haves missing: ", role.missing, page.width - margin), margin)
    if page.full:
        yield from page.indented(role.way_out, margin)
    yield from page.indented(role.pay and f"Pay: {role.pay}", margin, "dim")
