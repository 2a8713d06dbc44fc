"""Seniority: from the words of a title, a labelled fact, or clear words in the text."""

from __future__ import annotations

import re

from careercraft.model.document import Text
from careercraft.model.job import Seniority
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_sections import Outline

_LEVELS: tuple[tuple[Seniority, str], ...] = (
    ("intern", r"\b(?:intern(?:ship)?|trainee|apprentice(?:ship)?|working student|werkstudent(?:in)?"
               r"|praktikant(?:in)?|praktikum|stagiaire|stage|alternance|becari[oa]|prácticas"
               r"|estagi[oá]\w*|tirocin\w+|stagista|stagiair|student assistant|co-?op)\b"),
    ("lead", r"^manager(?=\s?[,–—-])|\b(?:(?:senior|sr\.?|general|engineering|group) manager|manager of|lead"
             r"|principal|head of|head|director|chief|vp|vice president"
             r"|staff (?:\w+ ){0,2}(?:engineer|scientist|developer|designer)|team ?lead(?:er|iterin?)?"
             r"|teamlead|leiter(?:in)?|cto|ceo|cfo|coo|distinguished|fellow|responsable|jefe|gerente"
             r"|direct(?:eur|rice|ora?)|leitung)\b"),
    ("junior", r"\b(?:junior|júnior|jr|entry[- ]level|graduate|new grad|college hire|early career"
               r"|associate(?! (?:director|professor|dean|vice|vp|partner|general|principal))"
               r"|berufseinsteiger(?:in)?|débutante?|assistant(?! (?:manager|director|professor|principal"
               r"|vice|dean|attorney|controller|superintendent|chef|coach)))\b|(?<!\w)(?:I|1)(?=\s*(?:$"
               r"|[-–(,|/]))"),
    ("senior", r"\b(?:senior|sr|expert|sénior|sênior|confirmée?|experienced|expérimentée?|erfahrene?r?)\b"
               r"|(?<!\w)(?:III|IV|V|3|4|5)(?=\s*(?:$|[-–(,|/]))"),
    ("mid", r"\b(?:mid[- ]?(?:level|senior|career)?|intermediate|medior|pleno)\b|(?<!\w)(?:II"
            r"|2)(?=\s*(?:$|[-–(,|/]))"),
)  # fmt: skip
_LEVEL = tuple((level, Lazy(pattern, re.IGNORECASE)) for level, pattern in _LEVELS)
# Who manages a project, a product or a customer leads no people by that word alone.
_MANAGES_WORK = Lazy(
    r"\b(?:projects?|products?|program(?:me)?s?|accounts?|case|care|property|office|community|brand|content|category"
    r"|contracts?|customer(?: \w+)?|client(?: \w+)?|relationship|media|event|campaign|portfolio|change|release|risk"
    r"|quality|territory|bid|grants?|proposal|delivery|business development|partner(?:ship)?s?|vendor|supplier"
    r"|procurement|purchasing|inventory|asset|data|compliance|process|assistant|deputy|duty|night|desk|front office"
    r"|sales|marketing|development|growth|solutions?|success|engagement|knowledge|records?|leasing|catering)"
    r" managers?\b",
    re.IGNORECASE,
)
_MANAGER = re.compile(r"\bmanagers?$|\bmanagers?(?=\s?[,(/|–—-])", re.IGNORECASE)
_NO_LEVEL = re.compile(
    r"\b(?:lead generation|leads?\s(?:gen|management|qualif)|principal investigator"
    r"|head (?:chef|nurse|start|cook|coach|teacher)|junior high|senior (?:living|care"
    r"|citizens?|services|housing|center)|associate['’]?s? degree|graduate (?:student"
    r"|school|degree|program)|internal(?: \w+)?|chief of staff|staff accountant)\b|\([^()]*\bexpert[^()]*\)",
    re.IGNORECASE,
)
_WORDED: tuple[tuple[Seniority, str], ...] = (
    ("intern", r"\b(?:this|our|the|paid|summer|unpaid)\s(?:\w+\s)?internship\b|\binternship (?:position"
               r"|program|role)|\bas an intern\b"),
    ("junior", r"\bentry[- ]level\s(?:position|role|opportunity|job|candidate)|\bno (?:prior "
               r"|previous )?experience (?:is )?(?:required|necessary|needed)|\brecent (?:college "
               r"|university )?graduates?\b|\bjunior[- ]level\b|\bexperience level\W+(?:entry|junior)"),
    ("senior", r"\bsenior[- ]level\s(?:position|role|opportunity|job|candidate)"
               r"|\bexperience level\W+senior|\bthis is a senior\b|\b(?:seeking|looking for"
               r"|hiring) an? (?:\w+ )?senior\b"),
    ("mid", r"\bmid[- ]level\s(?:position|role|opportunity|job|candidate)|\bexperience level\W+(?:mid"
            r"|intermediate)"),
)  # fmt: skip
_WORDS = tuple((level, Lazy(pattern, re.IGNORECASE)) for level, pattern in _WORDED)

_STEMS: dict[Seniority, tuple[str, ...]] = {
    "intern": ("intern ", "internship"),
    "junior": ("entry", "experience is", "experience r", "experience n", "graduate", "junior"),
    "senior": ("senior",),
    "mid": ("mid-level", "mid level", "experience level"),
}
"""Without any of them the words of a level can't stand in the text; finding that out is cheap."""


def read_level(title: Text | None, outline: Outline) -> Seniority | None:
    """From the title, else a labelled fact, else clear words in the text; None where nothing says."""
    if title and (level := level_of(title.value)):
        return level
    for fact in outline.facts:
        value = outline.flat[fact.start : fact.end]
        # "Experienced" behind a label only rules out beginners.
        if (
            fact.kind == "level"
            and not value.casefold().startswith("experienced")
            and (level := level_of(value))
        ):
            return level
    low = outline.flat.lower()
    return next(
        (
            level
            for level, pattern in _WORDS
            if any(stem in low for stem in _STEMS[level]) and pattern.search(outline.flat)
        ),
        None,
    )


def level_of(title: str) -> Seniority | None:
    """The seniority that the words of a title state."""
    bare = _NO_LEVEL.sub(" ", title)
    stated = next((level for level, pattern in _LEVEL if pattern.search(bare)), None)
    if stated is None and _MANAGER.search(bare) and not _MANAGES_WORK.search(bare):
        return "lead"
    return stated
