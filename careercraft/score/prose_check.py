"""Prose by a model, sentence by sentence against the analysis that it is about.

A sentence is refused where it contradicts the verdict or what was found, or names a skill, number, employer, school,
degree, date or address that the analysis doesn't have. It is doubtful where it may hold and can't be borne out. The
check knows words, not meaning: it is strict where that costs a sentence, since no sentence is missed that isn't there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from careercraft.match.linker import Linker
from careercraft.match.proposed_quotes import Quotes
from careercraft.model.analysis import Analysis
from careercraft.model.match import Mention, SkillEntry
from careercraft.parse.dates import find_dates
from careercraft.parse.degrees import find_degrees
from careercraft.score.prose_claims import had_or_lacked, says_otherwise, score_mismatch, unheard_deed
from careercraft.score.prose_facts import Known
from careercraft.score.prose_names import doubtful_title, invented
from careercraft.score.prose_numbers import unfounded, with_digits
from careercraft.taxonomy.surface import fold, fold_text

Verdict = Literal["holds", "doubtful", "refused"]
_MARKS = re.compile(r"[*_`]+(?=\S)|(?<=\S)[*_`]+|^\s*(?:[-*•>#]+|\d{1,2}[.)])\s+")
_QUOTED = re.compile(r"“([^”]{3,})”|\"([^\"]{3,})\"|„([^“”]{3,})[“”]")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d,]|\.\d)")
_PLACEHOLDER = re.compile(r"\[[^\]\n]{1,40}\]")
_OWN = re.compile(r"\b(?:your|you (?:have|hold|earned|completed|bring)|with (?:a|your))\b", re.IGNORECASE)
_NOT_OWN = re.compile(
    r"\b(?:ask\w*|require\w*|want\w*|prefer\w*|need\w*|posting|not|no|without|lack\w*|instead|in place of|would|if)\b",
    re.IGNORECASE,
)


class Judgement(NamedTuple):
    verdict: Verdict
    reason: str = ""
    """Of a refused sentence a stable word, of a doubtful one a sentence for people."""


HOLDS = Judgement("holds")


class ProseChecker:
    """For one analysis; made once, asked for each sentence."""

    def __init__(self, analysis: Analysis, linker: Linker) -> None:
        self._known = Known(analysis)
        self._linker = linker
        self._quotes = [Quotes(text) for text in self._known.texts]

    def judge(self, sentence: str) -> Judgement:
        """Of one sentence or list item, Markdown and all."""
        plain = with_digits(" ".join(_MARKS.sub("", sentence).split()))
        contradiction = says_otherwise(plain, self._known.analysis.verdict)
        if contradiction or score_mismatch(plain, self._known):
            return Judgement("refused", contradiction or "number")
        # Words of a document, quoted as they stand, are what they are.
        left = _PLACEHOLDER.sub(" ", self._without_quotes(plain))
        hits = self._linker.surface.find(left)
        return self._skills(left, hits) or self._rest(left, hits) or HOLDS

    def _rest(self, sentence: str, hits: Sequence[Mention]) -> Judgement | None:
        places = [*((hit.span.start, hit.span.end) for hit in hits), *self._named_places(sentence)]
        entries = self._entries(sentence, hits)
        masked = _masked(sentence, places)
        if not self._dates_hold(masked):
            return Judgement("refused", "date")
        if unfounded(masked, self._known, entries, sentence) is not None:
            return Judgement("refused", "number")
        if not self._degrees_hold(sentence):
            return Judgement("refused", "degree")
        name = invented(sentence, self._known, places)
        if name:
            return Judgement("refused", name.reason)
        title = doubtful_title(sentence, self._known, places)
        if title:
            return Judgement("doubtful", f"“{title}” stands nowhere in the analysis")
        deed = unheard_deed(sentence, self._known)
        return Judgement("doubtful", f"no document says “{deed}” of you") if deed else None

    def _without_quotes(self, sentence: str) -> str:
        def left(found: re.Match[str]) -> str:
            words = next(group for group in found.groups() if group is not None)
            stands = any(next(quotes.find(words.strip(" .,…")), None) for quotes in self._quotes)
            return " " if stands else f" {words} "

        return _QUOTED.sub(left, sentence)

    def _skills(self, sentence: str, hits: Sequence[Mention]) -> Judgement | None:
        skills = self._linker.taxonomy.skills
        doubtful = ""
        for hit in hits:
            words = sentence[hit.span.start : hit.span.end]
            if hit.skill_id in self._known.skill_ids or fold(words) in self._known.names:
                continue
            if self._known.tells(words):
                continue
            if skills[hit.skill_id].kind == "soft" and not _OWN.search(sentence):
                continue  # "planning", "writing": ordinary words of advice
            if not any(next(quotes.find(words), None) for quotes in self._quotes):
                return Judgement("refused", "skill")
            doubtful = doubtful or f"“{words}” stands in the documents, but no score counts it"
        wrong = had_or_lacked(sentence, self._by_place(sentence, hits), self._known)
        if wrong:
            return Judgement("refused", wrong)
        refused = self._rest(sentence, hits) if doubtful else None
        return refused or (Judgement("doubtful", doubtful) if doubtful else None)

    def _by_place(self, sentence: str, hits: Sequence[Mention]) -> list[tuple[int, SkillEntry]]:
        """Where each entry is named, in the order of the sentence."""
        found = [
            (hit.span.start, entry)
            for hit in hits
            for entry in self._known.entries
            if entry.id == hit.skill_id or fold(sentence[hit.span.start : hit.span.end]) in _names(entry)
        ]
        folded = fold_text(sentence)
        for name, entries in self._known.names.items():
            at = _position(name, folded.text)
            if at >= 0:
                found += [(folded.span(at, at + len(name))[0], entry) for entry in entries]
        unique = {id(entry): (place, entry) for place, entry in reversed(found)}
        return sorted(unique.values(), key=lambda item: item[0])

    def _entries(self, sentence: str, hits: Sequence[Mention]) -> list[SkillEntry]:
        return [entry for _, entry in self._by_place(sentence, hits)]

    def _named_places(self, sentence: str) -> Iterator[tuple[int, int]]:
        """Of the requirements that the taxonomy doesn't know, and of skills under the posting's own words."""
        folded = fold_text(sentence)
        for name in self._known.names:
            at = _position(name, folded.text)
            if at >= 0:
                yield folded.span(at, at + len(name))

    def _dates_hold(self, sentence: str) -> bool:
        if any(int(year) not in self._known.years for year in _YEAR.findall(sentence)):
            return False
        dates = [date for period in find_dates(sentence) for date in (period.start, period.end)]
        return all(
            (date.year, date.month) in self._known.months for date in dates if date is not None and date.month
        )

    def _degrees_hold(self, sentence: str) -> bool:
        found = self._known.analysis.facts.education
        for degree in find_degrees(sentence):
            if degree.level is None:
                continue
            if degree.level not in self._known.degrees:
                return False
            own = _OWN.search(sentence) and not _NOT_OWN.search(sentence)
            if own and found.found_level and degree.level == found.asked_level != found.found_level:
                return False
        return True


def _names(entry: SkillEntry) -> set[str]:
    return {fold(name) for name in (entry.name, entry.mention or "") if name}


def _position(name: str, text: str) -> int:
    found = re.search(rf"(?<!\w){re.escape(name)}(?![\w+#])", text) if name in text else None
    return found.start() if found else -1


def _masked(sentence: str, places: Sequence[tuple[int, int]]) -> str:
    """With the names of skills blanked out: the 3 of "Python 3" is no number."""
    chars = list(sentence)
    for start, end in places:
        chars[start:end] = "x" * (end - start)
    return "".join(chars)
