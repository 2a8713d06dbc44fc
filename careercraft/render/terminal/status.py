"""How a plan is going, in a terminal: figures, the hours left week by week as bars, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from careercraft.render.roadmap.status import PointView, StatusView
from careercraft.render.terminal.page import GAP, MARGIN, STYLES, Page, shown

_LABEL, _WEEK, _DAY, _DONE = 9, 4, 10, 30


def render(
    view: StatusView,
    *,
    name: str = "",
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    full: bool = False,
) -> str:
    """`name` is what the history calls it: "roadmap 3"."""
    page = _Status(width, encoding, full)
    lines = [*page.head(view, name), *page.lines(view), *page.chart(view), *page.next(view)]
    return shown(lines, color)


class _Status(Page):
    """Turns a status into lines."""

    def head(self, view: StatusView, name: str) -> Iterator[Text]:
        right = self.text(", ".join(filter(None, (name, view.today))))
        room = self.width - 1 - len(GAP) - cell_len(right)
        where = self.text(f": {view.where}")
        yield (
            Text(" ")
            .append(self.filled(self.cut(view.heading, room - cell_len(where)) + where, room), "bold")
            .append(GAP + right, "dim")
        )
        yield Text()
        filled = int(view.share * _DONE + 0.5)
        bar = Text(" " * (MARGIN + _LABEL) + GAP)
        yield bar.append(self.text("█") * filled, "green").append(self.text("░") * (_DONE - filled), "dim")

    def lines(self, view: StatusView) -> Iterator[Text]:
        margin = MARGIN + _LABEL + len(GAP)
        for label, words in view.lines:
            first, *more = self.indented(words, margin)
            yield Text(" " * MARGIN).append(label.ljust(_LABEL) + GAP, "bold").append_text(first[margin:])
            yield from more

    def chart(self, view: StatusView) -> Iterator[Text]:
        """A bar a week: what is really left, up to today; light what is planned, a stroke where more is left."""
        if not view.points or not view.most:
            return
        yield Text()
        yield Text(" " * MARGIN).append(self.text("Hours left at the end of each week"), "bold")
        room = self.width - MARGIN - _WEEK - _DAY - 3 * len(GAP)
        bar = room - max(cell_len(self.text(point.figures)) for point in view.points)
        for point in view.points:
            yield self._bar(point, bar, view.most)
        if view.left_out:
            yield Text(" " * MARGIN + f"+{view.left_out} more weeks; --full shows them", "dim")

    def _bar(self, point: PointView, room: int, most: float) -> Text:
        line = Text(
            f"{'> ' if point.now else ''}{point.week}".rjust(MARGIN + _WEEK) + GAP,
            "bold" if point.now else "",
        )
        line.append(point.day + GAP, "" if point.now else "dim")
        planned = int(point.planned * room / most + 0.5)
        left = int((point.left or 0.0) * room / most + 0.5)
        late = left > planned and point.left is not None
        line.append(self.text("█") * min(left, planned), "cyan")
        if late:
            line.append(self.text("│")).append(self.text("█") * (left - planned - 1), STYLES["bad"])
        line.append(self.text("░") * max(planned - left, 0), "dim")
        drawn = max(left, planned)
        return line.append(" " * (room - drawn) + GAP + self.text(point.figures))

    def next(self, view: StatusView) -> Iterator[Text]:
        yield Text()
        label = Text(" " * MARGIN).append("Next".ljust(_LABEL) + GAP, "bold")
        margin = MARGIN + _LABEL + len(GAP)
        if view.next is None:
            done = "Nothing is left to do: analyze your new resume to see where you stand."
            first, *more = self.indented(done, margin)
            yield label.append_text(first[margin:])
            yield from more
            return
        first, *more = self.indented(f"{view.next.number}  {view.next.title} ({view.next.hours})", margin)
        yield label.append_text(first[margin:])
        yield from more
        yield from self.indented(view.next.check, margin, "dim")
        yield from self.indented(f"careercraft roadmap done {view.next.number}", margin, "cyan")
