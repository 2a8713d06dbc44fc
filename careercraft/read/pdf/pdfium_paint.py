"""How pdfium's text objects are painted: colour, size, angle, font."""

from __future__ import annotations

import ctypes
import math

import pypdfium2_raw as pdfium

from careercraft.read.pdf import pdfium_calls as calls
from careercraft.read.pdf.fonts import is_bold
from careercraft.read.pdf.runs import Style
from careercraft.read.pdf.space import PageSpace

Paint = tuple[Style, float, int]
"""Style, displayed size in points, angle as in `Run`."""
_INVISIBLE_MODES = (3, 7)
_BOLD_MODES = (2, 6)  # filled and stroked: how word processors fake bold


class Painter:
    """Looks each text object up once. Buffers are made once: making them costs more than the calls."""

    def __init__(self, text_page: int, space: PageSpace) -> None:
        self._text_page = text_page
        self._space = space
        self._fonts: dict[int, str] = {}
        self._found: dict[int, Paint] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._colors = (ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint())

    def of(self, key: int | None, index: int) -> Paint:
        """Style, displayed size and angle of the text object that a character belongs to."""
        if key is None:
            return (Style(0, 1.0, False, False, ""), 1.0, 0)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._look_at(key, index)
        return found

    def _look_at(self, key: int, index: int) -> Paint:
        matrix = self._matrix
        calls.matrix(self._text_page, index, ctypes.byref(matrix))
        size = calls.font_size(self._text_page, index) * math.hypot(matrix.c, matrix.d)
        angle = self._space.turn
        if matrix.b or matrix.a < 0:
            angle = self._space.angle(math.degrees(math.atan2(matrix.b, matrix.a)))
        color, opacity, invisible = self.color(key)
        name = self._font_name(calls.font(key))
        bold = is_bold(name) or calls.mode(key) in _BOLD_MODES
        return Style(color, opacity, invisible, bold, name), abs(size), angle

    def color(self, key: int) -> tuple[int, float, bool]:
        """What decides whether a text object is seen, as in `Style`. A word's end is checked for this."""
        red, green, blue, alpha = self._colors
        calls.fill(key, red, green, blue, alpha)
        color = red.value << 16 | green.value << 8 | blue.value
        return color, alpha.value / 255, calls.mode(key) in _INVISIBLE_MODES

    def _font_name(self, font: int | None) -> str:
        if font is None:
            return ""
        name = self._fonts.get(font)
        if name is None:
            buffer = ctypes.create_string_buffer(128)
            calls.font_name(font, buffer, 128)
            name = self._fonts[font] = buffer.value.decode("latin-1")
        return name
