"""Years of experience asked overall or in a kind of work."""

from __future__ import annotations

import re
from itertools import pairwise

from careercraft.model.job import ExperienceAsk, Statement
from careercraft.model.resume import DEGREE_ORDER
from careercraft.parse.degrees import Degree
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_degrees import asked_degrees
from careercraft.parse.job_years import Years, find_years

_KIND = Lazy(
    r"""\b(?:experience|experienced|exp\b|expertise|background|working|worked|work\b|employment|practice
      |practicing|practical|portfolio|career|tenure|seniority|track[- ]record
      |history|role|position|capacity|job|industry|field|as\b|in\b|with\b|of\b|using\b|exposure|required
      |minimum|erfahrung|berufserfahrung|expérience|experiencia|experiência|esperienza|ervaring)""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT_EXPERIENCE = Lazy(
    r"\b(?:contract|commit\w*|degree program|vest\w*|warranty|visa|probation(?!\s+officer)\w*|scholarship"
    r"|full support|provided with|funding|after \w+ years?|graduat\w+ (?:in|within))\b(?!.*\bexperience)",
    re.IGNORECASE,
)
_FILLER = (
    r"(?:(?:of|worth of|full[- ]time|paid|professional|relevant|related|proven|prior|previous|practical|direct"
    r"|progressive|progressively|responsible|hands[- ]on|solid|strong|successful|specific"
    r"|core|combined|total|overall|industry|post[- ]\w+|recent|extensive|demonstrated|significant"
    r"|deep|applicable|equivalent|effective|specialized|minimum|actual|job|working|work|real[- ]world"
    r"|commercial|career|on-the-job|foreground|field|experiences?|expertise|grand|similar|increasing|track[- ]record"
    r"|and|,|in|required|experience['’]s)[\s,]+)*"
)
# Ordered: the first that fits names the kind of work.
_AFTER = tuple(
    Lazy(pattern, re.IGNORECASE | re.VERBOSE)
    for pattern in (
        # 5 Jahre Berufserfahrung als/in ...; 3 ans d'expérience en/comme ...
        r"""^[\s,]*(?:\w+\s){0,3}?(?:d['’]|de\s|di\s)?(?:berufserfahrung|erfahrung|expérience|experiencia
          |experiência|esperienza|ervaring|(?:\w*erfahrung))\s
            (?:als|in|im|mit|en\stant\sque|comme|en|dans|como|con|com|em|de|come|nel|nella|op|met|sur|avec)\s(?:(?:une?|einem
            |einer|der|die|das|den|un)\s)?(?P<title>.+)""",
        # 5 years of experience (working) as a data engineer | 3 years in the role of a data engineer
        rf"""^['’)\s,]*{_FILLER}(?:experience\s?|experienced\s|working\s|work\s|employment\s|practice\s
          |serving\s|involvement\s|practicing\s|history\s)*
            (?:as\s(?:(?:an?|the|in\sthe\sfield\sof)\s)?|(?:in|of)\s(?:an?|the)\s(?:\w+\s)?(?:role|position
            |capacity)\s(?:of|as)\s(?:an?\s)?)(?P<title>.+)""",
        # 4 years in a tire repairer role | 3 years in similar roles
        rf"^['’)\s,]*{_FILLER}(?:experience\s|working\s|work\s)*(?:in|holding)\s(?:an?\s"
        rf"|the\s)?(?P<title>.{{3,60}}?)\s(?:roles?|positions?|jobs?|capacity|environments?)\b",
        # 5 years of senior DBA experience | 4 years Java development experience
        rf"^['’)\s,]*{_FILLER}(?P<title>(?!experience)[^\s,;.][^,;.()]{{1,60}}?)\s(?:experience"
        rf"|expertise|background)\b(?!\s(?:in|with|of|as|working|using)\b)",
        # 5 years of experience in data engineering | experience designing and running clinical trials
        rf"^['’)\s,]*{_FILLER}(?:(?:experience|background|expertise|practice|knowledge"
        rf"|exposure)\s?)*(?:working\s|work\s)?(?:in|with|of|using|on|within|across|at|handling"
        rf"|managing)\s(?:the\sfield\sof\s|an?\s|the\s)?(?P<title>.+)",
        rf"^['’)\s,]*{_FILLER}(?:experience\s)?(?P<title>[a-z]+ing\s.+)",
        # 3+ years Python
        r"^['’)\s,]+(?:of\s)?(?P<title>[A-Z][\w+#.]*(?:\s[A-Z/][\w+#.]*){0,4})",
    )
)
_BEFORE = tuple(
    Lazy(pattern, re.IGNORECASE)
    for pattern in (
        # previous experience as an analyst for 5 years | worked as a cook for at least
        r"\b(?:as|in the role of|in the position of)\s(?:an?\s|the\s)?(?P<title>[^,;]{2,80}?)\s(?:for"
        r"|of|with|over|-|–|\()?\s?(?:about|around|at least|a?\s?minimum(?: of)?|approximately"
        r"|more than|over|for)?[\s(]*(?:for|of|with)?\s?(?:at least|a?\s?minimum of)?\s?$",
        r"\b(?:experience|experienced|background|worked|working)\s(?:in|with|of)\s(?:an?\s"
        r"|the\s)?(?P<title>[^,;]{2,60}?)\s?(?:for|of|:|-|–|\(|,)?\s?(?:about|around|at least"
        r"|a?\s?minimum(?: of)?|over)?\s?$",
        # Network Architect - 1 year | Java: 2 years
        r"^\W*(?P<title>[A-Z][^:;]{1,60}?)\s?(?::|\s-|\s–|\()\s?(?:at least|a?\s?minimum(?: of)?"
        r"|min\.?)?\s?$",
    )
)
_STOP = Lazy(
    r"""\s*(?:[.;:!?](?:\s|$)|\s\(|,\s(?:and|or|with|including|preferably|ideally|particularly|especially
      |ensuring|excellent|where|who|while|specifically|\d)|\s(?:is|are|was|preferred|required|must|needed
      |necessary|adds?|preferably|ideally
      |in\san?\s(?:role|capacity|position|similar|related)|strongly|highly|including|specifically
      |particularly|especially|with|within|at|for|focused|focusing|using|who|that|where|which|would|will|to
      |plus|along|dealing|such|under|from|on|during|would|and\s(?:\d|at\sleast|an?\s|two|three|four
      |five|additional|prior|previous|experience|background|some))\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_EDGES = re.compile(
    r"^(?:(?:an?|the|similar|experiences?(?:\s(?:in|with|of|as))?(?=\s)|"
    r"role(?:\s(?:of|as))?(?:\san?)?(?=\s)|position of an?|our|practicing"
    r"|in the field of)\b\s*|[“”\"'‘’(*\s]+)|(?:\s(?:and|or))?[\s“”\"'‘’)*,.\-–]*$",
    re.IGNORECASE,
)
_NOTHING = Lazy(
    r"^(?:(?:prior|previous|experience|work|working|years?|role|a|an|the|related|relevant|similar|professional"
    r"|industry|field|fields|area|areas|same|position|job|following|this|that|below|above|it|your|our"
    r"|all|of|in|or|and|required|preferred|minimum|must|needed|level|post"
    r"|ervaring|erfahrung|berufserfahrung|expérience|experiencia|experiência|esperienza|relevante?|einschlägige|de|di|d['’])\s*)+$",
    re.IGNORECASE,
)


_OR = Lazy(
    r"\bor\s(?:(?:an?|the|at|least|minimum|equivalent|additional|about|of|relevant|related|work|experience|over|>)\s?){0,4}$"
)
_BETWEEN = Lazy(r"\bor\b|[;/]")
_INSTEAD = Lazy(r"\b(?:substitut\w*|in (?:lieu|place) of)\b", re.IGNORECASE)
_DOING = Lazy(r"\s+(?:of\s+)?(?:[a-z]+ly\s+)?[a-z]{2,}ing\b")
_DEGREE = re.compile(r"\bdegree\b(?!\sof)", re.IGNORECASE)
_EXP = re.compile(r"\bexp\b\.?", re.IGNORECASE)
_WITH = re.compile(r"\bw/\s?", re.IGNORECASE)
_MOST_ASKED = 20
"""Longer ones tell how long a company has been in business."""
_NEAR = 200
"""How far from the years, in code points, the kind of work may stand."""


def read_experience(statements: tuple[Statement, ...]) -> tuple[ExperienceAsk, ...]:
    """All asks for years, in reading order, one for each length stated."""
    return tuple(ask for statement in statements if _may_ask(statement) for ask in _asks(statement))


def _may_ask(statement: Statement) -> bool:
    return statement.kind == "requirement" and statement.years is not None


def _asks(statement: Statement) -> list[ExperienceAsk]:
    text = statement.text.value
    found = [years for years in find_years(text) if _is_experience(text, years)]
    degrees = asked_degrees(text)
    found = [years for years in _not_instead(text, degrees, found) if not _substitutes(text, years, found)]
    # "BS and 5 years, or MS and 3 years": alternatives, of which that of the lowest degree is asked.
    if len(found) > 1 and degrees and _alternatives(text, degrees, found):
        found = [_of_lowest(degrees, found)]
    return [_ask(statement, text, found, index) for index in range(len(found))]


def _substitutes(text: str, years: Years, found: list[Years]) -> bool:
    """ "Master's degree (10 years of experience may be substituted)": the degree is asked, not the years."""
    behind = min((other.start for other in found if other.start > years.start), default=len(text))
    return _INSTEAD.search(text, years.end, min(behind, years.end + 100)) is not None


def _of_lowest(degrees: list[Degree], found: list[Years]) -> Years:
    """The length that belongs to the lowest degree: it is that degree that is asked. "PhD and 2 years or master's and
    5" names each behind its degree, "4 years with a bachelor's or 2 with a master's" before it."""
    lowest = min(degrees, key=lambda degree: DEGREE_ORDER.index(degree.level))
    if degrees[0].start < found[0].start:
        paired = [years for years in found if years.start >= lowest.end][:1]
    else:
        paired = [years for years in found if years.end <= lowest.start][-1:]
    if paired:
        return paired[0]
    return min(found, key=lambda years: max(years.start - lowest.end, lowest.start - years.end))


def _alternatives(text: str, degrees: list[Degree], found: list[Years]) -> bool:
    """Whether the lengths belong to different degrees: one is named between them, or "or" stands there."""
    return any(
        any(first.end <= degree.start < second.start for degree in degrees)
        or _BETWEEN.search(text, first.end, second.start)
        for first, second in pairwise(found)
    )


def _not_instead(text: str, degrees: list[Degree], found: list[Years]) -> list[Years]:
    """Without years that stand in place of the degree: of "Bachelor's degree or 4 years" the degree is asked."""
    named = _DEGREE.search(text)
    end = degrees[0].end if degrees else named.end() if named else len(text)
    instead = [
        years
        for years in found
        if end < years.start
        and _OR.search(text, max(end, years.start - 40), years.start)
        and not any(0 <= degree.start - years.end < 60 for degree in degrees)
        and not any(one.start < years.start for one in found)
    ]
    if not instead:
        return found
    # More years behind the lesser alternative belong to another alternative.
    return [years for years in found if years not in instead and years.least < instead[0].least]


def _is_experience(text: str, years: Years) -> bool:
    around = text[max(0, years.start - 80) : years.end + 60]
    return (
        years.least + (years.most or 0) > 0
        and years.least <= _MOST_ASKED
        and _kind_is_told(text, years)
        and not _NOT_EXPERIENCE.search(around)
    )


def _kind_is_told(text: str, years: Years) -> bool:
    if _KIND.search(text[max(0, years.start - 80) : years.end + 60]):
        return True
    # "5+ years doing database programming", "Seven to ten years health data analysis, …"
    if _DOING.match(text, years.end):
        return True
    if not text[: years.start].strip(" -*•") and text[years.end : years.end + 9].strip(" .)"):
        return True
    # "Network Architect - 1 year"
    before, after = text[max(0, years.start - 90) : years.start], text[years.end : years.end + 9]
    return bool(_BEFORE[-1].search(before)) and not after.strip(" .)")


def _ask(statement: Statement, text: str, found: list[Years], index: int) -> ExperienceAsk:
    years = found[index]
    low = max(found[index - 1].end if index else 0, years.start - _NEAR)
    high = min(found[index + 1].start if index + 1 < len(found) else len(text), years.end + _NEAR)
    return ExperienceAsk(
        years=years.least,
        max_years=years.most,
        title=_title(text[low : years.start], text[years.end : high]),
        importance=statement.importance,
        text=statement.text,
    )


def _title(before: str, after: str) -> str | None:
    """The kind of work, in the posting's words."""
    before, after = _written_out(before), _written_out(after)
    for pattern in _AFTER:
        if (match := pattern.search(after)) and (title := _clean(match["title"])):
            return title
    for pattern in _BEFORE:
        if (match := pattern.search(before)) and (title := _clean(match["title"])):
            return title
    return None


def _written_out(text: str) -> str:
    """ "5 yrs. exp. w/ WMS" """
    return _WITH.sub("with ", _EXP.sub("experience", text))


def _clean(words: str) -> str | None:
    if stop := _STOP.search(" " + words):
        words = words[: max(0, stop.start() - 1)]
    previous = ""
    while previous != words:
        previous, words = words, _EDGES.sub("", words.strip())
    if len(words) < 2 or len(words) > 90 or _NOTHING.match(words) or asked_degrees(words):
        return None
    return words
