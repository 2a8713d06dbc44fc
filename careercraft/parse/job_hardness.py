"""Which asks are hard: those without which nothing else counts."""

from __future__ import annotations

import re

from careercraft.model.job import Statement
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_degrees import asked_degrees
from careercraft.parse.job_kinds import AUTHORIZATION, CLEARANCE
from careercraft.parse.job_years import find_years

_CREDENTIAL = Lazy(
    r"\b(?:licen[cs]e[ds]?|licensure|licensed|certifi\w+|clearance|citizen\w*|authori[sz]\w+"
    r"|registration|registered|visa|permit|right to work|driver|credential\w*"
    r"|führerschein|permis|carnet|patente|rijbewijs|approbation)\b",
    re.IGNORECASE,
)
_MANDATORY = re.compile(
    r"\b(?:mandatory|non[- ]negotiable|(?:is|are)\s(?:an?\s)?(?:absolute\s)?must\b(?!-)|(?:is"
    r"|are)\s(?:strictly\s|absolutely\s)?required\b"
    r"|must\s(?:hold|possess|be\s(?:licen[cs]ed|certified|registered|authori[sz]ed|legally|eligible"
    r"|fluent|proficient|a\s(?:u\.?s\.?|united|licen[cs]ed))|be\san?\s(?:u\.?s|licen))"
    r"|must\s(?:currently\s|already\s)?have\b|zwingend|obligatoire|imprescindible|obrigatóri[oa]"
    r"|obligatori[oa]|verplicht)",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"(?<!as )(?<!not )(?<!if )\b(?:required|must|requires?)\b|\berforderlich\b"
    r"|\bexigée?s?\b|\bvereist\b",
    re.IGNORECASE,
)
_CONDITIONAL = Lazy(
    r"\b(?:may\s(?:be\s)?requir|if\s(?:you\b|selected|assigned|hired|applicable|required|needed)"
    r"|not\s(?:be\s)?required|(?:some|certain|many|most)\s(?:\w+\s)?positions|will\sbe\srequired)",
    re.IGNORECASE,
)
_NO_SPONSOR = re.compile(
    r"\b(?:not|no|unable|cannot|can['’]t|without|don['’]t)\b.{0,60}\bsponsor", re.IGNORECASE
)
_SOFT = Lazy(
    r"\b(?:communicat\w+|interpersonal|team|attitude|analytical|organi[sz]ation\w*|problem[- ]solving"
    r"|detail|self[- ]\w+|motivat\w+|flexib\w+|ethic|passion\w*|verbal|written"
    r"|work (?:independently|well|under)|ability|able to|willing\w*|leadership|time[- ]management"
    r"|multi-?task\w*|positive|interest|transportation|experience|track record|desire|mindset"
    r"|curiosity|enthusias\w+|eye for|travel|sitting|standing|lift\w*|dexterity|gpa|physical\w*"
    r"|problems|judg\w+)\b",
    re.IGNORECASE,
)  # fmt: skip


def is_hard(text: str) -> bool:
    """Whether a statement calls a credential or a skill mandatory in so many words; years and manners never are."""
    mandatory = _MANDATORY.search(text) is not None
    if not (mandatory or _REQUIRED.search(text) or _NO_SPONSOR.search(text)) or _CONDITIONAL.search(text):
        return False
    if "degree" in text.lower() or asked_degrees(text):
        return bool(re.search(r"\bmandatory\b|non[- ]negotiable", text, re.IGNORECASE))
    if AUTHORIZATION.search(text) or CLEARANCE.search(text) or _CREDENTIAL.search(text):
        return True
    return mandatory and not _SOFT.search(text) and not find_years(text)


def names_credential(words: str) -> bool:
    """Whether the words speak of a license or a certificate at all."""
    return _CREDENTIAL.search(words) is not None


def is_hard_for(statement: Statement, kind: str, words: str) -> bool:
    """Whether one thing that a statement asks for is hard: of "must be a licensed electrician who knows Excel" the
    license is, and manners never are. A license or certificate is hard as soon as it is called required."""
    text = statement.text.value
    if statement.skill_ids or not (statement.hard or kind == "certification"):
        return statement.hard
    if kind == "soft" or CLEARANCE.search(words) or AUTHORIZATION.search(words):
        return False
    if kind == "certification":
        required = _MANDATORY.search(text) or _REQUIRED.search(text)
        return statement.importance == "must" and bool(required) and not _CONDITIONAL.search(text)
    return names_credential(words) or (kind != "other" and not names_credential(text))
