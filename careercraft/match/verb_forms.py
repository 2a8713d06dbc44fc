"""The forms of English verbs: "plan" to planned, planning, plans. American spelling."""

from __future__ import annotations

from typing import Literal

from careercraft.parse.tables import word_set

Form = Literal["base", "past", "gerund", "third"]


def _irregular() -> dict[str, tuple[str, ...]]:
    """Base to its past forms, participle among them."""
    text = """lead led, teach taught, write wrote written, hold held, give gave given, speak spoke spoken, keep kept,
        meet met, make made, build built, win won, sell sold, take took taken, find found, catch caught, run ran,
        oversee oversaw overseen, begin began begun, drive drove driven, choose chose chosen, bring brought,
        draw drew drawn, set set, cut cut, hit hit, beat beat beaten, tell told, ship shipped, upsell upsold,
        grow grew grown, feed fed, sew sewed sewn, forecast forecast forecasted, learn learned learnt, sweep swept,
        rewrite rewrote rewritten, uphold upheld, deal dealt, understand understood, think thought, troubleshoot
        troubleshot troubleshooted"""
    return {words[0]: tuple(words[1:]) for words in (part.split() for part in text.split(","))}


_PAST = _irregular()
_DOUBLE = word_set(
    """plan map log trim ship run cut set hit win begin debug refer submit commit control scrub step pin swap stop
    drop chat tag scan equip chop mop permit sit get put"""
)
"""Verbs that double their last letter."""


def forms(verb: str) -> dict[str, Form]:
    """Each form of a verb, whose base comes first."""
    found: dict[str, Form] = {verb: "base"}
    for past in _PAST.get(verb, (_ed(verb),)):
        found.setdefault(past, "past")
    found.setdefault(_ing(verb), "gerund")
    found.setdefault(_s(verb), "third")
    return found


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if _ends_in_consonant_y(verb):
        return verb[:-1] + "ied"
    return (verb + verb[-1] if verb in _DOUBLE else verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if verb in _DOUBLE else verb) + "ing"


def _s(verb: str) -> str:
    if _ends_in_consonant_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _ends_in_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in "aeiou"


def singular(noun: str) -> str:
    """A plain singular; what it makes of odd words doesn't matter, as long as it is the same on both sides."""
    if len(noun) > 4 and noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    if len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return _PLURALS.get(noun, noun)


_PLURALS = {"menus": "menu", "children": "child", "men": "man", "women": "woman"}
