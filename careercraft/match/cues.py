"""What speaks for and against a hit: how the name is written, its line, the words around, the lines nearby.

Names of the features are keys of the fitted table (`fitted.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careercraft.match.passages import UNREAD, Line
from careercraft.match.vocabulary import vocabulary
from careercraft.model.match import Tier
from careercraft.model.skill import Skill
from careercraft.parse.job_headings import exact_heading, fact_label
from careercraft.parse.tables import word_set
from careercraft.parse.title_words import TITLE_HEADS
from careercraft.taxonomy.surface import fold

_CUES = {
    "experience": r"experience|background|track record",
    "knowledge": r"knowledge|understanding|expertise",
    "skills": r"skills?",
    "mastery": r"proficien\w+|fluen\w+|command|mastery|expert|certified|licen[sc]ed|trained",
    "sought": r"look(?:ing)? for|seek(?:s|ing)?|hiring|needs?|you (?:bring|have|know)",
    "familiar": r"familiar\w*",
    "degree": r"degree|bachelor\w*|master\w*|phd",
    "with": r"with",
    "in": r"in",
    "using": r"using|use",
    "we": r"we|our|us",
    "you": r"you|your",
    "benefit": r"benefits?|offers?|insurance|equal|discriminat\w+|polic\w+",
    "such": r"such as|like|including|e\.g|i\.e",
    "ability": r"ability|able|can",
    "asked": r"must|requir\w+|nice|plus|preferred|advantage|desir\w+",
}
_CUE = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _CUES.items()), re.IGNORECASE)
_WORDS_BEFORE, _WORDS_AFTER = 8, 6
_OTHERS = word_set("team department industry company market solution platform product software group")
"""What a name before it only describes, as before a job title."""
_LETTERS = re.compile(r"[^\W\d_]+")
_NEXT_WORD = re.compile(r"[\s/()-]*([^\W\d_]+)")
_FEW, _SOME, _MANY = 3, 7, 25
_LONGEST_LABEL = 60
_BACK, _JUST = 6, 2


class Hit(NamedTuple):
    start: int
    end: int
    tier: Tier
    skill: Skill
    likeness: float = 1.0
    deed: bool = False


class Features:
    """Of the hits in one text."""

    def __init__(self, text: str, lines: Sequence[Line], hits: Sequence[Hit], alone: bool = False) -> None:
        """`alone` looks at each line as if it were the whole text."""
        self._text = text
        self._alone = alone
        self._lines = lines
        self._starts = [line.start for line in lines]
        parts = [[line] for line in lines] if alone else [lines]
        self._sections = [section for part in parts for section in _sections(text, part)]
        self._hits: dict[int, list[Hit]] = {}
        for hit in hits:
            self._hits.setdefault(self._line(hit), []).append(hit)
        self._around: dict[int, dict[str, float]] = {}
        self._layouts: dict[int, dict[str, float]] = {}

    def of(self, hit: Hit) -> dict[str, float]:
        """By name; what isn't there is 0."""
        at = self._line(hit)
        if at not in self._around:
            self._around[at] = dict(_nearby(self._lines, at) if not self._alone else ())
            self._layouts[at] = dict(self._layout(at))
        return {
            **self._around[at],
            **self._layouts[at],
            **dict(_written(self._text, hit)),
            **self._place(hit, self._lines[at]),
            **dict(_scores(self._lines[at], hit)),
        }

    def _line(self, hit: Hit) -> int:
        return max(0, bisect_right(self._starts, hit.start) - 1)

    def _layout(self, at: int) -> Iterator[tuple[str, float]]:
        line, hits = self._lines[at], self._hits.get(at, [])
        text, count = self._text[line.start : line.end].rstrip(), len(line.words)
        yield "line_short", float(count <= _FEW)
        yield "line_some", float(_FEW < count <= _SOME)
        yield "line_long", float(count > _MANY)
        yield "line_sentence", float(text.endswith((".", "!", "?")))
        yield "line_label", float(text.endswith(":"))
        yield "line_covered", sum(hit.end - hit.start for hit in hits) / max(1, len(text))
        yield "line_hits", min(len(hits), 6) / 6
        yield f"section_{self._sections[at]}", 1.0
        if not self._alone:
            yield "text_place", at / len(self._lines)
            yield "text_head", float(at < _FEW)
        for name in sorted({str(found.lastgroup) for found in _CUE.finditer(text)}):
            yield f"line_{name}", 1.0

    def _place(self, hit: Hit, line: Line) -> dict[str, float]:
        before, after = self._text[line.start : hit.start], self._text[hit.end : max(hit.end, line.end)]
        found = {
            "opens_line": float(not before.strip()),
            "whole_line": float(not before.strip() and len(after.strip()) < _FEW),
            "before_title": float(_is_title(after)),
        }
        near = " ".join(before.split()[-_WORDS_BEFORE:])
        found |= {f"before_{cue.lastgroup}": 1.0 for cue in _CUE.finditer(near)}
        near = " ".join(after.split()[:_WORDS_AFTER])
        return found | {f"after_{cue.lastgroup}": 1.0 for cue in _CUE.finditer(near)}


def _sections(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """For each line what part of a posting it stands in, as the last heading or its own label says; `heading` for a
    heading itself, `fact` for a label such as "Job type:", `none` before the first."""
    section = "none"
    for line in lines:
        words = text[line.start : line.end].strip()
        label = words.partition(":")[0]
        if len(label) > _LONGEST_LABEL:
            yield section
        elif fact_label(label):
            yield "fact"
        elif heading := exact_heading(label):
            section = heading.kind
            yield section if len(label) < len(words) - 1 else "heading"
        else:
            yield section


def _is_title(after: str) -> bool:
    found = _NEXT_WORD.match(after)
    word = found[1].lower() if found else ""
    return any(form in TITLE_HEADS or form in _OTHERS for form in (word, word.removesuffix("s")))


def _written(text: str, hit: Hit) -> Iterator[tuple[str, float]]:
    quote = text[hit.start : hit.end]
    folded = fold(quote)
    count = folded.count(" ") + 1
    yield "exact", float(hit.tier == "exact")
    yield "fuzzy", float(hit.tier == "fuzzy")
    yield "deed", float(hit.deed)
    yield "one_word", float(count == 1)
    yield "many_words", float(count > 2)
    yield "few_letters", float(len(folded) <= _FEW)
    yield "ordinary", float(all(word in vocabulary() for word in _LETTERS.findall(folded)))
    yield "capital", float(quote[:1].isupper())
    yield "capitals", float(quote.isupper())
    yield "signs", float(any(char.isdigit() or char in "+#." for char in quote))
    yield "ruled", float(hit.skill.match.case or bool(hit.skill.match.context))
    yield "likeness", hit.likeness
    yield f"kind_{hit.skill.kind}", 1.0


def _scores(line: Line, hit: Hit) -> Iterator[tuple[str, float]]:
    own = [word.score for word in line.words if word.start < hit.end and hit.start < word.end]
    left = [word.score for word in line.words if word.end <= hit.start]
    right = [word.score for word in line.words if word.start >= hit.end]
    yield "own_mean", sum(own) / len(own) if own else UNREAD
    yield "own_best", max(own, default=UNREAD)
    yield "own_last", own[-1] if own else UNREAD
    yield "left_score", left[-1] if left else UNREAD
    yield "right_score", right[0] if right else UNREAD
    yield "others_best", max([*left, *right], default=UNREAD)
    yield "line_mean", line.mean


def _nearby(lines: Sequence[Line], at: int) -> Iterator[tuple[str, float]]:
    before, after = lines[max(0, at - _BACK) : at], lines[at + 1 : at + 1 + _BACK]
    yield "before_best", _mean([line.best for line in before])
    yield "before_mean", _mean([line.mean for line in before])
    yield "just_before", max((line.best for line in before[-_JUST:]), default=UNREAD)
    yield "after_best", _mean([line.best for line in after])
    yield "after_mean", _mean([line.mean for line in after])
    yield "first_line", float(not before)
    yield "last_line", float(not after)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else UNREAD
