"""From PDF user space (y upwards, page not yet turned) to the page as it is displayed."""

from __future__ import annotations

import math


class PageSpace:
    """The visible box of a page in user space, and its quarter turns clockwise."""

    def __init__(self, left: float, bottom: float, right: float, top: float, quarter_turns: int) -> None:
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        self._quarters = quarter_turns % 4
        self.turn = 90 * self._quarters
        wide, high = right - left, top - bottom
        self.width, self.height = (high, wide) if self._quarters % 2 else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self._quarters:
            case 0:
                return x - self._left, self._top - y
            case 1:
                return y - self._bottom, x - self._left
            case 2:
                return self._right - x, y - self._bottom
            case _:
                return self._top - y, self._right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom on the displayed page."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def angle(self, degrees: float) -> int:
        """Clockwise turn on the displayed page of text at `degrees` counter-clockwise in user space."""
        if not math.isfinite(degrees):  # a damaged matrix
            return 0
        turned = (self.turn - degrees) % 360
        nearest = round(turned / 90) * 90
        return int(nearest if abs(turned - nearest) < 10 else round(turned)) % 360
