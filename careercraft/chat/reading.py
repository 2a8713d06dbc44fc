"""How a model gets to read the documents in one turn: what of them it is given, and what of that it may quote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from careercraft.chat.papers import NAMES, Papers
from careercraft.chat.quoted import Quotes
from careercraft.chat.sources import Source
from careercraft.chat.tools import Tool, ToolResult
from careercraft.llm.budget import LongText
from careercraft.model.analysis import Analysis
from careercraft.model.chat import ChatModel
from careercraft.model.match import Side
from careercraft.render.wording import clean

TOOL = "read_document"
_MOST_QUOTED = 3
_SIDES: dict[str, Side] = {name: side for side, name in NAMES.items()}
_LONGEST_NAME = 80


class Reading:
    """Of one turn."""

    def __init__(
        self, papers: Papers, model: ChatModel, note: Callable[[str], None], on_step: Callable[[str], None]
    ) -> None:
        self.papers, self._model, self._note, self._on_step = papers, model, note, on_step
        self.room = 0
        """Tokens that the next answer of the function may take."""

    def named(self, question: str, room: int) -> str:
        """What the question names, for a model without functions. Raises ProviderError."""
        return self._excerpt(self.papers.named(question), room)

    def tool(self) -> Tool:
        """For a model with functions, whose context doesn't hold the documents."""
        sections = {
            name: ", ".join(clean(heading)[:40] for heading in self.papers.headings(side)[:20])
            for name, side in _SIDES.items()
        }
        about = "; ".join(f"{name}: {found}" for name, found in sections.items())
        return Tool(
            name=TOOL,
            description=f"The words of one section of a document. Sections of the {about}.",
            parameters={
                "type": "object",
                "properties": {
                    "document": {"type": "string", "enum": list(_SIDES)},
                    "section": {"type": "string", "maxLength": _LONGEST_NAME},
                },
                "required": ["document"],
                "additionalProperties": False,
            },
            run=self._run,
        )

    def _run(self, arguments: Any) -> ToolResult:
        given = arguments if isinstance(arguments, dict) else {}
        document, section = given.get("document"), given.get("section", "")
        side = _SIDES.get(document) if isinstance(document, str) else None
        if side is None or not isinstance(section, str):
            return _failed(f"document is one of {', '.join(_SIDES)}, section the name of one of its sections")
        found = self.papers.section(side, section[:_LONGEST_NAME])
        if found is None:
            return _failed(
                f"the {document} has no such section, but: {', '.join(self.papers.headings(side))}"
            )
        text = self._excerpt([found], self.room)
        return ToolResult(lines=tuple(text.splitlines()), data={"text": text}, sources=())

    def _excerpt(self, texts: Sequence[LongText], room: int) -> str:
        found = self.papers.excerpt(self._model, texts, room, self._on_step)
        self._note(found.note)
        return found.text


def quoted_sources(quotes: Quotes, analysis: Analysis, text: str, first: int) -> tuple[Source, ...]:
    """The lines of the documents that an answer quotes without naming a source, numbered from `first`."""
    found: dict[tuple[Side, str], Source] = {}
    documents = analysis.documents
    for line in text.splitlines():
        for run in quotes.runs(line):
            if len(found) < _MOST_QUOTED and documents:
                name = clean((documents.resume if run.side == "resume" else documents.job).name)
                found.setdefault(
                    (run.side, run.line),
                    Source(
                        number=first + len(found),
                        document=run.side,
                        name=name,
                        quote=clean(run.line),
                        where="",
                    ),
                )
    return tuple(found.values())


def _failed(words: str) -> ToolResult:
    said = f"That didn't work: {clean(words)}"
    return ToolResult(lines=(said,), data={"error": clean(words)}, sources=(), ok=False)
