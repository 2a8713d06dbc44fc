"""Where a degree's name ends and its field of study begins and ends, by the words of one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.parse.degrees import Degree, Field, field_after, find_studies
from careercraft.parse.evidence import school_evidence
from careercraft.parse.places import find_places
from careercraft.parse.school_words import SCHOOL_WORDS
from careercraft.parse.study_grades import GRADE
from careercraft.parse.tables import word_set

_HONORS = re.compile(
    r"\s*\((?:hon(?:ou?r)?s?\.?|amk|yamk|fh|uas|ihk|univ\.?|cum laude)\)|\s+hons?(?!\w)\.?", re.IGNORECASE
)
LINKS = word_set("""
    in of en de em im i w v o på inom ved med für fach der die das den des di del della du da do dos das van voor
    au aux à à la le las los el et y e und and the a an with from at bei an zu zum zur als to for por per na op
    degree program programme course cum magna summa bzw oder or og och""")
_MOST_GROWN = 3
_BRACKET = re.compile(r"\s?\(([^()]{1,40})\)")
_KIND = re.compile(
    r"\b(?:class|honou?rs|merit|distinction|pass|upper|lower|online|part[- ]time|full[- ]time|distance|evening|fern\w*"
    r"|lato sensu|stricto sensu|equivalent|dr\.|berufsbegleitend|dual\w*|[IVX]{1,4}|1[0-2]th)(?!\w)",
    re.IGNORECASE,
)
_ADJECTIVES = word_set("""
    professionale professionali professionnel professionnelle profesional profissional accademico accademica
    universitario universitaria universitaire magistrale triennale specialistica technique técnico técnica tecnico
    tecnica tecnologico général générale national nationale nazionale nacional supérieur supérieure superior superiore
    oficial integrado integrada scientifica classica linguistica artistica""")
_OR_RELATED = re.compile(
    r"\s+(?:(?:or|and)\s+)?(?:an?\s+)?(?:related|similar|equivalent|comparable)\b.*", re.IGNORECASE
)
LIST = re.compile(
    r"(?:[^\W\d_][\w'’& -]{1,28},\s+){1,4}[^\W\d_][\w'’ -]{1,28}?\s+(?i:and|&|und|et|e|y|en|og|och)\s+"
    r"[^\W\d_][\w'’ -]{1,28}(?=\s*(?:[,|(–—]|$))"
)
_MINOR = r"(?:with\s+)?(?:an?\s+)?minor(?:s|ing)?\s+in\s+(?=[^\W\d_])"
_MINOR_PART = re.compile(rf"\s*{_MINOR}", re.IGNORECASE)
_WITH_MINOR = re.compile(rf"[^\W\d_][\w'’&/ -]{{1,40}},\s+{_MINOR}[\w'’&/ -]{{2,40}}", re.IGNORECASE)
SEVERAL = re.compile(r"levels|GCSEs|highers|national 5s", re.IGNORECASE)
_SUBJECT_WORDS = 3
_FIELD_WORDS = 6
_GENITIVE = word_set("magister magistr licencjat inżynier technik doktor inženýr bakalář kandidat")
FIELD_LABEL = re.compile(
    r"(?:major(?:ed)?|minor|field of study|concentration|emphasis|speciali[sz]ation|area of study)"
    r"\s*(?:in|:|-)?\s+",
    re.IGNORECASE,
)
_SCHOOL_AT = re.compile(
    rf"\b(?:{'|'.join(sorted(word for word in SCHOOL_WORDS if len(word) > 4))})\b", re.IGNORECASE
)


def grown(text: str, degree: Degree) -> Degree:
    """The degree with the honors behind it, and with the words in small letters that go on before a field's capital.

    "BA Hons Fine Art" is "BA Hons"; "Magister farmacji Farmacja apteczna" is "Magister farmacji".
    """
    if honors := _HONORS.match(text, degree.end):
        degree = degree._replace(end=honors.end())
    ends = [degree.end]
    for match in re.finditer(r" ([^\s,;:|(]+)", text[degree.end :]):
        word = match[1]
        if (
            match.start() != ends[-1] - degree.end
            or not word.islower()
            or not word.isalpha()
            or word in LINKS
        ):
            break
        ends.append(degree.end + match.end())
    follows = text[ends[-1] :].lstrip()
    goes_on = follows[:1].isupper() or follows.startswith("in ")
    words = text[degree.end : ends[-1]].split()
    if words and all(word in _ADJECTIVES for word in words):
        return degree._replace(end=ends[-1])
    if text[degree.start : degree.end].lower() in _GENITIVE or (goes_on and text[ends[-1] :][:1] == " "):
        return degree._replace(end=ends[-1]) if len(ends) <= _MOST_GROWN + 1 else degree
    return degree


def with_brackets(text: str, degrees: Sequence[Degree]) -> list[Degree]:
    """With the brackets that tell the kind or the class ("B.Eng. (Second Class Upper) Civil Engineering").

    Where nothing but a school follows, the bracket holds the field: "Bachelor of Business (Accounting), RMIT".
    """
    kept: list[Degree] = []
    for degree in degrees:
        if kept and degree.start < kept[-1].end:
            continue
        bracket = _BRACKET.match(text, degree.end)
        if bracket and _is_kind(bracket[1], text[bracket.end() :]):
            degree = degree._replace(end=bracket.end())
        kept.append(degree)
    return kept


def _is_kind(inside: str, rest: str) -> bool:
    return bool(_KIND.search(inside)) or bool(find_studies(inside)) or _names_next(rest)


def _names_next(rest: str) -> bool:
    """Does a field follow, and no school, place or grade?"""
    first = re.sub(r"^\s*(?:[,:–—|-]\s*)?(?:(?:in|en|em|i)\s)?\s*", "", rest).split(",")[0]
    plain = bool(first) and first[0].isupper() and not GRADE.match(first)
    return plain and not school_evidence(first) and not find_places(first) and not find_studies(first)


def subjects(text: str, degree: Degree) -> Field | None:
    """How many there are of what: "GCSEs 8 incl. English and Maths"."""
    lead = re.match(r"(?:\s*[,:–-]|\s+in)?\s+(?=\d{1,2}\s+[^\W\d_])", text[degree.end :])
    if degree.level != "high_school" or lead is None or school_evidence(text[degree.end :]):
        return None
    start = degree.end + lead.end()
    return Field(start, len(text), text[start:])


def is_field_list(text: str) -> bool:
    """Are these fields and nothing else ("French, German and Spanish", "English, minor in History")?"""
    return bool(LIST.fullmatch(text)) or (bool(_WITH_MINOR.fullmatch(text)) and not school_evidence(text))


def is_field_name(text: str) -> bool:
    plain = text and not re.search(r"[,|:(\d]|\s[–—-]\s", text) and len(text.split()) <= _FIELD_WORDS
    return bool(plain or is_field_list(text)) and not school_evidence(text) and not find_places(text)


def labeled_field(text: str, start: int) -> Field:
    """What a label in the degree's line names: "BBA, Concentration: Accounting"."""
    return Field(start, len(text), text[start:])


def field_between(text: str, first: Degree, last: Degree) -> Field | None:
    """The field of "Bachelor of Science in Nursing (BSN)", which stands before the abbreviation."""
    return field_after(text[: last.start], first) if last.start > first.end else None


def _list_end(text: str, several: bool) -> int:
    """Where the first comma ends the field, which those of "French, German and Spanish" don't.

    `several` says that the degree has many subjects ("A-levels: Mathematics, Physics").
    """
    listed = LIST.match(text)
    if listed and not (school_evidence(listed[0]) or find_studies(listed[0]) or find_places(listed[0])):
        return listed.end()
    parts = text.split(",")
    end = len(parts[0])
    if len(parts) > 1 and _MINOR_PART.match(parts[1]) and not school_evidence(parts[1]):
        return end + 1 + len(parts[1].rstrip())
    for part in parts[1:] if several else ():
        if school_evidence(part) or find_places(part.strip()) or len(part.split()) > _SUBJECT_WORDS:
            break
        end += 1 + len(part)
    return end


def field_end(text: str, apart: bool, stated: bool, several: bool) -> int:
    """How much of the words after a degree is the field: up to a comma, a school or a place.

    `apart` says that a comma or dash stood between ("High School Diploma, Lincoln High School"): then a
    part that names a school is one from its first word. `stated` says that a word such as "in" led to it,
    so that at least one word is the field ("BSc in Physics Lund University", but "PhD Princeton University").
    """
    related = _OR_RELATED.search(text)
    stops = [related.start() if related else len(text)]
    comma = _list_end(text, several)
    stops.append(comma)
    text = text[:comma]
    if apart and school_evidence(text):
        return 0
    if match := _SCHOOL_AT.search(text):
        stops.append(_school_start(text, match.start(), stated))
    stops += [place.start for place in find_places(text)]
    return min(stops)


def _school_start(text: str, at: int, stated: bool) -> int:
    """Where the school's name begins, whose telling word stands at `at` ("Computer Science Boston University")."""
    if at == 0 or re.match(
        r"(?:university|college|school|institute|université|universidad|universität)\s+(?:of|de|d)",
        text[at:],
        re.IGNORECASE,
    ):
        return at
    before = list(re.finditer(r"\S+", text[:at]))
    upper = [match for match in before if match[0].isupper() and len(match[0]) > 3]
    if upper and len(upper) < len(before):
        return upper[0].start()
    start = before[-min(2, max(1, len(before) - 1))].start() if before else at
    return start or (at if stated else 0)


def is_enumeration(text: str) -> bool:
    """Three short names or more: the subjects of "Maths, Physics, Computer Science"."""
    parts = text.split(", ")
    return len(parts) > 2 and all(
        part[:1].isupper() and len(part.split()) <= _SUBJECT_WORDS and part.replace(" ", "").isalpha()
        for part in parts
    )
