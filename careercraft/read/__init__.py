"""Bytes to `Document`: PDF, DOCX, ODT, RTF, HTML, Markdown, plain text, JSON Resume, LinkedIn's exports, pictures.

Importing this package loads no format's library; each is imported by the one module that owns it, when a
document of that format is read.
"""

from __future__ import annotations

from careercraft.read.limits import Limits
from careercraft.read.reader import is_linkedin_export, read_bytes, read_path, read_text

__all__ = ["Limits", "is_linkedin_export", "read_bytes", "read_path", "read_text"]
