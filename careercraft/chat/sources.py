"""What an answer rests on: numbered quotes of the resume and of the posting."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET, Struct

from careercraft.model.analysis import Analysis
from careercraft.model.match import Evidence, Side
from careercraft.render.build_skills import build_quotes
from careercraft.render.markdown_text import escape
from careercraft.render.passages import find_marks
from careercraft.render.wording import clean, shorten

_SHOWN = 240
"""Characters of a quote that an answer shows."""
_SIDES: dict[Side, str] = {"resume": "resume", "job": "posting"}


class Source(Struct, frozen=True, kw_only=True):
    number: int
    """As the answer cites it: [1]."""
    document: Side
    name: str
    """The file's; empty where the report holds no documents."""
    quote: str
    """On one line, nothing in it that a terminal would obey; not escaped for Markdown."""
    where: str
    """ "p. 1", "your profile", or empty where the format has no pages."""

    def line(self) -> str:
        """ "[1] “built pipelines in Python” (resume, p. 1)", as Markdown."""
        place = f"{_SIDES[self.document]}, {self.where}" if self.where else _SIDES[self.document]
        return f"[{self.number}] “{escape(shorten(self.quote, _SHOWN))}” ({place})"


class Citations:
    """The sources of one answer: each words once, numbered from 1 as they are first cited."""

    def __init__(self, analysis: Analysis) -> None:
        self._marks = find_marks(analysis)
        documents = analysis.documents
        self._names: dict[Side, str] = (
            {"resume": "", "job": ""}
            if documents is UNSET
            else {"resume": clean(documents.resume.name), "job": clean(documents.job.name)}
        )
        self._found: dict[tuple[Side, str, str], Source] = {}

    def cite(self, evidence: Iterable[Evidence], most: int = 1) -> str:
        """ " [1]" or " [1] [2]" behind what is said; empty where there is no evidence."""
        numbers = [self._source(item) for item in [*evidence][:most] if clean(item.quote)]
        return "".join(f" [{number}]" for number in dict.fromkeys(numbers))

    def all(self) -> tuple[Source, ...]:
        """In the order of their numbers."""
        return tuple(self._found.values())

    def since(self, count: int) -> tuple[Source, ...]:
        """Those behind the first `count`."""
        return self.all()[count:]

    def _source(self, evidence: Evidence) -> int:
        quote = build_quotes([evidence], self._marks)[0]
        key = (quote.side, quote.text, quote.where)
        if key not in self._found:
            self._found[key] = Source(
                number=len(self._found) + 1,
                document=quote.side,
                name=self._names[quote.side],
                quote=quote.text,
                where=quote.where,
            )
        return self._found[key].number
