"""Draft lines of any reader to the text, lines and spans of a `Document`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from careercraft.errors import InputError
from careercraft.model.document import Document, Format, HiddenText, Line, Problem, Span
from careercraft.read.language import detect_language
from careercraft.read.limits import Limits


class Draft(Struct, kw_only=True):
    """A cleaned line before its place in the text is known. Fields as in `model.document.Line`."""

    text: str
    page: int | None = None
    block: int = 0
    gap: bool = False
    """An empty line goes before it."""
    bullet: bool = False
    heading: int = 0
    size: float = 1.0
    bold: bool = False
    indent: float = 0.0


class Source(Struct, frozen=True, kw_only=True):
    """What is known of a document before it is read."""

    name: str
    hash: str
    limits: Limits


def assemble(
    drafts: Iterable[Draft],
    source: Source,
    format: Format,
    *,
    hidden: Sequence[HiddenText] = (),
    problems: Sequence[Problem] = (),
    page_count: int = 0,
    payload: dict[str, Any] | None = None,
    fields: dict[str, Span] | None = None,
) -> Document:
    """Raises `InputError` when no text is left or there is too much of it."""
    text, lines = _place([draft for draft in drafts if draft.text and not draft.text.isspace()])
    source.limits.check_chars(len(text), source.name)
    if not text:
        raise _empty(source.name, hidden)
    return Document(
        text=text,
        lines=lines,
        name=source.name,
        hash=source.hash,
        format=format,
        language=detect_language(text),
        page_count=page_count,
        hidden=tuple(hidden),
        problems=(*problems, *hidden_problem(hidden)),
        payload=payload,
        fields=fields or {},
    )


def _place(drafts: list[Draft]) -> tuple[str, tuple[Line, ...]]:
    parts: list[str] = []
    lines: list[Line] = []
    at = 0
    for draft in drafts:
        text = draft.text
        if lines:
            separator = "\n\n" if draft.gap else "\n"
            parts.append(separator)
            at += len(separator)
        lines.append(_line(draft, Span(at, at + len(text), draft.page)))
        parts.append(text)
        at += len(text)
    return "".join(parts), tuple(lines)


def _line(draft: Draft, span: Span) -> Line:
    return Line(
        span=span,
        bullet=draft.bullet,
        heading=draft.heading,
        size=draft.size,
        bold=draft.bold,
        block=draft.block,
        indent=draft.indent,
    )


def hidden_problem(hidden: Sequence[HiddenText]) -> tuple[Problem, ...]:
    if not hidden:
        return ()
    words = sum(len(item.text.split()) for item in hidden)
    noun = "word that a reader would" if words == 1 else "words that a reader would"
    return (Problem(code="hidden_text", message=f"left out {words} {noun} not see on the page"),)


def _empty(name: str, hidden: Sequence[HiddenText]) -> InputError:
    if hidden:
        return InputError(
            f"{name} holds only hidden text", "make the text visible, or export the document again"
        )
    return InputError(f"{name} is empty", "check that the file was saved with its text and try again")
