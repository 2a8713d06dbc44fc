"""A sentence with what was found in it, as every guard of the checker gets it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from careercraft.model.match import Mention, SkillEntry
from careercraft.score.prose_facts import Known

_CLAUSE = re.compile(
    r"[;:()?]|(?<!\d),|,(?!\d)|\b(?:but|while|whereas|although|though|however|yet|except|because|since you)\b|—| – "
    r"|\band (?=the posting|the job|the role|the employer|you\b|your\b|it\b|\d)"
)
OWN = re.compile(
    r"\b(?:your|you (?:\w+ )?(?:have|hold|earned|completed|bring|studied|graduated)|with (?:a|your))\b",
    re.IGNORECASE,
)
"""Words with which a sentence gives something to the person."""
ASKS = re.compile(
    r"\b(?:ask\w*|requir\w*|want\w*|need\w*|call\w* for|demand\w*|posting|employer|minimum|at least|expect\w*"
    r"|looks? for|prefer\w*)\b",
    re.IGNORECASE,
)
"""Words with which a clause speaks of the posting."""
SUPPOSED = re.compile(
    r"\b(?:would|could|might|may|if|once|after|when|then|will|with|adding|learning|closing|bring\w*|lift\w*|rais\w+"
    r"|get\w*|together|reach\w*)\b",
    re.IGNORECASE,
)
"""... or of what isn't yet."""
THEN = re.compile(
    r"\b(?:would|could|might|once|after|if|adding|learning|closing|lifts?|lifting|raises?|raising|climbs?|becomes?|turns?)\b",
    re.IGNORECASE,
)
"""Words with which a sentence speaks of what a change would make of it."""


class Said(NamedTuple):
    plain: str
    """Without markup, numbers in figures."""
    left: str
    """`plain` with blanks for words of a document that are quoted as they stand: places are the same."""
    masked: str
    """`left` with the names of skills blanked out."""
    spelled: frozenset[int]
    """Where a number was written as a word."""
    hits: Sequence[Mention]
    places: Sequence[tuple[int, int]]
    """Of all names of skills."""
    named: Sequence[tuple[int, SkillEntry]]
    """Where each requirement or skill of the analysis is named, in order."""
    known: Known

    @property
    def entries(self) -> list[SkillEntry]:
        return [entry for _, entry in self.named]

    @property
    def readiness_then(self) -> list[float]:
        """Of the ways out that the sentence speaks of."""
        names = {entry.name for entry in self.entries}
        ways = self.known.analysis.counterfactuals
        supposed = bool(THEN.search(self.plain))
        return [
            way.readiness for way in ways if supposed or any(change.name in names for change in way.changes)
        ]

    def clause(self, position: int) -> str:
        """The part of the sentence around a place."""
        start, end = self.borders(position)
        return self.left[start:end]

    def borders(self, position: int) -> tuple[int, int]:
        cuts = [found.span() for found in _CLAUSE.finditer(self.masked)]
        start = max((end for _, end in cuts if end <= position), default=0)
        return start, min((begin for begin, _ in cuts if begin >= position), default=len(self.left))
