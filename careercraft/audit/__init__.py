"""`careercraft audit`: what must not move a score is swapped in a person's own resume, and every score is looked at."""

from __future__ import annotations

from careercraft.audit.run import audit

__all__ = ["audit"]
