"""What pdfminer's interpreter passes over: opacity and clipping, followed as it walks the content."""

from __future__ import annotations

from typing import Any, NamedTuple

from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psparser import literal_name

from careercraft.read.pdf.runs import Box

_MAX_STEPS = 12
"""A clipping path with more is no box; what it leaves open isn't worked out."""


class Paint(NamedTuple):
    opacity: float = 1.0
    """Of fills: 0 to 1."""
    clip: Box | None = None
    """What the clipping boxes leave open, on the displayed page."""

    def is_open(self, x: float, y: float) -> bool:
        clip = self.clip
        return clip is None or (clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3])

    def clipped(self, box: Box) -> Paint:
        clip = self.clip or box
        left, top = max(clip[0], box[0]), max(clip[1], box[1])
        return self._replace(clip=(left, top, min(clip[2], box[2]), min(clip[3], box[3])))


class PaintInterpreter(PDFPageInterpreter):
    """Keeps the device's `paint` as the graphics state has it."""

    device: Any

    def __init__(self, resources: PDFResourceManager, device: Any) -> None:
        super().__init__(resources, device)
        self._paints: list[Paint] = []

    def do_q(self) -> None:
        self._paints.append(self.device.paint)
        super().do_q()

    def do_Q(self) -> None:
        if self._paints:
            self.device.paint = self._paints.pop()
        super().do_Q()

    def do_gs(self, name: Any) -> None:
        states = dict_value(self.resources.get("ExtGState") or {})
        opacity = resolve1(dict_value(states.get(literal_name(name)) or {}).get("ca"))
        if isinstance(opacity, int | float):
            self.device.paint = self.device.paint._replace(opacity=float(opacity))

    def do_W(self) -> None:
        points = [
            (float(step[at]), float(step[at + 1]))
            for step in self.curpath
            for at in range(1, len(step) - 1, 2)
        ]
        if points and len(self.curpath) <= _MAX_STEPS:
            self.device.paint = self.device.paint.clipped(self.device.box(points))

    def do_W_a(self) -> None:
        self.do_W()
