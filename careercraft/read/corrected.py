"""A person's correction in place of what a file was read as."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec import structs

from careercraft.model.correction import Correction
from careercraft.model.document import Document, Problem
from careercraft.read.limits import Limits
from careercraft.read.reader import read_text

_NOTE = Problem(
    code="corrected", message="your corrections stand in place of what was read in the file", severity="info"
)


def read_corrected(correction: Correction, name: str, limits: Limits, original: Document | None) -> Document:
    """The correction's text under the file's name and hash, so that evidence quotes what the person wrote.

    `original` is what the file itself reads as, None when it can't be read. Of it only the hidden text stays: the
    file still carries it, for others to find. The day of the correction is no part of the result.
    """
    document = read_text(correction.resume, name, "json_resume", limits)
    kept = [problem for problem in original.problems if problem.code == "hidden_text"] if original else []
    return structs.replace(
        document,
        hash=correction.hash,
        correction=document.hash,
        hidden=original.hidden if original else (),
        problems=(_NOTE, *kept, *document.problems),
    )


def shown_name(path: str | Path) -> str:
    """A file's name without its folder, in UTF-8: no report can hold other bytes."""
    return Path(path).name.encode("utf-8", "backslashreplace").decode()


def hash_of(source: str | Path | bytes, limits: Limits) -> str:
    """sha256 of a file's bytes in hex, as `Document.hash`, also of one that can't be read otherwise.

    Empty where there are no bytes to read, or more than a resume has.
    """
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest()
    try:
        path = Path(source)
        if not path.is_file() or path.stat().st_size > limits.max_bytes:
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""
