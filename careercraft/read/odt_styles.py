"""Styles and lists of an OpenDocument text, resolved to what the reader needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from careercraft.read.word_lines import RunStyle

_PREFIXES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
}
_HEADING = re.compile(r"Heading_20_(\d)\Z")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"([\d.]+)(pt|in|cm|mm|pc|px|%)\Z")
_DEFAULT_SIZE = 12.0
_MOST_PARENTS = 12


def qualified(name: str) -> str:
    """`text:p` with its namespace, as lxml writes it."""
    prefix, local = name.split(":")
    return f"{{{_PREFIXES[prefix]}}}{local}"


def local(element: Any) -> str:
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


class ParagraphStyle(NamedTuple):
    run: RunStyle
    heading: int
    list_style: str | None
    ground: int | None


class Styles:
    """Looks styles up by family and name, following their parents.

    `parts` come with the nearest first: a document's automatic styles may have the names of a header's.
    """

    def __init__(self, *parts: Any) -> None:
        self._elements: dict[tuple[str, str], Any] = {}
        self._lists: dict[str, dict[int, str]] = {}
        self._defaults: dict[str, RunStyle] = {}
        for element in (child for part in parts if part is not None for child in part):
            self._note(element)
        self._paragraphs: dict[str, ParagraphStyle] = {}

    def _note(self, element: Any) -> None:
        kind, name = local(element), element.get(qualified("style:name"), "")
        family = element.get(qualified("style:family"), "")
        if kind == "style":
            self._elements.setdefault((family, name), element)
        elif kind == "default-style":
            self._defaults.setdefault(family, run_style(element, None))
        elif kind == "list-style":
            self._lists.setdefault(name, dict(_levels(element)))

    def paragraph(self, name: str) -> ParagraphStyle:
        if name not in self._paragraphs:
            self._paragraphs[name] = self._resolve(name)
        return self._paragraphs[name]

    def run(self, name: str, base: RunStyle) -> RunStyle:
        """A character style on top of `base`, to which sizes in percent relate."""
        for element in reversed(self._chain("text", name)):
            base = run_style(element, base.size).over(base)
        return base

    def ground(self, family: str, name: str) -> int | None:
        """Background of a table or a cell."""
        for element in self._chain(family, name):
            color = _color(_property(element, "fo:background-color"))
            if color is not None:
                return color
        return None

    def list_mark(self, name: str | None, level: int) -> str:
        """`•`, or `1` for a numbered level; "" where the list shows no mark."""
        return self._lists.get(name or "", {}).get(level, "")

    def _resolve(self, name: str) -> ParagraphStyle:
        size = self._defaults.get("paragraph", RunStyle()).size or _DEFAULT_SIZE
        run = self._defaults.get("paragraph", RunStyle())._replace(size=size, ground=None)
        heading, list_style, ground = 0, None, None
        for element in reversed(self._chain("paragraph", name)):
            run = run_style(element, run.size).over(run)
            heading = _heading_level(element) or heading
            list_style = element.get(qualified("style:list-style-name"), list_style)
            shade = _color(_property(element, "fo:background-color", "paragraph-properties"))
            ground = ground if shade is None else shade
        return ParagraphStyle(run, heading, list_style, ground)

    def _chain(self, family: str, name: str) -> list[Any]:
        chain: list[Any] = []
        while (family, name) in self._elements and len(chain) < _MOST_PARENTS:
            chain.append(self._elements[family, name])
            name = chain[-1].get(qualified("style:parent-style-name"), "")
        return chain


def run_style(element: Any, base_size: float | None) -> RunStyle:
    """What the text properties of one style element set."""
    properties = next((child for child in element if local(child) == "text-properties"), None)
    if properties is None:
        return RunStyle()
    weight = properties.get(qualified("fo:font-weight"))
    display = properties.get(qualified("text:display"))
    return RunStyle(
        bold=None if weight is None else weight in ("bold", "600", "700", "800", "900"),
        vanish=None if display is None else display == "none",
        size=_size(properties.get(qualified("fo:font-size"), ""), base_size),
        color=_color(properties.get(qualified("fo:color"))),
        ground=_color(properties.get(qualified("fo:background-color"))),
    )


def _size(value: str, base: float | None) -> float | None:
    found = _LENGTH.match(value)
    if not found:
        return None
    try:
        number = float(found[1])
    except ValueError:
        return None
    return number / 100 * (base or _DEFAULT_SIZE) if found[2] == "%" else number * _POINTS[found[2]]


def _color(value: str | None) -> int | None:
    """0xRRGGBB; `transparent` and what is no color is None."""
    return int(value[1:], 16) if value and re.fullmatch(r"#[0-9A-Fa-f]{6}", value) else None


def _property(element: Any, name: str, kind: str | None = None) -> str | None:
    found = (child.get(qualified(name)) for child in element if kind in (None, local(child)))
    return next((value for value in found if value is not None), None)


def _heading_level(element: Any) -> int:
    names = (element.get(qualified("style:name"), ""), element.get(qualified("style:parent-style-name"), ""))
    if "Title" in names:
        return 1
    level = element.get(qualified("style:default-outline-level"), "")
    if level.isdigit():
        return int(level)
    found = next((match for name in names if (match := _HEADING.match(name))), None)
    return max(1, int(found[1])) if found else 0


def _levels(list_style: Any) -> Iterator[tuple[int, str]]:
    """Level, from 1, and its mark."""
    for element in list_style:
        level = element.get(qualified("text:level"), "")
        if level.isdigit():
            numbered = local(element) == "list-level-style-number"
            shown = element.get(qualified("style:num-format")) or not numbered
            yield int(level), ("1" if numbered else "•") if shown else ""
