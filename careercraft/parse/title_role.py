"""Which role of the catalogue a job title names: by its words, whole, never by likeness.

The order of trust: the whole title, its parts ("Data Analyst, Finance"), two parts turned round ("Manager,
Marketing"), each first with and then without words of rank; at last the longest title of the catalogue that stands
whole in a part, with no other word for an occupation behind it ("Clinical Data Analyst", not "Data Analyst
Recruiter"). A title in another language is looked up by its English name (`title_translations`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from careercraft.model.skill import Role
from careercraft.parse.job_title_words import find_occupation
from careercraft.parse.tables import word_set
from careercraft.parse.title_translations import in_english
from careercraft.taxonomy.surface import fold

_GENDERS = re.compile(r"\(?\b(?:[mwfdxh](?:\s?[/|,]\s?[mwfdxh*]){1,3}|all genders|gn)\b\*?\)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_PARTS = re.compile(r"\s*[,|/(:;•·]\s*|\s+[–—-]+\s+|\s*[–—]\s*|\s+(?:at|@)\s+")
_OBJECT = re.compile(r"\s(?:for|in|with|to|on|within)\s")
_SHORT = {
    "sr": "senior", "jr": "junior", "mgr": "manager", "mngr": "manager", "eng": "engineer", "engr": "engineer",
    "dev": "developer", "asst": "assistant", "assoc": "associate", "rep": "representative", "reps": "representative",
    "coord": "coordinator", "dir": "director", "acct": "accountant", "mktg": "marketing", "ops": "operations",
    "admin": "administrator", "tech": "technician", "spec": "specialist", "supv": "supervisor", "svp": "vp",
    "frontend": "front end", "backend": "back end", "fullstack": "full stack", "lab": "laboratory",
}  # fmt: skip
_BEFORE = word_set(
    """senior junior lead principal staff chief head mid entry level experienced intern internship trainee graduate
    expert associate professional intermediate distinguished advanced managing full part time remote hybrid onsite
    contract temporary permanent freelance summer"""
)
_BEHIND = word_set(
    """senior junior lead principal mid entry level intern internship trainee graduate expert i ii iii iv v 1 2 3 4 5
    l1 l2 l3 l4 l5 full part time remote hybrid onsite contract temporary permanent freelance position role"""
)
_NOT_ITSELF = frozenset({"assistant", "deputy", "vice", "student", "associate"})
"""In front of a title they make another occupation of it."""
_TURNED = word_set(
    """manager director supervisor coordinator engineer developer analyst specialist scientist architect consultant
    administrator technician representative assistant designer officer teacher nurse head vp"""
)
_SAYS_NOTHING = word_set("""scientist engineer manager specialist analyst consultant technician associate""")
"""What is left of "Scientist I" without its rank names no occupation, so the rank can't either."""
_SWAPS = {"engineer": "developer", "developer": "engineer"}
_LEAST_CONTAINED = 2
"""Words of a catalogue title that may stand inside another; of a single word only the role's own title may."""
_INITIALS = 2
"""Initials as short ("PT", "NP") mean too much else."""


class _Names(NamedTuple):
    """Titles in folded words to the ids of their roles."""

    every: dict[str, str]
    inside: dict[str, str]
    """Those that may stand inside a longer title."""
    initials: dict[str, str]
    """Those that may end one: "Oracle RAC DBA"."""
    qualified: dict[str, tuple[frozenset[str], str]]
    """Titles that need one of certain words beside them: "Process Engineer (Chemical)"."""


def role_of_title(title: str, roles: Mapping[str, Role], language: str = "en") -> str | None:
    """The id of the role, or None where the catalogue has none that the title plainly names. `language` is that of the
    posting: an English one's title isn't taken for another language's."""
    names = _names(tuple(roles.values()))
    parts = list(_parts(title))
    found = _look_up(parts, names)
    if found or language == "en":
        return found
    return _look_up([one for part in parts[:2] if (one := in_english(part))], names)


def _look_up(parts: list[str], names: _Names) -> str | None:
    for words in _wholes(parts):
        if found := names.every.get(words) or names.every.get(_swapped(words)):
            return found
    contained = next((found for part in parts if (found := _contained(part, names.inside))), None)
    return contained or _qualified(parts, names.qualified) or _by_initials(parts, names.initials)


@lru_cache(maxsize=4)
def _names(roles: tuple[Role, ...]) -> _Names:
    """A role's own title goes before another's alternate one."""
    names = _Names({}, {}, {}, {})
    for own in (True, False):
        for role in roles:
            for title in (role.title,) if own else role.alternate_titles:
                _add(names, title, role, own)
    own_titles = {_words(role.title) for role in roles}
    for words in (names.inside.keys() & _shared_endings(names.every)) - own_titles:
        del names.inside[words]
    return names


def _shared_endings(names: Mapping[str, str]) -> set[str]:
    """What titles of several roles end with: "service technician", alone and in "HVAC service technician"."""
    ends: dict[str, set[str]] = {}
    for title, role_id in names.items():
        words = title.split()
        for start in range(len(words)):
            ends.setdefault(" ".join(words[start:]), set()).add(role_id)
    return {ending for ending, role_ids in ends.items() if len(role_ids) > 1}


def _add(names: _Names, title: str, role: Role, own: bool) -> None:
    words = _words(title)
    if _without_rank(words) != words and _without_rank(words) in _SAYS_NOTHING:
        return
    names.every.setdefault(words, role.id)
    if bracket := _BRACKETS.search(title):
        fields = role.education.fields if role.education else ()
        telling = {word for text in (bracket[1], *fields) for word in _words(text).split()}
        names.qualified.setdefault(_words(title[: bracket.start()]), (frozenset(telling), role.id))
    elif title.isupper() and len(title) > _INITIALS:
        names.initials.setdefault(words, role.id)
    elif own or words.count(" ") + 1 >= _LEAST_CONTAINED:
        names.inside.setdefault(words, role.id)


def _words(text: str) -> str:
    """Folded, abbreviations written out, occupations in the singular; of the signs only those of C++, C# and .NET."""
    bare = re.sub(r"[^\w+#&. ]", " ", fold(text.replace("/", " ")))
    words = (word.strip(".") for word in bare.split())
    return " ".join(_SHORT.get(one, one) for word in words if word and (one := _singular(word)))


def _singular(word: str) -> str:
    return (
        word[:-1] if word.endswith("s") and not word.endswith("ss") and find_occupation(word[:-1]) else word
    )


def _parts(title: str) -> Iterator[str]:
    """The whole title without what is no part of it, then its parts, each in folded words."""
    bare = _GENDERS.sub(" ", title)
    seen: set[str] = set()
    for part in (bare, _BRACKETS.sub(" ", bare), *_PARTS.split(bare.replace(")", " "))):
        words = _words(part)
        if words and words not in seen:
            seen.add(words)
            yield words


def _wholes(parts: list[str]) -> Iterator[str]:
    """What may be a title of the catalogue as a whole, in the order of trust."""
    for part in parts:
        head = _OBJECT.split(part)[0]
        yield from dict.fromkeys((part, _without_rank(part), head, _without_rank(head)))
    for first, second in pairwise(parts[1:]):
        head = _without_rank(first)
        if head in _TURNED:
            yield f"{_without_rank(second)} {head}"


def _without_rank(text: str) -> str:
    words = text.split()
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    while len(words) > 1 and words[-1] in _BEHIND:
        words = words[:-1]
    return " ".join(words)


def _swapped(words: str) -> str:
    """ "Software Developer" and "Software Engineer" name one occupation wherever the catalogue has one of them."""
    head, _, last = words.rpartition(" ")
    return f"{head} {_SWAPS[last]}" if head and last in _SWAPS else words


def _contained(part: str, inside: Mapping[str, str]) -> str | None:
    words = _without_rank(_OBJECT.split(part)[0]).split()
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length, -1, -1):
            run = " ".join(words[start : start + length])
            found = inside.get(run) or inside.get(_swapped(run))
            if found and _stands_alone(words, start, start + length):
                return found
    return None


def _stands_alone(words: list[str], start: int, end: int) -> bool:
    """Nothing around makes another occupation of it: "assistant project manager", "data analyst recruiter"."""
    if start and words[start - 1] in _NOT_ITSELF:
        return False
    return not find_occupation(" ".join(words[end:]))


def _by_initials(parts: list[str], initials: Mapping[str, str]) -> str | None:
    """The last word of the first part that ends so."""
    ends = (_without_rank(part).rpartition(" ")[2] for part in parts)
    return next((initials[end] for end in ends if end in initials), None)


def _qualified(parts: list[str], qualified: Mapping[str, tuple[frozenset[str], str]]) -> str | None:
    """ "Process Engineer, Chemical Plants": the words that the catalogue asks for stand elsewhere in the title."""
    every = {word for part in parts for word in part.split()}
    for part in parts:
        telling, role_id = qualified.get(_without_rank(part), (frozenset[str](), ""))
        if telling & (every - set(part.split())):
            return role_id
    return None
