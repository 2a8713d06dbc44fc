"""Hours for what was imported: no public vocabulary gives any."""

from __future__ import annotations

from careercraft.model.skill import Hours, SkillKind

_HOURS: dict[SkillKind, Hours] = {
    "technical": Hours(beginner=20, intermediate=80, advanced=250, expert=1000),
    "soft": Hours(beginner=10, intermediate=40, advanced=150, expert=600),
    "domain": Hours(beginner=20, intermediate=80, advanced=250, expert=1000),
    "language": Hours(beginner=100, intermediate=400, advanced=800, expert=1500),
    "certification": Hours(beginner=20, intermediate=60, advanced=120, expert=300),
}
"""Round figures of the size that the built-in entries have."""


def hours_of(kind: SkillKind) -> Hours:
    return _HOURS[kind]
