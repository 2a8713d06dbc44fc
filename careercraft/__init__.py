"""careercraft: know your gap, close your gap.

The public API is lazy: importing this package imports nothing heavy, and the names below load what they
need on first use.

    from careercraft import analyze
    analysis = analyze("resume.pdf", "job.txt")
    print(analysis.verdict.label, analysis.verdict.readiness)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from careercraft.api import analyze, parse_job, parse_resume

__version__ = "0.1.0"
__all__ = ["__version__", "analyze", "parse_job", "parse_resume"]


def __getattr__(name: str) -> Any:
    if name in {"analyze", "parse_resume", "parse_job"}:
        from careercraft import api

        return getattr(api, name)
    raise AttributeError(f"module 'careercraft' has no attribute {name!r}")
