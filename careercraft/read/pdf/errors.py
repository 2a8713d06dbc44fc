"""What an engine raises; `read_pdf` turns it into an `InputError` with the document's name."""

from __future__ import annotations


class CorruptPdfError(Exception):
    """The file can't be opened or walked."""


class EncryptedPdfError(Exception):
    """The file asks for a password."""
