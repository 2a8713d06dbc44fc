"""Fonts, colors and styles that an RTF file declares before its text."""

from __future__ import annotations

import re
from typing import NamedTuple

from careercraft.read.rtf_tokens import SYMBOL_CHARSET, codec_of_charset, codec_of_page
from careercraft.read.word_lines import HEADING_STYLE, RunStyle

_MOST = 10_000
"""Entries of a table; a real one has some hundreds."""
SYMBOL_CODEC = "symbol"
_TOGGLES = {"b": "bold", "v": "vanish"}
_GROUNDS = frozenset(("highlight", "cb", "chcbpat"))
RUN_WORDS = frozenset((*_TOGGLES, "fs", "cf", *_GROUNDS))
"""Control words that `run_with` knows."""
_PLAIN = RunStyle(size=12.0)


class Style(NamedTuple):
    """Of a paragraph."""

    run: RunStyle
    heading: int


_NORMAL = Style(_PLAIN, 0)


class Tables:
    """Filled word by word while the tables pass by."""

    def __init__(self) -> None:
        self.default_codec = "cp1252"
        self._codecs: dict[int, str] = {}
        self._font = 0
        self._colors: list[int | None] = []
        self._color: dict[str, int] = {}
        self._styles: dict[int, Style] = {}
        self._style = 0
        self._style_run = RunStyle()
        self._style_heading = 0
        self._name = ""

    def codec(self, font: int) -> str:
        """Python's codec for bytes in this font; `symbol` for fonts of signs."""
        return self._codecs.get(font, self.default_codec)

    def color(self, index: int | None) -> int | None:
        """0xRRGGBB; None for the automatic color and an unknown one."""
        return self._colors[index] if index is not None and 0 <= index < len(self._colors) else None

    def style(self, number: int) -> Style:
        """Of a paragraph. Word writes what a style sets at each paragraph again, LibreOffice doesn't."""
        return self._styles.get(number, _NORMAL)

    def take(self, table: str, word: str, number: int | None) -> None:
        """A control word in a table."""
        if table == "fonttbl":
            self._take_font(word, number or 0)
        elif table == "colortbl" and word in ("red", "green", "blue"):
            self._color[word] = min(255, max(0, number or 0))
        elif table == "stylesheet":
            self._take_style(word, number)

    def take_text(self, table: str, text: str) -> None:
        if table == "colortbl":
            for _ in range(text.count(";")):
                self._end_color()
        elif table == "stylesheet":
            self._name += text[:100] if len(self._name) < 200 else ""
            if ";" in text:
                self._end_style()

    def _take_font(self, word: str, number: int) -> None:
        if word == "f":
            self._font = number
        elif word in ("fcharset", "cpg") and len(self._codecs) < _MOST:
            codec = codec_of_page(number) if word == "cpg" else codec_of_charset(number)
            if word == "fcharset" and number == SYMBOL_CHARSET:
                codec = SYMBOL_CODEC
            if codec and number != 1:
                self._codecs[self._font] = codec

    def _take_style(self, word: str, number: int | None) -> None:
        if word == "s":
            self._style, self._style_run, self._style_heading, self._name = number or 0, RunStyle(), 0, ""
        elif word == "sbasedon":
            base = self.style(number or 0)
            self._style_run, self._style_heading = self._style_run.over(base.run), base.heading
        elif word == "outlinelevel" and number is not None and 0 <= number < 9:
            self._style_heading = number + 1
        else:
            self._style_run = run_with(self._style_run, word, number, self)

    def _end_color(self) -> None:
        if len(self._colors) < _MOST:
            parts = [self._color.get(name, 0) for name in ("red", "green", "blue")]
            self._colors.append(parts[0] << 16 | parts[1] << 8 | parts[2] if self._color else None)
        self._color = {}

    def _end_style(self) -> None:
        name = re.split(r"[;,]", self._name.strip())[0].strip()
        found = HEADING_STYLE.match(name)
        level = 1 if name.lower() == "title" else max(1, int(found[1])) if found else self._style_heading
        if len(self._styles) < _MOST:
            self._styles[self._style] = Style(self._style_run.over(_PLAIN), level)
        self._style, self._style_run, self._style_heading, self._name = 0, RunStyle(), 0, ""


def run_with(run: RunStyle, word: str, number: int | None, tables: Tables) -> RunStyle:
    """The formatting after a control word; the same after one that sets none."""
    if word in _TOGGLES:
        return run._replace(**{_TOGGLES[word]: number != 0})
    if word == "fs":
        return run._replace(size=(24 if number is None else max(0, number)) / 2)
    if word == "cf":
        return run._replace(color=tables.color(number))
    return run._replace(ground=tables.color(number)) if word in _GROUNDS else run
