"""The report: 80 columns, about one screen."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from careercraft.model.analysis import Analysis
from careercraft.render import wording
from careercraft.render.build import build
from careercraft.render.layout import Cell, Entry, Section, sections
from careercraft.render.terminal.falling import draw
from careercraft.render.terminal.page import GAP, MARGIN, STYLES, Page, shown
from careercraft.render.view import Report, ScoreView, WayView, WhatIfView
from careercraft.render.waterfall import waterfall

_LABEL = 9
_NAME = 16
_VALUE = 5
_LEAST_QUOTE = 12


def render(
    analysis: Analysis,
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    full: bool = False,
) -> str:
    """The report as text; `full` with every list whole."""
    report = build(analysis)
    page = _Report(width, encoding, full)
    whole = draw(page, waterfall(report, analysis.verdict.threshold)) if full else ()
    tried = page.what_if(report.what_if) if report.what_if else ()
    lines = [*page.header(report), *tried, Text(), *page.scores(report), *whole, *page.sections(report)]
    return shown(lines, color)


class _Report(Page):
    """Turns a report into lines."""

    def header(self, report: Report) -> Iterator[Text]:
        verdict = report.verdict
        label = Text(f" {verdict.label} ", f"bold reverse {'green' if verdict.fit else 'red'}")
        room = self.width - len(label) - len(GAP)
        title = " · ".join(part for part in (report.title, report.company) if part)
        yield Text.assemble(label, GAP, (self.cut(title, room), "bold"))
        interval = f"{verdict.readiness} ({verdict.low}–{verdict.high})"
        facts = [f"readiness {interval}, needs {verdict.threshold}", f"confidence {verdict.confidence} %"]
        facts += ["borderline"] if verdict.borderline else []
        margin = len(label) + len(GAP)
        yield from self.indented(" · ".join(facts), margin, most=2)
        if self.full:
            yield from self.indented(" ".join(verdict.reasons[:1]), margin, "bold")
            yield from self._ways(verdict.ways_out, margin)
            rest = [verdict.margin, *verdict.reasons[1:]]
        else:
            first = [way.text for way in verdict.ways_out[:1]]
            rest = [*verdict.reasons[:1], *first, verdict.margin, *verdict.reasons[1:]]
        yield from self.indented(" ".join(filter(None, rest)), margin, "bold", most=4)

    def _ways(self, ways: tuple[WayView, ...], margin: int) -> Iterator[Text]:
        for index, way in enumerate(ways):
            yield from self.indented(
                f"Or: {way.text}" if index else way.text, margin, "" if index else "bold"
            )
            for change in way.changes:
                first, *more = self.indented(change, margin + 2 * len(GAP))
                yield Text(" " * margin + GAP + self.text("• ")).append_text(first[margin + 2 * len(GAP) :])
                yield from more

    def what_if(self, tried: WhatIfView) -> Iterator[Text]:
        """Whole, since it was asked for."""
        yield Text()
        margin = MARGIN + _LABEL + len(GAP)
        moves = [f"{move.name} {move.before} → {move.after}" for move in (*tried.scores, *tried.requirements)]
        outcome = f"{', '.join(tried.changes)}: {tried.before} → {tried.after}"
        first, *more = self.indented(outcome, margin, "bold")
        yield Text(" " * MARGIN).append("What if".ljust(_LABEL) + GAP, "bold").append_text(first[margin:])
        yield from more
        for move in moves or ["nothing would move"]:
            yield from self.indented(move, margin)

    def scores(self, report: Report) -> Iterator[Text]:
        """Each score, and in points what it adds to the readiness."""
        bar = 20 if self.width >= 100 else 10
        adds = {step.name: step.added for step in waterfall(report, 0.0).steps}
        head = " " * (MARGIN + _NAME + len(GAP) + bar)
        yield Text(f"{head}{'score':>{_VALUE + 1}}{GAP}{'adds':>{_VALUE}}", "dim")
        for score in report.scores:
            yield self._score(score, bar, adds.get(score.name, ""))

    def _score(self, score: ScoreView, bar: int, adds: str) -> Text:
        filled = 0 if score.value is None else int(score.value * bar / 100 + 0.5)
        empty = bar - filled if score.stated else 0
        line = Text(" " * MARGIN + score.name.ljust(_NAME) + GAP)
        line.append(self.text("█") * filled, "cyan").append(self.text("░") * empty, "dim")
        line.append(" " * (bar - filled - empty) + self.text(score.shown).rjust(_VALUE + 1) + GAP, "bold")
        line.append(adds.rjust(_VALUE) + GAP, "dim")
        room = self.width - cell_len(line.plain)
        return line.append(self.cut(score.summary or "not stated", room), "" if score.stated else "dim")

    def sections(self, report: Report) -> Iterator[Text]:
        shortened = False
        for section in sections(report, self.full):
            shortened = shortened or section.left_out > 0
            if section.apart:
                yield Text()
            yield from self._section(section)
        if shortened:
            yield Text(" " * MARGIN + "Shortened to a screen; --format html shows it all.", "dim")

    def _section(self, section: Section) -> Iterator[Text]:
        margins = [(section.label, section.style or "bold")]
        if section.left_out:
            margins.append((f"+{section.left_out} more", "dim"))
        body = self._full_body(section) if self.full else self._body(section)
        for index, line in enumerate(body):
            label, style = margins[index] if index < len(margins) else ("", "")
            yield Text.assemble(" " * MARGIN, (label.ljust(_LABEL), STYLES.get(style, "")), GAP, line)

    @property
    def _room(self) -> int:
        return self.width - MARGIN - _LABEL - len(GAP)

    def _body(self, section: Section) -> Iterator[Text]:
        widths = self._widths(section)
        for entry in section.entries:
            if entry.cells:
                cells = zip(entry.cells, widths, strict=True)
                yield Text(GAP).join(self._cell(cell, width) for cell, width in cells if width)
            yield from self._paragraph(entry)

    def _full_body(self, section: Section) -> Iterator[Text]:
        for entry in section.entries:
            words = [cell.text for cell in entry.cells if cell.text and not cell.quote]
            quotes = [f"“{cell.text}”{cell.suffix}" for cell in entry.cells if cell.text and cell.quote]
            for line in self.wrapped(GAP.join(words), self._room) if words else ():
                yield Text(line)
            for line in (line for quote in quotes for line in self.wrapped(quote, self._room - 2)):
                yield Text(GAP + line, "cyan")
            yield from self._paragraph(entry)

    def _widths(self, section: Section) -> list[int]:
        """Columns of each cell: what it needs up to its limit, and the rest for the one without a limit."""
        columns = zip(*(entry.cells for entry in section.entries), strict=True)
        needs = [max(cell_len(self.text(cell.text)) for cell in column) for column in columns]
        widths = [min(need, limit or need) for need, limit in zip(needs, section.widths, strict=False)]
        if None not in section.widths:
            return widths
        rest = section.widths.index(None)
        others = sum(width + len(GAP) for i, width in enumerate(widths) if i != rest and width)
        spare = self._room - others - self._need(section, rest)
        for i in range(rest):
            grown = min(max(spare, 0), needs[i] - widths[i])
            widths[i], spare, others = widths[i] + grown, spare - grown, others + grown
        widths[rest] = self._room - others if self._room - others >= _LEAST_QUOTE else 0
        # Too narrow even without it: the widest of the others gives way.
        widest = widths.index(max(widths))
        widths[widest] -= max(others - len(GAP) - self._room, 0)
        return widths

    def _need(self, section: Section, column: int) -> int:
        cells = (entry.cells[column] for entry in section.entries)
        return max(cell_len(self.text(f"“{cell.text}”{cell.suffix}")) for cell in cells)

    def _cell(self, cell: Cell, width: int) -> Text:
        text = self._quoted(cell, width) if cell.quote else self.cut(cell.text, width)
        return Text(text + " " * (width - cell_len(text)), STYLES[cell.style])

    def _quoted(self, cell: Cell, width: int) -> str:
        opening, closing, suffix = (self.text(part) for part in ("“", "”", cell.suffix))
        room = width - cell_len(opening + closing + suffix)
        words = self.text(cell.text)
        focus = self.text(cell.focus)
        short = wording.shorten(words, room, focus=focus, measure=cell_len, ellipsis=self.ellipsis)
        return f"{opening}{short}{closing}{suffix}"

    def _paragraph(self, entry: Entry) -> Iterator[Text]:
        if not entry.paragraph:
            return
        bullet = self.text("• ")
        tail = self.text(entry.tail)
        lines = self.wrapped(entry.paragraph, self._room - len(bullet), 0 if entry.whole else 2)
        together = tail and cell_len(lines[-1]) + 2 + cell_len(tail) <= self._room - len(bullet)
        if tail and not together:
            lines += self.wrapped(tail, self._room - len(bullet))
        for index, line in enumerate(lines):
            text = Text((bullet if index == 0 else "  ") + line)
            yield text.append(f"  {tail}", "dim") if together and index == len(lines) - 1 else text
