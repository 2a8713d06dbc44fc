"""What is made of a resume alone to look things up in it; against many postings it is made once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from careercraft.match.common_words import CommonWords
from careercraft.match.pieces import pieces
from careercraft.match.reading import Reading
from careercraft.match.resume_skills import skill_uses
from careercraft.match.semantic import Phrases
from careercraft.match.surface import PageIndex
from careercraft.model.document import Document, Span
from careercraft.model.match import Mention, SkillUse
from careercraft.model.ports import TokenVectors
from careercraft.model.resume import Resume
from careercraft.taxonomy.surface import Folded, fold_text


class ResumeIndex:
    """Each part when it is first asked for; the encoder runs for `phrases` alone."""

    def __init__(
        self,
        resume: Resume,
        document: Document,
        encode_tokens: Callable[[Sequence[str]], list[TokenVectors]],
    ) -> None:
        self.resume = resume
        self.document = document
        self._encode_tokens = encode_tokens
        self._used: tuple[Sequence[Mention], date, dict[str, SkillUse]] | None = None

    def is_of(self, resume: Resume, document: Document) -> bool:
        """Of these very objects: a resume with facts hidden is another one, even of the same document."""
        return self.resume is resume and self.document is document

    def uses(self, mentions: Sequence[Mention], today: date) -> dict[str, SkillUse]:
        """See `skill_uses`; of the last mentions they are kept."""
        if self._used is None or self._used[0] is not mentions or self._used[1] != today:
            self._used = mentions, today, skill_uses(self.resume, mentions, today)
        return self._used[2]

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.resume, self.document)

    @cached_property
    def folded(self) -> Folded:
        return fold_text(self.document.text)

    @cached_property
    def pages(self) -> PageIndex:
        return PageIndex(self.document)

    @cached_property
    def phrases(self) -> Phrases:
        passages = [self.reading.of(span) for span in self.pieces]
        encoded = self._encode_tokens([text for text, _ in passages])
        return Phrases(encoded, [places for _, places in passages])

    @cached_property
    def common_words(self) -> CommonWords:
        return CommonWords(self.document, self.pieces, self.reading.silent)

    @cached_property
    def pieces(self) -> list[Span]:
        return pieces(self.resume, self.document, self.reading)
