"""Whether the claim stands in its quote: by the skill's name, or by words that mean it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from careercraft.match import proposed_context as context
from careercraft.match.linker import SEMANTIC_LINK, Linker
from careercraft.match.proposed_quotes import telling_words
from careercraft.match.proposed_years import Place
from careercraft.match.semantic import DECIMALS, best_windows, windows
from careercraft.model.document import Document
from careercraft.model.skill import Skill
from careercraft.read.language import ENGLISH
from careercraft.taxonomy.surface import fold, fold_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SOFT_LINK = 0.42
"""Similarity of a deed as a whole to the soft skill that it shows, from which it is taken for one: deeds have other
words than their skills. Measured on some forty; at 0.34 for single phrases of it, a page "showed" forty soft skills."""
_SOFT_PLACES = 2
"""... when no more than so many soft skills are as near."""
_PHRASE = 2
"""Telling words of a phrase that means a skill."""
_BY_NAME_ALONE = frozenset({"certification", "language"})
"""Kinds that nothing means but their names."""
_NO_WORD = 3
"""Letters up to which a name may be an ordinary word: it needs its capitals."""
_DENIES = re.compile(r"\b(?:no|not|never|without|lack\w*|unfamiliar|nor|neither)\b|n['’]t\b", re.IGNORECASE)


class Borne(NamedTuple):
    """Where a claim stands, in code points of the document."""

    start: int
    end: int
    by: Literal["name", "meaning", "number"]
    similarity: float = 1.0


class _Read(NamedTuple):
    """A quote as the encoder has it."""

    spans: list[Place]
    """Of its windows."""
    nearest: NDArray[np.float32]
    """For each skill the similarity of the nearest window."""
    places: NDArray[np.intp]
    """... and which that is."""
    whole: NDArray[np.float32]
    """For each skill the similarity of the whole quote."""


class Words:
    """Looks claims up in the quotes of one document."""

    def __init__(self, document: Document, linker: Linker) -> None:
        self._document = document
        self._linker = linker
        self._quotes_read: dict[str, _Read] = {}

    def named(self, skill: Skill, start: int, end: int) -> Iterator[Borne]:
        """Where the quote has the skill's name or an alias, as the whole lines around it are read: of "Objective-C" the
        C is none."""
        hits = self._hits(start, end)
        mine = [place for skill_id, place in hits if skill_id == skill.id]
        others = [place for skill_id, place in hits if skill_id != skill.id]
        forms = [place for place in self._forms_in(skill, start, end) if not _within(place, others)]
        for first, last in sorted({*mine, *forms}):
            if start <= first and last <= end:
                yield Borne(first, last, "name")

    def others(self, skill: Skill, start: int, end: int) -> list[Place]:
        """Where the lines of the quote name other skills."""
        return [place for skill_id, place in self._hits(start, end) if skill_id != skill.id]

    def _hits(self, start: int, end: int) -> list[tuple[str, Place]]:
        """What the rules find in the lines of the quote and those beside them."""
        text = self._document.text
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        first = text.rfind("\n", 0, max(0, first - 1)) + 1
        last = text.find("\n", last + 1) if last >= 0 else -1
        found = self._linker.surface.find(text[first : last if last >= 0 else len(text)])
        return [(hit.skill_id, (first + hit.span.start, first + hit.span.end)) for hit in found]

    def _forms_in(self, skill: Skill, start: int, end: int) -> Iterator[Place]:
        text = self._document.text
        folded = fold_text(text[start:end])
        for form in (skill.name, *skill.aliases):
            wanted = fold(form)
            if not wanted:
                continue
            for found in re.finditer(rf"(?<![\w&]){re.escape(wanted)}(?![\w+#])", folded.text):
                first, last = (start + at for at in folded.span(*found.span()))
                if _same_word(text, first, last, form, skill):
                    yield first, last

    def meant(self, skill: Skill, start: int, end: int) -> Borne | None:
        """Words of the quote that the encoder finds near enough to the skill; in English alone."""
        if self._document.language not in ENGLISH or skill.id not in self._rows:
            return None
        quote = self._document.text[start:end]
        if _DENIES.search(quote):  # a denial anywhere in it: what the words mean is not for us to say
            return None
        read, row = self._read(quote), self._rows[skill.id]
        if not read.spans or not self._near_enough(skill, read, self._sentence(start, end)):
            return None
        first, last = read.spans[read.places[row]]
        if is_a_name(quote[first:last], skill, self._linker):
            return None
        if skill.kind != "soft" and not self._means_by_itself(quote, start, first, last):
            return None
        return Borne(start + first, start + last, "meaning", float(read.nearest[row]))

    def _read(self, quote: str) -> _Read:
        """Each quote is read once: it may stand in many places, and come with many claims."""
        if quote not in self._quotes_read:
            tokens, matrix = self._linker.encoder.encode_tokens([quote])[0], self._linker.vectors.matrix
            found = windows(tokens)
            whole = (matrix @ tokens.sentence).round(DECIMALS)
            self._quotes_read[quote] = _Read(found.spans, *best_windows(found, matrix), whole)
        return self._quotes_read[quote]

    def _sentence(self, start: int, end: int) -> str:
        before, behind = context.sentence(self._document.text, start, end)
        return f"{before}{self._document.text[start:end]}{behind}"

    def _near_enough(self, skill: Skill, read: _Read, sentence: str) -> bool:
        """A soft skill is held against the whole sentence: a fragment of four words can be cut to mean anything."""
        row = self._rows[skill.id]
        if skill.kind != "soft":
            return skill.kind not in _BY_NAME_ALONE and bool(read.nearest[row] >= SEMANTIC_LINK)
        whole = self._read(sentence).whole
        nearer = int((whole[self._soft] > whole[row]).sum())
        return bool(whole[row] >= SOFT_LINK) and nearer < _SOFT_PLACES

    def _means_by_itself(self, quote: str, start: int, first: int, last: int) -> bool:
        """Of another skill's name no part means a third one ("AWS Certified Cloud Practitioner"), nor does one word:
        "Document" is near to Documentum by its letters."""
        if len(list(telling_words(quote[first:last]))) < _PHRASE:
            return False
        place = (start + first, start + last)
        return not any(
            other[0] < place[1] and place[0] < other[1] for _, other in self._hits(start, start + len(quote))
        )

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {skill_id: row for row, skill_id in enumerate(self._linker.vectors.ids)}

    @cached_property
    def _soft(self) -> list[int]:
        skills = self._linker.taxonomy.skills
        return [row for skill_id, row in self._rows.items() if skills[skill_id].kind == "soft"]


def is_a_name(words: str, skill: Skill, linker: Linker) -> bool:
    """Words that are a skill's name mean that skill or, where its rules turn it down, none: "Excel at" no Excel,
    "Titaniumware" no Titanium."""
    if linker.named(words) is not None:
        return True
    folded, forms = f" {fold(words)} ", [fold(form) for form in (skill.name, *skill.aliases)]
    return any((form if len(form) > _NO_WORD else f" {form} ") in folded for form in forms if form)


def _within(place: Place, others: Sequence[Place]) -> bool:
    return any(first <= place[0] and place[1] <= last for first, last in others)


def _same_word(text: str, start: int, end: int, form: str, skill: Skill) -> bool:
    """ "go" in "go to market" is no Go, whatever a model says, nor is the season Spring."""
    ambiguous = skill.match.case or bool(skill.match.context) or len(fold(form)) <= _NO_WORD
    if not ambiguous:
        return True
    return _letters(text[start:end]) == _letters(form) and not context.is_ordinary(text, start, end)


def _letters(text: str) -> list[str]:
    return [char for char in text if char.isalnum()]
