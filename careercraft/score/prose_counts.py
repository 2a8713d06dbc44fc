"""How many requirements, skills and gaps a sentence speaks of, and of which kind: those met or those missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from careercraft.model.match import SkillEntry
from careercraft.score.prose_figures import Figure
from careercraft.score.prose_said import SUPPOSED, Said

_NOUN = re.compile(
    r"\s*(?:of\s+(?:the\s+|its\s+|your\s+|these\s+|those\s+|all\s+)?(?:\d+\s+)?)?(?:[a-z-]+\s+){0,3}?"
    r"(?P<noun>requirements?|demands?|musts?|must-haves?|skills?|items?|gaps?|strengths?|positions?|jobs?|roles?|ways?|changes?|scores?|degrees?|languages?|certificates?|certifications?)\b",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b(?:missing|miss|lack\w*|not|unmet|gaps?|short|no|need\w*|absent|open|without|fail\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"\b(?:part\w*|half-met)\b", re.IGNORECASE)
_NOT_FULLY = re.compile(r"\b(?:not|unmet|open|short|fully)\b|n['’]t\b", re.IGNORECASE)
_MET = re.compile(
    r"\b(?:met|meet\w*|match\w*|cover\w*|shown?|have|satisf\w+|already|fulfil\w*|tick\w*|check\w*|bring|full\w*)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[,.;:()]|\d|\band\b")
_IMPORTANCE = (
    (
        "must",
        re.compile(r"\b(?:must(?:-haves?|s)?|required|critical|essential|mandatory|key|core|hard)\b", re.I),
    ),
    ("preferred", re.compile(r"\bpreferred\b", re.I)),
    ("nice", re.compile(r"\bnice\b|\boptional\b", re.I)),
)
_SHARE = re.compile(
    r"(?P<how>more than|over|well over|less than|under|nearly|almost|about|around|roughly|at least|exactly)?\s*half\b"
    r"(?:\s+of)?(?:\s+(?:the|its|all))?(?:\s+(?:\d+|posting's|job's|listed))?\s+(?:requirements|must-haves|skills)",
    re.IGNORECASE,
)
_NEAR = 0.1
_OF = re.compile(r"\bof (?:the |its |all |these |your )?$", re.IGNORECASE)
_WAY = re.compile(r"\b(?:ways?|paths?|each|FIT)\b")


def count_holds(figure: Figure, said: Said) -> bool:
    """Whether there are so many of what is counted."""
    start, end = said.borders(figure.start)
    noun = _NOUN.match(said.left, figure.end)
    word = noun["noun"].lower().rstrip("s") if noun else ""
    analysis = said.known.analysis
    if word in {
        "gap",
        "strength",
        "position",
        "job",
        "role",
        "way",
        "change",
        "score",
        "degree",
        "language",
        "certificate",
        "certification",
    }:
        return figure.value in _listed(word, said, said.left[start:end])
    stop = _STOP.search(said.left, noun.end() if noun else figure.end)
    behind = said.left[figure.end : max(stop.start() if stop else end, figure.end)]
    clause = behind if _tells(behind) else said.left[start:end]
    named = {entry.name for entry in said.entries}
    if len(named) > 1 and figure.value == len(named):
        return True  # "three skills: A, B and C"
    kind = next((name for name, words in _IMPORTANCE if words.search(clause)), "")
    if _OF.search(said.left[: figure.start]):
        return figure.value in _of_requirements(said, "", kind)
    of_a_way = {float(len(way.changes)) for way in analysis.counterfactuals}
    if figure.value in of_a_way and (SUPPOSED.search(said.left) or _WAY.search(said.left)):
        return True
    return figure.value in _of_requirements(said, clause, kind)


def _tells(words: str) -> bool:
    return bool(_MISSING.search(words) or _MET.search(words) or _PARTIAL.search(words))


def _listed(word: str, said: Said, clause: str) -> frozenset[float]:
    analysis = said.known.analysis
    if word == "gap":
        kinds = [kind for kind in ("critical", "major", "minor") if kind in clause.lower()]
        gaps = [gap for gap in analysis.gaps if not kinds or gap.severity in kinds]
        return _sizes([gap.name for gap in gaps])
    lists: dict[str, Sequence[Sequence[object]]] = {
        "strength": [analysis.strengths],
        "score": [analysis.scores, [score for score in analysis.scores if score.value is None]],
        "degree": [range(said.known.listed("education"))],
        "language": [range(said.known.listed("languages"))],
        "certificate": [range(said.known.listed("certificates"))],
        "certification": [range(said.known.listed("certificates"))],
        "way": [analysis.counterfactuals],
        "change": [way.changes for way in analysis.counterfactuals],
    }
    work = analysis.facts.experience.work
    return frozenset(float(len(items)) for items in lists.get(word, [work]))


def _of_requirements(said: Said, clause: str, kind: str) -> frozenset[float]:
    skills = said.known.analysis.skills

    def names(*lists: Iterable[SkillEntry]) -> list[str]:
        return [entry.name for entries in lists for entry in entries if not kind or entry.importance == kind]

    missing, partial, matched = skills.missing, skills.partial, skills.matched
    if _PARTIAL.search(clause):
        return _sizes(names(partial))
    if _MISSING.search(clause):
        both = _sizes(names(missing, partial)) if _NOT_FULLY.search(clause) else frozenset()
        return _sizes(names(missing)) | both
    if _MET.search(clause):
        return _sizes(names(matched))
    return _sizes(names(matched, partial, missing)) | _sizes(names(missing)) | _sizes(names(matched))


def _sizes(names: Sequence[str]) -> frozenset[float]:
    """Of a list, and of it without what stands there twice."""
    return frozenset({float(len(names)), float(len(set(names)))})


def share_holds(said: Said, amount: re.Match[str]) -> bool:
    """ "more than half of the requirements", by the counts."""
    found = next(
        (one for one in _SHARE.finditer(said.left) if one.start() <= amount.start() < one.end()), None
    )
    skills = said.known.analysis.skills
    total = len(skills.required())
    if found is None or not total:
        return False
    missing = bool(_MISSING.search(said.left))
    share = len(skills.missing if missing else skills.matched) / total
    how = (found["how"] or "").lower()
    if how in {"more than", "over", "well over"}:
        return share > 1 / 2
    if how in {"less than", "under", "nearly", "almost"}:
        return share < 1 / 2
    if how == "at least":
        return share >= 1 / 2
    return abs(share - 1 / 2) <= _NEAR
