"""What of a resume says what somebody can, apart from who they are.

Names, addresses, employers and schools, the lines about birth, nationality and family: a skill's name in them is no
skill ("Ruby Swift", "Place of birth: Java", "Oracle, Austin"), and the encoder doesn't read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from careercraft.match.neutral import NeutralText, Offsets
from careercraft.model.document import Document, Span, Text
from careercraft.model.match import Mention
from careercraft.model.resume import Resume
from careercraft.parse.dates import find_dates
from careercraft.parse.personal_lines import is_personal

_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")
_TITLED = r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx|Dr|Herr|Frau|Mme|Sr|Sra)\.? "
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = re.compile(r"[^\W\d_]")


class Reading:
    """One resume, with what is personal in it told apart. Nothing is worked out before it is asked for."""

    def __init__(self, resume: Resume, document: Document) -> None:
        self._resume = resume
        self._document = document

    @cached_property
    def silent(self) -> tuple[Span, ...]:
        """Where a skill's name is no skill, in the order of the text."""
        resume = self._resume
        texts: list[Text | None] = [resume.email, resume.location, *resume.phones, *resume.links]
        texts += [*resume.references, *(entry.institution for entry in resume.education)]
        for work in (*resume.work, *resume.volunteer):
            texts += [None if self._in_brackets(work.employer) else work.employer, work.location]
        spans = [text.span for text in texts if text is not None]
        return tuple(sorted([*self._names, *self._personal_lines, *spans], key=lambda span: span.start))

    def _in_brackets(self, employer: Text | None) -> bool:
        """ "Senior Administrator (Oracle)": as likely what it was about as for whom."""
        if employer is None:
            return False
        return self._document.text[: employer.span.start].endswith("(")

    @cached_property
    def _personal_lines(self) -> tuple[Span, ...]:
        document = self._document
        return tuple(line.span for line in document.lines if is_personal(document.quote(line.span)))

    @cached_property
    def _names(self) -> tuple[Span, ...]:
        return tuple(_names(self._resume, self._document.text))

    def is_silent(self, span: Span) -> bool:
        """The span lies inside what is personal."""
        return any(other.start <= span.start and span.end <= other.end for other in self.silent)

    def told(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions that are no part of what is personal."""
        return [hit for hit in mentions if not self.is_silent(hit.span)]

    def of(self, span: Span) -> tuple[str, Offsets]:
        """A passage as the encoder reads it, and the way back."""
        return self._neutral.of(span)

    def letters(self, span: Span) -> int:
        """How much a passage says, whatever its spelling, bullets and dates look like."""
        return len(_LETTERS.findall(self._neutral.of(span)[0]))

    @cached_property
    def all_letters(self) -> int:
        """Of the whole resume, without what is personal and its dates."""
        text = self._document.text
        whole, _ = NeutralText(text, [*self.silent, *self._dates]).of(Span(0, len(text)))
        return len(_LETTERS.findall(whole))

    @cached_property
    def _dates(self) -> list[Span]:
        """Periods, which may stand in a sentence and be written in many ways."""
        document = self._document
        spans = [
            line.span
            for line in document.lines
            if _YEAR.search(document.text, line.span.start, line.span.end)
        ]
        periods = (found for span in spans for found in find_dates(document.quote(span), span.start))
        return [found.span for found in periods if found.start is not None]

    @cached_property
    def _neutral(self) -> NeutralText:
        left_out = [*self._names, *self._personal_lines, *self._dates]
        return NeutralText(self._document.text, left_out)


def _names(resume: Resume, text: str) -> Iterator[Span]:
    """The owner's name at the top, wherever the whole of it stands, and the surname behind "Mr."."""
    if resume.name is None:
        return
    yield resume.name.span
    words = _NAME_WORD.findall(text[resume.name.span.start : resume.name.span.end])
    if len(words) < 2:
        return
    whole = r"[\s,.]+".join(map(re.escape, words))
    for found in re.finditer(
        rf"(?<!\w){whole}(?!\w)|{_TITLED}{re.escape(words[-1])}(?!\w)", text, re.IGNORECASE
    ):
        yield Span(*found.span())
