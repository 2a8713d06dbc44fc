"""Other ways to write a name, for whole phrases: "ReactJS library", "python-3.x", "Multi Threaded", "MS Excel 2016".

A list item or a label is one phrase, so what is said around a name there (a version, "framework", the maker's name) can
be taken off, and gaps, dots and endings forgiven. In running text the same would find names that nobody wrote; it isn't
used there. The nearest spelling comes first; a spelling that two entries share is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from careercraft.model.skill import MatchRule
from careercraft.taxonomy.index import Surface, Taxonomy
from careercraft.taxonomy.surface import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MOST_WORDS = 6
_SHORTEST = 4
"""Letters of a spelling; below that ".net" would be "net"."""
_TECHNOLOGY = frozenset(
    {"cloud-infrastructure", "data-ai", "hardware-embedded", "networks-support", "security", "software"}
)
"""Families whose names are written in many ways; elsewhere an ending makes another word ("cook", "cooking")."""
_GAPS = str.maketrans("", "", " .'’&()*,:;!?@|")
_TWO = re.compile(r"(?<=[a-z])2(?=[a-z]{2})")
_VERSION = re.compile(r"v?\d+(?:\.\d+)*(?:\.?x)?\+?|x|r\d")
_GLUED_VERSION = re.compile(r"(?P<name>.*?[a-z+#]\d*?)[.\s]?v?\d+(?:\.\d+)*(?:\.?x)?")
_SCRIPT_ENDING = re.compile(r"(?P<name>.*[a-z])[.\s]?js")
_MAKERS = _words(
    """the adobe amazon apache apple aws azure borland broadcom cisco dell embarcadero esri facebook gnu google
    hashicorp hp ibm intel jboss jetbrains mathworks microsoft mozilla ms novell nvidia open oracle pivotal redhat sap
    sun symantec twitter vmware"""
)
_ABOUT = _words(
    """api apis app application applications apps basics beta client code coding component components config
    configuration connector database db dev development driver edition engine enterprise environment express extension
    extensions file files framework frameworks function functions gem ide integration lang language languages lib
    libraries library module modules package packages platform plugin plugins preview pro professional programming
    project projects queries query release rtm scripting scripts script sdk server service services settings software
    standard studio syntax system technologies technology template templates theme themes tool toolkit tools version
    website"""
)
"""Words behind a name that leave it what it is."""
_ENDINGS = ("ations", "ation", "ating", "ated", "ate", "ing", "ion", "ed", "s", "e")
_OTHERS = _words("architect authentic engineer model monitor network program solution trend")
"""What is left of a deed but is something else: an engineer is nobody's engineering."""


class Spellings:
    """The names and aliases of a taxonomy by what is left of them when gaps and endings don't count."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    def find(self, phrase: str) -> str | None:
        """Id of the skill that the whole phrase names in another spelling, or by its name itself. Of two things with a
        slash neither is the phrase."""
        folded = fold(phrase)
        if not folded or folded.count(" ") >= _MOST_WORDS or "/" in phrase:
            return None
        spellings = list(_plainer(folded))
        by_gaps = (self._named(spelling) or self._unglued(glued(spelling)) for spelling in spellings)
        found = next(filter(None, by_gaps), None)
        return found or next(filter(None, map(self._unstemmed, spellings)), None)

    def _unglued(self, spelling: str) -> str | None:
        return self._glued.get(spelling) or (self._named(spelling) if len(spelling) >= _SHORTEST else None)

    def _unstemmed(self, spelling: str) -> str | None:
        """A name with another ending, or the one thing that the phrase has several of."""
        stem = _stemmed(spelling)
        found = self._stemmed.get(stem or glued(spelling))
        plural = spelling.endswith("s") and len(stem) >= _SHORTEST
        return found or (self._unglued(stem) if plural else None)

    def _named(self, spelling: str) -> str | None:
        surface = self._taxonomy.forms.get(spelling)
        if surface is None or surface.item:
            return None
        skill = self._taxonomy.entries[surface.skill]
        return skill.id if skill.family in _TECHNOLOGY else None

    @cached_property
    def _glued(self) -> dict[str, str]:
        """Names with gaps; the others are found as they are."""
        return self._index(lambda form: glued(form) if not form.isalnum() else "", with_words=True)

    @cached_property
    def _stemmed(self) -> dict[str, str]:
        """Names with an ending, but no names that are words: "rail" isn't Rails."""
        return self._index(_stemmed, with_words=False)

    def _index(self, spelled: Callable[[str], str], with_words: bool) -> dict[str, str]:
        """Spelling to skill id; of several skills the one that is named so, if that is one."""
        skills = self._taxonomy.entries
        plain = MatchRule()
        counts = [one.family in _TECHNOLOGY and (with_words or one.match == plain) for one in skills]
        owners: dict[str, Surface | None] = {}
        for surface in self._taxonomy.surfaces:
            if not counts[surface.skill] or surface.deed or surface.item:
                continue
            spelling = spelled(surface.folded)
            if len(spelling) >= _SHORTEST:
                owners[spelling] = _owner(owners.get(spelling, surface), surface)
        return {spelling: skills[one.skill].id for spelling, one in owners.items() if one}


def _owner(first: Surface | None, other: Surface) -> Surface | None:
    if first is None or first.skill == other.skill:
        return first and (first if first.exact else other)
    if first.exact == other.exact:
        return None
    return first if first.exact else other


def glued(folded: str) -> str:
    """Letters, digits, + and # alone: "react.js", "react js" and "reactjs" are the same."""
    together = folded.translate(_GAPS)
    return _TWO.sub("to", together) if "2" in together else together


def _stemmed(folded: str) -> str:
    """Glued, without the ending of number or deed; nothing where there is none."""
    stem = _stem(folded) if folded.endswith(_ENDINGS) else folded
    return glued(stem) if stem != folded else ""


def _stem(phrase: str) -> str:
    head, gap, word = phrase.rpartition(" ")
    ending = next(ending for ending in _ENDINGS if word.endswith(ending))
    stem = word.removesuffix(ending)
    if len(stem) < _SHORTEST or word.endswith("ss"):
        return phrase
    if ending in {"ing", "ed"} and stem[-1] == stem[-2] and stem[-1] not in "ls":
        stem = stem[:-1]
    return phrase if stem in _OTHERS and ending != "s" else head + gap + stem


def _plainer(folded: str) -> Iterator[str]:
    """The phrase and what is left of it, nearest first: each step takes one thing off."""
    steps = [folded]
    for spelling in steps:
        yield spelling
        for shorter in _shorter(spelling):
            if shorter not in steps and any(char.isalpha() for char in shorter):
                steps.append(shorter)


def _shorter(spelling: str) -> Iterator[str]:
    words = spelling.split()
    if len(words) > 1 and (words[-1] in _ABOUT or _VERSION.fullmatch(words[-1])):
        yield " ".join(words[:-1])
    if len(words) > 1 and words[0] in _MAKERS:
        yield " ".join(words[1:])
    for pattern in (_GLUED_VERSION, _SCRIPT_ENDING):
        found = pattern.fullmatch(spelling)
        if found and len(found["name"]) > 1:
            yield found["name"].rstrip(" .")
