"""PDF to `Document`: an engine gives runs, the layout analysis is ours."""

from __future__ import annotations

from careercraft.read.pdf.reader import read_pdf

__all__ = ["read_pdf"]
