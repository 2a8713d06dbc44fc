"""What the documents of an analysis say, as the checker of prose looks it up: numbers, dates, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from msgspec import UNSET

from careercraft.model.analysis import Analysis
from careercraft.parse.dates import find_dates
from careercraft.score.prose_forms import with_digits
from careercraft.taxonomy.surface import fold

WORD = re.compile(r"[^\W_][\w+#]*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEXT = re.compile(
    r"(?=(?<![\d.,])(\d+(?:,\d{3})*(?:\.\d+)?)\s*\+?[\s-]*([^\W\d_]+|%)(?:[\s-]+([^\W\d_]+))?(?:[\s-]+([^\W\d_]+))?)"
)
"""A number and the three words behind it, of which one says what it counts."""
_PAIR = re.compile(
    r"(?<![\d.,])\D?(\d+(?:,\d{3})*(?:\.\d+)?)\s*(?:[^\W\d_]+\s+|%\s*){0,2}(?:to|and|–|-)\s*\D?(\d+(?:,\d{3})*(?:\.\d+)?)"
)
_STEM = 4
_LONG_STEM = 8
_IRREGULAR = {
    "taught": "teach", "wrote": "write", "written": "write", "built": "build", "led": "lead", "ran": "run",
    "spoke": "speak", "held": "hold", "kept": "keep", "sold": "sell", "grew": "grow", "won": "win", "sent": "send",
    "dealt": "deal", "drew": "draw", "drove": "drive", "met": "meet", "bought": "buy", "took": "take",
}  # fmt: skip
_ENDING = re.compile(r"(?:ings?|ers?|ors?|ed|es|s|e|ions?)$")


class Time(NamedTuple):
    """One position, or time at a school."""

    name: str
    start: int | None
    end: int | None
    kind: str


class Texts:
    """Both documents of an analysis; the words of a brief report's are unknown."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        documents = analysis.documents
        self.texts = () if documents is UNSET else (documents.resume.text, documents.job.text)

    @cached_property
    def digits(self) -> tuple[str, ...]:
        """The texts with their numbers in figures, each on one line."""
        return tuple(with_digits(" ".join(text.split())).text for text in self.texts)

    @cached_property
    def letters(self) -> str:
        """Both texts in small letters."""
        return " ".join(self.texts).casefold()

    @cached_property
    def _beside(self) -> tuple[frozenset[tuple[str, str]], ...]:
        """Numbers of each document with the beginnings of the words behind them; last what was measured."""
        place = self.analysis.facts.location
        measured = ((place.km, "km"), (place.km, "kilo"), (place.office_days, "days"))
        own = with_digits(" | ".join(item.text for item in self.analysis.strengths)).text
        texts = [*self.digits]
        texts[:1] = [f"{text} | {own}" for text in texts[:1]]
        return (
            *(frozenset(_counted(text)) for text in texts),
            frozenset((f"{value:g}", word) for value, word in measured if value is not None),
        )

    def stands_beside(self, sentence: str, position: int, own: bool = False) -> bool:
        """Whether a document, of what is the person's `own` the resume, has the number at this place with the word
        that it counts here, or else with two of those behind it."""
        found = _NEXT.match(sentence, position)
        if found is None:
            return False
        number, *words = found.groups()
        stems = [(number.replace(",", ""), word[:_STEM].lower()) for word in words if word]
        if any(
            stems[0] in beside or sum(stem in beside for stem in stems) > 1
            for beside in (self._beside[:1] if own else self._beside)
            if stems
        ):
            return True
        return self._floats(number, [word for word in words if word])

    def _floats(self, number: str, words: Sequence[str]) -> bool:
        """Whether a line has the number by itself and these words: "Train new porters; six so far"."""
        alone = re.compile(rf"(?<![\d.,]){re.escape(number)}(?=\s+so far|\s+in (?:all|total)|[.;:)]|$)")
        lines = (with_digits(line).text for text in self.texts[:1] for line in text.split("\n"))
        wanted = {stem(word) for word in words[:2]}
        return any(
            alone.search(line) and wanted <= {stem(word) for word in WORD.findall(line)} for line in lines
        )

    def stands_behind(self, sentence: str, position: int, number: str, own: bool = False) -> bool:
        """Whether a document has the number behind the same two words: "team of 7", "of year 8"."""
        found = re.search(r"(\w+\s+\w+)\s+$", sentence[:position])
        if found is None:
            return False
        words = re.compile(rf"(?<!\w){re.escape(found[1])}\s+{re.escape(number)}(?![\d.,]*\d)", re.IGNORECASE)
        return any(words.search(text) for text in (self.digits[:1] if own else self.digits))

    def has_pair(self, first: str, second: str) -> bool:
        """Whether a document has "from 9 kg to 4 kg"."""
        return (first.replace(",", ""), second.replace(",", "")) in self._pairs

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        found = (pair for text in self.digits for pair in _PAIR.findall(text))
        return frozenset((first.replace(",", ""), second.replace(",", "")) for first, second in found)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of every word of the resume."""
        texts = (*self.texts[:1], *strings({} if self.analysis.resume is UNSET else self.analysis.resume))
        return frozenset(stem(word) for text in texts for word in WORD.findall(text))

    def does(self, words: str) -> bool:
        """Whether a line of the resume has these words in any form: "teaching families", "taught families"."""
        wanted = {stem(word) for word in WORD.findall(words)}
        return any(wanted <= line for line in self._line_stems)

    @cached_property
    def _line_stems(self) -> tuple[frozenset[str], ...]:
        lines = (line for text in self.texts[:1] for line in text.split("\n"))
        return tuple(frozenset(stem(word) for word in WORD.findall(line)) for line in lines)

    def listed(self, section: str) -> int:
        """Entries of a section of the resume."""
        resume = {} if self.analysis.resume is UNSET else self.analysis.resume
        return len(resume.get(section, []))

    @cached_property
    def study_words(self) -> frozenset[str]:
        """What was studied, in the words of the resume."""
        resume = {} if self.analysis.resume is UNSET else self.analysis.resume
        texts = [*self.analysis.facts.education.found_fields, *strings(resume.get("education", []))]
        texts += strings(resume.get("certificates", []))
        return frozenset(stem(word) for text in texts for word in WORD.findall(text))

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Positions and schools with their dates."""
        resume = {} if self.analysis.resume is UNSET else self.analysis.resume
        kinds = (("work", "name"), ("volunteer", "organization"), ("education", "institution"))
        return tuple(
            Time(str(item[field]), _year(item.get("startDate")), _year(item.get("endDate")), kind)
            for kind, field in kinds
            for item in resume.get(kind, [])
            if isinstance(item, dict) and item.get(field)
        )

    def times_named(self, words: str) -> list[Time]:
        """Positions and schools whose name stands in these words."""
        folded = fold(words)
        return [time for time in self.times if fold(time.name) in folded]

    def speaks(self, language: str) -> bool:
        """Whether a document names this language."""
        return bool(re.search(rf"\b{re.escape(language.casefold())}\b", self.letters))

    @cached_property
    def years(self) -> frozenset[int]:
        """Of the calendar."""
        texts = (*self.texts, self.analysis.engine.today)
        return frozenset(int(year) for text in texts for year in _YEAR.findall(text))

    @cached_property
    def months(self) -> frozenset[tuple[int, int]]:
        """Year and month of every date in the documents."""
        found = set()
        for line in (line for text in self.texts for line in text.split("\n")):
            for period in find_dates(line):
                dates = (period.start, period.end)
                found |= {(date.year, date.month) for date in dates if date is not None and date.month}
        return frozenset(found)

    @cached_property
    def employers(self) -> tuple[str, ...]:
        return tuple(self._of_resume("work", "name"))

    @cached_property
    def schools(self) -> tuple[str, ...]:
        return tuple(self._of_resume("education", "institution"))

    def _of_resume(self, section: str, field: str) -> Iterator[str]:
        resume = {} if self.analysis.resume is UNSET else self.analysis.resume
        sections = (section, "volunteer") if section == "work" else (section,)
        for item in (item for name in sections for item in resume.get(name, [])):
            value = item.get(field) or item.get("organization") if isinstance(item, dict) else None
            if isinstance(value, str) and value:
                yield value


def stem(word: str) -> str:
    """ "planned", "planner" and "plans" as one; of long words the beginning."""
    word = _IRREGULAR.get(word.casefold(), word.casefold())
    if len(word) > _STEM:
        cut = _ENDING.sub("", word)
        word = cut if len(cut) > 2 else word
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return re.sub(r"y$", "i", word)[:_LONG_STEM]


def _counted(text: str) -> Iterator[tuple[str, str]]:
    for number, *words in _NEXT.findall(text):
        yield from ((number.replace(",", ""), word[:_STEM].lower()) for word in words if word)


def _year(date: Any) -> int | None:
    found = _YEAR.match(date) if isinstance(date, str) else None
    return int(found[0]) if found else None


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)
