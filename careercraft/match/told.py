"""Whether words tell what the person did: not what is denied, what others did, or what is only claimed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from careercraft.match.deed_table import verbs
from careercraft.match.verb_forms import Form
from careercraft.parse.tables import word_set

_DENIED = word_set(
    "not never no without cannot didn't don't doesn't wasn't weren't couldn't lack lacked avoid avoided"
)
_DENIED_REACH = 4
"""Words before a verb in which it is denied."""
_OTHERS = word_set("who which that whose")
_BE = word_set("was were been being be is are am get got gets")
_BEFORE_ADJECTIVES = word_set(
    """the a an of in for with by on at our their its his her these those this from into within among across between
    under newly highly well recently to as per than"""
)
"""Before a past form that only describes: "worked with trained nurses"."""
_BEFORE_GERUNDS = word_set(
    """for by while in through of including include includes included involve involved involves when from on with as
    also started began continued and plus"""
)
_BEFORE_BASES = word_set("to help helped will i also")
_HELPED = word_set(
    "assist assisted assisting assists help helped helping helps support supported supporting supports"
)
_WATCHED = word_set(
    """observe observed observing shadow shadowed shadowing watch watched watching attend attended attending witnessed
    received studied"""
)
_CLAIMS = word_set(
    """ability able capable skilled skill skills adept experienced experience proficient knowledge excellent talent
    capacity expertise opportunity passion passionate enjoy love willingness potential"""
)
_LIGHT = frozenset({"", *word_set("also often then always very well together i")})
_NO_ADVERBS = word_set("family supply assembly reply anomaly ally rally")
_JOINED = word_set("and or & plus then")
_SHOWS_OFF = word_set(
    """demonstrated demonstrate demonstrates demonstrating possess possesses possessed possessing have has had having
    developed develop develops developing gained gain gaining learned acquired honed honing improved enhanced
    strengthened polished exhibited exhibit displayed display showed shown showcased utilized utilize used using use
    applied leveraged proved recognized known praised needed required"""
)
"""Verbs that tell no deed when what they do it with is the name of a skill: "demonstrated leadership"."""
_DOES = word_set(
    """responsible ensure perform use work make keep take act serve assist carry conduct do drive execute follow get
    guide help operate participate promote receive run see set tend undertake was took kept went did
    made gave ran held led wrote built sold drove"""
)
_SKILLS = word_set("skill skills ability abilities mindset attitude")


class Telling(Enum):
    OWN = "own"
    """The person did it."""
    HELPED = "helped"
    """Helped others to do it, or claims to be able to."""
    NOT = "not"


def is_light(word: str) -> bool:
    """An adverb or the like, which may stand between a verb and what belongs to it."""
    return word in _LIGHT or (word.endswith("ly") and word not in _NO_ADVERBS)


def told(before: Sequence[str], raw: Sequence[str], form: Form) -> Telling:
    """By the words before a verb in its sentence, folded and bare; `raw` are the same with their commas."""
    near = before[-_DENIED_REACH:]
    if "only" not in near and not _DENIED.isdisjoint(near):
        return Telling.NOT
    at = len(before)
    while at and is_light(before[at - 1]) and not raw[at - 1].endswith(","):
        at -= 1
    previous = before[at - 1] if at else ""
    opens = not at or raw[at - 1].endswith((",", "(")) or previous in _JOINED
    if previous in _OTHERS or not (opens or _fits(previous, form)):
        return Telling.NOT
    if form == "past":
        return Telling.OWN
    return _in_company(before, raw)


def _fits(previous: str, form: Form) -> bool:
    """A form of a verb behind a word that isn't the end of a clause."""
    if form == "past":
        # "followed established procedures", "performed scheduled maintenance"
        return previous not in _BE and previous not in _BEFORE_ADJECTIVES and not _is_past(previous)
    if form == "gerund":
        return (
            previous in _BEFORE_GERUNDS or previous in _HELPED or previous in _CLAIMS or previous in _WATCHED
        )
    return form == "base" and previous in _BEFORE_BASES


def _in_company(before: Sequence[str], raw: Sequence[str]) -> Telling:
    """What came before in the same clause: "assisted the chef in planning menus", "ability to lead teams"."""
    clause: list[str] = []
    for word, written in zip(reversed(before), reversed(raw), strict=True):
        if written.endswith(",") or word in _JOINED:
            break
        clause.append(word)
    if not _WATCHED.isdisjoint(clause):
        return Telling.NOT
    claimed = not _CLAIMS.isdisjoint(before)
    return Telling.HELPED if claimed or not _HELPED.isdisjoint(clause) else Telling.OWN


def is_claim(sentence: Sequence[str], named: Sequence[str]) -> bool:
    """Of a soft skill's name in a bullet: `sentence` are its words, `named` those of the name and the next one."""
    if not _SKILLS.isdisjoint(named):
        return True
    opener = next((word for word in sentence if word and not is_light(word)), "")
    if opener in _SHOWS_OFF or len(sentence) <= len(named):
        return True
    return not (opener in _DOES or opener in verbs() or _is_past(opener))


def _is_past(word: str) -> bool:
    return (
        len(word) > 4
        and word.endswith(("ed", "ing"))
        and word not in _CLAIMS
        and not word.endswith("oriented")
    )
