"""Names in a sentence: employers, schools and whatever else has a capital, against the analysis and its documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from careercraft.match.proposed_quotes import FUNCTION_WORDS
from careercraft.match.vocabulary import vocabulary
from careercraft.parse.tables import word_set
from careercraft.score.prose_facts import Known
from careercraft.score.prose_texts import stem

_NAME = re.compile(r"(?<![\w'’])[A-Z][\w&+#]*(?:[.'’-]\w+)*")
_OPENING = re.compile(r"(?:^|[.!?:;\n“\"(\[*–—-])\s*[“\"(*]*$")
_RUN = r"((?:[A-Z][\w&+.'’-]*)(?:\s+(?:of|and|the|for|de|&|[A-Z][\w&+.'’-]*))*)"
_WORKED = (
    r"work(?:ed|ing)?|role|position|job|employed|experience|years?|time|career|tenure|stint|hired|engineer|manager|intern\w*"
    r"|led|built|served|serving|stay\w*|spent"
)
_EMPLOYED = (
    re.compile(rf"\b(?:{_WORKED})\b[^.;:]{{0,60}}?\b(?:at|for|by|with|joined)\s+(?:the\s+)?{_RUN}"),
    re.compile(
        rf"\b(?:[Aa]t|[Ff]or|[Ww]ith)\s+{_RUN},?\s+(?:you|where you)\s+(?:\w+\s+)?(?:\w+ed|built|led|ran|wrote)\b"
    ),
    re.compile(rf"\b(?:employer|company|firm|boss at)\s+(?:was\s+|is\s+)?{_RUN}"),
    re.compile(
        rf"{_RUN}\s+(?:already\s+|\w+ly\s+)?(?:\w+ed|taught|let|paid|made|gave|sent|put|wants?|loves?|knows?)\s+you\b"
        r"(?:[^.;:]{0,20}\b(?:back|former|employee|colleague)\b)?"
    ),
)
_EMPLOYED_SMALL = re.compile(
    r"\b(?:worked|employed|hired|interned|job|stint|tenure|career|position)\s+(?:at|by|for)\s+(?P<name>[a-z][\w&-]{2,})"
)
"""Of those who write no capitals."""
_STUDIED = (
    re.compile(
        r"\b(?:[Dd]egree|[Ss]tud(?:ied|ies|y)|[Gg]raduat\w+|[Dd]iploma|[Mm]aster\W?s?|[Bb]achelor\W?s?|Ph\.?D\.?|MBA"
        rf"|[Ee]ducat\w+|[Aa]lumn\w+|BSN|B\.?Sc?|M\.?Sc?)\b[^.;]{{0,80}}?\b(?:from|at)\s+(?:the\s+)?{_RUN}"
    ),
    re.compile(rf"\b(?:[Aa]ttended|[Aa]lumn\w+ of)\s+(?:the\s+)?{_RUN}"),
)
_CLAIMED = re.compile(
    r"\b(?:worked|experience|employed|years?|tenure|career|stint|hired|former|employee|back|colleague)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\b(?:University|College|Institute|School|Academy|Polytechnic|Universit\w+|Hochschule)\b"
)
_ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,15}://\S+|\b(?:javascript|data|vbscript|mailto|tel):\S+|\bwww\.\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:com|org|io|dev|edu|gov|info|biz|co\.uk|ai|app|de|fr)\b\S*"
    r"|(?<![\w.])[\w-]{2,}\.[\w-]{2,}\.[a-z]{2,}\b|\+\d[\d ()-]{7,}\d",
    re.IGNORECASE,
)
_ALWAYS = word_set(
    """i fit unfit cv january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday english star ats pdf hr summary"""
)
_PLAIN = (
    _ALWAYS
    | FUNCTION_WORDS
    | word_set(
        """new add use show name list say tell put keep make give take turn try get let move cut see next step nice way
        ways one two three four five six seven eight nine ten eleven twelve"""
    )
)
_PREFIX = re.compile(r"^(?:re|un|over|under|mis|pre|co|non)-?(?=[a-z]{4})")
_SHORT = 5
"""Letters up to which the vocabulary lacks the commonest words."""
_ORDER = re.compile(
    r"\s+(?:the|your|a|an|how|what|which|this|that|these|those|any|each|every|more|it|all|one|with|in|on)\b"
)
"""Behind a verb that opens an advice."""
_HEADS = re.compile(r"\s*(?::|$|[a-z]+\s+(?:your|the|a)\b)")
"""Behind words that are a heading, or open an advice."""
_LONG_WORD = re.compile(r"(?<![\w'’.-])[^\W\d_]{7,}(?!\w|['’.-]\w)")
_OF_REPORTS = word_set(
    """quantify roadmap rephrase reword upskill pinpoint showcase takeaway checklist shortlist readiness actionable
    measurable transferable bullet prioritize summarize emphasize tailor worthwhile jumpstart headline straightforward
    strongest weakest quickest shortest overview whichever timeline takeaways bulleted wording rewrite standout"""
)
"""Words of advice that the vocabulary lacks."""
_JOINERS = word_set("of and the for de & at in")
WEB_ADDRESS = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.|\b(?:javascript|data|mailto|tel|vbscript|file):)\S+|[^\s<>()\[\]]+@[\w.-]+\.\w+",
    re.IGNORECASE,
)
"""What a viewer of Markdown makes a link of, and more."""
Places = Sequence[tuple[int, int]]


class Invented(NamedTuple):
    reason: str
    """A stable word."""
    name: str


def invented(sentence: str, known: Known, skills: Places) -> Invented | None:
    """The first name that the analysis doesn't bear out. `skills` are places of skills' names, which are looked up by
    themselves."""
    for address in _ADDRESS.finditer(sentence):
        if not stands_somewhere(address.group().rstrip(".,;)"), known):
            return Invented("address", address.group())
    return (
        _placed(sentence, known, _STUDIED, skills, "school")
        or _school(sentence, known)
        or _placed(sentence, known, _EMPLOYED, skills, "employer")
        or _in_small_letters(sentence, known)
        or _unknown(sentence, known, skills)
    )


def stands_somewhere(text: str, known: Known) -> bool:
    """In a document, or as the address of a learning resource."""
    links = [item.url for item in known.analysis.learning_resources]
    return any(text.casefold() in place.casefold() for place in (*links, *known.texts))


def _placed(
    sentence: str, known: Known, patterns: Sequence[re.Pattern[str]], skills: Places, reason: str
) -> Invented | None:
    """A name said to be a school or an employer that is none of the resume's. Of the company of the posting only that
    somebody has worked there is made up."""
    places = (*known.employers, *known.schools) if reason == "employer" else known.schools
    for found in (match for pattern in patterns for match in pattern.finditer(sentence)):
        name = found[1].strip()
        words = [word for word in _words(name) if word not in _PLAIN]
        if not words or _inside(found.start(1), skills) or _is_one_of(name, places):
            continue
        if reason == "employer" and _is_one_of(name, _company(known)) and not _CLAIMED.search(found[0]):
            continue
        if (
            _opens(sentence, found.start(1))
            and all(map(_is_word, words))
            and all(w in known.words for w in words)
        ):
            continue
        return Invented(reason, name)
    return None


def _in_small_letters(sentence: str, known: Known) -> Invented | None:
    for found in _EMPLOYED_SMALL.finditer(sentence):
        if found["name"] not in known.words and found["name"] not in FUNCTION_WORDS:
            return Invented("employer", found["name"])
    return None


def _school(sentence: str, known: Known) -> Invented | None:
    """A school of which a word stands nowhere."""
    for run in re.finditer(_RUN, sentence):
        lost = any(word not in known.words for word in _words(run[1]))
        if lost and _SCHOOL.search(run[1]) and not _is_one_of(run[1], known.schools):
            return Invented("school", run[1])
    return None


def _unknown(sentence: str, known: Known, skills: Places) -> Invented | None:
    for found in _NAME.finditer(sentence):
        words = [word for word in _words(found.group()) if word not in known.words and word not in _PLAIN]
        if not words or _inside(found.start(), skills):
            continue
        if all(_is_word(word) for word in words) or _begins(sentence, found):
            continue
        return Invented("name", found.group())
    return None


def _is_word(word: str) -> bool:
    """Of the language, also with a prefix or an ending: a capital alone makes no name of it."""
    forms = {word, word.rstrip("s"), _PREFIX.sub("", word)}
    return any(form in vocabulary() for form in forms)


def _begins(sentence: str, found: re.Match[str]) -> bool:
    """A capital that only the beginning of a sentence gives: "Both", "Showcase your"."""
    word = found.group()
    if not _opens(sentence, found.start()) or not (word[1:].islower() or len(word) == 1):
        return False
    return len(word) <= _SHORT or bool(_ORDER.match(sentence, found.end()))


def doubtful_title(sentence: str, known: Known, skills: Places) -> str:
    """A name of which a word stands nowhere ("Solutions Architect", "Chicago"); empty where there is none. A heading's
    words have capitals too."""
    for found in re.finditer(_RUN, sentence):
        words = [word for word in _words(found[1]) if word not in _PLAIN]
        if _opens(sentence, found.start()):
            # the first word's capital makes no name of it
            if _HEADS.match(sentence, found.end()):
                continue
            words = [word for word in _words(found[1])[1:] if word not in _PLAIN]
        if not words or _inside(found.start(), skills):
            continue
        if all(word in known.words or _plural(word, known) for word in words):
            continue
        return found[1].strip()
    return ""


def unknown_word(sentence: str, known: Known) -> str:
    """A long word in any letters that neither the language nor the analysis has: "you know zyxtronics"; else empty."""
    for found in _LONG_WORD.finditer(sentence):
        word = found[0].casefold()
        if word not in known.words and set(word) != {"x"} and not _is_word_in_some_form(word, known):
            return found[0]
    return ""


def _is_word_in_some_form(word: str, known: Known) -> bool:
    forms = {word, _PREFIX.sub("", word)}
    forms |= {re.sub(r"(?:ly|est|er|able|ness|ful|less|ize[ds]?|izing)$", "", form) for form in {*forms}}
    roots = {stem(form) for form in forms}
    return bool(forms & (vocabulary() | _OF_REPORTS) or roots & (_stems() | known.stems))


@cache
def _stems() -> frozenset[str]:
    """Of the vocabulary's words and of those that a report needs."""
    return frozenset(stem(word) for word in vocabulary() | _OF_REPORTS)


def _plural(word: str, known: Known) -> bool:
    return word.rstrip("s") in known.words or f"{word}s" in known.words


def _opens(sentence: str, position: int) -> bool:
    return bool(_OPENING.search(sentence[:position]))


def _company(known: Known) -> tuple[str, ...]:
    job = known.analysis.job
    company = getattr(job, "company", None)
    return (company.value,) if company else ()


def _is_one_of(name: str, names: Sequence[str]) -> bool:
    """All its words stand in one of the names."""
    words = set(_words(name))
    return bool(words) and any(words <= set(_words(other)) for other in names)


def _words(name: str) -> list[str]:
    return list(_split(name))


def _split(name: str) -> Iterator[str]:
    for word in re.findall(r"[^\W_][\w+#]*", re.sub(r"['’]s\b", "", name)):
        if word.casefold() not in _JOINERS:
            yield word.casefold()


def _inside(position: int, places: Places) -> bool:
    return any(start <= position < end for start, end in places)
