"""The report in a terminal: 80 columns, about one screen, the same words with and without color.

The only module beside `cli` that imports rich. Everything goes through `Text`, never through markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from careercraft.model.analysis import Analysis
from careercraft.render import wording
from careercraft.render.build import build
from careercraft.render.layout import Cell, Entry, Section, sections
from careercraft.render.view import Report, ScoreView

_MARGIN = 2
_LABEL = 9
_GAP = "  "
_NAME = 16
_VALUE = 5
_LEAST_QUOTE = 12
_STYLES = {
    "": "",
    "bold": "bold",
    "dim": "dim",
    "good": "green",
    "fair": "yellow",
    "bad": "red",
    "accent": "cyan",
}
_ASCII = {
    "█": "#", "░": ".", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "•": "-", "–": "-",
    "—": "-", "←": "<-", "→": "->",
}  # fmt: skip


def render(
    analysis: Analysis,
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    full: bool = False,
) -> str:
    """The report as text whose lines are at most `width` columns wide (never under 60)."""
    report = build(analysis)
    page = _Page(max(width or 80, 60), encoding, full)
    lines = [*page.header(report), Text(), *page.scores(report), *page.sections(report)]
    return _painted(lines) if color else "".join(f"{line.plain.rstrip()}\n" for line in lines)


def _painted(lines: list[Text]) -> str:
    # An empty environment: NO_COLOR and the like are the caller's to read.
    console = Console(file=StringIO(), force_terminal=True, color_system="standard", width=80, _environ={})
    with console.capture() as capture:
        for line in lines:
            line.rstrip()
            console.print(line, soft_wrap=True, highlight=False)
    return capture.get()


def writable(text: str, encoding: str) -> str:
    """`text` in what a stream of this encoding can write: our own signs in ASCII, any other as "?"."""
    try:
        text.encode(encoding)
        return text
    except UnicodeEncodeError:
        plain = "".join(_ASCII.get(char, char) for char in text)
        return plain.encode(encoding, "replace").decode(encoding)


class _Page:
    """Turns a report into lines of one width, for a stream of one encoding."""

    def __init__(self, width: int, encoding: str, full: bool) -> None:
        self._width = width
        self._encoding = encoding
        self._full = full
        self._ellipsis = self._text("…")
        self._console = Console(file=StringIO(), width=width, color_system=None, _environ={})

    def _text(self, text: str) -> str:
        return writable(text, self._encoding)

    def _cut(self, text: str, width: int) -> str:
        return wording.cut(self._text(text), width, cell_len, self._ellipsis)

    def _wrapped(self, text: str, width: int, most: int = 0) -> list[str]:
        """Lines of `width` columns; of more than `most` the last one kept says that there was more."""
        lines = [line.plain.rstrip() for line in Text(self._text(text)).wrap(self._console, width)]
        if most and len(lines) > most and not self._full:
            last = self._cut(lines[most - 1], width - len(self._ellipsis))
            lines[most - 1 :] = [last.removesuffix(self._ellipsis).rstrip() + self._ellipsis]
        return lines

    def header(self, report: Report) -> Iterator[Text]:
        verdict = report.verdict
        label = Text(f" {verdict.label} ", f"bold reverse {'green' if verdict.fit else 'red'}")
        room = self._width - len(label) - len(_GAP)
        title = " · ".join(part for part in (report.title, report.company) if part)
        yield Text.assemble(label, _GAP, (self._cut(title, room), "bold"))
        interval = f"{verdict.readiness} ({verdict.low}–{verdict.high})"
        facts = [f"readiness {interval}, needs {verdict.threshold}", f"confidence {verdict.confidence} %"]
        facts += ["borderline"] if verdict.borderline else []
        ways_out = verdict.ways_out[: None if self._full else 1]
        words = [*verdict.reasons[:1], *ways_out, *verdict.reasons[1:]]
        for text, style, most in ((" · ".join(facts), "", 2), (" ".join(words), "bold", 4)):
            for line in self._wrapped(text, room, most) if text else ():
                yield Text.assemble(" " * len(label) + _GAP, (line, style))

    def scores(self, report: Report) -> Iterator[Text]:
        bar = 20 if self._width >= 100 else 14
        for score in report.scores:
            yield self._score(score, bar)

    def _score(self, score: ScoreView, bar: int) -> Text:
        filled = 0 if score.value is None else int(score.value * bar / 100 + 0.5)
        empty = bar - filled if score.stated else 0
        line = Text(" " * _MARGIN + score.name.ljust(_NAME) + _GAP)
        line.append(self._text("█") * filled, "cyan").append(self._text("░") * empty, "dim")
        line.append(" " * (bar - filled - empty) + self._text(score.shown).rjust(_VALUE + 1) + _GAP, "bold")
        room = self._width - cell_len(line.plain)
        return line.append(self._cut(score.summary or "not stated", room), "" if score.stated else "dim")

    def sections(self, report: Report) -> Iterator[Text]:
        shortened = False
        for section in sections(report, self._full):
            shortened = shortened or section.left_out > 0
            if section.apart:
                yield Text()
            yield from self._section(section)
        if shortened:
            yield Text(" " * _MARGIN + "Shortened to a screen; --format html shows it all.", "dim")

    def _section(self, section: Section) -> Iterator[Text]:
        margins = [(section.label, section.style or "bold")]
        if section.left_out:
            margins.append((f"+{section.left_out} more", "dim"))
        body = self._full_body(section) if self._full else self._body(section)
        for index, line in enumerate(body):
            label, style = margins[index] if index < len(margins) else ("", "")
            yield Text.assemble(" " * _MARGIN, (label.ljust(_LABEL), _STYLES.get(style, "")), _GAP, line)

    @property
    def _room(self) -> int:
        return self._width - _MARGIN - _LABEL - len(_GAP)

    def _body(self, section: Section) -> Iterator[Text]:
        widths = self._widths(section)
        for entry in section.entries:
            if entry.cells:
                cells = zip(entry.cells, widths, strict=True)
                yield Text(_GAP).join(self._cell(cell, width) for cell, width in cells if width)
            yield from self._paragraph(entry)

    def _full_body(self, section: Section) -> Iterator[Text]:
        for entry in section.entries:
            words = [cell.text for cell in entry.cells if cell.text and not cell.quote]
            quotes = [f"“{cell.text}”{cell.suffix}" for cell in entry.cells if cell.text and cell.quote]
            for line in self._wrapped(_GAP.join(words), self._room) if words else ():
                yield Text(line)
            for line in (line for quote in quotes for line in self._wrapped(quote, self._room - 2)):
                yield Text(_GAP + line, "cyan")
            yield from self._paragraph(entry)

    def _widths(self, section: Section) -> list[int]:
        """Columns of each cell: what it needs up to its limit, and the rest for the one without a limit."""
        columns = zip(*(entry.cells for entry in section.entries), strict=True)
        needs = [max(cell_len(self._text(cell.text)) for cell in column) for column in columns]
        widths = [min(need, limit or need) for need, limit in zip(needs, section.widths, strict=False)]
        if None not in section.widths:
            return widths
        rest = section.widths.index(None)
        others = sum(width + len(_GAP) for i, width in enumerate(widths) if i != rest and width)
        spare = self._room - others - self._need(section, rest)
        for i in range(rest):
            grown = min(max(spare, 0), needs[i] - widths[i])
            widths[i], spare, others = widths[i] + grown, spare - grown, others + grown
        widths[rest] = self._room - others if self._room - others >= _LEAST_QUOTE else 0
        # Too narrow even without it: the widest of the others gives way.
        widest = widths.index(max(widths))
        widths[widest] -= max(others - len(_GAP) - self._room, 0)
        return widths

    def _need(self, section: Section, column: int) -> int:
        cells = (entry.cells[column] for entry in section.entries)
        return max(cell_len(self._text(f"“{cell.text}”{cell.suffix}")) for cell in cells)

    def _cell(self, cell: Cell, width: int) -> Text:
        text = self._quoted(cell, width) if cell.quote else self._cut(cell.text, width)
        return Text(text + " " * (width - cell_len(text)), _STYLES[cell.style])

    def _quoted(self, cell: Cell, width: int) -> str:
        opening, closing, suffix = (self._text(part) for part in ("“", "”", cell.suffix))
        room = width - cell_len(opening + closing + suffix)
        words = self._text(cell.text)
        focus = self._text(cell.focus)
        short = wording.shorten(words, room, focus=focus, measure=cell_len, ellipsis=self._ellipsis)
        return f"{opening}{short}{closing}{suffix}"

    def _paragraph(self, entry: Entry) -> Iterator[Text]:
        if not entry.paragraph:
            return
        bullet = self._text("• ")
        tail = self._text(entry.tail)
        lines = self._wrapped(entry.paragraph, self._room - len(bullet), 0 if entry.whole else 2)
        together = tail and cell_len(lines[-1]) + 2 + cell_len(tail) <= self._room - len(bullet)
        if tail and not together:
            lines += self._wrapped(tail, self._room - len(bullet))
        for index, line in enumerate(lines):
            text = Text((bullet if index == 0 else "  ") + line)
            yield text.append(f"  {tail}", "dim") if together and index == len(lines) - 1 else text
