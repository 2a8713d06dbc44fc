"""Styles and numbering of a Word document, resolved to what the reader needs."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from careercraft.read.colors import WHITE
from careercraft.read.word_lines import HEADING_STYLE, RunStyle

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFF = ("0", "false", "off", "none")
_DEFAULT_SIZE = 10.0
_HIGHLIGHTS = {
    "black": 0, "blue": 0xFF, "cyan": 0xFFFF, "green": 0xFF00, "magenta": 0xFF00FF, "red": 0xFF0000,
    "yellow": 0xFFFF00, "darkBlue": 0x80, "darkCyan": 0x8080, "darkGreen": 0x8000, "darkMagenta": 0x800080,
    "darkRed": 0x800000, "darkYellow": 0x808000, "darkGray": 0x808080, "lightGray": 0xC0C0C0, "white": WHITE,
}  # fmt: skip


def qualified(tag: str) -> str:
    return f"{{{_W}}}{tag}"


def value_of(parent: Any, tag: str) -> str | None:
    """The w:val of a child; "" when the child has none; None without a child."""
    child = parent.find(qualified(tag)) if parent is not None else None
    return None if child is None else str(child.get(qualified("val"), ""))


class ParagraphStyle(NamedTuple):
    run: RunStyle
    heading: int
    list_id: str | None
    list_level: int
    listed: bool
    """A list style without numbering of its own."""


def run_style(properties: Any) -> RunStyle:
    if properties is None:
        return RunStyle()
    size = value_of(properties, "sz")
    return RunStyle(
        bold=_toggle(properties, "b"),
        vanish=_toggle(properties, "vanish"),
        size=int(size) / 2 if size and size.isdigit() else None,
        color=parse_hex(value_of(properties, "color")),
        ground=shading(properties),
    )


def _toggle(properties: Any, tag: str) -> bool | None:
    value = value_of(properties, tag)
    return None if value is None else value not in _OFF


def parse_hex(value: str | None) -> int | None:
    """0xRRGGBB; `auto` and anything else that is no colour is None."""
    if not value or not re.fullmatch(r"[0-9A-Fa-f]{6}", value):
        return None
    return int(value, 16)


def shading(properties: Any) -> int | None:
    """The background that w:shd or w:highlight set."""
    if properties is None:
        return None
    highlight = value_of(properties, "highlight")
    if highlight in _HIGHLIGHTS:
        return _HIGHLIGHTS[highlight]
    shade = properties.find(qualified("shd"))
    return parse_hex(shade.get(qualified("fill"))) if shade is not None else None


class Styles:
    """Looks styles up by id, following `basedOn`."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        self._elements = {item.get(qualified("styleId")): item for item in _children(styles, "style")}
        self._default = run_style(_path(styles, "docDefaults", "rPrDefault", "rPr"))
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._runs: dict[str | None, RunStyle] = {None: RunStyle()}
        self._default_paragraph = next(
            (
                key
                for key, item in self._elements.items()
                if item.get(qualified("default")) == "1" and item.get(qualified("type")) == "paragraph"
            ),
            None,
        )
        self._formats = _list_formats(numbering)

    def paragraph(self, identifier: str | None) -> ParagraphStyle:
        key = identifier if identifier in self._elements else self._default_paragraph
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolve(key)
        return self._paragraphs[key]

    def run(self, identifier: str | None) -> RunStyle:
        """A character style."""
        if identifier not in self._runs:
            style = RunStyle()
            for element in self._chain(identifier):
                style = style.over(run_style(element.find(qualified("rPr"))))
            self._runs[identifier] = style
        return self._runs[identifier]

    def list_format(self, list_id: str, level: int) -> str:
        """`bullet`, `decimal`, ...; "" when the list is unknown or shows no mark."""
        return self._formats.get((list_id, level), "")

    def _chain(self, identifier: str | None) -> list[Any]:
        chain: list[Any] = []
        while identifier in self._elements and len(chain) < 12:
            chain.append(self._elements[identifier])
            identifier = value_of(chain[-1], "basedOn")
        return chain

    def _resolve(self, identifier: str | None) -> ParagraphStyle:
        run, heading, list_id, level, listed = RunStyle(), 0, None, 0, False
        for element in self._chain(identifier):
            run = run.over(run_style(element.find(qualified("rPr"))))
            name = value_of(element, "name") or ""
            heading = heading or _heading_level(name, element)
            listed = listed or name.lower().startswith("list bullet")
            number = _path(element, "pPr", "numPr")
            if list_id is None and number is not None:
                list_id, level = value_of(number, "numId"), _level(number)
        size = _DEFAULT_SIZE if self._default.size is None else self._default.size
        return ParagraphStyle(run.over(self._default._replace(size=size)), heading, list_id, level, listed)


def _heading_level(name: str, element: Any) -> int:
    if name.lower() == "title":
        return 1
    found = HEADING_STYLE.match(name.strip())
    if found:
        return max(1, int(found[1]))
    outline = value_of(_path(element, "pPr"), "outlineLvl")
    return int(outline) + 1 if outline and outline.isdigit() and int(outline) < 9 else 0


def _level(number: Any) -> int:
    value = value_of(number, "ilvl")
    return int(value) if value and value.isdigit() else 0


def _list_formats(numbering: Any) -> dict[tuple[str, int], str]:
    abstract: dict[str, dict[int, str]] = {}
    for item in _children(numbering, "abstractNum"):
        levels = {
            int(level.get(qualified("ilvl"), "0")): value_of(level, "numFmt") or "decimal"
            for level in _children(item, "lvl")
        }
        abstract[str(item.get(qualified("abstractNumId")))] = levels
    return {
        (str(item.get(qualified("numId"))), level): "" if kind == "none" else kind
        for item in _children(numbering, "num")
        for level, kind in abstract.get(value_of(item, "abstractNumId") or "", {}).items()
    }


def _children(parent: Any, tag: str) -> list[Any]:
    return [] if parent is None else parent.findall(qualified(tag))


def _path(parent: Any, *tags: str) -> Any:
    for tag in tags:
        parent = None if parent is None else parent.find(qualified(tag))
    return parent
