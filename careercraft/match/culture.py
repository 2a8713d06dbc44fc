"""Values and ways of working on both sides. Only what is stated counts: silence is no bad fit.

A value of the posting that the person states too is shown; one that they plainly don't want is opposed; on all
others nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from careercraft.match.culture_words import CONDITIONS, VALUES
from careercraft.match.linker import Linker
from careercraft.match.negation import affirmed
from careercraft.match.profile import Profile, ValueWish
from careercraft.match.quoting import Quoter
from careercraft.model.document import Document, Span
from careercraft.model.facts import CultureValue
from careercraft.model.job import Job, StatementKind
from careercraft.model.match import SkillUse

_STATING: frozenset[StatementKind] = frozenset(("value", "about", "benefit", "requirement", "meta"))
_LEGAL = re.compile(
    r"equal[- ](?:employment[- ])?opportunit|without regard|regardless of|discriminat|protected (?:class|veteran)"
    r"|affirmative action|accommodat",
    re.IGNORECASE,
)
"""What the law has every posting say."""
_LONGEST_NAME = 6
"""Words of a value that is a name by itself ("Radical candor"), not a sentence."""
_QUOTES = 2
_WORD = re.compile(r"\w+")


class Value:
    """One entry of the table."""

    def __init__(self, label: str, stems: str, pattern: str) -> None:
        self.label = label
        self._stems = tuple(stems.split())
        self._source = pattern

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source, re.IGNORECASE | re.MULTILINE)

    def find(self, text: str, low: str) -> Iterator[tuple[int, int]]:
        """`low` is the text in small letters, by which most values are dismissed at once."""
        if any(stem in low for stem in self._stems):
            for match in self._pattern.finditer(text):
                yield match.span()


_VALUES = tuple(Value(*entry) for entry in VALUES)
_CONDITIONS = tuple(Value(*entry) for entry in CONDITIONS)


def culture_values(
    job: Job,
    documents: tuple[Document, Document],
    uses: Mapping[str, SkillUse],
    linker: Linker,
    profile: Profile,
) -> tuple[CultureValue, ...]:
    """One entry a value that the posting states, in the order of the table, then those that it names in own words."""
    reader = _Reader(job, documents, profile)
    found = [value for entry in _VALUES if (value := reader.of_table(entry))]
    terms = [value for entry in _CONDITIONS if (value := reader.of_condition(entry))]
    return (*found, *terms, *reader.named(uses, linker), *reader.of_wishes())


class _Reader:
    def __init__(self, job: Job, documents: tuple[Document, Document], profile: Profile) -> None:
        self._resume, self._posting = documents
        self._from_resume, self._from_job = Quoter("resume", self._resume), Quoter("job", self._posting)
        self._job, self._wishes = job, profile.values
        self._low = self._resume.text.lower()
        self._taken: set[Span] = set()
        self._met: set[ValueWish] = set()

    @cached_property
    def _texts(self) -> list[tuple[Span, str, str]]:
        """(span, text, text in small letters) of each statement but what the law wants."""
        spans = [one.text.span for one in self._job.statements]
        pieces = [(span, self._posting.quote(span)) for span in dict.fromkeys(spans)]
        return [(span, text, text.lower()) for span, text in pieces if not _LEGAL.search(text)]

    @cached_property
    def _stating(self) -> list[tuple[Span, str, str]]:
        """Of these the ones that say how the employer and its people work, not what is to be done."""
        kinds = {one.text.span: one.kind for one in self._job.statements}
        return [piece for piece in self._texts if kinds[piece[0]] in _STATING]

    def of_table(self, entry: Value) -> CultureValue | None:
        asked = [span for span, text, low in self._stating if _states(entry, text, low)]
        if not asked:
            return None
        self._taken.update(asked)
        found = list(entry.find(self._resume.text, self._low))
        held = affirmed(self._resume.text, found)
        shown = [Span(*span) for span, real in zip(found, held, strict=True) if real]
        return self._value(entry.label, asked, shown, self._wishes_for(entry))

    def of_condition(self, entry: Value) -> CultureValue | None:
        wishes = self._wishes_for(entry)
        asked = [span for span, text, low in self._texts if wishes and _states(entry, text, low)]
        return self._value(entry.label, asked, [], wishes) if asked else None

    def _wishes_for(self, entry: Value) -> list[ValueWish]:
        wishes = [wish for wish in self._wishes if _means(wish, entry)]
        self._met.update(wishes)
        return wishes

    def _value(
        self, label: str, asked: list[Span], shown: list[Span], wishes: list[ValueWish]
    ) -> CultureValue:
        opposed = any(not wish.wanted for wish in wishes)
        wished = any(wish.wanted for wish in wishes)
        counts = bool(shown or wished) and not opposed
        return CultureValue(
            label=label,
            shown=1.0 if counts else 0.0,
            evidence=self._from_job.all_around(asked)[:_QUOTES],
            found_evidence=self._from_resume.all_around(shown)[:_QUOTES] if counts else (),
            opposed=opposed,
            wished=wished and not opposed,
        )

    def named(self, uses: Mapping[str, SkillUse], linker: Linker) -> Iterator[CultureValue]:
        """Short names of values that no entry of the table covers: by skills of the name, or word for word."""
        for text in self._job.values:
            if text.span in self._taken or len(text.value.split()) > _LONGEST_NAME:
                continue
            label = " ".join(text.value.split()).strip(" .:;,")
            ids = {hit.skill_id for hit in linker.surface.find(text.value)}
            spans = [hit.span for skill_id in sorted(ids & uses.keys()) for hit in uses[skill_id].mentions]
            wishes = [wish for wish in self._wishes if _key(wish.words) == _key(label)]
            self._met.update(wishes)
            yield self._value(label, [text.span], spans or self._verbatim(label), wishes)

    def _verbatim(self, label: str) -> list[Span]:
        words = _key(label)
        if not words:
            return []
        match = re.search(
            r"\b" + r"\W+".join(map(re.escape, words)) + r"\b", self._resume.text, re.IGNORECASE
        )
        return [Span(*match.span())] if match else []

    def of_wishes(self) -> Iterator[CultureValue]:
        """Wishes in own words that stand in what the posting says of itself."""
        for wish in self._wishes:
            words = _key(wish.words)
            if wish in self._met or not words:
                continue
            pattern = re.compile(r"\b" + r"\W+".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
            asked = [span for span, text, _ in self._stating if pattern.search(text)]
            if asked:
                yield self._value(wish.words, asked, [], [wish])


def _states(entry: Value, text: str, low: str) -> bool:
    return any(affirmed(text, list(entry.find(text, low))))


def _means(wish: ValueWish, entry: Value) -> bool:
    """Whether it is a word of the label ("autonomy", "overtime") or any other that states the value."""
    low = wish.words.lower()
    return set(_key(wish.words)) <= set(_key(entry.label)) - {"and", "work"} or any(
        True for _ in entry.find(wish.words, low)
    )


def _key(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))
