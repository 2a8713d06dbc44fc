"""Guards: text that tries to steer the reader of the posting, a resume given as the posting, next to no text."""

from __future__ import annotations

import re

from careercraft.model.document import Document, Problem, Text
from careercraft.model.job import Statement
from careercraft.parse.job_cue import Cue, Lazy
from careercraft.parse.job_sections import Outline
from careercraft.parse.uncovered import language_problem

_BAIT = Cue(
    r"""\b(?:(?:ignore|disregard|forget|override|bypass)\s(?:\w+\s){0,3}(?:previous|prior|above|earlier
      |preceding|all|any|your|the|these|those)\s(?:\w+\s){0,2}(?:instructions?|prompts?|rules?|guidelines?
      |directions?|context|text)
      |(?:rate|score|rank|grade|mark|classify|evaluate|judge)\s(?:this|the|every|all|each|any|me|him|her
      |them)\s?(?:candidates?|applicants?|resumes?|cvs?|profiles?|analysis|as)?\s?(?:\w+\s){0,4}(?:100\b
      |10/10|highest|perfect|maximum|\bfit\b|top|excellent|best)
      |(?:you\sare\s(?:now\s)?(?:an?\s)?(?:ai|assistant|chatgpt|language\smodel|llm|gpt|bot)\b)
      |as\san\s(?:ai|llm)\b(?:\slanguage\smodel|\sassistant|,)|system\s?prompt|prompt\sinjection
      |^\W*(?:system|assistant)\s?:\s?(?:you|ignore|always|do\s|output|this)|<\|?(?:im_start|system
      |endoftext)
      |(?:answer|respond|reply|output|return|print)\s(?:only\s|with\s|exactly\s)*["“'‘]?(?:fit|100|unfit
      |hired?)\b|(?:if\syou\sare|to\sany|attention|note\sto)\s(?:an?\s)?(?:ai|llm|large\slanguage
      |language\smodel|chatbot|bot|automated\s(?:system|screen))
      |recommend\s(?:this|the)\s(?:candidate|applicant)\s(?:for\shire|strongly|immediately)
      |ignorier\w*\s(?:alle\s)?(?:vorherigen|bisherigen)|ignore[zr]?\s(?:toutes\sles\s)?instructions
      |ignor[ae]\s(?:todas\s)?las\sinstrucciones)""",
)
_EMAIL = Lazy(r"[\w.+-]+@[\w-]+\.\w{2,}")
_PHONE = Lazy(r"(?:\+\d{1,3}[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{3,4}\b")
_PERIOD = re.compile(
    r"(?:(?:19|20)\d\d|\d{1,2}/\d{2,4})\s*(?:[-–—]|to|until|bis|à"
    r"|a)+\s*(?:[A-Za-zäéû.]{3,10}\s+)?(?:(?:19|20)\d\d|\d{1,2}/\d{2,4}|present|current|now|today"
    r"|heute|présent|actual\w*)",
    re.IGNORECASE,
)
_FIRST_PERSON = Lazy(r"\b(?:I|I['’]m|I['’]ve|my|myself)\b")
_SECTIONS = Lazy(
    r"^\W*(?:work |professional |employment |relevant )?(?:experience|history|employment|education"
    r"|skills|projects|summary|objective|references|certifications"
    r"|languages|interests|hobbies|publications|awards|contact|personal information|profile"
    r"|career summary)\s*:?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_DEED = Lazy(
    r"^\W*(?:[A-Z][a-z]+ed|Led|Built|Ran|Wrote|Grew|Won|Made|Oversaw|Taught|Drove|Cut)\b", re.MULTILINE
)
_ADDRESSES_READER = Lazy(
    r"\b(?:you(?:['’](?:ll|re|ve))?|your|candidates?|applicants?|we are (?:looking|seeking|hiring)"
    r"|apply|seeking|looking for|job (?:title|summary|description)"
    r"|responsibilities|requirements|qualifications|must have|required|equal opportunity)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 8


def is_bait(text: str) -> bool:
    """Whether a statement speaks to a program that screens documents instead of to a person."""
    return _BAIT.search(text)


def find_problems(
    document: Document, outline: Outline, statements: tuple[Statement, ...]
) -> tuple[Problem, ...]:
    """What the caller should know before it trusts the parse; severity `error` means: don't go on."""
    problems = [
        _bait_problem(outline, statements),
        _resume_problem(document.text),
        _size_problem(outline, statements),
        language_problem(document),
    ]
    return tuple(problem for problem in problems if problem)


def _bait_problem(outline: Outline, statements: tuple[Statement, ...]) -> Problem | None:
    texts: list[Text] = [
        statement.text
        for statement in statements
        if statement.kind == "meta" and is_bait(statement.text.value)
    ]
    headings = [outline.flat[unit.start : unit.end] for unit, _ in outline.headings]
    quotes = [text.value for text in texts] + [text for text in headings if is_bait(text)]
    if not quotes:
        return None
    quote = quotes[0] if len(quotes[0]) <= 120 else quotes[0][:117] + "…"
    return Problem(
        code="bait", message=f"Text that tries to steer an automated reader was left out: “{quote}”"
    )


def _resume_problem(text: str) -> Problem | None:
    """A resume shows contact data, dated periods and deeds, and asks nothing of its reader."""
    periods = len(_PERIOD.findall(text))
    if periods < 1:
        return None
    contact = bool(_EMAIL.search(text)) + bool(_PHONE.search(text))
    own = len(list(_FIRST_PERSON.finditer(text)))
    sections = len({match[0].strip(" :").casefold() for match in _SECTIONS.finditer(text)})
    signs = (
        min(contact, 2)
        + min(periods, 3)
        + min(sections, 3)
        + (own >= 3)
        + (len(list(_DEED.finditer(text))) >= 4)
    )
    asks = len(list(_ADDRESSES_READER.finditer(text)))
    if signs < 4 or asks >= max(3, signs):
        return None
    return Problem(
        code="looks_like_resume",
        message="This reads like a resume (contact details, dated work history), not like a job posting.",
        severity="error",
    )


def _size_problem(outline: Outline, statements: tuple[Statement, ...]) -> Problem | None:
    words = len(outline.flat.split())
    asks = any(statement.kind in ("requirement", "duty") for statement in statements)
    if words >= _LEAST_WORDS and asks:
        return None
    what = (
        f"The posting has only {words} words"
        if words < _LEAST_WORDS
        else "The posting asks for nothing that can be compared"
    )
    return Problem(code="too_short", message=f"{what}; paste its whole text.", severity="error")
