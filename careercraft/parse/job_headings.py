"""Which part of a posting a heading opens, and how strongly that part asks.

`exact_heading` knows the phrases of `job_heading_words` and headings composed of section nouns ("Minimum Skills
and Experience"); `loose_heading` looks for telling words and is for lines that look like headings anyway.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, cast

from careercraft.model.job import Importance
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_fact_words import FACTS
from careercraft.parse.job_heading_words import PHRASES


class Heading(NamedTuple):
    kind: str
    """requirement | duty | summary | about | benefit | value | meta | terms (legal boilerplate)"""
    importance: Importance | None = None


_REQUIREMENT_NOUN = (
    "qualifications?|requirements?|skills?|skill ?sets?|experiences?|education|competenc(?:y|ies)"
    "|knowledge|abilit(?:y|ies)"
    "|attributes|credentials|certifications?|certificates|licen[cs](?:e|es|ure)|criteria|background"
    "|expertise|traits"
    "|specifications|capabilities|degrees?|characteristics|training|proficienc(?:y|ies)|languages?"
    "|clearance|aptitudes"
    "|technologies|tools|tech stack|behaviou?rs|qualities|strengths|must[- ]haves?|descriptions?|expectations"
)
_DUTY_NOUN = (
    "responsibilit(?:y|ies)|dut(?:y|ies)|tasks|functions?|accountabilities|activities|deliverables"
    "|objectives|contributions"
)
_MUST = "required|minimum|min|basic|essential|mandatory|must[- ]have|needed|necessary"
_PREFERRED = "preferred|desired|desirable|recommended|ideal"
_NICE = "nice[- ]to[- ]have|bonus|optional|good[- ]to[- ]have|plus|beneficial"
_PLAIN = (
    "key|core|additional|technical|professional|soft|hard|job|position|role|work|working|general"
    "|specific|other|candidate"
    "|personal|relevant|computer|special|primary|principal|principle|main|major|critical|your|our|the"
    "|educational|physical"
    "|behaviou?ral|employee|supervisory|management|leadership|industry|demonstrated|related|software"
    "|it|day[- ]to[- ]day"
    "|business|interpersonal|analytical|overall|desired|typical|summary of|list of|prior|previous"
    "|academic|applicant|data"
    "|experience|education|skills?|it|areas? of|level of|language|common|language"
)
_ADJECTIVE = f"(?:(?:{_MUST}|{_PREFERRED}|{_NICE}|{_PLAIN})[ /]+(?:and )?)"
_NOUN = f"(?:{_REQUIREMENT_NOUN}|{_DUTY_NOUN})"
_COMPOSED = re.compile(
    rf"{_ADJECTIVE}{{0,5}}{_NOUN}(?:(?: ?, ?(?:and |or )?| and(?:/or)? | or "
    rf"| ?/ ?){_ADJECTIVE}{{0,3}}{_NOUN}){{0,5}}"
    rf"(?: (?:{_MUST}|{_PREFERRED}|{_NICE}|sought|include|included|are|for (?:this|the) (?:role|position|job)"
    rf"|of (?:this|the) (?:role|position|job)|you(?:'ll| will)? (?:need|bring|have)|we(?:'re"
    rf"| are) looking for))*"
)
_OPENERS = (
    (r"(?:in|as part of) (?:this|the|your) .{0,40}role,? you(?:'ll| will)", Heading("duty")),
    (r"(?:the|a|our|your) (?:successful |ideal |right )?(?:candidate|applicant|person|individual|incumbent|role"
     r"|position)(?: will| shall)(?: be)?(?: responsible for)?", Heading("duty")),
    (r"(?:here's )?(?:what|how) you(?:'ll| will)? .{0,40}(?:do|doing|work|own|impact|contribute"
     r"|make)\b.*", Heading("duty")),
    (r"as (?:an?|the|our) .{2,60}you(?:'ll| will).{0,20}", Heading("duty")),
    (r".{0,40}\byou(?:'ll| will)(?: be)?(?: responsible for)?", Heading("duty")),
    (r"(?:what|who) (?:we(?:'re| are)|you(?:'ll| will)?|i'm) (?:look(?:ing)? for|bring|need|have).*",
     Heading("requirement", "must")),
    (r"about (?:this |the |our )?(?:role|job|position|opportunity|vacancy)", Heading("summary")),
    (r"about you.{0,20}", Heading("requirement", "must")),
    (r"[\w.' ]{0,25}perks", Heading("benefit")),
    (r"why (?!not|do).{0,40}", Heading("benefit")),
    (r"(?:what|why) .{0,20}(?:offer|provide|give).{0,30}", Heading("benefit")),
    (r"(?:life|working) at .{2,30}", Heading("value")),
    (r"(?:about|who is|who are) .{2,50}", Heading("about")),
)  # fmt: skip
_OPENING = tuple((Lazy(pattern), heading) for pattern, heading in _OPENERS)
_WORDS = (
    (r"nice[- ]to|bonus|\bplus(?:es)?\b|good to have|even better|not required|advantage|optional",
     "requirement", "nice"),
    (r"prefer|desir|ideally|recommended|we(?:'d)? love to see|wünschenswert|souhait|deseable|desej"
     r"|preferenz|gewenst",
     "requirement", "preferred"),
    (r"\bif you(?:'re| are| have|$|r )", "requirement", "must"),
    (r"equal (?:emp|opp)|\beeo|privacy|disclaimer|accommodat|legal|notice|physical (?:demand|req)"
     r"|work(?:ing)? environment|disclos",
     "terms", None),
    (r"\bapply\b|applicat|contact", "meta", None),
    (r"benefit|perks|offer\b|compensation|in it for you|rewards|avantages|beneficios|vorteile", "benefit", None),
    (r"responsib|dut(?:y|ies)\b|you(?:'ll| will)(?: be)?$|accountabilit|functions?\b|tasks"
     r"|day[- ]to[- ]day|activities"
     r"|objectives|impact|goals|role involves|aufgaben|missions|funciones|mansioni|taken\b", "duty", None),
    (r"requirement|qualificat|skills|experience|education|competenc|you (?:bring|need|have|are|should"
     r"|must)|your background"
     r"|looking for|must[- ]have|knowledge|abilit(?:y|ies)|credential|licen[cs]|certificat"
     r"|prerequisite|candidate|clearance"
     r"|expertise|attributes|criteria|proficien|familiar|anforderung|kenntnisse|profil|requisit"
     r"|compét|competenc|eisen"
     r"|be successful|succeed|who you are|should be able|wants?\b.{0,20}\bwho", "requirement", "must"),
    (r"\bvalues\b|culture|principles|we believe", "value", None),
    (r"summary|overview|description|the (?:role|job|position)|purpose", "summary", None),
    (r"about|company|who we are|our (?:story|mission|team)|organi[sz]ation", "about", None),
)  # fmt: skip
_LOOSE = tuple(
    (Lazy(pattern), Heading(kind, cast("Importance | None", rank))) for pattern, kind, rank in _WORDS
)

_TRIM_HEAD = re.compile(r"^(?:[^\w¿¡(]+|\(?(?:\d{1,2}|[a-z]|i{1,3}|iv|vi{0,3})[.)]\s+)+")
_REMARK = re.compile(r"(?<=\w)\s*\([^()]*\)\s*:?\s*$")
_TRIM_TAIL = re.compile(r"[\s:;.!?*_=~#–—-]+$")
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "&": " and ", "“": '"', "”": '"', "–": "-"})


def normalize(text: str) -> str:
    """A heading's words: lower case, straight quotes, without numbering, marks and final punctuation."""
    bare = _TRIM_HEAD.sub("", _REMARK.sub("", text.replace("(s)", "s")).translate(_QUOTES).casefold())
    return _SPACES.sub(" ", _TRIM_TAIL.sub("", bare)).strip()


def _table() -> dict[str, Heading]:
    table: dict[str, Heading] = {}
    for kind, importance, phrases in PHRASES:
        for phrase in phrases.split("|"):
            # The first language that has a phrase keeps it ("profil", "plus").
            table.setdefault(phrase, Heading(kind, cast("Importance | None", importance)))
    return table


KNOWN = _table()
_FACT_OF = {phrase: fact for fact, phrases in FACTS for phrase in phrases.split("|")}


def fact_label(text: str) -> str | None:
    """`title`, `company`, `location`, `salary`, `employment`, `mode`, `level` or `other` for a label of that kind."""
    return _FACT_OF.get(normalize(text))


@lru_cache(maxsize=4096)
def exact_heading(text: str) -> Heading | None:
    """The part a heading opens when its whole wording is known, else None."""
    words = normalize(text)
    if found := KNOWN.get(words):
        return found
    if not words or len(words) > 90 or not _COMPOSED.fullmatch(words):
        return None
    if re.search(rf"\b(?:{_NICE})\b", words):
        return Heading("requirement", "nice")
    if re.search(rf"\b(?:{_DUTY_NOUN})\b", words):
        return Heading("duty")
    return Heading("requirement", "preferred" if re.search(rf"\b(?:{_PREFERRED})\b", words) else "must")


@lru_cache(maxsize=4096)
def opening_heading(text: str) -> Heading | None:
    """Headings known by how they begin: "About Acme", "As a data analyst, you will", "What you'll be doing here"."""
    words = normalize(text)
    if len(words.split()) > 12:
        return None
    return next((heading for pattern, heading in _OPENING if pattern.pattern.fullmatch(words)), None)


@lru_cache(maxsize=4096)
def loose_heading(text: str) -> Heading | None:
    """The part by telling words, for lines already known to be headings by their looks."""
    if found := exact_heading(text) or opening_heading(text):
        return found
    words = normalize(text)
    return next((heading for pattern, heading in _LOOSE if pattern.search(words)), None)
