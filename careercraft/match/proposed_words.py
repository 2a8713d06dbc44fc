"""Whether the claim stands in its quote: by the skill's name, by words that mean it, by the number of years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from careercraft.match.evidence import is_denied
from careercraft.match.linker import SEMANTIC_LINK, Linker
from careercraft.match.semantic import best_windows, windows
from careercraft.match.wishes import is_wish
from careercraft.model.document import Document
from careercraft.model.skill import Skill
from careercraft.read.language import ENGLISH
from careercraft.taxonomy.surface import fold, fold_text

SOFT_LINK = 0.34
"""Similarity of a deed to the soft skill that it shows, from which it is taken for one: deeds have other words than
their skills. Measured on a few dozen; it decides what is listed, never what counts by itself."""
_SOFT_PLACES = 5
"""... when no more than so many soft skills are nearer."""
_NO_WORD = 3
"""Letters up to which a name may be an ordinary word: it needs its capitals."""
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_YEARS = re.compile(
    rf"(?<![\w.,])(\d{{1,2}}(?:[.,]\d+)?|{'|'.join(_NUMBERS)})(?:\s*\(\d{{1,2}}\))?\s*\+?\s*"
    r"(?:(?:-|–|to|or)\s*\d{1,2}\s*\+?\s*)?(?:(?:or\s+more|full|plus|whole)\s+)?"
    r"(?:years?|yrs?|y\b|jahre?n?|ans\b|années?|años?|anni)",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:no|not|never|without|lack\w*|unfamiliar|nor|neither)\b|n['’]t\b", re.IGNORECASE)


class Borne(NamedTuple):
    """Where a claim stands, in code points of the document."""

    start: int
    end: int
    by: Literal["name", "meaning", "number"]
    similarity: float = 1.0


class Words:
    """Looks claims up in the quotes of one document."""

    def __init__(self, document: Document, linker: Linker) -> None:
        self._document = document
        self._linker = linker

    def named(self, skill: Skill, start: int, end: int) -> Borne | None:
        """The skill's name or an alias inside the quote; the first that the text doesn't deny."""
        quote = self._document.text[start:end]
        hits = [hit.span for hit in self._linker.surface.find(quote) if hit.skill_id == skill.id]
        found = [*((span.start, span.end) for span in hits), *_forms_in(quote, skill)]
        return next((Borne(start + first, start + last, "name") for first, last in found), None)

    def meant(self, skill: Skill, start: int, end: int) -> Borne | None:
        """Words of the quote that the encoder finds near enough to the skill; in English alone."""
        if self._document.language not in ENGLISH or skill.id not in self._rows:
            return None
        quote = self._document.text[start:end]
        if _DENIES.search(quote):  # a denial anywhere in it: what the words mean is not for us to say
            return None
        found = windows(self._linker.encoder.encode_tokens([quote])[0])
        if not found.spans:
            return None
        similarity, places = best_windows(found, self._linker.vectors.matrix)
        row = self._rows[skill.id]
        if not self._near_enough(skill, similarity, row):
            return None
        first, last = found.spans[places[row]]
        return Borne(start + first, start + last, "meaning", float(similarity[row]))

    def _near_enough(self, skill: Skill, similarity: object, row: int) -> bool:
        import numpy as np

        scores = np.asarray(similarity)
        if skill.kind != "soft":
            return bool(scores[row] >= SEMANTIC_LINK)
        nearer = int((scores[self._soft] > scores[row]).sum())
        return bool(scores[row] >= SOFT_LINK) and nearer < _SOFT_PLACES

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {skill_id: row for row, skill_id in enumerate(self._linker.vectors.ids)}

    @cached_property
    def _soft(self) -> list[int]:
        skills = self._linker.taxonomy.skills
        return [row for skill_id, row in self._rows.items() if skills[skill_id].kind == "soft"]

    def denied(self, start: int, end: int) -> bool:
        """Named only to say that it isn't there, or is wished for."""
        text = self._document.text
        return is_denied(text, start, end) or is_wish(text, start)


def years_in(quote: str, years: float) -> tuple[int, int] | None:
    """Where the quote states so many years."""
    for found in _YEARS.finditer(quote):
        word = found[1].lower().replace(",", ".")
        number = float(_NUMBERS[word]) if word in _NUMBERS else float(word)
        if number == years:
            return found.span()
    return None


def _forms_in(quote: str, skill: Skill) -> Iterator[tuple[int, int]]:
    folded = fold_text(quote)
    for form in (skill.name, *skill.aliases):
        wanted = fold(form)
        if not wanted:
            continue
        for found in re.finditer(rf"(?<![\w&]){re.escape(wanted)}(?![\w+#])", folded.text):
            start, end = folded.span(*found.span())
            if _same_word(quote[start:end], form, skill):
                yield start, end


def _same_word(found: str, form: str, skill: Skill) -> bool:
    """ "go" in "go to market" is no Go, whatever a model says."""
    ambiguous = skill.match.case or bool(skill.match.context) or len(fold(form)) <= _NO_WORD
    return not ambiguous or _letters(found) == _letters(form)


def _letters(text: str) -> list[str]:
    return [char for char in text if char.isalnum()]
