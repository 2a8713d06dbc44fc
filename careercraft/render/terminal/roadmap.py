"""A plan in a terminal: what becomes of the verdict, a line a week, and what to do next; whole with `full`."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from careercraft.render.roadmap.view import (
    DayView,
    LeftOutView,
    PlannedSkillView,
    RoadmapView,
    SessionView,
    TaskView,
    WeekView,
)
from careercraft.render.terminal.page import GAP, MARGIN, STYLES, Page, shown
from careercraft.render.view import ResourceView

_TONES = {"todo": "", "started": "fair", "done": "good", "skipped": "dim"}
_SHORT = {"must": "must", "preferred": "pref", "nice": "nice"}
_LABEL = 9
_WEEK, _DAY, _HOURS, _READY, _BAR = 4, 10, 7, 5, 10
_BROAD = 100
"""Columns from which on a week has a bar."""
_MOST_WEEKS, _MOST_LISTED = 14, 4


def render(
    view: RoadmapView,
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    full: bool = False,
) -> str:
    page = _Plan(width, encoding, full)
    weeks = page.whole_weeks(view) if full else page.weeks(view.weeks)
    lines = [*page.head(view), *weeks, *page.next(view.next), *page.skills(view), *page.rest(view)]
    return shown(lines, color)


class _Plan(Page):
    """Turns a plan into lines."""

    def head(self, view: RoadmapView) -> Iterator[Text]:
        fit = view.label == "FIT"
        label = Text(f" {view.label} ", f"bold reverse {'green' if fit else 'red'}")
        which = [f"roadmap {view.number}"] if view.number else []
        which += [f"revision {view.revision}"] if view.revision > 1 else []
        name = ", ".join(which)
        room = self.width - len(label) - 2 * len(GAP) - len(name)
        target = f" · {view.target}" if view.target != view.title else ""
        yield Text.assemble(label, GAP, (self.filled(view.title + target, room), "bold"), GAP, (name, "dim"))
        margin = len(label) + len(GAP)
        tone = STYLES["good" if view.flips or fit else "bad"]
        yield from self.indented(f"{view.flip}.", margin, f"bold {tone}".strip())
        yield from self.indented(f"{view.outlook}.", margin)
        yield from self.indented(view.earliest, margin)
        yield from self.indented(" · ".join(view.asked), margin, "dim")
        yield from self.indented(view.counts and f"{view.counts}.", margin)

    def weeks(self, weeks: Sequence[WeekView]) -> Iterator[Text]:
        if not weeks:
            return
        yield Text()
        head = "week".rjust(_WEEK + MARGIN) + GAP + "from".ljust(_DAY) + "hours".rjust(_HOURS) + GAP
        yield Text(head + "ready".rjust(_READY) + GAP + " " * self._bar + "goal", "dim")
        last = 0
        for week in _kept(weeks):
            if week.number > last + 1:
                hidden = (last + 1, week.number - 1)
                left = (
                    f"week {hidden[0]}; --full shows it"
                    if hidden[0] == hidden[1]
                    else f"weeks {hidden[0]} to {hidden[1]}; --full shows them"
                )
                yield Text(" " * (MARGIN + _WEEK) + GAP + self.text(left), "dim")
            yield self._row(week)
            last = week.number

    @property
    def _bar(self) -> int:
        """Columns of a bar with its gap."""
        return _BAR + len(GAP) if self.width >= _BROAD else 0

    def _row(self, week: WeekView) -> Text:
        over = bool(week.tasks) and all(task.ended for task in week.tasks)
        filled = int(week.points * _BAR / 100 + 0.5) if self._bar else 0
        signs = {"FIT": week.flips, "deadline": week.deadline, "done": over}
        said = ", ".join(sign for sign, is_so in signs.items() if is_so)
        fit = week.verdict == "FIT"
        line = Text()
        for text, style in (
            (
                f"{'> ' if week.now else ''}{week.number}".rjust(MARGIN + _WEEK) + GAP,
                "bold" if week.now else "",
            ),
            (week.first.ljust(_DAY), "dim" if over else ""),
            ((week.hours if week.days else "–").rjust(_HOURS) + GAP, ""),
            (week.readiness.rjust(_READY) + GAP, "bold green" if fit else "bold"),
            ("█" * filled, "cyan"),
            (("░" * (_BAR - filled) + GAP)[: self._bar], "dim"),
            (said and f"{said}: ", "bold green" if week.flips else "yellow"),
        ):
            line.append(self.text(text), style)
        room = self.width - cell_len(line.plain)
        return line.append(self.cut(week.goal, room), "dim" if over or not week.days else "")

    def whole_weeks(self, view: RoadmapView) -> Iterator[Text]:
        """Every week with its days and tasks; what a task is about stands where it begins."""
        told: set[int] = set()
        yield from self._apart("Before this revision", view.before)
        for week in view.weeks:
            yield Text()
            yield from self._week_head(week)
            for task in week.tasks:
                weeks = "" if len(task.weeks) == 1 else f", {_place(task, week)}"
                whole = task.number not in told
                yield from self._task(task, f"{task.hours}{weeks}", MARGIN + len(GAP), whole=whole)
                told.add(task.number)
        yield from self._apart("Left out, and still open", view.unplanned)

    def _apart(self, label: str, tasks: Sequence[TaskView]) -> Iterator[Text]:
        """Tasks that are in no week."""
        if tasks:
            yield Text()
            yield Text(" " * MARGIN + label, "bold")
        for task in tasks:
            yield from self._task(task, task.hours, MARGIN + len(GAP), whole=True)

    def _week_head(self, week: WeekView) -> Iterator[Text]:
        signs = [sign for sign, is_so in (("now", week.now), ("deadline", week.deadline)) if is_so]
        parts = [f"{week.first} to {week.last}", week.phase, week.hours if week.days else "", *signs]
        verdict = f"{week.verdict} from here on" if week.flips else ""
        facts = [*parts, f"readiness {week.readiness} at its end", verdict]
        yield from self.indented(f"Week {week.number}: {week.goal}", MARGIN, "bold")
        yield from self.indented(
            " · ".join(filter(None, facts)), MARGIN, STYLES["good" if week.flips else "dim"]
        )
        days = ", ".join(f"{day.weekday} {day.day} {day.hours}" for day in week.days)
        yield from self.indented(days, MARGIN, "dim")
        if week.milestone and week.milestone not in {task.milestone for task in week.tasks}:
            yield from self.indented(f"To show: {week.milestone}", MARGIN)

    def next(self, block: DayView | None) -> Iterator[Text]:
        if block is None:
            return
        yield Text()
        when = f"{block.weekday} {block.day}, {block.hours}"
        yield Text(" " * MARGIN).append("Next".ljust(_LABEL) + GAP, "bold").append(when)
        for session in block.sessions:
            margin = MARGIN + _LABEL + len(GAP)
            yield from self._session(session, margin)

    def _session(self, session: SessionView, margin: int) -> Iterator[Text]:
        task = session.task
        part = f"{session.hours}, {session.part} of {session.parts}" if session.parts > 1 else session.hours
        yield from self._task(task, part, margin, whole=True)

    def _task(self, task: TaskView, hours: str, margin: int, *, whole: bool) -> Iterator[Text]:
        mark = f"{task.mark} {task.number:>2}{GAP}"
        inner = margin + len(mark)
        first, *more = self.indented(f"{task.title} ({hours})", inner)
        tone = STYLES[_TONES[task.status]]
        yield Text(" " * margin).append(mark, tone).append_text(first[inner:])
        yield from more
        if whole:
            yield from self.indented(task.check, inner, "dim")
            if task.resource:
                yield from self.indented(_resource(task.resource), inner, "dim")
            yield from self.indented(task.milestone and f"To show: {task.milestone}", inner)
            if self.full and task.after:
                yield from self.indented(f"After {', '.join(map(str, task.after))}", inner, "dim")
            told = ": ".join(filter(None, (task.said, task.evidence)))
            yield from self.indented(told, inner, tone)

    def skills(self, view: RoadmapView) -> Iterator[Text]:
        if not view.skills:
            return
        yield Text()
        if self.full:
            whole = (GAP.join(filter(None, _skill(skill))) for skill in view.skills)
            yield from self._listed(
                "Skills", (Text(line) for text in whole for line in self.wrapped(text, self._room))
            )
            return
        kept = view.skills[: 2 * _MOST_LISTED]
        rows = [
            (
                _SHORT.get(skill.why, "first"),
                skill.name,
                skill.level,
                skill.hours,
                skill.points,
                _standing(skill),
            )
            for skill in kept
        ]
        yield from self._listed("Skills", self._columns(rows, 1, (3, 4)), len(view.skills) - len(kept))

    def rest(self, view: RoadmapView) -> Iterator[Text]:
        if self.full and view.phases:
            yield Text()
            phases = [(phase.title, phase.hours, phase.weeks) for phase in view.phases]
            yield from self._listed("Phases", self._columns(phases, 0, (1,)))
        yield from self._paragraphs("Left out", [_left_out(item) for item in view.left_out])
        yield from self._paragraphs("Strong", [", ".join(view.strong)] if view.strong else [], 1)
        yield from self._paragraphs("Notes", view.notes)
        if view.number and not self.full:
            more = "--full shows every task; careercraft roadmap show -o plan.ics makes a calendar of it."
            yield Text()
            yield from self.indented(more, MARGIN, "dim")

    def _paragraphs(self, label: str, texts: Sequence[str], most: int = 2) -> Iterator[Text]:
        if texts:
            kept = texts if self.full else texts[:_MOST_LISTED]
            lines = (Text(line) for text in kept for line in self.wrapped(text, self._room, most))
            yield Text()
            yield from self._listed(label, lines, len(texts) - len(kept))

    @property
    def _room(self) -> int:
        return self.width - MARGIN - _LABEL - len(GAP)

    def _listed(self, label: str, lines: Iterable[Text], left: int = 0) -> Iterator[Text]:
        """Lines beside a label, and under it how many were left out."""
        margins = [(label, "bold"), *([(f"+{left} more", "dim")] if left else [])]
        held = [*lines]
        held += [Text()] * (len(margins) - len(held))
        for index, line in enumerate(held):
            text, style = margins[index] if index < len(margins) else ("", "")
            yield Text(" " * MARGIN).append(text.ljust(_LABEL) + GAP, style).append_text(line)

    def _columns(self, rows: Sequence[Sequence[str]], cut: int, right: Container[int]) -> Iterator[Text]:
        """Columns as wide as they need, those of `right` with figures; the one at `cut` gives way where the line is
        too short."""
        widths = [max(cell_len(self.text(cell)) for cell in column) for column in zip(*rows, strict=True)]
        too_wide = sum(width + len(GAP) for width in widths if width) - len(GAP) - self._room
        widths[cut] -= max(too_wide, 0)
        for row in rows:
            cells = [
                cell.rjust(width) if index in right else self.filled(cell, width)
                for index, (cell, width) in enumerate(zip(row, widths, strict=True))
                if width
            ]
            yield Text(GAP.join(cells))


def _kept(weeks: Sequence[WeekView]) -> list[WeekView]:
    """As many as a screen holds, from the present one on, with the one that turns FIT and the last."""
    now = next((index for index, week in enumerate(weeks) if week.now), 0)
    most = _MOST_WEEKS if len(weeks) <= _MOST_WEEKS else _MOST_WEEKS - 2
    start = max(min(now - 1, len(weeks) - most), 0)
    kept = {week.number: week for week in weeks[start : start + most]}
    kept |= {week.number: week for week in weeks if week.flips or week is weeks[-1]}
    return [kept[number] for number in sorted(kept)]


def _place(task: TaskView, week: WeekView) -> str:
    return (
        "begins here"
        if week.number == task.weeks[0]
        else "goes on"
        if week.number < task.weeks[-1]
        else "ends here"
    )


def _skill(skill: PlannedSkillView) -> tuple[str, ...]:
    return skill.name, skill.levels, skill.hours, skill.points, _standing(skill), skill.why, skill.shares


def _standing(skill: PlannedSkillView) -> str:
    return skill.status if skill.status in ("done", "skipped") else skill.state


def _left_out(item: LeftOutView) -> str:
    worth = " · ".join(filter(None, (item.points, item.hours)))
    return f"{item.name}{f' ({worth})' if worth else ''}: {item.reason}"


def _resource(resource: ResourceView) -> str:
    kind = ", ".join(filter(None, (resource.kind, "free" if resource.free else "")))
    return f"{resource.title} ({kind}) {resource.url}"
