"""Bytes to `Document`: PDF, DOCX, HTML, Markdown, plain text and JSON Resume.

Importing this package loads no format's library; each is imported by the one module that owns it, when a
document of that format is read.
"""

from __future__ import annotations

from careercraft.read.limits import Limits
from careercraft.read.reader import read_bytes, read_path, read_text

__all__ = ["Limits", "read_bytes", "read_path", "read_text"]
