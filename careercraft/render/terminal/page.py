"""A page of one width for a stream of one encoding: cut, wrapped and painted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from careercraft.render import wording

MARGIN = 2
GAP = "  "
STYLES = {
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
    "—": "-", "←": "<-", "→": "->", "│": "|", "×": "x", "÷": "/", "−": "-",
}  # fmt: skip


LEAST = 60
"""Columns under which no page is made."""


def writable(text: str, encoding: str) -> str:
    """`text` in what a stream of this encoding can write: our own signs in ASCII, any other as "?"."""
    try:
        text.encode(encoding)
        return text
    except UnicodeEncodeError:
        plain = "".join(_ASCII.get(char, char) for char in text)
        return plain.encode(encoding, "replace").decode(encoding)


class Page:
    """What all pages share: lines of at most `width` columns (80 when None, never under 60); `full` cuts nothing."""

    def __init__(self, width: int | None = None, encoding: str = "utf-8", full: bool = True) -> None:
        self.width = max(width or 80, LEAST)
        self.full = full
        self._encoding = encoding
        self.ellipsis = self.text("…")
        self._console = Console(file=StringIO(), width=self.width, color_system=None, _environ={})

    def text(self, text: str) -> str:
        return writable(text, self._encoding)

    def cut(self, text: str, width: int) -> str:
        return wording.cut(self.text(text), width, cell_len, self.ellipsis)

    def filled(self, text: str, width: int) -> str:
        """Cut or filled up to `width` columns."""
        shown = self.cut(text, width)
        return shown + " " * (width - cell_len(shown))

    def wrapped(self, text: str, width: int, most: int = 0) -> list[str]:
        """Lines of `width` columns; of more than `most` the last one kept says that there was more."""
        lines = [line.plain.rstrip() for line in Text(self.text(text)).wrap(self._console, width)]
        if most and len(lines) > most and not self.full:
            last = self.cut(lines[most - 1], width - len(self.ellipsis))
            lines[most - 1 :] = [last.removesuffix(self.ellipsis).rstrip() + self.ellipsis]
        return lines

    def some(self, label: str, names: Sequence[str], width: int) -> str:
        """As many of the names as one line holds, the first at least, and how many more there are."""
        if self.full or not names:
            return label + ", ".join(names) if names else ""
        lines = [label + ", ".join(names[:count]) + _more(names, count) for count in range(len(names), 0, -1)]
        fitting = (line for line in lines if cell_len(self.text(line)) <= width)
        more = _more(names, 1)
        return next(fitting, self.cut(label + names[0], width - len(more)) + more)

    def indented(self, text: str, margin: int, style: str = "", most: int = 0) -> Iterator[Text]:
        """Wrapped right of a margin; nothing for no text."""
        for line in self.wrapped(text, self.width - margin, most) if text else ():
            yield Text(" " * margin).append(line, style)


def _more(names: Sequence[str], count: int) -> str:
    return f" +{len(names) - count}" if count < len(names) else ""


def shown(lines: Iterable[Text], color: bool) -> str:
    """The lines as they are written, each with its line break."""
    if not color:
        return "".join(f"{line.plain.rstrip()}\n" for line in lines)
    # An empty environment: NO_COLOR and the like are the caller's to read.
    console = Console(file=StringIO(), force_terminal=True, color_system="standard", width=80, _environ={})
    with console.capture() as capture:
        for line in lines:
            line.rstrip()
            console.print(line, soft_wrap=True, highlight=False)
    return capture.get()
