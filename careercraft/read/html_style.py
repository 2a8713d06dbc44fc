"""As much CSS as is needed to see that an element is not shown: inline styles and plain rules of <style>."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from careercraft.read.colors import WHITE, blends

Reason = Literal["hidden_element", "tiny", "color", "off_page"]
Style = dict[str, str]
_BRACE = re.compile(r"[{}]")
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?[.#][\w-]+\Z|[a-z][a-z0-9]*\Z", re.I)
_LENGTH = re.compile(r"(-?[\d.]+)\s*(px|pt|em|rem|%)?")
_HEX = re.compile(r"#([0-9a-f]{3,8})\Z", re.I)
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*([\d.]+%?)\s*)?\)", re.I)
_ALPHA = re.compile(r"(?:rgba|hsla?|rgb)\([^)]*[,/]\s*([\d.]+%?)\s*\)", re.I)
_HSL = re.compile(r"hsla?\([^)%]*?[\s,]+[\d.]+%[\s,]+([\d.]+)%", re.I)
_UNSEEN = 0.1
"""Opacity under which words are as good as not there."""
_FLAT = re.compile(r"inset\(\s*(?:100|[5-9]\d)%|circle\(\s*0|scale[xy]?\(\s*0?(?:\.0\d*)?\s*\)", re.I)
_NAMED = {"white": WHITE, "black": 0, "snow": 0xFFFAFA, "ivory": 0xFFFFF0, "whitesmoke": 0xF5F5F5}
_POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "%": 0.12}
_SCREEN_READER = re.compile(r"\b(?:sr-only|visually-?hidden|screen-reader(?:-text)?|a11y-hidden)\b", re.I)
_PROPERTIES = (
    "display visibility opacity font-size color background background-color text-indent position left top"
    " clip-path transform height max-height overflow overflow-y"
)
_CARED_FOR = frozenset(_PROPERTIES.split())


class StyleSheet:
    """Declarations by simple selector (`tag`, `.class`, `#id`, `tag.class`); others are left alone."""

    def __init__(self, sheets: list[str]) -> None:
        self._rules: dict[str, Style] = {}
        for sheet in sheets:
            for selectors, body in _plain_rules(_without_comments(sheet)):
                self._add(selectors, declarations(body))

    def _add(self, selectors: str, style: Style) -> None:
        for selector in selectors.split(","):
            if style and _SIMPLE.match(selector.strip()):
                self._rules.setdefault(selector.strip().lower(), {}).update(style)

    def style_of(self, element: Any) -> Style:
        """The element's own declarations; nothing inherited."""
        style: Style = {}
        if self._rules:
            for selector in _selectors(element):
                style.update(self._rules.get(selector, {}))
        style.update(declarations(element.get("style") or ""))
        return style


def _without_comments(sheet: str) -> str:
    """Each part up to the next comment's start and from its end on; one pass, however many marks there are."""
    first, *others = sheet.split("/*")
    return first + "".join(other.partition("*/")[2] for other in others)


def _plain_rules(sheet: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of the rules outside of @-blocks."""
    depth = after = inside = 0
    selectors = ""
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            if depth == 0:
                selectors, inside = sheet[after : brace.start()].rpartition(";")[2], brace.end()
            depth += 1
        elif depth:
            depth -= 1
            after = brace.end()
            if depth == 0 and "@" not in selectors:
                yield selectors, sheet[inside : brace.start()]


def _selectors(element: Any) -> list[str]:
    tag = element.tag.lower()
    classes = [name.lower() for name in (element.get("class") or "").split()]
    ids = [element.get("id").lower()] if element.get("id") else []
    return [
        tag,
        *(f".{name}" for name in classes),
        *(f"{tag}.{name}" for name in classes),
        *(f"#{name}" for name in ids),
        *(f"{tag}#{name}" for name in ids),
    ]


def declarations(body: str) -> Style:
    pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
    found = {name.strip().lower(): value.replace("!important", "").strip().lower() for name, value in pairs}
    return {name: value for name, value in found.items() if name in _CARED_FOR}


def is_for_screen_readers(element: Any) -> bool:
    return _SCREEN_READER.search(element.get("class") or "") is not None


def hidden_reason(element: Any, style: Style, ground: int | None) -> Reason | None:
    """Why the element's text isn't seen; `ground` is the background behind it, None when unknown."""
    if element.get("hidden") is not None or style.get("display") == "none":
        return "hidden_element"
    if style.get("visibility") in ("hidden", "collapse") or _share(style.get("opacity"), 1.0) < _UNSEEN:
        return "hidden_element"
    if _is_cut_away(style):
        return "hidden_element"
    if points(style.get("font-size"), 12.0) < 3.0:
        return "tiny"
    if points(style.get("text-indent"), 0.0) < -500 or _is_moved_away(style):
        return "off_page"
    color = parse_color(style.get("color"))
    if (
        style.get("color") == "transparent"
        or _alpha(style.get("color")) < _UNSEEN
        or (color is not None and ground is not None and blends(color, ground))
    ):
        return "color"
    return None


def _is_cut_away(style: Style) -> bool:
    """Clipped to nothing, shrunk to nothing, or in a box without height."""
    if _FLAT.search(style.get("clip-path") or "") or _FLAT.search(style.get("transform") or ""):
        return True
    clipped = "hidden" in (style.get("overflow"), style.get("overflow-y"))
    return clipped and min(points(style.get(name), 9.0) for name in ("height", "max-height")) < 1.0


def _is_moved_away(style: Style) -> bool:
    placed = style.get("position") in ("absolute", "fixed")
    return placed and min(points(style.get("left"), 0.0), points(style.get("top"), 0.0)) < -500


def background(style: Style, inherited: int | None) -> int | None:
    value = style.get("background-color") or style.get("background")
    if value in (None, "", "none", "transparent", "inherit", "initial"):
        return inherited
    return parse_color(value.split()[0] if not value.startswith("rgb") else value)


def points(value: str | None, default: float) -> float:
    found = _LENGTH.match(value) if value else None
    if not found:
        return default
    try:
        return float(found[1]) * _POINTS.get(found[2] or "px", 0.75)
    except ValueError:
        return default


def _share(value: str | None, default: float) -> float:
    """0.05 and 5% alike; `default` for what isn't understood."""
    try:
        return float(value[:-1]) / 100 if value and value.endswith("%") else float(value or default)
    except ValueError:
        return default


def _alpha(color: str | None) -> float:
    """How much of a color is seen, as its last part says."""
    found = _ALPHA.match(color or "")
    return _share(found[1], 1.0) if found else 1.0


def parse_color(value: str | None) -> int | None:
    """0xRRGGBB; None for what isn't understood or is see-through."""
    if not value:
        return None
    rgb = _RGB.match(value)
    if rgb:
        red, green, blue = (min(255, int(rgb[index])) for index in (1, 2, 3))
        return red << 16 | green << 8 | blue if rgb[4] in (None, "1", "1.0", "100%") else None
    found = _HEX.match(value)
    light = _HSL.match(value)
    if light and not 3 < float(light[1]) < 97:
        return WHITE if float(light[1]) > 50 else 0
    if not found:
        return _NAMED.get(value)
    digits = found[1]
    if len(digits) < 6:
        digits = "".join(2 * digit for digit in digits[:3])
    return int(digits[:6], 16)
