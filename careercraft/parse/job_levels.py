"""How well a skill is asked for: "expert", "working knowledge", "B2" -> one of the four levels."""

from __future__ import annotations

import re

from careercraft.model.resume import Proficiency
from careercraft.parse.job_cue import lower

_OBJECT = (
    r"(?:[\s,/-]+[\w+#./&-]+){0,4}?[\s,/-]+(?:skills?|knowledge|understanding|experience|proficien\w+"
    r"|command|abilit\w+|familiarity|background"
    r"|grasp|expertise|level|competenc\w+|exposure|user|capabilit\w+|aptitude|in|with|of)\b"
)
_TABLE: tuple[tuple[Proficiency, str], ...] = (
    ("expert", r"\bexpert(?:[- ]level)?\b(?!\s+(?:witness|system|panel)s?)|\bmaster(?:y|ed)\b|\bguru\b"
               r"|\bnative\b(?=.{0,12}(?:speak|level|fluen|or))|\bC2\b"
               r"|\bexpertenkenntnisse|\bmuttersprach"),
    ("advanced", rf"\badvanced{_OBJECT}|\b(?:strong|deep|extensive|excellent|in-depth|exceptional"
                 rf"|outstanding|thorough|superior|significant|considerable){_OBJECT}"
                 r"|\b(?:highly|very|extremely)\s(?:proficient|skilled|experienced|knowledgeable)"
                 r"|\bexpertise\b|\bfluen(?:t|cy)\b|\bC1\b|\bsehr gute|\bverhandlungssicher"
                 r"|\bfließend|\bcourant\b|\bfluido\b"),
    ("intermediate", rf"\bproficien(?:t|cy)\b|\bworking\s(?:knowledge|proficiency|understanding)"
                     rf"|\bintermediate\b|\bcompeten(?:t|ce|cy)\s(?:in|with)|\bhands[- ]on\b"
                     rf"|\b(?:good|solid|sound|practical|proven|demonstrated){_OBJECT}|\bB[12]\b|\bgute\b"),
    ("beginner", rf"\b(?:basic|elementary|fundamental|entry[- ]level|introductory|some|general){_OBJECT}"
                 rf"|\bbasics of\b|\bfamiliar(?:ity)?\b|\bexposure to\b|\bawareness of\b"
                 rf"|\bA[12]\b(?=.{{0,10}}(?:level|niveau|english|german|french))"
                 r"|\bgrundkenntnisse|\bnotions\b|\bbeginner"),
)  # fmt: skip
_LEVELS = re.compile("|".join(f"(?P<{level}>{lower(pattern)})" for level, pattern in _TABLE))
_NAMES: dict[str, Proficiency] = {level: level for level, _ in _TABLE}


def stated_level(text: str) -> Proficiency | None:
    """The level of the first word that tells one, or None."""
    match = _LEVELS.search(text.lower())
    return _NAMES[match.lastgroup] if match and match.lastgroup else None
