"""How alike two job titles are, and which role a title names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.match.linker import Linker
from careercraft.match.neutral import neutral
from careercraft.match.semantic import DECIMALS
from careercraft.model.document import Document
from careercraft.parse.title_words import TITLE_HEADS
from careercraft.read.language import ENGLISH
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.gendered import ungendered_abroad
from careercraft.taxonomy.surface import fold

_RANK_WORDS = re.compile(
    r"\b(?:senior|sr|junior|jr|lead|principal|staff|chief|head|assistant|associate|trainee|intern|internship"
    r"|apprentice|graduate|entry level"
    r"|mid level|experienced|i{1,3}|iv|v|[1-5]|full time|part time|remote|hybrid|m f d|f m d|m w d)\b\.?"
)
_PARTS = re.compile(r"\s*[/,|(]\s*|\s+[–—-]+\s+")
_GENDERS = re.compile(r"\(\s*[mwfdxh](?:\s*[/|,]\s*[mwfdxh])*\s*\)", re.IGNORECASE)
_FLOOR, _TOP = 0.45, 0.75
"""Similarities of two titles' vectors that stand for nothing in common and the same work."""

_MEANT = 0.95
"""The most by meaning: only the same words, or titles of one role, are the same."""

CONTAINED, SAME_CRAFT = 0.85, 0.65
_SAME_CRAFT = 0.3
"""Share of needed skills from which two roles are one craft: a back-end developer is a software developer."""


def core_words(title: str) -> str:
    """Folded, without words of rank, brackets and gender."""
    bare = neutral(re.sub(r"\([^)]*\)|[|@].*$", " ", title))
    return " ".join(_RANK_WORDS.sub(" ", re.sub(r"[^\w+#&. ]", " ", fold(bare))).split())


def title_parts(title: str) -> list[str]:
    """Core words of the whole title and of its parts: "Staff Nurse / Charge Nurse, Telemetry" names two occupations
    and a ward. The whole comes first, then its first part."""
    bare = _GENDERS.sub(" ", title)
    parts = [bare, *_PARTS.split(bare)]
    return [core for core in dict.fromkeys(core_words(part) for part in parts) if core]


_PLURAL = (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("sses", "ss"))
_NO_PLURAL = ("ss", "us", "is")


def _singular(core: str) -> str:
    """Of each word: "tool and die makers" are a tool and die maker."""
    return " ".join(_one(word) for word in core.split())


def _one(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    return next((word[: -len(end)] + one for end, one in _PLURAL if word.endswith(end)), word[:-1])


def _begins(short: str, long: str) -> bool:
    """ "Technical writer Hadoop" says of what; "nurse manager" is another occupation."""
    rest = long.removeprefix(f"{short} ")
    return " " in short and rest != long and TITLE_HEADS.isdisjoint(rest.split())


class TitleComparer:
    """Likeness of titles, 0..1, to two decimals; the encoder is asked only where the words don't tell, and only of
    documents in its own language."""

    def __init__(self, linker: Linker, *documents: Document) -> None:
        self._linker = linker
        self._roles = linker.role_titles
        self._common = linker.common_skills
        self._by_meaning = {document.language for document in documents} <= ENGLISH

    def likeness(self, asked: str, titles: Sequence[str]) -> list[float]:
        """Of each title the best of its parts against the best of the asked one's. One of the two must be the first,
        the occupation: a nurse and a cook who both are "…, Berlin" have nothing in common."""
        plain = str if self._by_meaning else ungendered_abroad
        wanted = title_parts(plain(asked))
        return [self._best(wanted, title_parts(plain(title))) for title in titles]

    def _best(self, wanted: list[str], parts: list[str]) -> float:
        if not wanted or not parts:
            return 0.0
        asked, held = wanted[:2][-1], parts[:2][-1]
        pairs = [
            (wanted[0], parts[0]),
            *((asked, part) for part in parts),
            *((part, held) for part in wanted),
        ]
        by_words = max(self._by_words(a, b) for a, b in pairs)
        if by_words == 1.0 or not self._by_meaning:
            return by_words
        vectors = dict(zip([*wanted, *parts], self._linker.encode([*wanted, *parts]), strict=True))
        nearest = round(max(float(vectors[a] @ vectors[b]) for a, b in pairs[1:]), DECIMALS)
        by_meaning = min(_MEANT, max(0.0, (nearest - _FLOOR) / (_TOP - _FLOOR)))
        return round(max(by_words, by_meaning), 2)

    def _by_words(self, wanted: str, core: str) -> float:
        wanted, core = _singular(wanted), _singular(core)
        if wanted == core:
            return 1.0
        asked, found = self._roles.by_title.get(wanted), self._roles.by_title.get(core)
        if asked and asked == found:
            return 1.0
        if asked and found and self._share_of_skills(asked, found) >= _SAME_CRAFT:
            return SAME_CRAFT
        first, second = set(wanted.split()), set(core.split())
        head = wanted.split()[-1]
        if head != core.split()[-1]:
            return CONTAINED if _begins(wanted, core) or _begins(core, wanted) else 0.0
        # One title inside the other ("nurse" in "pediatric nurse") is near; a last word alone only when it names one
        # craft, as driver does and manager doesn't.
        least = min(len(first), len(second))
        if len(first & second) == least and (least > 1 or head not in self._roles.of_all_trades):
            return CONTAINED
        return SAME_CRAFT if head in self._roles.crafts else 0.0

    def _share_of_skills(self, first: str, second: str) -> float:
        """Of the smaller role's needed skills, those that the other needs too."""
        roles = self._linker.taxonomy.roles
        needed = [
            {item.id for item in (*roles[key].skills.must, *roles[key].skills.preferred)} - self._common
            for key in (first, second)
        ]
        return len(needed[0] & needed[1]) / max(1, min(len(ids) for ids in needed))


class RoleTitles:
    """The titles of all roles, made once for a taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.by_title: dict[str, str] = {}
        """Core words of a title to the role that it names."""
        families: dict[str, set[str]] = {}
        for role in taxonomy.roles.values():
            for title in (role.title, *role.alternate_titles):
                core = _singular(core_words(title))
                if core and self.by_title.setdefault(core, role.id) == role.id:
                    families.setdefault(core.split()[-1], set()).add(role.family)
        self.crafts = frozenset(word for word, found in families.items() if len(found) == 1)
        """Last words of titles that stand in one family of roles only."""
        self.of_all_trades = frozenset(families) - self.crafts
        """Those that stand in several: manager, specialist."""
