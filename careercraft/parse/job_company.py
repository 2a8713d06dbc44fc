"""Company and kind of employment of a posting."""

from __future__ import annotations

import re

from careercraft.model.document import Text
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_headings import exact_heading, fact_label
from careercraft.parse.job_mode import is_work_mode
from careercraft.parse.job_sections import Fact, Outline
from careercraft.parse.job_title_words import find_occupation
from careercraft.parse.job_units import Unit
from careercraft.parse.places import find_place, find_places

_COMPANY_PROSE = Lazy(
    r"""(?<![^\s("“])(?P<company>(?-i:[A-Z0-9][\w&'’-]*(?:\.\w+)*(?:\s(?:[A-Z0-9&][\w&'’-]*(?:\.\w+)*|of|the
      |and)){0,5}?))(?:,?\s(?:Inc|LLC|Ltd|Corp|GmbH|SA|Co)\.?)?(?:\s\([A-Z]{2,8}\))?,?
        \s(?i:is\s(?:currently\s|now\s|actively\s)?(?:looking|seeking|hiring|recruiting|searching|expanding
        |an?\s(?:\w+[\s-]){0,4}(?:company|firm|leader|provider|startup|start-up|organi[sz]ation|agency
        |hospital|university|bank|platform|retailer|manufacturer|non-?profit)|the\s(?:leading|world|largest
        |global|premier|only|nation|first)|one\sof\sthe)|seeks\b|has\san\s(?:immediate\s)?(?:opening
        |opportunity)|sucht\b|recherche\b|busca\b)""",
    re.VERBOSE,
)
_WE_ARE = Lazy(
    r"\b(?:We['’]re|We are)\s(?P<company>[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){0,3}),?\s(?:an?"
    r"|the|and)\s"
)
_NOT_COMPANY = re.compile(
    r"^(?:we|our|this|that|the|it|he|she|there|who|what|you|your|job|position|role|team|company"
    r"|client|candidate|ideal|successful|here|which|description|about|overview|summary|an?|and|as|at"
    r"|in|our (?:client|team)|"
    r"\w+ (?:role|position|team|department|candidate)|.* (?:position|role|team|department|group))$",
    re.IGNORECASE,
)
_TITLE_AT = Lazy(r"\s(?:at|@|bei|chez)\s(?P<company>[A-Z][\w&.'’ -]{1,40}?)(?=\s*(?:[,|•·(–—]|$))")
_BEFORE_PLACE = Lazy(r"(?P<company>[A-Z0-9][\w&.'’ -]{1,50}?)\s*[,|•·–—-]\s")
_LEGAL = Lazy(
    r"\b(?:GmbH|AG|SE|Inc|LLC|Ltd|Limited|Corp|PLC|S\.?A|SAS|S\.?L|B\.?V|SpA|Lda|Oy|AB|ApS"
    r"|Pty)\b\.?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^\W*(?:About|Who is|Über|À propos de|Sobre|Over)\s+(?P<company>(?!(?i:us|the|this"
    r"|our|you|your|me|it|we|a)\b)[\w&.'’ -]{2,50}?)\W*$"
)
_AT = Lazy(
    r"\b(?:[Aa]t|[Jj]oin)\s(?P<company>[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){0,3})(?=,|\s(?:(?:we|you"
    r"|as|is|and|team)\b|in\s[A-Z]))"
)
_WORK_WORD = Lazy(
    r"\b(?:role|position|job|team|opportunity|department|program|location|division|project|candidate)\b",
    re.IGNORECASE,
)
_EMPLOYMENT = re.compile(
    r"\b(?:full[- ]?time(?:/(?:regular|permanent))?|part[- ]?time|internship"
    r"|contract[- ]to[- ](?:hire|perm)|fixed[- ]term|permanent(?! resid)|temporary|seasonal|freelance"
    r"|per[- ]diem|vollzeit|teilzeit|unbefristet|befristet"
    r"|cdi|cdd|temps plein|temps partiel|jornada completa|media jornada|tempo (?:integral|pieno"
    r"|inteiro|parziale|indeterminato)|voltijd|deeltijd|fulltime|parttime)\b"
    r"(?![\w /]{0,30}\bexperience| (?:\w+ )?(?:student|enrol))",
    re.IGNORECASE,
)
_CONTRACT = Lazy(
    r"\b(?:contract|temporary|permanent(?! resid)|freelance)\s(?:position|role|job|opportunity"
    r"|assignment|basis|employment)\b|\b(?:on a|6|12|18|3)[- ](?:month )?contract\b",
    re.IGNORECASE,
)
_EMPLOYMENT_WORD = Lazy(r"contract|temp|perm|intern|regular|freelance", re.IGNORECASE)
_HEAD_UNITS = 6
# Capitals throughout, but for small words: "Lakefront Hotel & Spa", "University of Leeds".
_NAME = Lazy(
    r"(?:The\s)?[A-Z0-9À-Þ][\w&.'’-]*(?:(?:,(?=\s(?:Inc|LLC|Ltd|Corp|Co|L\.?P)\b))?\s(?:[A-Z0-9À-Þ(][\w&.'’)-]*|&|\+|of|and|the|for|de|du|der|für|und|von|et|y)){0,6}"
)
_DEPARTMENT = Lazy(
    r"\b(?:engineering|sales|marketing|finance|operations|product|design|legal|human resources|hr|it|logistics"
    r"|technology|administration|customer (?:service|support|success)|research|development|support|security"
    r"|production|warehouse|manufacturing|maintenance|procurement|accounting|nursing|data|analytics|science"
    r"|entry level|junior|senior|mid|all levels|urgent\w*|new|now hiring|apply now|vacancy|req|id|shift|days?|nights?"
    r"|weekends?|hours?|today|required|description|summary|overview|requirements|level|benefits?|salary"
    r"|buttons?|loading|pay|wages?|bonus|opportunit(?:y|ies)|environment|growth|experience|skills|weekly|daily)\W*$"
    r"|^(?:job|position|apply|posted|now|we|join|hiring|remote|hybrid|competitive|flexible|immediate)\b|\d{4}",
    re.IGNORECASE,
)
_PARTS = Lazy(r"\s+[—–|•·-]\s+")


def read_company(outline: Outline) -> Text | None:
    """From a labelled fact, a heading "About Acme", or a sentence such as "Acme is looking for"."""
    for fact in outline.facts:
        if fact.kind == "company" and fact.end - fact.start < 70:
            return outline.text(fact.start, fact.end, fact.page)
    return (
        _company_of_heading(outline)
        or _company_of_head(outline)
        or _company_of_line(outline)
        or _company_of_prose(outline)
    )


def _company_of_head(outline: Outline) -> Text | None:
    """ "Nurse at St. Mary", or the first part of a line that goes on with a place: "Acme GmbH, Hamburg"."""
    for unit in outline.units[:_HEAD_UNITS]:
        text = outline.flat[unit.start : unit.end]
        if len(text) > 110 or unit.heading > 1 or text.endswith((".", ":")):
            continue
        match = _TITLE_AT.search(text) or _BEFORE_PLACE.match(text)
        if match and _is_company_name(match["company"], text[match.end("company") :]):
            start = unit.start + match.start("company")
            return outline.text(start, unit.start + match.end("company"), unit.page)
    return None


def _company_of_line(outline: Outline) -> Text | None:
    """A line beside the title's that holds a name alone, or with a town: "Acme Corp", "Delta Lines — West Memphis"."""
    for unit in _beside_title(outline):
        text = outline.flat[unit.start : unit.end]
        name, *rest = _PARTS.split(text)
        if len(rest) < 2 and _is_lone_name(name) and all(_may_be_place(part) for part in rest):
            return outline.text(unit.start, unit.start + len(name), unit.page)
    return None


def _beside_title(outline: Outline) -> list[Unit]:
    """The second line below a title, or the first above one."""
    head = outline.units[:3]
    if len(head) < 3:  # a posting of two lines has no head
        return []
    first, second = (bool(find_occupation(outline.flat[unit.start : unit.end])) for unit in head[:2])
    lines = ([head[1]] if first and not second else []) + ([head[0]] if second and not first else [])
    short = all(unit.end - unit.start <= 80 for unit in head[:2])
    return [unit for unit in lines if short and not (unit.bullet or unit.piece)]


def _is_lone_name(words: str) -> bool:
    return (
        len(words) > 2
        and _NAME.fullmatch(words) is not None
        and not (_DEPARTMENT.search(words) or _NOT_COMPANY.match(words) or _EMPLOYMENT.search(words))
        and not (exact_heading(words) or fact_label(words) or find_places(words))
        and not (find_occupation(words) or is_work_mode(words))
    )


def _may_be_place(words: str) -> bool:
    return (
        is_work_mode(words)
        or bool(find_place(words))
        or (len(words.split()) <= 3 and _is_lone_name(words) and not _LEGAL.search(words))
    )


def _is_company_name(words: str, rest: str) -> bool:
    if find_occupation(words) or _NOT_COMPANY.match(words) or _EMPLOYMENT.search(words) or find_places(words):
        return False
    if is_work_mode(words):
        return False
    place = find_place(rest.strip(" ,|•·–—-"))
    return bool(_LEGAL.search(words)) or bool(place and (place.city or place.country))


def _company_of_heading(outline: Outline) -> Text | None:
    for unit, _ in outline.headings:
        match = _ABOUT.match(outline.flat[unit.start : unit.end])
        if match and exact_heading(match[0]) is None and not _is_work(match["company"]):
            start = unit.start + match.start("company")
            return outline.text(start, start + len(match["company"].rstrip(" :")), unit.page)
    return None


def _is_work(words: str) -> bool:
    """ "About the role" and "About our graduate program" name no company."""
    return words.islower() or bool(_WORK_WORD.search(words))


def _company_of_prose(outline: Outline) -> Text | None:
    for pattern in (_WE_ARE, _COMPANY_PROSE, _AT):
        for unit in outline.units:
            match = pattern.search(outline.flat, unit.start, unit.end)
            if match and not _NOT_COMPANY.match(match["company"]):
                return outline.text(match.start("company"), match.end("company"), unit.page)
    return None


def read_employment(outline: Outline) -> Text | None:
    """Full time, part time, contract and the like, in the posting's words."""
    for fact in outline.facts:
        if fact.kind == "employment" and (found := _employment_in(outline, fact)):
            return found
    for unit in outline.units:
        for pattern in (_EMPLOYMENT, _CONTRACT):
            if match := pattern.search(outline.flat, unit.start, unit.end):
                return outline.text(match.start(), match.end(), unit.page)
    return None


def _employment_in(outline: Outline, fact: Fact) -> Text | None:
    value = outline.flat[fact.start : fact.end]
    if len(value) < 60 and (_EMPLOYMENT.search(value) or _EMPLOYMENT_WORD.search(value)):
        return outline.text(fact.start, fact.end, fact.page)
    return None
