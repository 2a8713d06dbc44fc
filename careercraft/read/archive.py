"""What a damaged ZIP archive raises."""

from __future__ import annotations

import zipfile
import zlib

ARCHIVE_DAMAGE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError,
)  # fmt: skip
"""Each damaged archive surfaces as another of these, depending on which byte is wrong."""
