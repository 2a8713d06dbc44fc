"""The title of a posting."""

from __future__ import annotations

import re

from careercraft.model.document import Text
from careercraft.parse.evidence import title_evidence
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_headings import exact_heading, fact_label, opening_heading
from careercraft.parse.job_sections import Fact, Outline
from careercraft.parse.job_title_words import find_occupation
from careercraft.parse.job_units import Unit
from careercraft.parse.places import find_places

_SENTENCE_LIKE = re.compile(
    r"[.!?]$|\b(?:we|you|our|your|are|is|was|were|will|have|has|ist|sind|wir|nous|apply|join|click"
    r"|welcome|been)\b|https?:|@|\$|\b(?!20[12]\d\b)\d{4,}",
    re.IGNORECASE,
)
_NOT_TITLE = re.compile(
    r"^(?:full|part)[- ]?time|^(?:remote|hybrid|on-?site|contract|permanent|regular|temporary)$"
    r"|^posted|^apply|^save|^share|^\d|^(?:about|who|what|why|how)\b|^(?:inc|llc|ltd)\b"
    r"|\bdescription$|^#|^(?:job|position)s?$"
    r"|\b(?:inc|llc|ltd|gmbh|corp|plc)\.?$|^ref\b|^\W*$",
    re.IGNORECASE,
)
_SEEKING = Lazy(
    r"""\b(?:(?i:seeking|looking\s(?:for|to\s(?:hire|add|recruit))|hiring|recruiting\s(?=for|an?\b)|need(?:s
      |ed)?|searching\sfor|in\ssearch\sof|opening\s(?:for|of)|need\sfor|opportunity\sfor|position\s(?:of|for|as)|role\sof
      |join\s(?:us|our\steam|\w+)\sas|sucht|suchen(?:\swir)?|recherch\w+|recrut\w+|busca\w*|procura\w*
      |cerca\w*|zoek\w*))
        \s(?i:(?:an?|the|our|one|two|several|multiple|eine?n?|une?|unos?|een)\s)?(?:(?!(?:individuals?|people|persons?|candidates?|someone|professionals?|talent|to|who|with|for|in|of|at)\b)
          (?:[a-z][\w-]*|\d(?:-\d)?|[A-Z]\w+-level|and|,)[\s,]+){0,8}
        (?P<title>[A-ZÀ-Þ][\w+#./&À-ÿ'’-]*(?:\s(?:[A-ZÀ-Þ(/&–-][\w+#./&À-ÿ()'’-]*|of|and|for|de
        |in(?=\s[A-Z]))){0,7})""",
    re.VERBOSE,
)
# "The Research Scientist will …", "As a Data Engineer, you …", "the Nurse Manager role".
_SUBJECT = Lazy(
    r"""(?:\b(?:The|Our|This|As\san?|As\sour|as\san?|as\sthe|the|our|a|an|\w+['’]s)\s)
        (?P<title>[A-ZÀ-Þ][\w+#./&À-ÿ'’-]*(?:\s(?:[A-ZÀ-Þ(/&][\w+#./&À-ÿ()'’-]*|of|and|for
        |in(?=\s[A-Z]))){0,6})
        (?=,?\s(?:will|is\s|you|role\b|position\b|opening\b|job\b|must|should|to\s[a-z]|with\s(?:the|our)|on\s(?:our|the)
          |(?:[a-z]+ly\s)?[a-z]{3,}s\s|at\s[A-Z]))""",
    re.VERBOSE,
)
_WANTED = Lazy(
    r"(?P<title>[A-ZÀ-Þ][\w/&'’-]*(?:\s[A-ZÀ-Þ/&][\w/&'’-]*){0,5})\s(?:wanted|needed|required|sought)\b"
)
"""At the start of a posting: "Line Cook wanted for a busy restaurant"."""
_SEEKING_LOWER = Lazy(
    r"\b(?:seeking|looking\s(?:for|to\s(?:hire|add|recruit))|hiring|recruiting|need|searching\sfor"
    r"|in\ssearch\sof)\s(?:an?|our|the)\s(?P<title>[a-z][a-z/ ,-]{2,90})"
)
_PRAISED = Lazy(
    r"^(?:(?:\w+ly|\w+-\w+|and|or|new|great|full|part|time|skilled|experienced|talented|motivated"
    r"|passionate|dynamic|dedicated|qualified|strong|creative|reliable|exceptional|proficient"
    r"|ambitious|seasoned|enthusiastic"
    r"|innovative|outstanding|licensed|certified|energetic|driven|skillful|knowledgeable|versatile"
    r"|proactive|bold|curious|bright|smart|organized|hardworking|capable|competent|entrepreneurial"
    r"|friendly|professional(?=\s\w))[\s,]+)+"
)
_BREAK = Lazy(
    r"\b(?:who|with|to|that|responsible|like|in|of|for|join|as|individual|person|candidate"
    r"|people|,)\b|,"
)
_CROWD = Lazy(
    r"\b(?:team|department|group|company|members|candidates?|applicants?|employees)\b", re.IGNORECASE
)
# Endings of occupations that no list holds; the first line only.
_UNKNOWN_WORK = Lazy(
    r"\b(?!(?:other|over|under|after|career|december|september|october|november|center"
    r"|number|power|water|summer|winter|customer|computer|color|labor)\b)\w{4,}(?:er|or"
    r"|ist|ian|man|woman)s?\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[^:]{2,30}:(?:\s|$)|.*:$")
_TITLE_CUT = re.compile(r"\s[|•·]|\sat\s+(?=[A-Z])|\s[–—-]\s")
_TERMS = Lazy(
    r"\(?(?:(?:fully |100 ?% )?(?:remote|hybrid|on-?site)|full[- ]?time|part[- ]?time|contract"
    r"|permanent|temporary|internship|vollzeit|teilzeit|cdi|cdd|h/f|m/w/d)\b",
    re.IGNORECASE,
)
_NEXT_SENTENCE = Lazy(r"(?<!\b[SJD]r)(?<!\bSt)\.\s")
_TITLE_END = Lazy(r"(?:\s(?:of|and|for|de|in|to|–|-|/|&|,)|[\s.,(–-])+$")
_HEAD_UNITS = 6
_NAMES_WORK = 2.0
"""`title_evidence` of the first line from which it is a title, as "Advocate"."""
_OWN_LABEL = re.compile(r"(?:job|position|role) title\s+(?=[A-Z])", re.IGNORECASE)
"""A label and its title that one paragraph ran together."""


def read_title(outline: Outline) -> Text | None:
    """From a labelled fact, else the head of the posting, else "we are looking for a …"."""
    labelled = [fact for fact in outline.facts if fact.kind == "title" and _is_short(outline, fact)]
    # "Job: Data Science" under a title names its field.
    sure = next((fact for fact in labelled if find_occupation(outline.flat[fact.start : fact.end])), None)
    if sure is None and (head := _from_head(outline)):
        return head
    fact = sure or next(iter(labelled), None)
    return outline.text(fact.start, fact.end, fact.page) if fact else _from_prose(outline)


def _is_short(outline: Outline, fact: Fact) -> bool:
    value = outline.flat[fact.start : fact.end]
    return len(value.split()) <= 14 and not re.search(r"[.!?]\s+\S", value)


def _from_head(outline: Outline) -> Text | None:
    """The first line, when it is short and no sentence."""
    for index, unit in enumerate(outline.units[:_HEAD_UNITS]):
        text = outline.flat[unit.start : unit.end]
        if unit.piece and index > 2:
            return None
        if _could_be_title(text, unit) and (
            find_occupation(text)
            or (index == 0 and (_UNKNOWN_WORK.search(text) or title_evidence(text) >= _NAMES_WORK))
        ):
            label = _OWN_LABEL.match(text)
            return outline.text(
                unit.start + (label.end() if label else 0), unit.start + _title_end(text), unit.page
            )
        if len(text.split()) > 14:
            return None
    return None


def _could_be_title(text: str, unit: Unit) -> bool:
    words = text.split()
    if unit.bullet or not 1 <= len(words) <= 12 or not text[0].isalnum():
        return False
    if exact_heading(text) or opening_heading(text) or fact_label(text) or _LABELLED.match(text):
        return False
    return text[0].isupper() and not _SENTENCE_LIKE.search(text) and not _NOT_TITLE.search(text)


def _title_end(text: str) -> int:
    """Where the title ends in a header line: "Data Engineer | Berlin | Remote", "Nurse at St. Mary"."""
    for cut in _TITLE_CUT.finditer(text):
        rest = text[cut.end() :]
        if cut.start() > 2 and ("-" not in cut[0].replace("–", "-").replace("—", "-") or _is_terms(rest)):
            return cut.start()
    return len(text)


def _is_terms(text: str) -> bool:
    """What follows a dash in a header and is no part of the title: a place, a mode, hours."""
    return bool(_TERMS.match(text)) or any(place.start == 0 for place in find_places(text))


def _from_prose(outline: Outline) -> Text | None:
    for pattern in (_WANTED, _SEEKING, _SUBJECT):
        for unit in outline.units:
            for match in pattern.finditer(outline.flat, unit.start, unit.end):
                title = _TITLE_END.sub("", _NEXT_SENTENCE.split(match["title"])[0])
                if len(title) > 3 and find_occupation(title) and not _CROWD.search(title):
                    start = match.start("title")
                    return outline.text(start, start + len(title), unit.page)
    return _from_lower_case(outline)


def _from_lower_case(outline: Outline) -> Text | None:
    """ "We are looking for an experienced survey researcher to …": up to the first word that names an occupation."""
    for unit in outline.units:
        for match in _SEEKING_LOWER.finditer(outline.flat, unit.start, unit.end):
            words = match["title"]
            praise = _PRAISED.match(words)
            start = praise.end() if praise else 0
            found = find_occupation(words, start)
            if found and not _BREAK.search(words, start, found[1]):
                base = match.start("title")
                return outline.text(base + start, base + found[1], unit.page)
    return None
