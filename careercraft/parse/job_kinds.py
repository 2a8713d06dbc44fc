"""What a statement does: asks, describes the work, presents the employer, offers, states a value, or sets terms."""

from __future__ import annotations

import re

from careercraft.model.job import StatementKind
from careercraft.parse import job_cues as cues
from careercraft.parse.job_cue import Cue, Lazy
from careercraft.parse.job_sections import Passage

AUTHORIZATION = Cue(
    r"""\b(?:(?:legally\s)?(?:authori[sz]ed|eligible|permitted|entitled)\s(?:and\s\w+\s)?(?:to|for)\s(?:work
      |employ)\w*|work(?:ing)?\s(?:authori[sz]ation|permit|visa|rights)|right\sto\swork(?!\sposter)
      |employment\sauthori[sz]ation
      |(?:visa|immigration|h-?1b|employment)[\w\s-]{0,20}\s?sponsor\w*|sponsor(?:ship|ed
      |ing)?\b[\w\s,]{0,30}(?:visa|h-?1b|work|employment|immigration)|sponsorship\b|(?:not|can['’]t|cannot
      |will|can|don['’]t|unable\sto)\s(?:\w+\s)?sponsor\b|green\scard|permanent\sresiden\w+
      |u\.?s\.?\s(?:citizen(?:ship)?|person)\b|(?:us|united\sstates|eu|uk|canadian)\scitizen(?:s|ship)?\b
      |citizenship\b
      |arbeitserlaubnis|permis\sde\stravail|permiso\sde\strabajo|visto\sde\strabalho|permesso\sdi\slavoro
      |werkvergunning)""",
    stems=(
        "authori", "eligible", "permi", "entitled", "visa", "right", "sponsor", "green card", "residen", "citizen",
        "person", "erlaubnis", "visto", "werkvergun",
    ),
)  # fmt: skip
CLEARANCE = Cue(
    r"\b(?:security\sclearance|(?:top\s)?secret\b[\w\s/()-]{0,20}clearance|clearance\b|ts/sci"
    r"|top\ssecret|public\strust|polygraph|dbs\scheck|sc\scleared|nato\ssecret"
    r"|sicherheitsüberprüfung|habilitation)(?!\s(?:sale|items|rack|center|store|rates?|of\s))",
    stems=(
        "clearance", "ts/sci", "top secret", "public trust", "polygraph", "dbs", "sc cleared", "nato", "sicherheits",
        "habilit",
    ),
)  # fmt: skip
_STRONG = Cue(
    r"\b(?:must|required?|mandatory|years|candidates?|applicants?|proficien\w+|knowledge\sof|degree"
    r"|bachelor\w*|certifi\w+|licen[cs]\w+|you\s(?:have|need))\b",
)
_READER = Cue(
    r"\b(?:candidates?|applicants?|you['’]?(?:ve|re)?|your|someone|individuals?|person"
    r"|professional|ideal)\b"
)
_EEO = Cue(
    r"equal\s(?:employment\s)?opportunit|regardless|without\sregard|discriminat|accommodat"
    r"|affirmative|e-?verify"
)
_FINITE = Cue(
    r"\b(?:is|are|was|were|will|has|have|had|offers?|provides?|we|you|our|your|us|this|they|it|can"
    r"|may|should|does|do|ist|sind|wir|est|sont|nous|es|son)\b",
)
_CANDIDATE = Cue(r"\b(?:candidate|applicant)s?\b")
_SPONSORS = Cue(
    r"(?<!no\s)sponsorship\s(?:is\s)?(?:available|offered|provided|possible)|\b(?:we\s(?:can\s|do\s"
    r"|will\s|also\s)*(?:offer|provide|sponsor|support)|happy\sto\ssponsor|able\sto\ssponsor)\b"
)
_FRAGMENT_WORDS = 14
_LABELLED = Lazy(r"[A-Z][\w/&' -]{2,40}: \w")
_LABEL = re.compile(r"[^:.]{2,60}:\s")
_LISTED = 4
_PARAGRAPH = 180
_INSIDERS = Cue(
    r"\bour\s(?:employees|people|staff|teams|associates|customers|clients|members|company"
    r"|history|products?)\b"
)


def kind_of(text: str, passage: Passage, headless: bool) -> StatementKind:
    """The kind of one statement. `headless` tells that no heading of the posting says where asks stand."""
    if AUTHORIZATION.search(text) and not _EEO.search(text):
        return "benefit" if _SPONSORS.search(text) else "requirement"
    if cues.META.search(text):
        return "meta"
    decide = _BY_SECTION.get(passage.section or "")
    return decide(text, passage) if decide else _in_the_open(text, passage, headless)


def _is_company(text: str) -> bool:
    """A sentence of the employer about itself; "we are looking for …" isn't one."""
    if not cues.COMPANY.search(text):
        return False
    return not (cues.SEEKING.search(text) and cues.ASKS.search(text)) and not (
        cues.ASKS.search(text) and _CANDIDATE.search(text)
    )


def _of_company(text: str) -> StatementKind:
    if cues.BENEFITS.search(text):
        return "benefit"
    return "value" if cues.VALUES.search(text) else "about"


def _is_action(text: str) -> bool:
    """A deed, also behind a label: "Share results: communicate findings to …"."""
    label = _LABEL.match(text)
    return any(
        cues.ACTION.search(part) or cues.GERUND.search(part)
        for part in (text, text[label.end() :] if label else "")
    )


def _requirement(text: str, passage: Passage) -> StatementKind:
    if _is_company(text):
        return _of_company(text)
    asks = cues.ASKS.search(text) or cues.ASKS_FIRST.search(text)
    if cues.BENEFITS.search(text) and not asks:
        return "benefit"
    # The blurb that closes a posting often stands under its last heading.
    long = passage.unit.end - passage.unit.start > _PARAGRAPH
    if long and not passage.unit.bullet and not asks and _FINITE.search(text):
        return _of_company(text)
    return (
        "duty"
        if not passage.listed and cues.DUTY.search(text) and not _STRONG.search(text)
        else "requirement"
    )


def _duty(text: str, passage: Passage) -> StatementKind:
    if not passage.unit.bullet and _is_company(text):
        return _of_company(text)
    if _is_action(text):
        return "duty"
    if cues.ASKS_FIRST.search(text):
        return "requirement"
    asks = not passage.unit.bullet and cues.ASKS.search(text) and _STRONG.search(text)
    return "requirement" if asks and not cues.DUTY.search(text) else "duty"


def _benefit(text: str, passage: Passage) -> StatementKind:
    asks = cues.ASKS_FIRST.search(text) and _STRONG.search(text) and not cues.BENEFITS.search(text)
    return "requirement" if asks and not passage.unit.bullet else "benefit"


def _about(text: str, passage: Passage) -> StatementKind:
    if passage.listed and not _is_company(text):
        if cues.ASKS_FIRST.search(text):
            return "requirement"
        if cues.ACTION.search(text):
            return "duty"
    if cues.ASKS.search(text) and _READER.search(text) and _STRONG.search(text) and not _is_company(text):
        return "requirement"
    return _of_company(text)


def _value(text: str, passage: Passage) -> StatementKind:
    return "requirement" if cues.ASKS_FIRST.search(text) and cues.MUST.search(text) else "value"


def _terms(text: str, passage: Passage) -> StatementKind:
    if (
        cues.MUST.search(text)
        and (cues.ASKS_FIRST.search(text) or cues.ASKS.search(text))
        and not _is_company(text)
    ):
        return "requirement"
    return "benefit" if cues.BENEFITS.search(text) else "meta"


def _in_the_open(text: str, passage: Passage, headless: bool) -> StatementKind:
    """Before the first telling heading, or under "Job summary"."""
    if _is_company(text) or _of_insiders(text):
        return _of_company(text)
    if passage.unit.bullet:
        return _bare_item(text)
    strong = _STRONG.search(text)
    if (cues.DUTY.search(text) and not (cues.ASKS.search(text) and strong)) or (
        _is_action(text) and not strong
    ):
        return "duty"
    if cues.ASKS.search(text) or ((headless or passage.listed) and cues.ASKS_FIRST.search(text)):
        return "requirement"
    if cues.BENEFITS.search(text):
        return "benefit"
    if cues.VALUES.search(text):
        return "value"
    return "requirement" if headless and (_is_fragment(text) or _LABELLED.match(text)) else "about"


def _of_insiders(text: str) -> bool:
    """ "Our employees enjoy …": about the company, though it doesn't begin with it."""
    return _INSIDERS.search(text) and not (_READER.search(text) or cues.MUST.search(text) or _is_action(text))


def _bare_item(text: str) -> StatementKind:
    """A bulleted item that no heading explains."""
    if _is_action(text) or cues.DUTY.search(text):
        return "duty"
    if cues.BENEFITS.search(text) and not cues.ASKS.search(text) and not cues.ASKS_FIRST.search(text):
        return "benefit"
    return "requirement"


def _is_fragment(text: str) -> bool:
    """A sentence, or its part before a semicolon, without a verb ("Mastered baking techniques."): a list item that was
    written into prose."""
    words = text.split()
    listed = text.count(",") >= _LISTED or text.count(";") > _LISTED
    short = 1 < len(words) <= _FRAGMENT_WORDS or listed
    return short and text.endswith((".", ";")) and not _FINITE.search(text)


_BY_SECTION = {
    "requirement": _requirement,
    "duty": _duty,
    "benefit": _benefit,
    "about": _about,
    "value": _value,
    "terms": _terms,
}
