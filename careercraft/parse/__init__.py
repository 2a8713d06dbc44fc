"""Documents to resumes and postings. Importing this package loads no parser; each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from careercraft.parse.job import parse_job
    from careercraft.parse.resume import parse_resume

__all__ = ["parse_job", "parse_resume"]


def __getattr__(name: str) -> Any:
    if name == "parse_resume":
        from careercraft.parse.resume import parse_resume

        return parse_resume
    if name == "parse_job":
        from careercraft.parse.job import parse_job

        return parse_job
    raise AttributeError(f"module 'careercraft.parse' has no attribute {name!r}")
