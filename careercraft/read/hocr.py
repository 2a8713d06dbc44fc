"""hOCR, tesseract's page description, to words with box, baseline and size."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

_PROPERTY = re.compile(r"(\w+) ([-\d. ]+)")
_LINES = frozenset(("ocr_line", "ocr_caption", "ocr_header", "ocr_textfloat"))
Box = tuple[float, float, float, float]


class HocrWord(NamedTuple):
    """In pixels of the picture turned upright, y downwards, with the page's skew taken out of y."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    """Of its line: from the top of an ascender to the end of a descender, near the font size."""
    confidence: float
    """0 to 100."""
    angle: int = 0
    """0, 90, 180 or 270: clockwise turn of the text against most of the page."""


class HocrPage(NamedTuple):
    width: float
    height: float
    words: list[HocrWord]
    """In tesseract's order; those of one line follow each other."""


class _Line(NamedTuple):
    box: Box
    slope: float
    offset: float
    size: float
    angle: int
    """0, 90, 180 or 270: counterclockwise turn of its text in the picture."""
    words: list[tuple[str, Box, float]]
    """Text, box, confidence."""


def hocr_pages(data: bytes) -> list[HocrPage]:
    """Raises `ValueError` for what is no hOCR."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise ValueError(f"no hOCR: {error}") from None
    return [_page(element) for element in root.iter() if element.get("class") == "ocr_page"]


def _page(element: ElementTree.Element) -> HocrPage:
    _, _, width, height = _box(_properties(element)) or (0.0, 0.0, 0.0, 0.0)
    lines = [line for item in element.iter() if item.get("class") in _LINES and (line := _line(item))]
    turn = _main_angle(lines)
    lines = [_turned(line, turn, width, height) for line in lines]
    slopes = [line.slope for line in lines if len(line.words) > 2 and line.angle == 0]
    skew = median(slopes) if slopes else 0.0
    if turn % 180:
        width, height = height, width
    return HocrPage(width, height, [word for line in lines for word in _words(line, skew)])


def _line(element: ElementTree.Element) -> _Line | None:
    found = _properties(element)
    box = _box(found)
    if not box:
        return None
    size = found.get("x_size", [box[3] - box[1]])[0]
    angle = round(found.get("textangle", [0.0])[0] / 90) * 90 % 360
    slope, offset, *_ = (*found.get("baseline", []), 0.0, 0.0)
    if "baseline" not in found and box[3] - box[1] > 0.85 * size:  # turned lines come without one
        offset = -found.get("x_descenders", [0.0])[0]
    words = [
        (text, place, properties.get("x_wconf", [0.0])[0])
        for word in element.iter()
        if word.get("class") == "ocrx_word"
        and (text := "".join(word.itertext()).strip())
        and (place := _box(properties := _properties(word)))
    ]
    return _Line(box, slope, offset, size, angle, words)


def _main_angle(lines: list[_Line]) -> int:
    letters = Counter[int]()
    for line in lines:
        letters[line.angle] += sum(len(text) for text, _, _ in line.words)
    return max(letters, key=lambda angle: (letters[angle], -angle), default=0)


def _turned(line: _Line, turn: int, width: float, height: float) -> _Line:
    """The line in the picture turned clockwise by `turn`."""
    words = [
        (text, _turned_box(box, turn, width, height), confidence) for text, box, confidence in line.words
    ]
    box = _turned_box(line.box, turn, width, height)
    return line._replace(box=box, words=words, angle=(line.angle - turn) % 360)


def _turned_box(box: Box, turn: int, width: float, height: float) -> Box:
    x0, y0, x1, y1 = box
    if turn == 90:
        return height - y1, x0, height - y0, x1
    if turn == 180:
        return width - x1, height - y1, width - x0, height - y0
    return (y0, width - x1, y1, width - x0) if turn == 270 else box


def _words(line: _Line, skew: float) -> Iterator[HocrWord]:
    left, _, _, bottom = line.box
    for text, (x0, y0, x1, y1), confidence in line.words:
        middle = (x0 + x1) / 2
        drop = skew * middle
        baseline = bottom + line.offset + line.slope * (middle - left)
        clockwise = -line.angle % 360
        yield HocrWord(text, x0, y0 - drop, x1, y1 - drop, baseline - drop, line.size, confidence, clockwise)


def _box(properties: dict[str, list[float]]) -> Box | None:
    found = properties.get("bbox", [])
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 else None


def _properties(element: ElementTree.Element) -> dict[str, list[float]]:
    """`bbox 1 2 3 4; x_wconf 95` as names with numbers."""
    found: dict[str, list[float]] = {}
    for part in (element.get("title") or "").split(";"):
        match = _PROPERTY.match(part.strip())
        numbers = match[2].split() if match else []
        if match and numbers and all(re.fullmatch(r"-?\d+(?:\.\d*)?|-?\.\d+", number) for number in numbers):
            found[match[1]] = [float(number) for number in numbers]
    return found
